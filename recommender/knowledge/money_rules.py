"""Which rules of village money hold in a plan: those of the newest year not after its start, or of a year asked for."""

from __future__ import annotations

from recommender.language.errors import UsageError, problem
from recommender.model.knowledge import KnowledgeBase
from recommender.model.village_money import MoneyRule


def years_of_money_rules(kb: KnowledgeBase) -> tuple[int, ...]:
    """Return the years whose regulations have rules, rising."""
    return tuple(sorted({rule.year for rule in kb.money_rules.values() if not rule.standing}))


def money_rules(kb: KnowledgeBase, start_year: int, asked: int | None = None) -> dict[str, MoneyRule]:
    """Return the rules that hold in a plan by name: of the year asked for, else of the newest not after its start.

    A plan that starts before the oldest has only the standing rules of its time.

    Raises
    ------
    UsageError
        If a year is asked for that has no rules of its own.
    """
    years = years_of_money_rules(kb)
    if asked is not None and asked not in years:
        raise UsageError([problem("", "no-money-rules", year=asked, known=", ".join(map(str, years)))])
    year = asked or max((year for year in years if year <= start_year), default=None)
    return {
        name: rule
        for name, rule in sorted(kb.money_rules.items())
        if (rule.year <= (year or start_year) if rule.standing else rule.year == year)
    }
