"""Who is named together with whom, as several readers of a preview ask for it at once."""

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from archivegen.archive.company import Company
from archivegen.archive.entities import Entity, Mention
from archivegen.records.values import AgentValue

THREADS = 8


def person(name: str, documents: range) -> Entity:
    """Return somebody who is named in documents, which are called after their numbers."""
    mentions = tuple(
        Mention(str(number), "participants", AgentValue(value=name, rule="list_of_participants"))
        for number in documents
    )
    return Entity("people", name, name, name, name, mentions)


@pytest.fixture
def _in_small_steps() -> Iterator[None]:
    """Let threads take turns as often as they can."""
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(interval)


@pytest.mark.usefixtures("_in_small_steps")
def test_all_who_ask_at_once_hear_the_same():
    """Also those who come while it is gathered: the delegation of forty met two thousand times."""
    people = [person(f"delegate-{number:02}", range(2000)) for number in range(40)]
    together = Barrier(THREADS)
    company = Company(people)

    def asked(_: int) -> list[tuple[str, int]]:
        together.wait()
        return [(entity.key, count) for entity, count in company.of(people[0], 50)]

    with ThreadPoolExecutor(THREADS) as threads:
        answers = list(threads.map(asked, range(THREADS)))
    assert answers == [[(each.key, 2000) for each in people[1:]]] * THREADS
