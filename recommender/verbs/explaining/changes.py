"""Changes of what a plan is made from, each a noun: a value, an answer, money, years, a pin, …

In: a `Case` (village, options, knowledge: all that shapes a plan), of which `applying` makes another. A change of a
value or fact never asks to falsify data: it says what would follow if the village were really so (docs/explaining.md).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from recommender.model.knowledge import KnowledgeBase
from recommender.model.village import FactValue, Village
from recommender.request.options import Budget, Options

Kind = Literal["data", "fact", "prerequisite", "option", "years", "money", "limit", "pin", "mixed"]
# Between changes of one size: what is known of the village first, what overrules a judgement last.
KINDS: tuple[Kind, ...] = ("data", "fact", "prerequisite", "option", "years", "money", "limit", "pin", "mixed")


@dataclass(frozen=True, slots=True)
class Case:
    """All that shapes the plan of one village."""

    village: Village
    options: Options
    kb: KnowledgeBase


@dataclass(frozen=True, slots=True)
class ValueChange:
    """An indicator's published value is another (`value` None: unknown); `rungs` of its ladder lie between the two."""

    indicator: str
    value: int | None
    was: int | None = None
    rungs: int = 1


@dataclass(frozen=True, slots=True)
class FactChange:
    """A fact is answered so (numbers in thousandths; None: unknown); `was` is what was given or derived, `away` how far
    a number lies from that, or from what was assumed."""

    fact: str
    value: FactValue | None
    was: object = None
    away: int = 0


@dataclass(frozen=True, slots=True)
class MoneyChange:
    """`extra` rupiah more of a source, in one calendar year or (`year` None) in each of the `years` of the plan."""

    source: str
    extra: int
    year: int | None = None
    years: int = 1


@dataclass(frozen=True, slots=True)
class BudgetChange:
    """Other money altogether."""

    budget: Budget


@dataclass(frozen=True, slots=True)
class YearsChange:
    """The plan has so many years."""

    years: int
    was: int


@dataclass(frozen=True, slots=True)
class PinChange:
    """A work must be in the plan."""

    work: str


@dataclass(frozen=True, slots=True)
class BanChange:
    """A work must not be in the plan."""

    work: str


@dataclass(frozen=True, slots=True)
class AllowChange:
    """A work that was banned, or rejected when the last plan was decided on, may be in the plan."""

    work: str


@dataclass(frozen=True, slots=True)
class DoneChange:
    """A work is already there when the plan starts; what the data measure is as it is."""

    work: str


@dataclass(frozen=True, slots=True)
class SwitchChange:
    """A yes/no option of planning (`own_means`, `measured_only`) is set."""

    option: Literal["own_means", "measured_only"]
    value: bool


@dataclass(frozen=True, slots=True)
class ParameterChange:
    """A number of the catalog is another at every date; `value` and `was` as a file writes them."""

    parameter: str
    value: int | float
    was: int | float


@dataclass(frozen=True, slots=True)
class KnowledgeChange:
    """The plan is made with other knowledge."""

    kb: KnowledgeBase


Change = (
    ValueChange
    | FactChange
    | MoneyChange
    | BudgetChange
    | YearsChange
    | PinChange
    | BanChange
    | AllowChange
    | DoneChange
    | SwitchChange
    | ParameterChange
    | KnowledgeChange
)
Changes = tuple[Change, ...]
_KIND_OF: Mapping[type, Kind] = {
    ValueChange: "data",
    FactChange: "fact",
    DoneChange: "prerequisite",
    YearsChange: "years",
    MoneyChange: "money",
    BudgetChange: "money",
    ParameterChange: "limit",
    PinChange: "pin",
}


def kind_of(changes: Changes) -> Kind:
    """Return the kind that all changes share, else `mixed`; bans, permissions and switches are `option`."""
    kinds = {_KIND_OF.get(type(change), "option") for change in changes}
    return kinds.pop() if len(kinds) == 1 else "mixed"


def size(changes: Changes) -> tuple[int, int, int]:
    """Return how large the changes are together: things changed, steps, rupiah.

    A step is a rung of a ladder, an answer, a year, a place in a year, a permission, a work done or pinned, an amount
    of money raised; rupiah are summed over the years.
    """
    return len(changes), sum(map(_steps, changes)), sum(map(_rupiah, changes))


def order(changes: Changes) -> tuple[Any, ...]:
    """Return what changes are compared by, the smallest least: size, how far numbers move, kind, what they say."""
    away = sum(change.away for change in changes if isinstance(change, FactChange))
    return *size(changes), away, KINDS.index(kind_of(changes)), repr(changes)


def _steps(change: Change) -> int:
    if isinstance(change, ValueChange):
        return change.rungs
    if isinstance(change, YearsChange):
        return abs(change.years - change.was)
    if isinstance(change, ParameterChange):
        return max(1, round(abs(change.value - change.was)))
    return 1


def _rupiah(change: Change) -> int:
    if isinstance(change, MoneyChange):
        return abs(change.extra) * (change.years if change.year is None else 1)
    return 0
