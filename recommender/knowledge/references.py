"""Names that must exist: every reference from one noun to another, and what a comparison may be asked of a fact."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from collections.abc import Set as AbstractSet

from recommender.knowledge.conditions import names_read
from recommender.language.errors import Problem, problem
from recommender.language.wording import Key, did_you_mean
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
            yield from _known(
                getattr(dimension, key), names["parameters"], "unknown-parameter", where("dimensions", name)
            )
    for name, indicator in base.indicators.items():
        place = where("indicators", name)
        yield from _known(indicator.dimension, names["dimensions"], "unknown-dimension", place)
        yield from _condition(base, names, indicator.doubtful_when, where("indicators", name, ("doubtful-when",)))
    for name, fact in base.facts.items():
        yield from _fact(names, name, fact, where("facts", name))
    for name, framework in base.frameworks.items():
        place = where("frameworks", name)
        for code, item in framework.items.items():
            item_place = where("frameworks", name, ("items", code))
            yield from _known(item.indicator, names["indicators"], "unknown-indicator", item_place)
            yield from _known(item.component, framework.components, "unknown-component", item_place)
        yield from _framework(framework, base.parameters, where, name)
    for name, entry in base.readiness.items():
        yield from _condition(base, names, entry.when, where("readiness", name, ("when",)))
    for name, goal in base.goals.items():
        for measured in goal.indicators:
            yield from _known(measured, names["indicators"], "unknown-indicator", where("goals", name, ("indicators",)))
        for work in goal.works:
            yield from _known(work, names["interventions"], "unknown-intervention", where("goals", name, ("works",)))
    for name, pattern in base.patterns.items():
        for work in pattern.works:
            yield from _known(work, names["interventions"], "unknown-intervention", where("patterns", name, ("works",)))
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


def _known(name: str, known: Collection[str], key: Key, where: str) -> Iterator[Problem]:
    """Yield the problem of the key if the name is not among those known."""
    if name not in known:
        yield problem(where, key, name=name, near=did_you_mean(name, known))


def _parameters(names: Names) -> Iterator[Problem]:
    for name in PARAMETER_NAMES:
        if name not in names["parameters"]:
            yield problem("catalog/parameters.yaml", "missing-parameter", name=name)


def _framework(framework: Framework, parameters: Collection[str], where: Where, name: str) -> Iterator[Problem]:
    """Yield what does not fit inside one framework: two items for an indicator, faults, the official outline's sums."""
    place = where("frameworks", name)
    seen: dict[str, str] = {}
    for code, item in framework.items.items():
        if item.indicator in seen:
            inside = where("frameworks", name, ("items", code))
            yield problem(inside, "duplicate-indicator", name=item.indicator, item=seen[item.indicator])
        seen.setdefault(item.indicator, code)
    for index_class in framework.classes:
        if index_class.trend is not None:
            yield from _known(index_class.trend, parameters, "unknown-parameter", place)
    for fault in framework.faults:
        yield from _known(fault.item, framework.items, "unknown-item", place)
        if fault.copy_of is not None:
            yield from _known(fault.copy_of, framework.items, "unknown-item", place)
        elif fault.kind == "copied-item":
            yield problem(place, "missing-key", key="copy-of")
    sums: dict[str, int] = {}
    parts = {key: part for section in framework.outline.values() for key, part in section.parts.items()}
    for code, item in framework.items.items():
        if item.part is not None or parts:
            yield from _known(item.part or "", parts, "unknown-part", where("frameworks", name, ("items", code)))
            sums[item.part or ""] = sums.get(item.part or "", 0) + framework.highest
    for key, section in framework.outline.items():
        inside = where("frameworks", name, ("outline", key))
        stated = [(section.name.id, section.highest, sum(part.highest for part in section.parts.values()))]
        stated += [(part.name.id, part.highest, sums.get(code, 0)) for code, part in section.parts.items()]
        for title, highest, total in stated:
            if highest != total:
                yield problem(inside, "wrong-sum", title=title, highest=highest, total=total)


def _interventions(base: KnowledgeBase, names: Names, where: Where) -> Iterator[Problem]:
    for name, work in base.interventions.items():
        place = where("interventions", name)
        yield from _known(work.dimension, names["dimensions"], "unknown-dimension", place)
        linked = [("requires", work.requires), ("enhanced-by", work.enhanced_by), ("excludes", work.excludes)]
        linked += [("requires-any", group) for group in work.requires_any]
        for key, others in linked:
            for other in others:
                yield from _known(
                    other, names["interventions"], "unknown-intervention", where("interventions", name, (key,))
                )
        for indicator in work.improves:
            inside = where("interventions", name, ("improves", indicator))
            yield from _known(indicator, names["indicators"], "unknown-indicator", inside)
        yield from _condition(base, names, work.applies_when, where("interventions", name, ("applies-when",)))
        for subject, condition in work.met_when.items():
            inside = where("interventions", name, ("met-when", subject))
            if subject != _PREREQUISITE:
                yield from _known(subject, names["indicators"] | names["rules"], "unknown-subject", inside)
            yield from _condition(base, names, condition, inside)
        for key in work.evidence:
            place_of_evidence = where("interventions", name, ("evidence",))
            yield from _known(key, names["sources"] | _JUDGED, "unknown-citation", place_of_evidence)
        field = (work.budget_code or "").split(".")[0]
        if field and base.codes:
            yield from _known(
                field, names["codes"], "unknown-budget-code", where("interventions", name, ("budget-code",))
            )
        if (work.quantity.number is None) == (work.quantity.fact is None):
            yield problem(place, "bad-quantity")
        if work.quantity.fact is not None:
            yield from _known(
                work.quantity.fact, names["facts"], "unknown-fact", where("interventions", name, ("quantity",))
            )
        if (work.running_cost.share is None) == (work.running_cost.amount is None):
            yield problem(place, "bad-running-cost")
        if not work.cost.low <= (work.cost.low if work.cost.expected is None else work.cost.expected) <= work.cost.high:
            yield problem(place, "bad-cost")


def _rules(base: KnowledgeBase, names: Names, where: Where) -> Iterator[Problem]:
    for name, rule in base.rules.items():
        place = where("rules", name)
        yield from _known(rule.dimension, names["dimensions"], "unknown-dimension", place)
        if rule.about not in ("self", "none"):
            yield from _known(rule.about, names["indicators"], "unknown-indicator", where("rules", name, ("about",)))
        for key, works in (("calls", rule.calls), ("closes", rule.closes)):
            for work in works:
                yield from _known(work, names["interventions"], "unknown-intervention", where("rules", name, (key,)))
        if rule.target is not None:
            yield from _known(rule.target, names["parameters"], "unknown-parameter", place)
        yield from _condition(base, names, rule.when, where("rules", name, ("when",)))
        if rule.about == "none" and rule.calls:
            yield problem(place, "calls-for-nothing")
        read = names_read(rule.when, "finding") if rule.when is not None else frozenset()
        for other in sorted(read & set(base.rules)):
            if base.rules[other].status != "active" and rule.status == "active":
                yield problem(place, "inactive-finding.rule", name=other, status=base.rules[other].status)


def _fact(names: Names, name: str, fact: Fact, where: str) -> Iterator[Problem]:
    if fact.derived is not None:
        yield from _known(fact.derived.indicator, names["indicators"], "unknown-indicator", where)
        for framework in fact.derived.levels:
            yield from _known(framework, names["frameworks"], "unknown-framework", where)
    if fact.hard and fact.assumption is not None:
        yield problem(where, "hard-assumption", name=name)
    if fact.assumption is not None and not _fits(fact, fact.assumption.value):
        yield problem(where, "bad-assumption", value=repr(fact.assumption.value), type=fact.type)


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
    unknown: dict[str, Key] = {"score": "unknown-indicator", "fact": "unknown-fact", "finding": "unknown-finding"}
    for comparison in comparisons(condition):
        yield from _known(comparison.name, known[comparison.reads], unknown[comparison.reads], where)
        if isinstance(comparison.operand, Named):
            yield from _known(comparison.operand.name, names["parameters"], "unknown-parameter", where)
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
            said = {"name": comparison.name, "type": fact.type, "word": comparison.word, "value": repr(shown)}
            yield problem(where, "bad-comparison", **said)
