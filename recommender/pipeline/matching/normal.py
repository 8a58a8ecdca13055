"""Conditions in a form that a matching network can carry: no `not` above a comparison, nothing wide or deep.

In: a condition. Out: an equal one. Negation sinks to the comparisons, where it turns the word round (below <-> at
least); a yes/no fact and a finding become the numbers 1 and 0. Kleene's logic allows both, so truth stays the same,
undetermined included.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import prod

from recommender.model.conditions import All, Any, Comparison, Condition, Not, Operand, Word, comparisons

_OPPOSITE: Mapping[Word, Word] = {"below": "at-least", "at-least": "below", "above": "at-most", "at-most": "above"}


def yes_no_facts(conditions: Mapping[str, Condition]) -> frozenset[str]:
    """Return the facts that every rule asks only whether they are true or false."""
    asked = [c for condition in conditions.values() for c in comparisons(condition) if c.reads == "fact"]
    other = {c.name for c in asked if c.word != "is" or not isinstance(c.operand, bool)}
    return frozenset(c.name for c in asked) - other


def normal_form(condition: Condition, yes_no: frozenset[str], negated: bool = False) -> Condition:
    """Return the equal condition with `not` only before `is` and `in`, and no group directly in one of its kind."""
    if isinstance(condition, Not):
        return normal_form(condition.member, yes_no, not negated)
    if isinstance(condition, Comparison):
        return _normal_comparison(condition, yes_no, negated)
    kind = All if isinstance(condition, All) != negated else Any
    members: list[Condition] = []
    for member in condition.members:
        normal = normal_form(member, yes_no, negated)
        members.extend(normal.members if isinstance(normal, kind) else (normal,))
    return members[0] if len(members) == 1 else kind(tuple(members))


def _normal_comparison(comparison: Comparison, yes_no: frozenset[str], negated: bool) -> Condition:
    reads, name, word = comparison.reads, comparison.name, comparison.word
    if reads == "finding" or (reads == "fact" and name in yes_no):
        return (
            Comparison(reads, name, "at-least", 1)
            if comparison.operand != negated
            else Comparison(reads, name, "below", 1)
        )
    if not negated:
        return comparison
    return Comparison(reads, name, _OPPOSITE[word], comparison.operand) if word in _OPPOSITE else Not(comparison)


def operands(comparison: Comparison) -> tuple[Operand, ...]:
    """Return what an `is` or `in` compares with."""
    return comparison.operand if isinstance(comparison.operand, tuple) else (comparison.operand,)  # type: ignore[return-value]


def width(condition: Condition) -> int:
    """Return the number of alternatives of a normal form, written out: sums under `any`, products under `all`."""
    if isinstance(condition, Comparison):
        return len(operands(condition)) if condition.word == "in" else 1
    if isinstance(condition, Not):  # outside of n values: before, between and behind them
        assert isinstance(condition.member, Comparison)
        return len(operands(condition.member)) + 1
    widths = [width(member) for member in condition.members]
    return prod(widths) if isinstance(condition, All) else sum(widths)


def groups(condition: Condition) -> int:
    """Return the most `all` and `any` groups that a normal form takes when each value of a list is a range."""
    if isinstance(condition, Comparison):
        return {"is": 1, "in": 1 + len(operands(condition))}.get(condition.word, 0)
    if isinstance(condition, Not):
        return groups(condition.member)
    return 1 + sum(groups(member) for member in condition.members)


def narrowed(name: str, condition: Condition, limit: int) -> dict[str, Condition]:
    """Return the rule with its normal form kept to `limit` alternatives and groups, and the helpers it now reads.

    A part beyond the limit becomes a helper `<rule>/<number>`, to be decided before the rule and read like a finding.
    `limit` is at least 2.

    >>> wide = Any(tuple(Comparison("score", f"i{n}", "below", 500) for n in range(5)))
    >>> {rule: width(part) for rule, part in narrowed("r", wide, 3).items()}
    {'r/1': 3, 'r/2': 2, 'r': 2}
    """
    helpers: dict[str, Condition] = {}

    def fits(part: Condition) -> bool:
        return max(width(part), groups(part)) <= limit

    def lifted(part: Condition) -> Condition:
        if isinstance(part, Comparison) and not groups(part):
            return part
        helper = f"{name}/{len(helpers) + 1}"
        helpers[helper] = part
        return Comparison("finding", helper, "at-least", 1)

    def narrow(part: Condition) -> Condition:
        if isinstance(part, Comparison | Not):
            return part if fits(part) else narrow(_listed(part, limit))
        members = [narrow(member) for member in part.members]
        if isinstance(part, All):
            while not fits(All(tuple(members))):
                widest = max(range(len(members)), key=lambda index: (width(members[index]), groups(members[index])))
                members[widest] = lifted(members[widest])
            return All(tuple(members))
        while not fits(Any(tuple(members))):
            members = [lifted(run) for run in _runs(members, fits)]
        return Any(tuple(members))

    whole = narrow(condition)
    return {**helpers, name: whole}


def _listed(literal: Comparison | Not, limit: int) -> Condition:
    """Return a long `in` as an `any` of short ones, a long negated one as an `all`."""
    comparison = literal.member if isinstance(literal, Not) else literal
    assert isinstance(comparison, Comparison)
    values, size = operands(comparison), limit - 1
    parts = [
        Comparison(comparison.reads, comparison.name, "in", values[start : start + size])  # type: ignore[arg-type]
        for start in range(0, len(values), size)
    ]
    return All(tuple(Not(part) for part in parts)) if isinstance(literal, Not) else Any(tuple(parts))


def _runs(members: list[Condition], fits: Callable[[Condition], bool]) -> list[Condition]:
    """Return the members in runs that fit, each of several members an `any`."""
    runs: list[list[Condition]] = [[]]
    for member in members:
        if runs[-1] and not fits(Any((*runs[-1], member))):
            runs.append([])
        runs[-1].append(member)
    return [run[0] if len(run) == 1 else Any(tuple(run)) for run in runs]
