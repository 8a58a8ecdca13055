"""What a cost is stands where its basis says: read in the citations, computed from them, or named as a judgement.

The figures are words of the catalog (`Rp17M`, `Rp4.4M x 12 = Rp52.8M`), so that a price which drifts away from its
source, a source that is swapped, and a sum that does not add up fail here, by the name of the work.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from cost_figures import TOLERANCE, amounts, cited, cost_faults, percentages, running_faults, sums
from hypothesis import given
from hypothesis import strategies as st
from shipped import knowledge

from recommender.model.knowledge import Intervention

KB = knowledge()
WORKS = sorted(KB.interventions)
TRACED = [name for name in WORKS if KB.interventions[name].cost.basis in ("sourced", "derived")]
PAID = [name for name in TRACED if KB.interventions[name].cost.low]


def altered(name: str, **cost: Any) -> Intervention:
    work = KB.interventions[name]
    return work.model_copy(update={"cost": work.cost.model_copy(update=cost)})


@pytest.mark.parametrize("name", WORKS)
def test_cost_stands_where_its_basis_says(name):
    assert cost_faults(KB.interventions[name]) == []


@pytest.mark.parametrize("name", WORKS)
def test_running_cost_stands_where_its_basis_says(name):
    assert running_faults(KB.interventions[name]) == []


def test_what_ships_says_the_basis_of_each_running_cost():
    kept_up = [work.running_cost for work in KB.interventions.values() if "running_cost" in work.model_fields_set]
    assert kept_up
    assert all("basis" in running.model_fields_set for running in kept_up)


@pytest.mark.parametrize("name", PAID)
@pytest.mark.parametrize("end", ["low", "high"])
def test_a_price_that_leaves_its_source_is_found(name, end):
    """By a tenth: nearer than that another cited figure may stand by chance, as the two years of one programme."""
    amount = getattr(KB.interventions[name].cost, end)
    read = {one.stated for one in sums(KB.interventions[name].cost.note or "")}
    read |= amounts(cited(KB.interventions[name]))
    for factor in (Fraction(9, 10), Fraction(11, 10), Fraction(10)):
        moved = int(amount * factor)
        by_chance = any(abs(moved - one) <= TOLERANCE * one for one in read)
        assert by_chance or cost_faults(altered(name, **{end: moved}))


@pytest.mark.parametrize("name", PAID)
def test_a_price_without_its_sources_is_found(name):
    assert cost_faults(KB.interventions[name].model_copy(update={"sources": ()}))


def test_a_basis_that_promises_too_much_is_found():
    guessed = [name for name in WORKS if KB.interventions[name].cost.basis == "judgement"]
    assert all(cost_faults(altered(name, basis=basis)) for name in guessed for basis in ("sourced", "derived"))


@pytest.mark.parametrize(
    ("text", "rupiah"),
    [
        ("Rp17M a lamp", {17_000_000}),
        ("Rp17.5-25M a house", {17_500_000, 25_000_000}),
        ("Rp50M to 80M", {50_000_000, 80_000_000}),
        ("Rp50k-1.2M", {50_000, 1_200_000}),
        ("Rp35,000 to 42,000 a month", {35_000, 42_000}),
        ("(=Rp1,110M/km)", {1_110_000_000}),
        ("Rp1.12T/4,586", {1_120_000_000_000}),
        ("capital Rp2.6T (=Rp3.16bn each)", {2_600_000_000_000, 3_160_000_000}),
        ("free core, premium Rp1M", {0, 1_000_000}),
        ("215 x 3 m x 15 cm, in 2023", set()),
        ("Rp2Months", {2}),
    ],
)
def test_amounts_in_words(text, rupiah):
    assert amounts(text) == rupiah


@given(st.integers(1, 10**6), st.sampled_from([("k", 10**3), ("M", 10**6), ("bn", 10**9), ("T", 10**12)]))
def test_an_amount_is_read_as_it_is_written(number, unit):
    word, size = unit
    assert amounts(f"about Rp{number:,}{word}, of which") == {number * size}
    assert amounts(f"Rp{number / 1000:.3f}{word}") == {Fraction(number * size, 1000)}


@given(st.integers(1, 999), st.integers(1, 99), st.integers(1, 999), st.integers(1, 9))
def test_sums_bind_products_first(one, times, other, parts):
    (found,) = sums(f"one: Rp{one}k x {times} + Rp{other}k / {parts} = Rp1M; and so on")
    assert found.computed == 1000 * (one * times + Fraction(other, parts))
    assert found.operands == (one * 1000, other * 1000)
    assert found.stated == 10**6


def test_shares_in_words():
    assert percentages("yearly running cost 10-12.5 % of it; 6% interest") == [
        (Fraction(1, 10), Fraction(1, 8)),
        (Fraction(3, 50), Fraction(3, 50)),
    ]
