"""Codes without dots beside codes that have a scheme: the same village where nothing speaks against it.

Ten digits alone may stand in the list of the home ministry or of the statistics office, and the two collide. Where
input beside them has the same digits in one scheme alone, and no other name, they are taken to be of that village.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from recommender.language.errors import Problem, problem
from recommender.villages.records import VillageRecord
from recommender.villages.tables.places import file_of


def in_known_schemes(records: Sequence[VillageRecord]) -> tuple[list[VillageRecord], list[Problem]]:
    """Return the records, codes without a scheme in that of the same digits beside them, and what was so taken."""
    known: dict[str, list[VillageRecord]] = {}
    for record in records:
        if record.scheme != "unknown":
            known.setdefault(record.key[0], []).append(record)
    joined, taken = [], dict[tuple[str, str], list[str]]()
    for record in records:
        beside = known.get(record.key[0], []) if record.scheme == "unknown" else []
        schemes = {other.scheme for other in beside}
        if len(schemes) == 1 and not any(_differ(record.names.name, other.names.name) for other in beside):
            (scheme,) = schemes
            taken.setdefault((file_of(record.where), scheme), []).append(record.code)
            joined.append(replace(record, code=beside[0].code, scheme=scheme))
        else:
            joined.append(record)
    said = [
        problem(file, "scheme-taken", count=len(set(codes)), value=min(codes), scheme=scheme)
        for (file, scheme), codes in taken.items()
    ]
    return joined, said


def same_digits(records: Iterable[VillageRecord]) -> list[Problem]:
    """Return a warning for each file whose codes without a scheme have the digits of codes with one all the same."""
    together = tuple(records)
    known = {record.key[0] for record in together if record.scheme != "unknown"}
    by_file: dict[str, list[str]] = {}
    for record in together:
        if record.scheme == "unknown" and record.code in known:
            by_file.setdefault(file_of(record.where), []).append(record.code)
    return [problem(file, "same-digits", count=len(set(codes)), value=min(codes)) for file, codes in by_file.items()]


def _differ(one: str, other: str) -> bool:
    """Return whether two names are given and, letters and digits alone, are not the same."""
    plain = ["".join(filter(str.isalnum, name)).casefold() for name in (one, other)]
    return all(plain) and plain[0] != plain[1]
