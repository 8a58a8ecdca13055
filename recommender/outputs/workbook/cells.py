"""What the forms say of one step: code, volume, time, money, pattern, who carries it out, and the evidence for it.

In: a step of a plan document and the names of the knowledge base. A work that the knowledge base no longer holds (an
older document) gives empty cells, never an error.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate
from math import inf

from recommender.language.numbers import number
from recommender.language.wording import Key
from recommender.model.knowledge import Intervention
from recommender.model.plan import Line, Plan, Step, Volume
from recommender.model.plan_parts import EvidenceEntry, FindingEntry
from recommender.outputs.sections.findings import finding_marks
from recommender.outputs.words import Words
from recommender.outputs.xlsx_file import CellValue
from recommender.pipeline.costs import MONTHS

TICK = "√"


@dataclass(frozen=True, slots=True)
class BudgetPlace:
    """A place in the village budget: a field, sub-field or activity, with its name; `` without a code."""

    code: str
    name: str


def chain(code: str | None, words: Words) -> tuple[BudgetPlace, BudgetPlace, BudgetPlace]:
    """Return the field, the sub-field and the activity of a code, as the catalog names them."""
    if not code:
        return BudgetPlace("", words.say("no-code")), BudgetPlace("", ""), BudgetPlace("", "")
    parts = tuple(accumulate(code.split("."), lambda above, part: f"{above}.{part}"))
    field, below, whole = (parts[min(depth, len(parts) - 1)] for depth in (0, 1, len(parts) - 1))
    return (
        BudgetPlace(field, _code_name(field, words)),
        BudgetPlace(below, _code_name(below, words)),
        BudgetPlace(code, _code_name(whole, words)),
    )


def _code_name(code: str, words: Words) -> str:
    return words.kb.codes[code].name.in_language(words.lang) if code in words.kb.codes else ""


def code_order(code: str | None) -> tuple[tuple[float, ...], str]:
    """Return what rows are sorted by in a form: their code as numbers, those without one last."""
    parts = (code or "").split(".")
    return tuple(float(part) if part.isdigit() else inf for part in parts), code or ""


def work_of(step: Step, words: Words) -> Intervention | None:
    return words.kb.interventions.get(step.intervention)


def activity(step: Step, words: Words) -> str:
    """Return the work's name, and below it the activity that its code names."""
    official = chain(step.budget_code, words)[2].name
    return f"{words.text(step.name)}\n({official})" if official else words.text(step.name)


def lines_of(step: Step) -> list[Line]:
    """Return the lines of a step; of a document of an earlier program one a year of its cost."""
    if step.lines:
        return step.lines
    lines = []
    for place, (year, amount) in enumerate(step.cost.by_year.items()):
        whole = len(step.cost.by_year) == 1
        lines.append(
            Line(
                year=int(year),
                start_month=0 if place else step.start_month,
                months=0 if place else step.months,
                amount=amount,
                volume=None if place else step.volume,
                by_source=step.cost.by_source if whole else _one_source(step, amount),
            )
        )
    return lines


def _one_source(step: Step, amount: int) -> dict[str, int]:
    """Return who pays one year's part of a cost, where one source pays all of it; else nobody is named."""
    return {next(iter(step.cost.by_source)) if len(step.cost.by_source) == 1 else "": amount}


def volume(what: Volume | None, words: Words) -> tuple[CellValue, CellValue]:
    """Return amount and unit; what comes in wholes is rounded half up, and nothing that is there becomes none."""
    if what is None:
        return None, None
    known = words.kb.units.get(what.unit)
    unit = known.name.in_language(words.lang) if known else what.unit
    whole = known.whole if known else isinstance(what.amount, int)
    return (max(1, int(what.amount + 0.5)) if whole and what.amount else what.amount), unit


def beneficiaries(step: Step, words: Words) -> str:
    work = work_of(step, words)
    return work.beneficiaries.in_language(words.lang) if work and work.beneficiaries else ""


def time(step: Step, number: int | None, words: Words) -> str:
    """Return first and last month of a step, or of one of its lines with which phase, round or year of it that is.

    A service goes on to the end of a year; what is paid in a year after its start goes on to the end of the work.
    """
    if number is None:
        return from_to(step.year, step.start_month, step.start_month + step.months - 1, words)
    lines = lines_of(step)
    line = lines[number]
    if step.measure == "service":
        years = sorted({one.year for one in lines})
        said = _within(line.start_month, MONTHS - 1, line.year, words)
        return _numbered(said, "service-year", years.index(line.year) + 1, len(years), words)
    parts = [one for one in lines if one.months]
    if not line.months:
        before = [one for one in parts if one.year < line.year]
        ends = [(one.year - line.year) * MONTHS + one.start_month + one.months - 1 for one in before]
        return f"{_within(0, max(0, *ends, 0), line.year, words)}\n({words.say('going-on')})"
    work = work_of(step, words)
    told: Key = "round" if work is not None and work.repeats else "stage"
    said = _within(line.start_month, line.start_month + line.months - 1, line.year, words)
    return _numbered(said, told, parts.index(line) + 1, len(parts), words)


def _numbered(said: str, key: Key, number: int, count: int, words: Words) -> str:
    return f"{said}\n({words.say(key, number=number, count=count)})" if count > 1 else said


def _within(first: int, last: int, year: int, words: Words) -> str:
    """Return months on the form of their year, which need not name it."""
    if last >= MONTHS:
        return from_to(year, first, last, words)
    if (first, last) == (0, MONTHS - 1):
        return words.say("whole-year")
    if first == last:
        return words.month(first)
    return words.say("from-to", first=words.month(first), last=words.month(last))


def from_to(year: int, first: int, last: int, words: Words) -> str:
    """Return the months from one to another, both counted from January of the year."""
    begin, end = words.month(first), f"{words.month(last % MONTHS)} {year + last // MONTHS}"
    if last == first:
        return end
    return words.say("from-to", first=f"{begin} {year}" if last >= MONTHS else begin, last=end)


def sources(by_source: Mapping[str, int], words: Words) -> str:
    """Return the codes of the sources; of several with the rupiah of each."""
    named = {source: amount for source, amount in by_source.items() if source}
    if len(named) < 2:
        return words.sources(named)
    return "\n".join(f"{words.source(name)} {number(amount, words.lang)}" for name, amount in named.items())


def ticks(step: Step | None, words: Words) -> tuple[CellValue, ...]:
    """Return a tick or nothing for each pattern of execution, in the catalog's order; of what is no step, nothing."""
    patterns = words.kb.patterns.values()
    if step is None:
        return (None,) * len(patterns)
    named = [step.intervention in pattern.works for pattern in patterns]
    chosen = named if any(named) else [step.kind in pattern.kinds for pattern in patterns]
    return tuple(TICK if one else None for one in chosen)


def responsible(code: str | None, words: Words) -> str:
    """Return who carries out what stands under a code: what the longest code of its chain says."""
    for one in reversed(chain(code, words)):
        entry = words.kb.codes.get(one.code)
        if entry is not None and entry.responsible is not None:
            return entry.responsible.in_language(words.lang)
    return ""


# Evidence


def evidence(plan: Plan, step: Step, words: Words) -> str:
    """Return why the step is there, a line a rule: rule, indicator, value with its meaning, year, score, threshold."""
    return "\n".join(_reasons(plan, step, words))


def _reasons(plan: Plan, step: Step, words: Words) -> Iterator[str]:
    called = set(step.called_by)
    found = [finding for finding in plan.reasons if finding.rule in called]
    for finding in found:
        said = comparisons(plan, finding, words)
        marked = finding_marks(finding, words)
        said = f"{said} [{marked}]" if marked else said
        yield words.say("rule-because", rule=words.name(finding.rule), evidence=said)
    served = [other.intervention for other in plan.steps if step.intervention in other.requires]
    if not found:
        yield words.say("prerequisite-for", names=words.names(served)) if served else words.say("asked-for")
    if step.conditional_on:
        yield words.say("only-if", names=words.names(step.conditional_on))
    if step.assumes:
        yield words.say("assumes-fact", names=words.assumed(plan, step))
    if step.unsettled:
        yield words.say("unsettled", names=words.names(step.unsettled, kind="fact"))


def comparisons(plan: Plan, finding: FindingEntry, words: Words) -> str:
    """Return what made a finding hold: each indicator, fact or finding that its rule read."""
    by_name: dict[str, list[EvidenceEntry]] = {}
    for entry in finding.evidence:
        by_name.setdefault(entry.name, []).append(entry)
    return "; ".join(_compared(plan, entries, words) for entries in by_name.values())


def _compared(plan: Plan, entries: list[EvidenceEntry], words: Words) -> str:
    """Return an indicator with its value, what that means, its year, last year's, the score and all thresholds."""
    first = entries[0]
    if first.score is None:
        return "; ".join(words.evidence(plan, entry) for entry in entries)
    level = _meaning(plan, first.name, words)
    said = words.level(plan, first.name) + (f" “{level}”" if level else "")
    bounds = [words.value(entry.name, entry.threshold) for entry in entries if entry.threshold is not None]
    score = words.say("score", value=words.score(first.score))
    return f"{said}, {score}, {words.say('threshold', value='; '.join(bounds))}" if bounds else f"{said}, {score}"


def _meaning(plan: Plan, indicator: str, words: Words) -> str:
    """Return what a published value means, in the words of the index; `` where the catalog has none."""
    framework = words.kb.frameworks.get(plan.data.framework or "")
    if framework is None or indicator not in framework.by_indicator:
        return ""
    rung = framework.by_indicator[indicator].levels.get(plan.values.get(indicator, -1))
    return "" if rung is None else rung.en if words.lang == "en" else rung.id
