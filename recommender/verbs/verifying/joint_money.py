"""The joint money of a document against its plans: what is drawn and shared, once for each group; what it is worth."""

from __future__ import annotations

from collections.abc import Iterator

from recommender.language.errors import Problem, problem
from recommender.language.wording import Phrase, phrase
from recommender.model.joint_money import JointPlan, JointShared
from recommender.model.plan import Plan, PlanDocument, Step


def joint_problems(document: PlanDocument) -> Iterator[Problem]:
    """Yield what does not hold of each district's joint money; where plans are missing only what needs none."""
    by_code = {plan.village.code: plan for plan in document.plans}
    for joint in document.joint:
        where = f"joint {joint.district}"
        yield from _over(joint, where)
        if all(village.code in by_code for village in joint.villages):
            plans = {village.code: by_code[village.code] for village in joint.villages}
            yield from _planned(joint, plans, where)
            yield from _shared(joint, plans, where)
            value = sum(plan.objective.value for plan in plans.values())
            if value != sum(joint.value):
                yield problem(where, "joint-value", stated=sum(joint.value), derived=value)


def _over(joint: JointPlan, where: str) -> Iterator[Problem]:
    """Check that what is granted, and each shared work once, is no more than there is."""
    for source, amounts in joint.amounts.items():
        for year, most in amounts.items():
            used = sum(village.granted.get(source, {}).get(year, 0) for village in joint.villages)
            used += sum(work.by_year.get(year, 0) for work in joint.shared if work.source == source)
            if used > most:
                yield problem(where, "joint-over", source=source, year=year, amount=used, most=most)


def _planned(joint: JointPlan, plans: dict[str, Plan], where: str) -> Iterator[Problem]:
    """Check what the plans take: steps that a village pays alone out of its grant, shared works once."""
    joined = {village.code: village.joined for village in joint.villages}
    for source, amounts in joint.planned.items():
        for year, stated in amounts.items():
            derived = sum(work.by_year.get(year, 0) for work in joint.shared if work.source == source)
            derived += sum(
                line.by_source.get(source, 0)
                for code, plan in plans.items()
                for step in plan.steps
                if step.funded == source and step.intervention not in joined[code]
                for line in step.lines
                if str(line.year) == year
            )
            if derived != stated:
                yield problem(where, "joint-planned", source=source, year=year, stated=stated, derived=derived)


def _shared(joint: JointPlan, plans: dict[str, Plan], where: str) -> Iterator[Problem]:
    """Check that those who have a shared work may join it, that it is there by then, and that all are named."""
    named = {(work.intervention, code) for work in joint.shared for code in work.villages}
    for work in joint.shared:
        for why in _broken(joint, work, plans):
            yield problem(where, "joint-shared", work=work.intervention, place=work.place, why=why)
    for village in joint.villages:
        for name in village.joined:
            if _step(plans[village.code], name) is not None and (name, village.code) not in named:
                why = phrase("joint-unnamed", code=village.code)
                yield problem(where, "joint-shared", work=name, place=village.code, why=why)


def _broken(joint: JointPlan, work: JointShared, plans: dict[str, Plan]) -> Iterator[Phrase]:
    if len(work.villages) > work.size:
        yield phrase("joint-too-many", count=len(work.villages), most=work.size)
    for code in work.villages:
        step = _step(plans[code], work.intervention) if code in plans else None
        if step is None:
            yield phrase("joint-without-step", code=code)
        elif step.year < work.year:
            yield phrase("joint-too-early", code=code, year=step.year, paid=work.year)


def _step(plan: Plan, name: str) -> Step | None:
    return next((step for step in plan.steps if step.intervention == name), None)
