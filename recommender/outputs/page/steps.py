"""The steps of a plan as a page shows them: a line to skim, a sentence why, and everything else behind it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from recommender.language.wording import Key
from recommender.model.plan import Plan, Step
from recommender.outputs.blocks import Block, Heading
from recommender.outputs.page.timeline import when
from recommender.outputs.sections.explanation import explanation_blocks
from recommender.outputs.sections.steps import grouped
from recommender.outputs.words import Words
from recommender.verbs.explaining.why import Explanation, explain_plan

_MEASURES: dict[str, Key] = {"service": "step.service", "act": "step.act"}


@dataclass(frozen=True, slots=True)
class StepView:
    """A step: what is always seen, and `blocks` that opening it shows. `marks` are words, with a class for colour."""

    anchor: str
    rank: int
    title: str
    amount: str
    facts: tuple[str, ...]
    reason: str
    marks: tuple[tuple[str, str], ...]
    blocks: tuple[Block, ...]
    is_proposal: bool


@dataclass(frozen=True, slots=True)
class StepGroup:
    """Steps that stand together; `title` is empty for a step of its own."""

    title: str
    amount: str
    steps: tuple[StepView, ...]


@dataclass(frozen=True, slots=True)
class StepYear:
    year: int
    groups: tuple[StepGroup, ...]


def own_years(plan: Plan, options: Mapping[str, Any], words: Words) -> list[StepYear]:
    """Return the village's own steps by year, small soft works of a package together."""
    own = [step for step in plan.steps if step.executor == "village"]
    return _by_year(plan, grouped(own, words), options, words)


def proposal_years(plan: Plan, options: Mapping[str, Any], words: Words) -> list[StepYear]:
    """Return the steps of others by year, in the order of the plan."""
    return _by_year(plan, [[step] for step in plan.steps if step.executor != "village"], options, words)


def _by_year(plan: Plan, groups: Iterable[list[Step]], options: Mapping[str, Any], words: Words) -> list[StepYear]:
    ordered = sorted(groups, key=lambda group: group[0].year)
    return [
        StepYear(year, tuple(_group(plan, group, options, words) for group in of_year))
        for year, of_year in groupby(ordered, key=lambda group: group[0].year)
    ]


def _group(plan: Plan, group: Sequence[Step], options: Mapping[str, Any], words: Words) -> StepGroup:
    views = tuple(_view(plan, step, options, words) for step in group)
    if len(group) == 1:
        return StepGroup("", "", views)
    return StepGroup(
        words.say("small-works", count=len(group)), words.money(sum(step.cost.total for step in group)), views
    )


def _view(plan: Plan, step: Step, options: Mapping[str, Any], words: Words) -> StepView:
    lasting = [words.lasting(step)] if words.lasting(step) else []
    facts = [when(step, words), *lasting, words.sources(step.cost.by_source), words.dimension(step.dimension)]
    if step.executor != "village":
        facts.insert(0, words.say("ask-whom", whom=words.asked(step)))
    if step.shared is not None:
        facts.append(words.shared(step, "shared-short"))
    return StepView(
        anchor=f"step-{step.rank}",
        rank=step.rank,
        title=words.step_title(step),
        amount=words.rupiah(step) if step.cost.total else "",
        facts=tuple(facts),
        reason=words.reason(plan, step),
        marks=tuple(_marks(plan, step, words)),
        blocks=tuple(_blocks(plan, step, options, words)),
        is_proposal=step.executor != "village",
    )


def _marks(plan: Plan, step: Step, words: Words) -> list[tuple[str, str]]:
    called = [finding for finding in plan.reasons if finding.rule in step.called_by]
    marks: list[tuple[str, str]] = []
    if step.measure != "work":
        marks.append((step.measure, words.say(_MEASURES[step.measure])))
    if step.conditional_on:
        marks.append(("proposed", words.say("step.conditional")))
    if step.assumes or (called and all(finding.assumed for finding in called)):
        marks.append(("assumed", words.say("step.assumed")))
    if called and all(finding.doubtful for finding in called):
        marks.append(("doubtful", words.say("step.doubtful")))
    return marks


def _blocks(plan: Plan, step: Step, options: Mapping[str, Any], words: Words) -> list[Block]:
    """Return what `explain` says of the step, without who the village is and the step's own name."""
    if step.intervention in words.kb.interventions:
        explanation = explain_plan(plan, words.kb, int(options["start_year"]), step.intervention)
    else:  # a document of another knowledge base
        explanation = Explanation("step", plan, step.intervention, step)
    blocks = list(explanation_blocks(explanation, words))
    start = next(place for place, block in enumerate(blocks) if isinstance(block, Heading) and block.level == 2)
    return blocks[start + 1 :]
