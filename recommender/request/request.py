"""Options -> the request: the catalog's defaults filled in, and every bad option named at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from recommender.language.errors import Problem, UsageError, problem
from recommender.language.money import LARGEST_AMOUNT
from recommender.language.wording import did_you_mean
from recommender.model.conditions import SCALE
from recommender.model.knowledge import KnowledgeBase
from recommender.model.settings import Settings, settings_for
from recommender.model.village import Village
from recommender.request.last_plan import money_left
from recommender.request.options import EXACT_VILLAGES, Budget, Carried, Money, Options, Target


@dataclass(frozen=True, slots=True)
class Request:
    """Options with the catalog's defaults filled in: what the plan document states."""

    options: Options
    years: int
    amounts: dict[str, tuple[int, ...]]
    budget_given: bool
    settings: Settings
    method: Literal["fast", "exact"]

    @property
    def money(self) -> Money:
        """The village's money over the years of the plan."""
        budget = self.options.budget or Budget({})
        reserve = self.settings.reserve_share if budget.reserve is None else budget.reserve
        return Money(self.amounts, reserve, budget.earmarks, budget.carry_over, budget.price_level)

    def of(self, village: Village) -> VillageRequest:
        """Return what is asked for one village."""
        return VillageRequest(self, self.options.carried.get(village.key))

    def stated(self, engine: str) -> dict[str, Any]:
        """Return everything that shaped the result, defaults included; neither paths nor the order of input."""
        options = self.options
        budget = options.budget or Budget({})
        return {
            "start_year": options.start_year,
            "years": self.years,
            "budget": self._stated_amounts(),
            "budget_given": self.budget_given,
            "spoken_for": {
                name: {str(year): amount for year, amount in sorted(years.items())}
                for name, years in sorted(budget.spoken_for.items())
            },
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
            "price_level": budget.price_level,
            "data_year": options.data_year,
            "objective": options.objective,
            "method": self.method,
            "engine": engine,
            "pins": sorted(options.pins),
            "bans": sorted(options.bans),
            "reasons": dict(sorted(options.reasons.items())),
            **options.plain() | {"method": self.method, "engine": engine},
            "target": options.target.stated() if options.target is not None else None,
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

    @property
    def options(self) -> Options:
        return self.request.options

    @property
    def settings(self) -> Settings:
        return self.request.settings

    @cached_property
    def money(self) -> Money:
        """The village's money, less what works of its last plan still take."""
        money = self.request.money
        return money if self.carried is None else money_left(money, self.carried, self.options.start_year)

    @property
    def there(self) -> tuple[str, ...]:
        """Works of the last plan that are done or under way."""
        return self.carried.there if self.carried is not None else ()

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
    if options.budget is None:
        amounts = {default: (settings.typical_budget,) * years}
    else:
        budget, horizon = options.budget, range(options.start_year, options.start_year + years)
        amounts = {
            name: tuple(budget.in_year(name, year) for year in horizon) for name in kb.funding if name in budget.sources
        } or {default: (0,) * years}
    method: Literal["fast", "exact"] = "exact" if villages <= EXACT_VILLAGES else "fast"
    if options.method != "auto":
        method = options.method
    return Request(options, years, amounts, options.budget is not None, settings, method)


def _bad_options(options: Options, kb: KnowledgeBase) -> Iterator[Problem]:
    if options.years is not None and not 1 <= options.years <= 10:
        yield problem("--years", "bad-years", value=options.years)
    if not 2000 <= options.start_year <= 2100:
        yield problem("--start-year", "bad-start-year", value=options.start_year)
    sources = [name for name, source in kb.funding.items() if source.executor == "village"]
    budget = options.budget or Budget({})
    for name in sorted(budget.sources):
        if name not in sources:
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
    yield from _bad_target(options.target, kb)
    for name in sorted(set(options.pins) & set(options.bans)):
        yield problem("--pin", "pinned-and-banned", value=name)


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
