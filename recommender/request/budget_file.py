"""A budget file (YAML) -> the village's money: sources, years, what is spoken for, what goes on, earmarks, reserve.

    reserve: 0.1                          # share of each year's money that no work is planned on
    carry-over: false
    gross: true                           # existing programmes are still in all amounts
    existing: [{code: 2.02.02, name: Posyandu, amount: 55jt}]
    sources:
      village-fund:
        gross: {2027: 800jt, 2028: 820jt} # or amount: 330jt, already free of what is spoken for
        spoken-for: [{share: 0.58, reason: cooperative}]
        earmarks: [{focus: [focus-4], at-least: 0.2, reason: food}]

Amounts are read as on the command line. Every mistake is named with file and line.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo

from recommender.language.errors import problem
from recommender.model.conditions import SCALE
from recommender.model.knowledge import KnowledgeBase
from recommender.model.nouns import Noun
from recommender.model.village import thousandths
from recommender.parsing.parsed_file import Fault
from recommender.parsing.shape import each, in_file, said_as, unfit
from recommender.request.existing_file import Existing, programmes_of
from recommender.request.file_values import Amounts, FocusName, SourceName, read_file
from recommender.request.options import Budget, Earmark


def _share(value: Any) -> int:
    """Return a share as thousandths."""
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1:
        return thousandths(value)
    raise unfit("bad-share.budget", value=in_file(value))


def _moved(_: Any) -> Any:
    raise unfit("replaced-key.price-level")


def _one_bound(earmark: EarmarkEntry, _: ValidationInfo) -> Iterator[Fault]:
    if (earmark.at_least is None) == (earmark.at_most is None):
        yield (), problem("", "bad-earmark")


def _fits(source: SourceMoney, _: ValidationInfo) -> Iterator[Fault]:
    """Yield what contradicts itself, and wishes that no plan can meet."""
    if (source.amount is None) == (source.gross is None):
        yield (), problem("", "bad-amount.two")
    if source.taken and source.amount is not None:
        yield ("spoken-for",), problem("", "bad-amount.spoken-for")
    if source.taken > SCALE:
        yield ("spoken-for",), problem("", "bad-share.all")
    wished = [(earmark.focus, earmark.at_least) for earmark in source.earmarks if earmark.at_least]
    shares = sum(least for _, least in wished)
    if shares > SCALE:
        yield ("earmarks",), problem("", "earmarks-beyond", share=f"{shares / 10:g}")
    for focus, least in wished:
        above = [one.at_most for one in source.earmarks if one.at_most is not None and set(focus) <= set(one.focus)]
        if any(most < least for most in above):
            yield ("earmarks",), problem("", "earmarks-beyond.most", focus=", ".join(focus))


Share = Annotated[int, BeforeValidator(_share)]
Reason = Annotated[str, BeforeValidator(lambda value: str(value or ""))]


class SpokenFor(Noun):
    """A share of the gross money that is not free for works."""

    share: Share
    reason: Reason = ""


class EarmarkEntry(Noun):
    """A share of the free money that works of a focus get at least or at most."""

    focus: Annotated[list[FocusName], Field(min_length=1), AfterValidator(sorted)]
    at_least: Share | None = None
    at_most: Share | None = None
    reason: Reason = ""


Spoken = Annotated[SpokenFor, said_as("bad-shape.spoken-for")]
Wish = Annotated[EarmarkEntry, said_as("bad-shape.earmark"), each(_one_bound)]


class SourceMoney(Noun):
    """The money of one source: free, or gross with what is spoken for."""

    amount: Amounts | None = None
    gross: Amounts | None = None
    spoken_for: Annotated[list[Spoken], said_as("bad-shape.list", key="spoken-for")] = Field(default_factory=list)
    earmarks: Annotated[list[Wish], said_as("bad-shape.list", key="earmarks")] = Field(default_factory=list)

    @property
    def taken(self) -> int:
        """The share of the gross money that is spoken for, in thousandths."""
        return sum(entry.share for entry in self.spoken_for)


MoneyOrAmount = Annotated[
    SourceMoney,
    BeforeValidator(lambda value: value if isinstance(value, dict) else {"amount": value}),
    each(_fits),
]


class BudgetFile(Noun):
    """A whole file."""

    sources: Annotated[dict[SourceName, MoneyOrAmount], Field(min_length=1), said_as("missing-key.sources")] = Field(
        default_factory=dict, validate_default=True
    )
    reserve: Share | None = None
    price_level: Annotated[None, BeforeValidator(_moved)] = None
    existing: Existing = Field(default_factory=list)
    gross: Annotated[bool, said_as("bad-value.flag", key="gross")] = False
    carry_over: Annotated[bool, said_as("bad-value.flag", key="carry-over")] = False


def read_budget(path: str | Path, kb: KnowledgeBase) -> Budget:
    """Return the money of a budget file.

    Raises
    ------
    UsageError
        With every mistake, each with its line.
    """
    file = read_file(path, BudgetFile, kb, unreadable="unreadable-file.budget", misshapen="bad-shape.budget")
    return _budget(file, kb)


def _budget(file: BudgetFile, kb: KnowledgeBase) -> Budget:
    amounts: dict[str, int] = {}
    by_year: dict[str, dict[int, int]] = {}
    spoken_for: dict[str, dict[int | None, int]] = {}
    earmarks = []
    for name, source in file.sources.items():
        for year, amount in (source.gross or source.amount or {}).items():
            free = amount - amount * source.taken // SCALE
            if year is None:
                amounts[name] = free
            else:
                by_year.setdefault(name, {})[year] = free
            if source.taken:
                spoken_for.setdefault(name, {})[year] = amount - free
        for entry in source.earmarks:
            earmarks.append(Earmark(name, tuple(entry.focus), entry.at_least, entry.at_most, entry.reason))
    return Budget(
        amounts,
        by_year,
        spoken_for,
        file.reserve,
        tuple(earmarks),
        file.carry_over,
        programmes_of(file.existing, kb),
        frozenset(name for name, source in file.sources.items() if file.gross or source.gross is not None),
    )
