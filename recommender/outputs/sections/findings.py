"""Plan -> blocks about the village alone: scores, findings with their evidence, open rules, questions."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
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
    problems = [finding for finding in plan.findings if finding.kind == "problem"]
    states = [finding for finding in plan.findings if finding.kind == "state"]
    yield Heading(words.say("section.findings"))
    if not problems:
        yield Paragraph(words.say("no-findings"))
    yield from _first(plan, problems, words)
    if states:
        yield Heading(words.say("section.states"))
        yield from _first(plan, states, words)


def _first(plan: Plan, findings: Sequence[FindingEntry], words: Words) -> Iterator[Block]:
    shown = words.kb.number("findings-shown", datetime.date.max)
    for finding in findings[:shown]:
        yield finding_entry(plan, finding, words)
    if len(findings) > shown:
        yield Paragraph(words.say("more", count=len(findings) - shown))


def finding_entry(plan: Plan, finding: FindingEntry, words: Words) -> Entry:
    """Return a finding with what it rests on."""
    marks = finding_marks(finding, words)
    remark = f" ({marks})" if marks else ""
    parts = "; ".join(words.evidence(plan, entry) for entry in finding.evidence)
    lines = (words.text(finding.text), words.say("evidence", parts=parts))
    return Entry(words.name(finding.rule, "rule") + remark, BULLET, words.dimension(finding.dimension), lines)


def finding_marks(finding: FindingEntry, words: Words) -> str:
    """Return whether a finding rests on an assumption or a doubtful value, or lies beyond a target; `` where none."""
    return ", ".join(words.term("mark", mark) for mark in ("assumed", "doubtful", "beyond") if getattr(finding, mark))


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
