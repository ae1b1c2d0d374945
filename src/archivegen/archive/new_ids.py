"""The ids of documents that were never published: which each gets, and which get none until what they ask for is settled."""

from __future__ import annotations

from typing import NamedTuple

from archivegen.archive.address_problems import Clash, bad_id, clashes, still_held
from archivegen.problems import Problem
from archivegen.records.record import Record
from archivegen.storage.ids import LONGEST_ID, is_fit
from archivegen.storage.ledger import Ledger

# The records that claim an id, by the id and whether it was made by rule 1.
Claims = dict[tuple[str, bool], list[Record]]


class Given(NamedTuple):
    """The ids of records that were never published, by their paths, and what is wrong with claims on published ones; which
    records get none, and why.
    """

    id_by_path: dict[str, str]
    problems: tuple[Problem, ...]
    without_id: frozenset[str]
    unsettled: tuple[Problem, ...]


def new_ids(claims: Claims, ledger: Ledger, held: dict[str, str]) -> Given:
    """Return an id for each record that claims one; `held` are the published ids by the paths where their documents are now."""
    problems: list[Problem] = []
    clashing: list[Clash] = []
    disputed: list[Clash] = []
    unfit: list[tuple[str, list[Record]]] = []
    source_by_id = {entry.id: entry.source for entry in ledger.entries}
    source_by_id |= {document_id: path for path, document_id in held.items()}
    id_by_path: dict[str, str] = {}
    for (new_id, is_made), claimants in sorted(claims.items()):
        if not is_fit(new_id):
            unfit.append((new_id, claimants))
        elif is_made:
            id_by_path |= _with_suffixes(new_id, claimants, source_by_id)
        elif ledger.entry(new_id):
            problems.append(still_held(new_id, claimants, source_by_id[new_id]))
        elif new_id in source_by_id:
            clashing.append((new_id, claimants, source_by_id[new_id]))
        else:
            # Whoever gets it in the end: it is not free for an id that is made.
            source_by_id[new_id] = claimants[0].source.path
            if len(claimants) > 1:
                disputed.append((new_id, claimants, None))
            else:
                id_by_path[claimants[0].source.path] = new_id
    refused = [*unfit, *((new_id, claimants) for new_id, claimants, _ in disputed)]
    return Given(
        id_by_path,
        (*problems, *clashes(clashing)),
        frozenset(record.source.path for _, claimants in refused for record in claimants),
        (
            *clashes(disputed),
            *(bad_id(record, new_id) for new_id, claimants in unfit for record in claimants),
        ),
    )


def _with_suffixes(new_id: str, claimants: list[Record], source_by_id: dict[str, str]) -> dict[str, str]:
    """Return an id for each claimant, those after the first with a number; they are noted in `source_by_id`."""
    number = 1
    given = {}
    for record in claimants:
        candidate = new_id
        while candidate in source_by_id:
            number += 1
            candidate = f"{new_id[: LONGEST_ID - 5].rstrip('-')}-{number}"
        source_by_id[candidate] = record.source.path
        given[record.source.path] = candidate
    return given
