"""What the forms say of one step: code, volume, time, money, pattern, who carries it out, and the evidence for it.

In: a step of a plan document and the names of the knowledge base. A work that the knowledge base no longer holds (an
older document) gives empty cells, never an error.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from math import inf

from recommender.language.numbers import number
from recommender.model.conditions import SCALE
from recommender.model.knowledge import Intervention
from recommender.model.plan import Plan, Step
from recommender.model.plan_parts import EvidenceEntry, FindingEntry
from recommender.outputs.words import Words
from recommender.outputs.xlsx_file import CellValue
from recommender.pipeline.costs import MONTHS, split

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


def order(step: Step) -> tuple[tuple[float, ...], str, int]:
    """Return what steps are sorted by in a form: their code as numbers, those without one last; then their rank."""
    parts = (step.budget_code or "").split(".")
    return (tuple(float(part) if part.isdigit() else inf for part in parts), step.budget_code or "", step.rank)


def work_of(step: Step, words: Words) -> Intervention | None:
    return words.kb.interventions.get(step.intervention)


def activity(step: Step, words: Words) -> str:
    """Return the work's name, and below it the activity that its code names."""
    official = chain(step.budget_code, words)[2].name
    return f"{words.text(step.name)}\n({official})" if official else words.text(step.name)


def volume(step: Step, year: int | None, words: Words) -> tuple[CellValue, CellValue]:
    """Return amount and unit of a step; of one in stages, the part of a year in the shares of its cost.

    What comes in wholes is split into wholes where every year gets one; a single thing stays whole in each year.
    """
    if step.volume is None:
        return None, None
    known = words.kb.units.get(step.volume.unit)
    unit = known.name.in_language(words.lang) if known else step.volume.unit
    amount = step.volume.amount
    whole = known.whole if known else isinstance(amount, int)
    if whole:
        amount = max(1, int(amount + 0.5)) if amount else 0
    years = list(step.cost.by_year)
    if year is None or len(years) < 2:
        return amount, unit
    place = years.index(str(year))
    if not whole:
        return split(round(amount * SCALE), len(years))[place] / SCALE, unit
    return (split(int(amount), len(years))[place] if amount >= len(years) else amount), unit


def beneficiaries(step: Step, words: Words) -> str:
    work = work_of(step, words)
    return work.beneficiaries.in_language(words.lang) if work and work.beneficiaries else ""


def time(step: Step, year: int | None, words: Words) -> str:
    """Return first and last month of a step; of one in stages, those within the year, and which stage that is."""
    years = list(step.cost.by_year)
    first, last = step.start_month, step.start_month + step.months - 1
    if year is None or len(years) < 2:
        return _from_to(step.year, first, last, words)
    passed = MONTHS * (year - step.year)
    within = _from_to(year, max(0, first - passed), min(MONTHS - 1, last - passed), words)
    return f"{within}\n({words.say('stage', number=years.index(str(year)) + 1, count=len(years))})"


def _from_to(year: int, first: int, last: int, words: Words) -> str:
    begin, end = words.month(first), f"{words.month(last % MONTHS)} {year + last // MONTHS}"
    if last == first:
        return end
    return words.say("from-to", first=f"{begin} {year}" if last >= MONTHS else begin, last=end)


def sources(step: Step, words: Words) -> str:
    """Return the codes of the sources; of several in one year, with the rupiah of each."""
    if len(step.cost.by_source) < 2 or len(step.cost.by_year) > 1:
        return words.sources(step.cost.by_source)
    return "\n".join(
        f"{words.source(name)} {number(amount, words.lang)}" for name, amount in step.cost.by_source.items()
    )


def ticks(step: Step, words: Words) -> tuple[CellValue, ...]:
    """Return a tick or nothing for each pattern of execution, in the catalog's order."""
    patterns = words.kb.patterns.values()
    named = [step.intervention in pattern.works for pattern in patterns]
    chosen = named if any(named) else [step.kind in pattern.kinds for pattern in patterns]
    return tuple(TICK if one else None for one in chosen)


def responsible(step: Step, words: Words) -> str:
    """Return who carries a step out: what the longest code of its chain says."""
    for one in reversed(chain(step.budget_code, words)):
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
        marked = marks(finding, words)
        said = f"{said} [{marked}]" if marked else said
        yield words.say("rule-because", rule=words.name(finding.rule), evidence=said)
    served = [other.intervention for other in plan.steps if step.intervention in other.requires]
    if not found:
        yield words.say("prerequisite-for", names=words.names(served)) if served else words.say("asked-for")
    if step.conditional_on:
        yield words.say("only-if", names=words.names(step.conditional_on))
    if step.assumes:
        yield words.say("assumes-fact", names=words.names(step.assumes))


def marks(finding: FindingEntry, words: Words) -> str:
    """Return whether a finding rests on an assumption or a doubtful value; `` where on neither."""
    return ", ".join(words.term("mark", mark) for mark in ("assumed", "doubtful") if getattr(finding, mark))


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
