"""The solver of conditions against trying everything: what it finds is so, and what it denies nobody can find."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

import pytest
import support_knowledge
from hypothesis import given
from hypothesis import strategies as st
from properties import tries

from recommender.knowledge import solver
from recommender.knowledge.conditions import Known, Truth, evaluate
from recommender.knowledge.possible_values import PossibleValues, Value, Variable, can_be, number_parts, possible_values
from recommender.knowledge.solver import (
    TooWideError,
    Values,
    counterexample,
    decided,
    find,
    makes,
    over_levels,
    smallest,
    truth_under,
)
from recommender.model.conditions import All, Any, Comparison, Condition, Interval, Not
from recommender.model.facts import Fact
from recommender.model.knowledge import KnowledgeBase, Text
from recommender.verbs.checking.gaps import check_gaps
from recommender.verbs.checking.inspection import inspect
from recommender.verbs.checking.rules import makes_need

WORDS = {"word": ("clay", "sand")}
NAMES: tuple[Variable, ...] = (
    ("score", "water"), ("score", "power"), ("fact", "coastal"), ("fact", "soil"), ("fact", "powered-share"),
    ("fact", "households"),
)  # fmt: skip
COMPARISONS = st.one_of(
    st.builds(
        Comparison,
        st.just("score"),
        st.sampled_from(["water", "power"]),
        st.sampled_from(["below", "at-most", "above", "at-least"]),
        st.sampled_from([0, 300, 600, 700, 1000]),
    ),
    st.builds(Comparison, st.just("fact"), st.just("coastal"), st.just("is"), st.booleans()),
    st.builds(Comparison, st.just("fact"), st.just("soil"), st.just("is"), st.sampled_from(["clay", "sand"])),
    st.just(Comparison("fact", "households", "above", 1_000_000)),
    st.just(Comparison("fact", "powered-share", "below", 800)),
)


def groups(inner: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    members = st.lists(inner, min_size=1, max_size=3).map(tuple)
    return st.one_of(st.builds(Not, inner), st.builds(All, members), st.builds(Any, members))


CONDITIONS: st.SearchStrategy[Condition] = st.recursive(COMPARISONS, groups, max_leaves=6)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    """A base in which a rule compares the share with power with 0.8, so that this bound cuts its domain."""
    bounded = {"rules/living/lit.yaml": support_knowledge.rule("{fact: powered-share, below: 0.8}")}
    return support_knowledge.knowledge(tmp_path_factory.mktemp("base"), bounded)


@pytest.fixture(scope="module")
def possible(small: KnowledgeBase) -> PossibleValues:
    (found,) = possible_values(small)
    return found


def every(possible: PossibleValues, partly: bool = False) -> Iterator[Values]:
    """Yield every assignment of all names; `partly`: also those in which names are unknown or known within bounds."""
    choices = [
        (*possible.domain(name), *(possible.intervals(name) if partly else ()), *((None,) if partly else ()))
        for name in NAMES
    ]
    for values in product(*choices):
        yield {name: value for name, value in zip(NAMES, values, strict=True) if value is not None}


@tries(60)
@given(one=CONDITIONS, other=CONDITIONS)
def test_what_is_found_is_so_and_what_is_not_found_is_nowhere(
    possible: PossibleValues, one: Condition, other: Condition
) -> None:
    for truths in product((Truth.TRUE, Truth.FALSE), repeat=2):
        wanted = list(zip((one, other), truths, strict=True))
        found = find(possible, wanted)
        assert (found is not None) == any(makes(wanted)(values) for values in every(possible))
        assert found is None or makes(wanted)(found)


@tries(40)
@given(condition=CONDITIONS, water=st.sampled_from([0, 600, 1000]))
def test_what_is_fixed_stays_and_what_is_derived_agrees_with_its_level(
    possible: PossibleValues, condition: Condition, water: int
) -> None:
    fixed: Values = {("score", "water"): water}

    def agrees(values: Values) -> bool:
        power, share = values.get(("score", "power")), values.get(("fact", "powered-share"))
        told = {0: (0, 0), 600: (500, 900), 1000: (1000, 1000), None: (0, 1000)}[power]  # type: ignore[index]
        return share is None or told[0] <= share <= told[1]  # type: ignore[operator]

    wanted = [(condition, Truth.TRUE)]
    found = find(possible, wanted, fixed, consistent=True)
    can = [v for v in every(possible) if v["score", "water"] == water and makes(wanted)(v) and agrees(v)]
    assert (found is not None) == bool(can)
    assert found is None or (found["score", "water"] == water and makes(wanted)(found) and agrees(found))


@tries(25)
@given(first=CONDITIONS, second=CONDITIONS)
def test_a_counterexample_may_leave_names_unknown_or_within_bounds(
    possible: PossibleValues, first: Condition, second: Condition
) -> None:
    def fails(values: Values) -> bool:
        return truth_under(first, values) is Truth.TRUE and truth_under(second, values) is not Truth.TRUE

    found = counterexample(possible, first, second)
    assert (found is not None) == any(fails(values) for values in every(possible, partly=True))
    assert found is None or fails(found)


@tries(60)
@given(condition=CONDITIONS)
def test_of_the_smallest_assignment_no_name_is_needless(possible: PossibleValues, condition: Condition) -> None:
    wanted = [(condition, Truth.TRUE)]
    found = find(possible, wanted)
    if found is not None:
        kept = smallest(found, makes(wanted))
        assert kept.items() <= found.items()
        assert makes(wanted)(kept)
        for name in kept:
            assert not makes(wanted)({other: value for other, value in kept.items() if other != name})


@tries(60)
@given(condition=CONDITIONS, values=st.data())
def test_a_condition_with_a_name_decided_is_the_condition_with_the_name_known(
    possible: PossibleValues, condition: Condition, values: st.DataObject
) -> None:
    name = values.draw(st.sampled_from(NAMES))
    value = values.draw(st.sampled_from(possible.domain(name)))
    rest = {other: values.draw(st.sampled_from(possible.domain(other))) for other in NAMES if other != name}
    some = {other: one for other, one in rest.items() if values.draw(st.booleans())}
    assert truth_under(decided(condition, name, value), some) is truth_under(condition, {**some, name: value})


def known_at(possible: PossibleValues, levels: dict[str, int]) -> Known:
    """Return what is known where only levels are: facts as the framework reads them off, else as the base assumes."""
    facts = {"households": 600_000}
    share = {0: 0, 3: Interval(500, 900), 5: 1000}[levels["power"]]
    scores = {name: possible.framework.score(level) for name, level in levels.items()}
    return Known(scores, {**facts, "powered-share": share})


@tries(80)
@given(condition=CONDITIONS)
def test_over_levels_a_condition_is_what_it_is_once_all_levels_are_known(
    possible: PossibleValues, condition: Condition
) -> None:
    """The coast and the soil stay unknown: without doubt they make nothing true, with doubt nothing false."""
    surely, perhaps = (over_levels(possible, condition, doubt) for doubt in (False, True))
    for water, power in product((0, 3, 5), repeat=2):
        known = known_at(possible, {"water": water, "power": power})
        truth = evaluate(condition, known)
        scores = Known(scores=known.scores)
        assert evaluate(surely, scores) is (Truth.TRUE if truth is Truth.TRUE else Truth.FALSE)
        assert evaluate(perhaps, scores) is (Truth.FALSE if truth is Truth.FALSE else Truth.TRUE)


@tries(40)
@given(about=CONDITIONS, itself=CONDITIONS, met=CONDITIONS, applies=CONDITIONS)
def test_a_level_is_a_gap_exactly_where_some_village_gets_no_answer(
    small: KnowledgeBase, about: Condition, itself: Condition, met: Condition, applies: Condition
) -> None:
    """A rule about water, one about itself that reads it, and conditions of what they call, all at random."""
    reads_water = Any((Comparison("score", "water", "below", 300), itself))
    pipes = small.interventions["pipes"].model_copy(update={"met_when": {"water": met}, "applies_when": applies})
    rules = {
        "dry": small.rules["dry"].model_copy(update={"when": about}),
        "dry-and-dark": small.rules["dry-and-dark"].model_copy(update={"when": reads_water, "calls": ("well",)}),
    }
    inspected = inspect(
        small.model_copy(update={"rules": rules, "interventions": {**small.interventions, "pipes": pipes}})
    )
    (possible,) = inspected.possible_values
    found = {
        int(level)
        for problem in check_gaps(inspected)
        if inspected.subjects[problem] == "indicators/water"
        for level in re.findall(r"(\d+) \(score", problem.message)
    }

    def is_answered(water: int, power: int) -> bool:
        known = known_at(possible, {"water": water, "power": power})
        at_top = known_at(possible, {"water": 5, "power": power})
        by_rule = (
            makes_need(possible, rules["dry"], water)
            and evaluate(about, known) is Truth.TRUE
            and evaluate(met, known) is not Truth.TRUE
            and evaluate(applies, known) is not Truth.FALSE
        )
        by_itself = evaluate(reads_water, known) is Truth.TRUE and evaluate(reads_water, at_top) is not Truth.TRUE
        return by_rule or by_itself

    assert found == {water for water in (0, 3) if not all(is_answered(water, power) for power in (0, 3, 5))}


def test_past_its_steps_a_search_claims_nothing(possible: PossibleValues, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(solver, "MOST_STEPS", 1)
    with pytest.raises(TooWideError):
        find(possible, [(Comparison("score", "water", "below", 600), Truth.TRUE)])


@pytest.mark.parametrize(
    ("kind", "fitting", "unfit"),
    [
        ("yes-no", [True, False], [0, 1000, "clay"]),
        ("word", ["clay"], ["loam", True, 1000]),
        ("count", [0, 2000], [-1000, 1500, "clay", True]),
        ("years", [3000], [1001, -1000]),
        ("share", [0, 1, 1000], [-1, 1001]),
        ("km", [1], [-1]),
        ("number", [-1, 1], ["clay", False]),
    ],
)
def test_a_fact_can_be_what_its_type_allows(kind: str, fitting: list[Value], unfit: list[Value]) -> None:
    both = Text(id="a", en="a")
    fact = Fact.model_validate(
        {"name": both, "question": both, "type": kind, "words": dict.fromkeys(WORDS.get(kind, ()), both)}
    )
    assert [value for value in fitting if not can_be(fact, value)] == []
    assert [value for value in unfit if can_be(fact, value)] == []


@tries(80)
@given(
    kind=st.sampled_from(["count", "share", "km", "number"]),
    bounds=st.lists(st.integers(-3, 12), max_size=4).map(lambda numbers: [number * 250 for number in numbers]),
)
def test_the_parts_of_a_number_stand_for_every_value_that_it_can_have(kind: str, bounds: list[int]) -> None:
    """Any number that the fact can be stands to all bounds as one of the parts does."""
    both = Text(id="a", en="a")
    fact = Fact.model_validate({"name": both, "question": both, "type": kind})

    def sides(number: int) -> tuple[int, ...]:
        return tuple((number > bound) - (number < bound) for bound in bounds)

    parts = list(number_parts(fact, bounds))
    assert parts == sorted(parts)
    assert all(can_be(fact, part) for part in parts)
    able = {sides(number) for number in range(-2000, 5001, 125) if can_be(fact, number)}
    assert able <= {sides(part) for part in parts}
