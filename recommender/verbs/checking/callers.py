"""Works against the rules that call them: do they ever apply there, are they met already, do they rest on what applies.

In: `Inspection`. Out: problems, exact over every village that the levels, facts and words allow (`solver`). A rule that
finds something only where its work does not apply promises what no plan can hold.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from recommender.knowledge.conditions import names_read
from recommender.knowledge.graph import work_graph
from recommender.knowledge.solver import TooWideError
from recommender.language.errors import Problem
from recommender.language.wording import Key
from recommender.model.conditions import All, Comparison, Condition, Not
from recommender.model.conditions import Any as AnyOf
from recommender.model.knowledge import Intervention, Rule
from recommender.pipeline.drafts import PREREQUISITE
from recommender.verbs.checking.inspection import Inspection


class _Claim(NamedTuple):
    """What is wrong with a work where a rule calls it: told once for all such rules."""

    key: Key
    work: str
    path: tuple[str | int, ...]
    said: tuple[tuple[str, str], ...] = ()


def check_callers(given: Inspection) -> Iterator[Problem]:
    """Yield calls of works that can never answer the rule, for each rule and work."""
    works = given.kb.interventions
    if not given.possible_values:
        return
    found: dict[_Claim, list[str]] = {}
    for name, rule in given.kb.active_rules.items():
        for called in rule.calls:
            if works[called].status == "active":
                try:
                    for claim in _answers(given, name, rule, called):
                        found.setdefault(claim, []).append(name)
                except TooWideError:
                    continue  # nothing is claimed; the rule's own condition was told already if it is too wide
    for (code, called, path, said), rules in found.items():
        yield given.problem(code, "interventions", called, *path, rules=", ".join(rules), **dict(said))
    for name, work in sorted(works.items()):
        if work.status == "active" and work.met_when:
            yield from _backwards(given, name, work)
            yield from _there_wherever_called(given, name, work)


def _answers(given: Inspection, name: str, rule: Rule, called: str) -> Iterator[_Claim]:
    work = given.kb.interventions[called]
    subject = name if rule.about == "self" else rule.about
    met = work.met_when.get(subject)
    holds = rule.when
    if work.applies_when is not None:
        if given.implies(holds, Not(work.applies_when)):
            yield _Claim("never-applies.call", called, ("applies-when",))
            return
        holds = All((holds, work.applies_when))
    if met is not None and given.implies(holds, met):
        yield _Claim("already-met", called, ("met-when", subject))
        return
    yield from _rests(given, called, holds)


def _rests(given: Inspection, called: str, holds: Condition) -> Iterator[_Claim]:
    """Yield prerequisites that apply in no village in which the work is called, and are not there already either."""
    works = given.kb.interventions
    for other in sorted(work_graph(given.kb).closure([called], ["all"]) - {called}):
        usable = _usable(works[other])
        if usable is not None and given.implies(holds, Not(usable)):
            yield _Claim("never-applies.needed", called, ("requires",), (("name", other),))
    for number, group in enumerate(works[called].requires_any):
        members = [_usable(works[other]) for other in group if works[other].status == "active"]
        usable_only = tuple(condition for condition in members if condition is not None)
        if members and len(usable_only) == len(members) and given.implies(holds, Not(AnyOf(usable_only))):
            yield _Claim("never-applies.group", called, ("requires-any", number), (("works", ", ".join(group)),))


def _backwards(given: Inspection, name: str, work: Intervention) -> Iterator[Problem]:
    """Yield scores that the work raises and that must be low for it to be met."""
    for subject, condition in work.met_when.items():
        for one, is_denied in signed(condition):
            wants_low = one.word in (("above", "at-least") if is_denied else ("below", "at-most"))
            if one.reads == "score" and one.name in work.improves and wants_low:
                yield given.problem("already-met.backwards", "interventions", name, "met-when", subject, name=one.name)


def _there_wherever_called(given: Inspection, name: str, work: Intervention) -> Iterator[Problem]:
    """Yield a work that counts as there just where a rule misses it: a fact is denied in both, affirmed in none."""
    there = work.met_when.get(PREREQUISITE)
    if there is None:
        return
    denied = {one.name for one, is_denied in signed(there) if one.reads == "fact" and one.operand is is_denied}
    calling = {rule: noun.when for rule, noun in given.kb.active_rules.items() if name in noun.calls}
    callers = {rule: when for rule, when in calling.items() if denied & names_read(when, "fact")}
    try:
        missing = [rule for rule, when in callers.items() if given.implies(when, there)]
        if missing and not any(given.implies(when, Not(there)) for when in calling.values()):
            path, rules = ("met-when", PREREQUISITE), ", ".join(missing)
            yield given.problem("already-met.prerequisite", "interventions", name, *path, rules=rules)
    except TooWideError:
        return


def signed(condition: Condition, is_denied: bool = False) -> Iterator[tuple[Comparison, bool]]:
    """Yield the comparisons of a condition, and whether an odd number of `not` stands above each."""
    if isinstance(condition, Comparison):
        yield condition, is_denied
    elif isinstance(condition, Not):
        yield from signed(condition.member, not is_denied)
    else:
        for member in condition.members:
            yield from signed(member, is_denied)


def _usable(work: Intervention) -> Condition | None:
    """Return when a prerequisite applies or is there already; None if always."""
    if work.applies_when is None:
        return None
    met = work.met_when.get(PREREQUISITE)
    return work.applies_when if met is None else AnyOf((work.applies_when, met))
