"""The tables of a comparison -> sheets, each as a memo wants it: a row a group, a problem, a proposal."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby

from recommender.language.wording import Key
from recommender.model.frames import Cell, Frame
from recommender.outputs.registry import Compared
from recommender.outputs.sections.answer_sentences import answer_sentence, class_title, several_indexes
from recommender.outputs.sections.frames import group_names
from recommender.outputs.workbook.compared_columns import (
    Naming,
    page_column,
    shown_columns,
    value_of,
    wide_enough,
)
from recommender.outputs.workbook.pages import CellKind, Line, Lines, Page, PageColumn
from recommender.outputs.xlsx_file import CellValue
from recommender.verbs.comparing.contrast import Contrast

GROUPS_ACROSS = 5  # groups that have a column each
_HOW_SURE = ("assumed_villages", "doubtful_villages", "own", "asked_of_others")
_MOST_ROWS = 5000  # of a sheet that only tells more of another
_LONGEST_NAME, _NOT_IN_NAMES = 31, frozenset("[]:*?/\\")


def page_of(
    compared: Compared,
    name: str,
    columns: Iterable[PageColumn],
    body: Lines,
    *,
    sheet: Key,
    frame: Frame | None = None,
    filters: bool = True,
) -> Page:
    """Return a sheet with the question as its title, its answer above the table, and beneath what must be known."""
    found, words = compared.found, compared.words
    notes = (frame or found[name]).notes
    answer = answer_sentence(found, name, words) if name in found.answers else ""
    return Page(
        name=words.say(sheet) if sheet else _sheet_name(words.term("frame", name)),
        titles=(words.term("frame", name),),
        head=(),
        columns=wide_enough(columns),
        body=body,
        empty=words.say("compared.nothing"),
        notes=(*(note.in_language(words.lang) for note in notes), source(compared)),
        lead=(compared_what(compared), *([answer] if answer else [])),
        filters=filters,
    )


def _sheet_name(text: str) -> str:
    """Return the text as the name of a sheet: without what such names may not hold, and short."""
    return "".join(" " if letter in _NOT_IN_NAMES else letter for letter in text)[:_LONGEST_NAME].strip("' ")


def compared_what(compared: Compared) -> str:
    """Return what is compared, in a line."""
    if isinstance(compared.found, Contrast):
        return compared.found.title.in_language(compared.words.lang)
    scope, words = compared.found.scope, compared.words
    levels = ", ".join(words.term("level", level) for level in scope.grouping.by)
    count = len(scope.plans)
    if levels:
        return words.say("compare-title-by", count=count, levels=levels)
    return words.say("compare-title", count=count)


def source(compared: Compared) -> str:
    """Return data with their years, knowledge and program, from which everything is made."""
    from recommender.pipeline.documents import program_version

    words, plans = compared.words, compared.found.scope.plans
    names = ", ".join(words.framework(name) for name in sorted({p.data.framework for p in plans if p.data.framework}))
    years = sorted({plan.data.year for plan in plans if plan.data.year is not None})
    told = "–".join(dict.fromkeys(str(year) for year in (years[0], years[-1]))) if years else ""
    data = words.say("compared.data", names=names or "–", years=told or words.say("compared.no-year"))
    about = compared.kb.about.version
    return words.say(
        "compared.source", data=data, knowledge=about, sha256=compared.kb.sha256[:12], version=program_version()
    )


def naming(compared: Compared) -> Naming:
    return Naming(compared.found.scope.grouping, compared.words, several_indexes(compared.found))


def flat(
    compared: Compared, name: str, sheet: Key, *, sums: Collection[str] = (), skipped: Collection[str] = ()
) -> Page:
    """Return a table as it is, a row a row; `sums` are columns that may be added up."""
    words, frame, names = compared.words, compared.found[name], naming(compared)
    groups = names.grouping.columns
    width = len(groups) if frame.columns[: len(groups)] == groups else 0
    is_grouped = bool(width) or not groups
    rest = shown_columns(frame, names, {*skipped, *(column.name for column in groups[:width]), "several_groups"})
    several = frame["several_groups"] if frame.has("several_groups") else (False,) * len(frame)
    lines = []
    for row, is_several in zip(frame.rows, several, strict=True):
        told = names.cells(row[:width], several=bool(is_several)) if is_grouped else ()
        lines.append(Line((*told, *(value_of(row[place], column, words) for place, column in rest))))
    columns = [page_column(column, words, summed=column.name in sums) for _, column in rest]
    named = names.columns if is_grouped else ()
    body = Lines(tuple(lines), total=words.say("compared.sum-all") if sums and lines else "")
    return page_of(compared, name, (*named, *columns), body, sheet=sheet)


def crossed(
    compared: Compared, name: str, sheet: Key, *, slug: str, counted: str, over: Key, before: Collection[str] = ()
) -> Page:
    """Return a table of villages with a row a group (and a value of each of `before`) and a column a class, which
    `slug` names; rows add up to the last, columns to the last."""
    words, frame, names = compared.words, compared.found.answers[name], naming(compared)
    first = [*range(len(names.grouping.columns)), *(frame.place(one) for one in before)]
    heads: dict[str, None] = {}
    lines: dict[tuple[Cell, ...], dict[str, int | float]] = {}
    for row, record in zip(frame.rows, frame.records(), strict=True):
        head = class_title(record["framework_of"], record[slug], words, names.several_indexes)
        heads[head] = None
        lines.setdefault(tuple(row[place] for place in first), {})[head] = record[counted]
    whole = frame.column(counted).kind == "count"
    kind: CellKind = "number" if whole else "tenth"
    width = len(names.grouping.columns)
    shown = [(place, frame.column(one)) for place, one in enumerate(before) if not names.hides(frame.column(one))]
    columns = (
        *names.columns,
        *(page_column(column, words) for _, column in shown),
        *(PageColumn(head, 11, kind, words.say(over), summed=True) for head in heads),
        PageColumn(words.say("compared.sum"), 11, kind, row_sum=True),
    )
    body = tuple(
        Line(
            (
                *names.cells(key[:width]),
                *(value_of(key[width + place], column, words) for place, column in shown),
                *(amounts.get(head, 0 if whole else None) for head in heads),
                None,
            )
        )
        for key, amounts in lines.items()
    )
    total = words.say("compared.sum-all") if len(body) > 1 else ""
    return page_of(compared, name, columns, Lines(body, total=total), sheet=sheet)


def shares(compared: Compared, name: str, sheet: Key, subject: str) -> Page:
    """Return a table with a row a problem, state or work: all villages, then each group's share; of many groups the
    lowest and the highest."""
    found, words = compared.found, compared.words
    frame, whole, groups = found.answers[name], found.overall[name], len(found.scope.groups)
    by: dict[Cell, list[float | None]] = {}
    for key, part in zip(frame[subject], frame["share"], strict=True):
        by.setdefault(key, []).append(part)
    over = words.say("compared.of-groups")
    named = group_names(found, words) if 1 < groups <= GROUPS_ACROSS else []
    ends: tuple[Key, ...] = ("compared.lowest-share", "compared.highest-share") if groups > GROUPS_ACROSS else ()
    # Beside a column a group there is no room for how sure the villages' findings are.
    shown = [one for one in enumerate(whole.columns) if not named or one[1].name not in _HOW_SURE]
    columns = [
        *(page_column(column, words) for _, column in shown),
        *(PageColumn(title, 10, "share", over) for title in (*named, *map(words.say, ends))),
    ]
    lines = []
    for row, record in zip(whole.rows, whole.records(), strict=True):
        told = by[record[subject]]
        known = [part for part in told if part is not None]
        beside: Sequence[CellValue] = ()
        if groups > GROUPS_ACROSS:
            beside = (min(known, default=None), max(known, default=None))
        elif groups > 1:
            beside = told
        cells = (value_of(row[place], column, words) for place, column in shown)
        lines.append(Line((*cells, *beside)))
    return page_of(compared, name, columns, Lines(tuple(lines)), sheet=sheet, frame=frame)


def by_group(compared: Compared, name: str, sheet: Key) -> Iterator[Page]:
    """Yield a table as it is where `shares` has no room for its groups, unless nobody would read so many rows."""
    frame = compared.found.answers[name]
    if len(compared.found.scope.groups) > GROUPS_ACROSS and len(frame) <= _MOST_ROWS:
        yield flat(compared, name, sheet)


def money_years(compared: Compared) -> Page:
    """Return the money of all villages together by year and source; years are added up unless money is carried over."""
    words, frame = compared.words, compared.found.overall["money"]
    amounts = ("budget", "planned", "reserve", "unused", "running", "existing")
    order = ["year", "source", "villages", *amounts]
    columns = [page_column(frame.column(name), words, summed=name in amounts) for name in order]
    rows = sorted(frame.records(), key=lambda row: (row["year"], row["source"]))
    lines = tuple(Line(tuple(value_of(row[name], frame.column(name), words) for name in order)) for row in rows)
    total = "" if compared.options.get("carry_over") or not lines else words.say("compared.sum-all")
    body = Lines(lines, total=total)
    return page_of(compared, "money", columns, body, sheet="compared.sheet.money-years", frame=frame)


def unmet(compared: Compared) -> Page:
    """Return the price of need, a title a group, its parts below and their sum; at the end the sum of all groups."""
    found, words = compared.found, compared.words
    frame, names_of = found.answers["unmet"], naming(compared)
    width = len(names_of.grouping.columns)
    amounts = ("works", "cost_low", "cost", "cost_high", "singly")
    names = ("need_part", *amounts)
    columns = [page_column(frame.column(name), words, summed=name in amounts) for name in names]
    groups = []
    several = frame.place("several_groups")
    for key, rows in groupby(frame.rows, key=lambda row: (row[:width], row[several])):
        parts = [dict(zip((column.name for column in frame.columns), row, strict=True)) for row in rows]
        lines = tuple(
            Line(tuple(value_of(part[name], frame.column(name), words) for name in names))
            for part in parts
            if part["need_part"] != "all"
        )
        told = names_of.cells(key[0], several=bool(key[1]))
        title = " ".join(str(one) for one in dict.fromkeys(told) if one is not None)
        groups.append(Lines(lines, title=title, total=words.say("compared.sum-group")))
    total = words.say("compared.sum-all") if len(groups) > 1 else ""
    body = Lines(tuple(groups), total=total)
    return page_of(compared, "unmet", columns, body, sheet="compared.sheet.unmet", filters=False)


def gains(compared: Compared) -> Page:
    """Return who gains, a row a part of all villages: fifths and classes of an index, all."""
    words, frame, several = compared.words, compared.found.answers["gains"], naming(compared).several_indexes
    names = [column.name for column in frame.columns if column.name not in ("slice", "part", "framework", "class")]
    columns = [PageColumn(words.term("column-title", "part"), 24)]
    columns += [page_column(frame.column(name), words) for name in names]
    lines = []
    for row in frame.records():
        part = words.term("slice", row["slice"])
        if row["slice"] == "fifth":
            part = f"{part} {row['part']}" + (f" ({words.framework(row['framework'])})" if several else "")
        elif row["class"] is not None:
            part = class_title(row["framework"], row["class"], words, several)
        lines.append(Line((part, *(value_of(row[name], frame.column(name), words) for name in names))))
    return page_of(compared, "gains", columns, Lines(tuple(lines)), sheet="compared.sheet.gains", filters=False)
