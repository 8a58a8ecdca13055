"""Classes in the last year of the plans, three lines of the index until then, and who gains from the money."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from recommender.language.wording import phrase
from recommender.model.forecast import OutlookYear
from recommender.model.frames import Column, Frame
from recommender.model.nouns import VILLAGE
from recommender.model.plan import Plan
from recommender.verbs.comparing.grouping import class_cells, class_rank, class_word, village_key
from recommender.verbs.comparing.scope import Row, Scope, middle
from recommender.verbs.comparing.tidy import own_money, population_of

FIFTHS = 5


def transitions(scope: Scope) -> Frame:
    """Return for each group and class now, how many villages are expected in each class at the end of the plans."""
    columns = (
        Column("framework_of", "framework"),
        Column("class_now", "class"),
        Column("year", "year"),
        Column("class_then", "class"),
        Column("villages", "count"),
        Column("expected_villages", "number"),
    )
    rank = class_rank(scope.kb)
    rows: list[Row] = []
    for group in scope.groups:
        now: dict[str, list[dict[str, int]]] = {}
        for plan in group.plans:
            if class_word(plan) and plan.outlook and plan.outlook[-1].chance:
                now.setdefault(class_word(plan), []).append(plan.outlook[-1].chance)
        year = max((plan.outlook[-1].year for plan in group.plans if plan.outlook), default=None)
        for word in sorted(now, key=rank):
            framework, slug = class_cells(word)
            classes = {name for chance in now[word] for name in chance}
            for then in sorted(classes, key=lambda name: rank(f"{framework}/{name}")):
                expected = sum(chance.get(then, 0) for chance in now[word]) / 1000
                rows.append((*scope.cells(group), framework, slug, year, then, len(now[word]), round(expected, 3)))
    silent = sum(not (plan.outlook and plan.outlook[-1].chance) for plan in scope.plans)
    notes = [phrase("compare-chance")]
    notes += [phrase("compare-no-chance", count=silent)] if silent else []
    return scope.frame("transitions", columns, rows, notes)


def outlook(scope: Scope) -> Frame:
    """Return the median index of each group by year: expected, with every work's full effect, by the trend alone."""
    columns = (
        Column("framework_of", "framework"),
        Column("year", "year"),
        Column("villages", "count"),
        Column("expected", "index"),
        Column("all_done", "index"),
        Column("trend", "index"),
    )
    rows: list[Row] = []
    for group in scope.groups:
        found: dict[tuple[str, int], list[OutlookYear]] = {}
        for plan in group.plans:
            for row in plan.outlook if plan.data.framework else ():
                found.setdefault((plan.data.framework or "", row.year), []).append(row)
        for (framework, year), outlooks in sorted(found.items()):
            lines = [
                [value for row in outlooks if (value := getattr(row, line).index) is not None]
                for line in ("expected", "all_done", "trend")
            ]
            medians = [None if (half := middle(line)) is None else round(half, 4) for line in lines]
            rows.append((*scope.cells(group), framework, year, len(lines[0]), *medians))
    return scope.frame("outlook_lines", columns, rows)


def gains(scope: Scope) -> Frame:
    """Return who gains: by fifth of the villages from the lowest index, and by class; a village and a resident."""
    columns = (
        Column("slice", "word", "slice"),
        Column("part", "text"),
        Column("framework", "framework"),
        Column("class", "class"),
        Column("villages", "count"),
        Column("own_money", "rupiah"),
        Column("own_money_village", "rupiah"),
        Column("others_money", "rupiah"),
        Column("index_gain", "index"),
        Column("with_population", "count"),
        Column("residents", "count"),
        Column("own_money_resident", "rupiah"),
    )
    return scope.frame("gains", columns, _gains(scope), [phrase("compare-gains")], together=True)


def _gains(scope: Scope) -> Iterator[Row]:
    measured = [plan for plan in scope.plans if plan.scores.index and plan.scores.index.value is not None]
    for framework in sorted({plan.data.framework or "" for plan in measured}):
        mine = [plan for plan in measured if plan.data.framework == framework]
        for number, fifth in enumerate(fifths(mine), 1):
            yield "fifth", str(number), framework, None, *_gain(scope, fifth)
    for word in sorted({class_word(plan) for plan in measured} - {""}, key=class_rank(scope.kb)):
        mine = [plan for plan in measured if class_word(plan) == word]
        yield "class", word, *class_cells(word), *_gain(scope, mine)
    yield "all", None, None, None, *_gain(scope, scope.plans)


def fifths(plans: Sequence[Plan]) -> list[list[Plan]]:
    """Return the plans in five parts from the lowest index; villages with the same index stand in one part, the lower.

    With fewer villages than parts some are empty.
    """
    ordered = sorted(plans, key=lambda plan: (_index(plan), village_key(plan)))
    parts: list[list[Plan]] = []
    ends = [0, *(-(-len(ordered) * part // FIFTHS) for part in range(1, FIFTHS)), len(ordered)]
    for place in range(1, FIFTHS):
        while 0 < ends[place] < len(ordered) and _index(ordered[ends[place] - 1]) == _index(ordered[ends[place]]):
            ends[place] += 1
    for start, end in pairwise(ends):
        parts.append(ordered[start:end] if start < end else [])
    return parts


def _index(plan: Plan) -> float:
    index = plan.scores.index
    return index.value if index is not None and index.value is not None else 0.0


def _gain(scope: Scope, plans: Sequence[Plan]) -> Row:
    own = [own_money(plan) for plan in plans]
    codes = {plan.village.code for plan in plans}
    # A work that several parts share is split by villages: each has the same part in it.
    others = sum(
        work.cost * len(codes.intersection(work.villages)) // len(work.villages)
        for work in scope.works
        if work.executor != VILLAGE
    )
    risen = [
        last.index - now
        for plan in plans
        if plan.outlook and (last := plan.outlook[-1].all_done).index is not None and (now := _index(plan))
    ]
    counted = [(plan, people) for plan in plans if (people := population_of(plan, scope.kb))]
    residents = sum(people for _, people in counted)
    rise = middle(risen)
    return (
        len(plans),
        sum(own),
        None if (half := middle(own)) is None else int(half),
        others,
        None if rise is None else round(rise, 4),
        len(counted),
        residents or None,
        sum(own_money(plan) for plan, _ in counted) // residents if residents else None,
    )
