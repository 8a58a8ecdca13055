"""What the reader of a plan decides: money, years, and how to plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any, Literal

from recommender.model.conditions import SCALE

if TYPE_CHECKING:  # the help of commands reads the plain options, and nothing heavy
    from recommender.model.village_money import MoneyRule
    from recommender.request.ongoing import OngoingProgramme

# Up to so many villages `auto` plans each with proof; beyond, with the fast search.
EXACT_VILLAGES = 200


@dataclass(frozen=True, slots=True)
class Earmark:
    """A share (thousandths) of a source's money of each year that works of a focus get at least or at most.

    Of a `rule` the share is of more than what is free, and what goes on counts for it: `rupiah` say what that leaves to
    the works of each year of the plan.
    """

    source: str
    focus: tuple[str, ...]
    at_least: int | None = None
    at_most: int | None = None
    reason: str = ""
    rule: str = ""
    rupiah: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Budget:
    """Rupiah of each year by source, free of what is spoken for.

    `by_year` overrides `amounts` in single calendar years; `spoken_for` is what was taken off gross amounts (source ->
    year, None for every year -> rupiah). `reserve` (thousandths) None takes the catalog's. With `carry_over` what is
    left of a year goes on to the next. `existing` programmes are still in the amounts of the sources that are `gross`.

    >>> budget = Budget({"village-fund": 330_000_000}, {"village-fund": {2028: 300_000_000}})
    >>> budget.in_year("village-fund", 2027), budget.in_year("village-fund", 2028)
    (330000000, 300000000)
    """

    amounts: Mapping[str, int]
    by_year: Mapping[str, Mapping[int, int]] = field(default_factory=dict)
    spoken_for: Mapping[str, Mapping[int | None, int]] = field(default_factory=dict)
    reserve: int | None = None
    earmarks: tuple[Earmark, ...] = ()
    carry_over: bool = False
    existing: tuple[OngoingProgramme, ...] = ()
    gross: frozenset[str] = frozenset()

    def in_year(self, source: str, year: int) -> int:
        """Return the rupiah of a source in a calendar year; 0 where it gives none."""
        return self.by_year.get(source, {}).get(year, self.amounts.get(source, 0))

    def spoken_in_year(self, source: str, year: int) -> int:
        """Return the rupiah that were taken off a source's gross amount in a calendar year."""
        spoken = self.spoken_for.get(source, {})
        return spoken.get(year, spoken.get(None, 0))

    @property
    def sources(self) -> frozenset[str]:
        return frozenset(self.amounts) | frozenset(self.by_year)


@dataclass(frozen=True, slots=True)
class Carried:
    """What a village carries over from its last plan: works by decision, and what they still cost.

    `instalments` (calendar year -> rupiah) are those of works under way; `running` is a year's running cost of works
    done or under way. `due` and `kept_up` are the same by work, empty in plans of earlier programs.
    """

    start_year: int
    done: tuple[str, ...] = ()
    under_way: tuple[str, ...] = ()
    rejected: Mapping[str, str] = field(default_factory=dict)
    open: tuple[str, ...] = ()
    instalments: Mapping[int, int] = field(default_factory=dict)
    running: int = 0
    due: Mapping[str, Mapping[int, int]] = field(default_factory=dict)
    kept_up: Mapping[str, int] = field(default_factory=dict)

    @property
    def there(self) -> tuple[str, ...]:
        """Works that count as there."""
        return (*self.done, *self.under_way)


@dataclass(frozen=True, slots=True)
class AppliedRule:
    """A rule of village money in a plan: rupiah that it asks for or allows in each year, and what goes on for it.

    `asked` is empty where the base is what the village spends, which only the plan tells.
    """

    name: str
    rule: MoneyRule
    asked: tuple[int, ...]
    existing: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Money:
    """The village's money over the years of a plan, every default filled in.

    `amounts` are rupiah by source and year that are free for works; `reserve` is the share (thousandths) that no work
    is planned on. `spoken` was taken off by year for works of the last plan, of which `running` are their running
    costs. `existing` programmes go on beside the plan. `first_shares` (thousandths, by class of the index or `default`)
    are of sources of which a part comes later in the year.
    """

    amounts: Mapping[str, tuple[int, ...]]
    reserve: int
    earmarks: tuple[Earmark, ...] = ()
    carries_over: bool = False
    at_price_level: bool = True
    spoken: tuple[int, ...] = ()
    running: int = 0
    start_year: int = 0
    existing: tuple[OngoingProgramme, ...] = ()
    rules: tuple[AppliedRule, ...] = ()
    first_shares: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    @property
    def totals(self) -> tuple[int, ...]:
        """Rupiah of each year from all sources, before the reserve."""
        return tuple(sum(amounts) for amounts in zip(*self.amounts.values(), strict=True))

    def usable(self, source: str, year: int) -> int:
        """Return what may be planned of a source in a year (counted from 0)."""
        amount = self.amounts[source][year]
        return amount - amount * self.reserve // SCALE

    def existing_in(self, source: str, year: int) -> int:
        """Return what the programmes that go on take of a source in a year (counted from 0)."""
        return sum(one.in_year(self.start_year + year) for one in self.existing if one.source == source)

    def gross(self, year: int) -> int:
        """Return all rupiah of a year (counted from 0) of the sources that are planned, of which caps and shares are
        taken: what is free, what goes on anyway, and what works of the last plan take."""
        going_on = sum(self.existing_in(source, year) for source in self.amounts)
        return self.totals[year] + going_on + (self.spoken[year] if self.spoken else 0)

    def early(self, index_class: str | None = None) -> tuple[int, ...] | None:
        """Return what may be planned in each year before the second instalment, in a village of the class of its index.

        None where no source is paid in instalments.
        """
        shares = {
            source: by_class.get(index_class or "", by_class.get("default", SCALE))
            for source, by_class in self.first_shares.items()
            if source in self.amounts
        }
        if not shares:
            return None
        return tuple(
            sum(self.usable(source, year) * shares.get(source, SCALE) // SCALE for source in self.amounts)
            for year in range(self.years)
        )

    def least(self, earmark: Earmark, year: int) -> int:
        """Return what works of the earmark shall get at least in a year (counted from 0); 0 where it asks for none."""
        return 0 if earmark.at_least is None else self._of_share(earmark, earmark.at_least, year)

    def most(self, earmark: Earmark, year: int) -> int | None:
        """Return what works of the earmark may get at most in a year (counted from 0); None without such a limit."""
        return None if earmark.at_most is None else self._of_share(earmark, earmark.at_most, year)

    def _of_share(self, earmark: Earmark, share: int, year: int) -> int:
        if earmark.rupiah:
            return earmark.rupiah[year]
        return self.amounts[earmark.source][year] * share // SCALE if earmark.source in self.amounts else 0

    @property
    def years(self) -> int:
        return len(self.totals)


@dataclass(frozen=True, slots=True)
class Joint:
    """Money of others that the villages of a district are planned under together: rupiah a year by source.

    Each village gets at least `floor` of it over all years, where it has works for so much. `more` is the further
    amount a year of which the plan says what it would do; 0 asks for none.
    """

    amounts: Mapping[str, int]
    floor: int = 0
    more: int = 1_000_000_000

    def stated(self) -> dict[str, object]:
        """Return it as the plan document states it."""
        return {"amounts": dict(sorted(self.amounts.items())), "floor": self.floor, "more": self.more}


@dataclass(frozen=True, slots=True)
class Grant:
    """What a village may use of joint money: rupiah of each year by source, for works of its own.

    `shared` are works that others pay for with it, and the year (from 0) from which on they can be joined.
    """

    amounts: Mapping[str, tuple[int, ...]]
    shared: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Target:
    """What the cheapest plan shall reach: a class of the data's index, or a dimension's score (thousandths)."""

    class_slug: str | None = None
    dimension: str | None = None
    score: int = 0

    def stated(self) -> dict[str, object]:
        """Return the target as the plan document states it."""
        if self.class_slug is not None:
            return {"class": self.class_slug}
        return {"dimension": self.dimension, "score": self.score / 1000}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainOptions:
    """Options that are a yes/no, one of some words or a whole number.

    A field here is all that such an option needs to be asked for on the command line (`own_means` as `--own-means`,
    with the wording `option.own-means`), to be stated in the plan document, and to be read back from it.

    `method`: `fast` is the ratio-closure search, `exact` the best plan with proof, `auto` exact for up to
    `EXACT_VILLAGES` villages, else fast. `branches` are what the command `plan` adds to a plan (`rec.branched`), `auto`
    where it plans one village. `prices`: `level` brings costs from their year and place to the last known
    price level and the village's district, `nominal` leaves them as they were read.
    """

    own_means: bool = False
    measured_only: bool = False
    method: Literal["auto", "fast", "exact"] = "auto"
    engine: Literal["auto", "durable", "reference"] = "auto"
    code_scheme: Literal["kemendagri", "bps"] | None = None
    branches: Literal["auto", "always", "never"] = "auto"
    prices: Literal["level", "nominal"] = "level"

    def plain(self) -> dict[str, Any]:
        """Return these options by name."""
        return {field.name: getattr(self, field.name) for field in fields(PlainOptions)}


@dataclass(frozen=True, slots=True)
class Options(PlainOptions):
    """Everything besides the village and the knowledge that shapes a plan.

    `budget` None takes what villages of the district usually have, `years` None the catalog's horizon, `data_year` None
    the newest year of the data. `existing` programmes stand for those of the budget. `money_rules` are those of a year,
    `none`, or (None) the newest that are not after the start. With a `target` the plan is the cheapest one to reach it
    (exact). `reasons` says of pinned and banned works why, for those who read the plan. `joint` money is shared out by
    `recommend_jointly`; `granted` says what each village got of it.
    """

    start_year: int
    years: int | None = None
    budget: Budget | None = None
    data_year: int | None = None
    objective: Literal["smart", "index"] = "smart"
    pins: tuple[str, ...] = ()
    bans: tuple[str, ...] = ()
    target: Target | None = None
    carried: Mapping[tuple[str, str], Carried] = field(default_factory=dict)
    reasons: Mapping[str, str] = field(default_factory=dict)
    existing: tuple[OngoingProgramme, ...] | None = None
    money_rules: int | Literal["none"] | None = None
    joint: Joint | None = None
    granted: Mapping[tuple[str, str], Grant] = field(default_factory=dict)
