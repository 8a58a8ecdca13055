"""The rules of village money that hold in a plan -> rupiah a year, and earmarks for the works that answer to them.

A rule holds where the village budgets the source that it names. What goes on anyway counts for it first: works shall
get the rest. Rules of the codes of the village budget, rules of what is spent, and those that nobody read in the
regulation itself only tell how they stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from recommender.language.errors import Problem, problem
from recommender.model.conditions import SCALE
from recommender.model.village_money import MoneyRule
from recommender.request.ongoing import OngoingProgramme
from recommender.request.options import AppliedRule, Earmark, Money

BySource = Mapping[str, tuple[int, ...]]


def applied_rules(
    rules: Mapping[str, MoneyRule], free: BySource, existing: Iterable[OngoingProgramme], spoken: BySource, start: int
) -> tuple[AppliedRule, ...]:
    """Return the rules of the sources that the village budgets, with what they ask for.

    Parameters
    ----------
    free, spoken
        Rupiah by source and year: free for works, and taken off the whole before (the rest of a ceiling).
    """
    going_on = tuple(existing)
    years = len(next(iter(free.values())))

    def taken(rule: MoneyRule, year: int, counted: bool) -> int:
        """Return what programmes that go on take of the rule's source, or what of it counts for the rule."""
        return sum(
            one.in_year(start + year)
            for one in going_on
            if rule.funding in (None, one.source) and (not counted or one.counts_for(rule.focus, rule.codes))
        )

    def base(rule: MoneyRule, year: int) -> int:
        sources = [source for source in free if rule.funding in (None, source)]
        whole = sum(free[source][year] for source in sources) + taken(rule, year, counted=False)
        if rule.base == "ceiling":
            whole += sum(spoken[source][year] for source in sources if source in spoken)
        return whole

    return tuple(
        AppliedRule(
            name,
            rule,
            asked=()
            if rule.base == "spending"
            else tuple(base(rule, year) * rule.share // SCALE for year in range(years)),
            existing=tuple(taken(rule, year, counted=True) for year in range(years)),
        )
        for name, rule in sorted(rules.items())
        if rule.funding is None or rule.funding in free
    )


def earmarks_of(rules: Iterable[AppliedRule]) -> Iterator[Earmark]:
    """Yield what the rules leave to the works of their focuses."""
    for applied in rules:
        rule = applied.rule
        if rule.focus and rule.funding is not None and applied.asked and not rule.uncertain:
            yield Earmark(
                source=rule.funding,
                focus=tuple(sorted(rule.focus)),
                at_least=rule.share if rule.kind == "at-least" else None,
                at_most=rule.share if rule.kind == "at-most" else None,
                rule=applied.name,
                rupiah=tuple(
                    max(0, asked - there) for asked, there in zip(applied.asked, applied.existing, strict=True)
                ),
            )


def excluding_caps(money: Money) -> Iterator[Problem]:
    """Yield each earmark that asks for more than another one of the same works and source allows."""
    for low in money.earmarks:
        for high in money.earmarks:
            if low.source != high.source or not set(low.focus) <= set(high.focus):
                continue
            for year in range(money.years):
                least, most = money.least(low, year), money.most(high, year)
                if most is not None and least > most:
                    yield problem(
                        "--money-rules",
                        "earmarks-beyond.rule",
                        source=low.source,
                        year=money.start_year + year,
                        focus=", ".join(low.focus),
                        least=least,
                        most=most,
                        name=low.rule or high.rule,
                    )
                    break
