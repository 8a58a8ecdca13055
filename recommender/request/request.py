"""Options -> the request: the catalog's defaults filled in, and every bad option named at once."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

from recommender.knowledge.money_rules import money_rules, years_of_money_rules
from recommender.knowledge.reference_tables import further_village_money, typical_village_fund
from recommender.language.errors import Problem, UsageError, problem
from recommender.language.money import LARGEST_AMOUNT
from recommender.language.wording import did_you_mean
from recommender.model.conditions import SCALE
from recommender.model.knowledge import KnowledgeBase
from recommender.model.settings import Settings, settings_for
from recommender.model.village import Village
from recommender.request.last_plan import money_left
from recommender.request.ongoing import OngoingProgramme
from recommender.request.options import EXACT_VILLAGES, Budget, Carried, Grant, Money, Options, Target
from recommender.request.rules import applied_rules, earmarks_of, excluding_caps


@dataclass(frozen=True, slots=True)
class AssumedMoney:
    """What a village without a budget is taken to have, in each year: the usual of its district, else of the country.

    `district` is its name and `code` its code; both are empty where the country's amount is taken. `beside` are further
    sources of the district, with what is free of them.
    """

    source: str
    amount: int
    code: str = ""
    district: str = ""
    beside: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Request:
    """Options with the catalog's defaults filled in: what the plan document states."""

    options: Options
    years: int
    amounts: dict[str, tuple[int, ...]]
    budget_given: bool
    settings: Settings
    method: Literal["fast", "exact"]
    kb: KnowledgeBase = field(repr=False, compare=False)

    @property
    def money(self) -> Money:
        """The village's money over the years of the plan; without a budget what is usual in the country."""
        return self.money_of(self.amounts)

    def money_of(self, amounts: dict[str, tuple[int, ...]]) -> Money:
        """Return the money of sources with these amounts that are free for works."""
        options, budget = self.options, self.options.budget or Budget({})
        horizon = range(options.start_year, options.start_year + self.years)
        spoken = {source: tuple(budget.spoken_in_year(source, year) for year in horizon) for source in amounts}
        date = datetime.date(options.start_year, 1, 1)
        rules = applied_rules(self._money_rules, amounts, existing_of(options), spoken, options.start_year)
        return Money(
            amounts,
            self.settings.reserve_share if budget.reserve is None else budget.reserve,
            (*budget.earmarks, *earmarks_of(rules)),
            budget.carry_over,
            options.prices == "level",
            start_year=options.start_year,
            existing=existing_of(options),
            rules=rules,
            first_shares={
                name: {slug: self.kb.number(share, date) for slug, share in source.first_instalment.items()}
                for name, source in self.kb.funding.items()
                if source.first_instalment
            },
        )

    @property
    def _money_rules(self) -> dict[str, Any]:
        asked = self.options.money_rules
        return {} if asked == "none" else money_rules(self.kb, self.options.start_year, asked)

    def of(self, village: Village) -> VillageRequest:
        """Return what is asked for one village."""
        assumed = None if self.budget_given else _assumed_money(self, village)
        carried, granted = self.options.carried.get(village.key), self.options.granted.get(village.key)
        return VillageRequest(self, carried, assumed, village.district_code, granted)

    def stated(self, engine: str) -> dict[str, Any]:
        """Return everything that shaped the result, defaults included; neither paths nor the order of input."""
        options = self.options
        budget = options.budget or Budget({})
        horizon = range(options.start_year, options.start_year + self.years)
        return {
            "start_year": options.start_year,
            "years": self.years,
            "budget": self._stated_amounts(),
            "budget_given": self.budget_given,
            "spoken_for": {
                name: {str(year): amount for year in horizon if (amount := budget.spoken_in_year(name, year))}
                for name in sorted(budget.spoken_for)
            },
            "existing": [programme.stated() for programme in existing_of(options)],
            "money_rules": options.money_rules,
            "reserve": self.money.reserve / SCALE,
            "earmarks": [
                {
                    "source": earmark.source,
                    "focus": list(earmark.focus),
                    "at_least": None if earmark.at_least is None else earmark.at_least / SCALE,
                    "at_most": None if earmark.at_most is None else earmark.at_most / SCALE,
                    "reason": earmark.reason,
                }
                for earmark in budget.earmarks
            ],
            "carry_over": budget.carry_over,
            "data_year": options.data_year,
            "objective": options.objective,
            "method": self.method,
            "engine": engine,
            "pins": sorted(options.pins),
            "bans": sorted(options.bans),
            "reasons": dict(sorted(options.reasons.items())),
            **options.plain() | {"method": self.method, "engine": engine},
            "target": options.target.stated() if options.target is not None else None,
            **({} if options.joint is None else {"joint": options.joint.stated()}),
        }

    def _stated_amounts(self) -> dict[str, object]:
        """Return the rupiah of each source: one number where all years have the same, else one a year."""
        start = self.options.start_year
        return {
            name: amounts[0]
            if len(set(amounts)) == 1
            else {str(start + offset): amount for offset, amount in enumerate(amounts)}
            for name, amounts in self.amounts.items()
        }


@dataclass(frozen=True)
class VillageRequest:
    """What is asked for one village: the request, and what the village carries over from its last plan, if anything."""

    request: Request
    carried: Carried | None = None
    assumed: AssumedMoney | None = None
    district: str | None = None  # its code, in the list of the home ministry
    granted: Grant | None = None

    @property
    def options(self) -> Options:
        return self.request.options

    @property
    def settings(self) -> Settings:
        return self.request.settings

    @cached_property
    def money(self) -> Money:
        """The village's money, less what works of its last plan still take."""
        money = self.request.money_of(self.amounts)
        return money if self.carried is None else money_left(money, self.carried, self.options.start_year)

    @property
    def amounts(self) -> dict[str, tuple[int, ...]]:
        """Rupiah by source and year that are free for works, those of the last plan included."""
        request, assumed = self.request, self.assumed
        if assumed is None:
            return request.amounts
        given = Budget({assumed.source: assumed.amount, **assumed.beside}, gross=frozenset([assumed.source]))
        sources = tuple(name for name in request.kb.funding if name in given.sources)
        left = _free(given, existing_of(request.options), sources, self.options.start_year, request.years)
        return {source: tuple(max(0, amount) for amount in yearly) for source, yearly in left.items()}

    @cached_property
    def pots(self) -> dict[str, str]:
        """The sources of joint money by whose works they pay, sorted by source."""
        sources = sorted(self.granted.amounts) if self.granted is not None else ()
        return {self.request.kb.funding[source].executor: source for source in sources}

    @property
    def there(self) -> tuple[str, ...]:
        """Works that are there: done or under way by the last plan, or what programmes do that go on anyway."""
        going_on = {work for programme in existing_of(self.options) for work in programme.meets}
        return (*(self.carried.there if self.carried is not None else ()), *sorted(going_on))

    @property
    def bans(self) -> dict[str, str]:
        """Works that must not be, each with the reason that people gave; rejected steps of the last plan too."""
        rejected = self.carried.rejected if self.carried is not None else {}
        return {**rejected, **{name: self.options.reasons.get(name, "") for name in self.options.bans}}


def make_request(options: Options, kb: KnowledgeBase, villages: int = 1) -> Request:
    """Return the options with defaults filled in; `villages` is how many are planned, which settles `auto`.

    Raises
    ------
    UsageError
        With a problem for each unknown source or intervention, bad year or amount.
    """
    problems = list(_bad_options(options, kb))
    if problems:
        raise UsageError(problems)
    settings = settings_for(kb, options.start_year)
    years = settings.default_years if options.years is None else options.years
    default = next(name for name, source in kb.funding.items() if source.default)
    budget = options.budget or Budget({default: settings.typical_budget}, gross=frozenset([default]))
    sources = tuple(name for name in kb.funding if name in budget.sources)
    amounts = _free(budget, existing_of(options), sources, options.start_year, years) or {default: (0,) * years}
    method: Literal["fast", "exact"] = "exact" if villages <= EXACT_VILLAGES else "fast"
    if options.method != "auto":
        method = options.method
    request = Request(options, years, amounts, options.budget is not None, settings, method, kb)
    problems = [*_overrun(amounts, options), *excluding_caps(request.money)]
    if problems:
        raise UsageError(problems)
    return request


def existing_of(options: Options) -> tuple[OngoingProgramme, ...]:
    """Return the programmes that go on: those asked for, else those of the budget."""
    if options.existing is not None:
        return options.existing
    return options.budget.existing if options.budget is not None else ()


def _free(
    budget: Budget, existing: tuple[OngoingProgramme, ...], sources: tuple[str, ...], start_year: int, years: int
) -> dict[str, tuple[int, ...]]:
    """Return what is free by source and year: of gross amounts the rest that existing programmes leave."""

    def free(source: str, year: int) -> int:
        taken = sum(one.in_year(year) for one in existing if one.source == source) if source in budget.gross else 0
        return budget.in_year(source, year) - taken

    return {source: tuple(free(source, start_year + year) for year in range(years)) for source in sources}


def _overrun(amounts: dict[str, tuple[int, ...]], options: Options) -> Iterator[Problem]:
    """Yield each source and year in which existing programmes take more than there is."""
    where = "--existing" if options.existing is not None else "--budget-file"
    for source, yearly in amounts.items():
        for year, free in enumerate(yearly, options.start_year):
            if free < 0:
                taken = sum(one.in_year(year) for one in existing_of(options) if one.source == source)
                yield problem(
                    where, "existing-overrun", source=source, year=year, taken=taken, there=taken + free, over=-free
                )


def _assumed_money(request: Request, village: Village) -> AssumedMoney:
    """Return what villages of its district usually have; what is usual in the country where that is not known."""
    default = next(iter(request.amounts))
    code = village.district_code
    known = typical_village_fund(request.kb, code) if code is not None else None
    if code is None or known is None:
        return AssumedMoney(default, request.settings.typical_budget)
    district, amount = known
    return AssumedMoney(default, amount, code, district, further_village_money(request.kb, code))


def _bad_options(options: Options, kb: KnowledgeBase) -> Iterator[Problem]:
    if options.years is not None and not 1 <= options.years <= 10:
        yield problem("--years", "bad-years", value=options.years)
    if not 2000 <= options.start_year <= 2100:
        yield problem("--start-year", "bad-start-year", value=options.start_year)
    sources = [name for name, source in kb.funding.items() if source.executor == "village"]
    budget = options.budget or Budget({})
    joint = options.joint.amounts if options.joint is not None else {}
    for name in sorted(budget.sources):
        if name not in sources and name not in joint:
            yield problem(
                "--budget", "unknown-source", near=did_you_mean(name, sources), value=name, known=", ".join(sources)
            )
        for amount in {*budget.by_year.get(name, {}).values(), *filter(None, [budget.amounts.get(name)])}:
            if amount < 0 or amount > LARGEST_AMOUNT:
                yield problem("--budget", "negative-amount" if amount < 0 else "huge-amount", value=amount)
    for key, names in (("--pin", options.pins), ("--ban", options.bans)):
        for name in names:
            if name not in kb.interventions:
                yield problem(key, "unknown-intervention.option", near=did_you_mean(name, kb.interventions), value=name)
    yield from _bad_joint(options, sources, kb)
    yield from _bad_existing(existing_of(options), sources, kb)
    known = years_of_money_rules(kb)
    if isinstance(options.money_rules, int) and options.money_rules not in known:
        years = ", ".join(map(str, known))
        yield problem("--money-rules", "no-money-rules", year=options.money_rules, known=years)
    yield from _bad_target(options.target, kb)
    for name in sorted(set(options.pins) & set(options.bans)):
        yield problem("--pin", "pinned-and-banned", value=name)


def _bad_joint(options: Options, own: list[str], kb: KnowledgeBase) -> Iterator[Problem]:
    if options.joint is None:
        return
    others = [name for name in kb.funding if name not in own]
    known = ", ".join(others)
    if not options.joint.amounts:
        yield problem("--joint", "joint-missing")
    for name, amount in sorted(options.joint.amounts.items()):
        if name in own:
            yield problem("--joint", "joint-source.village", value=name, known=known)
        elif name not in others:
            yield problem("--joint", "joint-source", near=did_you_mean(name, others), value=name, known=known)
        elif options.budget is not None and name in options.budget.sources:
            yield problem("--joint", "joint-source.both", value=name)
        if amount <= 0:
            yield problem("--joint", "joint-amount", value=amount, source=name)
        elif amount > LARGEST_AMOUNT:
            yield problem("--joint", "huge-amount", value=amount)
    for key, amount in (("--joint-floor", options.joint.floor), ("--joint-more", options.joint.more)):
        if amount < 0 or amount > LARGEST_AMOUNT:
            yield problem(key, "negative-amount" if amount < 0 else "huge-amount", value=amount)
    if options.target is not None:
        yield problem("--joint", "joint-target")


def _bad_existing(existing: tuple[OngoingProgramme, ...], sources: list[str], kb: KnowledgeBase) -> Iterator[Problem]:
    for one in existing:
        if one.source not in sources:
            near, known = did_you_mean(one.source, sources), ", ".join(sources)
            yield problem("--existing", "unknown-source", near=near, value=one.source, known=known)
        for amount in sorted(set(one.amounts.values())):
            if amount < 0 or amount > LARGEST_AMOUNT:
                yield problem("--existing", "negative-amount" if amount < 0 else "huge-amount", value=amount)
        for name in one.meets:
            if name not in kb.interventions:
                near = did_you_mean(name, kb.interventions)
                yield problem("--existing", "unknown-intervention.option", near=near, value=name)


def _bad_target(target: Target | None, kb: KnowledgeBase) -> Iterator[Problem]:
    if target is None:
        return
    classes = sorted({known.slug for framework in kb.frameworks.values() for known in framework.classes})
    if target.class_slug is not None and target.class_slug not in classes:
        near = did_you_mean(target.class_slug, classes)
        yield problem("--target", "unknown-class", near=near, value=target.class_slug, known=", ".join(classes))
    if target.dimension is not None and target.dimension not in kb.dimensions:
        known = sorted(kb.dimensions)
        near = did_you_mean(target.dimension, known)
        yield problem(
            "--target-dimension", "unknown-dimension.option", near=near, value=target.dimension, known=", ".join(known)
        )
    if target.dimension is not None and not 0 < target.score <= SCALE:
        yield problem("--target-dimension", "bad-target-score", value=target.score / SCALE)
