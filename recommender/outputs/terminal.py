"""Blocks -> text for a terminal: wrapped to its width, codes and money never broken.

In: blocks, a width in columns. Out: one string that ends in a newline. Nothing here knows what a plan is.
"""

from __future__ import annotations

from dataclasses import dataclass

from recommender.language.harmless import plain
from recommender.outputs.blocks import (
    Bars,
    Block,
    Blocks,
    Column,
    Entry,
    Heading,
    Paragraph,
    Separator,
    Table,
    Verbatim,
)
from recommender.outputs.wrapping import pad, width, wrap

PIPED_WIDTH = 80
NARROWEST, WIDEST = 50, 120
_BAR = 20
_TITLE = 24  # where an amount leaves a title less, it takes a line of its own
_GAP = "  "


@dataclass(frozen=True, slots=True)
class Screen:
    """How to print: columns of the terminal, whether headings are bold, whether letters beyond ASCII can be shown."""

    columns: int = PIPED_WIDTH
    bold: bool = False
    unicode: bool = True

    def strong(self, text: str) -> str:
        return f"\x1b[1m{text}\x1b[0m" if self.bold else text


def render(blocks: Blocks, screen: Screen | None = None) -> str:
    """Return the blocks as text."""
    chosen = screen or Screen()
    lines: list[str] = []
    previous: Block | None = None
    for block in blocks:
        if previous is not None and _apart(previous, block):
            lines.append("")
        lines += _lines(block, chosen)
        previous = block
    text = "\n".join(line.rstrip() for line in lines) + "\n"
    return text if chosen.unicode else text.encode("ascii", "replace").decode()


def _apart(previous: Block, block: Block) -> bool:
    """Return whether an empty line stands between two blocks."""
    if isinstance(previous, Heading):
        return False
    if isinstance(block, Entry):
        return not isinstance(previous, Entry) or (_is_long(previous) and _is_long(block))
    if isinstance(block, Paragraph):
        return not isinstance(previous, Paragraph | Table | Bars)
    return True


def _is_long(entry: Entry) -> bool:
    return bool(entry.lines or entry.parts)


def _lines(block: Block, screen: Screen) -> list[str]:
    if isinstance(block, Heading):
        return _heading(block, screen)
    if isinstance(block, Paragraph):
        return wrap(plain(block.text), screen.columns)
    if isinstance(block, Bars):
        return _bars(block, screen)
    if isinstance(block, Table):
        return _table(block, screen)
    if isinstance(block, Entry):
        return _entry(block, screen, 0)
    if isinstance(block, Verbatim):
        return block.text.splitlines()
    assert isinstance(block, Separator)
    return [("═" if screen.unicode else "=") * screen.columns]


def _heading(block: Heading, screen: Screen) -> list[str]:
    text, aside = plain(block.text), plain(block.aside)
    if aside and width(text) + 2 + width(aside) > screen.columns:
        return [*_heading(Heading(block.text, block.level), screen), *wrap(aside, screen.columns)]
    lines = wrap(text, screen.columns)
    if aside:
        filled = text + " " * (screen.columns - width(text) - width(aside)) + aside
        lines = [screen.strong(text) + filled[len(text) :]]
    else:
        lines = [screen.strong(line) for line in lines]
    rule = {1: "═", 2: "─"} if screen.unicode else {1: "=", 2: "-"}
    return [*lines, rule[block.level] * screen.columns] if block.level in rule else lines


def _bars(block: Bars, screen: Screen) -> list[str]:
    label = max((width(plain(row.label)) for row in block.rows), default=0)
    number = max((width(row.number) for row in block.rows), default=0)
    full, empty = ("█", "░") if screen.unicode else ("#", ".")
    room = max(4, min(_BAR, screen.columns - label - number - 24))
    lines = []
    for row in block.rows:
        filled = 0 if row.score is None else int(row.score * room + 0.5)
        bar = " " * room if row.score is None else full * filled + empty * (room - filled)
        head = f"{pad(plain(row.label), label)}{_GAP}{bar}{_GAP}{pad(row.number, number, right=True)}{_GAP}"
        lines += _hang(head, plain(row.remark), screen.columns)
    return lines


def _hang(head: str, text: str, columns: int) -> list[str]:
    """Return the text behind its head, later lines below its own start."""
    start = width(head)
    pieces = wrap(text, max(10, columns - start))
    return [head + pieces[0], *(" " * start + piece for piece in pieces[1:])]


def _entry(entry: Entry, screen: Screen, indent: int) -> list[str]:
    head = " " * indent + pad(entry.mark, 3, right=entry.mark.endswith(".")) + " "
    start = width(head)
    amount = plain(entry.amount)
    beside = screen.columns - start - width(amount) - 2
    is_beside = bool(amount) and beside >= _TITLE
    title = wrap(plain(entry.title), beside if is_beside else screen.columns - start)
    first = head + screen.strong(title[0]) if entry.lines and not indent else head + title[0]
    if is_beside:
        first += " " * max(2, screen.columns - start - width(title[0]) - width(amount)) + amount
    lines = [first, *(" " * start + piece for piece in title[1:])]
    if amount and not is_beside:
        lines.append(pad(amount, screen.columns, right=True))
    for line in entry.lines:
        lines += [" " * start + piece for piece in wrap(plain(line), screen.columns - start)]
    for part in entry.parts:
        lines += _entry(part, screen, start)
    return lines


def _table(block: Table, screen: Screen) -> list[str]:
    cells = [tuple(plain(cell) for cell in row) for row in block.rows]
    titles = tuple(column.title for column in block.columns)
    widths = _column_widths(block.columns, [titles, *cells], screen.columns)
    if sum(widths) + len(_GAP) * (len(widths) - 1) > screen.columns:  # titles may take several lines
        longest = tuple(max(title.split(), key=width, default="") for title in titles)
        widths = _column_widths(block.columns, [longest, *cells], screen.columns)
    if sum(widths) + len(_GAP) * (len(widths) - 1) > screen.columns:
        return _stacked(titles, cells, screen.columns)
    lines: list[str] = []
    for number, row in enumerate([titles, *cells]):
        wrapped = [wrap(cell, size) for cell, size in zip(row, widths, strict=True)]
        for line in range(max(len(cell) for cell in wrapped)):
            pieces = [
                pad(cell[line] if line < len(cell) else "", size, right=column.kind == "money")
                for cell, size, column in zip(wrapped, widths, block.columns, strict=True)
            ]
            lines.append(_GAP.join(pieces))
        if number == 0:
            rule = "─" if screen.unicode else "-"
            lines.append(_GAP.join(rule * size for size in widths))
    return lines


def _stacked(titles: tuple[str, ...], rows: list[tuple[str, ...]], columns: int) -> list[str]:
    """Return a table too wide for the terminal as a block of `title: cell` lines for each row."""
    lines: list[str] = []
    for row in rows:
        lines += [""] if lines else []
        for title, cell in zip(titles, row, strict=True):
            lines += _hang(f"{title}: ", cell, columns)
    return lines


def _column_widths(columns: tuple[Column, ...], rows: list[tuple[str, ...]], total: int) -> list[int]:
    """Return the width of each column: codes and money take what they need, texts share the rest.

    A text column that needs less than its share gives the remainder to the others; none falls below its longest word
    while there is room.
    """
    natural = [max(width(row[number]) for row in rows) for number in range(len(columns))]
    flexible = [number for number, column in enumerate(columns) if column.kind == "text"]
    widths = list(natural)
    room = total - len(_GAP) * (len(columns) - 1) - sum(natural[n] for n in range(len(columns)) if n not in flexible)
    for position, number in enumerate(sorted(flexible, key=lambda n: natural[n])):
        share = room // (len(flexible) - position)
        widths[number] = max(6, min(natural[number], share))
        room -= widths[number]
    return widths
