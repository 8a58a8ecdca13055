"""Tables of a comparison as blocks: some of their columns, rows cut to what a person reads, groups named in a cell."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Literal

from recommender.model.frames import Cell, Column, Frame
from recommender.outputs import blocks
from recommender.outputs.blocks import Block, Paragraph, Table
from recommender.outputs.sections.cells import NOTHING, NUMBERS, cell, title
from recommender.outputs.words import Words
from recommender.verbs.comparing.comparison import Comparison

ROWS = 10  # of a table on a terminal
GROUPS = 4 * ROWS
Kind = Literal["text", "code", "money"]


def frame_data(frame: Frame) -> dict[str, Any]:
    """Return a table as plain data: rows as column -> value, notes in both languages."""
    return {
        "rows": list(frame.records()),
        "notes": [{"id": note.id, "en": note.en} for note in frame.notes],
    }


def frame_table(frame: Frame, words: Words, columns: Sequence[str], rows: int | None = ROWS) -> Iterator[Block]:
    """Yield the first rows of a table, of the columns that are named, and how many more there are."""
    chosen = [(frame.place(name), frame.column(name)) for name in columns]
    shown = frame.rows if rows is None else frame.rows[:rows]
    body = tuple(tuple(cell(row[n], c, words, short_money=True) for n, c in chosen) for row in shown)
    yield Table(tuple(head(c, words) for _, c in chosen), body)
    yield from more(len(frame.rows) - len(shown), words)


def head(column: Column, words: Words) -> blocks.Column:
    return blocks.Column(title(column, words), kind_of(column))


def kind_of(column: Column) -> Kind:
    return "money" if column.kind in NUMBERS else "code" if column.kind == "code" else "text"


def more(count: int, words: Words) -> Iterator[Block]:
    if count > 0:
        yield Paragraph(words.say("compare-more-rows", count=count))


def group_names(found: Comparison, words: Words) -> list[str]:
    """Return what each group is called, its levels joined."""
    scope = found.scope
    return [group_name(scope.cells(group), scope.grouping.columns, words) for group in scope.groups]


def group_name(cells: Sequence[Cell], columns: Sequence[Column], words: Words) -> str:
    """Return what the group is called whose first cells these are."""
    if not columns:
        return words.say("compare-all")
    parts: list[str] = []
    before: Cell = None
    for value, column in zip(cells, columns, strict=True):
        if column.kind == "class":
            parts.append(classed(before, value, words))
        elif column.kind != "framework" and not column.name.endswith("_code"):
            parts.append(str(value or before or words.say("compare-unknown")))
        before = value
    return " · ".join(parts)


def classed(framework: Cell, slug: Cell, words: Words) -> str:
    """Return a class with its index, as `Maju (IDM)`."""
    if not isinstance(framework, str) or not isinstance(slug, str):
        return words.say("compare-unknown")
    return f"{words.index_class(framework, slug)} ({words.framework(framework)})"


def grouped_table(frame: Frame, found: Comparison, words: Words, columns: Sequence[str]) -> Iterator[Block]:
    """Yield a table of groups whose first column names the group."""
    first = len(found.scope.grouping.columns)
    chosen = [(frame.place(name), frame.column(name)) for name in columns]
    rows = []
    for row, record in list(zip(frame.rows, frame.records(), strict=True))[:GROUPS]:
        several = record.get("several_groups")
        name = words.say("compare-several") if several else group_name(row[:first], frame.columns[:first], words)
        rows.append((name, *(cell(row[n], c, words, short_money=True) for n, c in chosen)))
    yield Table((blocks.Column(words.say("compare-group")), *(head(c, words) for _, c in chosen)), tuple(rows))
    yield from more(len(frame.rows) - len(rows), words)


def pivot(
    frame: Frame,
    found: Comparison,
    words: Words,
    across: Callable[[dict[str, Any]], str],
    value: Callable[[dict[str, Any]], str],
) -> Iterator[Block]:
    """Yield a table with a row a group and a column for each word of `across`, in the order in which they stand."""
    first = len(found.scope.grouping.columns)
    heads: dict[str, None] = {}
    lines: dict[tuple[Cell, ...], dict[str, str]] = {}
    for row, record in zip(frame.rows, frame.records(), strict=True):
        heads[across(record)] = None
        lines.setdefault(row[:first], {})[across(record)] = value(record)
    rows = [
        (group_name(key, frame.columns[:first], words), *(line.get(one, NOTHING) for one in heads))
        for key, line in list(lines.items())[:GROUPS]
    ]
    titles = (blocks.Column(words.say("compare-group")), *(blocks.Column(one, "money") for one in heads))
    yield Table(titles, tuple(rows))
    yield from more(len(lines) - len(rows), words)
