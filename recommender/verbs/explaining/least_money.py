"""The least money that puts a work into the plan: of one source, in one year or in every year, to the rupiah.

More money need not put a work in for good: with more still, another may be better. So amounts are tried upwards, and
between the last that does not and the first that does the least is found by halving: one rupiah less does not do it.
Then every eighth below it is tried, of every year and of each alone, until none does.
"""

from __future__ import annotations

from recommender.verbs.explaining.trial_plans import TrialPlans
from recommender.verbs.what_if.changes import Changes, order, size
from recommender.verbs.what_if.option_changes import MoneyChange

# Amounts that are tried, in hundredths of a year's money (of the catalog's typical amount, where that is more).
_TRIED = (2, 5, 10, 20, 35, 50, 75, 100, 150, 200, 300, 500, 1000)
_PARTS = 8


def least_money(plans: TrialPlans, quota: int, given: Changes = ()) -> tuple[Changes | None, bool]:
    """Return the raise of least rupiah in all that puts the work in (None: no amount tried does), and whether the
    search came to its end.

    Parameters
    ----------
    quota
        Effort that the search may take; what is begun is ended.
    given
        Changes that are made besides.
    """
    search = _Raising(plans, plans.effort + quota, given)
    best = search.least()
    return None if best is None else (*given, best), not search.is_cut


class _Raising:
    """One search for the least money."""

    def __init__(self, plans: TrialPlans, last: int, given: Changes) -> None:
        self.plans, self.last, self.given = plans, last, given
        self.years = plans.request.years
        self.first_year = plans.case.options.start_year
        self.is_cut = False

    def least(self) -> MoneyChange | None:
        best: MoneyChange | None = None
        request = self.plans.request
        for source, yearly in request.of(self.plans.case.village).amounts.items():
            whole = max(*yearly, request.settings.typical_budget)
            found = self._upwards(source, None, [whole * share // 100 for share in _TRIED])
            while found is not None and (best is None or order((found,)) < order((best,))):
                best, found = found, self._below(found)
        return best

    def _below(self, found: MoneyChange) -> MoneyChange | None:
        """Return a raise of less rupiah in all that does it too, of every year or one; None if no eighth does."""
        total = size((found,))[2]
        single = range(self.first_year, self.first_year + self.years) if self.years > 1 else ()
        for year in (None, *single):
            each = self.years if year is None else 1
            less = self._upwards(found.source, year, [total * part // _PARTS // each for part in range(1, _PARTS)])
            if less is None and each == 1:
                less = self._upwards(found.source, year, [total - 1], total * (_PARTS - 1) // _PARTS)
            if less is not None and size((less,))[2] < total:
                return less
        return None

    def _upwards(self, source: str, year: int | None, amounts: list[int], low: int = 0) -> MoneyChange | None:
        """Return the least raise up to the first of the amounts that does it; None if none does."""
        for amount in amounts:
            if amount <= low:
                continue
            if self.plans.effort >= self.last:
                self.is_cut = True
                return None
            if self._does(source, year, amount):
                while amount - low > 1:
                    middle = (low + amount) // 2
                    low, amount = (low, middle) if self._does(source, year, middle) else (middle, amount)
                return MoneyChange(source, amount, year, self.years)
            low = amount
        return None

    def _does(self, source: str, year: int | None, extra: int) -> bool:
        return self.plans.puts_in((*self.given, MoneyChange(source, extra, year, self.years)))
