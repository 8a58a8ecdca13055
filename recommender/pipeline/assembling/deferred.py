"""Works that were called for but are not in the plan, each with its reason and what the reason rests on."""

from __future__ import annotations

from recommender.model.plan import Deferred
from recommender.model.plan_parts import BothLanguages
from recommender.pipeline.planning.left_out import why_left_out
from recommender.pipeline.planning.planner import Planned
from recommender.pipeline.prepared import Prepared

Told = tuple[str, dict[str, object]]  # reason and detail, as the document has them


def deferred_works(prepared: Prepared, planned: Planned) -> list[Deferred]:
    """Return the works, by name."""
    entries: dict[str, Told] = {
        name: (refused.reason, dict(refused.detail)) for name, refused in prepared.choice.refused.items()
    }
    for work, noun in enumerate(prepared.built.problem.works):
        if work not in planned.schedule and (noun.called or noun.pinned):
            doubted = work in planned.on_doubt
            entries[noun.name] = _on_doubt(prepared, work) if doubted else _left_out(prepared, planned, work)
    works = prepared.kb.interventions
    return [
        Deferred(intervention=name, name=BothLanguages.copied(works[name].name), reason=reason, detail=detail)
        for name, (reason, detail) in sorted(entries.items())
    ]


def _on_doubt(prepared: Prepared, work: int) -> Told:
    """Return the doubtful indicator that a dear work rests on, and its cost."""
    candidate = prepared.candidate(work)
    doubtful = [need.subject for need in prepared.judged.needs if need.doubtful]
    served = [subject for subject in doubtful if subject in candidate.serves]
    return "undetermined", {"indicator": (served or doubtful)[0], "cost": candidate.cost}


def _left_out(prepared: Prepared, planned: Planned, work: int) -> Told:
    """Return why the search left a candidate out."""
    problem = prepared.built.problem
    left = why_left_out(problem, planned.schedule, work)
    noun = problem.works[work]
    detail: dict[str, object] = {"cost": noun.cost or noun.others_cost}
    if left.by:
        detail["by"] = [prepared.name_of(other) for other in left.by]
    if left.binding:
        years = {str(prepared.asked.options.start_year + year): amount for year, amount in left.binding}
        if left.reason == "capacity":
            detail["full_years"] = list(years)
        else:
            detail["lacking"] = years
    if left.earmark:
        detail["earmark"] = left.earmark
    if left.displaces:
        detail["displaces"] = sorted(prepared.name_of(other) for other in left.displaces)
    if left.rests_on:
        detail["rests_on"] = sorted(prepared.name_of(other) for other in left.rests_on)
    return left.reason, detail
