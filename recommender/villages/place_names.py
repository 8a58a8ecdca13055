"""Names of the places that a village lies in: the data's own, else those of the official list.

In: villages and records as read, the knowledge base. Out: villages with what names were missing, by their codes; and
once a place, a warning where the data call it quite otherwise, for then names or codes may be of another place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from recommender.knowledge.place_names import LEVELS, is_called, place_name, place_of
from recommender.language.errors import Problem, problem
from recommender.model.knowledge import KnowledgeBase
from recommender.model.village import Village
from recommender.villages.records import VillageRecord
from recommender.villages.tables.places import file_of


def with_place_names(village: Village, kb: KnowledgeBase) -> Village:
    """Return the village, a province, district or subdistrict that the data leave unnamed by its name in the list.

    What was read stays what it was: `sha256` does not change.
    """
    given: dict[str, Any] = {
        level: name
        for level in LEVELS
        if not getattr(village, level)
        and (code := place_of(kb, village.code, village.code_scheme, level)) is not None
        and (name := place_name(kb, code)) is not None
    }
    return replace(village, **given) if given else village


def other_places(records: Iterable[VillageRecord], kb: KnowledgeBase) -> Iterator[Problem]:
    """Yield a warning for each place that the data do not call as the list does, at the first file that does so."""
    said: dict[tuple[str, str], list[VillageRecord]] = {}
    for record in records:
        for level in LEVELS:
            name = getattr(record.names, level)
            code = place_of(kb, record.code, record.scheme, level) if name else None
            if code is not None:
                said.setdefault((code, name), []).append(record)
    differing: dict[str, dict[str, list[VillageRecord]]] = {}
    for (code, name), found in sorted(said.items()):
        if not is_called(kb, code, name):
            differing.setdefault(code, {})[name] = found
    for code, names in differing.items():
        found = [record for records in names.values() for record in records]
        yield problem(
            min(file_of(record.where) for record in found),
            "place-differs",
            code=code,
            name=place_name(kb, code) or code,
            names=", ".join(names),
            count=len({record.key for record in found}),
        )
