"""Interventions as a graph: what is retired but used, impossible, unreachable, useless, or reaches no rung.

In: `Inspection`. Out: problems. Effects are judged on every framework's ladder, from every level that exists.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from recommender.knowledge.conditions import names_read
from recommender.knowledge.graph import work_graph
from recommender.knowledge.overlay_headers import retired_by_overlays
from recommender.knowledge.possible_values import PossibleValues, every_condition, work_conditions
from recommender.language.errors import Problem
from recommender.model.conditions import SCALE, comparisons
from recommender.model.knowledge import Effect, Intervention, KnowledgeBase, Rule
from recommender.pipeline.drafts import PREREQUISITE
from recommender.verbs.checking.inspection import Inspection


def check_works(given: Inspection) -> Iterator[Problem]:
    """Yield what is wrong with each work by itself and with what it rests on."""
    kb = given.kb
    for name, work in _active(kb):
        yield from _retired(given, name, work)
        yield from _exclusions(given, name, work)
        yield from _effects(given, name, work)
        yield from _inactive_findings(given, name, work)


def check_reach(given: Inspection) -> Iterator[Problem]:
    """Yield works that no rule leads to, that serve nothing, and conditions that are never asked (needs all rules)."""
    kb = given.kb
    called = {work for rule in kb.active_rules.values() for work in rule.calls}
    reached = work_graph(kb).closure(called & {name for name, _ in _active(kb)})
    resting = {other for _, work in _active(kb) for other in work.prerequisites}
    finding_calls = {work for rule in kb.active_rules.values() if rule.about == "self" for work in rule.calls}
    for name, work in _active(kb):
        if name not in reached:
            yield given.problem("unreachable-intervention", "interventions", name)
        if not work.improves and name not in resting | finding_calls:
            yield given.problem("useless-intervention", "interventions", name)
        yield from _idle_rounds(given, name, work)
        for subject in work.met_when:
            yield from _idle_met(given, name, work, subject)
    read = {name for condition in every_condition(kb) for name in names_read(condition, "finding")}
    of_needs = _read_for_needs(kb.active_rules)
    for name, rule in kb.active_rules.items():
        if rule.about == "none" and name not in read:
            yield given.problem("unread-finding", "rules", name)
        elif rule.about == "none" and rule.mark == "problem" and name not in of_needs:
            yield given.problem("problem-without-need", "rules", name, "kind")
        if rule.about == "none" and rule.kind is None and _holds_at_low_scores(rule):
            yield given.problem("lack-as-state", "rules", name)


def _read_for_needs(rules: Mapping[str, Rule]) -> set[str]:
    """Return the findings that rules about a need read, also through findings that they read."""
    reached: set[str] = set()
    waiting = [name for name, rule in rules.items() if rule.about != "none"]
    while waiting:
        name = waiting.pop()
        if name in rules:
            found = set(names_read(rules[name].when, "finding")) - reached
            reached |= found
            waiting += found
    return reached


def _holds_at_low_scores(rule: Rule) -> bool:
    """Return whether it reads scores, and asks of each that it is low."""
    words = [one.word for one in comparisons(rule.when) if one.reads == "score"]
    return bool(words) and all(word in ("below", "at-most") for word in words)


def _active(kb: KnowledgeBase) -> list[tuple[str, Intervention]]:
    return [(name, work) for name, work in sorted(kb.interventions.items()) if work.status == "active"]


def _retired(given: Inspection, name: str, work: Intervention) -> Iterator[Problem]:
    works, told = given.kb.interventions, retired_by_overlays(given.kb)
    for key, names in (("requires", work.requires), ("enhanced-by", work.enhanced_by)):
        for other in names:
            if works[other].status != "active" and other not in told:
                yield given.problem(
                    "retired-work.needed", "interventions", name, key, name=other, status=works[other].status
                )
    for group in work.requires_any:
        gone = [other for other in group if works[other].status != "active"]
        possible = [other for other in group if other not in gone and not _apart(given, name, other)]
        if not possible:
            yield given.problem("impossible-group", "interventions", name, "requires-any", works=", ".join(group))
            continue
        for other in (one for one in gone if one not in told):
            yield given.problem(
                "retired-work.needed", "interventions", name, "requires-any", name=other, status=works[other].status
            )


def _apart(given: Inspection, one: str, other: str) -> bool:
    """Return whether two works exclude each other, whichever of them says so."""
    apart: bool = work_graph(given.kb).excluded.has_edge(one, other)
    return apart


def _exclusions(given: Inspection, name: str, work: Intervention) -> Iterator[Problem]:
    """Yield exclusions inside what must all be built for the work: itself and its hard prerequisites."""
    if name in work.excludes:
        yield given.problem("excludes-itself", "interventions", name, "excludes")
    needed = work_graph(given.kb).closure([name], ["all"])
    for other in sorted(needed):
        if other != name and _apart(given, name, other):
            yield given.problem("excludes-prerequisite.needed", "interventions", name, "excludes", name=other)
    direct = {*work.requires}
    for one in sorted(direct):
        for other in sorted(direct):
            if one < other and _apart(given, one, other):
                yield given.problem(
                    "excludes-prerequisite.both", "interventions", name, "requires", one=one, other=other
                )
    for group in work.requires_any:
        possible = [o for o in group if given.kb.interventions[o].status == "active"]
        for other in possible:
            if _apart(given, name, other) and len(possible) > 1:
                yield given.problem("alternative-excluded", "interventions", name, "requires-any", name=other)


def _effects(given: Inspection, name: str, work: Intervention) -> Iterator[Problem]:
    for indicator in sorted(work.improves):
        measured = [possible for possible in given.possible_values if possible.levels(indicator)]
        is_alone = given.is_whole or work.package is None
        if measured and is_alone and not any(_rises_somewhere(possible, name, indicator) for possible in measured):
            ladders = "; ".join(f"{one.name} {', '.join(map(str, one.levels(indicator)))}" for one in measured)
            yield given.problem(
                "effect-reaches-nothing", "interventions", name, "improves", indicator, name=indicator, levels=ladders
            )


def _rises_somewhere(possible: PossibleValues, name: str, indicator: str) -> bool:
    active = {name for name, _ in _active(possible.kb)}
    return any(rises(possible, indicator, level, name, active) for level in possible.levels(indicator)[:-1])


def rises(possible: PossibleValues, indicator: str, level: int, name: str, together: set[str]) -> bool:
    """Return whether a work lifts an indicator above a level, alone or with the works of its package in `together`."""
    kb = possible.kb
    own = kb.interventions[name].improves.get(indicator)
    if own is None:
        return False
    package = kb.interventions[name].package
    members = [n for n in together if package is not None and kb.interventions[n].package == package]
    effects = [e for n in members if (e := kb.interventions[n].improves.get(indicator)) is not None]
    return _risen(possible, indicator, level, [own]) or _risen(possible, indicator, level, effects)


def _risen(possible: PossibleValues, indicator: str, level: int, effects: list[Effect]) -> bool:
    reach = max((effect.reaches or 0 for effect in effects), default=0)
    amount = sum((effect.adds or effect.share or 0) for effect in effects)
    return possible.framework.risen(indicator, level, reach, amount) > level


def _inactive_findings(given: Inspection, name: str, work: Intervention) -> Iterator[Problem]:
    for condition in work_conditions(work):
        for other in sorted(names_read(condition, "finding")):
            if given.kb.rules[other].status != "active":
                yield given.problem(
                    "inactive-finding.work", "interventions", name, name=other, status=given.kb.rules[other].status
                )


def _idle_rounds(given: Inspection, name: str, work: Intervention) -> Iterator[Problem]:
    """Yield a work that repeats though a second round adds nothing: no effect is an amount, no rule closes in part."""
    if not work.repeats or any(effect.reaches is None for effect in work.improves.values()):
        return
    if not any(rule.closes.get(name, SCALE) < SCALE for rule in given.kb.active_rules.values()):
        yield given.problem("idle-rounds", "interventions", name, "repeats")


def _idle_met(given: Inspection, name: str, work: Intervention, subject: str) -> Iterator[Problem]:
    """Yield a `met-when` that is never asked: the work does not serve that need."""
    rule = given.kb.active_rules.get(subject)
    if subject == PREREQUISITE:
        return  # a work may say that it is there already before anything rests on it
    if subject in given.kb.indicators:
        called = any(r.about == subject and name in r.calls for r in given.kb.active_rules.values())
        if subject not in work.improves and not called:
            yield given.problem("idle-met-when.indicator", "interventions", name, "met-when", subject, name=subject)
    elif rule is None or name not in rule.calls:
        yield given.problem("idle-met-when.rule", "interventions", name, "met-when", subject, name=subject)
