"""Plan -> the pages about the village: findings with their evidence, and what the plan covers and what it does not."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from recommender.model.forms import Goal
from recommender.model.plan import Deferred, Plan, Step
from recommender.model.plan_parts import FindingEntry
from recommender.outputs.sections.findings import finding_marks
from recommender.outputs.sections.outlook import outlook_sentence
from recommender.outputs.words import NAMES_SHOWN, Words
from recommender.outputs.workbook import cells
from recommender.outputs.workbook.heads import head, made_by
from recommender.outputs.workbook.pages import Line, Lines, Page, PageColumn
from recommender.outputs.xlsx_file import CellValue

_NAMED = 6  # works left out, named in a remark


def findings(plan: Plan, words: Words) -> Page:
    """Return every problem by dimension, with what made it hold and what the plan does about it; then the states of the
    village, which are no problems, and open rules."""
    say = words.say
    parts = []
    number = 0
    problems = [finding for finding in plan.findings if finding.kind == "problem"]
    listed = [
        (words.dimension(name), [finding for finding in problems if finding.dimension == name])
        for name in plan.scores.dimensions
    ]
    listed.append((say("section.states"), [finding for finding in plan.findings if finding.kind == "state"]))
    for title, findings in listed:
        lines = []
        for finding in findings:
            number += 1
            lines.append(Line(_finding(plan, finding, number, words)))
        if lines:
            parts.append(Lines(tuple(lines), title))
    undetermined = []
    for entry in plan.undetermined:
        number += 1
        missing = say("missing", names=words.names(entry.missing))
        rule = words.kb.rules.get(entry.rule)
        decides = say("affects", names=words.names(rule.calls, NAMES_SHOWN)) if rule and rule.calls else ""
        undetermined.append(Line((number, words.name(entry.rule), missing, decides, "", "")))
    if undetermined:
        parts.append(Lines(tuple(undetermined), say("part.undetermined")))
    columns = (
        PageColumn(say("col.no"), 5, "code"),
        PageColumn(say("col.finding"), 28),
        PageColumn(say("col.sentence"), 46),
        PageColumn(say("col.evidence"), 60),
        PageColumn(say("col.mark"), 13),
        PageColumn(say("col.in-plan"), 32),
    )
    return Page(
        name=say("sheet.findings"),
        titles=(say("form.findings"),),
        head=head(plan, words),
        columns=columns,
        body=Lines(tuple(parts)),
        empty=say("empty.findings"),
        notes=(made_by(plan, words),),
    )


def _finding(plan: Plan, finding: FindingEntry, number: int, words: Words) -> tuple[CellValue, ...]:
    steps = [words.text(step.name) for step in plan.steps if finding.rule in step.called_by]
    return (
        number,
        words.name(finding.rule),
        words.text(finding.text),
        cells.comparisons(plan, finding, words),
        finding_marks(finding, words),
        "; ".join(steps),
    )


def coverage(plan: Plan, words: Words) -> Page:
    """Return each dimension, village goal and prerequisite with its rows in the plan; what has none is said."""
    say = words.say
    dimensions = [
        Line(_dimension(plan, name, number, words)) for number, name in enumerate(plan.scores.dimensions, start=1)
    ]
    goals = sorted(words.kb.goals.values(), key=lambda goal: goal.number)
    readiness = [
        Line((entry.code.rsplit("-", 1)[-1], words.text(entry.name), *[None] * 7, _answer(entry.answer, words)))
        for entry in plan.readiness
    ]
    sections = [
        Lines(tuple(dimensions), say("part.dimensions")),
        Lines(tuple(Line(_goal(plan, goal, words)) for goal in goals), say("part.goals")),
        Lines(tuple(readiness), say("part.readiness")),
    ]
    columns = (
        PageColumn(say("col.no"), 5, "code"),
        PageColumn(say("col.subject"), 36),
        PageColumn(say("col.score"), 7, "score"),
        PageColumn(say("col.findings"), 9, "number"),
        PageColumn(say("col.count"), 8, "number", say("col.own")),
        PageColumn(say("col.rupiah"), 16, "money", say("col.own")),
        PageColumn(say("col.count"), 8, "number", say("col.others")),
        PageColumn(say("col.rupiah"), 16, "money", say("col.others")),
        PageColumn(say("col.rows"), 52),
        PageColumn(say("col.remark"), 44),
    )
    return Page(
        name=say("sheet.coverage"),
        titles=(say("form.coverage"),),
        head=head(plan, words),
        columns=columns,
        body=Lines(tuple(section for section in sections if section.parts)),
        empty="",
        notes=(*filter(None, (outlook_sentence(plan, words),)), say("note.coverage"), made_by(plan, words)),
    )


def _answer(answer: bool | None, words: Words) -> str:
    return words.say("answer.unknown" if answer is None else "answer.met" if answer else "answer.lacking")


def _dimension(plan: Plan, name: str, number: int, words: Words) -> tuple[CellValue, ...]:
    score = plan.scores.dimensions[name]
    measured = words.say("measured", measured=score.measured, of=score.of)
    remark = f"{words.say('weak')}; {measured}" if score.weak else measured

    def left_out(deferred: Deferred) -> bool:
        work = words.kb.interventions.get(deferred.intervention)
        return work is not None and work.dimension == name

    steps = [step for step in plan.steps if step.dimension == name]
    # A state (about nothing) such as "residents can go online" asks for no work.
    found = [finding for finding in plan.findings if finding.dimension == name and finding.about != "none"]
    lacking = _remark(plan, steps, found, left_out, score.measured > 0, words)
    return (
        number,
        words.dimension(name),
        score.score,
        len(found),
        *_rows(steps, words),
        ". ".join(filter(None, (remark, lacking))),
    )


def _goal(plan: Plan, goal: Goal, words: Words) -> tuple[CellValue, ...]:
    indicators, works = set(goal.indicators), set(goal.works)

    def serves(name: str) -> bool:
        work = words.kb.interventions.get(name)
        return name in works or (work is not None and not indicators.isdisjoint(work.improves))

    def left_out(deferred: Deferred) -> bool:
        return serves(deferred.intervention)

    steps = [step for step in plan.steps if serves(step.intervention)]
    found = [finding for finding in plan.findings if _is_about(finding, indicators, works, words)]
    measured = not indicators.isdisjoint(plan.values)
    return (
        goal.number,
        goal.name.in_language(words.lang),
        None,
        len(found),
        *_rows(steps, words),
        _remark(plan, steps, found, left_out, measured, words),
    )


def _is_about(finding: FindingEntry, indicators: set[str], works: set[str], words: Words) -> bool:
    """Return whether a finding belongs to a goal: by its indicator, or where it is the need, by what it calls."""
    if finding.about != "self":
        return finding.about in indicators
    rule = words.kb.rules.get(finding.rule)
    return rule is not None and not works.isdisjoint(rule.calls)


def _rows(steps: list[Step], words: Words) -> Iterator[CellValue]:
    """Yield how many works and rupiah of the village, the same of others, and the names."""
    for own in (True, False):
        mine = [step for step in steps if (step.executor == "village") is own]
        yield len(mine)
        yield sum(step.cost.total for step in mine)
    yield "; ".join(words.text(step.name) for step in steps)


def _remark(
    plan: Plan,
    steps: list[Step],
    found: list[FindingEntry],
    left_out: Callable[[Deferred], bool],
    measured: bool,
    words: Words,
) -> str:
    """Return why there is no row, or what else was left out."""
    names = [deferred.intervention for deferred in plan.deferred if left_out(deferred)]
    said = words.names(names, _NAMED)
    if steps:
        return words.say("also-left-out", names=said) if names else ""
    if found:
        return words.say("no-row-findings", names=said) if names else words.say("no-row-nothing")
    return words.say("no-row-no-finding" if measured else "no-row-not-measured")
