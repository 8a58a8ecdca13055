"""Weak levels that no rule answers: exact over everything else that the rules in question read.

In: `Inspection`. Out: a `gap` problem for each indicator and level, with the smallest case that shows it.

A level is weak below the cut-off of its dimension. It is answered in a village where an active rule about the
indicator is true (no fact given, assumptions and facts that levels give allowed) and calls a work that reaches a higher
rung there, is not met already and may apply; or where a rule about itself is true that would not be at the top level.
Every combination of the other indicators' levels is covered, by branching only on names that leave an answer open.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from math import prod

from recommender.knowledge.conditions import Truth, evaluate, names_read
from recommender.knowledge.possible_values import Value, Variable, World, scaled
from recommender.language.errors import Problem
from recommender.language.wording import joined, phrase
from recommender.model.conditions import Condition, comparisons
from recommender.verbs.checking.inspection import Inspection
from recommender.verbs.checking.rules import makes_need
from recommender.verbs.checking.solving import Assignment, Board, TooWideError, open_variables, shown, witness
from recommender.verbs.checking.works import rises

GAP = "gap"
_MOST_TRIALS = 500  # to find out that a name in a witness does not matter


@dataclass(frozen=True, slots=True)
class _Option:
    """A work that may answer: where it is met already, and where it applies (None: everywhere)."""

    met: Condition | None
    applies: Condition | None


@dataclass(frozen=True, slots=True)
class _Answer:
    """A rule that may answer a level; `for_itself`: a need of its own, which must vanish at the top level."""

    condition: Condition
    options: tuple[_Option, ...]
    for_itself: bool


def check_gaps(given: Inspection) -> Iterator[Problem]:
    """Yield a problem for each weak level of an actionable indicator that some village has unanswered.

    What catalog/accepted.yaml says of a gap with a condition is left out where the condition is true. On a ladder of
    which it is not sure what earns which level, all levels together are one warning, at the framework's item.
    """
    meant = {name: entry for name, entry in given.kb.accepted.items() if entry.code == GAP and entry.when is not None}
    idle = set(meant)
    reported: set[tuple[str, int]] = set()
    for world in given.worlds:
        for code, item in world.framework.items.items():
            mine = {key: entry.when for key, entry in meant.items() if entry.at == f"indicators/{item.indicator}"}
            found: dict[int, dict[Variable, Value]] = {}
            for level in _weak_levels(world, item.indicator):
                try:
                    search = _Search(world, item.indicator, level)
                    idle -= {key for key, condition in mine.items() if search.excuse(condition)}
                    case = search.unanswered()
                except TooWideError:
                    yield given.problem(
                        "too-wide-to-check.level", "indicators", item.indicator, level=level, framework=world.name
                    )
                    continue
                if case is not None and (item.indicator, world.framework.score(level)) not in reported:
                    found[level] = case
            reported |= {(item.indicator, world.framework.score(level)) for level in found}
            if world.is_sure(item.indicator):
                for level, case in found.items():
                    told = _told(world, item.indicator, [level], case)
                    yield given.problem("gap", "indicators", item.indicator, **told)
            elif found:
                told = _told(world, item.indicator, list(found), found[min(found)])
                yield given.problem("gap-on-unsure-ladder", "frameworks", world.name, "items", code, **told)
    for name in sorted(idle):
        yield given.problem("idle-accepted.gap", "accepted", name)


def _weak_levels(world: World, name: str) -> Iterator[int]:
    """Yield the levels of an actionable indicator below the cut-off of its dimension, the top level never."""
    indicator = world.kb.indicators[name]
    if indicator.actionable != "no":
        cut_off = world.kb.number(world.kb.dimensions[indicator.dimension].cut_off, world.date)
        yield from (level for level in world.levels(name)[:-1] if world.framework.score(level) < cut_off)


def _told(world: World, name: str, levels: list[int], case: Assignment) -> dict[str, object]:
    """Return the values of the sentence about unanswered levels."""
    cut_off = world.kb.number(world.kb.dimensions[world.kb.indicators[name].dimension].cut_off, world.date)
    scored = (phrase("level-score", level=level, score=shown(world.framework.score(level))) for level in levels)
    return {
        "levels": joined(", ", scored),
        "framework": world.name,
        "cut_off": shown(cut_off),
        "case": witness(case),
    }


class _Search:
    """Looks for a village with the indicator at the level in which no rule answers it."""

    def __init__(self, world: World, indicator: str, level: int) -> None:
        self.world, self.indicator = world, indicator
        self.variable: Variable = ("score", indicator)
        self.score = world.framework.score(level)
        self.top = world.framework.score(world.levels(indicator)[-1])
        self.answers = list(self._possible(level))
        self.facts = {name for answer in self.answers for part in _parts(answer) for name in names_read(part, "fact")}

    def excuse(self, condition: Condition) -> bool:
        """Leave out the villages in which the condition is true; return whether one with this gap was among them."""
        expanded = self.world.expanded(condition)
        self.facts |= names_read(expanded, "fact")
        excused = self.unanswered(expanded) is not None
        self.answers.append(_Answer(expanded, (_Option(None, None),), False))
        return excused

    def _possible(self, level: int) -> Iterator[_Answer]:
        world, kb, indicator = self.world, self.world.kb, self.indicator
        called = {w for rule in kb.active_rules.values() if rule.about == indicator for w in rule.calls}
        called = {name for name in called if kb.interventions[name].status == "active"}
        for name, rule in kb.active_rules.items():
            if rule.about == indicator and makes_need(world, rule, level):
                works = [w for w in rule.calls if w in called and rises(kb, world, indicator, level, w, called)]
                subject = indicator
            elif rule.about == "self" and any(
                c.reads == "score" and c.name == indicator for c in comparisons(world.rule(name))
            ):
                works = [w for w in rule.calls if kb.interventions[w].status == "active"]
                subject = name
            else:
                continue
            if works:
                yield _Answer(world.rule(name), tuple(self._option(w, subject) for w in works), rule.about == "self")

    def _option(self, name: str, subject: str) -> _Option:
        work, world = self.world.kb.interventions[name], self.world
        met = work.met_when.get(subject)
        return _Option(
            None if met is None else world.expanded(met),
            None if work.applies_when is None else world.expanded(work.applies_when),
        )

    def unanswered(self, within: Condition | None = None) -> dict[Variable, Value] | None:
        """Return the other levels under which no rule answers, the level itself included; None if there are none.

        `within`: only where this condition is true.

        Raises
        ------
        TooWideError
            If the search takes too many steps.
        """
        board = Board({self.variable: self.score})

        def search(answers: list[_Answer]) -> bool:
            board.step()
            left: list[_Answer] = []
            full = self._with_facts(board, self.score)
            is_within = Truth.TRUE if within is None else evaluate(within, full.known)
            if is_within is Truth.FALSE:
                return False
            for answer in answers:
                truth = evaluate(answer.condition, full.known)
                if truth is Truth.FALSE:
                    continue
                if truth is Truth.TRUE and self._surely(answer, board, full):
                    return False
                left.append(answer)
            parts = [part for answer in left for part in _parts(answer)] + ([within] if within is not None else [])
            variable = next((v for part in parts for v in self._open(part, full, board)), None)
            if variable is None:
                return is_within is Truth.TRUE and not any(self._at_last(answer, board, full) for answer in left)
            for value in self.world.domain(variable):
                board.put(variable, value)
                if search(left):
                    return True
                board.take(variable)
            return False

        return self._smallest(board.assignment()) if search(self.answers) else None

    def _smallest(self, found: Assignment) -> dict[Variable, Value]:
        """Return the witness without the indicators whose level, whatever it is, leaves it unanswered."""
        kept = dict(found)
        free: list[Variable] = []
        for variable in sorted(found):
            domains = [self.world.domain(other) for other in (*free, variable)]
            if variable == self.variable or prod(map(len, domains)) > _MOST_TRIALS:
                continue
            fewer = {other: value for other, value in kept.items() if other != variable}
            trials = (Board({**fewer, **dict(zip((*free, variable), t, strict=True))}) for t in product(*domains))
            if all(self._is_unanswered(trial) for trial in trials):
                kept = fewer
                free.append(variable)
        return kept

    def _is_unanswered(self, board: Board) -> bool:
        """Return whether it is proved that nothing answers here, whatever is not on the board."""
        full = self._with_facts(board, self.score)
        for answer in self.answers:
            if any(True for part in _parts(answer) for _ in self._open(part, full, board)):
                return False
            if self._at_last(answer, board, full):
                return False
        return True

    def _with_facts(self, board: Board, score: int) -> Board:
        """Return the board with the indicator at a score, and the facts that levels give or the base assumes.

        A fact that an indicator still open would give stays unknown.
        """
        full = Board(board.assignment())
        full.put(self.variable, score)
        for name in self.facts:
            fact = self.world.kb.facts[name]
            source = fact.derived if fact.derived is not None and fact.derived.year == "data" else None
            if source is not None and source.indicator in full.scores:
                level = self.world.level_of[full.scores[source.indicator]]
                derived = self.world.derived(name, level)
                if derived is not None:
                    full.put(("fact", name), derived)
                    continue
            elif source is not None and self.world.levels(source.indicator):
                continue
            if fact.assumption is not None:
                full.put(("fact", name), scaled(fact.assumption.value))
        return full

    def _open(self, part: Condition, full: Board, board: Board) -> Iterator[Variable]:
        """Yield the indicators, not yet assigned, whose level can still settle a condition."""
        if evaluate(part, full.known) is not Truth.UNDETERMINED:
            return
        for reads, name in open_variables(part, full):
            source = self.world.kb.facts[name].derived if reads == "fact" else None
            indicator = name if reads == "score" else source.indicator if source and source.year == "data" else ""
            variable = ("score", indicator)
            if indicator and not board.holds(variable) and self.world.domain(variable):
                yield variable

    def _surely(self, answer: _Answer, board: Board, full: Board) -> bool:
        """Return whether a rule that is true answers whatever the open names turn out to be."""
        if answer.for_itself and evaluate(answer.condition, self._with_facts(board, self.top).known) is not Truth.FALSE:
            return False
        return any(
            (option.met is None or evaluate(option.met, full.known) is Truth.FALSE)
            and (option.applies is None or evaluate(option.applies, full.known) is Truth.TRUE)
            for option in answer.options
        )

    def _at_last(self, answer: _Answer, board: Board, full: Board) -> bool:
        """Return whether the rule answers now that nothing more can be learned from levels."""
        if evaluate(answer.condition, full.known) is not Truth.TRUE:
            return False
        if answer.for_itself and evaluate(answer.condition, self._with_facts(board, self.top).known) is Truth.TRUE:
            return False
        return any(
            (option.met is None or evaluate(option.met, full.known) is not Truth.TRUE)
            and (option.applies is None or evaluate(option.applies, full.known) is not Truth.FALSE)
            for option in answer.options
        )


def _parts(answer: _Answer) -> Iterator[Condition]:
    yield answer.condition
    for option in answer.options:
        for part in (option.met, option.applies):
            if part is not None:
                yield part
