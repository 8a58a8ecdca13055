"""Exact search over finite domains: an assignment that makes conditions true or false, or the proof that none does.

A condition is read with some names assigned and the rest unknown. Kleene's logic is monotone: what is true or false
with less known stays so with more, so a branch ends as soon as a goal is decided, and only names that still leave a
goal open are tried. Rules read few names; past a number of steps the search says that it is too wide (`TooWideError`)
rather than claim anything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from recommender.knowledge.conditions import Known, Truth, evaluate, support
from recommender.knowledge.possible_values import Value, Variable, World
from recommender.model.conditions import SCALE, All, Comparison, Condition, Interval, Not
from recommender.model.conditions import Any as AnyOf

Assignment = Mapping[Variable, Value]
Goal = tuple[Condition, Truth]
MOST_STEPS = 20_000
ALWAYS, NEVER = All(()), AnyOf(())  # conditions that read nothing


class TooWideError(Exception):
    """The search passed its number of steps: nothing is claimed."""


class Board:
    """Names assigned so far, readable by `evaluate`."""

    def __init__(self, assigned: Assignment | None = None) -> None:
        self.scores: dict[str, int] = {}
        self.facts: dict[str, Value] = {}
        self.findings: dict[str, Truth] = {}
        self.known = Known(self.scores, self.facts, self.findings)
        self.steps = 0
        for variable, value in (assigned or {}).items():
            self.put(variable, value)

    def put(self, variable: Variable, value: Value) -> None:
        reads, name = variable
        if reads == "score":
            assert isinstance(value, int)
            self.scores[name] = value
        elif reads == "fact":
            self.facts[name] = value
        else:
            self.findings[name] = Truth.TRUE if value is True else Truth.FALSE

    def take(self, variable: Variable) -> None:
        reads, name = variable
        if reads == "score":
            del self.scores[name]
        elif reads == "fact":
            del self.facts[name]
        else:
            del self.findings[name]

    def holds(self, variable: Variable) -> bool:
        reads, name = variable
        return name in (self.scores if reads == "score" else self.facts if reads == "fact" else self.findings)

    def step(self) -> None:
        self.steps += 1
        if self.steps > MOST_STEPS:
            raise TooWideError

    def assignment(self) -> dict[Variable, Value]:
        found: dict[Variable, Value] = {("score", name): value for name, value in self.scores.items()}
        found |= {("fact", name): value for name, value in self.facts.items()}
        return found | {("finding", name): truth is Truth.TRUE for name, truth in self.findings.items()}


def open_variables(condition: Condition, board: Board) -> Iterator[Variable]:
    """Yield the unassigned names that leave an undetermined condition open, in reading order."""
    for comparison in support(condition, board.known, Truth.UNDETERMINED):
        variable = (comparison.reads, comparison.name)
        if not board.holds(variable):
            yield variable


def find(
    world: World, goals: Sequence[Goal], fixed: Assignment | None = None, consistent: bool = False
) -> dict[Variable, Value] | None:
    """Return an assignment under which every goal has the truth wanted (TRUE or FALSE), None if there is none.

    `fixed` is kept as it is. `consistent`: facts that a framework derives from an indicator agree with its level.

    Raises
    ------
    TooWideError
        If the search takes too many steps.
    """
    board = Board(fixed)
    admits = _agrees(world, board) if consistent else _any_value

    def search() -> bool:
        board.step()
        variable: Variable | None = None
        for condition, wanted in goals:
            truth = evaluate(condition, board.known)
            if truth is Truth.UNDETERMINED:
                variable = next((v for v in open_variables(condition, board) if world.domain(v)), None)
                if variable is None:
                    return False
            elif truth is not wanted:
                return False
        if variable is None:
            return True
        for value in world.domain(variable):
            if admits(variable, value):
                board.put(variable, value)
                if search():
                    return True
                board.take(variable)
        return False

    return board.assignment() if search() else None


def counterexample(world: World, first: Condition, second: Condition) -> dict[Variable, Value] | None:
    """Return an assignment, all other names unknown, that makes the first true and the second not; None if none does.

    Raises
    ------
    TooWideError
        If the search takes too many steps.
    """
    board = Board()
    missing: set[Variable] = set()

    def search() -> bool:
        board.step()
        truth = evaluate(first, board.known)
        if truth is Truth.FALSE:
            return False
        if truth is Truth.TRUE:  # with fewer names known the second is true less often: this is its best case to fail
            return evaluate(second, board.known) is not Truth.TRUE
        variable = next((v for v in open_variables(first, board) if v not in missing), None)
        if variable is None:
            return False
        for value in (*world.domain(variable), *world.intervals(variable)):
            board.put(variable, value)
            if search():
                return True
            board.take(variable)
        missing.add(variable)
        found = search()
        missing.discard(variable)
        return found

    return board.assignment() if search() else None


def replaced(condition: Condition, leaf: Comparison, by: Condition) -> Condition:
    """Return the condition with one of its comparisons replaced wherever it stands."""
    if isinstance(condition, Comparison):
        return by if condition == leaf else condition
    if isinstance(condition, Not):
        return Not(replaced(condition.member, leaf, by))
    return type(condition)(tuple(replaced(member, leaf, by) for member in condition.members))


def minimal(assigned: Assignment, holds: Callable[[Board], bool]) -> dict[Variable, Value]:
    """Return the assignment without the names that `holds` does not need: the smallest witness found greedily."""
    kept = dict(assigned)
    for variable in sorted(assigned):
        fewer = {other: value for other, value in kept.items() if other != variable}
        if holds(Board(fewer)):
            kept = fewer
    return kept


def witness(assigned: Assignment) -> str:
    """Return an assignment as the `given` of an example: names sorted, scores and numbers as files have them.

    >>> witness({("score", "drinking-water"): 400, ("fact", "coastal"): True})
    '{coastal: true, drinking-water: 0.4}'
    """
    inside = ", ".join(f"{name}: {shown(value)}" for (_, name), value in sorted(assigned.items(), key=_by_name))
    return f"{{{inside}}}"


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


def _by_name(entry: tuple[Variable, Value]) -> tuple[str, str]:
    return entry[0][1], entry[0][0]


def _any_value(variable: Variable, value: Value) -> bool:
    return True


def _agrees(world: World, board: Board) -> Callable[[Variable, Value], bool]:
    """Return whether a value agrees with what the levels on the board derive, and a level with the facts on it."""

    def fits(fact: str, value: Value, score: int | None) -> bool:
        derived = None if score is None else world.derived(fact, world.level_of.get(score))
        if isinstance(derived, Interval):
            return isinstance(value, int) and derived.low <= value <= derived.high
        return derived is None or derived == value

    def admits(variable: Variable, value: Value) -> bool:
        reads, name = variable
        facts = world.kb.facts
        if reads == "fact":
            source = facts[name].derived
            if source is None or source.year != "data":
                return True
            return fits(name, value, board.scores.get(source.indicator))
        if reads == "score":
            assert isinstance(value, int)
            for fact, given in board.facts.items():
                source = facts[fact].derived
                reads_it = source is not None and source.year == "data" and source.indicator == name
                if reads_it and not fits(fact, given, value):
                    return False
        return True

    return admits
