"""What may be meant to close a document, or to redact words of it: never passed over, whatever it is called."""

import pytest

from archivegen.seeds.closing_lines import may_be_a_marking, wish_of_bare_line, wish_of_line
from archivegen.seeds.closing_words import wish_of_entry
from archivegen.seeds.source_text import SourceText
from archivegen.seeds.unmarked import unmarked_lines
from archivegen.storage.yaml_lines import read_yaml

RESTRICTED = "access: restricted"
UNTIL_2030 = "access: {status: embargoed, until: 2030-01-01}"
UNTIL_A_DAY = "access: {status: embargoed, until: 2030-12-31}"
UNTIL_2040 = "access: {status: embargoed, until: 2040-12-31}"
REDACT = "redact: [{lines: 14, words: Jan Lind}]"


@pytest.mark.parametrize(
    ("entry", "instead"),
    [
        ("redacted: [{lines: 1, words: Jan Lind}]", REDACT),
        ("Redact: Jan Lind", REDACT),
        ("redactions: Jan Lind", REDACT),
        ("censored: yes", REDACT),
        ("acess: draft", "access: draft"),
        ("Access: restrcted", RESTRICTED),
        ("access_rights: open", "access: open"),
        ("status: restricted", RESTRICTED),
        ("status: draft", "access: draft"),
        ("status: [restricted]", RESTRICTED),
        ("visibility: private", RESTRICTED),
        ("restricted: yes", RESTRICTED),
        ("restricted:", RESTRICTED),
        ("confidental: yes", RESTRICTED),
        ("closed: true", RESTRICTED),
        ("closed_until: 2030-01-01", UNTIL_2030),
        ("embargo: 2030-01-01", UNTIL_2030),
        ("embargo: 1 January 2030", UNTIL_2030),
        ("embargoUntil: 2030", UNTIL_A_DAY),
        ("embargo_until: December 2040", "access: {status: embargoed, until: 2040-12-31}"),
        ("until: 2030-01-01", UNTIL_2030),
        ("draft: true", "access: draft"),
        ("hide: Jan Lind", RESTRICTED),
        ("publish: no", RESTRICTED),
        ("published: false", RESTRICTED),
        ("not_public: yes", RESTRICTED),
        ("open_from: 2030-01-01", UNTIL_2030),
        ("open_from: 2040", RESTRICTED),
        ("Freigabe: 2040", RESTRICTED),
        ("diffusion: interdite", RESTRICTED),
        ("公開: 不可", RESTRICTED),
        ("web: {embargo: 2030-01-01}", UNTIL_2030),
        ("policy: [{access: restricted}]", RESTRICTED),
        ("visibility: hidden from the public", RESTRICTED),
        ("status: closed until 2040", "access: {status: embargoed, until: 2040-12-31}"),
        ("policy: closed until 2040-01-01", "access: {status: embargoed, until: 2040-01-01}"),
        ("visible_to: staff only", RESTRICTED),
        ("visible_to: nobody", RESTRICTED),
        ("sharing: private, do not publish", RESTRICTED),
        ("not_before: 2040-01-01", "access: {status: embargoed, until: 2040-01-01}"),
        ("locked: yes", RESTRICTED),
        ("sealed: yes", RESTRICTED),
        ("classified: yes", RESTRICTED),
        ("anonymise: Jan Lind", REDACT),
        ("acces: {stauts: embargoed, until: 2030-01-01}", UNTIL_2030),
        ("acces: to be settled", RESTRICTED),
        # In other languages.
        ("zugang: gesperrt", RESTRICTED),
        ("Zugang: frei", RESTRICTED),
        ("sperrfrist: 2030-01-01", UNTIL_2030),
        ("Sperrfrist: bis 1. Januar 2030", UNTIL_2030),
        ("gesperrt_bis: 2030-01-01", UNTIL_2030),
        ("veröffentlichen: nein", RESTRICTED),
        ("nicht_öffentlich: ja", RESTRICTED),
        ("anonymisieren: Jan Lind", REDACT),
        ("Geschwärzt: Jan Lind", REDACT),
        ("accès: restreint", RESTRICTED),
        ("acce\u0300s: restreint", RESTRICTED),
        ("ne_pas_publier: oui", RESTRICTED),
        ("caviardé: Jan Lind", REDACT),
        ("acceso: restringido", RESTRICTED),
        ("publicar: no", RESTRICTED),
        ("accesso: riservato", RESTRICTED),
        ("acesso: restrito", RESTRICTED),
        ("toegang: beperkt", RESTRICTED),
        ("dostęp: ograniczony", RESTRICTED),
        ("přístup: omezený", RESTRICTED),
        ("доступ: ограничен", RESTRICTED),
        ("закрыто_до: 2030-01-01", UNTIL_2030),
        ("доступ: закритий", RESTRICTED),
        ("åtkomst: begränsad", RESTRICTED),
        ("hozzáférés: korlátozott", RESTRICTED),
        ("非公開: はい", RESTRICTED),
        ("公开: 否", RESTRICTED),
        ("비공개: 예", RESTRICTED),
        # These keep nothing from anybody.
        ("remark: The pier was closed until 2040.", None),
        ("remark: Secret letter of the harbour master", None),
        ("remark: Draft of the minutes", None),
        ("relation: Lindt papers", None),
        ("relations: [Lindt papers]", None),
        ("Redaktion: E. Lang", None),
        ("Rédaction: M. Dupont", None),
        ("reaction: none came", None),
        ("united: the two harbours", None),
        ("seated: from the left", None),
        ("restricted: no", None),
        ("draft: false", None),
        ("redacted: none", None),
        ("status: final", None),
        ("published: 1963-05-01", None),
        ("accession_number: 1994-12", None),
        ("enclosures: two photographs", None),
        ("secretary: Anna Lindqvist", None),
        ("colour: blue", None),
        ("gesperrt: nein", None),
        ("Zugangsnummer: 1994/12", None),
        ("Sekretär: Anna Lindqvist", None),
        ("секретарь: А. Линд", None),
        ("fonds: Секретариат", None),
        ("veröffentlicht: 1963", None),
        ("publicación: 1963-05-01", None),
        ("Geheimrat: von Lind", None),
    ],
)
def test_what_an_entry_may_be_meant_to_do(entry: str, instead: str | None):
    """The line to write instead has the day and the kind of closing that stand there."""
    [(key, node)] = read_yaml(entry, "letter.yml").entries.items()
    wish = wish_of_entry(key, node)
    assert (wish and wish.instead) == instead


@pytest.mark.parametrize(
    ("line", "instead"),
    [
        ("Restricted: until 2040-01-01", "access: {status: embargoed, until: 2040-01-01}"),
        ("Access conditions: not for publication", RESTRICTED),
        ("Confidential: do not publish", RESTRICTED),
        ("Access: closed, not before 2040", RESTRICTED),
        ("Access: not open to readers", RESTRICTED),
        ("Embargo: not before 2030-01-01", "access: {status: embargoed, until: 2030-12-31}"),
        ("Zugang: gesperrt", RESTRICTED),
        ("Доступ: ограничен", RESTRICTED),
        ("Closed: 2040", UNTIL_2040),
        ("Closed: 31 December 2040", UNTIL_2040),
        ("Access: 2040", UNTIL_2040),
        ("Access: none", RESTRICTED),
        ("Status: closed until 2040", UNTIL_2040),
        ("Status: not for publication", RESTRICTED),
        ("Visibility: hidden", RESTRICTED),
        ("visibility: private", RESTRICTED),
        # Papers and catalogues have such lines.
        ("The oil embargo: a memorandum", None),
        ("Zugang: 1957/12", None),
        ("Secret: No. 14", None),
        ("Draft: 3 May", None),
        ("Access: open to all readers", None),
        ("Access: no restrictions, may be published", None),
        ("Relation: Lindt papers", None),
        ("Rédaction: M. Dupont", None),
        ("Closed: 3 May 1957", None),
        ("Status: Secret, No. 14 of 2 copies", None),
        ("Published: in the restricted series", None),
    ],
)
def test_what_a_line_at_the_head_of_a_text_may_be_meant_to_do(line: str, instead: str | None):
    """It closes nothing where it stands, and would be published."""
    key, _, text = line.partition(": ")
    wish = wish_of_line(key, text)
    assert (wish and wish.instead) == instead


@pytest.mark.parametrize(
    ("line", "instead"),
    [
        ("Embargoed until 2040-01-01", "access: {status: embargoed, until: 2040-01-01}"),
        ("*Embargoed until 1 January 2030*", UNTIL_2030),
        ("EMBARGOED", "access: {status: embargoed, until: 2030-12-31}"),
        ("Closed until 2040", "access: {status: embargoed, until: 2040-12-31}"),
        ("Restricted till May 2040", "access: {status: embargoed, until: 2040-12-31}"),
        ("Gesperrt bis 2030-01-01", UNTIL_2030),
        ("Закрыто до 2040", "access: {status: embargoed, until: 2040-12-31}"),
        ("Draft – do not publish", "access: draft"),
        ("Do not publish!", RESTRICTED),
        ("Bitte nicht veröffentlichen", RESTRICTED),
        ("Ne pas publier", RESTRICTED),
        ("Не публиковать", RESTRICTED),
        ("Access restricted", RESTRICTED),
        ("Access not open", RESTRICTED),
        ("Don't publish this", RESTRICTED),
        ("Please don’t publish", RESTRICTED),
        ("This document is closed until 2040", UNTIL_2040),
        ("Please redact the name Jan Lind", REDACT),
        ("Under embargo until 2040", UNTIL_2040),
        ("Hold until 2040", UNTIL_2040),
        ("Keep closed until 2040", UNTIL_2040),
        ("To be opened in 2040", RESTRICTED),
        ("Embargoed untill 2040-01-01", "access: {status: embargoed, until: 2040-01-01}"),
        ("Not for the web", RESTRICTED),
        ("TODO: do not put online", RESTRICTED),
        ("Never on the internet, please", RESTRICTED),
        # Papers have such lines, and headings.
        ("The pier is closed until 2040, and nobody knows why it should be", None),
        ("Embargoed until noon on 3 May 1957", None),
        ("Closed until Monday", None),
        ("The embargo of 1957", None),
        ("Access to the harbour", None),
        ("Restricted", None),
        ("Not for publication", None),
        ("Secret", None),
        ("They did not publish it", None),
        ("This harbour is closed until Monday", None),
        ("Don Pedro published it", None),
        ("To be opened in May 1958", None),
        ("Keep the gate closed", None),
        ("Hold until relieved", None),
    ],
)
def test_what_a_bare_line_at_the_head_of_a_text_may_be_meant_to_do(line: str, instead: str | None):
    """Only what papers do not say: a day of this century, or a word to whoever publishes."""
    wish = wish_of_bare_line(line)
    assert (wish and wish.instead) == instead


@pytest.mark.parametrize(
    ("line", "may_be"),
    [
        ("Restricted", True),
        ("RESTRICTED", True),
        ("[Draft]", True),
        ("Closed until Monday", True),
        ("Embargoed until noon on 3 May 1957", True),
        ("Not for publication", True),
        ("Nicht zur Veröffentlichung", True),
        ("Не для печати", True),
        ("Gesperrt", True),
        ("Hidden until 2040", True),
        ("Hidden until clicked.", False),
        ("Hidden until you click here", False),
        ("Secret", False),
        ("TOP SECRET", False),
        ("Совершенно секретно", False),
        ("SECKET", False),
        ("Vertraulich", False),
        ("RESTRICTIONS", False),
        ("Draft resolution on the pier", False),
        ("No ships, no open questions", False),
        ("Not a single crane", False),
    ],
)
def test_which_lines_are_a_marking_or_a_wish(line: str, may_be: bool):
    """Words of the program’s own, and those that keep papers from the public; what papers are classed by closes nothing."""
    assert may_be_a_marking(line) == may_be


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Note: do not publish", "unmarked-entry"),
        ("For the editor of this site: do not publish!", "unmarked-entry"),
        ("Embargoed until 2040: by wish of the family", "unmarked-entry"),
        ("RESTRICTED:", "marking-or-access"),
        ("Note: the pier is closed", ""),
        ("To whom it may concern: three ships", ""),
        ("Draft: 3 May", ""),
    ],
)
def test_a_wish_may_stand_before_a_colon_or_behind_it(line: str, code: str):
    """Whoever it is said to, and whatever the line is called."""
    source = SourceText("x.txt", (line, "", "The pier is sound."), "utf-8")
    problems = unmarked_lines(source, "x.yml", (), is_access_stated=False)
    assert "".join(problem.code for problem in problems) == code
