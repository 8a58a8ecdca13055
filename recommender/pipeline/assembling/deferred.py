"""Works that were called for but are not in the plan, each with its reason and what the reason rests on."""

from __future__ import annotations

from recommender.model.plan import Deferred
from recommender.model.plan_parts import BothLanguages
from recommender.pipeline.planning.left_out import LeftOut, Reasons
from recommender.pipeline.planning.planner import Planned
from recommender.pipeline.prepared import Prepared

Told = tuple[str, dict[str, object]]  # reason and detail, as the document has them


def deferred_works(prepared: Prepared, planned: Planned) -> list[Deferred]:
    """Return the works, by name."""
    entries: dict[str, Told] = {
        name: (refused.reason, dict(refused.detail)) for name, refused in prepared.choice.refused.items()
    }
    reasons = Reasons(prepared.built.problem, planned.schedule)
    for work, noun in enumerate(prepared.built.problem.works):
        if work not in planned.schedule and (noun.called or noun.pinned):
            doubted = work in planned.on_doubt
            entries[noun.name] = _on_doubt(prepared, work) if doubted else _left_out(prepared, work, reasons.why(work))
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


def _left_out(prepared: Prepared, work: int, left: LeftOut) -> Told:
    """Return why the search left a candidate out, as the document tells it."""
    noun = prepared.built.problem.works[work]
    detail: dict[str, object] = {"cost": noun.cost or noun.others_cost}
    if left.by:
        detail["by"] = [prepared.name_of(other) for other in left.by]
    if left.binds:
        detail["binds"] = [bind.lack for bind in left.binds]
    for bind in left.binds:
        years = {str(prepared.asked.options.start_year + year): amount for year, amount in bind.lacking}
        if bind.lack == "capacity":
            detail["full_years"] = list(years)
        elif bind is left.binds[0] or "lacking" not in detail:
            detail["lacking"] = years
        if bind.earmark:
            detail["earmark"] = bind.earmark
    if left.displaces:
        detail["displaces"] = sorted(prepared.name_of(other) for other in left.displaces)
    if left.rests_on:
        detail["rests_on"] = sorted(prepared.name_of(other) for other in left.rests_on)
    return left.reason, detail
