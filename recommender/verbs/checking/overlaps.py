"""Rules against each other: the same rule twice, a rule that another makes idle, rules whose works exclude each other.

In: `Inspection`. Out: problems, with a witness for what happens and none for what is proved for every village.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from recommender.knowledge.conditions import Truth, names_read
from recommender.knowledge.possible_values import every_condition
from recommender.knowledge.solver import TooWideError, counterexample, find, makes, smallest
from recommender.language.errors import Problem
from recommender.model.knowledge import KnowledgeBase, Rule
from recommender.verbs.checking.inspection import Inspection
from recommender.verbs.checking.rules import TARGET, too_wide
from recommender.verbs.checking.written import witness

_CLASSES = ("basic", "other", "amenity")


def check_overlaps(given: Inspection) -> Iterator[Problem]:
    """Yield duplicates, subsumed rules and clashing calls among the active rules."""
    if given.possible_values:
        yield from _duplicates_and_subsumed(given)
        yield from _clashes(given)


def _duplicates_and_subsumed(given: Inspection) -> Iterator[Problem]:
    groups: dict[str, list[str]] = defaultdict(list)
    for name, rule in given.kb.active_rules.items():
        groups[rule.about].append(name)
    read = _read_elsewhere(given.kb)
    for about in sorted(groups):
        for first, second in combinations(groups[about], 2):
            try:
                yield from _pair(given, first, second, read)
            except TooWideError:
                yield too_wide(given, first)


def _pair(given: Inspection, first: str, second: str, read: set[str]) -> Iterator[Problem]:
    rules = given.kb.active_rules
    one, two = rules[first], rules[second]
    same_calls = set(one.calls) == set(two.calls) and one.closes == two.closes
    adds = [
        (idle, over)
        for idle, over in ((first, second), (second, first))
        if one.about in given.kb.indicators and idle not in read and _no_more(given.kb, rules[idle], rules[over])
    ]
    if not (same_calls or adds):
        return
    forth = _implies(given, first, second)
    back = _implies(given, second, first)
    if same_calls and forth and back:
        yield given.problem("duplicate-rule", "rules", second, "when", rule=first)
        return
    for idle, over in adds:
        if forth if idle == first else back:
            yield given.problem("subsumed-rule", "rules", idle, "when", rule=over)
            return


def _implies(given: Inspection, first: str, second: str) -> bool:
    return all(
        counterexample(possible, possible.rule(first), possible.rule(second)) is None
        for possible in given.possible_values
    )


def _no_more(kb: KnowledgeBase, rule: Rule, other: Rule) -> bool:
    """Return whether a rule asks nothing that another about the same does not ask: works, class, urgency, target."""
    date = kb.about.date
    targets = [kb.number(TARGET if r.target is None else r.target, date) for r in (rule, other)]
    return (
        set(rule.calls) <= set(other.calls)
        and _CLASSES.index(rule.need) >= _CLASSES.index(other.need)
        and rule.urgency <= other.urgency
        and targets[0] <= targets[1]
    )


def _read_elsewhere(kb: KnowledgeBase) -> set[str]:
    """Return the rules whose finding something reads: another rule, a work's condition, a `met-when` by its name."""
    read = {name for condition in every_condition(kb) for name in names_read(condition, "finding")}
    return read.union(*(work.met_when for work in kb.interventions.values()))


def _clashes(given: Inspection) -> Iterator[Problem]:
    """Yield two needs that can arise together and cannot both be answered: every work of one excludes the other's.

    Exclusive works that answer one need, or that leave each need another work, are alternatives: the plan chooses.
    """
    rules = given.kb.active_rules
    callers: dict[str, list[str]] = defaultdict(list)
    for name, rule in rules.items():
        for work in rule.calls:
            callers[work].append(name)
    pairs: set[tuple[str, str]] = set()
    for name, excluding in given.kb.interventions.items():
        for other in excluding.excludes:
            pairs |= {(min(a, b), max(a, b)) for a in callers[name] for b in callers[other] if a != b}
    for first, second in sorted(pairs):
        one, two = rules[first], rules[second]
        same_need = one.about == two.about and one.about != "self"
        if same_need or any(_together(given.kb, a, b) for a in one.calls for b in two.calls):
            continue
        try:
            yield from _clash(given, first, second)
        except TooWideError:
            yield too_wide(given, first)


def _clash(given: Inspection, first: str, second: str) -> Iterator[Problem]:
    for possible in given.possible_values:
        both_hold = [(possible.rule(name), Truth.TRUE) for name in (first, second)]
        found = find(possible, both_hold, consistent=True)
        if found is not None:
            yield given.problem(
                "clashing-calls",
                "rules",
                second,
                "calls",
                rule=first,
                case=witness(smallest(found, makes(both_hold))),
                works=", ".join(given.kb.active_rules[first].calls),
            )
            return


def _together(kb: KnowledgeBase, one: str, other: str) -> bool:
    """Return whether both works can stand in one plan."""
    works = kb.interventions
    both_active = works[one].status == works[other].status == "active"
    return both_active and other not in works[one].excludes and one not in works[other].excludes
