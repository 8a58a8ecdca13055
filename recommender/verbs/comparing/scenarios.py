"""compare_scenarios(): the plans of villages in many scenarios -> how firm they are, whether money holds, what to ask.

In: villages, options, scenarios (`read_scenarios`). Out: a `Contrast`: what each scenario changes, the firm core of the
district and of each village, the chance that each source-year's money holds, the survey questions that would change
most plans.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import mean

from recommender.language.wording import Phrase, phrase
from recommender.model.frames import Cell, Column, Frame
from recommender.model.knowledge import KnowledgeBase
from recommender.model.nouns import VILLAGE
from recommender.model.plan import Plan, Step
from recommender.model.village import Village
from recommender.pipeline.together import planned_work, works_together
from recommender.request.options import Options
from recommender.request.scenario_file import Scenarios
from recommender.verbs.comparing.comparison import compare
from recommender.verbs.comparing.contrast import Contrast, VillageKey, listed, work_name
from recommender.verbs.comparing.grouping import Level, village_key
from recommender.verbs.comparing.holding import holds_by_group, holds_by_village, rows_held
from recommender.verbs.comparing.questions import district_questions
from recommender.verbs.comparing.scenario_runs import Run, nominal_plans, runs_of
from recommender.verbs.comparing.scope import Row, Scope, middle, share

NAMED = 3
OFTEN = 0.9  # share of the scenarios


def compare_scenarios(
    villages: Sequence[Village],
    kb: KnowledgeBase,
    options: Options,
    scenarios: Scenarios,
    by: Sequence[Level] = (),
    *,
    filters: Sequence[str] = (),
    data_year: int | None = None,
) -> Contrast:
    """Return how firm the villages' plans are.

    Parameters
    ----------
    options
        Of the plans as things stand; `method` `auto` is exact where villages times scenarios are few.
    scenarios
        Named policies and draws of costs; a plan is made for each village in each.

    Raises
    ------
    UsageError
        As `compare`, and where a scenario's options cannot be used.
    """
    planned = nominal_plans(villages, kb, options, scenarios)
    scope = compare((result.plan for result in planned), kb, by, filters=filters, data_year=data_year).scope
    kept = set(map(village_key, scope.plans))
    nominal = [result for result in planned if result.village.key in kept]
    runs = list(runs_of(scenarios, nominal, options))
    held = rows_held(nominal, runs)
    core = _core(scope, runs)
    answers = [
        _scenarios(scope, runs),
        _works(scope, core),
        _villages(scope, runs, core),
        holds_by_group(scope, held),
    ]
    if scenarios.questions:
        answers.append(district_questions(nominal, scenarios.questions))
    tidy = [_tidy(scope, core), holds_by_village(scope, held)]
    found = {frame.name: frame for frame in answers}
    return Contrast(
        scope,
        phrase("scenarios-title", count=len(scope.plans), scenarios=len(runs)),
        tuple(_told(scope, runs, core, found)),
        found,
        {frame.name: frame for frame in tidy},
        kb,
    )


Core = dict[tuple[VillageKey, str], list[Step | None]]
"""Village and work -> its step in every scenario, None where it is not planned."""


def _core(scope: Scope, runs: Sequence[Run]) -> Core:
    found: Core = {}
    for plan in scope.plans:
        key = village_key(plan)
        by_run = [{step.intervention: step for step in run.steps[key]} for run in runs]
        works = {name for steps in by_run for name in steps} | {step.intervention for step in plan.steps}
        for work in sorted(works):
            found[key, work] = [steps.get(work) for steps in by_run]
    return found


def _rate(steps: Sequence[Step | None]) -> float:
    return sum(step is not None for step in steps) / len(steps)


def _differs(plan: Plan, steps: Sequence[Step]) -> tuple[bool, bool]:
    """Return whether other works are planned, and whether any step is another or stands in another year."""
    one, other = ({step.intervention: (step.year, step.executor) for step in found} for found in (plan.steps, steps))
    return one.keys() != other.keys(), one != other


def _scenarios(scope: Scope, runs: Sequence[Run]) -> Frame:
    """Return what each scenario changes: plans, works that come and go, village money, others' (shared works once)."""
    columns = (
        Column("scenario"),
        Column("drawn", "flag"),
        Column("villages", "count"),
        Column("changed_works", "count"),
        Column("changed", "count"),
        Column("came", "count"),
        Column("went", "count"),
        Column("own_money", "rupiah"),
        Column("others_money", "rupiah"),
    )
    rows: list[tuple[Cell, ...]] = []
    for run in runs:
        differs = [_differs(plan, run.steps[village_key(plan)]) for plan in scope.plans]
        works = [
            ({step.intervention for step in plan.steps}, {step.intervention for step in run.steps[village_key(plan)]})
            for plan in scope.plans
        ]
        every = [planned_work(plan, step) for plan in scope.plans for step in run.steps[village_key(plan)]]
        rows.append(
            (
                run.name.en if run.is_draw else run.name.id,
                run.is_draw,
                len(scope.plans),
                sum(one for one, _ in differs),
                sum(any_ for _, any_ in differs),
                sum(len(after - before) for before, after in works),
                sum(len(before - after) for before, after in works),
                sum(work.cost for work in every if work.executor == VILLAGE),
                sum(work.cost for work in works_together(every) if work.executor != VILLAGE),
            )
        )
    return Frame("scenario_list", columns, tuple(rows), (phrase("compare-shared-once"), *scope.notes))


def _works(scope: Scope, core: Core) -> Frame:
    """Return each work by group: villages that plan it, in which it is firm (in every scenario), in which it flips."""
    columns = (
        Column("work", "work"),
        Column("plans", "count"),
        Column("core_villages", "count"),
        Column("flip_villages", "count"),
        Column("mean_share", "share"),
        Column("flip_codes", "codes"),
    )
    rows: list[Row] = []
    for group in scope.groups:
        found: dict[str, list[tuple[Plan, float]]] = {}
        for plan in group.plans:
            for key, work in ((key, work) for key, work in core if key == village_key(plan)):
                found.setdefault(work, []).append((plan, _rate(core[key, work])))
        lines = []
        for work, rates in found.items():
            planned = sum(any(step.intervention == work for step in plan.steps) for plan, _ in rates)
            firm = sum(rate == 1 for _, rate in rates)
            flips = tuple(sorted(plan.village.code for plan, rate in rates if 0 < rate < 1))
            lines.append(
                (work, planned, firm, len(flips), round(sum(rate for _, rate in rates) / group.size, 4), flips)
            )
        rows += [(*scope.cells(group), *line) for line in sorted(lines, key=lambda one: (-one[2], -one[1], one[0]))]
    return scope.frame("firm_works", columns, rows, [phrase("firm-works")])


def _villages(scope: Scope, runs: Sequence[Run], core: Core) -> Frame:
    """Return how often the plan of each village changes, and how much of it is firm."""
    columns = (
        Column("village_code", "code"),
        Column("code_scheme"),
        Column("village"),
        Column("steps", "count"),
        Column("core_steps", "count"),
        Column("flip_steps", "count"),
        Column("flip_outside", "count"),
        Column("scenarios", "count"),
        Column("changed_works_share", "share"),
        Column("changed_share", "share"),
        Column("distinct_plans", "count"),
        Column("flip_works", "codes"),
    )
    rows: list[tuple[Cell, ...]] = []
    for plan in sorted(scope.plans, key=village_key):
        key = village_key(plan)
        rates = {work: _rate(steps) for (one, work), steps in core.items() if one == key}
        planned = {step.intervention for step in plan.steps}
        flips = tuple(sorted(work for work, rate in rates.items() if 0 < rate < 1))
        differs = [_differs(plan, run.steps[key]) for run in runs]
        sets = {tuple(sorted(step.intervention for step in run.steps[key])) for run in runs}
        rows.append(
            (
                plan.village.code,
                plan.village.code_scheme,
                plan.village.name or None,
                len(planned),
                sum(rates[work] == 1 for work in planned),
                sum(rates[work] < 1 for work in planned),
                sum(work not in planned and rate > 0 for work, rate in rates.items()),
                len(runs),
                share(sum(one for one, _ in differs), len(runs)),
                share(sum(any_ for _, any_ in differs), len(runs)),
                len(sets),
                flips,
            )
        )
    return Frame("firm_villages", columns, tuple(rows), (phrase("firm-villages"), *scope.notes))


def _tidy(scope: Scope, core: Core) -> Frame:
    """Return village by work: in what share of the scenarios it is planned, and when."""
    columns = (
        Column("village_code", "code"),
        Column("code_scheme"),
        Column("village"),
        Column("work", "work"),
        Column("in_plan", "flag"),
        Column("scenarios", "count"),
        Column("share", "share"),
        Column("firmness", "word", "firmness"),
        Column("first_year", "year"),
        Column("last_year", "year"),
        Column("same_year_share", "share"),
    )
    rows: list[tuple[Cell, ...]] = []
    for plan in sorted(scope.plans, key=village_key):
        own = {step.intervention: step for step in plan.steps}
        for work, steps in ((work, steps) for (key, work), steps in core.items() if key == village_key(plan)):
            years = [step.year for step in steps if step is not None]
            rate = _rate(steps)
            same = share(sum(year == own[work].year for year in years), len(steps)) if work in own else None
            firmness = "core" if rate == 1 else "flip" if rate else "never"
            rows.append(
                (
                    plan.village.code,
                    plan.village.code_scheme,
                    plan.village.name or None,
                    work,
                    work in own,
                    len(steps),
                    round(rate, 4),
                    firmness,
                    min(years, default=None),
                    max(years, default=None),
                    same,
                )
            )
    return Frame("firm_core", columns, tuple(rows))


def _told(scope: Scope, runs: Sequence[Run], core: Core, found: dict[str, Frame]) -> list[Phrase]:
    """Return what it comes to, in sentences."""
    villages, works, holds = found["firm_villages"], found["firm_works"], found["money_holds"]
    planned, firm = sum(villages["steps"]), sum(villages["core_steps"])
    own = {(village_key(plan), step.intervention) for plan in scope.plans for step in plan.steps}
    often = sum(_rate(core[key]) >= OFTEN for key in own)
    changed = mean(villages["changed_works_share"]) if len(villages) else 0
    sentences = [
        phrase("firm-core", firm=firm, often=often, steps=planned, scenarios=len(runs)),
        phrase("firm-changes", share=round(100 * changed)),
    ]
    names: dict[str, int] = {}
    for row in works.records():
        names[row["work"]] = names.get(row["work"], 0) + row["flip_villages"]
    most = sorted((-count, name) for name, count in names.items() if count)[:NAMED]
    if most:
        told = [phrase("policy-counted", name=work_name(scope.kb, name), count=-count) for count, name in most]
        sentences.append(phrase("firm-flips", works=listed(told)))
    median = middle(value for value in holds["holds"] if value is not None)
    if median is not None:
        sentences.append(phrase("firm-money", share=round(100 * median), least=round(100 * min(holds["holds_least"]))))
    asked = found.get("one_question")
    if asked is not None and len(asked):
        first = next(iter(asked.records()))
        kb, name = scope.kb, first["question"]
        noun = kb.facts[name].question if name in kb.facts else kb.indicators[name].name
        question = Phrase(noun.id, noun.en)
        sentences.append(phrase("firm-question", question=question, count=first["plans_change"], all=len(scope.plans)))
    return sentences
