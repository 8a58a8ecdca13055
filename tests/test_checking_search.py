"""The search behind `check`: exact against trying every assignment, and silent where a condition is too wide."""

from __future__ import annotations

import itertools
from pathlib import Path
from random import Random

import checking_samples as samples
import pytest
from checking_faults import (
    FACTS,
    UNSAFE,
    when,
)

from recommender.knowledge.conditions import Truth, evaluate
from recommender.knowledge.loader import load_knowledge, read_knowledge
from recommender.knowledge.possible_values import possible_values
from recommender.knowledge.solver import Assignment, TooWideError, counterexample, find
from recommender.model.conditions import All, Comparison, Condition, Not
from recommender.model.conditions import Any as AnyOf
from recommender.verbs.checking.gaps import check_gaps
from recommender.verbs.checking.inspection import inspect

ROOT = samples.ROOT


def random_condition(random: Random, depth: int = 3) -> Condition:
    if depth == 0 or random.random() < 0.3:
        name = random.choice(["drinking-water", "doctor", "road"])
        word = random.choice(["below", "at-most", "above", "at-least"])
        fact = Comparison("fact", "coastal", "is", random.choice([True, False]))
        return random.choice([Comparison("score", name, word, random.randrange(0, 1001, 100)), fact])  # type: ignore[arg-type]
    if random.random() < 0.2:
        return Not(random_condition(random, depth - 1))
    members = tuple(random_condition(random, depth - 1) for _ in range(random.randint(1, 3)))
    return All(members) if random.random() < 0.5 else AnyOf(members)


@pytest.mark.seeds(40)
def test_the_search_agrees_with_trying_every_village(base: Path, seed: int) -> None:
    (possible,) = possible_values(load_knowledge(base))
    random = Random(seed)
    names = [("score", "drinking-water"), ("score", "doctor"), ("score", "road"), ("fact", "coastal")]
    every = [
        Assignment({name: value for name, value in zip(names, values, strict=True) if value is not None})
        for values in itertools.product(*((*possible.domain(name), None) for name in names))
    ]
    total = [board for board in every if len(board.values()) == len(names)]
    for _ in range(10):
        one, two = random_condition(random), random_condition(random)
        for truth in (Truth.TRUE, Truth.FALSE):
            can_be = any(evaluate(one, board.known) is truth for board in total)
            case = find(possible, [(one, truth)])
            assert (case is not None) == can_be
            assert case is None or evaluate(one, Assignment(case).known) is truth
        both = any(evaluate(c, b.known) is evaluate(two, b.known) is Truth.TRUE for b in total for c in [one])
        assert (find(possible, [(one, Truth.TRUE), (two, Truth.TRUE)]) is not None) == both
        fails = any(
            evaluate(one, board.known) is Truth.TRUE and evaluate(two, board.known) is not Truth.TRUE for board in every
        )
        assert (counterexample(possible, one, two) is not None) == fails


@pytest.mark.seeds(12)
def test_gaps_agree_with_trying_every_village(base: Path, seed: int) -> None:
    """A random condition on the only rule about doctors: a gap exactly where some complete village gets no answer."""
    kb = load_knowledge(base)
    random = Random(seed)
    condition = All((Comparison("score", "doctor", "below", 700), random_condition(random)))
    changed = kb.rules["no-doctor"].model_copy(update={"when": condition})
    kb = kb.model_copy(update={"rules": {**kb.rules, "no-doctor": changed}})
    given = inspect(kb)
    (possible,) = given.possible_values
    names = [("score", "drinking-water"), ("score", "road")]
    boards = [
        Assignment({("score", "doctor"): 0, **dict(zip(names, values, strict=True))})
        for values in itertools.product(*(possible.domain(name) for name in names))
    ]
    unanswered = any(evaluate(condition, board.known) is not Truth.TRUE for board in boards)
    gaps = [problem for problem in check_gaps(given) if given.subjects[problem] == "indicators/doctor"]
    assert bool(gaps) == unanswered


@pytest.mark.parametrize(("last", "word"), [("false", "any"), ("true", "all")])
def test_a_wide_condition_never_holds_only_if_no_village_makes_it_true(base: Path, last: str, word: str) -> None:
    """Forty facts, each unlike the next: the first and the last differ, so one is false, and never are both true."""
    facts = [f"f-{number}" for number in range(40)]
    new = "".join(
        f"{fact}:\n  name: {{id: a, en: a}}\n  question: {{id: a, en: a}}\n  type: yes-no\n  SOURCE\n" for fact in facts
    )
    samples.edit(base, FACTS, "coastal:\n", new + "coastal:\n")
    pairs = [
        f"{{any: [{{fact: {one}, is: true}}, {{fact: {two}, is: true}}]}}, "
        f"{{any: [{{fact: {one}, is: false}}, {{fact: {two}, is: false}}]}}"
        for one, two in itertools.pairwise(facts)
    ]
    ends = f"{{{word}: [{{fact: {facts[0]}, is: {last}}}, {{fact: {facts[-1]}, is: {last}}}]}}"
    samples.edit(base, UNSAFE, *when(f"{{all: [{', '.join(reversed(pairs))}, {ends}]}}"))
    never = [problem for problem in samples.found(base, "never-holds") if samples.at(problem, UNSAFE)]
    assert bool(never) == (word == "all")


def test_a_search_past_its_steps_claims_nothing(base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kb = read_knowledge(base).base
    assert kb is not None
    monkeypatch.setattr("recommender.knowledge.solver.MOST_STEPS", 1)
    (possible,) = possible_values(kb)
    with pytest.raises(TooWideError):
        find(possible, [(possible.rule("unsafe-water"), Truth.TRUE)])
