"""Each rule by itself: can it fire, can it fail, do its bounds separate levels, do its calls reach anything.

In: `Inspection`. Out: problems, with the smallest assignment that shows a claim where there is one. Claims of `never`
and `always` hold in every framework at every date; see `recommender.knowledge.possible_values`.
"""

from __future__ import annotations

from collections.abc import Iterator

from recommender.knowledge.conditions import Truth, resolve
from recommender.knowledge.possible_values import PossibleValues
from recommender.knowledge.solver import ALWAYS, NEVER, TooWideError, find, replaced, truth_under
from recommender.language.errors import KnowledgeError, Problem
from recommender.language.wording import Key, Phrase, joined, phrase
from recommender.model.conditions import Comparison, Condition, comparisons
from recommender.model.knowledge import Rule
from recommender.pipeline.matching.network import Network
from recommender.verbs.checking.inspection import Inspection
from recommender.verbs.checking.works import rises
from recommender.verbs.checking.written import said, shown

TARGET = "target-score"
_NETWORK_CODES = ("number-too-large", "too-many-names")


def check_rules(given: Inspection) -> Iterator[Problem]:
    """Yield what is wrong with each active rule by itself, and with the conditions of works."""
    for name, rule in given.kb.active_rules.items():
        try:
            fires = _truths(given, name, rule)
        except TooWideError:
            yield too_wide(given, name)
            continue
        yield from fires
        yield from _bounds(given, "rules", name, rule.when, "when")
        yield from _closes(given, name, rule)
    for name, work in sorted(given.kb.interventions.items()):
        if work.status != "active":
            continue
        parts: list[tuple[Condition, tuple[str, ...]]] = [(c, ("met-when", s)) for s, c in work.met_when.items()]
        if work.applies_when is not None:
            parts.append((work.applies_when, ("applies-when",)))
        for condition, path in parts:
            yield from _bounds(given, "interventions", name, condition, *path)
            yield from _work_truths(given, name, condition, path)
    yield from _engine_limits(given)


def too_wide(given: Inspection, name: str) -> Problem:
    return given.problem("too-wide-to-check.rule", "rules", name, "when")


def _truths(given: Inspection, name: str, rule: Rule) -> list[Problem]:
    """Return the problems of a rule that never or always holds, or whose need or calls come to nothing.

    Raises
    ------
    TooWideError
        If the condition is too wide to tell.
    """
    if not given.possible_values:
        return []
    if not given.occurs((rule.when, Truth.TRUE)):
        return [given.problem("never-holds.rule", "rules", name, "when")]
    problems = list(_idle_comparisons(given, name, rule))
    if not given.occurs((rule.when, Truth.FALSE)):
        problems.append(given.problem("always-holds.rule", "rules", name, "when"))
    if rule.about in given.kb.indicators:
        problems += _about_indicator(given, name, rule)
    return problems


def _idle_comparisons(given: Inspection, name: str, rule: Rule) -> Iterator[Problem]:
    """Yield comparisons without which the rule holds in the same villages: another part says the same, or more."""
    leaves = list(dict.fromkeys(comparisons(rule.when)))
    for leaf in leaves if len(leaves) > 1 else ():
        if any(not _differ(given, rule.when, _without(rule.when, leaf, fixed)) for fixed in (ALWAYS, NEVER)):
            yield given.problem("idle-comparison", "rules", name, "when", comparison=said(leaf))


def _without(condition: Condition, leaf: Comparison, fixed: Condition) -> Condition:
    return replaced(condition, lambda comparison: fixed if comparison == leaf else comparison)


def _differ(given: Inspection, first: Condition, second: Condition) -> bool:
    """Return whether some village that is measured makes one of the conditions true and the other false."""
    ways = ((Truth.TRUE, Truth.FALSE), (Truth.FALSE, Truth.TRUE))
    return any(given.occurs((first, one), (second, two)) for one, two in ways)


def _about_indicator(given: Inspection, name: str, rule: Rule) -> Iterator[Problem]:
    indicator = given.kb.indicators[rule.about]
    if indicator.actionable == "no":
        yield given.problem("not-actionable", "rules", name, "about", name=rule.about)
        return
    firing = [(possible, levels_where(possible, name, rule.about)) for possible in given.possible_values]
    if not any(levels for _, levels in firing):
        yield given.problem("unmeasured-indicator.about", "rules", name, "about", name=rule.about)
        return
    needed = [(possible, [level for level in at if makes_need(possible, rule, level)]) for possible, at in firing]
    if not any(levels for _, levels in needed):
        yield given.problem("makes-no-need", "rules", name, "about", name=rule.about, levels=_listed(firing))
        return
    called = {w for r in given.kb.active_rules.values() if r.about == rule.about for w in r.calls}
    for work in rule.calls:
        if given.kb.interventions[work].status != "active":
            continue
        if given.kb.interventions[work].package is not None and not given.is_whole:
            continue
        if not any(rises(possible, rule.about, level, work, called) for possible, levels in needed for level in levels):
            yield given.problem(
                "call-reaches-nothing", "rules", name, "calls", work=work, name=rule.about, levels=_listed(needed)
            )


def levels_where(possible: PossibleValues, name: str, indicator: str) -> list[int]:
    """Return the published levels of an indicator at which the rule can be true."""
    return [
        level
        for level in possible.levels(indicator)
        if find(possible, [(possible.rule(name), Truth.TRUE)], {("score", indicator): possible.framework.score(level)})
    ]


def makes_need(possible: PossibleValues, rule: Rule, level: int) -> bool:
    """Return whether the indicator that the rule is about is below its target at the level."""
    target = possible.kb.number(TARGET if rule.target is None else rule.target, possible.date)
    return possible.framework.target_rung(rule.about, target) > possible.framework.score(level)


def _listed(firing: list[tuple[PossibleValues, list[int]]]) -> Phrase:
    """Return the levels of each framework."""
    found = ((possible.name, ", ".join(map(str, levels))) for possible, levels in firing if levels)
    return joined("; ", (phrase("levels-of", framework=name, levels=levels) for name, levels in found))


def _work_truths(given: Inspection, name: str, condition: Condition, path: tuple[str, ...]) -> Iterator[Problem]:
    """Yield a condition of a work that can never be true: a work that never applies, a purpose that is never met."""
    try:
        holds, fails = (given.occurs((condition, truth)) for truth in (Truth.TRUE, Truth.FALSE))
    except TooWideError:
        yield given.problem("too-wide-to-check.work", "interventions", name, *path)
        return
    if given.possible_values and not holds:
        yield given.problem("never-holds.work", "interventions", name, *path)
    elif given.possible_values and not fails:
        yield given.problem("always-holds.work", "interventions", name, *path)


def _bounds(given: Inspection, kind: str, name: str, condition: Condition, *path: str) -> Iterator[Problem]:
    """Yield comparisons that come out the same at every level of every ladder, or for every possible number."""
    for comparison in dict.fromkeys(comparisons(condition)) if given.possible_values else ():
        if comparison.reads == "finding":
            continue
        outcomes, measured = set(), False
        for possible in given.possible_values:
            resolved = resolve(comparison, given.kb.parameters, possible.date)
            variable = (comparison.reads, comparison.name)
            for value in possible.domain(variable):
                measured = True
                outcomes.add(truth_under(resolved, {variable: value}))
        if not measured:
            yield given.problem("unmeasured-indicator.comparison", kind, name, *path, name=comparison.name)
        elif len(outcomes) == 1:
            always = Truth.TRUE in outcomes
            key: Key = "bound-separates-nothing.always" if always else "bound-separates-nothing.never"
            yield given.problem(key, kind, name, *path, comparison=said(comparison))


def _closes(given: Inspection, name: str, rule: Rule) -> Iterator[Problem]:
    for work, share in rule.closes.items():
        if not 0 < share <= 1000:
            yield given.problem("bad-share", "rules", name, "closes", work, work=work, share=shown(share))
    if rule.closes and rule.about != "self":
        yield given.problem("idle-closes", "rules", name, "closes")
    if not rule.calls and (rule.about == "self" or (rule.about != "none" and rule.note is None)):
        yield given.problem("calls-nothing", "rules", name)


def _engine_limits(given: Inspection) -> Iterator[Problem]:
    """Yield what the matching network cannot hold: numbers too large, too many names in one condition."""
    for possible in given.possible_values[:1]:  # the size of a condition is the same at every date
        rules = given.kb.active_rules
        try:
            Network(
                {name: resolve(rules[name].when, given.kb.parameters, possible.date) for name in rules}, given.kb.places
            )
        except KnowledgeError as error:
            yield from (problem for problem in error.problems if problem.code in _NETWORK_CODES)
