"""The order in which rules can be decided: each after the rules whose findings it reads.

In: conditions by rule. Out: strata, or a problem for every cycle. A cycle through `not` has no meaning; one without
`not` has several, so it is refused too: what a finding rests on must end at measurements and facts.
Carries out docs/method.md, "Conditions".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from recommender.knowledge.conditions import names_read
from recommender.knowledge.graph import circles, generations
from recommender.language.errors import KnowledgeError, Problem, problem
from recommender.language.wording import did_you_mean, joined, phrase
from recommender.model.conditions import Comparison, Condition, Not


def strata(conditions: Mapping[str, Condition], places: Mapping[str, str] | None = None) -> tuple[tuple[str, ...], ...]:
    """Return the rules in strata: a rule stands right after the last of the rules that it reads; each is sorted.

    Parameters
    ----------
    conditions
        Rule -> condition, resolved or not.
    places
        `rules/<name>` -> file and line, for messages.

    Raises
    ------
    KnowledgeError
        If rules read one another in a circle, or read a rule that is not here: every case, with its names.

    >>> weak, strong = Comparison("score", "road", "below", 800), Comparison("finding", "no-road", "is", True)
    >>> strata({"isolated": strong, "no-road": weak})
    (('no-road',), ('isolated',))
    """
    problems = [*_unknown_problems(conditions, places or {}), *cycle_problems(conditions, places or {})]
    if problems:
        raise KnowledgeError(problems)
    return generations(_reads(conditions))


def cycle_problems(conditions: Mapping[str, Condition], places: Mapping[str, str]) -> list[Problem]:
    """Return a problem for each circle of rules (of a knot of circles, at least one), at its first rule's place."""
    problems = []
    for cycle in circles(_reads(conditions)):
        shown = joined(phrase("reads"), [f"'{name}'" for name in (*cycle, cycle[0])])
        negated = any(b in _negated(conditions[a]) for a, b in zip(cycle, (*cycle[1:], cycle[0]), strict=True))
        where = places.get(f"rules/{cycle[0]}", "rules")
        problems.append(problem(where, "negation-cycle" if negated else "finding-cycle", circle=shown))
    return sorted(problems)


def _unknown_problems(conditions: Mapping[str, Condition], places: Mapping[str, str]) -> list[Problem]:
    problems = []
    for rule in sorted(conditions):
        for other in sorted(names_read(conditions[rule], "finding") - conditions.keys()):
            where, near = places.get(f"rules/{rule}", "rules"), did_you_mean(other, conditions)
            problems.append(problem(where, "unknown-finding.read", rule=rule, name=other, near=near))
    return problems


def _reads(conditions: Mapping[str, Condition]) -> dict[str, frozenset[str]]:
    """Return rule -> the rules that it reads."""
    return {rule: names_read(condition, "finding") & conditions.keys() for rule, condition in conditions.items()}


def _negated(condition: Condition, under_not: bool = False) -> Iterator[str]:
    """Yield the findings that stand under an odd number of `not`."""
    if isinstance(condition, Comparison):
        if condition.reads == "finding" and under_not == (condition.operand is True):
            yield condition.name
    elif isinstance(condition, Not):
        yield from _negated(condition.member, not under_not)
    else:
        for member in condition.members:
            yield from _negated(member, under_not)
