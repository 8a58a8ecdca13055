"""Candidates that are no plain work: services, phases, rounds, smaller sizes, what lies beyond the target."""

from __future__ import annotations

from typing import Any

from support_knowledge import knowledge, rule, work
from support_stages import Stages, stages, village_of

from recommender.model.needs import Candidate, Contribution

BEST = {"water": 5, "power": 5, "diversity": 5, "shops": 5}
YEARLY = 100_000_000  # 40 million for a service, 60 for a work, 40 a year in phases
TO_ONE = "{water: {reaches: 1.0, evidence: study}}"
HUNDRED_HOUSES = {"households": 100_000}


def run(folder: Any, text: str, values: Any = None, yearly: int = YEARLY, extra: Any = None, **given: Any) -> Stages:
    """Return the stages of a village without water, `pipes` being the only work that a rule calls for it."""
    files = {"catalog/interventions/living/pipes.yaml": text, "rules/living/dry-and-dark.yaml": None, **(extra or {})}
    given = {"coastal": False, **given}
    years = given.pop("years", 3)
    return stages(knowledge(folder, files), village_of(values or {**BEST, "water": 0}, **given), yearly, years)


def pipes(found: Stages) -> Candidate:
    return found.choice.candidates["pipes"]


def costing(rupiah: int, more: str, improves: str = TO_ONE) -> str:
    return work(improves, more, rupiah, rupiah)


def service(rupiah: int, more: str = "", executors: str = "[village]") -> str:
    text = costing(rupiah, f"executors: {executors}\nmeasure: service\n{more}")
    return text.replace("running-cost: {amount: 0}\n", "")


# Services


def test_service_costs_what_a_year_of_it_costs_and_has_no_upkeep(tmp_path):
    found = pipes(run(tmp_path, service(40_000_000, "delivered-years: 2")))
    assert (found.is_service, found.service_years, found.cost, found.running) == (True, 2, 40_000_000, 0)
    assert [(part.costs, part.months) for part in found.parts] == [((40_000_000,), 3)]


def test_service_above_its_share_of_a_year_is_refused_for_that_or_asked_of_others(tmp_path):
    assert run(tmp_path / "a", service(40_100_000)).refused == {"pipes": "service-cost"}
    both = pipes(run(tmp_path / "b", service(40_100_000, executors="[village, district]")))
    assert (both.executor, both.is_service, both.lead_months) == ("district", True, 12)


# Phases


def test_what_is_divisible_is_built_in_phases_of_whole_units_that_add_up(tmp_path):
    per_house = "executors: [village]\ndivisible: true\nquantity: {fact: households}"
    found = pipes(run(tmp_path, costing(1_000_000, per_house), **HUNDRED_HOUSES))
    assert len(found.parts) == 6  # three years of at most 40 million, two phases each
    assert sum(part.quantity for part in found.parts) == found.quantity == 100_000
    assert all(part.quantity % 1000 == 0 for part in found.parts)
    assert sum(part.cost for part in found.parts) == found.cost == 100_000_000
    assert [part.contribution(found.serves["water"]).reach for part in found.parts] == [0] * 5 + [1000]
    assert (found.settling, found.rounds) == (5, False)


def test_what_fits_a_year_is_built_at_once_though_it_may_be_divided(tmp_path):
    assert len(pipes(run(tmp_path, costing(40_000_000, "executors: [village]\ndivisible: true"))).parts) == 1


# Rounds


def houses(share: str) -> tuple[str, dict[str, str]]:
    """Return a round that serves a share of a finding of its own, and the rule that calls it."""
    calls = rule("{fact: coastal, is: false}", calls="[pipes]", more=f"closes: {{pipes: {share}}}")
    return work("{}", "executors: [village]\nrepeats: true"), {"rules/living/dark.yaml": calls}


def test_rounds_are_as_many_as_close_the_need_but_one_a_year_at_most(tmp_path):
    text, extra = houses("0.4")
    half = pipes(run(tmp_path / "a", text, BEST, extra=extra))
    assert (len(half.parts), half.rounds, half.settling) == (3, True, 0)
    assert len(pipes(run(tmp_path / "b", text, BEST, extra=extra, years=2)).parts) == 2
    text, extra = houses("1.0")
    whole = pipes(run(tmp_path / "c", text, BEST, extra=extra))
    assert (len(whole.parts), whole.rounds) == (1, False)


def test_every_round_costs_and_does_as_much_as_the_first(tmp_path):
    text, extra = houses("0.4")
    found = pipes(run(tmp_path, text, BEST, extra=extra))
    assert {part.cost for part in found.parts} == {found.cost}
    assert [part.contribution(found.serves["dark"]) for part in found.parts] == [Contribution(amount=400)] * 3


def test_what_others_build_is_asked_for_once(tmp_path):
    text, extra = houses("0.4")
    asked = pipes(run(tmp_path, text.replace("[village]", "[district]"), BEST, extra=extra))
    assert (len(asked.parts), asked.rounds) == (1, False)


# Smaller sizes


def sized(rupiah: int, executors: str, sizes: str = "[0.25, 0.5]", adds: int = 8) -> tuple[str, dict[str, str]]:
    effect = f"{{shops: {{adds: {adds}, evidence: study}}}}"
    calls = {"rules/economy/few.yaml": rule("{score: shops, below: 0.9}", "shops", "[pipes]")}
    return costing(rupiah, f"executors: {executors}\nsizes: {sizes}", effect), calls


NO_SHOPS = {**BEST, "shops": 1}  # rungs from two and from four shops on


def test_the_greatest_size_that_the_village_can_pay_is_planned_and_does_its_share(tmp_path):
    text, extra = sized(100_000_000, "[village]")
    found = pipes(run(tmp_path, text, NO_SHOPS, extra=extra))
    assert (found.size, found.quantity, found.cost) == (500, 500, 50_000_000)
    assert found.serves == {"shops": Contribution(amount=4000)}
    assert found.improves["shops"].adds == 4000


def test_a_size_too_small_for_a_rung_is_no_candidate(tmp_path):
    text, extra = sized(200_000_000, "[village]", "[0.125, 0.2]")
    assert run(tmp_path / "a", text, NO_SHOPS, extra=extra).candidates == []  # 1.6 shops
    text, extra = sized(200_000_000, "[village]", "[0.125, 0.25]")
    assert run(tmp_path / "b", text, NO_SHOPS, extra=extra).candidates == ["pipes"]  # two


def test_own_and_smaller_goes_before_a_proposal_of_the_whole(tmp_path):
    text, extra = sized(100_000_000, "[village, district]")
    assert pipes(run(tmp_path / "a", text, NO_SHOPS, extra=extra)).is_own
    text, extra = sized(400_000_000, "[village, district]")
    asked = pipes(run(tmp_path / "b", text, NO_SHOPS, extra=extra))
    assert (asked.executor, asked.size, asked.serves) == ("district", 1000, {"shops": Contribution(amount=8000)})


def test_what_fits_is_planned_whole(tmp_path):
    text, extra = sized(60_000_000, "[village]")
    assert pipes(run(tmp_path, text, NO_SHOPS, extra=extra)).size == 1000


def test_a_size_is_cut_to_whole_units_where_such_are_counted(tmp_path):
    text, extra = sized(1_000_000, "[village]\nquantity: {fact: households}", "[0.25]", 12)
    found = pipes(run(tmp_path, text, NO_SHOPS, extra=extra, households=99_000))
    assert (found.quantity, found.size) == (24_000, 242)
    assert found.serves["shops"].amount == 12_000 * 242 // 1000


# Beyond the target


def test_the_rule_of_a_lower_rung_calls_its_works_beyond_the_target(tmp_path):
    """Water at 0.6 of 1.0 where 0.5 were enough: nothing is found, and the pipes may still lift it to the top."""
    low = {"rules/living/dry.yaml": rule("{score: water, below: 0.5}", "water", "[pipes]", more="target: severe-score")}
    found = run(tmp_path, costing(10_000_000, "executors: [village]"), {**BEST, "water": 3}, extra=low)
    need = found.needs["water"]
    assert (need.gap, need.beyond, need.lift) == (0, 400, 0)
    assert found.matched.findings == ()
    assert pipes(found).serves == {"water": Contribution(reach=400)}
    assert pipes(found).called_by == {"water": ("dry",)}


def test_nothing_is_wished_for_beyond_the_highest_rung_or_on_doubt(tmp_path):
    text = costing(10_000_000, "executors: [village]")
    assert run(tmp_path / "a", text, BEST).candidates == []
    dark = {"rules/living/dark.yaml": rule("{score: power, below: 0.5}", "power", "[pipes]")}
    doubted = run(tmp_path / "b", text, {**BEST, "power": 3}, extra=dark)  # the water that is there contradicts it
    assert "power" not in doubted.needs
    believed = run(tmp_path / "c", text, {**BEST, "power": 3, "water": 3}, extra=dark)
    assert believed.needs["power"].beyond == 400


def test_a_need_beyond_weighs_like_any_other_of_its_way(tmp_path):
    """Its tier and its share of the weight come later, in the problem."""
    lower = {"rules/living/dry.yaml": rule("{score: water, below: 0.5}", "water", "[pipes]", more="need: basic")}
    text = costing(10_000_000, "executors: [village]")
    beyond = run(tmp_path / "a", text, {**BEST, "water": 3}, extra=lower).needs["water"]
    missed = run(tmp_path / "b", text, {**BEST, "water": 3}).needs["water"]
    assert beyond.beyond == missed.gap == 400
    assert beyond.weight == missed.weight > 0
