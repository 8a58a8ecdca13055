"""Plan -> blocks: what a planner reads and a village meeting discusses.

Order: who, with what money and target; where it stands and what the plan before left; what to do by year;
proposals; what was left out; what to ask first; money; outlook; notes on the data. Small soft works of one package and
year are one entry with parts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from recommender.language.numbers import decimal
from recommender.language.wording import Key
from recommender.model.plan import Plan, PlanDocument
from recommender.outputs.blocks import (
    BULLET,
    Bar,
    Bars,
    Block,
    Entry,
    Heading,
    Paragraph,
    Separator,
)
from recommender.outputs.sections.branches import branch_blocks
from recommender.outputs.sections.joint_money import joint_blocks
from recommender.outputs.sections.last_plan import carried_blocks
from recommender.outputs.sections.money import money_blocks
from recommender.outputs.sections.outlook import outlook
from recommender.outputs.sections.overlays import overlay_note
from recommender.outputs.sections.steps import own_blocks, proposal_blocks
from recommender.outputs.sections.wishes import wishes_blocks
from recommender.outputs.words import NAMES_SHOWN, Words

QUESTIONS_SHOWN = 8


def document_blocks(document: PlanDocument, words: Words) -> Iterator[Block]:
    """Yield every plan of a document in full, separated."""
    for number, plan in enumerate(document.plans):
        if number:
            yield Separator()
        yield from plan_blocks(plan, document.options, words)
    for joint in document.joint:
        yield Separator()
        yield from joint_blocks(joint, words)


def plan_blocks(plan: Plan, options: Mapping[str, Any], words: Words) -> Iterator[Block]:
    """Yield the report of one village."""
    yield from head(plan, words, "plan-of")
    yield from frame(plan, options, words)
    yield from standing(plan, words)
    yield from prerequisites(plan, words)
    yield from carried_blocks(plan, options, words)
    yield from own_blocks(plan, words)
    yield from proposal_blocks(plan, words)
    yield from _left_out(plan, words)
    yield from questions(plan, words, QUESTIONS_SHOWN)
    yield from branch_blocks(plan, words)
    yield from money_blocks(plan, options, words)
    yield from outlook(plan, words)
    yield from data_notes(plan, words)


def head(plan: Plan, words: Words, title: str) -> Iterator[Block]:
    """Yield who the village is and its index with the class, framework, year and what was published."""
    village = plan.village
    name = (village.name or words.say("nameless")).upper()
    yield Heading(words.say(title, village=name), 1, village.code)
    if village.subdistrict or village.district or village.province:
        place = words.say(
            "place", subdistrict=village.subdistrict, district=village.district, province=village.province
        )
        yield Paragraph(place)
    yield Paragraph(index_line(plan, words))


def index_line(plan: Plan, words: Words) -> str:
    """Return the index with its framework, year and class, and as it was published."""
    index = plan.scores.index
    if index is None:
        return words.say("index-none")
    framework = words.framework(index.framework)
    published = words.index_value(index.published)
    if index.value is None:
        return words.say("index-incomplete", framework=framework, year=plan.data.year, published=published)
    return words.say(
        "index-line",
        framework=framework,
        year=plan.data.year,
        value=words.index_value(index.value),
        class_name=words.index_class(index.framework, index.class_),
        published=published,
    )


def frame(plan: Plan, options: Mapping[str, Any], words: Words) -> Iterator[Block]:
    """Yield years and money, the overlays, a status other than planned, the target."""
    years = sorted({row.year for row in plan.money})
    budget = sum(row.budget or 0 for row in plan.money if years and row.year == years[0])
    if years:
        horizon = words.say("horizon", first=years[0], last=years[-1])
        assumed = plan.assumed_money
        amount = words.money(budget if assumed is None else assumed.amount)
        if assumed is not None and assumed.beside:
            parts = " + ".join(f"{words.source(name)} {words.money(part)}" for name, part in assumed.beside.items())
            money = words.say("budget-of-district-more", amount=amount, parts=parts, district=assumed.district)
        elif assumed is not None and assumed.district:
            money = words.say("budget-of-district", amount=amount, district=assumed.district)
        else:
            key: Key = "budget-given" if options.get("budget_given", True) else "budget-typical"
            money = words.say(key, amount=amount)
        yield Paragraph(f"{horizon}: {money}")
    if words.kb.overlays:
        yield Paragraph(overlay_note(words.kb, words.lang))
    if plan.status != "planned":
        yield Paragraph(words.term("status", plan.status))
    yield from wishes_blocks(plan, options, words)
    yield from _target(plan, options, words)


def _target(plan: Plan, options: Mapping[str, Any], words: Words) -> Iterator[Block]:
    """Yield what was to be reached at the least cost, whether it is, what is lacking, and how sure that is."""
    asked, found = options.get("target"), plan.target
    if not asked or found is None:
        return
    framework = plan.scores.index.framework if plan.scores.index else None
    if "class" in asked:
        title = words.say("target-class", class_name=words.index_class(framework, asked["class"]))
        digits = 4
    else:
        score = words.value("", asked["score"])
        title = words.say("target-dimension", dimension=words.dimension(asked["dimension"]), score=score)
        digits = 3
    missing = decimal(found.missing or 0.0, digits, words.lang)
    if found.reached:
        how: Key = "target-reached"
        sure: Key = "target-reached-proven" if found.proven else "target-reached-open"
    elif found.missing:
        how, sure = "target-missed", "target-missed-proven" if found.proven else "target-missed-open"
    else:
        how, sure = "target-unmeasured", ""
    lines = [words.say(how, missing=missing, amount=words.money(found.cost))]
    if sure:
        lines.append(words.say(sure))
    yield Entry(title, BULLET, lines=tuple(lines))


def standing(plan: Plan, words: Words) -> Iterator[Block]:
    """Yield the dimension scores as bars, weak ones marked."""
    bars = []
    for name, score in plan.scores.dimensions.items():
        measured = words.say("measured", measured=score.measured, of=score.of)
        remark = words.say("not-measured") if score.score is None else measured
        if score.weak:
            remark = f"{words.say('weak')} · {remark}"
        bars.append(Bar(words.dimension(name), score.score, words.score(score.score), remark))
    yield Heading(words.say("section.standing"))
    yield Bars(tuple(bars))


def prerequisites(plan: Plan, words: Words) -> Iterator[Block]:
    """Yield how many prerequisites of the smart-village programme are met, which are lacking and which not known."""
    if not plan.readiness:
        return
    met = sum(entry.answer is True for entry in plan.readiness)
    lines = []
    for answer, key in ((False, "readiness-lacking"), (None, "readiness-unknown")):
        names = [words.text(entry.name) for entry in plan.readiness if entry.answer is answer]
        if names:
            lines.append(words.say(key, names="; ".join(names)))
    title = words.say("readiness", met=met, count=len(plan.readiness))
    yield Entry(title, BULLET, lines=tuple(lines))


def _left_out(plan: Plan, words: Words) -> Iterator[Block]:
    if not plan.deferred:
        return
    yield Heading(words.say("section.left-out"))
    for reason, names in left_out_by_reason(plan, words).items():
        yield Entry(reason, BULLET, lines=("; ".join(names),))


def left_out_by_reason(plan: Plan, words: Words) -> dict[str, list[str]]:
    """Return the works left out with their details, under the reason in words."""
    reasons: dict[str, list[str]] = {}
    for deferred in plan.deferred:
        detail = words.detail(deferred)
        name = words.text(deferred.name)
        reasons.setdefault(words.term("reason", deferred.reason), []).append(f"{name} ({detail})" if detail else name)
    return reasons


def questions(plan: Plan, words: Words, shown: int | None = None) -> Iterator[Block]:
    """Yield what to ask, most influential first: doubts, assumptions with their reasons, unknown facts."""
    if not plan.questions:
        return
    yield Heading(words.say("section.questions"))
    assumptions = {made.fact: made for made in plan.assumptions}
    for number, question in enumerate(plan.questions[:shown], 1):
        lines = []
        if question.why == "assumed" and question.name in assumptions:
            made = assumptions[question.name]
            assumed = words.say("why.assumed", value=words.value(made.fact, made.value))
            lines.append(f"{assumed}; {words.say('because', reason=words.text(made.reason))}")
        elif question.why == "doubtful":
            lines.append(f"{words.level_only(plan, question.name)}: {words.say('why.doubtful')}")
        if question.affects:
            lines.append(words.say("affects", names=words.names(question.affects, NAMES_SHOWN)))
        yield Entry(words.question(question.name), f"{number}.", lines=tuple(lines))
    if shown is not None and len(plan.questions) > shown:
        yield Paragraph(words.say("more", count=len(plan.questions) - shown))


def data_notes(plan: Plan, words: Words) -> Iterator[Block]:
    """Yield what was wrong with the data, or worth knowing."""
    if not plan.data.problems:
        return
    yield Heading(words.say("section.problems"))
    for problem in plan.data.problems:
        message = problem.in_language(words.lang)
        yield Entry(f"{problem.where}: {message}" if problem.where else message, BULLET)
