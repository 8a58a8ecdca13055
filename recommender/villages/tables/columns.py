"""A table's header -> what each column is: who, when, an indicator, a fact, or a published total.

An indicator's column may be headed by its official code (with or without the name after it), an official name or
another spelling that the framework lists, or our own name; a fact's by our name or its display name. Capitals,
blanks, hyphens and underscores do not matter.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from recommender.knowledge.compiled import once_per_base
from recommender.language.errors import Problem, problem
from recommender.language.wording import did_you_mean
from recommender.model.frameworks import Framework
from recommender.model.knowledge import KnowledgeBase
from recommender.villages.cells import clean, fold
from recommender.villages.framework_names import FrameworkNames, PrintedTotal, framework_names

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


# What a column holds: an indicator by its official code, a fact by its name, a published total.
Meaning = tuple[str, str | PrintedTotal]
NO_MEANING: Meaning = ("nothing", "")  # passed over, or refused with a problem


@dataclass(slots=True)
class TableHeader:
    """The columns of a table by their number, counted from 0."""

    cells: tuple[str, ...]
    identity: dict[str, int] = field(default_factory=dict)
    scheme: str | None = None  # what the heading of the code column says
    framework: FrameworkNames | None = None
    indicators: dict[int, str] = field(default_factory=dict)  # column -> official code in the framework
    facts: dict[int, str] = field(default_factory=dict)
    published: dict[int, PrintedTotal] = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def useful(self) -> set[int]:
        """The columns that say something of a village besides which one it is."""
        return {*self.indicators, *self.facts, *self.published}

    @property
    def is_of_villages(self) -> bool:
        return "code" in self.identity and bool(self.useful)


def count_known(cells: Sequence[str], kb: KnowledgeBase) -> int:
    """Return how many cells of a row would be known as column headings."""
    header = read_header(cells, kb, "", hints=False)
    return len(header.identity) + len(header.useful)


def read_header(
    cells: Sequence[str], kb: KnowledgeBase, where: str, *, hints: bool = True, years: Collection[int] = ()
) -> TableHeader:
    """Return what the columns are, with the header's problems in it.

    `hints` names what is unknown; `years` are those of the rows: they decide where names fit two frameworks alike.
    """
    header = TableHeader(tuple(clean(cell) for cell in cells))
    folded = [fold(cell) for cell in header.cells]
    _identify(header, folded, where)
    header.framework, strangers = _framework(header, folded, kb, where, years)
    columns: dict[Meaning, list[int]] = {}
    for column, heading in enumerate(folded):
        if heading in _ASIDE or column in strangers:
            continue
        meaning = _meaning(header, column, heading, kb, where)
        if meaning is None:
            header.unknown.append(header.cells[column])
        elif meaning != NO_MEANING:
            columns.setdefault(meaning, []).append(column)
    for (kind, what), found in columns.items():
        if len(found) > 1:
            header.problems.append(problem(where, "duplicate-column", names=[header.cells[column] for column in found]))
        elif isinstance(what, PrintedTotal):
            header.published[found[0]] = what
        else:
            (header.facts if kind == "fact" else header.indicators)[found[0]] = what
    if header.unknown and hints:
        near = did_you_mean(header.unknown, known_headings(header, kb))
        header.problems.append(problem(where, "unknown-columns", names=header.unknown, near=near))
    return header


def known_headings(header: TableHeader, kb: KnowledgeBase) -> list[str]:
    """Return the names that a column may have, for suggestions."""
    names = [*kb.indicators, *kb.facts, "kode_desa", "nama_desa", "kecamatan", "kabupaten", "provinsi", "tahun"]
    if header.framework is not None:
        for code, item in header.framework.framework.items.items():
            names += [code, item.label, *item.aliases]
    return names


def _identify(header: TableHeader, folded: Sequence[str], where: str) -> None:
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
    header: TableHeader, folded: Sequence[str], kb: KnowledgeBase, where: str, years: Collection[int]
) -> tuple[FrameworkNames | None, set[int]]:
    """Return the framework whose names head the most columns, and the columns of indicators that only another knows.

    Of equals it is the one that was in force in all the years. A table holds one framework: columns of another are
    named, and a table that fits two alike is refused its indicators.
    """
    known: dict[str, set[int]] = {}
    indicators: dict[str, set[int]] = {}
    for slug, names in framework_names(kb).items():
        pairs = enumerate(zip(header.cells, folded, strict=True))
        values = {column for column, (cell, name) in pairs if names.coded(cell) or name in names.anywhere}
        totals = {column for column, cell in enumerate(header.cells) if names.total(cell) is not None}
        indicators[slug], known[slug] = values, values | totals
    most = max(map(len, known.values()), default=0)
    if not most:
        displayed = (names for names in framework_names(kb).values() if names.displayed.keys() & set(folded))
        return next(displayed, None), set()
    best = [slug for slug, columns in known.items() if len(columns) == most]
    if len(best) > 1 and years:
        best = [slug for slug in best if all(_in_force(kb.frameworks[slug], year) for year in years)] or best
    if len(best) > 1 and any(indicators[slug] for slug in best):
        labels = [kb.frameworks[slug].label for slug in best]
        header.problems.append(problem(where, "ambiguous-framework", names=labels))
        return None, set()
    chosen = framework_names(kb)[best[0]]
    strangers = set().union(*indicators.values()) - known[chosen.slug]
    if strangers:
        cells = [header.cells[column] for column in sorted(strangers)]
        header.problems.append(problem(where, "mixed-frameworks", names=cells, framework=chosen.framework.label))
    return chosen, strangers


def _in_force(framework: Framework, year: int) -> bool:
    return framework.first_year <= year and (framework.last_year is None or year <= framework.last_year)


def _meaning(header: TableHeader, column: int, heading: str, kb: KnowledgeBase, where: str) -> Meaning | None:
    """Return what a column holds, None if nobody knows."""
    own, displayed = _fact_names(kb)
    if heading in own:
        return "fact", own[heading]
    names, cell = header.framework, header.cells[column]
    targets: list[Meaning] = [("fact", name) for name in displayed.get(heading, ())]
    if names is not None:
        coded = names.coded(cell)
        if coded is not None:
            code, rest = coded
            named = names.item(rest) if rest else None
            if named is None or named == code:
                return "indicator", code
            first, second = (names.framework.items[one].label for one in (code, named))
            header.problems.append(problem(where, "column-mismatch", name=cell, first=first, second=second))
            return NO_MEANING
        total = names.total(cell)
        if total is not None:
            return "published", total
        if heading in names.anywhere:
            return "indicator", names.anywhere[heading]
        targets += [("indicator", code) for code in names.displayed.get(heading, ())]
    if len(targets) > 1:
        header.problems.append(problem(where, "ambiguous-column", name=cell, targets=[name for _, name in targets]))
        return NO_MEANING
    return targets[0] if targets else None


@once_per_base
def _fact_names(kb: KnowledgeBase) -> tuple[dict[str, str], dict[str, list[str]]]:
    """Return the facts by their folded names, and by their folded display names, which several may share."""
    displayed: dict[str, list[str]] = {}
    for name, fact in kb.facts.items():
        for heading in dict.fromkeys((fold(fact.name.id), fold(fact.name.en))):
            displayed.setdefault(heading, []).append(name)
    return {fold(name): name for name in kb.facts}, displayed
