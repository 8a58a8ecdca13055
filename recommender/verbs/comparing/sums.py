"""Money by group: planned, unused and what binds; what is asked of whom; what all unmet need would cost.

What villages share counts once for each group that it serves, and stands in no group where several share it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from recommender.knowledge.sharing import shared_in
from recommender.language.wording import Phrase, phrase
from recommender.model.frames import Column, Frame
from recommender.model.knowledge import KnowledgeBase
from recommender.model.nouns import VILLAGE
from recommender.model.plan import Deferred, Plan
from recommender.model.settings import Settings
from recommender.model.village import subdistrict_of
from recommender.pipeline.costs import expected_cost
from recommender.pipeline.together import GroupWork, VillageWork, works_together
from recommender.verbs.comparing.scope import Row, Scope

LIMITS = frozenset({"over-budget", "beyond-horizon", "capacity", "running-cost", "service-cost", "instalment"})
"""Reasons for which a plan has no room."""
UNMET = LIMITS | {"too-large", "no-source", "prerequisite-deferred"}
"""Reasons for which a need stays unmet; what is chosen otherwise, excluded, banned or worth little leaves none."""


def money(scope: Scope) -> Frame:
    """Return the village's money by group, source and year: all of it, what is planned, what stays unused."""
    columns = (
        Column("source", "source"),
        Column("year", "year"),
        Column("villages", "count"),
        Column("budget", "rupiah"),
        Column("existing", "rupiah"),
        Column("planned", "rupiah"),
        Column("running", "rupiah"),
        Column("reserve", "rupiah"),
        Column("unused", "rupiah"),
    )
    rows: list[Row] = []
    for group in scope.groups:
        found: dict[tuple[str, int], list[int]] = {}
        for plan in group.plans:
            for row in plan.money:
                if row.budget is not None:
                    sums = found.setdefault((row.source, row.year), [0] * 7)
                    reserve = row.reserve or 0
                    amounts = (1, row.budget, row.existing or 0, row.planned, row.running or 0, reserve)
                    unused = (row.left or 0) - reserve
                    found[row.source, row.year] = [a + b for a, b in zip(sums, (*amounts, unused), strict=True)]
        rows += [(*scope.cells(group), *key, *sums) for key, sums in sorted(found.items())]
    assumed = sum(plan.assumed_money is not None for plan in scope.plans)
    notes = [phrase("compare-money-assumed", count=assumed)] if assumed else []
    return scope.frame("money", columns, rows, notes)


def binding(scope: Scope) -> Frame:
    """Return what keeps works out of the plans of each group: limit, villages, works, their cost by each plan."""
    columns = (
        Column("limit", "reason"),
        Column("villages", "count"),
        Column("works", "count"),
        Column("cost", "rupiah"),
    )
    rows: list[Row] = []
    for group in scope.groups:
        villages: Counter[str] = Counter()
        works: Counter[str] = Counter()
        cost: Counter[str] = Counter()
        for plan in group.plans:
            found = [(limit, left) for left in plan.deferred for limit in _limits(left)]
            villages.update({limit for limit, _ in found})
            for limit, left in found:
                works[limit] += 1
                cost[limit] += left.detail.get("cost") or 0
        order = sorted(villages, key=lambda limit: (-villages[limit], limit))
        rows += [(*scope.cells(group), limit, villages[limit], works[limit], cost[limit]) for limit in order]
    return scope.frame("binding", columns, rows, [phrase("compare-binding")])


def _limits(left: Deferred) -> set[str]:
    """Return the limits that would have to be lifted for a work; none where no limit keeps it out."""
    if left.reason not in LIMITS:
        return set()
    return {left.reason, *(str(limit) for limit in left.detail.get("binds") or ())} & LIMITS


def asked(scope: Scope) -> Frame:
    """Return what is asked of whom: addressee, work, year, once for each group of villages that shares one."""
    columns = (
        Column("several_groups", "flag"),
        Column("addressee", "addressee"),
        Column("work", "work"),
        Column("year", "year"),
        Column("shared_group", "word", "shared-group"),
        Column("groups_served", "count"),
        Column("villages", "count"),
        Column("cost", "rupiah"),
        Column("singly", "rupiah"),
        Column("village_codes", "codes"),
    )
    found: dict[tuple[int, str, str, int, str], list[GroupWork]] = {}
    for work in scope.works:
        if work.executor != VILLAGE:
            owner = scope.owner(work)
            key = (
                len(scope.groups) if owner is None else owner,
                work.addressee or work.executor,
                work.intervention,
                work.year or 0,
                work.group or "",
            )
            found.setdefault(key, []).append(work)
    rows = []
    for (place, addressee, name, year, shared), works in sorted(found.items()):
        group = scope.groups[place] if place < len(scope.groups) else None
        codes = tuple(sorted({code for work in works for code in work.villages}))
        cost, singly = (sum(amounts) for amounts in zip(*((w.cost, w.singly) for w in works), strict=True))
        rows.append(
            (
                *scope.cells(group),
                group is None,
                addressee,
                name,
                year,
                shared or None,
                len(works),
                len(codes),
                cost,
                singly,
                codes,
            )
        )
    return scope.frame("asked", columns, rows, _shared_notes(scope))


def unmet(scope: Scope) -> Frame:
    """Return the price of all unmet need by group: what plans hold of the village and of others, what they have no
    room for, each once and at the catalog's low, expected and high price."""
    columns = (
        Column("several_groups", "flag"),
        Column("need_part", "word", "need-part"),
        Column("works", "count"),
        Column("cost_low", "rupiah"),
        Column("cost", "rupiah"),
        Column("cost_high", "rupiah"),
        Column("singly", "rupiah"),
    )
    left = works_together(work for plan in scope.plans for work in _left_works(plan, scope.kb, scope.settings))
    parts = {
        "own": [work for work in scope.works if work.executor == VILLAGE],
        "others": [work for work in scope.works if work.executor != VILLAGE],
        "no-room": left,
    }
    rows: list[Row] = []
    owned: dict[int | None, dict[str, list[GroupWork]]] = {}
    for part, works in parts.items():
        for work in works:
            owned.setdefault(scope.owner(work), {}).setdefault(part, []).append(work)
    for number in (*range(len(scope.groups)), None):
        found = owned.get(number, {})
        group = None if number is None else scope.groups[number]
        for part in parts if group else found:
            rows.append((*scope.cells(group), group is None, part, *_summed(found.get(part, []))))
        if group or found:
            every = [work for works in found.values() for work in works]
            rows.append((*scope.cells(group), group is None, "all", *_summed(every)))
    return scope.frame("unmet", columns, rows, [phrase("compare-unmet"), *_shared_notes(scope)])


def _summed(works: list[GroupWork]) -> Row:
    """Return how many works, and rupiah low, expected, high, and as each plan says."""
    amounts = [sum(getattr(work, name) for work in works) for name in ("low", "cost", "high", "singly")]
    return len(works), *amounts


def _left_works(plan: Plan, kb: KnowledgeBase, settings: Settings) -> Iterator[VillageWork]:
    """Yield the works for which the plan has no room, at the price that it states, with the catalog's range."""
    for left in plan.deferred:
        cost, noun = left.detail.get("cost"), kb.interventions.get(left.intervention)
        if left.reason not in UNMET or not isinstance(cost, int) or noun is None:
            continue
        expected = expected_cost(noun.cost, settings)
        low, high = ((end * cost // expected if expected else cost) for end in (noun.cost.low, noun.cost.high))
        place = subdistrict_of(plan.village.code, plan.village.code_scheme)
        shared = shared_in(noun, kb, place, settings)
        yield VillageWork(
            plan.village,
            left.intervention,
            str(left.detail.get("executor") or ""),
            noun.addressee,
            shared.group if shared else None,
            shared.villages if shared else 1,
            None,
            cost,
            low,
            high,
        )


def _shared_notes(scope: Scope) -> list[Phrase]:
    """Return how much is asked several times over where villages share it."""
    several = sum(scope.owner(work) is None for work in scope.works)
    notes = [phrase("compare-shared-once")]
    return [*notes, phrase("compare-shared-several", count=several)] if several else notes
