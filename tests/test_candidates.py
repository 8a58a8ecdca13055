"""Needs -> candidates: what is called, closed, met, refused, and on what it rests."""

from __future__ import annotations

from typing import Any

from support_knowledge import FILES, knowledge, rule, work
from support_stages import Stages, stages, village_of

from recommender.model.conditions import Interval
from recommender.model.needs import Contribution

BEST = {"water": 5, "power": 5, "diversity": 5, "shops": 5}
DRY = {**BEST, "water": 0}
KNOWN = {"coastal": False, "households": 300_000, "committee": False}
FOLDER = "catalog/interventions/living"
BOTH = "executors: [village, district]"
OTHERS = "executors: [district]"


def run(folder: Any, files: dict[str, str | None] | None = None, values: Any = None, **given: Any) -> Stages:
    """Return the stages of a dry village with the works given by name, facts and options."""
    named = {(f"{FOLDER}/{key}.yaml" if "/" not in key else key): text for key, text in (files or {}).items()}
    facts = {**KNOWN, **{key: given.pop(key) for key in ("coastal", "households", "committee") if key in given}}
    facts = {key: value for key, value in facts.items() if value is not None}
    before = given.pop("before", None)
    return stages(knowledge(folder, named), village_of(DRY if values is None else values, before, **facts), **given)


# Called works and what they rest on


def test_called_work_brings_all_that_it_may_rest_on(tmp_path):
    found = run(tmp_path)
    assert found.candidates == ["pipes", "spring", "water-group", "well"]
    pipes = found.choice.candidates["pipes"]
    assert (pipes.requires, pipes.groups) == (("water-group",), (("spring", "well"),))
    assert pipes.called_by == {"water": ("dry",)}
    assert found.choice.candidates["spring"].called_by == {}
    # 300 households at 100,000, from 50,000 to 150,000: unit prices are rounded to whole 50,000 above that
    assert (pipes.cost, pipes.low, pipes.high) == (30_000_000, 15_000_000, 45_000_000)
    assert (found.refused, found.choice.met) == ({}, ())


def test_village_without_needs_has_no_candidates(tmp_path):
    found = run(tmp_path, values=BEST)
    assert (found.candidates, found.refused, found.choice.met) == ([], {}, ())


def test_long_chain_is_closed(tmp_path):
    files = {
        "well": work(more="executors: [village]\nrequires: [drill]"),
        "drill": work(more="executors: [village]\nrequires-any: [[truck]]"),
        "truck": work(),
    }
    assert run(tmp_path, files).candidates == ["drill", "pipes", "spring", "truck", "water-group", "well"]


def test_work_serves_every_need_that_it_moves_not_only_the_one_that_called_it(tmp_path):
    files = {"well": work("{water: {reaches: 0.6, evidence: study}}")}
    found = run(tmp_path, files)
    assert found.choice.candidates["well"].serves == {"water": Contribution(reach=600)}
    assert found.choice.candidates["well"].called_by == {}


# Met


def test_prerequisite_that_is_there_is_not_planned(tmp_path):
    found = run(tmp_path, committee=True)
    assert found.candidates == ["pipes", "spring", "well"]
    assert found.choice.candidates["pipes"].requires == ()
    assert found.choice.met == ("water-group",)


def test_unknown_prerequisite_counts_as_not_there_and_is_asked(tmp_path):
    found = run(tmp_path, committee=None)
    assert "water-group" in found.candidates
    assert found.choice.unknown == {"committee": ("pipes",)}


def test_group_with_a_member_that_is_there_is_met(tmp_path):
    there = work(more="executors: [village]\nmet-when: {prerequisite: {fact: committee, is: true}}")
    found = run(tmp_path, {"well": there}, committee=True)
    assert found.candidates == ["pipes"]
    assert found.choice.met == ("water-group", "well")


def test_work_met_for_one_need_may_serve_another(tmp_path):
    files = {
        "lamp": work(
            "{water: {reaches: 1.0, evidence: study}, power: {reaches: 1.0, evidence: study}}",
            "executors: [village]\nmet-when: {water: {fact: committee, is: true}}",
        ),
        "rules/living/dark.yaml": rule("{score: power, below: 0.9}", "power", "[lamp]"),
        "rules/living/dry.yaml": rule("{score: water, below: 0.9}", "water", "[lamp]"),
    }
    both = run(tmp_path / "a", files, {**DRY, "power": 0})
    assert set(both.choice.candidates["lamp"].serves) == {"water", "power"}
    one = run(tmp_path / "b", files, {**DRY, "power": 0}, committee=True)
    assert set(one.choice.candidates["lamp"].serves) == {"power"}
    assert one.choice.candidates["lamp"].called_by == {"power": ("dark",)}
    assert set(one.choice.candidates["lamp"].improves) == {"power"}
    none = run(tmp_path / "c", files, DRY, committee=True)
    assert (none.candidates, none.choice.met) == ([], ("lamp",))


def test_met_for_the_need_says_nothing_of_the_prerequisite(tmp_path):
    """A committee is met as a prerequisite; where a rule finds it missing, it is called all the same."""
    files = {"rules/living/idle.yaml": rule("{fact: coastal, is: false}", calls="[water-group]")}
    found = run(tmp_path, files, committee=True)
    assert found.choice.candidates["water-group"].called_by == {"idle": ("idle",)}
    assert found.choice.candidates["pipes"].requires == ()
    assert found.choice.met == ()


# Refused


def test_work_that_does_not_apply_is_refused_with_what_made_it_so(tmp_path):
    found = run(tmp_path, coastal=True)
    assert found.candidates == []
    assert found.choice.refused["pipes"].reason == "not-applicable"
    assert found.choice.refused["pipes"].detail == {"because": ["coastal"]}


def test_work_that_an_assumption_shuts_out_says_so(tmp_path):
    many = "executors: [village]\napplies-when: {fact: households, at-least: 5000}"
    files = {
        "mill": work("{water: {reaches: 1.0, evidence: study}}", more=many),
        "rules/living/thirst.yaml": rule(
            "{score: water, below: 0.5}", about="water", calls="[mill]", more="need: other"
        ),
    }
    assert run(tmp_path / "a", files, households=None).choice.refused["mill"].detail == {"assumed": ["households"]}
    assert run(tmp_path / "b", files, households=600_000).choice.refused["mill"].detail == {"because": ["households"]}
    assert "mill" in run(tmp_path / "c", files, households=6_000_000).candidates


def test_work_of_which_nobody_knows_whether_it_applies_is_undetermined_and_asked(tmp_path):
    found = run(tmp_path, coastal=None)
    assert found.refused == {"pipes": "undetermined"}
    assert found.choice.refused["pipes"].detail == {"missing": ["coastal"]}
    assert found.choice.unknown["coastal"] == ("pipes",)


def test_work_whose_prerequisite_cannot_be_is_deferred_with_it(tmp_path):
    found = run(tmp_path, bans={"water-group": "quarrel"})
    assert found.candidates == []
    assert found.refused == {"pipes": "prerequisite-deferred", "water-group": "banned"}
    assert found.choice.refused["pipes"].detail == {"prerequisite": "water-group", "reason": "banned"}


def test_group_needs_one_possible_member(tmp_path):
    one = run(tmp_path / "a", bans={"well": ""})
    assert one.choice.candidates["pipes"].groups == (("spring",),)
    none = run(tmp_path / "b", bans={"well": "", "spring": ""})
    assert none.choice.refused["pipes"].detail == {"one-of": {"spring": "banned", "well": "banned"}}


def test_reason_of_a_deep_prerequisite_is_handed_up(tmp_path):
    files = {"water-group": work(more="executors: [village]\nrequires: [hall]"), "hall": work(low=10**9, high=10**9)}
    found = run(tmp_path, files)
    assert found.candidates == []
    assert found.choice.refused["pipes"].detail == {"prerequisite": "water-group", "reason": "prerequisite-deferred"}


def test_work_that_is_too_dear_is_refused_by_the_rule_of_executors(tmp_path):
    dear = work("{water: {reaches: 1.0, evidence: study}}", "executors: [village]", 300_000_000, 300_000_000)
    files = {"pipes": dear}
    assert run(tmp_path / "a", files).refused == {"pipes": "over-budget"}
    files = {"pipes": dear.replace("[village]", "[village, district]")}
    assert run(tmp_path / "b", files).choice.candidates["pipes"].executor == "district"
    assert run(tmp_path / "c", files, own_only=True).refused == {"pipes": "no-source"}
    files = {"pipes": dear.replace("[village]", "[district]").replace("300000000", "5010000000")}
    assert run(tmp_path / "d", files).refused == {"pipes": "too-large"}


def test_pinned_work_is_a_candidate_though_nothing_calls_it(tmp_path):
    found = run(tmp_path, values=BEST, pins=("well",))
    assert found.candidates == ["well"]
    assert found.choice.candidates["well"].called_by == {}


def test_banned_work_is_refused_though_nothing_calls_it(tmp_path):
    assert run(tmp_path, values=BEST, bans={"well": ""}).refused == {"well": "banned"}


def test_retired_work_is_neither_called_nor_rested_on(tmp_path):
    found = run(tmp_path, {"well": work(more="executors: [village]\nstatus: retired")})
    assert found.candidates == ["pipes", "spring", "water-group"]
    assert found.choice.candidates["pipes"].groups == (("spring",),)


# Rungs: shops stand at 1 (none), 3 (from two shops), 5 (from four)


def shops(adds: dict[str, str], calls: str) -> dict[str, str | None]:
    files: dict[str, str | None] = {
        name: work(f"{{shops: {{{effect}, evidence: study}}}}", f"executors: [village]\n{more}")
        for name, (effect, _, more) in ((key, text.partition("|")) for key, text in adds.items())
    }
    return {**files, "rules/economy/few.yaml": rule("{score: shops, below: 0.9}", "shops", f"[{calls}]")}


FEW = {**BEST, "shops": 1}


def test_work_is_called_only_if_it_reaches_a_rung(tmp_path):
    assert run(tmp_path / "a", shops({"kiosk": "adds: 1"}, "kiosk"), FEW).candidates == []
    assert run(tmp_path / "b", shops({"kiosk": "adds: 2"}, "kiosk"), FEW).candidates == ["kiosk"]
    assert run(tmp_path / "c", shops({"kiosk": "reaches: 0.4"}, "kiosk"), FEW).candidates == []
    assert run(tmp_path / "d", shops({"kiosk": "reaches: 0.6"}, "kiosk"), FEW).candidates == ["kiosk"]


def test_works_of_a_package_are_called_where_they_reach_a_rung_together(tmp_path):
    together = {"kiosk": "adds: 1|package: trade", "stall": "adds: 1|package: trade"}
    assert run(tmp_path / "a", shops(together, "kiosk, stall"), FEW).candidates == ["kiosk", "stall"]
    apart = {"kiosk": "adds: 1|package: trade", "stall": "adds: 1|package: craft"}
    assert run(tmp_path / "b", shops(apart, "kiosk, stall"), FEW).candidates == []
    assert run(tmp_path / "c", shops(together, "kiosk"), FEW).candidates == []  # the other was not called


def test_member_of_a_package_that_does_not_apply_lends_nothing(tmp_path):
    one = {
        "kiosk": "adds: 1|package: trade",
        "stall": "adds: 1|package: trade\napplies-when: {fact: coastal, is: true}",
    }
    assert run(tmp_path, shops(one, "kiosk, stall"), FEW).candidates == []


def test_amount_counts_beyond_what_is_there(tmp_path):
    """From two shops on, one more is no rung: the next asks for four."""
    assert run(tmp_path / "a", shops({"kiosk": "adds: 1"}, "kiosk"), {**BEST, "shops": 3}).candidates == []
    assert run(tmp_path / "b", shops({"kiosk": "adds: 2"}, "kiosk"), {**BEST, "shops": 3}).candidates == ["kiosk"]


def test_amount_on_a_ladder_without_amounts_has_no_effect(tmp_path):
    files = {"pipes": work("{water: {adds: 5, evidence: study}}")}
    assert run(tmp_path, files).candidates == []


def test_finding_that_is_its_own_need_is_closed_by_the_shares_of_its_rule(tmp_path):
    more = "closes: {well: 0.4}"
    files = {"rules/living/alone.yaml": rule("{fact: coastal, is: false}", calls="[well, spring]", more=more)}
    found = run(tmp_path, files, BEST)
    assert found.choice.candidates["well"].serves == {"alone": Contribution(amount=400)}
    assert found.choice.candidates["spring"].serves == {"alone": Contribution(amount=1000)}


# Doubtful values: power at 0 where water is good is contradicted; water fell from 5 to 0 within a year


def doubtful(cost: int, more: str = "executors: [village]", need: str = "power") -> dict[str, str | None]:
    effect = "{power: {reaches: 1.0, evidence: study}, shops: {reaches: 1.0, evidence: study}}"
    files: dict[str, str | None] = {"grid": work(effect, more, cost, cost)}
    return {**files, "rules/living/dark.yaml": rule("{score: power, below: 0.9}", need, "[grid]")}


DARK = {**BEST, "power": 0}


def test_no_work_above_a_hundred_million_rests_on_a_doubtful_value(tmp_path):
    assert run(tmp_path / "a", doubtful(100_000_000), DARK).candidates == ["grid"]
    found = run(tmp_path / "b", doubtful(101_000_000), DARK)
    assert found.candidates == []
    assert found.refused == {"grid": "undetermined"}
    assert found.choice.refused["grid"].detail == {"indicator": "power", "cost": 101_000_000}


def test_dear_prerequisite_of_a_cheap_work_on_a_doubtful_value_is_refused_with_it(tmp_path):
    dam = work(low=150_000_000, high=150_000_000)
    files = {**doubtful(1_000_000, "executors: [village]\nrequires: [dam]"), "dam": dam}
    found = run(tmp_path, files, DARK)
    assert found.candidates == []
    assert found.refused == {"grid": "prerequisite-deferred"}


def test_dear_work_stands_where_a_sound_value_calls_it_too(tmp_path):
    files = {**doubtful(150_000_000), "rules/economy/few.yaml": rule("{score: shops, below: 0.9}", "shops", "[grid]")}
    found = run(tmp_path, files, {**DARK, "shops": 1})
    assert found.candidates == ["grid"]


def test_dear_prerequisite_stands_where_a_sound_need_rests_on_it_too(tmp_path):
    files = {
        **doubtful(1_000_000, "executors: [village]\nrequires: [dam]"),
        "dam": work(low=150_000_000, high=150_000_000),
        "kiosk": work("{shops: {reaches: 1.0, evidence: study}}", "executors: [village]\nrequires: [dam]"),
        "rules/economy/few.yaml": rule("{score: shops, below: 0.9}", "shops", "[kiosk]"),
    }
    assert run(tmp_path, files, {**DARK, "shops": 1}).candidates == ["dam", "grid", "kiosk"]


def test_value_that_is_low_in_both_years_is_confirmed_and_carries_dear_works(tmp_path):
    pipes = work("{water: {reaches: 1.0, evidence: study}}", "executors: [village]", 150_000_000, 150_000_000)
    files = {"pipes": pipes}
    assert run(tmp_path / "a", files, before=BEST).refused == {"pipes": "undetermined"}
    assert run(tmp_path / "b", files, before=DRY).candidates == ["pipes"]


# Own ways first


def test_village_work_rests_on_a_proposal_only_if_no_own_way_exists(tmp_path):
    well = work(more=OTHERS)
    assert run(tmp_path / "a", {"well": well}).choice.candidates["pipes"].groups == (("spring",),)
    assert run(tmp_path / "b", {"well": well}, bans={"spring": ""}).choice.candidates["pipes"].groups == (("well",),)


def test_own_member_that_rests_on_a_proposal_is_no_own_way(tmp_path):
    files = {"spring": work(more="executors: [village]\nrequires: [dam]"), "dam": work(more=OTHERS)}
    assert run(tmp_path, files).choice.candidates["pipes"].groups == (("well",),)


def test_proposal_may_rest_on_either(tmp_path):
    pipes = FILES[f"{FOLDER}/pipes.yaml"].replace("executors: [village, district]", OTHERS)
    found = run(tmp_path, {"pipes": pipes, "well": work(more=OTHERS)})
    assert found.choice.candidates["pipes"].groups == (("spring", "well"),)


# Numbers


def test_unknown_quantity_is_assumed_and_said_so(tmp_path):
    pipes = run(tmp_path, households=None).choice.candidates["pipes"]
    assert (pipes.cost, pipes.assumes) == (60_000_000, ("households",))
    assert run(tmp_path / "known").choice.candidates["pipes"].assumes == ()


def test_unknown_quantity_without_assumptions_is_undetermined(tmp_path):
    found = run(tmp_path, households=None, measured_only=True)
    assert found.refused == {"pipes": "undetermined"}
    assert found.choice.refused["pipes"].detail == {"missing": ["households"]}
    assert found.choice.unknown["households"] == ("pipes",)


def test_quantity_of_an_interval_counts_at_its_middle_and_a_share_of_it(tmp_path):
    pipes = FILES[f"{FOLDER}/pipes.yaml"].replace("{fact: households}", "{fact: households, share: 0.1}")
    found = run(tmp_path, {"pipes": pipes}, households=Interval(100_000, 300_000))
    assert found.choice.candidates["pipes"].cost == 20 * 100_000


def test_assumption_in_a_condition_is_booked_on_the_work(tmp_path):
    pipes = FILES[f"{FOLDER}/pipes.yaml"].replace("{fact: coastal, is: false}", "{fact: households, above: 100}")
    pipes = pipes.replace("quantity: {fact: households}\n", "")
    found = run(tmp_path / "a", {"pipes": pipes}, households=None)
    assert found.choice.candidates["pipes"].assumes == ("households",)
    assert run(tmp_path / "b", {"pipes": pipes}).choice.candidates["pipes"].assumes == ()


def test_proposals_wait_and_cost_the_village_nothing_but_their_upkeep(tmp_path):
    def upkeep(paid: str) -> str:
        text = work("{water: {reaches: 1.0, evidence: study}}", OTHERS, 100_000_000, 100_000_000)
        return text.replace("{amount: 0}", f"{{share: 0.03, paid-by: {paid}}}")

    own = run(tmp_path / "a", {"pipes": upkeep("village")}).choice.candidates["pipes"]
    assert (own.is_own, own.lead_months, own.cost, len(own.parts)) == (False, 12, 100_000_000, 1)
    assert (own.running, own.running_by_village) == (3_000_000, 3_000_000)
    for paid in ("executor", "users"):
        found = run(tmp_path / paid, {"pipes": upkeep(paid)}).choice.candidates["pipes"]
        assert (found.running, found.running_by_village) == (3_000_000, 0)


def test_own_lead_time_of_a_work_replaces_the_usual_one_and_village_works_have_none(tmp_path):
    pipes = work("{water: {reaches: 1.0, evidence: study}}", f"{OTHERS}\nlead-months: 24")
    assert run(tmp_path / "a", {"pipes": pipes}).choice.candidates["pipes"].lead_months == 24
    pipes = pipes.replace(OTHERS, BOTH)
    assert run(tmp_path / "b", {"pipes": pipes}).choice.candidates["pipes"].lead_months == 0


def test_finding_by_assumption_is_booked_on_the_work_that_it_alone_calls(tmp_path):
    files = {
        "rules/living/crowded.yaml": rule("{fact: households, above: 100}", calls="[well]"),
        "rules/living/firm.yaml": rule("{fact: coastal, is: false}", calls="[spring]"),
    }
    found = run(tmp_path, files, BEST, households=None)
    assert found.choice.candidates["well"].assumes == ("households",)
    assert found.choice.candidates["spring"].assumes == ()
