"""The least money that puts a work into the plan: of one source, in one year or in every year, to the million.

More money need not put a work in for good: with more still, another may be better. So amounts are tried upwards, and
between the last that does not and the first that does the least is found by halving, in whole millions. Then every
quarter below it is tried, of every year and of each alone, until none does. The fast method tries; what is found is
planned once more, as the user's plan is.
"""

from __future__ import annotations

from dataclasses import replace

from recommender.verbs.explaining.trial_plans import TrialPlans
from recommender.verbs.what_if.changes import Changes, order, size
from recommender.verbs.what_if.option_changes import MoneyChange

# Amounts that are tried, in hundredths of a year's money (of the catalog's typical amount, where that is more).
_TRIED = (5, 10, 20, 35, 50, 100, 200, 300, 1000)
_PARTS = 4
GRAIN = 1_000_000  # rupiah: nobody asks for less more
_MOST_RAISED = 4  # grains by which what the fast method found is raised where the user's method needs more


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
    best = search.confirmed(search.least())
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
            found = self._upwards(source, None, [_whole(whole * share // 100) for share in _TRIED])
            while found is not None and (best is None or order((found,)) < order((best,))):
                best, found = found, self._below(found)
        return best

    def confirmed(self, found: MoneyChange | None) -> MoneyChange | None:
        """Return the raise with which the plan, planned as the user's is, has the work; None if none near does."""
        if found is None:
            return None
        for grains in range(_MOST_RAISED + 1):
            raised = replace(found, extra=found.extra + grains * GRAIN)
            if self._is_in(raised):
                return raised
        self.is_cut = True
        return None

    def _is_in(self, raised: MoneyChange) -> bool:
        return self.plans.work in (self.plans.steps((*self.given, raised)) or ())

    def _below(self, found: MoneyChange) -> MoneyChange | None:
        """Return a raise of less rupiah in all that does it too, of every year or one; None if no eighth does."""
        total = size((found,))[2]
        single = range(self.first_year, self.first_year + self.years) if self.years > 1 else ()
        for year in (None, *single):
            each = self.years if year is None else 1
            parts = [_whole(total * part // _PARTS // each) for part in range(1, _PARTS)]
            less = self._upwards(found.source, year, parts)
            if less is None and each == 1:
                less = self._upwards(found.source, year, [total - GRAIN], max(parts))
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
                while amount - low > GRAIN:
                    middle = _whole((low + amount) // 2)
                    low, amount = (low, middle) if self._does(source, year, middle) else (middle, amount)
                return MoneyChange(source, amount, year, self.years)
            low = amount
        return None

    def _does(self, source: str, year: int | None, extra: int) -> bool:
        return self.plans.promises((*self.given, MoneyChange(source, extra, year, self.years)))


def _whole(amount: int) -> int:
    """Return the whole millions of an amount, at least one."""
    return max(GRAIN, amount // GRAIN * GRAIN)
