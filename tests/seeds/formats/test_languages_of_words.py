"""Words of another language or direction than their paragraph keep both on the page, whatever else is said of them."""

import gzip
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.seeds.formats.office_files import p, r, word_file

from archivegen.archive.passages import passages_of
from archivegen.cli import main
from archivegen.pages.block_view import BlockView
from archivegen.pages.body import block_views, mark_kinds
from archivegen.records.packed import packed, unpacked
from archivegen.records.record import Record
from archivegen.records.serial import record_as_json
from archivegen.seeds.normalise import read_document

TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body xml:lang="de">{}</body></text></TEI>'


def page(markup: str) -> Record:
    return read_document(markup.encode(), "seeds/a.html")


def letter(markup: str) -> Record:
    return read_document(TEI.format(markup).encode(), "seeds/a.xml")


def views_of(record: Record) -> list[BlockView]:
    return list(block_views(passages_of(record.body)))


@pytest.mark.parametrize(
    ("markup", "html"),
    [
        ("<p>le <span lang=FRA>mot juste</span>", 'le <span lang="fr">mot juste</span>'),
        ("<p>le <i lang=fr>mot</i>", 'le <span lang="fr"><em>mot</em></span>'),
        ("<p>le <cite xml:lang=zh-hant>字</cite>", 'le <span lang="zh-Hant"><em>字</em></span>'),
        ("<p>by <span dir=RTL>דב <b>לוי</b> [כהן]</span>.",
         'by <span dir="rtl">דב <strong>לוי</strong> <span class="mark supplied">[כהן]</span></span>.'),
        ("<p>by <span lang=he dir=rtl>לוי</span>", 'by <span dir="rtl"><span lang="he">לוי</span></span>'),
        ("<p>by <span lang=he dir=rtl>לוי <i lang=en dir=ltr>Levi</i> כהן</span>",
         'by <span dir="rtl"><span lang="he">לוי <span dir="ltr"><span lang="en"><em>Levi</em></span></span> כהן</span></span>'),
        ("<p>by <bdi>לוי</bdi>, <bdi dir=rtl>לוי</bdi>", 'by <span dir="auto">לוי</span>, <span dir="rtl">לוי</span>'),
        ("<p>a <span lang=fr>un <span lang=it>uno</span> deux</span>",
         'a <span lang="fr">un <span lang="it">uno</span> deux</span>'),
        ("<p>quay [near <span lang=fr>la jetée] du</span> port",
         'quay <span class="mark supplied">[near <span lang="fr">la jetée]</span></span><span lang="fr"> du</span> port'),
        ("<p>cross<span lang=fr>mot</span>s", 'cross<span lang="fr">mot</span>s'),
        ("<p lang=fr>le <span lang=fr dir='up'>mot</span>", "le mot"),
        ("<p>a <span lang='\"><script>' dir='\"x'>b</span> <span lang=und>c</span>", "a b c"),
    ],
)  # fmt: skip
def test_words_of_a_web_page(markup: str, html: str):
    """Tags are those of the register or none; words of one language or direction stay together, so that they are set in order."""
    (view,) = views_of(page(markup))
    assert view.html == html


def test_words_in_cells_items_and_notes():
    """What an item says is of the whole of it; a cell has its own beside those of its row."""
    record = page(
        "<ul lang=fr><li>un <i lang=en>one</i></ul><table><tr lang=it><td>a<td lang=ar dir=rtl>ب<tr><td>c<td><p lang=es>d</table>"
        '<p>Pier<sup><a href="#n1">1</a></sup><p id=n1>1. See <i lang=la>ibidem</i>.'
    )
    item, table, _, note = views_of(record)
    assert (str(item.attributes), item.html) == (' lang="fr"', '• un <span lang="en"><em>one</em></span>')
    assert [(str(row.attributes), *(cell.html for cell in row.cells)) for row in table.rows] == [
        (' lang="it"', "a", '<span dir="rtl"><span lang="ar">ب</span></span>'),
        ("", "c", '<span lang="es">d</span>'),
    ]
    assert note.html == 'See <span lang="la"><em>ibidem</em></span>.'


def test_words_of_tei():
    """`foreign`, and any other element that says its language, around words, in paragraphs, cells and notes."""
    record = letter(
        '<p>ein <foreign xml:lang="fra">mot <hi>juste</hi></foreign>, <hi xml:lang="la">ibidem</hi>'
        '<note n="1" xml:lang="en">See <foreign xml:lang="ru">порт</foreign>.</note>.</p>'
        '<p xml:lang="fr">un mot <foreign>x</foreign></p>'
        '<table><row><cell>a</cell><cell xml:lang="es">b</cell></row></table>'
    )
    found = [(str(view.attributes), str(view.html)) for view in views_of(record)]
    reference = re.search(r"<sup.*?</sup>", found[0][1])
    assert reference
    assert found == [
        (' lang="de"',
         f'ein <span lang="fr">mot <em>juste</em></span>, <span lang="la"><em>ibidem</em></span>{reference.group()}.'),
        (' lang="fr"', "un mot x"),
        (' lang="de"', 'a\n<span lang="es">b</span>'),
        (' lang="en"', 'See <span lang="ru">порт</span>.'),
    ]  # fmt: skip


def test_the_language_of_a_checker_of_spelling_is_not_taken():
    """Word marks all words with the language of a keyboard or a template."""
    run = r("Der Hafen ist geschlossen.", '<w:lang w:val="en-US"/>')
    (view,) = views_of(read_document(word_file(p(run)), "seeds/a.docx"))
    assert (str(view.attributes), view.html) == ("", "Der Hafen ist geschlossen.")


def test_the_data_say_it_and_keep_it():
    """A mark of a language is no sign that is explained below the text; the record is the same when it was kept."""
    record = page("<p>The word <i lang=fr>mot</i>, by <bdi>לוי</bdi>.")
    assert unpacked(json.loads(json.dumps(packed(record)))) == record
    assert mark_kinds(record.body) == ()
    (block,) = record_as_json(record, "a")["body"]["blocks"]
    assert block["marks"] == [
        {"kind": "language", "text": "mot", "language": "fr"},
        {"kind": "emphasis", "text": "mot"},
        {"kind": "direction", "text": "לוי", "direction": "auto"},
    ]


def test_search_finds_whole_words(tmp_path: Path):
    """A word of which a part is in another language is one word to readers and to the search."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "archive.yml").write_text("title: Pier\n", "utf-8")
    (tmp_path / "seeds" / "a.html").write_text(
        "<h1>On the pier</h1><p>The cross<i lang=fr>mot</i>s of <bdi>Ivan</bdi>ovich were solved.", "utf-8"
    )
    assert CliRunner().invoke(main, ["build", str(tmp_path), "--quiet"]).exit_code == 0
    (fragment,) = (tmp_path / "build" / "pagefind").rglob("*.pf_fragment")
    assert "The crossmots of Ivanovich were solved." in gzip.decompress(fragment.read_bytes()).decode()
