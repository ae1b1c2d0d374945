"""What readers may do with a document, and where they can report an error in it."""

from __future__ import annotations

import re
from urllib.parse import quote

from archivegen.archive.archive import Document
from archivegen.pages.document_parts import UseView
from archivegen.pages.listing import Desk
from archivegen.pages.versions import shown_version

_MAIL = re.compile(r"(?:mailto:)?(?P<address>[^\s@<>,;:?&]+@[^\s@<>,;:?&]+\.[^\s@<>,;:?&.]+)")
_IN_BRACKETS = re.compile(r"[^<>]*<(?P<contact>[^<>]+)>")
_WEB = re.compile(r"https?://[^\s/?#]+\S*")


def use_view(desk: Desk, document: Document) -> UseView:
    """Return the rights in a document, "not stated" where nothing is said of an open one, and where to report an error."""
    record = document.record
    unsaid = desk.say("not_stated") if document.is_open else ""
    rights, own = record.text_of("rights"), desk.archive.config.rights
    return UseView(
        rights=rights or unsaid,
        is_stated=rights is not None,
        of_archive=desk.say("document.rights_of_archive", rights=own)
        if own and unsaid and not rights
        else "",
        reproduction=record.text_of("reproduction") or "",
        report=_report(desk, document),
    )


def _report(desk: Desk, document: Document) -> str:
    """Return the link by which an error is reported: a letter to the archive’s mail address, which says of which document
    and version it is, or the archive’s page for that as it is; "" where the contact is neither.
    """
    contact = desk.archive.config.contact.strip()
    if named := _IN_BRACKETS.fullmatch(contact):
        contact = named["contact"].strip()
    if _WEB.fullmatch(contact):
        return contact
    mail = _MAIL.fullmatch(contact)
    if mail is None:
        return ""
    version = shown_version(document)
    lines = [
        document.title,
        f"{desk.archive.config.base_url}{document.address}",
        desk.say("report.version", day=desk.say.date(version.on), digest=version.digest) if version else "",
    ]
    body = "\n".join(line for line in lines if line)
    subject = desk.say("report.subject", title=document.title)
    return f"mailto:{quote(mail['address'], safe='@')}?subject={quote(subject, safe='')}&body={quote(body, safe='')}%0A"
