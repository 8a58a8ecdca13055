"""Checks a plan document from the document and the knowledge alone: values, findings, costs, order, money, outlook.

What was measured is taken from the document; everything that follows from it is derived again and compared, and every
constraint of the plan is checked in words. Where nothing is found so far, the whole plan is made again from the
document's own schedule and compared. The search is not run again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from recommender.language.errors import Problem, UsageError, problem
from recommender.model.conditions import SCALE
from recommender.model.knowledge import Intervention, KnowledgeBase
from recommender.model.nouns import VILLAGE
from recommender.model.plan import KnowledgeInfo, Plan, PlanDocument, Step
from recommender.model.priced import Priced
from recommender.model.village import fact_value
from recommender.pipeline.assembling.open_rules import within_reach
from recommender.pipeline.costs import units_of
from recommender.pipeline.engine import judge
from recommender.pipeline.index import index_of
from recommender.pipeline.prices import localised
from recommender.request.request import Request, make_request
from recommender.verbs.verifying.constraints import broken_constraints
from recommender.verbs.verifying.joint_money import joint_problems
from recommender.verbs.verifying.rederiving import differences
from recommender.verbs.verifying.restoring import options_of, village_of

_HASH_SHOWN = 12


def verify(document: PlanDocument, kb: KnowledgeBase) -> list[Problem]:
    """Return a problem for each thing in the document that does not hold, by village; empty when all is right."""
    if document.knowledge.sha256 != kb.sha256:
        return list(_other_knowledge(document.knowledge, kb))
    try:
        request = make_request(options_of(document), kb)
        stated = request.stated(str(document.options["engine"]))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        return [problem("options", "bad-options", reason=repr(error))]
    except UsageError as error:
        return [replace(one, code="bad-options") for one in error.problems]
    problems: list[Problem] = []
    for key in sorted(stated.keys() | document.options.keys()):
        if stated.get(key) != document.options.get(key):
            values = {"stated": str(document.options.get(key)), "derived": str(stated.get(key))}
            problems.append(problem("options", "options", key=key, **values))
    codes = [plan.village.code.replace(".", "") for plan in document.plans]
    if codes != sorted(codes):
        problems.append(problem("plans", "order.plans"))
    for plan in document.plans:
        found = list(_check(plan, kb, request)) or list(differences(plan, kb, request))
        problems += [replace(one, where=plan.village.code) for one in found]
    return [*problems, *joint_problems(document)]


def _other_knowledge(made: KnowledgeInfo, kb: KnowledgeBase) -> Iterator[Problem]:
    """Yield what must be given instead: the overlays that the plan was made with, else another folder."""
    stated, given = ({one.name: one.sha256[:_HASH_SHOWN] for one in info.overlays} for info in (made, kb))
    where, differing = "knowledge", False
    for name in [*stated, *(name for name in given if name not in stated)]:
        if name not in given:
            found = problem(where, "other-knowledge.not-given", name=name, sha=stated[name])
        elif name not in stated:
            found = problem(where, "other-knowledge.not-used", name=name)
        elif stated[name] != given[name]:
            found = problem(where, "other-knowledge.differs", name=name, sha=stated[name], here_sha=given[name])
        else:
            continue
        differing = True
        yield found
    if not differing and list(stated) != list(given):
        yield problem(where, "other-knowledge.order", names=", ".join(stated))
    elif not differing:
        sha, here_sha, here = made.sha256[:_HASH_SHOWN], kb.sha256[:_HASH_SHOWN], kb.about.version
        yield problem(where, "other-knowledge", version=made.version, sha=sha, here=here, here_sha=here_sha)


def _check(plan: Plan, kb: KnowledgeBase, request: Request) -> Iterator[Problem]:
    strange = [step.intervention for step in plan.steps if step.intervention not in kb.interventions]
    for name in strange:
        yield problem("", "unknown-intervention.plan", name=name)
    if strange:
        return
    yield from _measured(plan, kb, request)
    yield from _references(plan, request)
    yield from _costs(plan, kb, request)
    yield from _gains(plan, kb)
    yield from broken_constraints(plan, kb, request.of(village_of(plan)))


def _measured(plan: Plan, kb: KnowledgeBase, request: Request) -> Iterator[Problem]:
    """Derive scores and findings again from the values in the document."""
    framework = kb.frameworks.get(plan.data.framework or "")
    for name, value in plan.values.items():
        if framework is None or name not in framework.by_indicator:
            yield problem("", "unknown-indicator.plan", name=name)
            return
        if not framework.lowest <= value <= framework.highest:
            yield problem(
                "", "bad-value.plan", name=name, value=value, lowest=framework.lowest, highest=framework.highest
            )
            return
    judged = judge(village_of(plan), kb, request)
    index = judged.scored.index
    stated = plan.scores.index
    derived = None if index is None or index.value is None else (float(index.value), index.class_slug)
    if derived != (None if stated is None or stated.value is None else (stated.value, stated.class_)):
        yield problem("", "index", derived=str(derived))
    for name, standing in judged.scored.dimensions.items():
        said = plan.scores.dimensions.get(name)
        score = None if standing.score is None else standing.score / SCALE
        if said is None or (said.score, said.weak, said.measured) != (score, standing.weak, standing.measured):
            yield problem("", "dimension", name=name, score=score, measured=standing.measured)
    marks = {one.rule: (kb.rules[one.rule].mark, one.assumed, one.doubtful) for one in judged.matched.findings}
    said_marks = {one.rule: (one.kind, one.assumed, one.doubtful) for one in plan.findings}
    for rule in sorted(marks.keys() | said_marks.keys()):
        if marks.get(rule) != said_marks.get(rule):
            derived_marks, stated_marks = marks.get(rule), said_marks.get(rule)
            yield problem("", "finding", rule=rule, derived=str(derived_marks), stated=str(stated_marks))
    reachable = within_reach(judged, kb)
    missing = {entry.rule: list(entry.missing) for entry in reachable.undetermined}
    if missing != {entry.rule: entry.missing for entry in plan.undetermined}:
        yield problem("", "undetermined")


def _references(plan: Plan, request: Request) -> Iterator[Problem]:
    findings = {finding.rule for finding in plan.reasons}
    steps = {step.intervention: step for step in plan.steps}
    needed = {name for step in plan.steps for name in step.requires}
    for finding in plan.findings:
        if not finding.evidence:
            yield problem("", "evidence", rule=finding.rule)
    if len(steps) != len(plan.steps):
        yield problem("", "twice")
    for name in sorted(steps.keys() & {deferred.intervention for deferred in plan.deferred}):
        yield problem("", "step-and-deferred", work=name)
    for step in plan.steps:
        strange = sorted(set(step.called_by) - findings)
        if strange:
            yield problem("", "called-by", work=step.intervention, rules=", ".join(strange))
        if not step.called_by and step.intervention not in needed and step.intervention not in request.options.pins:
            yield problem("", "uncalled", work=step.intervention)
        for name in (*step.requires, *step.conditional_on):
            if name not in steps:
                yield problem("", "missing-prerequisite", work=step.intervention, other=name)
        if (step.executor == VILLAGE) != (step.document == "rkpdes"):
            yield problem("", "document", work=step.intervention, executor=step.executor, document=step.document)
    if [step.rank for step in plan.steps] != list(range(1, len(plan.steps) + 1)):
        yield problem("", "rank")
    years = [step.year for step in plan.steps]
    if years != sorted(years):
        yield problem("", "order")


def _costs(plan: Plan, kb: KnowledgeBase, request: Request) -> Iterator[Problem]:
    facts = {name: fact_value(value) for name, value in plan.facts.items()}
    facts.update({made.fact: fact_value(made.value) for made in plan.assumptions})
    for step in plan.steps:
        work = kb.interventions[step.intervention]
        units = units_of(work.quantity, facts.get(work.quantity.fact or ""))
        cost = step.cost
        if units:
            derived = _priced(step, units, _unit_price(work, kb, plan, request))
            if cost.total not in derived:
                yield problem("", "cost", work=step.intervention, stated=cost.total, derived=derived[0])
        if sum(line.amount for line in step.lines) != cost.total:
            yield problem("", "cost-lines", work=step.intervention, total=cost.total)
        if sum(cost.by_source.values()) != cost.total:
            yield problem("", "cost-by-source", work=step.intervention, total=cost.total)
        if sum(cost.by_year.values()) != cost.total:
            yield problem("", "cost-by-year", work=step.intervention, total=cost.total)
        if step.executor not in work.executors:
            yield problem("", "executor", work=step.intervention, executor=step.executor)


def _unit_price(work: Intervention, kb: KnowledgeBase, plan: Plan, request: Request) -> Priced:
    district, options = village_of(plan).district_code, request.options
    return localised(work, kb, district or "", options.start_year, options.prices == "nominal")


def _priced(step: Step, units: int, unit: Priced) -> tuple[int, int]:
    """Return what a step may cost by its volume: a share of the whole price, or the price of a smaller size; of a
    service in each of its years."""
    is_service = step.measure == "service"
    brought = [line.volume.amount for line in step.lines[: 1 if is_service else None] if line.volume is not None]
    amount = sum(brought) if step.volume is None else step.volume.amount
    volume = round(amount * SCALE) if amount else units
    years = len(step.lines) if is_service else 1
    return unit.of(units)[1] * volume // units * years, unit.of(volume)[1] * years


def _gains(plan: Plan, kb: KnowledgeBase) -> Iterator[Problem]:
    """Follow the values through the steps: each change begins where the one before ended; there the outlook ends."""
    framework = kb.frameworks.get(plan.data.framework or "")
    if framework is None:
        return
    values = dict(plan.values)
    for step in plan.steps:
        for name, change in step.improves.items():
            effect = kb.interventions[step.intervention].improves.get(name)
            ladder = framework.by_indicator[name].levels if name in framework.by_indicator else {}
            if (
                values.get(name) != change.from_
                or change.to not in ladder
                or change.to <= change.from_
                or effect is None
            ):
                yield problem("", "improves", work=step.intervention, name=name, first=change.from_, then=change.to)
            values[name] = change.to
    index = index_of(framework, values)
    if plan.outlook and index is not None and plan.outlook[-1].all_done.index != float(index):
        yield problem("", "outlook", index=f"{float(index):.6f}")
    ends = sorted({year.year for year in plan.outlook})
    if ends != [year.year for year in plan.outlook]:
        yield problem("", "outlook.years")
