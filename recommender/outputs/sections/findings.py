"""Plan -> blocks about the village alone: scores, findings with their evidence, open rules, questions."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from recommender.model.plan import Plan, PlanDocument
from recommender.model.plan_parts import FindingEntry, UndeterminedRule
from recommender.outputs.blocks import BULLET, Block, Entry, Heading, Paragraph, Separator
from recommender.outputs.sections.plan import data_notes, head, prerequisites, questions, standing
from recommender.outputs.words import Words

# What of a plan says where the village stands; the rest is what to do about it.
_PARTS = frozenset(
    (
        "village",
        "data",
        "values",
        "previous",
        "facts",
        "assumptions",
        "status",
        "scores",
        "readiness",
        "findings",
        "undetermined",
        "questions",
    )
)


def findings_blocks(document: PlanDocument, words: Words) -> Iterator[Block]:
    """Yield where each village stands."""
    for number, plan in enumerate(document.plans):
        if number:
            yield Separator()
        yield from head(plan, words, "findings-of")
        yield from standing(plan, words)
        yield from prerequisites(plan, words)
        yield from _findings(plan, words)
        yield from _undetermined(plan, words)
        yield from questions(plan, words)
        yield from data_notes(plan, words)


def findings_data(document: PlanDocument) -> dict[str, Any]:
    """Return the document without steps: the same keys as a plan document's, in the same order."""
    data = document.model_dump(mode="json", by_alias=True)
    data["plans"] = [{key: value for key, value in plan.items() if key in _PARTS} for plan in data["plans"]]
    return data


def _findings(plan: Plan, words: Words) -> Iterator[Block]:
    yield Heading(words.say("section.findings"))
    if not plan.findings:
        yield Paragraph(words.say("no-findings"))
    shown = words.kb.number("findings-shown", datetime.date.max)
    for finding in plan.findings[:shown]:
        yield finding_entry(plan, finding, words)
    if len(plan.findings) > shown:
        yield Paragraph(words.say("more", count=len(plan.findings) - shown))


def finding_entry(plan: Plan, finding: FindingEntry, words: Words) -> Entry:
    """Return a finding with what it rests on."""
    marks = [words.term("mark", mark) for mark in ("assumed", "doubtful") if getattr(finding, mark)]
    remark = f" ({', '.join(marks)})" if marks else ""
    parts = "; ".join(words.evidence(plan, entry) for entry in finding.evidence)
    lines = (words.text(finding.text), words.say("evidence", parts=parts))
    return Entry(words.name(finding.rule, "rule") + remark, BULLET, words.dimension(finding.dimension), lines)


def _undetermined(plan: Plan, words: Words) -> Iterator[Block]:
    if not plan.undetermined:
        return
    yield Heading(words.say("section.undetermined"))
    for rule in plan.undetermined:
        yield _undetermined_entry(rule, words)


def _undetermined_entry(rule: UndeterminedRule, words: Words) -> Entry:
    return Entry(
        words.name(rule.rule, "rule"),
        BULLET,
        lines=(words.say("missing", names=words.names(rule.missing, kind="indicator")),),
    )
