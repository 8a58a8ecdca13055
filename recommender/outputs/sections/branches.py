"""Plan -> blocks: what answers to open questions would make of it, and what its empty years wait for."""

from __future__ import annotations

from collections.abc import Iterator

from recommender.language.wording import Key
from recommender.model.branches import Branch, Branching, BranchStep, EmptyYear
from recommender.model.plan import Plan
from recommender.model.plan_parts import Value
from recommender.outputs.blocks import BULLET, Block, Entry, Heading, Paragraph
from recommender.outputs.words import NAMES_SHOWN, NameKind, Words


def branch_blocks(plan: Plan, words: Words) -> Iterator[Block]:
    """Yield each question with what its answers would make of the plan, then the years without own lines."""
    if not plan.branches and not plan.empty_years:
        return
    yield Heading(words.say("section.branches"))
    if plan.branches:
        yield Paragraph(words.say("branches.intro"))
    for branching in plan.branches:
        lines = [branch_line(plan, branching, branch, words) for branch in branching.branches]
        if branching.stays:
            stays = answers(plan, branching, branching.stays, words)
            lines.append(words.say("branches.stays", answers=stays))
        yield Entry(question(branching, words), BULLET, lines=tuple(lines))
    for year in plan.empty_years:
        yield Entry(empty_year(year, words), BULLET)


def question(branching: Branching, words: Words) -> str:
    """Return what is asked: of a doubtful value whether it is right."""
    asked = words.text(branching.question)
    return words.say("check-value", name=asked) if branching.why == "doubtful" else asked


def branch_line(plan: Plan, branching: Branching, branch: Branch, words: Words) -> str:
    """Return what some answers make of the plan, in a sentence."""
    cost = words.say("branches.more" if branch.cost > 0 else "branches.less", amount=words.money(abs(branch.cost)))
    parts = []
    for key, steps in _parts(branch):
        names = words.names([step.intervention for step in steps], NAMES_SHOWN)
        parts += [words.say(key, count=len(steps), names=names, years=years(steps))] if steps else []
    said = answers(plan, branching, branch.answers, words)
    return words.say("branches.line", answers=said, changes="; ".join([*parts, *([cost] if branch.cost else [])]))


def _parts(branch: Branch) -> Iterator[tuple[Key, list[BranchStep]]]:
    yield "branches.came", branch.came
    yield "branches.went", branch.went
    yield "branches.moved", branch.moved


def years(steps: list[BranchStep]) -> str:
    """Return the years in which steps stand, `2027–2028`; of those that go, stood."""
    found = [year for step in steps if (year := step.before if step.year is None else step.year) is not None]
    return "–".join(dict.fromkeys(str(year) for year in (min(found), max(found)))) if found else ""


def answers(plan: Plan, branching: Branching, values: list[Value], words: Words) -> str:
    """Return answers in words: yes or no, words, numbers as examples, levels of the index."""
    return "; ".join(_answer(plan, branching, value, words) for value in values)


def _answer(plan: Plan, branching: Branching, value: Value, words: Words) -> str:
    fact = words.kb.facts.get(branching.name)
    if fact is None:
        framework = words.kb.frameworks.get(plan.data.framework or "")
        return words.say("of", value=value, highest=framework.highest if framework else "?")
    said = words.value(branching.name, value)
    return said if fact.type in ("yes-no", "word") else words.say("ask-example", value=said)


def empty_year(year: EmptyYear, words: Words) -> str:
    """Return in one line why a year has no line of its own, and what would fill it."""
    kind: NameKind = "fact" if year.reason == "unknown" else "work"
    names = words.names(year.would_fill, NAMES_SHOWN, kind)
    return words.term("empty-year", year.reason, year=year.year, names=names)
