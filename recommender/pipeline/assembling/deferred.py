"""Works that were called for but are not in the plan, each with its reason and what the reason rests on."""

from __future__ import annotations

from collections.abc import Iterable

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
    for name, parts in prepared.built.numbers.items():
        candidate = prepared.choice.candidates[name]
        work = parts[candidate.settling]
        wanted = candidate.called_by or prepared.built.problem.works[work].pinned
        if wanted and planned.schedule.keys().isdisjoint(parts):
            doubted = not planned.on_doubt.isdisjoint(parts)
            entries[name] = _on_doubt(prepared, work) if doubted else _left_out(prepared, work, reasons.why(work))
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
    detail: dict[str, object] = {"cost": prepared.candidate(work).cost}
    if left.by:
        detail["by"] = _names(prepared, work, left.by)
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
        if bind.lack == "joint-money":
            pots = {prepared.candidate(other).pot for other in (work, *left.rests_on)} - {None}
            detail["pot"] = sorted(map(str, pots))
    if left.displaces:
        detail["displaces"] = _names(prepared, work, left.displaces)
    rests_on = _names(prepared, work, left.rests_on)
    if rests_on:
        detail["rests_on"] = rests_on
    return left.reason, detail


def _names(prepared: Prepared, work: int, others: Iterable[int]) -> list[str]:
    """Return the candidates that others are parts of, but for that of the work itself."""
    return sorted({prepared.name_of(other) for other in others} - {prepared.name_of(work)})
