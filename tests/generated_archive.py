"""An archive of any size, made up: the same number gives the same documents.

Names follow Zipf's law, as in real archives: a few people are in many documents, most in one or two. Run as a program with a folder
and a number, it writes the archive there.
"""

import sys
from itertools import accumulate
from pathlib import Path
from random import Random

from tests.generated_words import Words

FIRST_YEAR, YEARS = 1919, 45
_SYLLABLES = (
    "ba ber da del fen gar hol is kar lan lin mar nor os pel quen ram sol tar ul ven wes yar zan".split()
)
_GIVEN = "Anna Boris Clara Daniel Emil Frieda Georg Helene Irina Jakob Karin Leo Maria Nils Olga Pavel Rosa Stefan Tomas Vera".split()
_KINDS = "letter telegram report memorandum journal minutes speech note".split()
_ARCHIVES = (
    "State Archive of Westhaven", "Harbour Board Archive", "Archive of the Foreign Ministry of Sylvania", "City Archive of Northport",
)  # fmt: skip
# Real places beside invented ones: a gazetteer knows the former.
_PLACES = (
    "Vienna", "Prague", "Warsaw", "Budapest", "Belgrade", "Trieste", "Hamburg", "Riga", "Odessa", "Istanbul", "Beijing", "Hanoi",
    "Cairo", "Geneva", "Stockholm", "Helsinki", "Westhaven", "Northport", "Lindqvist Bay",
)  # fmt: skip
_WORDS = (
    "harbour board ship cargo grain letter council minister visit question answer report delegation agreement price winter road "
    "bridge school doctor officer village town market train money paper evening morning talk proposal refusal plan number month "
    "old new long short whole important difficult friendly careful public secret further several former present"
).split()
_VERBS = "said wrote asked answered explained proposed refused agreed expected reported mentioned remembered doubted".split()


def write_archive(folder: Path, count: int, seed: int = 1957, words: Words | None = None) -> Path:
    """Write an archive of `count` documents into a folder that is not there yet, and return it.

    Their texts are of few words; or of these, if there are some, and of some four hundred each.
    """
    chance = Random(seed)  # noqa: S311  # made-up documents, not secrets
    seeds = folder / "seeds"
    seeds.mkdir(parents=True)
    people = [_name(chance) for _ in range(max(20, count // 4))]
    weights = list(accumulate(1 / rank for rank in range(1, len(people) + 1)))
    folder.joinpath("archive.yml").write_text(
        "title: Papers of the Westhaven Harbour Board\nlead: Letters, telegrams and minutes of a harbour board.\n",
        "utf-8",
    )
    for number in range(count):
        year = FIRST_YEAR + int(YEARS * chance.betavariate(2, 3))
        place = seeds / str(year)
        place.mkdir(parents=True, exist_ok=True)
        text = _document(chance, number, year, chance.choices(people, cum_weights=weights, k=6), words)
        place.joinpath(f"paper-{number:06}.md").write_text(text, "utf-8")
    return folder


def _name(chance: Random) -> str:
    surname = "".join(chance.choices(_SYLLABLES, k=chance.choice((2, 2, 3)))).capitalize()
    return f"{chance.choice(_GIVEN)} {surname}"


def _document(chance: Random, number: int, year: int, people: list[str], words: Words | None) -> str:
    writer, addressee, *named = people
    kind, place, archive = chance.choice(_KINDS), chance.choice(_PLACES), chance.choice(_ARCHIVES)
    day = f"{year}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    subject = " ".join(chance.choices(_WORDS, k=3))
    head = {
        "title": f"{kind.capitalize()} on the {subject}", "date": day, "kind": kind, "creators": writer, "recipients": addressee,
        "place": place, "language": "English", "repository": archive,
        "reference_code": f"fond {number % 7 + 1}, opis {number % 5 + 1}, delo {number // 40 + 1}, list {number % 40 + 1}",
        "summary": f"{writer} writes to {addressee} on the {subject}.", "rights": "Public domain",
    }  # fmt: skip
    count = chance.randint(4, 12)
    paragraphs = [_worded(chance, words) if words else _paragraph(chance, named) for _ in range(count)]
    return (
        "---\n"
        + "".join(f"{key}: {value}\n" for key, value in head.items())
        + "---\n\n"
        + "\n\n".join(paragraphs)
        + "\n"
    )


def _paragraph(chance: Random, people: list[str]) -> str:
    sentences = []
    for _ in range(chance.randint(4, 9)):
        words = " ".join(chance.choices(_WORDS, k=chance.randint(6, 14)))
        who = (
            chance.choice(people)
            if chance.random() < 0.25
            else chance.choice(("The board", "He", "She", "The minister"))
        )
        sentences.append(f"{who} {chance.choice(_VERBS)} that the {words}.")
    return " ".join(sentences)


def _worded(chance: Random, words: Words) -> str:
    return f"{' '.join(words.some(chance, chance.randint(30, 70)))}.".capitalize()


if __name__ == "__main__":
    write_archive(Path(sys.argv[1]), int(sys.argv[2]))
