"""A comparison for a terminal or a memo: each question with its table, short enough to read, and its notes.

Where groups are many, a table tells of all villages together and between which shares the groups lie; every row is in
the files (`--format csv`, `xlsx`, `html`, `json`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Literal

from recommender.language.money import format_short_rupiah
from recommender.language.wording import Key
from recommender.model.frames import Cell, Column, Frame
from recommender.outputs import blocks
from recommender.outputs.blocks import Bar, Bars, Block, Entry, Heading, Paragraph, Table
from recommender.outputs.sections.cells import NOTHING, NUMBERS, cell, title
from recommender.outputs.words import Words
from recommender.verbs.comparing.comparison import Comparison

ROWS = 10  # of a table on a terminal
_Kind = Literal["text", "code", "money"]


def comparison_blocks(found: Comparison, words: Words) -> Iterator[Block]:
    """Yield the questions in their order, each with a table and what must be said beside it."""
    levels = ", ".join(words.term("level", level) for level in found.scope.grouping.by)
    count = len(found.scope.plans)
    yield Heading(
        words.say("compare-title-by", count=count, levels=levels)
        if levels
        else words.say("compare-title", count=count),
        1,
    )
    for note in found.notes:
        yield Paragraph(note.in_language(words.lang))
    for name, view in _VIEWS.items():
        if name not in found.answers or not found[name].rows:
            continue
        yield Heading(words.term("frame", name))
        yield from view(found, words)
        for note in found[name].notes:
            if note not in found.notes:
                yield Paragraph(note.in_language(words.lang))
    yield Paragraph(words.say("compare-hint"))


def comparison_data(found: Comparison) -> dict[str, Any]:
    """Return every table of the answers as records, with its notes in both languages."""
    return {
        "by": list(found.scope.grouping.by),
        "villages": len(found.scope.plans),
        "not_compared": [
            {"code": one.plan.village.code, "code_scheme": one.plan.village.code_scheme, "why": one.why}
            for one in found.scope.left
        ],
        "tables": {name: frame_data(frame) for name, frame in found.answers.items()},
    }


def frame_data(frame: Frame) -> dict[str, Any]:
    """Return a table as plain data: rows as column -> value, notes in both languages."""
    return {
        "rows": list(frame.records()),
        "notes": [{"id": note.id, "en": note.en} for note in frame.notes],
    }


# Tables as they are, cut


def frame_table(frame: Frame, words: Words, columns: Sequence[str], rows: int | None = ROWS) -> Iterator[Block]:
    """Yield the first rows of a table, of the columns that are named, and how many more there are."""
    chosen = [(frame.place(name), frame.column(name)) for name in columns]
    shown = frame.rows if rows is None else frame.rows[:rows]
    body = tuple(tuple(cell(row[n], c, words, short_money=True) for n, c in chosen) for row in shown)
    yield Table(tuple(_head(c, words) for _, c in chosen), body)
    yield from _more(len(frame.rows) - len(shown), words)


def _head(column: Column, words: Words) -> blocks.Column:
    return blocks.Column(title(column, words), _kind(column))


def _kind(column: Column) -> _Kind:
    return "money" if column.kind in NUMBERS else "code" if column.kind == "code" else "text"


def _more(count: int, words: Words) -> Iterator[Block]:
    if count > 0:
        yield Paragraph(words.say("compare-more-rows", count=count))


# Tables of groups: a row a group, named in one cell


def group_names(found: Comparison, words: Words) -> list[str]:
    """Return what each group is called, its levels joined."""
    scope = found.scope
    return [group_name(scope.cells(group), scope.grouping.columns, words) for group in scope.groups]


def group_name(cells: Sequence[Cell], columns: Sequence[Column], words: Words) -> str:
    """Return what the group is called whose first cells these are."""
    if not columns:
        return words.say("compare-all")
    parts = []
    for value, column in zip(cells, columns, strict=True):
        if column.name.endswith("_code"):
            code = value
        elif column.kind == "class":
            parts.append(words.say("compare-unknown") if value is None else cell(value, column, words))
        else:
            parts.append(str(value or code or words.say("compare-unknown")))
    return " · ".join(parts)


def grouped_table(frame: Frame, found: Comparison, words: Words, columns: Sequence[str]) -> Iterator[Block]:
    """Yield a table of groups whose first column names the group."""
    first = len(found.scope.grouping.columns)
    chosen = [(frame.place(name), frame.column(name)) for name in columns]
    rows = []
    for row in frame.rows[: ROWS * 4]:
        name = group_name(row[:first], frame.columns[:first], words)
        rows.append((name, *(cell(row[n], c, words, short_money=True) for n, c in chosen)))
    yield Table((blocks.Column(words.say("compare-group")), *(_head(c, words) for _, c in chosen)), tuple(rows))
    yield from _more(len(frame.rows) - len(rows), words)


def pivot(
    frame: Frame, found: Comparison, words: Words, across: str, value: Callable[[dict[str, Cell]], str]
) -> Iterator[Block]:
    """Yield a table with a row a group and a column for each value of `across`."""
    first = len(found.scope.grouping.columns)
    names = [column.name for column in frame.columns]
    column = frame.column(across)
    heads = list(dict.fromkeys(frame[across]))
    lines: dict[tuple[Cell, ...], dict[Cell, str]] = {}
    for row in frame.rows:
        record = dict(zip(names, row, strict=True))
        lines.setdefault(row[:first], {})[record[across]] = value(record)
    rows = [
        (group_name(key, frame.columns[:first], words), *(line.get(head, NOTHING) for head in heads))
        for key, line in list(lines.items())[: ROWS * 4]
    ]
    titles = [words.say("compare-unknown") if head is None else cell(head, column, words) for head in heads]
    yield Table((blocks.Column(words.say("compare-group")), *(blocks.Column(t, "money") for t in titles)), tuple(rows))
    yield from _more(len(lines) - len(rows), words)


# The questions


def _known(found: Comparison, words: Words) -> Iterator[Block]:
    """Yield villages, years, how much is measured; of each group in one row."""
    frame = found["known"]
    rows = []
    for row, record in list(zip(frame.rows, frame.records(), strict=True))[: ROWS * 4]:
        years = dict.fromkeys(str(year) for year in (record["first_year"], record["last_year"]) if year is not None)
        measured, questions = (cell(record[name], frame.column(name), words) for name in ("measured", "questions"))
        name = group_name(row[: len(found.scope.grouping.columns)], found.scope.grouping.columns, words)
        rows.append((name, str(record["villages"]), "–".join(years) or NOTHING, measured, questions))
    titles = [words.term("column-title", name) for name in ("villages", "data_year", "measured", "questions")]
    heads = (blocks.Column(words.say("compare-group")), *(blocks.Column(title, "money") for title in titles))
    yield Table(heads, tuple(rows))
    yield from _more(len(frame) - len(rows), words)


def _classes(found: Comparison, words: Words) -> Iterator[Block]:
    yield from pivot(found["classes"], found, words, "class_of", lambda row: str(row["villages"]))


def _dimensions(found: Comparison, words: Words) -> Iterator[Block]:
    """Yield a bar a dimension: the median of all villages, the half of them around it, groups beside that half."""
    whole, parts = found.overall["dimensions"], found["dimensions"]
    first = len(found.scope.grouping.columns)
    rows = []
    for record in whole.records():
        if record["median"] is None:
            rows.append(Bar(words.dimension(record["dimension"]), None, NOTHING))
            continue
        told = [
            words.say("compare-half", low=words.score(record["quarter"]), high=words.score(record["three_quarters"]))
        ]
        for band in ("lower", "upper"):
            names = [
                group_name(row[:first], parts.columns[:first], words)
                for row, part in zip(parts.rows, parts.records(), strict=True)
                if (part["dimension"], part["band"]) == (record["dimension"], band)
            ]
            if names:
                told.append(words.say("compare-in-band", band=words.term("band", band), names=_listed(names, words)))
        median = record["median"]
        rows.append(Bar(words.dimension(record["dimension"]), median, words.score(median), "; ".join(told)))
    yield Bars(tuple(rows))


def _listed(names: Sequence[str], words: Words) -> str:
    """Return a few names, and how many more there are."""
    shown = names if len(names) <= ROWS else names[: ROWS - 1]
    text = ", ".join(shown)
    return text if len(shown) == len(names) else words.say("others", names=text, count=len(names) - len(shown))


def _peers(found: Comparison, words: Words) -> Iterator[Block]:
    yield from grouped_table(found["peers"], found, words, ("dimension", "score", "peers", "peers_in", "band"))


def _ranged(name: str, subject: str, columns: Sequence[str]) -> Callable[[Comparison, Words], Iterator[Block]]:
    """Return a view of all villages together, with the lowest and highest share among the groups."""

    def view(found: Comparison, words: Words) -> Iterator[Block]:
        whole, parts = found.overall[name], found[name]
        chosen = [(whole.place(c), whole.column(c)) for c in (subject, *columns)]
        several = len(found.scope.groups) > 1
        shares: dict[Cell, list[float]] = {}
        for name_of, share in zip(parts[subject], parts["share"], strict=True) if several else ():
            if share is not None:
                shares.setdefault(name_of, []).append(share)
        rows = []
        for row in whole.rows[:ROWS]:
            line = [cell(row[n], c, words, short_money=True) for n, c in chosen]
            if several:
                found_shares = shares.get(row[whole.place(subject)], [0.0])
                ends = dict.fromkeys(words.percent(share) for share in (min(found_shares), max(found_shares)))
                line.append(" – ".join(ends))
            rows.append(tuple(line))
        heads = [_head(c, words) for _, c in chosen]
        between = [blocks.Column(words.say("compare-between"), "money")] if several else []
        yield Table((*heads, *between), tuple(rows))
        yield from _more(len(whole.rows) - len(rows), words)

    return view


def _money(found: Comparison, words: Words) -> Iterator[Block]:
    yield from grouped_table(found["money"], found, words, ("source", "year", "budget", "planned", "unused"))


def _overall(name: str, *columns: str) -> Callable[[Comparison, Words], Iterator[Block]]:
    return lambda found, words: frame_table(found.overall[name], words, columns)


def _asked(found: Comparison, words: Words) -> Iterator[Block]:
    """Yield what costs most together, and how much plans would ask for in all."""
    frame = found.overall["asked"]
    for number, record in enumerate(sorted(frame.records(), key=lambda row: -row["cost"])[:ROWS], 1):
        about = words.say(
            "compare-asked-of",
            addressee=words.addressee(record["addressee"], record["addressee"]),
            year=record["year"],
            count=record["groups_served"],
            villages=record["villages"],
        )
        if record["singly"] != record["cost"]:
            about += " " + words.say("compare-singly", amount=format_short_rupiah(record["singly"], words.lang))
        amount = format_short_rupiah(record["cost"], words.lang)
        yield Entry(words.name(record["work"]), f"{number}.", amount, (about,))
    yield from _more(len(frame) - ROWS, words)
    once, each = sum(frame["cost"]), sum(frame["singly"])
    amounts = {"once": format_short_rupiah(once, words.lang), "singly": format_short_rupiah(each, words.lang)}
    yield Paragraph(words.say("compare-asked-sum", **amounts))


def _unmet(found: Comparison, words: Words) -> Iterator[Block]:
    yield from grouped_table(found["unmet"], found, words, ("need_part", "works", "cost_low", "cost", "cost_high"))


def _transitions(found: Comparison, words: Words) -> Iterator[Block]:
    """Yield the matrix of all villages: class now by class at the end."""
    frame = found.overall["transitions"]
    now, then = frame.column("class_now"), frame.column("class_then")
    heads = list(dict.fromkeys(frame["class_then"]))
    lines: dict[Cell, dict[Cell, str]] = {}
    for row in frame.records():
        line = lines.setdefault(row["class_now"], {None: str(row["villages"])})
        line[row["class_then"]] = cell(round(row["expected_villages"], 1), Column("", "number"), words)
    titles = [title(now, words), words.term("column-title", "villages"), *(cell(head, then, words) for head in heads)]
    kinds: list[_Kind] = ["text", *(("money",) * (len(titles) - 1))]  # type: ignore[list-item]
    rows = tuple(
        (cell(key, now, words), line[None], *(line.get(h, NOTHING) for h in heads)) for key, line in lines.items()
    )
    yield Table(tuple(blocks.Column(t, kind) for t, kind in zip(titles, kinds, strict=True)), rows)


def _gains(found: Comparison, words: Words) -> Iterator[Block]:
    frame = found["gains"]
    columns = ("villages", "own_money_village", "others_money", "index_gain", "own_money_resident")
    chosen = [(frame.place(name), frame.column(name)) for name in columns]
    rows = []
    for row, record in zip(frame.rows, frame.records(), strict=True):
        name = words.term("slice", str(record["slice"]))
        if record["slice"] == "fifth":
            name = f"{name} {record['part']}"
        elif record["class"]:
            name = cell(record["class"], Column("class", "class"), words)
        rows.append((name, *(cell(row[n], c, words, short_money=True) for n, c in chosen)))
    yield Table((blocks.Column(words.say("compare-group")), *(_head(c, words) for _, c in chosen)), tuple(rows))


_VIEWS: dict[Key, Callable[[Comparison, Words], Iterator[Block]]] = {
    "known": _known,
    "classes": _classes,
    "dimensions": _dimensions,
    "peers": _peers,
    "problems": _ranged("problems", "rule", ("villages", "share")),
    "states": _ranged("states", "rule", ("villages", "share")),
    "first": _ranged("first", "work", ("among_first", "in_first_year", "plans")),
    "money": _money,
    "binding": _overall("binding", "limit", "villages", "works", "cost"),
    "asked": _asked,
    "unmet": _unmet,
    "transitions": _transitions,
    "outlook_lines": lambda found, words: grouped_table(
        found["outlook_lines"], found, words, ("year", "villages", "expected", "all_done", "trend")
    ),
    "gains": _gains,
}
