"""Published values -> scores: the planned year, recovered values, the index recomputed, dimensions, doubts.

In: a village as read. Out: `Scored`. Carries out docs/method.md, "Scores". All arithmetic is exact (integers and
fractions); the published index is compared within 1e-9, since publishers print floats.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from fractions import Fraction

from recommender.knowledge.conditions import Known, Truth, evaluate, resolve
from recommender.language.errors import Problem, problem
from recommender.model.conditions import Interval, KnownFact
from recommender.model.facts import Fact
from recommender.model.findings import Observed
from recommender.model.frameworks import Fault, Framework, Item
from recommender.model.knowledge import KnowledgeBase
from recommender.model.scores import DimensionStanding, Index, Scored
from recommender.model.settings import Settings, data_date
from recommender.model.village import PublishedIndex, Village, YearData, fact_value, thousandths
from recommender.pipeline.index import class_of, components_of, index_of, index_value

_SAME = Fraction(1, 10**9)
_WHOLE = Fraction(1, 10**5)  # a published total times its divisor is a whole number but for printing


def score_village(village: Village, kb: KnowledgeBase, settings: Settings, data_year: int | None = None) -> Scored:
    """Return the scores of the newest year with values, or of `data_year`."""
    data = planned_data(village, data_year)
    if data is None:
        problems = village.problems
        if data_year is not None and any(data.values for data in village.years):
            held = ", ".join(str(data.year) for data in village.years if data.values)
            problems = (*problems, problem(village.code, "no-such-year", year=data_year, held=held))
        return Scored(None, None, {}, {}, None, {}, _dimensions(kb, None, {}, data_year), None, problems)
    framework = kb.frameworks[data.framework]
    values, recovered, problems = recover(data, framework)
    scores = {name: framework.score(value) for name, value in sorted(values.items())}
    earlier = [d for d in village.years if d.framework == data.framework and d.year < data.year and d.values]
    previous: tuple[int, Mapping[str, int]] | None = None
    if earlier:
        before = max(earlier, key=lambda d: d.year)
        previous = (before.year, recover(before, framework)[0])
    index, index_problems = _index(data.framework, framework, values, data.published, data.year)
    carried = _carried_over(values, previous, data.year)
    fallen = _fallen(values, previous, data.year, settings.doubtful_fall)
    low_twice = _low_twice(framework, values, previous, data.year, settings.twice_low_score)
    doubts = _doubts(kb, scores, (*data.recovered, *recovered), fallen, low_twice, data.year)
    return Scored(
        framework=data.framework,
        year=data.year,
        values=dict(sorted(values.items())),
        scores=scores,
        previous=previous,
        doubtful={name: why for name, why in doubts.items() if name not in data.confirmed},
        dimensions=_dimensions(kb, framework, scores, data.year),
        index=index,
        problems=(
            *(*village.problems, *data.problems, *problems, *index_problems, *carried),
            *_unread(framework, values, data.year),
            *_unsure(framework, values, data.year),
            *_confirmed(doubts.keys() & data.confirmed),
        ),
    )


def planned_data(village: Village, data_year: int | None = None) -> YearData | None:
    """Return the newest year with values, or `data_year`; None if there is none."""
    usable = [data for data in village.years if data.values and (data_year is None or data.year == data_year)]
    return max(usable, key=lambda data: (data.year, data.framework), default=None)


def recover(data: YearData, framework: Framework) -> tuple[dict[str, int], tuple[str, ...], tuple[Problem, ...]]:
    """Return the values with known faults of the publisher mended from totals, what was mended, and its problems."""
    values = dict(data.values)
    recovered: list[str] = []
    problems: list[Problem] = []
    for fault in framework.faults:
        mended = _mended(fault, data, framework, values) if not fault.years or data.year in fault.years else None
        name = framework.items[fault.item].indicator
        if mended is None or name in data.confirmed:
            continue
        was = values.get(name)
        values[name] = mended
        recovered.append(name)
        if fault.copy_of is None:
            problems.append(problem(name, "recovered-value.unnamed", item=fault.item, value=mended))
        else:
            told = {"item": fault.item, "was": was, "copy_of": fault.copy_of, "value": mended}
            problems.append(problem(name, "recovered-value.copy", **told))
    return values, tuple(recovered), tuple(problems)


def _mended(fault: Fault, data: YearData, framework: Framework, values: Mapping[str, int]) -> int | None:
    if fault.copy_of is None:
        return _unnamed(framework.items[fault.item], data, framework, values)
    item, copy = framework.items[fault.item], framework.items[fault.copy_of]
    total = data.published.components.get(item.component)
    inside = [other.indicator for other in framework.items.values() if other.component == item.component]
    if total is None or any(name not in values for name in inside):
        return None
    if values[item.indicator] != values[copy.indicator]:
        return None
    points = Fraction(total) * framework.components[item.component].divisor
    whole = round(points)
    missing = whole - sum(values[name] for name in inside)
    if abs(points - whole) > _WHOLE or missing == 0:
        return None
    mended = values[item.indicator] + missing
    return mended if mended in item.levels else None


def _unnamed(item: Item, data: YearData, framework: Framework, values: Mapping[str, int]) -> int | None:
    """Return the value of an item that nobody can read: the one with which the index is what was published."""
    others = [other.indicator for other in framework.items.values() if other is not item]
    if item.indicator in values or data.published.value is None or any(name not in values for name in others):
        return None
    published = Fraction(str(data.published.value))
    fitting = [v for v in item.values if index_of(framework, {**values, item.indicator: v}) == published]
    return fitting[0] if len(fitting) == 1 else None


def _unsure(framework: Framework, values: Mapping[str, int], year: int) -> tuple[Problem, ...]:
    """Return one warning where the meaning of levels was not read in the publisher's own text."""
    marks = [item.rubric for item in framework.items.values() if item.rubric is not None and item.indicator in values]
    if not marks:
        return ()
    medium, low, none = (marks.count(mark) for mark in ("medium", "low", "unverified"))
    counts = {"count": len(values), "medium": medium, "low": low, "none": none}
    return (problem(f"{framework.label} {year}", "unverified-rubrics", **counts),)


def _confirmed(names: Iterable[str]) -> tuple[Problem, ...]:
    """Return a note for each value that would be doubtful, had the village not checked it."""
    return tuple(problem(name, "confirmed-value") for name in sorted(names))


def _unread(framework: Framework, values: Mapping[str, int], year: int) -> tuple[Problem, ...]:
    """Return one warning where only items that nobody can read are missing for the index."""
    unnamed = [fault.item for fault in framework.faults if fault.kind == "unnamed-item"]
    missing = [code for code, item in framework.items.items() if item.indicator not in values]
    if not missing or any(code not in unnamed for code in missing):
        return ()
    known, total = len(framework.items) - len(missing), len(framework.items)
    told = {"known": known, "total": total, "items": ", ".join(missing)}
    return (problem(f"{framework.label} {year}", "index-not-recomputed", **told),)


def _index(
    name: str, framework: Framework, values: Mapping[str, int], published: PublishedIndex, year: int
) -> tuple[Index, tuple[Problem, ...]]:
    components = components_of(framework, values)
    value = index_value(framework, components)
    slug = class_of(framework, value) if value is not None else None
    problems: list[Problem] = []
    if value is not None and published.value is not None and abs(Fraction(published.value) - value) > _SAME:
        told = {"published": published.value, "year": year, "value": f"{float(value):.6f}", "count": len(values)}
        problems.append(problem(f"{framework.label} {year}", "index-differs", **told))
    if slug is not None and published.class_slug is not None and published.class_slug != slug:
        told = {"published": published.class_slug, "value": slug}
        problems.append(problem(f"{framework.label} {year}", "class-differs", **told))
    return Index(name, value, published.value, slug, components), tuple(problems)


def _dimensions(
    kb: KnowledgeBase, framework: Framework | None, scores: Mapping[str, int], year: int | None
) -> dict[str, DimensionStanding]:
    result = {}
    for name, dimension in kb.dimensions.items():
        aims = [key for key, noun in kb.indicators.items() if noun.dimension == name and noun.actionable != "no"]
        of = len([key for key in aims if framework is not None and key in framework.by_indicator])
        held = [scores[key] for key in aims if key in scores]
        score = (2 * sum(held) + len(held)) // (2 * len(held)) if held else None
        weak = None if score is None else score < kb.number(dimension.cut_off, data_date(year))
        result[name] = DimensionStanding(score, weak, len(held), of)
    return result


def _fallen(values: Mapping[str, int], previous: tuple[int, Mapping[str, int]] | None, year: int, far: int) -> set[str]:
    """Return the indicators that stand so far below the preceding year's value."""
    if previous is None or previous[0] != year - 1:
        return set()
    return {name for name, before in previous[1].items() if name in values and before - values[name] >= far}


def _low_twice(
    framework: Framework, values: Mapping[str, int], previous: tuple[int, Mapping[str, int]] | None, year: int, low: int
) -> set[str]:
    """Return the indicators that stand at most so low now and in the year before."""
    if previous is None or previous[0] != year - 1:
        return set()
    before = previous[1]
    return {
        name
        for name, value in values.items()
        if name in before and max(framework.score(value), framework.score(before[name])) <= low
    }


def _doubts(
    kb: KnowledgeBase,
    scores: Mapping[str, int],
    recovered: Collection[str],
    fallen: Collection[str],
    low_twice: Collection[str],
    year: int,
) -> dict[str, str]:
    """Return the doubtful indicators, each with why; what was low last year too does not contradict the rest."""
    doubts: dict[str, str] = {}
    for name, indicator in kb.indicators.items():
        if name not in scores:
            continue
        if name in recovered:
            doubts[name] = "recovered"
        elif name in fallen:
            doubts[name] = "fell"
        elif indicator.doubtful_when is not None and name not in low_twice:
            condition = resolve(indicator.doubtful_when, kb.parameters, data_date(year))
            if evaluate(condition, Known(scores=scores)) is Truth.TRUE:
                doubts[name] = "contradicted"
    return dict(sorted(doubts.items()))


def _carried_over(
    values: Mapping[str, int], previous: tuple[int, Mapping[str, int]] | None, year: int
) -> tuple[Problem, ...]:
    if previous is None or previous[0] != year - 1 or len(values) < 2 or dict(previous[1]) != dict(values):
        return ()
    return (problem(str(year), "carried-over", count=len(values), year=year, before=previous[0]),)


def observe(village: Village, kb: KnowledgeBase, scored: Scored) -> Observed:
    """Return what rules are matched against: scores, given and derived facts, assumptions for the rest, doubts."""
    facts: dict[str, KnownFact] = dict(village.facts)
    doubtful_facts = set()
    for name, fact in kb.facts.items():
        if name not in facts and fact.derived is not None and scored.framework is not None:
            derived = _derived(fact, scored)
            if derived is not None:
                facts[name] = derived
                if fact.derived.year == "data" and fact.derived.indicator in scored.doubtful:
                    doubtful_facts.add(name)
    assumed = {
        name: fact_value(fact.assumption.value)
        for name, fact in sorted(kb.facts.items())
        if name not in facts and fact.assumption is not None
    }
    return Observed(
        scores=scored.scores,
        facts=dict(sorted(facts.items())),
        assumed=assumed,
        doubtful=frozenset(scored.doubtful),
        doubtful_facts=frozenset(doubtful_facts),
    )


def _derived(fact: Fact, scored: Scored) -> KnownFact | None:
    assert fact.derived is not None
    values: Mapping[str, int] = scored.values
    if fact.derived.year == "before":
        values = scored.previous[1] if scored.previous is not None else {}
    level = values.get(fact.derived.indicator)
    found = fact.derived.levels.get(scored.framework or "", {}).get(level) if level is not None else None
    if isinstance(found, list | tuple):
        return Interval(thousandths(found[0]), thousandths(found[1]))
    return None if found is None else fact_value(found)
