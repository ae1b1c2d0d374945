"""Files of office programs as the tests need them: packages with the parts they are given."""

import io
import zipfile

from archivegen.seeds.formats.reading import manuscripts_in
from archivegen.seeds.source_text import SourceText

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    f'{WORD} xmlns:r="{RELATIONS}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wp="urn:drawing" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
OPENDOCUMENT = " ".join(
    f'xmlns:{prefix}="{OASIS}{name}:1.0"'
    for prefix, name in {
        "office": "office", "text": "text", "style": "style", "table": "table", "draw": "drawing",
        "fo": "xsl-fo-compatible", "manifest": "manifest",
    }.items()
)  # fmt: skip


def read_source(content: bytes, path: str) -> SourceText:
    """Return the text of the one document of a file."""
    return manuscripts_in(content, path)[0].text


def package(parts: dict[str, str | bytes]) -> bytes:
    """Return a package of parts by their names; made twice it is the same in every byte."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def word_parts(body: str, **parts: str) -> dict[str, str | bytes]:
    """Return the parts of a Word document: its body, and others by their kind (`styles`, `footnotes`)."""
    relations = "".join(
        f'<Relationship Id="{kind}" Type="{RELATIONS}/{kind.rstrip("0123456789")}" Target="{kind}.xml"/>'
        for kind in parts
    )
    found: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships><Relationship Id="a" Type="{RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": f"<Relationships>{relations}</Relationships>",
    }
    for kind, content in parts.items():
        name = kind.rstrip("0123456789")
        root = {"header": "hdr", "footer": "ftr"}.get(name, name)
        found[f"word/{kind}.xml"] = f"<w:{root} {NAMESPACES}>{content}</w:{root}>"
    return found


def word_file(body: str, **parts: str) -> bytes:
    return package(word_parts(body, **parts))


def p(words: str, style: str = "", properties: str = "") -> str:
    """Return a paragraph of Word; words that have no markup are one run."""
    runs = words if words.startswith("<") else r(words)
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{runs}</w:p>"


def r(words: str, properties: str = "") -> str:
    """Return a run of Word."""
    parts = "<w:tab/>".join(f'<w:t xml:space="preserve">{part}</w:t>' for part in words.split("\t"))
    return f"<w:r><w:rPr>{properties}</w:rPr>{parts}</w:r>"


def table(*rows: tuple[str, ...]) -> str:
    """Return a table of Word."""
    return (
        "<w:tbl>"
        + "".join("<w:tr>" + "".join(f"<w:tc>{p(cell)}</w:tc>" for cell in row) + "</w:tr>" for row in rows)
        + "</w:tbl>"
    )


def opendocument_parts(
    body: str, automatic: str = "", common: str = "", masters: str = ""
) -> dict[str, str | bytes]:
    """Return the parts of an OpenDocument text: its body and its styles."""
    return {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "META-INF/manifest.xml": f"<manifest:manifest {OPENDOCUMENT}/>",
        "content.xml": f"<office:document-content {OPENDOCUMENT}><office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        "styles.xml": f"<office:document-styles {OPENDOCUMENT}><office:styles>{common}</office:styles>"
        f"<office:master-styles>{masters}</office:master-styles></office:document-styles>",
    }


def opendocument_file(body: str, automatic: str = "", common: str = "", masters: str = "") -> bytes:
    return package(opendocument_parts(body, automatic, common, masters))
