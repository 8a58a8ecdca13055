"""Conditions solved exactly: values of names that make them true or false, or the proof that there are none.

In: conditions and what their names can be (`possible_values`). Out: an assignment, None where no assignment does it.

A condition is read with some names assigned and the rest unknown. Kleene's logic is monotone: what is true or false
with less known stays so with more, so a branch ends as soon as a condition is decided, and only names that still leave
one open are tried. Conditions read few names; past a number of steps the search says that it is too wide
(`TooWideError`) rather than claim anything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from recommender.knowledge.conditions import Known, Truth, evaluate, support
from recommender.knowledge.possible_values import PossibleValues, Value, Variable
from recommender.model.conditions import All, Comparison, Condition, Not
from recommender.model.conditions import Any as AnyOf

Values = Mapping[Variable, Value]
Wanted = tuple[Condition, Truth]
MOST_STEPS = 20_000
ALWAYS, NEVER = All(()), AnyOf(())  # conditions that read nothing


class TooWideError(Exception):
    """The search passed its number of steps: nothing is claimed."""


class Assignment:
    """Names assigned so far, readable by `evaluate`; a name may also be assigned to stay unknown (None)."""

    def __init__(self, values: Values | None = None) -> None:
        self._scores: dict[str, int] = {}
        self._facts: dict[str, Value] = {}
        self._findings: dict[str, Truth] = {}
        self._unknown: set[Variable] = set()
        self.known = Known(self._scores, self._facts, self._findings)
        for variable, value in (values or {}).items():
            self.put(variable, value)

    def put(self, variable: Variable, value: Value | None) -> None:
        reads, name = variable
        if value is None:
            self._unknown.add(variable)
        elif reads == "score":
            assert isinstance(value, int)
            self._scores[name] = value
        elif reads == "fact":
            self._facts[name] = value
        else:
            self._findings[name] = Truth.TRUE if value is True else Truth.FALSE

    def take(self, variable: Variable) -> None:
        self._unknown.discard(variable)
        self._table(variable).pop(variable[1], None)

    def holds(self, variable: Variable) -> bool:
        return variable in self._unknown or variable[1] in self._table(variable)

    def _table(self, variable: Variable) -> dict[str, int] | dict[str, Value] | dict[str, Truth]:
        reads, _ = variable
        return self._scores if reads == "score" else self._facts if reads == "fact" else self._findings

    def values(self) -> dict[Variable, Value]:
        """Return the values of the names that are known."""
        found: dict[Variable, Value] = {("score", name): value for name, value in self._scores.items()}
        found |= {("fact", name): value for name, value in self._facts.items()}
        return found | {("finding", name): truth is Truth.TRUE for name, truth in self._findings.items()}

    def open_names(self, condition: Condition) -> Iterator[Variable]:
        """Yield the unassigned names that leave an undetermined condition open, in reading order."""
        for comparison in support(condition, self.known, Truth.UNDETERMINED):
            variable = (comparison.reads, comparison.name)
            if not self.holds(variable):
                yield variable


def find(
    possible: PossibleValues, wanted: Sequence[Wanted], fixed: Values | None = None, consistent: bool = False
) -> dict[Variable, Value] | None:
    """Return an assignment under which every condition has the truth wanted (TRUE or FALSE), None if there is none.

    `fixed` is kept as it is. `consistent`: facts that a framework derives from an indicator agree with its level.

    Raises
    ------
    TooWideError
        If the search takes too many steps.
    """
    assigned = Assignment(fixed)

    def judge() -> bool | Variable:
        name: Variable | None = None
        for condition, truth in wanted:
            found = evaluate(condition, assigned.known)
            if found is Truth.UNDETERMINED:
                name = next((one for one in assigned.open_names(condition) if possible.domain(one)), None)
                if name is None:
                    return False
            elif found is not truth:
                return False
        return name or True

    def choices(variable: Variable) -> Iterator[Value]:
        return (v for v in possible.domain(variable) if not consistent or _agrees(possible, assigned, variable, v))

    return _search(assigned, judge, choices)


def counterexample(possible: PossibleValues, first: Condition, second: Condition) -> dict[Variable, Value] | None:
    """Return an assignment, all other names unknown, that makes the first true and the second not; None if none does.

    Raises
    ------
    TooWideError
        If the search takes too many steps.
    """
    assigned = Assignment()

    def judge() -> bool | Variable:
        truth = evaluate(first, assigned.known)
        if truth is Truth.TRUE:  # with fewer names known the second is true less often: this is its best case to fail
            return evaluate(second, assigned.known) is not Truth.TRUE
        return truth is Truth.UNDETERMINED and next(assigned.open_names(first), False)

    def choices(variable: Variable) -> Iterable[Value | None]:
        return (*possible.domain(variable), *possible.intervals(variable), None)

    return _search(assigned, judge, choices)


def _search(
    assigned: Assignment,
    judge: Callable[[], bool | Variable],
    choices: Callable[[Variable], Iterable[Value | None]],
) -> dict[Variable, Value] | None:
    """Assign names until `judge` is content; it says True, False (nothing more can help), or the name to try next."""
    steps = 0

    def is_content() -> bool:
        nonlocal steps
        steps += 1
        if steps > MOST_STEPS:
            raise TooWideError
        verdict = judge()
        if isinstance(verdict, bool):
            return verdict
        for value in choices(verdict):
            assigned.put(verdict, value)
            if is_content():
                return True
            assigned.take(verdict)
        return False

    return assigned.values() if is_content() else None


def smallest(values: Values, suffices: Callable[[Values], bool]) -> dict[Variable, Value]:
    """Return the assignment without the names that it suffices without, left out one by one in order."""
    kept = dict(values)
    for variable in sorted(values):
        fewer = {other: value for other, value in kept.items() if other != variable}
        if suffices(fewer):
            kept = fewer
    return kept


def makes(wanted: Sequence[Wanted]) -> Callable[[Values], bool]:
    """Return what tells of an assignment whether it makes every condition what is wanted."""
    return lambda values: all(truth_under(condition, values) is truth for condition, truth in wanted)


def truth_under(condition: Condition, values: Values) -> Truth:
    """Return what a condition is with these names known and no other."""
    return evaluate(condition, Assignment(values).known)


def replaced(condition: Condition, by: Callable[[Comparison], Condition]) -> Condition:
    """Return the condition with each comparison replaced."""
    if isinstance(condition, Comparison):
        return by(condition)
    if isinstance(condition, Not):
        return Not(replaced(condition.member, by))
    return type(condition)(tuple(replaced(member, by) for member in condition.members))


def decided(condition: Condition, variable: Variable, value: Value) -> Condition:
    """Return the condition with every comparison of a name decided by its value."""

    def by(comparison: Comparison) -> Condition:
        if (comparison.reads, comparison.name) != variable:
            return comparison
        return ALWAYS if truth_under(comparison, {variable: value}) is Truth.TRUE else NEVER

    return replaced(condition, by)


def over_levels(possible: PossibleValues, condition: Condition, doubt: bool = False) -> Condition:
    """Return the condition over scores alone that is true wherever this one is, once all levels are known.

    Facts are what levels give, else what the base assumes. What nothing tells (a fact without either, an indicator
    that the framework does not measure) makes a comparison fail, with `doubt` hold.
    """
    if isinstance(condition, Not):
        return Not(over_levels(possible, condition.member, not doubt))
    if not isinstance(condition, Comparison):
        return type(condition)(tuple(over_levels(possible, member, doubt) for member in condition.members))
    reads, name = condition.reads, condition.name
    if reads == "score" and possible.levels(name):
        return condition

    def holds_of(value: Value | None) -> bool:
        truth = truth_under(condition, {} if value is None else {(reads, name): value})
        return truth is Truth.TRUE or (doubt and truth is Truth.UNDETERMINED)

    source = possible.source(name) if reads == "fact" else None
    levels = possible.levels(source) if source is not None else ()
    if source is None or not levels:
        return ALWAYS if holds_of(possible.assumed(name) if reads == "fact" else None) else NEVER
    holding = [level for level in levels if holds_of(possible.fact_at(name, level))]
    if len(holding) in (0, len(levels)):
        return ALWAYS if holding else NEVER
    return Comparison("score", source, "in", tuple(map(possible.framework.score, holding)))


def _agrees(possible: PossibleValues, assigned: Assignment, variable: Variable, value: Value) -> bool:
    """Return whether a value agrees with what the levels assigned derive, and a level with the facts assigned."""
    reads, name = variable
    known = assigned.known
    if reads == "fact":
        source = possible.source(name)
        return source is None or possible.agrees(name, value, known.scores.get(source))
    if reads == "score":
        assert isinstance(value, int)
        return all(
            possible.agrees(fact, given, value) for fact, given in known.facts.items() if possible.source(fact) == name
        )
    return True
