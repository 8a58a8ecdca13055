"""A result -> its plan with branches: what the answers to the questions that change most would make of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from recommender.model.branches import Branch, Branching, BranchStep
from recommender.model.knowledge import KnowledgeBase
from recommender.model.plan import Step
from recommender.model.plan_parts import BothLanguages, Value
from recommender.model.village import FactValue, plain_value
from recommender.pipeline.documents import Result
from recommender.verbs.asking.asking import Asked, Trial

QUESTIONS = 3
# The plan lists its questions by influence: so many of them are drafted, and so many of these tried with a search. In
# eight villages of the archive the three that change most were among them.
DRAFTED, TRIED = 45, 24


def branched(result: Result) -> Result:
    """Return the result with the branches of its plan: for the questions that change most, in their order."""
    return replace(result, plan=result.plan.model_copy(update={"branches": branchings(result)}))


def branchings(result: Result) -> list[Branching]:
    """Return the questions that change the plan most, each answer planned as the plan itself was.

    Which questions they are is found as `ask` finds it; under the others the plan may change too.
    """
    trial = Trial(result)
    found = []
    among = {question.name for question in result.plan.questions[:DRAFTED]}
    for question in trial.asked(TRIED, among)[:QUESTIONS]:
        plans = trial.plans(question.name)
        branching = _branching(question, plans, result.plan.steps, result.kb)
        if branching.branches:
            found.append(branching)
    return found


def _branching(
    question: Asked, plans: list[tuple[FactValue, bool, Sequence[Step]]], before: Sequence[Step], kb: KnowledgeBase
) -> Branching:
    fact = kb.facts.get(question.name)
    asked = fact.question if fact is not None else kb.indicators[question.name].name
    stays: list[Value] = []
    branches: dict[str, Branch] = {}
    for value, confirms, after in plans:
        plain = plain_value(value) if fact is not None else value
        assert not isinstance(plain, list | tuple)
        branch = _branch(before, after, plain, confirms)
        if not (branch.came or branch.went or branch.moved or branch.cost):
            stays.append(plain)
            continue
        outcome = branch.model_dump_json(exclude={"answers"})
        same = branches.get(outcome)
        branches[outcome] = branch if same is None else same.model_copy(update={"answers": [*same.answers, plain]})
    return Branching(
        name=question.name,
        question=BothLanguages.copied(asked),
        why=question.why,
        stays=stays,
        branches=list(branches.values()),
    )


def _branch(before: Sequence[Step], after: Sequence[Step], answer: Value, confirms: bool) -> Branch:
    old, new = ({step.intervention: step for step in steps} for steps in (before, after))
    return Branch(
        answers=[answer],
        confirms=confirms,
        came=[_step(step, step.year, None) for name, step in new.items() if name not in old],
        went=[_step(step, None, step.year) for name, step in old.items() if name not in new],
        moved=[
            _step(step, step.year, old[name].year)
            for name, step in new.items()
            if name in old and old[name].year != step.year
        ],
        cost=_own_cost(after) - _own_cost(before),
    )


def _step(step: Step, year: int | None, before: int | None) -> BranchStep:
    return BranchStep(intervention=step.intervention, name=step.name, executor=step.executor, year=year, before=before)


def _own_cost(steps: Iterable[Step]) -> int:
    return sum(step.cost.total for step in steps if step.executor == "village")
