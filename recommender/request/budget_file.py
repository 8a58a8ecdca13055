"""A budget file (YAML) -> the village's money: sources, years, what is spoken for, earmarks, reserve, price level.

    reserve: 0.1                          # share of each year's money that no work is planned on
    price-level: true                     # bring costs from their year to the last known price level
    carry-over: false
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

from recommender.language.errors import UsageError, problem
from recommender.language.money import parse_rupiah
from recommender.language.wording import did_you_mean
from recommender.model.conditions import SCALE
from recommender.model.knowledge import KnowledgeBase
from recommender.model.nouns import Noun
from recommender.model.village import thousandths
from recommender.parsing.parsed_file import Fault
from recommender.parsing.shape import Unfit, each, in_file, said_as, shaped, unfit
from recommender.parsing.yaml_text import read_yaml
from recommender.request.options import Budget, Earmark


def _share(value: Any) -> int:
    """Return a share as thousandths."""
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1:
        return thousandths(value)
    raise unfit("bad-share.budget", value=in_file(value))


def _amount(value: Any) -> int:
    if value is None or isinstance(value, bool | float):
        raise unfit("bad-amount.no-rupiah", value=in_file(value))
    try:
        return parse_rupiah(str(value))
    except UsageError as refused:
        raise Unfit(*(((), found) for found in refused.problems)) from None


def _year(value: Any) -> Any:
    if value is None or (isinstance(value, int) and 2000 <= value <= 2100):
        return value
    raise unfit("bad-year.budget", value=value)


def _source_name(name: Any, info: ValidationInfo[KnowledgeBase]) -> str:
    known = [key for key, source in info.context.funding.items() if source.executor == "village"]
    if name not in known:
        raise unfit("unknown-source.budget", name=name, near=did_you_mean(str(name), known))
    return str(name)


def _focus(name: Any, info: ValidationInfo[KnowledgeBase]) -> str:
    known = sorted({focus for work in info.context.interventions.values() for focus in work.focus})
    if name not in known:
        raise unfit("unknown-focus", name=name, near=did_you_mean(str(name), known))
    return str(name)


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
        if any(one.focus == focus and one.at_most is not None and one.at_most < least for one in source.earmarks):
            yield ("earmarks",), problem("", "earmarks-beyond.most", focus=", ".join(focus))


Share = Annotated[int, BeforeValidator(_share)]
Reason = Annotated[str, BeforeValidator(lambda value: str(value or ""))]
# Rupiah by year; by None where one amount holds for every year.
Amounts = Annotated[
    dict[Annotated[int | None, BeforeValidator(_year)], Annotated[int, BeforeValidator(_amount)]],
    BeforeValidator(lambda value: value if isinstance(value, dict) else {None: value}),
]


class SpokenFor(Noun):
    """A share of the gross money that is not free for works."""

    share: Share
    reason: Reason = ""


class EarmarkEntry(Noun):
    """A share of the free money that works of a focus get at least or at most."""

    focus: Annotated[list[Annotated[str, BeforeValidator(_focus)]], Field(min_length=1), AfterValidator(sorted)]
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


SourceName = Annotated[str, BeforeValidator(_source_name)]
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
    price_level: Annotated[bool, said_as("bad-value.flag", key="price-level")] = False
    carry_over: Annotated[bool, said_as("bad-value.flag", key="carry-over")] = False


def read_budget(path: str | Path, kb: KnowledgeBase) -> Budget:
    """Return the money of a budget file.

    Raises
    ------
    UsageError
        With every mistake, each with its line.
    """
    try:
        content = Path(path).read_bytes()
    except OSError as failure:
        raise UsageError([problem(str(path), "unreadable-file.budget", reason=failure.strerror)]) from None
    parsed = read_yaml(content, str(path))
    if not isinstance(parsed.value, dict):
        if not parsed.problems:
            parsed.add((), "bad-shape.budget")
        raise UsageError(parsed.problems)
    file, faults = shaped(BudgetFile, parsed.value, kb)
    if file is None or parsed.problems:
        raise UsageError([*parsed.problems, *parsed.placed(faults)])
    return _budget(file)


def _budget(file: BudgetFile) -> Budget:
    amounts: dict[str, int] = {}
    by_year: dict[str, dict[int, int]] = {}
    spoken_for: dict[str, dict[int, int]] = {}
    earmarks = []
    for name, source in file.sources.items():
        for year, amount in (source.gross or source.amount or {}).items():
            free = amount - amount * source.taken // SCALE
            if year is None:
                amounts[name] = free
                continue
            by_year.setdefault(name, {})[year] = free
            if source.taken:
                spoken_for.setdefault(name, {})[year] = amount - free
        for entry in source.earmarks:
            earmarks.append(Earmark(name, tuple(entry.focus), entry.at_least, entry.at_most, entry.reason))
    return Budget(amounts, by_year, spoken_for, file.reserve, tuple(earmarks), file.carry_over, file.price_level)
