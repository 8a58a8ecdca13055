"""Many plans -> one table, a row a village: what a district reads before it opens a plan."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from recommender.language.money import format_short_rupiah
from recommender.language.wording import Key
from recommender.model.nouns import VILLAGE
from recommender.model.plan import Plan, PlanDocument
from recommender.outputs.blocks import Block, Column, Heading, Paragraph, Table
from recommender.outputs.sections.joint_money import joint_blocks
from recommender.outputs.words import Words
from recommender.pipeline.together import cost_together

# Up to so many villages are printed in full; above, a summary is what a person can read.
FULL_PLANS = 3
_COLUMNS: tuple[tuple[Key, Literal["text", "code", "money"]], ...] = (
    ("column.code", "code"),
    ("column.village", "text"),
    ("column.class", "text"),
    ("column.steps", "money"),
    ("column.own-money", "money"),
    ("column.proposals", "money"),
    ("column.first-step", "text"),
)


def summary_blocks(document: PlanDocument, words: Words) -> Iterator[Block]:
    """Yield a row for each village: code, name, class, steps, village money, proposals, first step."""
    yield Heading(words.say("section.summary", count=len(document.plans)), 1)
    columns = tuple(Column(words.say(key), kind) for key, kind in _COLUMNS)
    yield Table(columns, tuple(_row(plan, words) for plan in document.plans))
    asked = cost_together(document.plans, lambda work: work.executor != VILLAGE)
    if asked:
        yield Paragraph(words.say("summary-proposals", amount=format_short_rupiah(asked, words.lang)))
    for joint in document.joint:
        yield from joint_blocks(joint, words)
    yield Paragraph(words.say("summary-hint"))


def _row(plan: Plan, words: Words) -> tuple[str, ...]:
    own = [step for step in plan.steps if step.executor == VILLAGE]
    index = plan.scores.index
    return (
        plan.village.code,
        plan.village.name or words.say("nameless"),
        words.index_class(index.framework, index.class_) if index else "–",
        str(len(plan.steps)),
        format_short_rupiah(sum(step.cost.total for step in own), words.lang),
        str(len(plan.steps) - len(own)),
        words.text(plan.steps[0].name) if plan.steps else words.term("status", plan.status),
    )
