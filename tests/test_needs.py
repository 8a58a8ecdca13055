"""Findings -> needs: what makes one, and its weight worked out by hand from the parameters of the sample."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support_knowledge import FILES, knowledge, rule
from support_stages import stages, village_of

from recommender.model.knowledge import KnowledgeBase

BEST = {"water": 5, "power": 5, "diversity": 5, "shops": 5}
RULES = {
    "rules/living/dark.yaml": rule("{score: power, below: 0.9}", "power", more="need: amenity"),
    "rules/economy/few-shops.yaml": rule("{score: shops, below: 0.9}", "shops"),
    "rules/living/dry-and-dark.yaml": None,
}


def base(folder: Any, **files: str | None) -> KnowledgeBase:
    return knowledge(folder, {**RULES, **{f"rules/living/{name}.yaml": text for name, text in files.items()}})


@pytest.fixture(scope="module")
def kb(tmp_path_factory) -> KnowledgeBase:
    return base(tmp_path_factory.mktemp("kb"))


def needs(kb: KnowledgeBase, facts: dict[str, Any] | None = None, objective: str = "smart", **values: int) -> Any:
    village = village_of({**BEST, **values}, households=500_000, **(facts or {}))
    return stages(kb, village, objective=objective).needs


# The worked example: two aims of `living` are measured of the four that a full weight asks, one of `economy`.


def test_weights_of_a_village_worked_out_by_hand(kb):
    found = needs(kb, water=0, power=3, shops=3)
    # water: 1 x 2/4 x 1.5/(1.5 + 0.5) x (0.5 + 1.0) x 2 (a basic need at its lowest rung)
    assert Fraction(2, 4) * Fraction(15, 20) * Fraction(15, 10) * 2 == Fraction(11250, 10_000)
    assert (found["water"].gap, found["water"].weight) == (1000, 11_250)
    # power: 1 x 2/4 x 0.5/(1.5 + 0.5) x (0.5 + 0.4)
    assert (found["power"].gap, found["power"].weight) == (400, 1_125)
    # shops: 1 x 1/4 x 1.0/1.5 (at least one basic need's class) x (0.5 + 0.4)
    assert (found["shops"].gap, found["shops"].weight) == (400, 1_500)


def test_gap_is_the_way_to_the_lowest_rung_at_or_above_the_target(kb):
    assert needs(kb, water=3)["water"].gap == 400
    assert "water" not in needs(kb, water=5)


def test_severe_is_a_basic_need_at_its_lowest_rungs_only(kb):
    at_rung_three = needs(kb, water=3)["water"].weight
    assert at_rung_three == round(Fraction(2, 4) * 1 * Fraction(9, 10) * 10_000)
    # shops at 1 of 5 is as low, but its rule says no basic need
    assert needs(kb, shops=1)["shops"].weight == round(Fraction(1, 4) * Fraction(2, 3) * Fraction(13, 10) * 10_000)


def test_more_measured_aims_than_a_full_weight_asks_count_no_more(tmp_path):
    parameters = FILES["catalog/parameters.yaml"]
    assert parameters is not None
    less = parameters.replace("values: {2024-01-01: 4}", "values: {2024-01-01: 1}")
    full = knowledge(tmp_path, {**RULES, "catalog/parameters.yaml": less})
    assert needs(full, water=3)["water"].weight == 9_000


def test_doubt_and_assumption_lower_the_weight(kb):
    sure = needs(kb, power=3, water=3)["power"].weight
    doubted = needs(kb, power=3)["power"]  # contradicted by the water that is there
    assert doubted.doubtful
    assert doubted.weight == round(Fraction(2, 4) * Fraction(1, 3) * Fraction(9, 10) * Fraction(3, 10) * 10_000)
    assert needs(kb, power=3, water=3)["power"].doubtful is False
    assert sure == round(Fraction(2, 4) * Fraction(5, 20) * Fraction(9, 10) * 10_000)


def test_assumed_need_counts_seven_tenths(tmp_path):
    kb = base(tmp_path, crowded=rule("{fact: households, above: 100}", "power"), dark=None)
    known = stages(kb, village_of({**BEST, "power": 3, "water": 3}, households=600_000)).needs["power"]
    assumed = stages(kb, village_of({**BEST, "power": 3, "water": 3})).needs["power"]
    assert (known.assumed, assumed.assumed) == (False, True)
    assert assumed.weight == round(Fraction(known.weight * 7, 10))


@given(share=st.integers(1, 1000))
def test_assumed_need_counts_by_the_share_of_villages_where_somebody_counted(share, tmp_path_factory):
    counted = FILES["catalog/facts.yaml"].replace("{value: 600, ", f"{{value: 600, share: {share / 1000}, ")
    files = {
        "catalog/facts.yaml": counted,
        "rules/living/crowded.yaml": rule("{fact: households, above: 100}", "power"),
    }
    kb = knowledge(tmp_path_factory.mktemp("kb"), {**RULES, **files, "rules/living/dark.yaml": None})
    known = stages(kb, village_of({**BEST, "power": 3, "water": 3}, households=600_000)).needs["power"]
    assumed = stages(kb, village_of({**BEST, "power": 3, "water": 3})).needs["power"]
    assert (known.assurance, assumed.assurance) == (1000, share)
    assert assumed.weight == round(Fraction(known.weight * share, 1000))


def test_several_findings_make_one_need_of_the_highest_class_and_urgency(tmp_path):
    kb = base(
        tmp_path,
        unlit=rule("{score: power, below: 0.5}", "power", more="need: basic\nurgency: 3"),
        crowded=rule("{fact: households, above: 100}", "power", more="need: other\nurgency: 2"),
    )
    found = stages(kb, village_of({**BEST, "power": 0, "water": 3})).needs["power"]
    assert (found.need_class, found.urgency, found.assumed) == ("basic", 3, False)
    assert found.rules == ("crowded", "dark", "unlit")
    milder = stages(kb, village_of({**BEST, "power": 3, "water": 3})).needs["power"]
    assert (milder.need_class, milder.urgency) == ("other", 2)


def test_largest_target_of_several_rules_makes_the_gap(tmp_path):
    kb = base(tmp_path, unlit=rule("{score: power, below: 1.0}", "power", more="target: severe-score"), dark=None)
    assert "power" not in stages(kb, village_of({**BEST, "power": 3})).needs  # 0.6 is above 0.2
    both = base(tmp_path / "both", unlit=rule("{score: power, below: 1.0}", "power", more="target: severe-score"))
    assert stages(both, village_of({**BEST, "power": 3})).needs["power"].gap == 400


def test_finding_about_itself_is_a_need_of_its_own_with_a_whole_gap(tmp_path):
    kb = base(tmp_path, lonely=rule("{fact: committee, is: false}", calls="[water-group]"))
    found = stages(kb, village_of(BEST, committee=False)).needs["lonely"]
    assert (found.gap, found.level, found.dimension) == (1000, None, "living")
    # The answered fact counts as measured beside the two aims: 3/4 x 1.0/1.5 x 1.5
    assert found.weight == round(Fraction(3, 4) * Fraction(2, 3) * Fraction(3, 2) * 10_000)


def test_village_known_by_facts_alone_has_needs_with_weight(tmp_path):
    kb = base(tmp_path, lonely=rule("{fact: committee, is: false}", calls="[water-group]"))
    found = stages(kb, village_of({}, committee=False)).needs
    assert list(found) == ["lonely"]
    assert found["lonely"].weight == round(Fraction(1, 4) * Fraction(2, 3) * Fraction(3, 2) * 10_000)


def test_states_and_indicators_that_are_no_aim_make_no_need(tmp_path):
    kb = base(
        tmp_path,
        state=rule("{score: power, below: 0.9}", "none"),
        uniform=rule("{score: diversity, below: 0.9}", "diversity"),
    )
    result = stages(kb, village_of({**BEST, "power": 3, "diversity": 1}))
    assert {finding.rule for finding in result.matched.findings} >= {"state", "uniform"}
    assert list(result.needs) == ["power"]


def test_indicator_that_is_not_measured_makes_no_need_though_a_rule_is_about_it(tmp_path):
    kb = base(tmp_path, crowded=rule("{fact: households, above: 100}", "power"))
    values = {name: value for name, value in BEST.items() if name != "power"}
    result = stages(kb, village_of(values))
    assert "crowded" in {finding.rule for finding in result.matched.findings}
    assert list(result.needs) == []


def test_objective_index_weighs_by_what_a_full_item_adds_to_the_index(kb):
    found = needs(kb, objective="index", water=0, shops=3)
    # A full item is 5 points: of `one` 5/15, of `two` 5/5, each halved by the mean of two components; times ten
    assert found["water"].weight == round(Fraction(5, 15 * 2) * 100_000)
    assert found["shops"].weight == round(Fraction(5, 5 * 2) * 100_000)


@given(st.sampled_from([0, 3, 5]), st.sampled_from([0, 3, 5]), st.sampled_from([1, 3, 5]))
def test_worse_value_never_weighs_less(kb, water, power, shops):
    found = needs(kb, water=water, power=power, shops=shops)
    assert list(found) == sorted(found)
    assert all(need.weight > 0 and 0 < need.gap <= 1000 for need in found.values())
    if water == 3:
        assert needs(kb, water=0, power=power, shops=shops)["water"].weight >= found["water"].weight


# What lifts a firm basic need above the lowest rungs: the first rung above 0.2


def test_a_basic_need_at_its_lowest_rungs_has_a_lift_above_them(kb):
    found = needs(kb, water=0, power=3, shops=1)
    assert (found["water"].gap, found["water"].lift) == (1000, 600)  # from 0 to rung 3 of 5
    assert (found["power"].lift, found["shops"].lift) == (0, 0)  # an amenity, and no basic need


@pytest.mark.parametrize(
    ("given", "before"),
    [({"water": 3}, None), ({"water": 0}, {**BEST, "water": 3, "power": 5, "shops": 1})],
    ids=["it is not at its lowest rung", "its value is doubtful"],
)
def test_a_basic_need_that_is_not_severe_for_sure_has_no_lift(kb, given, before):
    village = village_of({**BEST, "shops": 1, **given}, before, households=500_000)
    assert stages(kb, village).needs["water"].lift == 0


def test_a_basic_need_that_rests_on_an_assumption_has_no_lift(tmp_path):
    assumed = rule("{all: [{score: water, below: 0.9}, {fact: households, above: 100}]}", "water", more="need: basic")
    kb = base(tmp_path, dry=assumed, dark=None)
    sure = stages(kb, village_of({**BEST, "water": 0}, households=500_000)).needs["water"]
    guessed = stages(kb, village_of({**BEST, "water": 0})).needs["water"]
    assert (sure.assumed, sure.lift, guessed.assumed, guessed.lift) == (False, 600, True, 0)


def test_an_amenity_weighs_what_it_weighs_whatever_else_is_wanting(tmp_path):
    """It stands behind basic needs by its tier (test_village_problem), not by a smaller weight."""
    kb = base(tmp_path, few=rule("{score: shops, below: 0.9}", "shops", more="need: amenity\nurgency: 3"))
    assert needs(kb, water=0, shops=1)["shops"].weight == needs(kb, shops=1)["shops"].weight
