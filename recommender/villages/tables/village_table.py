"""A table of villages, whatever file it came from: its headings, the rows under them, and where the header stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from recommender.language.errors import Problem

HEADER_ROWS = 15  # a header may stand under so many rows of titles
NumberedRow = tuple[int, list[str]]  # the number that a spreadsheet shows, and the cells


@dataclass(slots=True)
class VillageTable:
    """The rows under the header. A row that cannot be read is a problem instead."""

    headings: Sequence[str]
    header_row: int
    rows: list[NumberedRow] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class TableHead:
    """Headings, the first and last row that they take, and (how many are known, whether there are several)."""

    headings: list[str]
    first: int
    last: int
    score: tuple[int, bool]


def find_head(
    rows: Iterable[NumberedRow],
    count_known: Callable[[Sequence[str]], int],
    spread: Callable[[int, list[str]], list[str]] = lambda _, cells: cells,
) -> TableHead | None:
    """Return the row, or the two rows, that make most cells known as headings; None if no row has cells.

    Of rows that know equally many the first, or the second where it follows directly: below readable names may stand
    exact ones. `spread` puts group headings over all the columns that they head.
    """
    best: TableHead | None = None
    above: NumberedRow | None = None
    for number, cells in rows:
        if not any(cell.strip() for cell in cells):
            continue
        tried = [(number, cells)]
        if above is not None and above[0] == number - 1:
            tried = [*((above[0], both) for both in _joined(spread(*above), cells)), *tried]
        for first, headings in tried:
            score = count_known(headings), len(headings) > 1
            is_exact = best is not None and first == number and number - 1 <= best.last and score[0] > 0
            if best is None or score > best.score or (score == best.score and is_exact):
                best = TableHead(_trimmed(headings), first, number, score)
        above = number, cells
    return best


def _joined(above: Sequence[str], below: Sequence[str]) -> list[list[str]]:
    """Return the ways in which two rows can head columns: the lower one's word, or both words together.

    One word alone is a title, not the heading of a group.
    """
    pairs = list(zip_longest(above, below, fillvalue=""))
    ways = [[under or over for over, under in pairs]]
    if sum(bool(over.strip()) for over in above) > 1:
        ways.append([f"{over} {under}".strip() for over, under in pairs])
    return ways


def _trimmed(headings: Sequence[str]) -> list[str]:
    """Return the headings without the empty ones at their end."""
    kept = list(headings)
    while kept and not kept[-1].strip():
        kept.pop()
    return kept
