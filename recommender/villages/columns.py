"""A table's header -> what each column is: who, when, an indicator, a fact, or a published total.

An indicator's column may be headed by its official code (with or without the name after it), an official name or
another spelling that the framework lists, or our own name; a fact's by our name or its display name. Capitals,
blanks, hyphens and underscores do not matter.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from recommender.language.errors import Problem, problem
from recommender.language.wording import did_you_mean
from recommender.model.knowledge import Framework, KnowledgeBase
from recommender.villages.cells import clean, fold
from recommender.villages.names import FrameworkNames, Total, framework_names

# What a column says of the village itself; the first heading found wins, so the more exact ones stand first.
IDENTITY: dict[str, tuple[str, ...]] = {
    "code": (
        *("kode desa dagri", "kode dagri", "kode kemendagri", "kode desa kemendagri"),
        *("kode desa", "kode wilayah", "kode", "id desa", "village code", "code"),
        *("kode bps", "kode desa bps"),
    ),
    "name": ("nama desa", "desa", "nama", "desa kelurahan", "nama desa kelurahan", "village name", "village", "name"),
    "subdistrict": ("nama kecamatan", "kecamatan", "kec", "subdistrict", "sub district"),
    "district": (
        *("nama kabupaten", "kabupaten", "kab", "kab kota", "kabupaten kota", "nama kab kota", "nama kabupaten kota"),
        *("district", "regency"),
    ),
    "province": ("nama provinsi", "provinsi", "prov", "province"),
    "year": ("tahun", "tahun data", "year"),
    "confirmed": ("nilai sudah dicek", "sudah dicek", "values checked", "checked"),  # codes of values to be trusted
}
SCHEME_OF_HEADING = {
    **dict.fromkeys(IDENTITY["code"][:4], "kemendagri"),
    **dict.fromkeys(IDENTITY["code"][-2:], "bps"),
}
# Columns of the official tables that carry nothing for a plan and are passed over in silence.
_PASSED_OVER = frozenset({"no", "nomor", "keterangan", "update", "catatan", "sumber", "note", "source", ""})
_PASSED_OVER |= {"kode prov", "kode provinsi", "kode kab", "kode kabupaten", "kode kab kota", "kode kec"}
_PASSED_OVER |= {"kode kecamatan", "id prov", "id kabupaten", "id kecamatan"}
_ASIDE = _PASSED_OVER | {heading for headings in IDENTITY.values() for heading in headings}


@dataclass(slots=True)
class Header:
    """The columns of a table by their index (0-based)."""

    cells: tuple[str, ...]
    identity: dict[str, int] = field(default_factory=dict)
    scheme: str | None = None  # what the heading of the code column says
    framework: FrameworkNames | None = None
    indicators: dict[int, str] = field(default_factory=dict)  # column -> official code in the framework
    facts: dict[int, str] = field(default_factory=dict)
    published: dict[int, Total] = field(default_factory=dict)
    refused: set[int] = field(default_factory=set)  # indicators of another framework
    unknown: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def is_useful(self) -> bool:
        return bool(self.indicators or self.facts or self.published)


def count_known(cells: Sequence[str], kb: KnowledgeBase) -> int:
    """Return how many cells of a row would be known as column headings."""
    header = read_header(cells, kb, "", hints=False)
    return len(header.identity) + len(header.indicators) + len(header.facts) + len(header.published)


def read_header(
    cells: Sequence[str], kb: KnowledgeBase, where: str, *, hints: bool = True, years: Collection[int] = ()
) -> Header:
    """Return what the columns are, with the header's problems in it.

    `hints` names what is unknown; `years` are those of the rows: they decide where names fit two frameworks alike.
    """
    header = Header(tuple(clean(cell) for cell in cells))
    folded = [fold(cell) for cell in header.cells]
    _identify(header, folded, where)
    header.framework = _framework(header, folded, kb, where, years)
    meanings = [_meaning(header, column, folded[column], kb, where) for column in range(len(folded))]
    by_target: dict[str, list[int]] = {}
    for column, meaning in enumerate(meanings):
        if meaning:
            by_target.setdefault(meaning, []).append(column)
    for target, columns in by_target.items():
        if len(columns) > 1:
            names = [header.cells[column] for column in columns]
            header.problems.append(problem(where, "duplicate-column", names=names))
            continue
        kind, name = target.split("/", 1)
        if kind == "indicator":
            header.indicators[columns[0]] = name
        elif kind == "fact":
            header.facts[columns[0]] = name
        elif header.framework is not None:
            total = header.framework.total(header.cells[columns[0]])
            if total is not None:
                header.published[columns[0]] = total
    header.unknown = [cell for cell, meaning in zip(header.cells, meanings, strict=True) if meaning is None]
    if header.unknown and hints:
        near = did_you_mean(header.unknown, known_headings(header, kb))
        header.problems.append(problem(where, "unknown-columns", names=header.unknown, near=near))
    return header


def known_headings(header: Header, kb: KnowledgeBase) -> list[str]:
    """Return the names that a column may have, for suggestions."""
    names = [*kb.indicators, *kb.facts, "kode_desa", "nama_desa", "kecamatan", "kabupaten", "provinsi", "tahun"]
    if header.framework is not None:
        for code, item in header.framework.framework.items.items():
            names += [code, item.label, *item.aliases]
    return names


def _identify(header: Header, folded: Sequence[str], where: str) -> None:
    for what, headings in IDENTITY.items():
        for heading in headings:
            columns = [column for column, name in enumerate(folded) if name == heading]
            if len(columns) > 1:
                names = [header.cells[column] for column in columns]
                header.problems.append(problem(where, "duplicate-column", names=names))
            elif columns:
                header.identity[what] = columns[0]
                break
    if "code" in header.identity:
        header.scheme = SCHEME_OF_HEADING.get(folded[header.identity["code"]])


def _framework(
    header: Header, folded: Sequence[str], kb: KnowledgeBase, where: str, years: Collection[int]
) -> FrameworkNames | None:
    """Return the framework whose names head the most columns; of equals the one that was in force in all the years.

    A table holds one framework: columns that only another knows are named, and a table that fits two alike is refused
    its indicators.
    """
    known: dict[str, set[int]] = {}
    indicators: dict[str, set[int]] = {}
    for slug, names in framework_names(kb).items():
        cells = enumerate(zip(header.cells, folded, strict=True))
        values = {c for c, (cell, name) in cells if names.coded(cell) or name in names.anywhere}
        totals = {column for column, cell in enumerate(header.cells) if names.total(cell) is not None}
        indicators[slug], known[slug] = values, values | totals
    most = max(map(len, known.values()), default=0)
    if not most:
        return next((n for n in framework_names(kb).values() if _shown_names(n, kb).keys() & set(folded)), None)
    best = [slug for slug, columns in known.items() if len(columns) == most]
    if len(best) > 1 and years:
        best = [slug for slug in best if all(_in_force(kb.frameworks[slug], year) for year in years)] or best
    if len(best) > 1 and any(indicators[slug] for slug in best):
        labels = [kb.frameworks[slug].label for slug in best]
        header.problems.append(problem(where, "ambiguous-framework", names=labels))
        return None
    others = set().union(*(indicators[slug] for slug in indicators)) - known[best[0]]
    if others:
        strangers = [header.cells[column] for column in sorted(others)]
        label = kb.frameworks[best[0]].label
        header.problems.append(problem(where, "mixed-frameworks", names=strangers, framework=label))
        header.refused = others
    return framework_names(kb)[best[0]]


def _in_force(framework: Framework, year: int) -> bool:
    return framework.first_year <= year and (framework.last_year is None or year <= framework.last_year)


def _meaning(header: Header, column: int, heading: str, kb: KnowledgeBase, where: str) -> str | None:
    """Return `kind/name` of a column, empty for one that gives no value or was refused, None if it is unknown."""
    names = header.framework
    if heading in _ASIDE or column in header.refused:
        return ""
    own = {fold(name): name for name in kb.facts}.get(heading) if heading else None
    if own is not None:
        return f"fact/{own}"
    if names is not None:
        coded = names.coded(header.cells[column])
        if coded is not None:
            code, rest = coded
            named = names.item(rest) if rest else None
            if named is not None and named != code:
                items = names.framework.items
                details = {"name": header.cells[column], "first": items[code].label, "second": items[named].label}
                header.problems.append(problem(where, "column-mismatch", **details))
                return ""
            return f"indicator/{code}"
        total = names.total(header.cells[column])
        if total is not None:
            return f"published/{total.part}/{total.year}"
        if heading in names.anywhere:
            return f"indicator/{names.anywhere[heading]}"
    targets = [f"fact/{name}" for name, fact in kb.facts.items() if heading in (fold(fact.name.id), fold(fact.name.en))]
    if names is not None:
        targets += [f"indicator/{code}" for code in _shown_names(names, kb).get(heading, ())]
    if len(targets) > 1:
        known = [target.split("/", 1)[1] for target in targets]
        header.problems.append(problem(where, "ambiguous-column", name=header.cells[column], targets=known))
        return ""
    return targets[0] if targets else None


def _shown_names(names: FrameworkNames, kb: KnowledgeBase) -> dict[str, list[str]]:
    """Return the official codes by the folded display names of their indicators."""
    shown: dict[str, list[str]] = {}
    for code, item in names.framework.items.items():
        name = kb.indicators[item.indicator].name
        for heading in {fold(name.id), fold(name.en)}:
            shown.setdefault(heading, []).append(code)
    return shown
