"""Needs and candidates of a village -> the planning problem: tiers of a need, parts of a candidate, what each takes."""

from __future__ import annotations

from itertools import accumulate
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support_knowledge import knowledge, rule, work
from support_stages import START, village_of

import recommender as rec
from recommender.model.knowledge import KnowledgeBase
from recommender.pipeline.engine import prepare
from recommender.pipeline.ladders import clipped, closed
from recommender.pipeline.planning.village_problem import AMENITY, BEYOND, SEVERE, TO_TARGET, VillageProblem
from recommender.pipeline.planning.works import Need
from recommender.request.request import make_request

BEST = {"water": 5, "power": 5, "diversity": 5, "shops": 5}
LIVING = "catalog/interventions/living"


def built(kb: KnowledgeBase, values: dict[str, int], yearly: int = 330_000_000, **options: Any) -> VillageProblem:
    """Return the problem of a village that answers for each fact."""
    village = village_of({**BEST, **values}, coastal=False, households=100_000, committee=False)
    asked = rec.Options(START, budget=rec.Budget({"village-fund": yearly}), engine="reference", **options)
    return prepare(village, kb, make_request(asked, kb)).built


# Tiers ----------------------------------------------------------------------------------------------------------------

OF_SHOPS = {
    "rules/economy/few.yaml": rule("{score: shops, below: 0.5}", "shops", "[kiosk]", more="need: amenity"),
    "catalog/interventions/economy/kiosk.yaml": work("{shops: {adds: 4, evidence: study}}"),
}


@pytest.fixture(scope="module")
def kb(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    return knowledge(tmp_path_factory.mktemp("kb"), OF_SHOPS)


def test_a_severe_basic_need_makes_a_tier_of_its_own_and_what_is_left_another(kb: KnowledgeBase) -> None:
    problem = built(kb, {"water": 0}).problem
    water = [need for need in problem.needs if need.name == "water"]
    assert [(need.tier, need.gap) for need in water] == [(SEVERE, 600), (TO_TARGET, 400)]
    assert water[0].weight == water[1].weight
    pipes = next(noun for noun in problem.works if noun.name == "pipes")
    assert [effect.reach for effect in pipes.effects] == [600, 400]  # of the higher what lies beyond the lower


def test_what_is_not_severe_starts_at_the_target_and_amenities_stand_behind(kb: KnowledgeBase) -> None:
    problem = built(kb, {"water": 3, "shops": 1}).problem
    assert [(need.name, need.tier, need.gap) for need in problem.needs if need.name != "dry-and-dark"] == [
        ("shops", AMENITY, 800),
        ("water", TO_TARGET, 400),
    ]


def test_beyond_the_target_weighs_its_share_and_stands_last(kb: KnowledgeBase) -> None:
    problem = built(kb, {"shops": 3}).problem
    (shops,) = problem.needs
    whole = built(kb, {"shops": 1}).problem.needs[0]
    assert (shops.tier, shops.gap, whole.gap) == (BEYOND, 400, 800)
    # the class and the way weigh alike; only a quarter of it counts beyond: (0.5 + 0.4) / (0.5 + 0.8)
    assert shops.weight == pytest.approx(whole.weight * 0.25 * 0.9 / 1.3, abs=1)


def test_by_the_index_alone_a_point_is_a_point(kb: KnowledgeBase) -> None:
    problem = built(kb, {"water": 0, "shops": 3}, objective="index").problem
    assert problem.tiers == (TO_TARGET,)
    assert {need.weight for need in problem.needs if need.name == "shops"} == {
        built(kb, {"shops": 1}, objective="index").problem.needs[0].weight
    }


@given(
    st.lists(st.tuples(st.integers(1, 9), st.integers(1, 5)), max_size=4),
    st.lists(st.integers(1, 5), min_size=1, max_size=3),
    st.integers(0, 15),
    st.integers(0, 40),
)
def test_the_tiers_of_a_need_close_together_what_the_whole_need_would(
    steps: list[tuple[int, int]], gaps: list[int], reached: int, amount: int
) -> None:
    """However it is cut: what each tier closes beyond the one below adds up."""
    rungs, needed, closure = [], 0, 0
    for more, higher in steps:
        needed, closure = needed + more, closure + higher
        rungs.append((needed, min(sum(gaps), closure)))
    whole = min(sum(gaps), closed(tuple(rungs), sum(gaps), min(reached, sum(gaps)), amount))
    together, below = 0, 0
    for gap in gaps:
        tier = Need("n", 1, gap, clipped(tuple(rungs), below, gap))
        together += tier.closure(min(gap, max(0, min(reached, sum(gaps)) - below)), amount)
        below += gap
    assert together == whole


# Parts ----------------------------------------------------------------------------------------------------------------


def with_pipes(folder: Any, text: str, yearly: int = 100_000_000) -> VillageProblem:
    return built(knowledge(folder, {f"{LIVING}/pipes.yaml": text}), {"water": 3}, yearly)


def test_phases_rest_on_one_another_and_what_rests_on_the_work_waits_for_the_last(tmp_path: Any) -> None:
    text = work("{water: {reaches: 1.0, evidence: study}}", "executors: [village]\nrequires: [dam]")
    dam = work("{}", "executors: [village]\ndivisible: true\nphysical: true", 100_000_000, 100_000_000)
    files = {f"{LIVING}/pipes.yaml": text, f"{LIVING}/dam.yaml": dam}
    found = built(knowledge(tmp_path, files), {"water": 3}, 100_000_000)
    first, *others = found.numbers["dam"]
    works = found.problem.works
    assert [works[number].requires for number in others] == [(number - 1,) for number in others]
    assert works[first].requires == ()
    (pipes,) = found.numbers["pipes"]
    assert works[pipes].requires == (others[-1],)
    assert frozenset(found.numbers["dam"]) in found.problem.limits.lines  # one start of a year, however many phases


def test_a_service_is_paid_in_every_year_and_keeps_its_years(tmp_path: Any) -> None:
    text = work(
        "{water: {reaches: 1.0, evidence: study}}", "executors: [village]\nmeasure: service\ndelivered-years: 2"
    )
    found = with_pipes(tmp_path, text.replace("running-cost: {amount: 0}\n", ""))
    noun = found.problem.works[found.numbers["pipes"][0]]
    assert (noun.service, noun.service_years, noun.running) == (True, 2, 0)
    assert [sum(amounts) for amounts in noun.payments(3)] == [15_000_000, 15_000_000]


def test_a_physical_work_a_line_and_an_act_take_their_own_places(tmp_path: Any) -> None:
    def takes(folder: str, more: str) -> set[str]:
        text = work("{water: {reaches: 1.0, evidence: study}}", f"executors: [village]\n{more}")
        found = with_pipes(tmp_path / folder, text)
        taken = found.problem.works[found.numbers["pipes"][0]].takes
        return {str(found.problem.limits.capacities[number].amounts) for number in taken}

    assert takes("a", "physical: true") == {"(4, 4, 4)"}
    assert takes("b", "") == {"(11, 11, 11)"}
    assert takes("c", "measure: act") == set()


def test_acts_and_small_soft_lines_are_minor_and_what_is_built_is_not(tmp_path: Any) -> None:
    def minor(folder: str, more: str, cost: int) -> bool:
        text = work("{water: {reaches: 1.0, evidence: study}}", f"executors: [village]\n{more}", cost, cost)
        found = with_pipes(tmp_path / folder, text)
        return found.problem.works[found.numbers["pipes"][0]].minor

    assert minor("a", "", 5_000_000)
    assert not minor("b", "", 5_050_000)
    assert not minor("c", "physical: true", 1_000_000)
    assert minor("d", "measure: act", 20_000_000)


def test_rounds_come_once_a_year_until_the_need_is_met_and_are_lines_of_one_step(tmp_path: Any) -> None:
    closing = rule("{fact: coastal, is: false}", calls="[houses]", more="closes: {houses: 0.4}")
    houses = work("{}", "executors: [village]\nrepeats: true\nphysical: true")
    base = knowledge(tmp_path, {"rules/living/unfit.yaml": closing, f"{LIVING}/houses.yaml": houses})
    village = village_of(BEST, coastal=False)
    for years, closed_by in ((2, [400, 800]), (4, [400, 800, 1000])):
        problem = prepare(village, base, make_request(rec.Options(START, years=years), base)).built.problem
        amounts = accumulate(effect.amount for noun in problem.works for effect in noun.effects)
        assert [problem.needs[0].closure(0, amount) for amount in amounts] == closed_by
        plan = rec.recommend(village, base, start_year=START, years=years, engine="reference").plan
        (step,) = plan.steps
        assert [line.year for line in step.lines] == [START + number for number in range(len(closed_by))]
        assert len({line.amount for line in step.lines}) == 1
