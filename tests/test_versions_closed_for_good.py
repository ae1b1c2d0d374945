"""A version that was open and is closed, whatever becomes of it afterwards: its file goes, or its document is withdrawn."""

from pathlib import Path

import pytest

from archivegen.archive.publication import review_of
from archivegen.ledger_keeping import withdraw
from archivegen.problems import Refusal
from archivegen.reading import read_archive
from archivegen.review_report import review_text
from tests.conftest import build_quietly, publish_quietly, request_for
from tests.joined_archives import ENGLISH, KOREAN, OF_KOREAN, lay_out
from tests.test_closed_versions import ARCHIVE, CLOSED, SPY, scan, with_canaries

ID = "letter-1"
SPY_OF_LETTER = f"version_of: letter.txt\n{SPY}"
OTHER = {
    "seeds/other.txt": "Letter from Otto Brahm\n\nSomething else is here, so that there is something to search.\n"
}


def published_thrice(root: Path) -> Path:
    """Publish a letter whose translation is spoken of in two ways, one after the other, in its own file."""
    letter = {"seeds/letter.txt": KOREAN, "seeds/letter.yml": f"{OF_KOREAN}date: 1961-03-04\nid: {ID}\n"}
    lay_out(root, {**ARCHIVE, **OTHER, **letter})
    said = ("", "changes: The name of Quillfeather was added\n", "changes: A comma was put\n")
    for day, (posture, changes) in enumerate(zip(("waiting", "standing", "sitting"), said, strict=True), 10):
        text = ENGLISH.replace("waiting", posture).replace("surveyor", "measurer")
        lay_out(root, {"seeds/spy.txt": text, "seeds/spy.yml": SPY_OF_LETTER + changes})
        publish_quietly(root, f"2026-11-{day}")
    return root


def remove(root: Path, *names: str) -> None:
    for name in names:
        (root / "seeds" / name).unlink()


def withdrawn(root: Path, **parts: bool) -> None:
    withdraw(
        request_for(root), ID, "By wish of the family", "2026-11-20", conceal=parts.get("conceal", False)
    )


def test_what_a_closed_version_ever_said_had_changed_goes_with_it(tmp_path: Path):
    """Not only what its file says now; and it comes back with it."""
    root = published_thrice(tmp_path)
    lay_out(root, {"seeds/spy.yml": f"{SPY_OF_LETTER}changes: A comma was put\n{CLOSED}"})
    for site in (build_quietly(root), publish_quietly(root, "2026-11-13")):
        assert with_canaries(site) == []
        assert "A comma was put" not in (site / "changes" / "index.html").read_text("utf-8")
    lay_out(root, {"seeds/spy.yml": SPY_OF_LETTER})
    changes = publish_quietly(root, "2026-11-14") / "changes" / "index.html"
    assert "The name of Quillfeather was added" in changes.read_text("utf-8")


def test_a_change_that_the_document_says_as_well_as_its_version_is_its_own(tmp_path: Path):
    """Original and translation were corrected together: what closes the one takes nothing from the other."""
    root = published_thrice(tmp_path)
    said, both = f"{OF_KOREAN}date: 1961-03-04\nid: {ID}\n", "changes: Both were corrected\n"
    text = ENGLISH.replace("waiting", "resting").replace("surveyor", "measurer")
    lay_out(
        root, {"seeds/letter.yml": said + both, "seeds/spy.yml": SPY_OF_LETTER + both, "seeds/spy.txt": text}
    )
    publish_quietly(root, "2026-11-13")
    lay_out(root, {"seeds/letter.yml": said, "seeds/spy.yml": SPY_OF_LETTER + CLOSED})
    for site in (build_quietly(root), publish_quietly(root, "2026-11-14")):
        assert with_canaries(site) == []
        assert "Both were corrected" in (site / "changes" / "index.html").read_text("utf-8")


def test_a_closed_version_stays_closed_when_its_file_is_gone(tmp_path: Path):
    """Its name, its places and what it said do not come back; another translator gets none of its addresses."""
    root = published_thrice(tmp_path)
    lay_out(root, {"seeds/spy.yml": SPY_OF_LETTER + CLOSED})
    publish_quietly(root, "2026-11-13")
    remove(root, "spy.txt", "spy.yml")
    assert with_canaries(build_quietly(root)) == []
    for day in ("2026-11-14", "2026-11-15"):
        assert with_canaries(publish_quietly(root, day)) == []
    ann = "version_of: letter.txt\ncontributors: [{name: Ann Lee, role: translator}]\n"
    lay_out(root, {"seeds/ann.txt": ENGLISH.replace("surveyor", "measurer"), "seeds/ann.yml": ann})
    site = publish_quietly(root, "2026-11-16")
    assert with_canaries(site) == []
    assert 'id="en-2-p-' in (site / "documents" / ID / "index.html").read_text("utf-8")


@pytest.mark.parametrize("is_recorded", [False, True])
@pytest.mark.parametrize("of", ["letter.txt", "scan.pdf"])
def test_nothing_of_a_closed_version_is_left_when_its_document_is_withdrawn(
    tmp_path: Path, of: str, is_recorded: bool
):
    """Neither title nor name nor what it said, also where the closing was never published."""
    root = published_thrice(tmp_path)
    spy = SPY_OF_LETTER
    if of == "scan.pdf":
        remove(root, "letter.txt", "letter.yml")
        spy = f"version_of: scan.pdf\nlanguage: en\n{SPY}"
        own = {"seeds/scan.pdf": scan(), "seeds/scan.yml": f"id: {ID}\ndate: 1961-03-04\n"}
        lay_out(root, {**own, "seeds/spy.yml": spy})
        publish_quietly(root, "2026-11-13")
    lay_out(root, {"seeds/spy.yml": spy + CLOSED})
    if is_recorded:
        publish_quietly(root, "2026-11-14")
    remove(root, of, of.partition(".")[0] + ".yml")
    withdrawn(root)
    assert with_canaries(build_quietly(root)) == []
    remove(root, "spy.txt", "spy.yml")
    site = build_quietly(root)
    assert with_canaries(site) == []
    assert "By wish of the family" in (site / "documents" / ID / "index.html").read_text("utf-8")


def test_a_closed_document_is_withdrawn_without_its_title(tmp_path: Path):
    """The page that says so would show what nobody may see."""
    root = lay_out(
        tmp_path, {**ARCHIVE, **OTHER, "seeds/spy.txt": ENGLISH, "seeds/spy.yml": f"id: {ID}\n{SPY}"}
    )
    publish_quietly(root, "2026-11-10")
    lay_out(root, {"seeds/spy.yml": f"id: {ID}\n{SPY}{CLOSED}"})
    publish_quietly(root, "2026-11-11")
    remove(root, "spy.txt", "spy.yml")
    with pytest.raises(Refusal, match='--reason "…" --conceal'):
        build_quietly(root)
    with pytest.raises(Refusal, match="withdraw it with --conceal"):
        withdrawn(root)
    withdrawn(root, conceal=True)
    assert with_canaries(build_quietly(root)) == []


def test_a_name_that_only_a_closed_version_brought_is_not_taken_from_an_authority_file(tmp_path: Path):
    """The ledger keeps its address, and nobody is called by it."""
    root = published_thrice(tmp_path)
    lay_out(root, {"seeds/spy.yml": SPY_OF_LETTER + CLOSED})
    publish_quietly(root, "2026-11-13")
    people = {"people.yml": "Vera Quillfeather:\n  variants: [V. Brown]\n"}
    lay_out(
        root,
        {
            **people,
            "seeds/third.txt": "Letter\n\nMy dear friend.\n",
            "seeds/third.yml": "creators: [V. Brown]\n",
        },
    )
    assert with_canaries(build_quietly(root)) == []
    site = publish_quietly(root, "2026-11-14")
    assert with_canaries(site) == []
    assert (site / "people" / "v-brown" / "index.html").is_file()


def test_an_address_with_words_of_a_closed_version_is_named(tmp_path: Path):
    """It was promised, and only the archivist can decide what is worse."""
    own = {"seeds/scan.pdf": scan(), "seeds/scan.yml": "date: 1961-03-04\n", "seeds/spy.txt": ENGLISH}
    spy = f"version_of: scan.pdf\nlanguage: en\n{SPY}"
    root = lay_out(tmp_path, {**ARCHIVE, **OTHER, **own, "seeds/spy.yml": spy})
    publish_quietly(root, "2026-11-10")
    lay_out(root, {"seeds/spy.yml": spy + CLOSED})
    reading = read_archive(request_for(root, day="2026-11-11"))
    assert (
        "documents/1961-03-04-quillfeather-denounces-board/ has words of a version that is closed (quillfeather, denounces, "
        "board): they are the address itself, and remain as long as the address does."
    ) in review_text(review_of(reading.archive, reading.ledger))
