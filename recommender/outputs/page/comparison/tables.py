"""Tables of the page: every row of a frame in words, groups named in one cell, villages linked to their pages.

Written as markup at once, without a class on every cell: which columns hold numbers the table says once (`n3`), so that
thousands of rows stay small.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from recommender.model.frames import Cell, Column, Frame
from recommender.outputs.page.comparison.money import fifth_name
from recommender.outputs.page.comparison.view import View
from recommender.outputs.pictures import svg
from recommender.outputs.pictures.svg import Safe
from recommender.outputs.sections.cells import NUMBERS, cell, title
from recommender.verbs.comparing.grouping import village_key

SHORT = 12  # rows that stand open
LONG = 40  # rows from which paper does without
_BROAD = 4  # columns from which a telephone scrolls the table sideways in its box
MOST = 4000  # rows of one table
_COUNTS = ("villages", "plans", "works")  # a row of which such a count is zero tells the least
_VILLAGE = (
    "subdistrict",
    "district",
    "class",
    "index",
    "data_year",
    "status",
    "steps",
    "own_money",
    "others_money",
    "left_out",
)


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table as markup; `left` rows are in the files for programs alone, `zeros` were left out as they say nothing."""

    caption: str
    html: Safe
    rows: int
    left: int = 0
    zeros: int = 0

    @property
    def is_short(self) -> bool:
        return self.rows <= SHORT

    @property
    def is_long(self) -> bool:
        return self.rows > LONG


def frame_table(view: View, frame: Frame) -> PageTable:
    """Return all rows of a table of groups, or of one of all villages."""
    groups = view.found.scope.grouping.columns
    width = len(groups) if frame.columns[: len(groups)] == groups else 0
    rows = list(frame.rows)
    zeros = 0
    if len(rows) > MOST:
        rows, zeros = _without_zeros(frame, rows)
    left = max(0, len(rows) - MOST)
    names = _group_cells(view)
    # The part of a slice is its class where it is one.
    chosen = [(n, c) for n, c in enumerate(frame.columns) if n >= width and not _told_already(frame, c)]
    heads = [(view.words.say("compare-group"), False)] if width else []
    heads += [(title(column, view.words), column.kind in NUMBERS) for _, column in chosen]
    heading = {column.name for column in frame.columns}
    several = svg.escaped(view.words.say("compare-several"))

    def body() -> Iterator[list[Safe]]:
        for row in rows[:MOST]:
            shared = "several_groups" in heading and row[frame.place("several_groups")]
            first = [several if shared else names[row[:width]]] if width else []
            yield [*first, *(_cell(row[n], column, frame, row, view) for n, column in chosen)]

    caption = view.words.term("frame", frame.name)
    return PageTable(caption, _table(caption, heads, body()), min(len(rows), MOST), left, zeros)


def _told_already(frame: Frame, column: Column) -> bool:
    """Return whether other cells of the row say it: a part is its class with its index, a group's name is `several`."""
    return column.name == "several_groups" or (frame.name == "gains" and column.name == "class")


def village_table(view: View) -> PageTable:
    """Return a row a village, with the link to its page."""
    frame = view.found.tidy["villages"]
    chosen = [(frame.place(name), frame.column(name)) for name in _VILLAGE]
    chosen = [(n, c) for n, c in chosen if any(row[n] is not None for row in frame.rows)]
    heads = [(view.words.term("column-title", "village"), False)]
    heads += [(title(column, view.words), column.kind in NUMBERS) for _, column in chosen]
    code, scheme = frame.place("village_code"), frame.place("code_scheme")

    def body() -> Iterator[list[Safe]]:
        for row in frame.rows:
            name = village_link(view, str(row[code]), str(row[scheme]))
            told = svg.tag("span", str(row[code]), class_="facts")
            yield [svg.joined(name, told), *(_cell(row[n], column, frame, row, view) for n, column in chosen)]

    caption = view.words.say("villages-caption")
    return PageTable(caption, _table(caption, heads, body(), "index"), len(frame.rows))


def village_link(view: View, code: str, scheme: str | None = None) -> Safe:
    """Return a village's name, as a link where it has a page; of a code in two lists that of the first."""
    name = svg.escaped(view.villages.get(code) or code)
    keys = [key for key in view.keys.get(code, ()) if scheme is None or key[1] == scheme]
    page = view.pages.get(keys[0]) if keys else None
    return svg.tag("a", name, href=page) if page else name


def _group_cells(view: View) -> dict[tuple[Cell, ...], Safe]:
    """Return what stands in the first cell of a group's rows; a group that is one village is linked."""
    found: dict[tuple[Cell, ...], Safe] = {}
    for group, name in zip(view.found.scope.groups, view.names, strict=True):
        single = "village" in view.by
        page = view.pages.get(village_key(group.plans[0])) if single else None
        found[view.found.scope.cells(group)] = svg.tag("a", name, href=page) if page else svg.escaped(name)
    return found


def _cell(value: Cell, column: Column, frame: Frame, row: Sequence[Cell], view: View) -> Safe:
    if column.name == "village_codes" and isinstance(value, tuple):
        return Safe(", ".join(village_link(view, code) for code in value))
    if column.name == "part" and value is not None:
        if row[frame.place("slice")] == "fifth":
            return svg.escaped(fifth_name(str(value), view))
        return svg.escaped(view.class_name(str(value)))
    return svg.escaped(cell(value, column, view.words, short_money=True))


def _without_zeros(frame: Frame, rows: list[tuple[Cell, ...]]) -> tuple[list[tuple[Cell, ...]], int]:
    """Return the rows that count something, and how many do not."""
    places = [n for n, column in enumerate(frame.columns) if column.name in _COUNTS]
    kept = [row for row in rows if not places or any(row[n] for n in places)]
    return kept, len(rows) - len(kept)


def plain_table(caption: str, heads: Sequence[tuple[str, bool]], rows: Sequence[Sequence[Safe]]) -> PageTable:
    """Return a table of cells that are markup already; of each column its title and whether it holds numbers."""
    return PageTable(caption, _table(caption, heads, rows), len(rows))


def _table(caption: str, heads: Sequence[tuple[str, bool]], rows: Iterable[Sequence[Safe]], look: str = "") -> Safe:
    broad = "broad" if len(heads) > _BROAD else ""
    numeric = " ".join(f"n{place}" for place, (_, is_number) in enumerate(heads, 1) if is_number)
    titles = [svg.tag("th", text, scope="col") for text, _ in heads]
    lines = []
    for first, *rest in rows:
        cells = "".join(f"<td>{cell}</td>" for cell in rest)
        lines.append(f'<tr><th scope="row">{first}</th>{cells}</tr>\n')
    return svg.tag(
        "table",
        svg.tag("caption", caption),
        svg.tag("thead", svg.tag("tr", *titles)),
        svg.tag("tbody", Safe("\n" + "".join(lines))),
        class_=" ".join(filter(None, (look, broad, numeric))) or None,
    )
