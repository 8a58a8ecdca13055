"""Why a step came, went or moved: each reason alone, in two plans that differ in what it tells and in nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, get_args

import pytest
from support_cases import START, cases, knowledge

import recommender as rec
from recommender.language.wording import LANGUAGES
from recommender.model.knowledge import KnowledgeBase
from recommender.model.plan import Deferred, Step
from recommender.model.village_money import Addressee
from recommender.outputs.sections.what_if import because_words
from recommender.outputs.words import Words
from recommender.pipeline.documents import Result
from recommender.request.options import Carried
from recommender.verbs.what_if.comparing import compare
from recommender.verbs.what_if.reasons import Because, BecauseKey, Pair, Side, why_alone, why_elsewhere

WORK = "market"  # a work of the village that nothing rests on, called by a rule of its own
RULE = "few-shops"
KEY = ("1", "unknown")  # of the village
NEXT = START + 1
Edit = Callable[[Result], Result]


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Result:
    """A plan of four works of the village: water-group and well, pipes that rest on both, market."""
    kb = knowledge(tmp_path_factory.mktemp("base"))
    case = cases(kb)["all is weak"]
    (result,) = rec.recommend_all([case.village], case.kb, case.options)
    assert [step.intervention for step in result.plan.steps] == ["water-group", "well", "pipes", "market"]
    return result


def edited(result: Result, **parts: Any) -> Result:
    return replace(result, plan=result.plan.model_copy(update=parts))


def without(*names: str) -> Edit:
    return lambda result: edited(result, steps=[s for s in result.plan.steps if s.intervention not in names])


def step_with(name: str, **parts: Any) -> Edit:
    def change(step: Step) -> Step:
        return step.model_copy(update=parts) if step.intervention == name else step

    return lambda result: edited(result, steps=[change(step) for step in result.plan.steps])


def deferring(reason: str, name: str = WORK) -> Edit:
    entry = {"intervention": name, "name": {"id": "a", "en": "a"}, "reason": reason, "detail": {}}
    return lambda result: edited(result, deferred=[*result.plan.deferred, Deferred.model_validate(entry)])


def no_finding(result: Result) -> Result:
    return edited(result, findings=[finding for finding in result.plan.findings if finding.rule != RULE])


def is_met(result: Result) -> Result:
    return edited(result, met=[WORK])


def options(**given: Any) -> Edit:
    return lambda result: replace(
        result, request=replace(result.request, options=replace(result.request.options, **given))
    )


def request(**given: Any) -> Edit:
    return lambda result: replace(result, request=replace(result.request, **given))


def settings(**given: Any) -> Edit:
    return lambda result: request(settings=replace(result.request.settings, **given))(result)


def both(*edits: Edit) -> Edit:
    def change(result: Result) -> Result:
        for edit in edits:
            result = edit(result)
        return result

    return change


def same(result: Result) -> Result:
    return result


def built(result: Result) -> Result:
    """The work is one that is built: it takes a place of the physical works, or of what is asked of the district."""
    noun = result.kb.interventions[WORK].model_copy(update={"physical": True})
    parts: dict[str, Any] = {name: getattr(result.kb, name) for name in KnowledgeBase.model_fields}
    parts["interventions"] = {**result.kb.interventions, WORK: noun}
    district = {"name": {"id": "a", "en": "a"}, "executor": "district", "office": "a", "sources": []}
    parts["addressees"] = {"district": Addressee.model_validate(district)}
    return replace(result, kb=KnowledgeBase.model_construct(**parts))


def later(name: str, **parts: Any) -> Edit:
    """Put a step into the second year, with its money."""

    def change(result: Result) -> Result:
        (step,) = [one for one in result.plan.steps if one.intervention == name]
        cost = step.cost.model_copy(update={"by_year": {str(NEXT): step.cost.total}})
        return step_with(name, year=NEXT, cost=cost, **parts)(result)

    return change


def came(before: Result, after: Result, name: str = WORK) -> list[Because]:
    return list(why_alone(Pair(name, Side(after), Side(before), came=True)))


def went(before: Result, after: Result, name: str = WORK) -> list[Because]:
    return list(why_alone(Pair(name, Side(before), Side(after), came=False)))


def moved(before: Result, after: Result, name: str = WORK) -> list[Because]:
    return list(why_elsewhere(Pair(name, Side(after), Side(before), came=True)))


OTHERS = both(step_with(WORK, executor="district"), step_with("pipes", executor="district"))  # two proposals


# A step that came: what the first plan was, besides lacking the step; what the second has; the reasons
CAME: dict[str, tuple[Edit, Edit, list[Because]]] = {
    "nothing that is known": (same, same, []),
    "a finding": (no_finding, same, [Because("finding-appeared", (RULE,))]),
    "a pin": (same, options(pins=(WORK,)), [Because("pinned")]),
    "a pin of both": (options(pins=(WORK,)), options(pins=(WORK,)), []),
    "a pin of another": (same, options(pins=("pipes",)), []),
    "served before": (is_met, same, [Because("no-longer-met")]),
    "left out, not by lack of room": (
        both(deferring("undetermined"), request(years=2)),
        same,
        [Because("was-deferred", detail="undetermined")],
    ),
    "banned before": (deferring("banned"), same, [Because("was-deferred", detail="banned")]),
    "no room, and nothing made any": (deferring("capacity"), same, [Because("was-deferred", detail="capacity")]),
    "room by what went": (
        deferring("over-budget"),
        without("pipes"),
        [Because("was-deferred", detail="over-budget"), Because("room-freed", ("pipes",))],
    ),
    "others' room is not the village's": (
        both(deferring("over-budget"), step_with("pipes", executor="district")),
        without("pipes"),
        [Because("was-deferred", detail="over-budget")],
    ),
    "more years": (
        deferring("beyond-horizon"),
        request(years=4),
        [Because("was-deferred", detail="beyond-horizon"), Because("more-room", detail="years")],
    ),
    "fewer years": (
        deferring("beyond-horizon"),
        request(years=2),
        [Because("was-deferred", detail="beyond-horizon")],
    ),
    "more money": (
        deferring("over-budget"),
        request(amounts={"village-fund": (330_000_000, 330_000_000, 330_000_001)}),
        [Because("was-deferred", detail="over-budget"), Because("more-room", detail="money")],
    ),
    "less money": (
        deferring("over-budget"),
        request(amounts={"village-fund": (330_000_000, 330_000_000, 329_999_999)}),
        [Because("was-deferred", detail="over-budget")],
    ),
    "more lines a year": (
        deferring("capacity"),
        settings(lines_per_year=12),
        [Because("was-deferred", detail="capacity"), Because("more-room", detail="places")],
    ),
    "more physical works a year make no room for a line": (
        deferring("capacity"),
        settings(physical_works_per_year=9),
        [Because("was-deferred", detail="capacity")],
    ),
    "built: more physical works a year": (
        both(built, deferring("capacity")),
        both(built, settings(physical_works_per_year=5)),
        [Because("was-deferred", detail="capacity"), Because("more-room", detail="places")],
    ),
    "built: more lines a year make no room for it": (
        both(built, deferring("capacity")),
        both(built, settings(lines_per_year=99)),
        [Because("was-deferred", detail="capacity")],
    ),
    "more proposals a year are none of the village's": (
        deferring("capacity"),
        settings(building_proposals_per_addressee=9),
        [Because("was-deferred", detail="capacity")],
    ),
    "a building proposed: more of them an addressee": (
        both(built, OTHERS, deferring("capacity")),
        both(built, OTHERS, settings(building_proposals_per_addressee=9, lines_per_year=99)),
        [Because("was-deferred", detail="capacity"), Because("more-room", detail="places")],
    ),
    "what is proposed without building takes no place": (
        both(OTHERS, deferring("capacity")),
        both(OTHERS, settings(building_proposals_per_addressee=9)),
        [Because("was-deferred", detail="capacity")],
    ),
    "a proposal: the village's money and places are not others'": (
        both(built, OTHERS, deferring("capacity")),
        both(
            built,
            OTHERS,
            settings(physical_works_per_year=9, lines_per_year=99),
            request(amounts={"village-fund": (10**9,) * 3}),
        ),
        [Because("was-deferred", detail="capacity")],
    ),
    "room in the cap of services": (
        deferring("service-cost"),
        without("pipes"),
        [Because("was-deferred", detail="service-cost"), Because("room-freed", ("pipes",))],
    ),
    "more money with the first instalment": (
        deferring("instalment"),
        request(amounts={"village-fund": (400_000_000, 330_000_000, 330_000_000)}),
        [Because("was-deferred", detail="instalment"), Because("more-room", detail="money")],
    ),
    "what came with it needs it": (
        without("pipes"),
        step_with("pipes", requires=[WORK]),
        [Because("prerequisite-of", ("pipes",))],
    ),
    "what stood there already needs it": (same, step_with("pipes", requires=[WORK]), []),
    "nothing else calls it, and what stood there needs it": (
        same,
        both(step_with("pipes", requires=[WORK]), step_with(WORK, called_by=[])),
        [Because("prerequisite-of", ("pipes",))],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CAME)
def test_a_step_that_came_says_why(plan: Result, name: str) -> None:
    before, after, reasons = CAME[name]
    assert came(without(WORK)(before(plan)), after(plan)) == reasons


# A step that went: what the first plan has; what the second is, besides lacking the step; the reasons
WENT: dict[str, tuple[Edit, Edit, list[Because]]] = {
    "nothing that is known": (same, same, []),
    "no finding": (same, no_finding, [Because("finding-gone", (RULE,))]),
    "a ban": (same, both(options(bans=(WORK,)), deferring("banned")), [Because("banned")]),
    "a ban of both": (options(bans=(WORK,)), options(bans=(WORK,)), []),
    "there already, whatever else is so": (
        same,
        both(no_finding, is_met, options(carried={KEY: Carried(START, done=(WORK,))})),
        [Because("done-now")],
    ),
    "under way already": (
        same,
        options(carried={KEY: Carried(START, under_way=(WORK,))}),
        [Because("done-now")],
    ),
    "another work is there": (same, options(carried={KEY: Carried(START, done=("pipes",))}), []),
    "served": (same, is_met, [Because("met-now")]),
    "left out, not by lack of room": (
        without("pipes"),
        both(deferring("undetermined"), same),
        [Because("deferred-now", detail="undetermined")],
    ),
    "no room, and nobody took it": (same, deferring("capacity"), [Because("deferred-now", detail="capacity")]),
    "displaced by what came": (
        without("pipes", "well"),
        deferring("capacity"),
        [Because("deferred-now", detail="capacity"), Because("displaced-by", ("well", "pipes"))],
    ),
    "others' steps displace nothing of the village": (
        without("pipes"),
        both(deferring("capacity"), step_with("pipes", executor="district")),
        [Because("deferred-now", detail="capacity")],
    ),
    "what needed it went": (
        step_with("pipes", requires=[WORK]),
        without("pipes"),
        [Because("served-gone", ("pipes",))],
    ),
    "what needed it stays": (step_with("pipes", requires=[WORK]), same, []),
}


@pytest.mark.parametrize("name", WENT)
def test_a_step_that_went_says_why(plan: Result, name: str) -> None:
    before, after, reasons = WENT[name]
    assert went(before(plan), without(WORK)(after(plan))) == reasons


# Needs that weigh otherwise


def test_a_need_that_weighs_more_or_less_is_named_with_both_weights(plan: Result) -> None:
    """With two needs of a dimension each takes a share of its weight; `dry-and-dark` is one of them."""
    (data,) = plan.village.years
    lit = replace(plan.village, years=(replace(data, values={**data.values, "power": 5}),))
    lighter = replace(rec.recommend(lit, plan.kb, start_year=START), request=plan.request)
    weights = [Side(result).weights["water"] for result in (plan, lighter)]
    assert weights[0] < weights[1]
    heavier = Because("need-heavier", ("water",), amounts=(weights[0], weights[1]))
    assert heavier in came(without("pipes")(plan), lighter, "pipes")
    assert heavier in went(plan, without("pipes")(lighter), "pipes")
    second = later("pipes")(lighter)
    assert heavier in moved(plan, second, "pipes")
    assert Because("need-lighter", ("water",), amounts=(weights[1], weights[0])) in moved(second, plan, "pipes")
    assert [one.names for one in went(plan, without("water-group")(lighter), "water-group")] == [("dry-and-dark",)]
    assert [one for one in came(without(WORK)(plan), lighter) if one.key.startswith("need-")] == []


# A step that moved

MOVED: dict[str, tuple[Edit, Edit, list[Because]]] = {
    "nothing": (same, same, []),
    "another builder": (
        same,
        step_with(WORK, executor="district"),
        [Because("other-executor", ("village", "district"))],
    ),
    "another builder in the same place, whatever it waits for": (
        later(WORK),
        later(WORK, executor="district", requires=["pipes"]),
        [Because("other-executor", ("village", "district"))],
    ),
    "a month later in the first year": (same, step_with(WORK, start_month=7), []),
    "it waits for another work, within the first year": (
        same,
        step_with(WORK, start_month=7, requires=["pipes"]),
        [Because("pulled", ("pipes",))],
    ),
    "what it waits for was there already": (
        step_with(WORK, requires=["pipes"]),
        step_with(WORK, start_month=7, requires=["pipes"]),
        [],
    ),
    "into a later year": (
        same,
        later(WORK),
        [Because("bound-before", detail="first"), Because("bound-now", detail="running-cost")],
    ),
    "into the first year": (
        later(WORK),
        same,
        [Because("bound-before", detail="running-cost"), Because("bound-now", detail="first")],
    ),
    "into a later year, by what it waits for": (
        same,
        both(later(WORK, requires=["pipes"]), step_with("pipes", start_month=9)),
        [
            Because("pulled", ("pipes",)),
            Because("bound-before", detail="first"),
            Because("bound-now", ("pipes",), "prerequisite"),
        ],
    ),
    "later within a year that is bound alike": (
        later(WORK),
        later(WORK, start_month=7),
        [Because("bound-now", detail="running-cost")],
    ),
    "bound alike, but by another work": (
        both(later(WORK, requires=["pipes"]), step_with("pipes", start_month=9)),
        both(
            later(WORK, start_month=7, requires=["well"]),
            step_with("well", start_month=10),
        ),
        [
            Because("pulled", ("well",)),
            Because("bound-before", ("pipes",), "prerequisite"),
            Because("bound-now", ("well",), "prerequisite"),
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", MOVED)
def test_a_step_that_moved_says_why(plan: Result, name: str) -> None:
    before, after, reasons = MOVED[name]
    assert moved(before(plan), after(plan)) == reasons


def test_another_cost_is_told_with_both_and_needs_no_other_place(plan: Result) -> None:
    (step,) = [one for one in plan.plan.steps if one.intervention == WORK]
    dearer = step_with(WORK, cost=step.cost.model_copy(update={"total": step.cost.total + 1}))(plan)
    assert moved(plan, dearer) == [Because("other-cost", amounts=(step.cost.total, step.cost.total + 1))]


# Both plans side by side


def test_steps_come_go_move_or_stay_in_the_order_of_their_plan(plan: Result) -> None:
    first = without("water-group")(plan)
    second = both(without("market", "pipes"), step_with("well", months=5))(plan)
    compared = compare(first, second, ())
    assert [one.intervention for one in compared.came] == ["water-group"]
    assert [one.intervention for one in compared.went] == ["pipes", "market"]
    assert [one.intervention for one in compared.moved] == ["well"]
    assert compared.stayed == ()
    assert not compared.is_same
    assert compare(plan, plan, ()).is_same
    assert compare(plan, plan, ()).stayed == ("water-group", "well", "pipes", "market")


@pytest.mark.parametrize(
    "parts",
    [{"year": NEXT}, {"start_month": 7}, {"months": 9}, {"executor": "district"}],
    ids=lambda parts: next(iter(parts)),
)
def test_a_step_moves_by_year_month_length_or_builder(plan: Result, parts: dict[str, Any]) -> None:
    compared = compare(plan, step_with(WORK, **parts)(plan), ())
    assert [one.intervention for one in compared.moved] == [WORK]
    assert len(compared.stayed) == 3


# In words


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("key", get_args(BecauseKey))
def test_every_reason_has_its_sentence_in_both_languages(kb: KnowledgeBase, key: BecauseKey, lang: str) -> None:
    details = {
        "more-room": "money",
        "was-deferred": "capacity",
        "deferred-now": "capacity",
        "bound-before": "first",
        "bound-now": "prerequisite",
    }
    names = ("village", "district") if key == "other-executor" else ("latrines",)
    sentence = because_words(Because(key, names, details.get(key), (100, 125)), Words(kb, lang))
    assert sentence[0].isupper()
    assert sentence.endswith(".")
    assert "{" not in sentence
    filled = {
        "need-heavier": "25 %",
        "other-cost": "Rp100 → Rp125",
        "other-executor": " → ",
        "displaced-by": Words(kb, lang).name("latrines"),
        "bound-now": Words(kb, lang).name("latrines"),
    }
    assert filled.get(key, "") in sentence


def test_every_reason_is_told_in_a_test_above() -> None:
    tables = (*CAME.values(), *WENT.values(), *MOVED.values())
    told = {because.key for _, _, reasons in tables for because in reasons}
    assert told | {"need-heavier", "need-lighter", "other-cost"} == set(get_args(BecauseKey))
