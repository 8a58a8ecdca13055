"""recommend(): the one place that knows the order of the stages.

village -> scores -> findings -> needs -> candidates -> problem -> schedule -> plan. Each stage is a plain function of
frozen inputs; evidence rides in the results.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Literal

from recommender.model.knowledge import KnowledgeBase
from recommender.model.needs import Judged
from recommender.model.village import Village
from recommender.pipeline.assembling.assembly import assemble
from recommender.pipeline.beyond import beyond_findings
from recommender.pipeline.candidates import choose_candidates
from recommender.pipeline.data_age import with_age
from recommender.pipeline.documents import Result
from recommender.pipeline.matching.matcher import compile_rules
from recommender.pipeline.needs import build_needs
from recommender.pipeline.planning.planner import Planned, make_cheapest_plan, make_plan
from recommender.pipeline.planning.problem import Schedule
from recommender.pipeline.planning.village_problem import build_problem
from recommender.pipeline.prepared import Prepared
from recommender.pipeline.scoring import observe, score_village
from recommender.pipeline.target import with_target
from recommender.request.ongoing import OngoingProgramme
from recommender.request.options import Budget, Options, Target
from recommender.request.request import Request, VillageRequest, make_request


def judge(village: Village, kb: KnowledgeBase, request: Request) -> Judged:
    """Return scores, findings and needs of a village."""
    options, asked = request.options, request.of(village)
    scored = with_age(score_village(village, kb, request.settings, options.data_year), village, kb, request)
    observed = observe(village, kb, scored)
    matcher = compile_rules(kb, scored.year or datetime.MAXYEAR, options.engine)
    matched = matcher.match(observed, measured_only=options.measured_only)
    beyond = beyond_findings(scored, observed, matched, kb, matcher)
    needs = build_needs((*matched.findings, *beyond), scored, kb, asked)
    return Judged(scored, observed, matched, needs, beyond)


def prepare(village: Village, kb: KnowledgeBase, request: Request, judged: Judged | None = None) -> Prepared:
    """Return everything that the search may know of a village, and what it is to reach.

    `judged` is what is known of it already, where only costs or money are other.
    """
    judged, asked = judged or judge(village, kb, request), request.of(village)
    choice = choose_candidates(judged, kb, asked)
    built = build_problem(judged, choice, kb, asked)
    target = request.options.target
    aimed = with_target(built, judged.scored, kb, target) if target is not None else None
    built, goal = aimed if aimed is not None else (built, None)
    return Prepared(village, kb, asked, judged, choice, built, goal)


def granted_anew(prepared: Prepared, asked: VillageRequest) -> Prepared:
    """Return a village that was prepared for some joint money, ready for another share of it."""
    built = build_problem(prepared.judged, prepared.choice, prepared.kb, asked)
    return replace(prepared, asked=asked, built=built)


def schedule(prepared: Prepared, known: Schedule | None = None) -> Planned:
    """Return what the search makes of a prepared village: no worse than a schedule that is `known` to be feasible."""
    request = prepared.asked.request
    if prepared.goal is not None:
        return make_cheapest_plan(prepared.built, prepared.goal)
    return make_plan(prepared.built, request.method, request.settings.low_value_share, prepared.seed, known)


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
    existing: tuple[OngoingProgramme, ...] | None = None,
    money_rules: int | Literal["none"] | None = None,
    prices: Literal["level", "nominal"] = "level",
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
        existing=existing,
        money_rules=money_rules,
        prices=prices,
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
    return Result(village, assemble(prepared, schedule(prepared)), request, kb)
