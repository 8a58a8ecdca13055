"""Records -> villages: readings with the same code and scheme are joined, and contradictions are named.

Equal readings count once. Where two readings of a year differ, the value is unknown. Facts without a year belong to
the newest; of dated facts the newest counts. The result does not depend on the order of records.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from recommender.language.errors import Problem, problem
from recommender.language.wording import phrase
from recommender.model.village import FactValue, PublishedIndex, Village, YearData
from recommender.villages.cells import fold
from recommender.villages.records import Identity, Record

_NEWEST = 10_000  # the year of facts without one
_ROUNDED = 0.00005 + 1e-12  # official tables print four decimals
_PUBLISHED = "index-service"  # printed with the values that it sums, so its totals go before a table's


def merge(records: Iterable[Record]) -> list[Village]:
    """Return the villages, sorted by key."""
    groups: dict[tuple[str, str], list[Record]] = {}
    for record in records:
        groups.setdefault((record.code.replace(".", ""), record.scheme), []).append(record)
    return [_village(groups[key]) for key in sorted(groups)]


def _village(records: list[Record]) -> Village:
    records = sorted(records, key=lambda record: (record.where, record.year or 0))
    code = max((record.code for record in records), key=lambda text: (len(text), text))
    problems = {p for record in records for p in record.fact_problems}
    years: dict[tuple[int, str], list[Record]] = {}
    for record in records:
        if record.year is not None and record.framework is not None:
            years.setdefault((record.year, record.framework), []).append(record)
        else:
            problems.update(record.year_problems)
    merged = [_year(years[key], code) for key in sorted(years)]
    # A year of which only the published total is known says nothing of needs; it must not become the newest.
    merged = [year for year in merged if year.values] or merged
    facts = _facts(records, code, problems)
    problems.update(_names(records, code))
    village = Village(
        code=code,
        code_scheme=records[0].scheme,
        **_identity(records),
        years=tuple(merged),
        facts=facts,
        problems=tuple(sorted(problems)),
        source="+".join(sorted({record.kind for record in records})),
    )
    return replace(village, sha256=_digest(village))


@dataclass(frozen=True, slots=True)
class _Said:
    """One reading's value of something, and where it was read."""

    where: str
    value: object


def _conflicts(said: Mapping[str, Sequence[_Said]]) -> dict[str, list[str]]:
    """Return the names with more than one value -> the places, sorted."""
    return {
        name: sorted({entry.where for entry in entries})
        for name, entries in sorted(said.items())
        if len({(type(entry.value), entry.value) for entry in entries}) > 1
    }


def _by_places(conflicts: Mapping[str, list[str]]) -> list[tuple[list[str], list[str]]]:
    """Return (places, names) for each set of places that contradict each other, sorted."""
    grouped: dict[tuple[str, ...], list[str]] = {}
    for name, places in conflicts.items():
        grouped.setdefault(tuple(places), []).append(name)
    return [(list(places), sorted(names)) for places, names in sorted(grouped.items())]


def _told(name: str, entries: Sequence[_Said]) -> str:
    values = sorted({str(entry.value).lower() for entry in entries})
    return f"{name} ({' / '.join(values)})"


def _year(records: Sequence[Record], code: str) -> YearData:
    year, framework = records[0].year, records[0].framework
    assert year is not None
    assert framework is not None
    if len(records) == 1:  # the usual case: nothing to contradict
        one = records[0]
        values_read = dict(sorted(one.values.items()))
        return YearData(
            framework,
            year,
            values_read,
            one.published,
            confirmed=one.confirmed & values_read.keys(),
            problems=tuple(sorted(set(one.year_problems))),
        )
    problems = {p for record in records for p in record.year_problems}
    said: dict[str, list[_Said]] = {}
    confirmed = frozenset().union(*(record.confirmed & record.values.keys() for record in records))
    for record in records:
        for name, value in record.values.items():
            if name not in confirmed or name in record.confirmed:  # what was checked goes before what was not
                said.setdefault(name, []).append(_Said(record.where, value))
    conflicts = _conflicts(said)
    for places, names in _by_places(conflicts):
        told = [_told(name, said[name]) for name in names]
        where, others = places[0], ", ".join(places[1:]) or phrase("elsewhere")
        problems.add(problem(where, "conflicting-values", village=code, year=year, others=others, names=told))
    values = {name: entries[0].value for name, entries in said.items() if name not in conflicts}
    published = _published(records, code, year, problems)
    return YearData(
        framework=framework,
        year=year,
        values={name: value for name, value in sorted(values.items()) if isinstance(value, int)},
        published=published,
        confirmed=confirmed & values.keys(),
        problems=tuple(sorted(problems)),
    )


def _published(records: Sequence[Record], code: str, year: int, problems: set[Problem]) -> PublishedIndex:
    """Return the published index: an answer's before a table's, and none where two of a kind differ."""
    parts: dict[str, list[tuple[bool, str, float | str]]] = {}
    for record in records:
        printed: dict[str, float | str | None] = {**record.published.components}
        printed |= {"index": record.published.value, "class": record.published.class_slug}
        for part, value in printed.items():
            if value is not None:
                parts.setdefault(part, []).append((record.kind != _PUBLISHED, record.where, value))
    chosen: dict[str, float | str] = {}
    differing: dict[tuple[str, ...], list[str]] = {}
    kept = True
    for part in sorted(parts):
        readings = sorted(parts[part], key=lambda reading: (reading[0], reading[1], str(reading[2])))
        best = max(
            (value for later, _, value in readings if later == readings[0][0]), key=lambda v: (len(str(v)), str(v))
        )
        if all(_same(best, value) for _, _, value in readings):
            chosen[part] = best
            continue
        differing.setdefault(tuple(sorted({where for _, where, _ in readings})), []).append(part)
        if all(_same(best, value) for later, _, value in readings if later == readings[0][0]):
            chosen[part] = best
        else:
            kept = False
    for places, names in sorted(differing.items()):
        said = phrase("kept.service" if kept else "kept.none")
        others = ", ".join(places[1:]) or phrase("elsewhere")
        details = {"village": code, "year": year, "others": others, "names": names, "kept": said}
        problems.add(problem(places[0], "conflicting-index", **details))
    index, slug = chosen.pop("index", None), chosen.pop("class", None)
    return PublishedIndex(
        value=index if isinstance(index, float) else None,
        class_slug=slug if isinstance(slug, str) else None,
        components={part: value for part, value in sorted(chosen.items()) if isinstance(value, float)},
    )


def _same(first: float | str, second: float | str) -> bool:
    if isinstance(first, float) and isinstance(second, float):
        return abs(first - second) <= _ROUNDED
    return first == second


def _facts(records: Sequence[Record], code: str, problems: set[Problem]) -> dict[str, FactValue]:
    dated: dict[str, dict[int, list[_Said]]] = {}
    for record in records:
        for name, value in record.facts.items():
            dated.setdefault(name, {}).setdefault(record.year or _NEWEST, []).append(_Said(record.where, value))
    newest: dict[str, list[_Said]] = {}
    for name, by_year in dated.items():
        named = [year for year in by_year if year != _NEWEST]
        newest[name] = [*by_year.get(_NEWEST, ()), *(by_year[max(named)] if named else ())]
    conflicts = _conflicts(newest)
    for places, names in _by_places(conflicts):
        told = [_told(name, newest[name]) for name in names]
        where, others = places[0], ", ".join(places[1:]) or phrase("elsewhere")
        problems.add(problem(where, "conflicting-facts", village=code, others=others, names=told))
    facts = {name: entries[0].value for name, entries in sorted(newest.items()) if name not in conflicts}
    return {name: value for name, value in facts.items() if isinstance(value, bool | int | str)}


def _identity(records: Sequence[Record]) -> dict[str, str]:
    """Return each name from the newest reading that gives it, an answer's before a table's."""

    def best(what: str) -> str:
        given = [
            (record.year or 0, record.kind == _PUBLISHED, getattr(record.identity, what))
            for record in records
            if getattr(record.identity, what)
        ]
        return str(max(given)[2]) if given else ""

    return {what: best(what) for what in Identity.__dataclass_fields__}


def _names(records: Sequence[Record], code: str) -> list[Problem]:
    """Return a warning where answers and tables call the village differently: the code may be of another one."""
    known: dict[str, tuple[str, str]] = {}
    for record in records:
        if record.kind == _PUBLISHED and record.identity.name:
            known.setdefault(fold(record.identity.name).replace(" ", ""), (record.identity.name, record.where))
    if not known:
        return []
    found = []
    for record in records:
        name = record.identity.name
        if record.kind != _PUBLISHED and name and fold(name).replace(" ", "") not in known:
            other, place = known[min(known)]
            found.append(problem(record.where, "name-differs", village=code, first=name, second=other, others=place))
    return found


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
