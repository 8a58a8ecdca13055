"""Records -> villages: readings with the same code and scheme are joined, and contradictions are named.

Equal readings count once. Where two readings of a year differ, the value is unknown. Facts without a year belong to
the newest; of dated facts the newest counts. The result does not depend on the order of records.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from typing import TypeVar

from recommender.language.errors import Problem, problem
from recommender.language.wording import Phrase, phrase
from recommender.model.village import FactValue, PublishedIndex, Village, YearData
from recommender.villages.cells import fold
from recommender.villages.records import VillageNames, VillageRecord

_ROUNDED = 0.00005 + 1e-12  # official tables print four decimals
Said = TypeVar("Said")
PlaceNames = tuple[str, ...]
Readings = dict[str, list[tuple[str, Said]]]  # what is read -> the place and the value of each reading


def merge(records: Iterable[VillageRecord]) -> list[Village]:
    """Return the villages, sorted by key."""
    groups: dict[tuple[str, str], list[VillageRecord]] = {}
    for record in records:
        groups.setdefault(record.key, []).append(record)
    return [_village(groups[key]) for key in sorted(groups)]


def _village(records: list[VillageRecord]) -> Village:
    records = sorted(records, key=lambda record: (record.where, record.year or 0))
    code = max((record.code for record in records), key=lambda text: (len(text), text))
    problems = {found for record in records for found in record.fact_problems}
    years: dict[tuple[int, str], list[VillageRecord]] = {}
    for record in records:
        if record.year is not None and record.framework is not None:
            years.setdefault((record.year, record.framework), []).append(record)
        else:
            problems.update(record.year_problems)
    merged = [_year(*key, years[key], code) for key in sorted(years)]
    # A year of which only the published total is known says nothing of needs; it must not become the newest.
    merged = [year for year in merged if year.values] or merged
    facts = _facts(records, code, problems)
    problems.update(_other_names(records, code))
    village = Village(
        code=code,
        code_scheme=records[0].scheme,
        **{what.name: _newest_name(records, what.name) for what in fields(VillageNames)},
        years=tuple(merged),
        facts=facts,
        problems=tuple(sorted(problems)),
        source="+".join(sorted({record.kind for record in records})),
    )
    return replace(village, sha256=_digest(village))


def _agreed(readings: Readings[Said]) -> tuple[dict[str, Said], dict[PlaceNames, list[str]]]:
    """Return what all readings agree on, sorted by name; and what they give otherwise, by the places that differ."""
    agreed: dict[str, Said] = {}
    differing: dict[PlaceNames, list[str]] = {}
    for name, read in sorted(readings.items()):
        if len({(type(value), value) for _, value in read}) == 1:
            agreed[name] = read[0][1]
        else:
            values = sorted({str(value).lower() for _, value in read})
            differing.setdefault(_places(read), []).append(f"{name} ({' / '.join(values)})")
    return agreed, differing


def _places(read: Iterable[tuple[str, object]]) -> PlaceNames:
    return tuple(sorted({where for where, _ in read}))


def _others(places: PlaceNames) -> str | Phrase:
    """Return the places besides the first, at which a contradiction is told."""
    return ", ".join(places[1:]) or phrase("elsewhere")


def _year(year: int, framework: str, records: Sequence[VillageRecord], code: str) -> YearData:
    problems = {found for record in records for found in record.year_problems}
    confirmed = frozenset().union(*(record.confirmed & record.values.keys() for record in records))
    readings: Readings[int] = {}
    for record in records:
        for name, value in record.values.items():
            if name not in confirmed or name in record.confirmed:  # what was checked goes before what was not
                readings.setdefault(name, []).append((record.where, value))
    values, differing = _agreed(readings)
    for places, names in differing.items():
        others = _others(places)
        problems.add(problem(places[0], "conflicting-values", village=code, year=year, others=others, names=names))
    return YearData(
        framework=framework,
        year=year,
        values=values,
        published=records[0].published if len(records) == 1 else _published(records, code, year, problems),
        confirmed=confirmed & values.keys(),
        problems=tuple(sorted(problems)),
    )


def _published(records: Sequence[VillageRecord], code: str, year: int, problems: set[Problem]) -> PublishedIndex:
    """Return the published index: its publisher's before others', and none where two of a kind differ."""
    readings: Readings[tuple[bool, float | str]] = {}
    for record in records:
        printed: dict[str, float | str | None] = {**record.published.components}
        printed |= {"index": record.published.value, "class": record.published.class_slug}
        for part, value in printed.items():
            if value is not None:
                readings.setdefault(part, []).append((record.where, (record.by_publisher, value)))
    chosen: dict[str, float | str] = {}
    differing: dict[PlaceNames, list[str]] = {}
    for part, read in sorted(readings.items()):
        values = [value for _, (_, value) in read]
        ahead = [value for _, (by_publisher, value) in read if by_publisher] or values
        best = max(ahead, key=lambda value: (len(str(value)), str(value)))  # the one with most decimals
        if all(_same(best, value) for value in ahead):
            chosen[part] = best
        if not all(_same(best, value) for value in values):
            differing.setdefault(_places(read), []).append(part)
    is_kept = all(part in chosen for part in readings)
    for places, names in differing.items():
        said = {"village": code, "year": year, "others": _others(places), "names": names}
        kept = phrase("kept.service" if is_kept else "kept.none")
        problems.add(problem(places[0], "conflicting-index", kept=kept, **said))
    index, slug = chosen.pop("index", None), chosen.pop("class", None)
    return PublishedIndex(
        value=index if isinstance(index, float) else None,
        class_slug=slug if isinstance(slug, str) else None,
        components={part: value for part, value in chosen.items() if isinstance(value, float)},
    )


def _same(first: float | str, second: float | str) -> bool:
    if isinstance(first, float) and isinstance(second, float):
        return abs(first - second) <= _ROUNDED
    return first == second


def _facts(records: Sequence[VillageRecord], code: str, problems: set[Problem]) -> dict[str, FactValue]:
    """Return the facts: those without a year and those of the newest year, where they agree."""
    newest: dict[str, int] = {}
    for record in records:
        for name in record.facts:
            newest[name] = max(newest.get(name, 0), record.year or 0)
    readings: Readings[FactValue] = {}
    for record in records:
        for name, value in record.facts.items():
            if record.year in (None, newest[name]):
                readings.setdefault(name, []).append((record.where, value))
    facts, differing = _agreed(readings)
    for places, names in differing.items():
        problems.add(problem(places[0], "conflicting-facts", village=code, others=_others(places), names=names))
    return facts


def _newest_name(records: Sequence[VillageRecord], what: str) -> str:
    """Return a name from the newest reading that gives it, the publisher's before others'."""
    given = [(record.year or 0, record.by_publisher, str(getattr(record.names, what))) for record in records]
    return max((one for one in given if one[2]), default=(0, False, ""))[2]


def _other_names(records: Sequence[VillageRecord], code: str) -> list[Problem]:
    """Return a warning where others call the village differently than its publisher: the code may be of another."""
    named = [record for record in records if record.names.name]
    known: dict[str, tuple[str, str]] = {}
    for record in named:
        if record.by_publisher:
            known.setdefault(_squeezed(record.names.name), (record.names.name, record.where))
    if not known:
        return []
    first, place = known[min(known)]
    return [
        problem(record.where, "name-differs", village=code, first=record.names.name, second=first, others=place)
        for record in named
        if not record.by_publisher and _squeezed(record.names.name) not in known
    ]


def _squeezed(name: str) -> str:
    return fold(name).replace(" ", "")


def _digest(village: Village) -> str:
    """Return the hash of what is known, whatever files it came from."""
    content = {
        "identity": [village.code, village.code_scheme, village.name, village.subdistrict, village.district],
        "province": village.province,
        "years": [
            {
                "framework": year.framework,
                "year": year.year,
                "values": dict(year.values),
                "published": [year.published.value, year.published.class_slug, dict(year.published.components)],
                **({"confirmed": sorted(year.confirmed)} if year.confirmed else {}),
            }
            for year in village.years
        ],
        "facts": dict(village.facts),
    }
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
