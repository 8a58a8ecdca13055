"""Weak levels that no rule answers: exact over everything else that the rules in question read.

In: `Inspection`. Out: a `gap` problem for each indicator and level, with the smallest case that shows it.

A level is weak below the cut-off of its dimension. It is answered in a village where an active rule about the
indicator is true (no fact given, assumptions and facts that levels give allowed) and calls a work that reaches a higher
rung there, is not met already and may apply; or where a rule about itself is true that would not be at the top level.
All of this is one condition over levels, which the solver is asked to make false.
"""

from __future__ import annotations

from collections.abc import Iterator

from recommender.knowledge.conditions import Truth
from recommender.knowledge.possible_values import PossibleValues, Value, Variable
from recommender.knowledge.solver import TooWideError, Values, Wanted, decided, find, over_levels, smallest
from recommender.language.errors import Problem
from recommender.language.wording import joined, phrase
from recommender.model.conditions import All, Condition, Not
from recommender.model.conditions import Any as AnyOf
from recommender.verbs.checking.inspection import Inspection
from recommender.verbs.checking.rules import makes_need
from recommender.verbs.checking.works import rises
from recommender.verbs.checking.written import shown, witness

GAP = "gap"


def check_gaps(given: Inspection) -> Iterator[Problem]:
    """Yield a problem for each weak level of an actionable indicator that some village has unanswered.

    What catalog/accepted.yaml says of a gap with a condition is left out where the condition is true. On a ladder of
    which it is not sure what earns which level, all levels together are one warning, at the framework's item.
    """
    meant = {name: entry for name, entry in given.kb.accepted.items() if entry.code == GAP and entry.when is not None}
    idle = set(meant)
    reported: set[tuple[str, int]] = set()
    for possible in given.possible_values:
        for code, item in possible.framework.items.items():
            mine = {key: entry.when for key, entry in meant.items() if entry.at == f"indicators/{item.indicator}"}
            found: dict[int, dict[Variable, Value]] = {}
            for level in _weak_levels(possible, item.indicator):
                try:
                    weak = _WeakLevel(possible, item.indicator, level)
                    idle -= {key for key, condition in mine.items() if weak.excuse(condition)}
                    case = weak.unanswered()
                except TooWideError:
                    yield given.problem(
                        "too-wide-to-check.level", "indicators", item.indicator, level=level, framework=possible.name
                    )
                    continue
                if case is not None and (item.indicator, possible.framework.score(level)) not in reported:
                    found[level] = case
            reported |= {(item.indicator, possible.framework.score(level)) for level in found}
            if possible.is_sure(item.indicator):
                for level, case in found.items():
                    told = _told(possible, item.indicator, [level], case)
                    yield given.problem("gap", "indicators", item.indicator, **told)
            elif found:
                told = _told(possible, item.indicator, list(found), found[min(found)])
                yield given.problem("gap-on-unsure-ladder", "frameworks", possible.name, "items", code, **told)
    for name in sorted(idle):
        yield given.problem("idle-accepted.gap", "accepted", name)


def _weak_levels(possible: PossibleValues, name: str) -> Iterator[int]:
    """Yield the levels of an actionable indicator below the cut-off of its dimension, the top level never."""
    indicator = possible.kb.indicators[name]
    if indicator.actionable != "no":
        cut_off = possible.kb.number(possible.kb.dimensions[indicator.dimension].cut_off, possible.date)
        yield from (level for level in possible.levels(name)[:-1] if possible.framework.score(level) < cut_off)


def _told(possible: PossibleValues, name: str, levels: list[int], case: Values) -> dict[str, object]:
    """Return the values of the sentence about unanswered levels."""
    cut_off = possible.kb.number(possible.kb.dimensions[possible.kb.indicators[name].dimension].cut_off, possible.date)
    scored = (phrase("level-score", level=level, score=shown(possible.framework.score(level))) for level in levels)
    return {
        "levels": joined(", ", scored),
        "framework": possible.name,
        "cut_off": shown(cut_off),
        "case": witness(case),
    }


class _WeakLevel:
    """One weak level of an indicator: when a rule answers it, as a condition over the levels of other indicators."""

    def __init__(self, possible: PossibleValues, indicator: str, level: int) -> None:
        self.possible, self.kb, self.indicator, self.level = possible, possible.kb, indicator, level
        self.variable: Variable = ("score", indicator)
        self.fixed: Values = {self.variable: possible.framework.score(level)}
        self.answers = list(self._answers())

    def excuse(self, condition: Condition) -> bool:
        """Leave out the villages in which the condition is true; return whether one with this gap was among them."""
        meant = over_levels(self.possible, self.possible.expanded(condition))
        excused = find(self.possible, [(meant, Truth.TRUE), self._answered(Truth.FALSE)], self.fixed) is not None
        self.answers.append(meant)
        return excused

    def unanswered(self) -> dict[Variable, Value] | None:
        """Return other levels under which no rule answers, as few as show it and the level; None if there are none.

        Raises
        ------
        TooWideError
            If the search takes too many steps.
        """
        case = find(self.possible, [self._answered(Truth.FALSE)], self.fixed)
        return None if case is None else smallest(case, self._is_never_answered)

    def _is_never_answered(self, case: Values) -> bool:
        """Return whether no rule answers the level, whatever the levels are that the case does not name."""
        try:
            return self.variable in case and find(self.possible, [self._answered(Truth.TRUE)], case) is None
        except TooWideError:
            return False

    def _answered(self, truth: Truth) -> Wanted:
        return AnyOf(tuple(self.answers)), truth

    def _answers(self) -> Iterator[Condition]:
        """Yield for each rule that may answer the level the condition under which it does."""
        kb, possible = self.kb, self.possible
        called = {w for rule in kb.active_rules.values() if rule.about == self.indicator for w in rule.calls}
        active = {name for name in kb.interventions if kb.interventions[name].status == "active"}
        for name, rule in kb.active_rules.items():
            if rule.about == self.indicator and makes_need(possible, rule, self.level):
                works = [w for w in rule.calls if w in active and self._rises(w, called & active)]
                yield All((over_levels(possible, possible.rule(name)), self._usable(works, self.indicator)))
            elif rule.about == "self" and self._is_read_by(name):
                works = [w for w in rule.calls if w in active]
                top = possible.framework.score(possible.levels(self.indicator)[-1])
                condition = over_levels(possible, possible.rule(name))
                vanishes = Not(decided(condition, self.variable, top))
                yield All((condition, vanishes, self._usable(works, name)))

    def _is_read_by(self, rule: str) -> bool:
        return self.variable in self.possible.reads(rule)

    def _rises(self, work: str, called: set[str]) -> bool:
        return rises(self.possible, self.indicator, self.level, work, called)

    def _usable(self, works: list[str], subject: str) -> Condition:
        """Return when one of the works is not met for the subject already and may apply."""
        return AnyOf(tuple(All((*self._open(work, subject),)) for work in works))

    def _open(self, work: str, subject: str) -> Iterator[Condition]:
        noun, possible = self.kb.interventions[work], self.possible
        if subject in noun.met_when:
            yield Not(over_levels(possible, possible.expanded(noun.met_when[subject])))
        if noun.applies_when is not None:
            yield over_levels(possible, possible.expanded(noun.applies_when), doubt=True)
