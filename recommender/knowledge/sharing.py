"""How many villages share a work, from the catalog: counted in its table, else what is usual in the country."""

from __future__ import annotations

from recommender.knowledge.reference_tables import villages_counted
from recommender.model.knowledge import Intervention, KnowledgeBase
from recommender.model.settings import Settings
from recommender.model.sharing import Counted, Shared


def shared_in(work: Intervention, kb: KnowledgeBase, place: str | None, settings: Settings) -> Shared | None:
    """Return who shares a work with a village; None where the village has it alone.

    `place` is the code of the village's subdistrict (64.01.02); None where its own stands in another list. Where a
    subdistrict or district counts one village, that shares with nobody.
    """
    if work.serves is None:
        return None
    villages, basis = _villages(work, kb, place, settings)
    if villages < 2:
        return None
    return Shared(group=work.serves.group, villages=villages, basis=basis, decides=work.serves.decides)


def _villages(work: Intervention, kb: KnowledgeBase, place: str | None, settings: Settings) -> tuple[int, Counted]:
    """Return how many villages share the work, and what that number is: never more than its district or subdistrict
    counts."""
    assert work.serves is not None, "asked only of works that serve several villages"
    group = work.serves.group
    within = "district" if group == "district" else "subdistrict"
    counted = None if place is None else villages_counted(kb, place[:5] if within == "district" else place)
    if work.serves.villages is not None:
        stated = work.serves.villages
        return (stated, work.serves.basis) if counted is None or stated <= counted else (counted, "table")
    if counted is not None and group == within:
        return counted, "table"
    usual = settings.usual_villages(group)
    if counted is not None and counted < usual:
        return counted, "table"
    return usual, "judgement" if group == "neighbours" else "mean"
