"""Options -> settled options: the catalog's defaults filled in, and every bad option named at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from recommender.errors import Problem, UsageError, did_you_mean
from recommender.model.knowledge import KnowledgeBase
from recommender.model.options import Options
from recommender.model.settings import Settings, settings_for

FAST = "fast"


@dataclass(frozen=True, slots=True)
class Settled:
    """Options with the catalog's defaults filled in: what the plan document states."""

    options: Options
    years: int
    amounts: dict[str, int]
    budget_given: bool
    settings: Settings

    @property
    def yearly(self) -> int:
        """The village's rupiah of a year from all its sources."""
        return sum(self.amounts.values())

    def stated(self, engine: str) -> dict[str, Any]:
        """Return everything that shaped the result, defaults included; neither paths nor the order of input."""
        options = self.options
        return {
            "start_year": options.start_year,
            "years": self.years,
            "budget": dict(self.amounts),
            "budget_given": self.budget_given,
            "data_year": options.data_year,
            "objective": options.objective,
            "method": FAST,
            "engine": engine,
            "pins": sorted(options.pins),
            "bans": sorted(options.bans),
            "own_means": options.own_means,
            "measured_only": options.measured_only,
            "code_scheme": options.code_scheme,
        }


def settle(options: Options, kb: KnowledgeBase) -> Settled:
    """Return the options with defaults filled in.

    Raises
    ------
    UsageError
        With a problem for each unknown source or intervention, bad year or amount.
    """
    problems = list(_bad_options(options, kb))
    if problems:
        raise UsageError(problems)
    settings = settings_for(kb, options.start_year)
    if options.budget is None:
        default = next(name for name, source in kb.funding.items() if source.default)
        amounts = {default: settings.typical_budget}
    else:
        amounts = {name: options.budget.amounts[name] for name in kb.funding if name in options.budget.amounts}
    years = settings.default_years if options.years is None else options.years
    return Settled(options, years, amounts, options.budget is not None, settings)


def _bad_options(options: Options, kb: KnowledgeBase) -> Iterator[Problem]:
    if options.years is not None and not 1 <= options.years <= 10:
        yield Problem("--years", "bad-years", f"{options.years} years cannot be planned; give 1 to 10.")
    if not 2000 <= options.start_year <= 2100:
        yield Problem("--start-year", "bad-years", f"{options.start_year} is no year to start in; give 2000 to 2100.")
    village_sources = [name for name, source in kb.funding.items() if source.executor == "village"]
    for name, amount in (options.budget.amounts if options.budget else {}).items():
        if name not in village_sources:
            hint = did_you_mean(name, village_sources)
            message = f"'{name}' is no source of the village's money.{hint} Known: {', '.join(village_sources)}."
            yield Problem("--budget", "unknown-source", message)
        if amount < 0 or amount > 10**15:
            yield Problem("--budget", "bad-amount", f"{amount} rupiah a year cannot be planned with; check the zeros.")
    for key, names in (("--pin", options.pins), ("--ban", options.bans)):
        for name in names:
            if name not in kb.interventions:
                hint = did_you_mean(name, kb.interventions)
                yield Problem(key, "unknown-intervention", f"'{name}' is in no catalog file.{hint}")
    for name in sorted(set(options.pins) & set(options.bans)):
        yield Problem("--pin", "pinned-and-banned", f"'{name}' cannot be both pinned and banned; drop one.")
