"""The answer to a bare problem -> blocks: how good it is, and what starts in which year."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from recommender.language.wording import say
from recommender.outputs.blocks import BULLET, Block, Entry, Heading, Paragraph


def solution_blocks(answer: dict[str, Any], lang: str) -> Iterator[Block]:
    """Yield the objective with its bound, then the items by start year (counted from 0)."""
    yield Heading(say(lang, "solution-title", objective=_worth(answer["objective"])), 1)
    if answer["bound"] is None:
        yield Paragraph(say(lang, "solution-unbounded"))
    else:
        key = "solution-proven" if answer["proven"] else "solution-open"
        yield Paragraph(say(lang, key, bound=_worth(answer["bound"]), gap=f"{100 * answer['gap']:.3f}"))
    years: dict[int, list[str]] = {}
    for item, year in answer["start"].items():
        years.setdefault(year, []).append(item)
    for year in sorted(years):
        yield Entry(say(lang, "solution-year", year=year, items=", ".join(years[year])), BULLET)


def _worth(worth: int | list[int]) -> str:
    """Return a worth: one number, or one a tier of the file, the lowest first."""
    return " / ".join(map(str, worth)) if isinstance(worth, list) else str(worth)
