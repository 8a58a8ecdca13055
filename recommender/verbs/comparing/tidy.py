"""Plans -> tidy tables, a row an observation: villages, dimensions, steps, findings, left-out works, money, outlook.

Every table begins with the village's code and its scheme, by which they are joined.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from recommender.knowledge.place_names import Level, place_of
from recommender.model.frames import Cell, Column, Frame
from recommender.model.knowledge import KnowledgeBase
from recommender.model.nouns import VILLAGE
from recommender.model.plan import Plan
from recommender.verbs.comparing.grouping import village_key

PLACES: tuple[Level, ...] = ("subdistrict", "district", "province")
_KEY = (Column("village_code", "code"), Column("code_scheme"))
_VILLAGE = (
    *_KEY,
    Column("village"),
    Column("subdistrict_code", "code"),
    Column("subdistrict"),
    Column("district_code", "code"),
    Column("district"),
    Column("province_code", "code"),
    Column("province"),
    Column("framework", "framework"),
    Column("data_year", "year"),
    Column("index", "index"),
    Column("index_published", "index"),
    Column("class", "class"),
    Column("status", "word", "status"),
    Column("population", "count"),
    Column("values_known", "count"),
    Column("facts_given", "count"),
    Column("questions", "count"),
    Column("findings", "count"),
    Column("steps", "count"),
    Column("own_steps", "count"),
    Column("own_money", "rupiah"),
    Column("others_money", "rupiah"),
    Column("left_out", "count"),
)
_DIMENSIONS = (
    *_KEY,
    Column("dimension", "dimension"),
    Column("score", "score"),
    Column("weak", "flag"),
    Column("measured", "count"),
    Column("of", "count"),
)
_STEPS = (
    *_KEY,
    Column("rank", "count"),
    Column("work", "work"),
    Column("name_id"),
    Column("name_en"),
    Column("dimension", "dimension"),
    Column("measure", "word", "measure"),
    Column("executor", "executor"),
    Column("addressee", "addressee"),
    Column("year", "year"),
    Column("start_month", "count"),
    Column("months", "count"),
    Column("cost", "rupiah"),
    Column("cost_low", "rupiah"),
    Column("cost_high", "rupiah"),
    Column("running_cost", "rupiah"),
    Column("need", "word", "need-served"),
    Column("shared_group", "word", "shared-group"),
    Column("shared_villages", "count"),
    Column("budget_code", "code"),
    Column("called_by", "codes"),
    Column("requires", "codes"),
    Column("improves", "codes"),
)
_FINDINGS = (
    *_KEY,
    Column("rule", "rule"),
    Column("kind", "word", "finding-kind"),
    Column("about"),
    Column("dimension", "dimension"),
    Column("assumed", "flag"),
    Column("doubtful", "flag"),
    Column("text_id"),
    Column("text_en"),
)
_LEFT_OUT = (
    *_KEY,
    Column("work", "work"),
    Column("name_id"),
    Column("name_en"),
    Column("reason", "reason"),
    Column("cost", "rupiah"),
    Column("binds", "codes"),
    Column("by", "codes"),
    Column("missing", "codes"),
)
_MONEY = (
    *_KEY,
    Column("source", "source"),
    Column("year", "year"),
    Column("budget", "rupiah"),
    Column("existing", "rupiah"),
    Column("planned", "rupiah"),
    Column("running", "rupiah"),
    Column("services", "rupiah"),
    Column("reserve", "rupiah"),
    Column("left", "rupiah"),
)
_OUTLOOK = (
    *_KEY,
    Column("year", "year"),
    Column("expected", "index"),
    Column("all_done", "index"),
    Column("trend", "index"),
    Column("class", "class"),
    Column("chance", "share"),
)


def tidy_frames(plans: Iterable[Plan], kb: KnowledgeBase) -> tuple[Frame, ...]:
    """Return the tables of the plans, rows by village code and in the order of each plan."""
    ordered = sorted(plans, key=village_key)
    made = (
        ("villages", _VILLAGE, lambda plan: _village(plan, kb)),
        ("village_scores", _DIMENSIONS, _dimensions),
        ("steps", _STEPS, _steps),
        ("findings", _FINDINGS, _findings),
        ("left_out", _LEFT_OUT, _left_out),
        ("village_money", _MONEY, _money),
        ("village_outlook", _OUTLOOK, _outlook),
    )
    return tuple(
        Frame(
            name,
            columns,
            tuple((plan.village.code, plan.village.code_scheme, *row) for plan in ordered for row in rows(plan)),
        )
        for name, columns, rows in made
    )


def population_of(plan: Plan, kb: KnowledgeBase) -> int | None:
    """Return the residents that were given, never those assumed."""
    names = (name for name, fact in kb.facts.items() if fact.counts == "residents")
    values = (plan.facts.get(name) for name in names)
    return next((int(v) for v in values if isinstance(v, int | float) and not isinstance(v, bool)), None)


def own_money(plan: Plan) -> int:
    """Return the rupiah of the steps that the village builds itself."""
    return sum(step.cost.total for step in plan.steps if step.executor == VILLAGE)


def _village(plan: Plan, kb: KnowledgeBase) -> Iterator[tuple[Cell, ...]]:
    village, index = plan.village, plan.scores.index
    own = [step for step in plan.steps if step.executor == VILLAGE]
    places: list[Cell] = []
    for level in PLACES:
        places += [place_of(kb, village.code, village.code_scheme, level), getattr(village, level) or None]
    yield (
        village.name or None,
        *places,
        plan.data.framework,
        plan.data.year,
        index.value if index else None,
        index.published if index else None,
        index.class_ if index else None,
        plan.status,
        population_of(plan, kb),
        len(plan.values),
        len(plan.facts),
        len(plan.questions),
        len(plan.findings),
        len(plan.steps),
        len(own),
        own_money(plan),
        sum(step.cost.total for step in plan.steps if step.executor != VILLAGE),
        len(plan.deferred),
    )


def _dimensions(plan: Plan) -> Iterator[tuple[Cell, ...]]:
    for name, found in plan.scores.dimensions.items():
        yield name, found.score, found.weak, found.measured, found.of


def _steps(plan: Plan) -> Iterator[tuple[Cell, ...]]:
    for step in plan.steps:
        yield (
            step.rank,
            step.intervention,
            step.name.id,
            step.name.en,
            step.dimension,
            step.measure,
            step.executor,
            step.addressee,
            step.year,
            step.start_month + 1,
            step.months,
            step.cost.total,
            step.cost.low,
            step.cost.high,
            step.running_cost_per_year,
            step.serves,
            step.shared.group if step.shared else None,
            step.shared.villages if step.shared else None,
            step.budget_code,
            tuple(step.called_by),
            tuple(step.requires),
            tuple(f"{name} {change.from_}>{change.to}" for name, change in step.improves.items()),
        )


def _findings(plan: Plan) -> Iterator[tuple[Cell, ...]]:
    for found in plan.findings:
        yield (
            found.rule,
            found.kind,
            found.about,
            found.dimension,
            found.assumed,
            found.doubtful,
            found.text.id,
            found.text.en,
        )


def _left_out(plan: Plan) -> Iterator[tuple[Cell, ...]]:
    for left in plan.deferred:
        cost = left.detail.get("cost")
        yield (
            left.intervention,
            left.name.id,
            left.name.en,
            left.reason,
            cost if isinstance(cost, int) else None,
            *(tuple(map(str, left.detail.get(key) or ())) for key in ("binds", "by", "missing")),
        )


def _money(plan: Plan) -> Iterator[tuple[Cell, ...]]:
    for row in plan.money:
        yield (
            row.source,
            row.year,
            row.budget,
            row.existing,
            row.planned,
            row.running,
            row.services,
            row.reserve,
            row.left,
        )


def _outlook(plan: Plan) -> Iterator[tuple[Cell, ...]]:
    """Yield for each year a row a class with its chance; one row where nobody has counted such villages."""
    for year in plan.outlook:
        now = (year.year, year.expected.index, year.all_done.index, year.trend.index)
        for slug, chance in (year.chance or {}).items():
            yield *now, slug, chance / 1000
        if not year.chance:
            yield *now, None, None
