"""Documents that an archivist names as related: those of the archive by their titles, others in the words that were given."""

from pathlib import Path

from tests.conftest import build_quietly

LETTER = "---\ntitle: {title}\ndate: {date}\n{more}---\n\nThe pier was closed.\n"


def test_a_related_document_is_named_by_its_title(tmp_path: Path):
    """By its id or its address; what is no document of the archive stays as it was written and leads nowhere."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "archive.yml").write_text("title: Harbour archive\n", "utf-8")
    more = "related: [1957-05-22-storm, documents/1957-05-22-storm/, The report of the mayor]\n"
    for title, date, said in (("On the storm", "1957-05-22", ""), ("On the flood", "1957-06-03", more)):
        text = LETTER.format(title=title, date=date, more=said)
        (tmp_path / "seeds" / f"{date}.md").write_text(text, "utf-8")
    site = build_quietly(tmp_path, with_search=False)
    html = (site / "documents" / "1957-06-03-flood" / "index.html").read_text("utf-8")
    panel = html[html.index('class="field field-related"') :].partition("</div>")[0]
    assert panel.count('<a href="../1957-05-22-storm/">On the storm</a>') == 1
    assert "1957-05-22-storm</" not in panel
    assert ">The report of the mayor</" in panel.replace("\n", "")
