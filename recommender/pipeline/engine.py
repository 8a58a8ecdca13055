"""recommend(): the one place that knows the order of the stages.

village -> scores -> findings -> needs -> candidates -> problem -> schedule -> plan. Each stage is a plain function of
frozen inputs; evidence rides in the results.
"""

from __future__ import annotations

import datetime
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from recommender.model.findings import Matched, Observed
from recommender.model.knowledge import KnowledgeBase
from recommender.model.needs import Choice, VillageNeed
from recommender.model.plan import Plan
from recommender.model.scores import Scored
from recommender.model.village import Village
from recommender.pipeline.assembling.assembly import assemble
from recommender.pipeline.assembling.draft import Draft
from recommender.pipeline.candidates import choose_candidates, need_rungs
from recommender.pipeline.costs import Means
from recommender.pipeline.documents import Result
from recommender.pipeline.index import achieved_values
from recommender.pipeline.matching.matcher import compile_rules
from recommender.pipeline.needs import build_needs
from recommender.pipeline.planning.exact import RequiredClosure
from recommender.pipeline.planning.planner import Planned, make_cheapest_plan, make_plan
from recommender.pipeline.planning.village_problem import VillageProblem, build_problem
from recommender.pipeline.scoring import observe, score_village
from recommender.pipeline.target import with_target
from recommender.request.last_plan import money_left
from recommender.request.options import Budget, Carried, Money, Options, Target
from recommender.request.request import Request, make_request


@dataclass(frozen=True, slots=True)
class Judged:
    """A village up to its needs: what `findings` shows, before anything is planned."""

    scored: Scored
    observed: Observed
    matched: Matched
    needs: tuple[VillageNeed, ...]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A village ready for the search: needs and candidates as a problem, money, a goal where there is one, the seed."""

    judged: Judged
    choice: Choice
    money: Money
    built: VillageProblem
    goal: RequiredClosure | None
    seed: int


def judge(village: Village, kb: KnowledgeBase, request: Request, carried: Carried | None = None) -> Judged:
    """Return scores, findings and needs of a village; `carried` is what its last plan left behind."""
    options = request.options
    scored = score_village(village, kb, request.settings, options.data_year)
    observed = observe(village, kb, scored)
    matcher = compile_rules(kb, scored.year or datetime.MAXYEAR, options.engine)
    matched = matcher.match(observed, measured_only=options.measured_only)
    needs = build_needs(
        matched.findings,
        scored,
        kb,
        request.settings,
        options.objective,
        achieved_values(scored, carried, kb) if carried is not None else {},
        carried.there if carried is not None else (),
    )
    return Judged(scored, observed, matched, needs)


def recommend(
    village: Village,
    kb: KnowledgeBase,
    *,
    start_year: int,
    years: int | None = None,
    budget: Budget | None = None,
    data_year: int | None = None,
    objective: Literal["smart", "index"] = "smart",
    pins: tuple[str, ...] = (),
    bans: tuple[str, ...] = (),
    reasons: Mapping[str, str] | None = None,
    own_means: bool = False,
    measured_only: bool = False,
    method: Literal["auto", "fast", "exact"] = "auto",
    engine: Literal["auto", "durable", "reference"] = "auto",
    target: Target | None = None,
) -> Result:
    """Return the plan of one village; what each option means stands in `recommender.Options`.

    Raises
    ------
    UsageError
        If an option names something unknown or out of range: every such option in one exception.
    """
    options = Options(
        start_year=start_year,
        years=years,
        budget=budget,
        data_year=data_year,
        objective=objective,
        pins=pins,
        bans=bans,
        reasons=reasons or {},
        own_means=own_means,
        measured_only=measured_only,
        method=method,
        engine=engine,
        target=target,
    )
    return _recommend(village, kb, make_request(options, kb))


def recommend_all(villages: Iterable[Village], kb: KnowledgeBase, options: Options) -> Iterator[Result]:
    """Yield the plan of each village, in the order given; no village changes another's plan."""
    together = tuple(villages)
    request = make_request(options, kb, len(together))
    for village in together:
        yield _recommend(village, kb, request)


def _recommend(village: Village, kb: KnowledgeBase, request: Request) -> Result:
    prepared = prepare(village, kb, request)
    return Result(village, written(village, kb, request, prepared, schedule(prepared, request)), request, kb)


def schedule(prepared: Prepared, request: Request) -> Planned:
    """Return what the search makes of a prepared village."""
    if prepared.goal is not None:
        return make_cheapest_plan(prepared.built, prepared.goal)
    return make_plan(prepared.built, request.method, request.settings.low_value_share, prepared.seed)


def seed_of(village: Village) -> int:
    """Return the seed of the village's fast search: from its code, so that no other village changes its plan."""
    return zlib.crc32(":".join(village.key).encode())


def written(village: Village, kb: KnowledgeBase, request: Request, prepared: Prepared, planned: Planned) -> Plan:
    """Return the plan of a schedule, as the document holds it."""
    judged = prepared.judged
    draft = Draft(
        village,
        judged.scored,
        judged.observed,
        judged.matched,
        judged.needs,
        prepared.choice,
        prepared.built,
        planned,
    )
    return assemble(draft, kb, request.settings, prepared.money, request.options)


def prepare(village: Village, kb: KnowledgeBase, request: Request) -> Prepared:
    """Return everything that the search may know of a village, and what it is to reach."""
    options, money = request.options, request.money
    carried = options.carried.get(village.key)
    bans = {name: options.reasons.get(name, "") for name in options.bans}
    judged = judge(village, kb, request, carried)
    if carried is not None:
        money = money_left(money, carried, options.start_year)
    framework = kb.frameworks[judged.scored.framework] if judged.scored.framework is not None else None
    choice = choose_candidates(
        judged.needs,
        judged.matched,
        judged.observed,
        framework,
        kb,
        request.settings,
        Means(
            best_year=max(money.totals),
            poorest_year=min(money.totals),
            years=request.years,
            own_only=options.own_means,
            start_year=options.start_year,
            at_price_level=money.at_price_level,
        ),
        judged.scored.year,
        measured_only=options.measured_only,
        pins=options.pins,
        bans={**carried.rejected, **bans} if carried is not None else bans,
        there=carried.there if carried is not None else (),
    )
    built = build_problem(
        judged.needs,
        {need.subject: need_rungs(need, framework) for need in judged.needs},
        choice,
        {name: work.package for name, work in kb.interventions.items() if work.package is not None},
        {(name, other) for name, work in kb.interventions.items() for other in work.excludes},
        {name: work.focus for name, work in kb.interventions.items()},
        money,
        request.settings,
        options.pins,
    )
    aimed = with_target(built, choice.candidates, judged.scored, kb, options.target) if options.target else None
    built, goal = aimed if aimed is not None else (built, None)
    return Prepared(judged, choice, money, built, goal, seed_of(village))
