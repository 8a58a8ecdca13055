"""Plan -> the pages about what is open: reserve list and works left out, questions, assumptions, notes on the data."""

from __future__ import annotations

from collections.abc import Iterator

from recommender.language.wording import Key
from recommender.model.plan import CarriedOver, Deferred, Plan
from recommender.model.plan_parts import Question
from recommender.outputs.words import Words
from recommender.outputs.workbook.heads import head, made_by
from recommender.outputs.workbook.pages import Line, Lines, Page, PageColumn
from recommender.outputs.xlsx_file import CellValue

# What a deferred work waits for (title of the part) -> the reasons of the plan document
_PARTS: dict[Key, tuple[str, ...]] = {
    "part.waiting": (
        "capacity",
        "over-budget",
        "running-cost",
        "service-cost",
        "instalment",
        "joint-money",
        "beyond-horizon",
        "low-value",
        "prerequisite-deferred",
    ),
    "part.to-answer": ("undetermined",),
    "part.to-advocate": ("too-large", "no-source"),
    "part.not-chosen": ("alternative-chosen", "excluded", "not-applicable", "banned"),
}


def left_out(plan: Plan, words: Words) -> Page:
    """Return every deferred work by what it waits for, and what the plan before left."""
    say = words.say
    parts = []
    number = 0
    for part, reasons in _PARTS.items():
        lines = []
        for deferred in sorted(_among(plan, reasons), key=lambda one: reasons.index(one.reason)):
            number += 1
            lines.append(Line(_deferred(deferred, number, words)))
        if lines:
            parts.append(Lines(tuple(lines), say(part)))
    if plan.carried is not None:
        parts += _carried(plan.carried, words)
    columns = (
        PageColumn(say("col.no"), 5, "code"),
        PageColumn(say("col.code"), 9, "code"),
        PageColumn(say("col.activity"), 42),
        PageColumn(say("col.reason"), 30),
        PageColumn(say("col.detail"), 58),
        PageColumn(say("col.cost-rupiah"), 17, "money"),
        PageColumn(say("col.meeting"), 30, "answer"),
    )
    return Page(
        name=say("sheet.left-out"),
        titles=(say("form.left-out"),),
        head=head(plan, words),
        columns=columns,
        body=Lines(tuple(parts)),
        empty=say("empty.left-out"),
        notes=(say("note.left-out"), made_by(plan, words)),
    )


def _among(plan: Plan, reasons: tuple[str, ...]) -> list[Deferred]:
    return [deferred for deferred in plan.deferred if deferred.reason in reasons]


def _deferred(deferred: Deferred, number: int, words: Words) -> tuple[CellValue, ...]:
    work = words.kb.interventions.get(deferred.intervention)
    cost = deferred.detail.get("cost")
    rest = deferred.model_copy(update={"detail": {key: v for key, v in deferred.detail.items() if key != "cost"}})
    return (
        number,
        work.budget_code if work else None,
        words.text(deferred.name),
        words.term("reason", deferred.reason),
        words.detail(rest),
        cost if isinstance(cost, int) else None,
        None,
    )


def _carried(carried: CarriedOver, words: Words) -> Iterator[Lines]:
    """Yield what became of the steps of the plan before, a section a decision."""
    reasons = {one.intervention: one.reason for one in carried.rejected}
    told = {
        "done": carried.done,
        "under-way": carried.under_way,
        "rejected": list(reasons),
        "again": carried.again,
        "dropped": carried.dropped,
    }
    for decision, names in told.items():
        what = words.term("decision", decision)
        lines = []
        for number, name in enumerate(names, start=1):
            work = words.kb.interventions.get(name)
            code = work.budget_code if work else None
            lines.append(Line((number, code, words.name(name), what, reasons.get(name, ""), None, None)))
        if lines:
            yield Lines(tuple(lines), words.say("part.carried", year=carried.from_, what=what.lower()))


def questions(plan: Plan, words: Words) -> Page:
    """Return what to ask, what is assumed, and what was wrong with the data, each with room for an answer."""
    say = words.say
    asked = tuple(_question(plan, one, number, words) for number, one in enumerate(plan.questions, start=1))
    assumed = tuple(
        Line(
            (
                number,
                say("is-true", name=words.name(made.fact)),
                words.text(made.reason),
                words.value(made.fact, made.value),
                words.names(made.affects),
                None,
            ),
            choices=_choices(made.fact, words),
        )
        for number, made in enumerate(plan.assumptions, start=1)
    )
    data = tuple(
        Line((number, problem.in_language(words.lang), "", problem.where, "", None))
        for number, problem in enumerate(plan.data.problems, start=1)
    )
    titled = (("part.questions", asked), ("part.assumptions", assumed), ("part.data", data))
    columns = (
        PageColumn(say("col.no"), 5, "code"),
        PageColumn(say("col.question"), 52),
        PageColumn(say("col.why"), 42),
        PageColumn(say("col.now"), 24),
        PageColumn(say("col.decides"), 44),
        PageColumn(say("col.answer"), 28, "answer"),
    )
    return Page(
        name=say("sheet.questions"),
        titles=(say("form.questions"),),
        head=head(plan, words),
        columns=columns,
        body=Lines(tuple(Lines(lines, say(title)) for title, lines in titled if lines)),
        empty=say("empty.questions"),
        notes=(say("note.questions"), made_by(plan, words)),
    )


def _question(plan: Plan, question: Question, number: int, words: Words) -> Line:
    asked = words.question(question.name)
    made = next((one for one in plan.assumptions if one.fact == question.name), None)
    if question.why == "assumed" and made is not None:
        why = words.text(made.reason)
        now = words.say("why.assumed", value=words.value(made.fact, made.value))
    elif question.why == "doubtful":
        why, now = words.say("why.doubtful"), words.level_only(plan, question.name)
    else:
        why, now = words.say("unknown"), ""
    return Line((number, asked, why, now, words.names(question.affects), None), choices=_choices(question.name, words))


def _choices(name: str, words: Words) -> tuple[str, ...]:
    """Return the answers that a question allows; none where any number or text may be."""
    fact = words.kb.facts.get(name)
    if fact is None or fact.type not in ("yes-no", "word"):
        return ()
    if fact.type == "yes-no":
        return (words.say("yes"), words.say("no"))
    return tuple(fact.word(value, words.lang) for value in fact.words)
