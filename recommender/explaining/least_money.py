"""The least money that puts a work into the plan: of one source, in one year or in every year, to the rupiah.

More money need not put a work in for good (with more still, another may be better), so amounts are tried upwards, and
between the last that does not and the first that does the least is found by halving: one rupiah less does not do it.
"""

from __future__ import annotations

from recommender.explaining.changes import Changes, MoneyChange, order
from recommender.explaining.probing import Probe

# Amounts that are tried, in hundredths of a year's money (of the catalog's typical amount, where that is more).
_TRIED = (2, 5, 10, 20, 35, 50, 75, 100, 150, 200, 300, 500, 1000)


def least_money(probe: Probe, quota: int, given: Changes = ()) -> Changes | None:
    """Return the raise of least rupiah in all that puts the work in, None if no amount tried does.

    Parameters
    ----------
    quota
        Effort that the search may take; what is begun is ended.
    given
        Changes that are made besides; with them only the same raise in every year is sought.
    """
    last = probe.effort + quota
    settled = probe.settled
    best: MoneyChange | None = None
    for source in settled.amounts:
        whole = max(*settled.amounts[source], settled.settings.typical_budget)
        every = _least(probe, source, None, [whole * share // 100 for share in _TRIED], given)
        found = [every] if given else [every, *_single_years(probe, source, every, last)]
        for change in found:
            if change is not None and (best is None or order((change,)) < order((best,))):
                best = change
        if probe.effort >= last:
            break
    return None if best is None else (*given, best)


def _single_years(probe: Probe, source: str, every: MoneyChange | None, last: int) -> list[MoneyChange]:
    """Return the least raise of each single year that is less in all than the same raise every year."""
    settled = probe.settled
    found: list[MoneyChange] = []
    most = every.extra * settled.years if every is not None else settled.settings.typical_budget * 10
    for offset in range(settled.years):
        if probe.effort >= last:
            break
        year = probe.case.options.start_year + offset
        raised = _least(probe, source, year, [most // 4, most - 1])
        if raised is not None:
            found.append(raised)
            most = raised.extra
    return found


def _least(probe: Probe, source: str, year: int | None, amounts: list[int], given: Changes = ()) -> MoneyChange | None:
    years = probe.settled.years

    def flips(extra: int) -> bool:
        return probe.flips((*given, MoneyChange(source, extra, year, years)))

    low = 0
    for amount in amounts:
        if amount <= low:
            continue
        if flips(amount):
            while amount - low > 1:
                middle = (low + amount) // 2
                low, amount = (low, middle) if flips(middle) else (middle, amount)
            return MoneyChange(source, amount, year, years)
        low = amount
    return None
