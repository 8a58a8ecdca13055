"""Rules as patterns for a matching network: one group of rules reads one fact of plain integers.

In: conditions in strata. Out: rulesets (one or more a stratum) of groups of patterns, as durable-rules writes them,
and the integers of a village that each group reads. Nothing here needs durable-rules.

Every name is read as an interval of two integer properties, low and high. Unknown is the widest interval, so that
"definitely" asks the unfavourable end and "possibly" the favourable one: three-valued logic without a missing
property. Words are integers from a table, far above every number.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from recommender.knowledge.strata import strata
from recommender.language.errors import EngineError, KnowledgeError, Problem, problem
from recommender.model.conditions import (
    All,
    Comparison,
    Condition,
    Interval,
    KnownFact,
    Not,
    Operand,
    comparisons,
)
from recommender.pipeline.matching.normal import narrowed, normal_form, operands, width, yes_no_facts

MOST_ALTERNATIVES = 12  # of one rule (each that is true matches once), and groups inside it: the network takes 15
MOST_UNITS = 60  # of one group: the network's match stack has 64 entries
MOST_PROPERTIES = 240  # of one fact: the network's limit is 250, its own five included
MOST_GROUPS = 40  # of one ruleset: the network's tables are finite
LARGEST = 10**15  # numbers are below it (a million million, in thousandths); all integers here stay below 2**53
_WORDS_FROM = 2 * LARGEST
_UNKNOWN = (-LARGEST, 4 * LARGEST)
_OPERATORS = {"below": "$lt", "at-most": "$lte", "above": "$gt", "at-least": "$gte"}

Pattern = dict[str, object]


@dataclass(frozen=True, slots=True)
class RuleGroup:
    """Rules that are matched against one fact, and the properties which that fact needs."""

    rules: tuple[str, ...]
    properties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RulesetPlan:
    """A ruleset: groups, and for each rule of them its two patterns (definitely, possibly), guards included."""

    groups: tuple[RuleGroup, ...]
    patterns: Mapping[str, tuple[Pattern, Pattern]]


class Network:
    """The plan of all rulesets in the order in which they run, and the encoding of what they read.

    Parameters
    ----------
    conditions
        Rule -> resolved condition.
    places
        `rules/<name>` -> file and line, for messages.

    Raises
    ------
    KnowledgeError
        If rules form a circle, or a rule has a number or a count of names that the network cannot hold.
    """

    def __init__(self, conditions: Mapping[str, Condition], places: Mapping[str, str]):
        self._yes_no = yes_no_facts(conditions)
        parts: dict[str, Condition] = {}
        self.owners: dict[str, str] = {}  # rule or helper -> rule
        for rule in sorted(conditions):
            pieces = narrowed(rule, normal_form(conditions[rule], self._yes_no), MOST_ALTERNATIVES)
            parts |= pieces
            self.owners |= dict.fromkeys(pieces, rule)
        read = sorted({(c.reads, c.name) for part in parts.values() for c in comparisons(part)})
        self._properties = {
            key: (f"{key[0][:2]}{number}l", f"{key[0][:2]}{number}h") for number, key in enumerate(read)
        }
        words = {o for part in parts.values() for c in comparisons(part) for o in operands(c) if isinstance(o, str)}
        self._words = {word: number for number, word in enumerate(sorted(words), _WORDS_FROM + 1)}
        problems = [p for rule in sorted(parts) for p in self._problems(rule, parts[rule], places)]
        if problems:
            raise KnowledgeError(sorted(set(problems)))
        self._unknown = {
            name: end for low_high in self._properties.values() for name, end in zip(low_high, _UNKNOWN, strict=True)
        }
        self._observable = [
            (reads, name, *ends) for (reads, name), ends in self._properties.items() if reads != "finding"
        ]
        self.rulesets: list[RulesetPlan] = []
        for stratum in strata(parts):
            groups = self._grouped(stratum, parts)
            for start in range(0, len(groups), MOST_GROUPS):
                self.rulesets.append(self._ruleset(groups[start : start + MOST_GROUPS], parts))

    def encoded(self, scores: Mapping[str, int], facts: Mapping[str, KnownFact]) -> dict[str, int]:
        """Return every property of the network for a village; findings are unknown as yet.

        Raises
        ------
        EngineError
            If a score is no integer, or a yes/no fact no yes or no: readers refuse such values.
        """
        values = dict(self._unknown)
        for reads, name, low, high in self._observable:
            value = scores.get(name) if reads == "score" else facts.get(name)
            if value is None:
                continue
            if isinstance(value, Interval):
                values[low], values[high] = _clamped(value.low), _clamped(value.high)
            else:
                values[low] = values[high] = self._number(value)
            if not isinstance(value, bool) and reads == "fact" and name in self._yes_no:
                raise EngineError(f"the fact '{name}' is yes or no; {value!r} reached the rule engine.")
        return values

    def record(self, values: dict[str, int], rule: str, definitely: bool, possibly: bool) -> None:
        """Write a decided rule into the properties, for the rules that read it."""
        if ("finding", rule) in self._properties:
            low, high = self._properties["finding", rule]
            values[low], values[high] = int(definitely), int(possibly)

    def _number(self, value: Operand) -> int:
        if isinstance(value, str):
            return self._words.get(value, _WORDS_FROM)
        if not isinstance(value, int):
            raise EngineError(f"{value!r} reached the rule engine; scores and facts are integers, words, yes or no.")
        return _clamped(int(value))  # the network compares true and 1 in ways of its own

    def _problems(self, rule: str, condition: Condition, places: Mapping[str, str]) -> list[Problem]:
        owner = self.owners[rule]
        where = places.get(f"rules/{owner}", f"rules/{owner}")
        numbers = [o for c in comparisons(condition) for o in operands(c) if isinstance(o, int) and abs(o) >= LARGEST]
        problems = [
            problem(where, "number-too-large", rule=owner, value=n // 1000, largest=LARGEST // 1000) for n in numbers
        ]
        if len(self._reads(condition)) > MOST_PROPERTIES:
            problems.append(problem(where, "too-many-names", rule=owner, most=MOST_PROPERTIES // 2))
        return problems

    def _reads(self, condition: Condition) -> set[str]:
        return {name for c in comparisons(condition) for name in self._properties[c.reads, c.name]}

    def _grouped(self, stratum: tuple[str, ...], parts: Mapping[str, Condition]) -> list[RuleGroup]:
        """Fill groups in the order of names; a rule with alternatives takes one unit for itself and one for each."""
        groups: list[RuleGroup] = []
        rules: list[str] = []
        read: set[str] = set()
        units = 0
        for rule in stratum:
            alternatives = width(parts[rule])
            cost = 2 * (1 if alternatives == 1 else 1 + alternatives)  # definitely and possibly
            more = read | self._reads(parts[rule])
            if rules and (units + cost > MOST_UNITS or len(more) > MOST_PROPERTIES):
                groups.append(RuleGroup(tuple(rules), tuple(sorted(read))))
                rules, more, units = [], self._reads(parts[rule]), 0
            rules.append(rule)
            read, units = more, units + cost
        return [*groups, RuleGroup(tuple(rules), tuple(sorted(read)))]

    def _ruleset(self, groups: list[RuleGroup], parts: Mapping[str, Condition]) -> RulesetPlan:
        patterns = {
            rule: (
                _guarded(number, self._pattern(parts[rule], definitely=True)),
                _guarded(number, self._pattern(parts[rule], definitely=False)),
            )
            for number, group in enumerate(groups)
            for rule in group.rules
        }
        return RulesetPlan(tuple(groups), patterns)

    def _pattern(self, condition: Condition, definitely: bool) -> Pattern:
        if isinstance(condition, Comparison | Not):
            return self._literal(condition, definitely)
        members = [self._pattern(member, definitely) for member in condition.members]
        if not isinstance(condition, All):
            return {"$or": members}
        flat = [part for member in members for part in _parts(member)]
        # Alternatives last: the network repeats everything that follows one for each of its branches.
        return {"$and": sorted(flat, key=lambda part: "$or" in part)}

    def _literal(self, literal: Comparison | Not, definitely: bool) -> Pattern:
        comparison = literal.member if isinstance(literal, Not) else literal
        assert isinstance(comparison, Comparison)
        low, high = self._properties[comparison.reads, comparison.name]
        # What must hold of the whole interval is asked of the end where it fails first.
        most, least = (high, low) if definitely else (low, high)
        if comparison.word in _OPERATORS:
            end = most if comparison.word in ("below", "at-most") else least
            return {_OPERATORS[comparison.word]: {end: self._number(operands(comparison)[0])}}
        numbers = sorted({self._number(operand) for operand in operands(comparison)})
        if isinstance(literal, Not):
            between = [
                {"$and": [{"$gt": {least: below}}, {"$lt": {most: above}}]} for below, above in pairwise(numbers)
            ]
            return {"$or": [{"$lt": {most: numbers[0]}}, *between, {"$gt": {least: numbers[-1]}}]}
        equal: list[Pattern] = [{"$and": [{"$gte": {least: n}}, {"$lte": {most: n}}]} for n in numbers]
        return equal[0] if len(equal) == 1 else {"$or": equal}


def _clamped(number: int) -> int:
    """Return the number, or the bound beyond which no rule compares."""
    return max(-LARGEST, min(LARGEST, number))


def _parts(pattern: Pattern) -> list[Pattern]:
    """Return what stands under the pattern's own `$and`, else the pattern."""
    inner = pattern.get("$and", [pattern])
    assert isinstance(inner, list)
    return inner


def _guarded(group: int, pattern: Pattern) -> Pattern:
    return {"v": {"$and": [{"g": group}, *_parts(pattern)]}}
