"""Everything known of a village and its schedule -> the plan of the document, every list in its stated order."""

from __future__ import annotations

from recommender.model.conditions import SCALE, Interval, KnownFact
from recommender.model.findings import Evidence, Finding
from recommender.model.knowledge import KnowledgeBase
from recommender.model.plan import CarriedOver, Deferred, Objective, Plan, Rejected, Status, Step, TargetReached
from recommender.model.plan_parts import (
    AssumptionMade,
    BothLanguages,
    DataInfo,
    DataProblem,
    DimensionScore,
    EvidenceEntry,
    FindingEntry,
    IndexScore,
    Previous,
    Scores,
    UndeterminedRule,
    Value,
    VillageIdentity,
)
from recommender.model.scores import Scored
from recommender.model.settings import Settings
from recommender.model.village import plain_value
from recommender.pipeline.assembling.draft import Draft
from recommender.pipeline.assembling.outlook import Done, outlook
from recommender.pipeline.assembling.questions import build_questions
from recommender.pipeline.assembling.reach import within_reach
from recommender.pipeline.assembling.readiness import readiness
from recommender.pipeline.assembling.steps import build_steps, earmark_rows, money_rows
from recommender.pipeline.assembling.wording import reason
from recommender.pipeline.index import values_after
from recommender.pipeline.planning.left_out import why_left_out
from recommender.pipeline.planning.planner import Planned
from recommender.pipeline.planning.problem import done_year
from recommender.pipeline.target import lacking
from recommender.request.options import Carried, Money, Options


def assemble(draft: Draft, kb: KnowledgeBase, settings: Settings, money: Money, options: Options) -> Plan:
    """Return the plan document's entry for the village."""
    scored, village = draft.scored, draft.village
    problem, planned = draft.built.problem, draft.planned
    framework = kb.frameworks[scored.framework] if scored.framework is not None else None
    reachable = within_reach(draft.matched, draft.observed, framework, kb, scored.year)
    steps, paid = build_steps(draft, kb, money, options.start_year)
    deferred = _deferred(draft, kb, options.start_year)
    assumed = {} if options.measured_only else _assumptions(draft)
    names = {work: name for name, work in draft.built.number.items()}
    step_values = {names[work]: value for work, value in planned.values.items()}
    conditional = {step.intervention for step in steps if step.conditional_on or step.executor != "village"}
    done = [
        Done(
            done_year(problem, work, start),
            names[work] not in conditional,
            draft.choice.candidates[names[work]].improves,
        )
        for work, start in sorted(draft.planned.schedule.items())
    ]
    return Plan(
        village=VillageIdentity(
            code=village.code,
            code_scheme=village.code_scheme,
            name=village.name,
            subdistrict=village.subdistrict,
            district=village.district,
            province=village.province,
        ),
        data=DataInfo(
            framework=scored.framework,
            year=scored.year,
            source=village.source,
            sha256=village.sha256,
            problems=[
                DataProblem(
                    code=found.code,
                    where=_place(found.where),
                    message=found.message,
                    message_id=found.message_id or found.message,
                )
                for found in sorted(set(scored.problems))
            ],
        ),
        values=dict(scored.values),
        previous=None
        if scored.previous is None
        else Previous(year=scored.previous[0], values=dict(sorted(scored.previous[1].items()))),
        facts={name: plain_value(value) for name, value in sorted(village.facts.items())},
        assumptions=[
            AssumptionMade(
                fact=fact,
                value=plain_value(draft.observed.assumed[fact]),
                reason=_both(kb.facts[fact].assumption.reason),  # type: ignore[union-attr]
                affects=list(works),
            )
            for fact, works in sorted(assumed.items())
        ],
        status=_status(draft, deferred),
        scores=_scores(scored),
        readiness=readiness(draft.observed, draft.matched, kb, scored.year),
        findings=[_finding(finding, draft, kb) for finding in draft.matched.findings],
        undetermined=[
            UndeterminedRule(rule=entry.rule, missing=list(entry.missing)) for entry in reachable.undetermined
        ],
        questions=build_questions(draft.needs, reachable, draft.choice, assumed, step_values, kb, settings),
        steps=steps,
        deferred=deferred,
        met=list(draft.choice.met),
        outlook=outlook(scored, done, kb, settings, options.start_year, money.years),
        objective=Objective(
            name=options.objective,
            value=planned.value,
            bound=planned.bound,
            gap=_gap(planned),
            method=planned.method,
            proven=planned.proven,
        ),
        target=_target(draft, kb, options, steps),
        money=money_rows(draft, kb, paid, money, options.start_year),
        earmarks=earmark_rows(paid, money, options.start_year),
        carried=_carried(options.carried.get(village.key), steps),
    )


def _doubt(draft: Draft, name: str) -> dict[str, object]:
    """Return the doubtful indicator that a dear work rests on, and its cost."""
    candidate = draft.choice.candidates[name]
    doubtful = [need.subject for need in draft.needs if need.doubtful]
    served = [subject for subject in doubtful if subject in candidate.serves]
    return {"indicator": (served or doubtful)[0], "cost": candidate.cost}


def _carried(carried: Carried | None, steps: list[Step]) -> CarriedOver | None:
    if carried is None:
        return None
    planned = {step.intervention for step in steps}
    return CarriedOver(
        from_=carried.start_year,
        done=list(carried.done),
        under_way=list(carried.under_way),
        rejected=[Rejected(intervention=name, reason=why) for name, why in carried.rejected.items()],
        again=sorted(planned.intersection(carried.open)),
        dropped=sorted(set(carried.open) - planned),
        instalments={str(year): amount for year, amount in carried.instalments.items()},
        running=carried.running,
    )


def _target(draft: Draft, kb: KnowledgeBase, options: Options, steps: list[Step]) -> TargetReached | None:
    """Return whether the target was reached, by the values that all works done give."""
    target, scored = options.target, draft.scored
    if target is None:
        return None
    cost = sum(step.cost.total for step in steps)
    missing = None
    if draft.planned.missing is not None and scored.framework is not None:
        framework = kb.frameworks[scored.framework]
        effects = [draft.choice.candidates[step.intervention].improves for step in steps]
        after = values_after(framework, scored.values, effects)
        missing = float(lacking(framework, kb, after, target))
    reached = draft.planned.missing == 0
    return TargetReached(reached=reached, cost=cost, missing=missing, proven=draft.planned.proven)


def _gap(planned: Planned) -> float | None:
    """Return how far the bound lies above the value, as a share of the bound; None without a bound."""
    if planned.bound is None:
        return None
    return round((planned.bound - planned.value) / planned.bound, 6) if planned.bound else 0.0


def _place(where: str) -> str:
    """Return where a problem stands without the folders of a machine: the document is the same wherever it is made."""
    head, colon, rest = where.partition(":")
    return head.replace("\\", "/").rsplit("/", 1)[-1] + colon + rest


def _both(text: object) -> BothLanguages:
    return BothLanguages(id=text.id, en=text.en)  # type: ignore[attr-defined]


def _status(draft: Draft, deferred: list[Deferred]) -> Status:
    if draft.planned.schedule:
        return "planned"
    if not draft.scored.values and not draft.village.facts:
        return "too-little-data"
    if not draft.needs:
        measured = sum(standing.measured for standing in draft.scored.dimensions.values())
        return "nothing-to-do" if measured else "too-little-data"
    return "budget-too-small" if any(d.reason in ("over-budget", "running-cost") for d in deferred) else "nothing-to-do"


def _scores(scored: Scored) -> Scores:
    index = scored.index
    return Scores(
        dimensions={
            name: DimensionScore(
                score=None if standing.score is None else standing.score / SCALE,
                weak=standing.weak,
                measured=standing.measured,
                of=standing.of,
            )
            for name, standing in scored.dimensions.items()
        },
        index=None
        if index is None
        else IndexScore(
            framework=index.framework,
            value=None if index.value is None else float(index.value),
            published=index.published,
            class_=index.class_slug,
            components={name: None if part is None else float(part) for name, part in index.components.items()},
        ),
    )


def _finding(finding: Finding, draft: Draft, kb: KnowledgeBase) -> FindingEntry:
    return FindingEntry(
        rule=finding.rule,
        about=finding.about,
        dimension=finding.dimension,
        assumed=finding.assumed,
        doubtful=finding.doubtful,
        text=reason(finding, draft.scored, draft.observed, kb),
        evidence=[_evidence(entry, draft.scored) for entry in finding.evidence],
    )


def _evidence(entry: Evidence, scored: Scored) -> EvidenceEntry:
    if entry.reads == "score":
        assert isinstance(entry.value, int)
        threshold = entry.threshold
        bound = [int(t) / SCALE for t in threshold] if isinstance(threshold, tuple) else int(threshold) / SCALE
        return EvidenceEntry(
            name=entry.name, value=scored.values[entry.name], score=entry.value / SCALE, threshold=bound
        )
    if entry.reads == "finding":
        return EvidenceEntry(name=entry.name, value=bool(entry.value), score=None, threshold=None)
    threshold = entry.threshold
    plain = [plain_value(t) for t in threshold] if isinstance(threshold, tuple) else plain_value(threshold)
    return EvidenceEntry(name=entry.name, value=_fact(entry.value), score=None, threshold=plain)


def _fact(value: KnownFact) -> Value | None:
    """Return a fact's value for the document; an interval as its two bounds in words."""
    if isinstance(value, Interval):
        return f"{plain_value(value.low)}..{plain_value(value.high)}"
    return plain_value(value)


def _assumptions(draft: Draft) -> dict[str, tuple[str, ...]]:
    """Return each assumed fact with the works that are candidates, or are not, because of it."""
    affects: dict[str, set[str]] = {}
    for name, candidate in draft.choice.candidates.items():
        for fact in candidate.assumes:
            affects.setdefault(fact, set()).add(name)
    for name, refused in draft.choice.refused.items():
        for fact in refused.detail.get("assumed", ()):
            affects.setdefault(fact, set()).add(name)
    for finding in draft.matched.findings:
        for fact in finding.assumes:
            affects.setdefault(fact, set())
    return {fact: tuple(sorted(works)) for fact, works in affects.items()}


def _deferred(draft: Draft, kb: KnowledgeBase, start_year: int) -> list[Deferred]:
    """Return the works that were called for but are not in the plan, by name."""
    problem = draft.built.problem
    names = {work: name for name, work in draft.built.number.items()}
    entries: dict[str, tuple[str, dict[str, object]]] = {}
    for name, refused in draft.choice.refused.items():
        entries[name] = (refused.reason, dict(refused.detail))
    for work, noun in enumerate(problem.works):
        if work in draft.planned.schedule or not (noun.called or noun.pinned):
            continue
        if work in draft.planned.on_doubt:
            entries[noun.name] = ("undetermined", _doubt(draft, noun.name))
            continue
        left = why_left_out(problem, draft.planned.schedule, work)
        detail: dict[str, object] = {"cost": noun.cost or noun.others_cost}
        if left.by:
            detail["by"] = [names[other] for other in left.by]
        if left.binding:
            key = "full_years" if left.reason == "capacity" else "lacking"
            years = {str(start_year + year): amount for year, amount in left.binding}
            detail[key] = list(years) if left.reason == "capacity" else years
        if left.earmark:
            detail["earmark"] = left.earmark
        if left.displaces:
            detail["displaces"] = sorted(names[other] for other in left.displaces)
        if left.rests_on:
            detail["rests_on"] = sorted(names[other] for other in left.rests_on)
        entries[noun.name] = (left.reason, detail)
    return [
        Deferred(
            intervention=name,
            name=_both(kb.interventions[name].name),
            reason=reason_,
            detail=detail,
        )
        for name, (reason_, detail) in sorted(entries.items())
    ]
