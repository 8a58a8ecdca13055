"""Everything known of a village and its schedule -> the plan of the document, every list in its stated order."""

from __future__ import annotations

from recommender.model.findings import Finding
from recommender.model.plan import CarriedOver, Deferred, Objective, Plan, Rejected, Status, Step, TargetReached
from recommender.model.plan_parts import (
    DataInfo,
    DataProblem,
    Previous,
    UndeterminedRule,
    VillageIdentity,
)
from recommender.model.village import plain_value
from recommender.pipeline.assembling.deferred import deferred_works
from recommender.pipeline.assembling.empty_years import empty_years
from recommender.pipeline.assembling.measured import finding_entry, scores
from recommender.pipeline.assembling.money import assumed_money, earmark_rows, existing_rows, money_rows, rule_rows
from recommender.pipeline.assembling.open_rules import within_reach
from recommender.pipeline.assembling.outlook import outlook
from recommender.pipeline.assembling.questions import assumptions, build_questions
from recommender.pipeline.assembling.readiness import readiness
from recommender.pipeline.assembling.steps import build_steps, upkeep_lines
from recommender.pipeline.index import values_after
from recommender.pipeline.planning.planner import Planned
from recommender.pipeline.prepared import Prepared
from recommender.pipeline.target import lacking


def assemble(prepared: Prepared, planned: Planned) -> Plan:
    """Return the plan document's entry for the village."""
    village, kb, judged, asked = prepared.village, prepared.kb, prepared.judged, prepared.asked
    scored = judged.scored
    reachable = within_reach(judged, kb)
    steps, paid = build_steps(prepared, planned)
    deferred = deferred_works(prepared, planned)
    assumed = assumptions(prepared)
    questions = build_questions(prepared, planned, reachable, assumed)
    start_year, years = asked.options.start_year, prepared.built.problem.years
    return Plan(
        village=VillageIdentity.copied(village),
        data=DataInfo.copied(
            scored,
            source=village.source,
            sha256=village.sha256,
            problems=[
                DataProblem.copied(found, where=_place(found.where), message_id=found.message_id or found.message)
                for found in sorted(set(scored.problems))
            ],
        ),
        values=dict(scored.values),
        previous=None
        if scored.previous is None
        else Previous(year=scored.previous[0], values=dict(sorted(scored.previous[1].items()))),
        facts={name: plain_value(value) for name, value in sorted(village.facts.items())},
        assumptions=assumed,
        status=_status(prepared, planned, deferred),
        scores=scores(scored),
        readiness=readiness(judged.observed, judged.matched, kb, scored.year),
        findings=[finding_entry(finding, judged, kb) for finding in judged.matched.findings],
        beyond=[finding_entry(finding, judged, kb) for finding in _beyond(prepared)],
        undetermined=[UndeterminedRule.copied(entry) for entry in reachable.undetermined],
        questions=questions,
        steps=steps,
        deferred=deferred,
        met=list(prepared.choice.met),
        outlook=outlook(prepared, planned),
        objective=Objective.copied(planned, name=asked.options.objective, gap=_gap(planned)),
        target=_target(prepared, planned, steps),
        money=money_rows(prepared, steps, paid),
        earmarks=earmark_rows(prepared, paid),
        empty_years=empty_years(start_year, years, steps, deferred, questions),
        assumed_money=assumed_money(prepared),
        existing=existing_rows(prepared),
        rules=rule_rows(prepared, steps, paid),
        upkeep=upkeep_lines(prepared, steps, paid),
        carried=_carried(prepared, steps),
    )


def _beyond(prepared: Prepared) -> list[Finding]:
    """Return what calls a work beyond a target."""
    calling = {
        rule for candidate, _ in prepared.built.parts for rules in candidate.called_by.values() for rule in rules
    }
    return sorted((f for f in prepared.judged.beyond if f.rule in calling), key=lambda finding: finding.rule)


def _carried(prepared: Prepared, steps: list[Step]) -> CarriedOver | None:
    carried = prepared.asked.carried
    if carried is None:
        return None
    planned = {step.intervention for step in steps}
    return CarriedOver.copied(
        carried,
        from_=carried.start_year,
        rejected=[Rejected(intervention=name, reason=why) for name, why in carried.rejected.items()],
        again=sorted(planned.intersection(carried.open)),
        dropped=sorted(set(carried.open) - planned),
        instalments={str(year): amount for year, amount in carried.instalments.items()},
        due={name: {str(year): amount for year, amount in by.items()} for name, by in carried.due.items()},
    )


def _target(prepared: Prepared, planned: Planned, steps: list[Step]) -> TargetReached | None:
    """Return whether the target was reached, by the values that all works done give."""
    target, framework = prepared.asked.options.target, prepared.framework
    if target is None:
        return None
    missing = None
    if planned.missing is not None and framework is not None:
        effects = [prepared.improves(work) for work in planned.schedule]
        after = values_after(framework, prepared.judged.scored.values, effects)
        missing = float(lacking(framework, prepared.kb, after, target))
    cost = sum(step.cost.total for step in steps)
    return TargetReached(reached=planned.missing == 0, cost=cost, missing=missing, proven=planned.proven)


def _gap(planned: Planned) -> float | None:
    """Return how far the bound lies above the value, as a share of the bound; None without a bound."""
    if planned.bound is None:
        return None
    return round((planned.bound - planned.value) / planned.bound, 6) if planned.bound else 0.0


def _place(where: str) -> str:
    """Return where a problem stands without the folders of a machine: the document is the same wherever it is made."""
    head, colon, rest = where.partition(":")
    return head.replace("\\", "/").rsplit("/", 1)[-1] + colon + rest


def _status(prepared: Prepared, planned: Planned, deferred: list[Deferred]) -> Status:
    scored = prepared.judged.scored
    if planned.schedule:
        return "planned"
    if not scored.values and not prepared.village.facts:
        return "too-little-data"
    if not prepared.judged.needs:
        measured = sum(standing.measured for standing in scored.dimensions.values())
        return "nothing-to-do" if measured else "too-little-data"
    return "budget-too-small" if any(d.reason in ("over-budget", "running-cost") for d in deferred) else "nothing-to-do"
