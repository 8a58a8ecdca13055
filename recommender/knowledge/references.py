"""Names that must exist: every reference from one noun to another, and what a comparison may be asked of a fact."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet

from recommender.knowledge.conditions import names_read
from recommender.language.errors import Problem, did_you_mean
from recommender.model.conditions import Comparison, Condition, Named, comparisons
from recommender.model.knowledge import Fact, Framework, KnowledgeBase
from recommender.model.settings import PARAMETER_NAMES
from recommender.model.village import plain_value

Where = Callable[..., str]
Names = Mapping[str, AbstractSet[str]]
_KINDS = ("parameters", "dimensions", "indicators", "frameworks", "facts", "interventions", "rules", "codes", "sources")
_NUMBERS = ("number", "share", "count", "km", "m", "hectare", "IDR", "years")
_PREREQUISITE = "prerequisite"
_JUDGED = frozenset(("official", "study", "judgement"))  # evidence that is in no document


def check_references(base: KnowledgeBase, where: Where) -> Iterator[Problem]:
    """Yield a problem for each name that is in no file, and for each comparison that cannot be made."""
    names = _declared(base)
    yield from _parameters(names)
    for name, dimension in base.dimensions.items():
        for key in ("weight", "cut_off"):
            yield from _known(getattr(dimension, key), names["parameters"], "parameter", where("dimensions", name))
    for name, indicator in base.indicators.items():
        place = where("indicators", name)
        yield from _known(indicator.dimension, names["dimensions"], "dimension", place)
        yield from _condition(base, names, indicator.doubtful_when, where("indicators", name, ("doubtful-when",)))
    for name, fact in base.facts.items():
        yield from _fact(names, name, fact, where("facts", name))
    for name, framework in base.frameworks.items():
        place = where("frameworks", name)
        for code, item in framework.items.items():
            item_place = where("frameworks", name, ("items", code))
            yield from _known(item.indicator, names["indicators"], "indicator", item_place)
            yield from _known(item.component, framework.components, "component", item_place)
        yield from _framework(framework, base.parameters, where, name)
    for name, entry in base.readiness.items():
        yield from _condition(base, names, entry.when, where("readiness", name, ("when",)))
    for name, goal in base.goals.items():
        for measured in goal.indicators:
            yield from _known(measured, names["indicators"], "indicator", where("goals", name, ("indicators",)))
        for work in goal.works:
            yield from _known(work, names["interventions"], "intervention", where("goals", name, ("works",)))
    for name, pattern in base.patterns.items():
        for work in pattern.works:
            yield from _known(work, names["interventions"], "intervention", where("patterns", name, ("works",)))
    yield from _interventions(base, names, where)
    yield from _rules(base, names, where)


def _declared(base: KnowledgeBase) -> Names:
    """Return every name by kind, those too whose noun could not be read: what is wrong with them is said elsewhere."""
    names: dict[str, set[str]] = {kind: set(getattr(base, kind)) for kind in _KINDS}
    for place in base.places:
        kind, _, name = place.partition("/")
        if kind in names:
            names[kind].add(name)
    return names


def _known(name: str, known: Iterable[str], kind: str, where: str) -> Iterator[Problem]:
    if name not in known:
        yield Problem(where, f"unknown-{kind}", f"'{name}' is in no file.{did_you_mean(name, known)}")


def _parameters(names: Names) -> Iterator[Problem]:
    for name in PARAMETER_NAMES:
        if name not in names["parameters"]:
            message = f"'{name}' is needed by the planner; add it with unit, date and source."
            yield Problem("catalog/parameters.yaml", "missing-parameter", message)


def _framework(framework: Framework, parameters: Collection[str], where: Where, name: str) -> Iterator[Problem]:
    """Yield what does not fit inside one framework: two items for an indicator, faults, the official outline's sums."""
    place = where("frameworks", name)
    seen: dict[str, str] = {}
    for code, item in framework.items.items():
        if item.indicator in seen:
            message = f"'{item.indicator}' is measured by {seen[item.indicator]} too; an indicator has one item."
            yield Problem(where("frameworks", name, ("items", code)), "duplicate-indicator", message)
        seen.setdefault(item.indicator, code)
    for index_class in framework.classes:
        if index_class.trend is not None:
            yield from _known(index_class.trend, parameters, "parameter", place)
    for fault in framework.faults:
        yield from _known(fault.item, framework.items, "item", place)
        if fault.copy_of is not None:
            yield from _known(fault.copy_of, framework.items, "item", place)
        elif fault.kind == "copied-item":
            yield Problem(place, "missing-key", "'copy-of' is missing; add it.")
    sums: dict[str, int] = {}
    parts = {key: part for section in framework.outline.values() for key, part in section.parts.items()}
    for code, item in framework.items.items():
        if item.part is not None or parts:
            yield from _known(item.part or "", parts, "part", where("frameworks", name, ("items", code)))
            sums[item.part or ""] = sums.get(item.part or "", 0) + framework.highest
    for key, section in framework.outline.items():
        inside = where("frameworks", name, ("outline", key))
        stated = [(section.name.id, section.highest, sum(part.highest for part in section.parts.values()))]
        stated += [(part.name.id, part.highest, sums.get(code, 0)) for code, part in section.parts.items()]
        for title, highest, total in stated:
            if highest != total:
                yield Problem(
                    inside, "wrong-sum", f"'{title}' says {highest} at most, what it holds sums up to {total}."
                )


def _interventions(base: KnowledgeBase, names: Names, where: Where) -> Iterator[Problem]:
    for name, work in base.interventions.items():
        place = where("interventions", name)
        yield from _known(work.dimension, names["dimensions"], "dimension", place)
        linked = [("requires", work.requires), ("enhanced-by", work.enhanced_by), ("excludes", work.excludes)]
        linked += [("requires-any", group) for group in work.requires_any]
        for key, others in linked:
            for other in others:
                yield from _known(other, names["interventions"], "intervention", where("interventions", name, (key,)))
        for indicator in work.improves:
            inside = where("interventions", name, ("improves", indicator))
            yield from _known(indicator, names["indicators"], "indicator", inside)
        yield from _condition(base, names, work.applies_when, where("interventions", name, ("applies-when",)))
        for subject, condition in work.met_when.items():
            inside = where("interventions", name, ("met-when", subject))
            if subject != _PREREQUISITE:
                yield from _known(subject, names["indicators"] | names["rules"], "subject", inside)
            yield from _condition(base, names, condition, inside)
        for key in work.evidence:
            yield from _known(key, names["sources"] | _JUDGED, "source", where("interventions", name, ("evidence",)))
        field = (work.budget_code or "").split(".")[0]
        if field and base.codes:
            yield from _known(field, names["codes"], "budget-code", where("interventions", name, ("budget-code",)))
        if (work.quantity.number is None) == (work.quantity.fact is None):
            yield Problem(place, "bad-quantity", "quantity takes either 'number' or 'fact'.")
        if work.quantity.fact is not None:
            yield from _known(work.quantity.fact, names["facts"], "fact", where("interventions", name, ("quantity",)))
        if (work.running_cost.share is None) == (work.running_cost.amount is None):
            yield Problem(place, "bad-running-cost", "running-cost takes either 'share' or 'amount'.")
        if not work.cost.low <= (work.cost.low if work.cost.expected is None else work.cost.expected) <= work.cost.high:
            yield Problem(place, "bad-cost", "low, expected and high must ascend.")


def _rules(base: KnowledgeBase, names: Names, where: Where) -> Iterator[Problem]:
    for name, rule in base.rules.items():
        place = where("rules", name)
        yield from _known(rule.dimension, names["dimensions"], "dimension", place)
        if rule.about not in ("self", "none"):
            yield from _known(rule.about, names["indicators"], "indicator", where("rules", name, ("about",)))
        for key, works in (("calls", rule.calls), ("closes", rule.closes)):
            for work in works:
                yield from _known(work, names["interventions"], "intervention", where("rules", name, (key,)))
        if rule.target is not None:
            yield from _known(rule.target, names["parameters"], "parameter", place)
        yield from _condition(base, names, rule.when, where("rules", name, ("when",)))
        if rule.about == "none" and rule.calls:
            yield Problem(place, "calls-for-nothing", "a state (about: none) calls no work; say what is missing.")
        read = names_read(rule.when, "finding") if rule.when is not None else frozenset()
        for other in sorted(read & set(base.rules)):
            if base.rules[other].status != "active" and rule.status == "active":
                message = f"the rule reads '{other}', which is {base.rules[other].status} and makes no finding."
                yield Problem(place, "inactive-finding", message)


def _fact(names: Names, name: str, fact: Fact, where: str) -> Iterator[Problem]:
    if fact.derived is not None:
        yield from _known(fact.derived.indicator, names["indicators"], "indicator", where)
        for framework in fact.derived.levels:
            yield from _known(framework, names["frameworks"], "framework", where)
    if fact.hard and fact.assumption is not None:
        yield Problem(where, "hard-assumption", f"'{name}' is a hard fact: it is asked, never assumed.")
    if fact.assumption is not None and not _fits(fact, fact.assumption.value):
        yield Problem(where, "bad-assumption", f"{fact.assumption.value!r} is no {fact.type}.")


def _fits(fact: Fact, value: object) -> bool:
    if fact.type == "yes-no":
        return isinstance(value, bool)
    if fact.type == "word":
        return isinstance(value, str) and value in fact.words
    return isinstance(value, int | float) and not isinstance(value, bool)


def _condition(base: KnowledgeBase, names: Names, condition: Condition | None, where: str) -> Iterator[Problem]:
    if condition is None:
        return
    known: dict[str, Collection[str]] = {
        "score": names["indicators"],
        "fact": names["facts"],
        "finding": names["rules"],
    }
    kinds = {"score": "indicator", "fact": "fact", "finding": "finding"}
    for comparison in comparisons(condition):
        yield from _known(comparison.name, known[comparison.reads], kinds[comparison.reads], where)
        if isinstance(comparison.operand, Named):
            yield from _known(comparison.operand.name, names["parameters"], "parameter", where)
        if comparison.reads == "fact" and comparison.name in base.facts:
            yield from _comparable(comparison, base.facts[comparison.name], where)


def _comparable(comparison: Comparison, fact: Fact, where: str) -> Iterator[Problem]:
    operands = comparison.operand if isinstance(comparison.operand, tuple) else (comparison.operand,)
    for operand in operands:
        if isinstance(operand, Named) and fact.type in _NUMBERS:
            continue
        if fact.type == "yes-no":
            fits = isinstance(operand, bool) and comparison.word in ("is", "in")
        elif fact.type == "word":
            fits = isinstance(operand, str) and operand in fact.words and comparison.word in ("is", "in")
        else:
            fits = isinstance(operand, int) and not isinstance(operand, bool)
        if not fits:
            shown = operand.name if isinstance(operand, Named) else plain_value(operand)
            message = f"'{comparison.name}' is {fact.type}; it cannot be '{comparison.word}' {shown!r}."
            yield Problem(where, "bad-comparison", message)
