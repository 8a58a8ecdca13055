"""Comparisons and values as the files write them, for messages to authors."""

from __future__ import annotations

from recommender.knowledge.possible_values import Value, Variable
from recommender.knowledge.solver import Values
from recommender.model.conditions import SCALE, Comparison, Interval


def said(comparison: Comparison) -> str:
    """Return a comparison as it is written: `drinking-water below 0.4`."""
    operand = comparison.operand
    if comparison.reads == "finding":
        return comparison.name
    if isinstance(operand, tuple):
        return f"{comparison.name} in [{', '.join(shown(value) for value in operand)}]"
    bound = comparison.parameter or (shown(operand) if isinstance(operand, bool | int | str) else operand.name)
    return f"{comparison.name} {comparison.word} {bound}"


def witness(values: Values) -> str:
    """Return an assignment as the `given` of an example: names sorted, scores and numbers as files have them.

    >>> witness({("score", "drinking-water"): 400, ("fact", "coastal"): True})
    '{coastal: true, drinking-water: 0.4}'
    """
    inside = ", ".join(f"{name}: {shown(value)}" for (_, name), value in by_name(values))
    return f"{{{inside}}}"


def by_name(values: Values) -> list[tuple[Variable, Value]]:
    """Return the names with their values, sorted by name."""
    return sorted(values.items(), key=lambda entry: entry[0][::-1])


def shown(value: Value) -> str:
    """Return a value as a file has it: true, a word, a number without needless decimals.

    >>> shown(400), shown(3000), shown(True)
    ('0.4', '3', 'true')
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Interval):
        return f"{shown(value.low)} to {shown(value.high)}"
    if isinstance(value, str):
        return value
    return f"{value // SCALE}" if value % SCALE == 0 else f"{value / SCALE:.3f}".rstrip("0")


def rupiah_of(amount: float) -> str:
    """Return an amount to three digits, as files write it.

    >>> rupiah_of(41_724_000), rupiah_of(900)
    ('41_700_000', '900')
    """
    digits = max(len(str(round(amount))) - 3, 0)
    return f"{round(amount, -digits):_.0f}"


def times(factor: float) -> str:
    """Return how many times one number is another.

    >>> times(12.3), times(0.5), times(0.0004)
    ('12', '0.5', '1/2_500')
    """
    if factor < 0.1:
        return f"1/{1 / factor:_.0f}"
    return f"{factor:.2g}" if factor < 10 else f"{factor:_.0f}"
