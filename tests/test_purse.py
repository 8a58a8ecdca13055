"""Who pays: running costs first, then works in plan order, each from the sources that its earmarks prefer."""

from __future__ import annotations

from recommender.pipeline.assembling.purse import Bill, Paid, pay
from recommender.request.options import Earmark, Money

FUND, ALLOCATION, OWN = "village-fund", "village-allocation", "own-revenue"
FOOD = ("food",)


def money(*earmarks: Earmark, carries_over: bool = False, reserve: int = 0, years: int = 1) -> Money:
    """Return 100 rupiah of each of three sources a year."""
    amounts = dict.fromkeys((FUND, ALLOCATION, OWN), (100,) * years)
    return Money(amounts, reserve, earmarks, carries_over)


def work(name: str, cost: int, focus: tuple[str, ...] = (), year: int = 0) -> Bill:
    return Bill(name, {year: cost}, {}, focus)


def by_work(paid: Paid) -> dict[int, dict[str, int]]:
    """Return what each source paid for each work in all years."""
    found: dict[int, dict[str, int]] = {}
    for (number, _), drawn in paid.works.items():
        sums = found.setdefault(number, {})
        for source, amount in drawn.items():
            sums[source] = sums.get(source, 0) + amount
    return found


def test_a_work_without_earmark_is_paid_in_the_order_of_the_catalog():
    paid = pay([work("road", 150)], money(Earmark(OWN, FOOD, at_least=500), Earmark(FUND, FOOD, at_most=100)))
    assert by_work(paid) == {"road": {FUND: 100, ALLOCATION: 50}}


def test_a_source_that_owes_the_focus_a_share_pays_first():
    paid = pay([work("granary", 130, FOOD)], money(Earmark(OWN, FOOD, at_least=500)))
    assert by_work(paid) == {"granary": {OWN: 100, FUND: 30}}


def test_a_source_whose_share_is_capped_pays_last_and_no_more_than_its_share():
    paid = pay([work("granary", 230, FOOD)], money(Earmark(FUND, FOOD, at_most=400)))
    assert by_work(paid) == {"granary": {ALLOCATION: 100, OWN: 100, FUND: 30}}
    paid = pay([work("granary", 90, FOOD), work("mill", 90, FOOD)], money(Earmark(ALLOCATION, FOOD, at_most=400)))
    assert by_work(paid) == {"granary": {FUND: 90}, "mill": {FUND: 10, OWN: 80}}


def test_a_capped_source_never_pays_more_than_its_share_whatever_is_asked():
    paid = pay([work("granary", 215, FOOD), work("mill", 10, FOOD)], money(Earmark(FUND, FOOD, at_most=200)))
    assert by_work(paid) == {"granary": {ALLOCATION: 100, OWN: 100, FUND: 15}, "mill": {FUND: 5}}
    assert paid.by_earmark == {0: [20]}


def test_a_source_that_owes_comes_before_one_that_neither_owes_nor_is_capped_and_that_before_a_capped_one():
    earmarks = (Earmark(FUND, FOOD, at_most=300), Earmark(OWN, FOOD, at_least=200))
    paid = pay([work("granary", 220, FOOD)], money(*earmarks))
    assert list(by_work(paid)["granary"].items()) == [(OWN, 100), (ALLOCATION, 100), (FUND, 20)]


def test_a_source_that_owes_one_focus_and_caps_another_of_the_work_pays_first():
    earmarks = (Earmark(OWN, ("water",), at_most=500), Earmark(OWN, FOOD, at_least=200))
    paid = pay([work("pond", 20, (*FOOD, "water"))], money(*earmarks))
    assert by_work(paid) == {"pond": {OWN: 20}}


def test_what_was_paid_under_each_earmark_is_counted_by_source_and_year():
    earmarks = (Earmark(OWN, FOOD, at_least=200), Earmark(FUND, FOOD, at_most=300))
    bills = [work("granary", 130, FOOD), work("road", 50), work("mill", 10, FOOD, year=1)]
    paid = pay(bills, money(*earmarks, years=2))
    assert paid.by_earmark == {0: [100, 10], 1: [0, 0]}


def test_running_costs_are_paid_before_any_work_and_fall_under_no_earmark():
    bills = [work("granary", 90, FOOD), Bill("road", {}, {0: 30})]
    paid = pay(bills, money(Earmark(FUND, FOOD, at_least=900)))
    assert paid.running == {FUND: [30], ALLOCATION: [0], OWN: [0]}
    assert by_work(paid) == {"granary": {FUND: 70, ALLOCATION: 20}, "road": {}}
    assert paid.by_earmark == {0: [70]}


def test_the_reserve_is_left_and_what_remains_falls_on_the_last_source():
    paid = pay([work("road", 290)], money(reserve=100))
    assert by_work(paid) == {"road": {FUND: 90, ALLOCATION: 90, OWN: 110}}


def test_what_a_year_leaves_pays_in_the_next_only_where_it_carries_over():
    bills = [work("road", 40), work("bridge", 150, year=1)]
    assert by_work(pay(bills, money(years=2)))["bridge"] == {FUND: 100, ALLOCATION: 50}
    assert by_work(pay(bills, money(years=2, carries_over=True)))["bridge"] == {FUND: 150}
