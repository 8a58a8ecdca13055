"""A dimension's rules as a decision table in CSV: a row a rule, a column for each thing that its conditions read.

A condition with alternatives takes a row for each way in which it holds (`1/3`); one with too many ways keeps one row
and stands as a sentence in the column for further conditions. Thresholds are those of the knowledge's own date. Cells
are safe in a spreadsheet: none can run as a formula.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

from recommender.knowledge.conditions import resolve
from recommender.language.numbers import decimal
from recommender.language.wording import Key
from recommender.model.conditions import SCALE, All, Comparison, Condition, Named, Not
from recommender.model.knowledge import Rule
from recommender.outputs.condition_words import condition_words
from recommender.outputs.csv_lines import csv_line
from recommender.outputs.words import Words

MOST_ROWS = 6  # ways in which a condition holds; beyond, a sentence reads better
NOT_READ = "–"
_SIGNS = {"below": "<", "at-most": "≤", "above": ">", "at-least": "≥"}
_OPPOSITE = {"below": "at-least", "at-least": "below", "above": "at-most", "at-most": "above"}
_ORDER = ("score", "fact", "finding")
SignedComparison = tuple[Comparison, bool]  # a comparison, and whether it must be false
NameRead = tuple[str, str]  # score, fact or finding; name

# Headings before the columns of conditions, and behind them
_BEFORE: tuple[Key, ...] = (
    "table.rule",
    "table.part",
    "table.name-id",
    "table.name-en",
    "table.kind",
    "table.about",
    "table.need",
    "table.urgency",
)
_BEHIND: tuple[Key, ...] = ("table.otherwise", "table.calls", "table.status", "table.source")


def decision_table(names: Iterable[str], words: Words) -> Iterator[str]:
    """Yield the lines of the table: a head, then the rules named, by what they are about."""
    rules = sorted(((name, words.kb.rules[name]) for name in names), key=lambda pair: (pair[1].about, pair[0]))
    ways = {name: _ways(rule, words) for name, rule in rules}
    columns = _columns([way for found in ways.values() for way in found or []], words)
    yield csv_line(_head(columns, words))
    for name, rule in rules:
        found = ways[name]
        for number, way in enumerate(found or [[]], 1):
            part = f"{number}/{len(found)}" if found and len(found) > 1 else ""
            further = "" if found is not None else condition_words(_resolved(rule, words), words)
            cells = [_cell(way, column, words) for column in columns]
            yield csv_line([*_before(name, part, rule), *cells, further, *_behind(rule)])


def _head(columns: Iterable[NameRead], words: Words) -> Iterator[str]:
    for key in _BEFORE:
        yield words.say(key)
    for reads, name in columns:
        title = f"{words.name(name)} ({name})"
        yield words.say("table.finding", name=title) if reads == "finding" else title
    for key in _BEHIND:
        yield words.say(key)


def _before(name: str, part: str, rule: Rule) -> list[str]:
    weight = ["", ""] if rule.about == "none" else [rule.need, str(rule.urgency)]
    return [name, part, rule.name.id, rule.name.en, rule.mark, rule.about, *weight]


def _behind(rule: Rule) -> list[str]:
    sources = (f"{source.title} ({source.year})" if source.year else source.title for source in rule.sources)
    return ["; ".join(rule.calls), rule.status, "; ".join(sources)]


def _resolved(rule: Rule, words: Words) -> Condition:
    return resolve(rule.when, words.kb.parameters, words.kb.about.date)


def _columns(ways: Iterable[list[SignedComparison]], words: Words) -> list[NameRead]:
    """Return what the rows read: indicators in the catalog's order, then facts and findings by name."""
    read = {(comparison.reads, comparison.name) for way in ways for comparison, _ in way}
    place = {name: number for number, name in enumerate(words.kb.indicators)}
    return sorted(read, key=lambda column: (_ORDER.index(column[0]), place.get(column[1], 0), column[1]))


def _ways(rule: Rule, words: Words) -> list[list[SignedComparison]] | None:
    """Return the ways in which the condition holds, each a list of comparisons; None if there are too many."""
    return _disjoined(_resolved(rule, words), False)


def _disjoined(condition: Condition, negated: bool) -> list[list[SignedComparison]] | None:
    if isinstance(condition, Comparison):
        return [[(condition, negated)]]
    if isinstance(condition, Not):
        return _disjoined(condition.member, not negated)
    parts = [_disjoined(member, negated) for member in condition.members]
    whole = [part for part in parts if part is not None]
    if len(whole) < len(parts):
        return None
    if isinstance(condition, All) is negated:  # `any`, or the negation of `all`: one of them
        ways = [way for part in whole for way in part]
    else:
        count = 1
        for part in whole:
            count *= len(part)
        if count > MOST_ROWS:
            return None
        ways = [[literal for way in chosen for literal in way] for chosen in product(*whole)]
    return ways if len(ways) <= MOST_ROWS else None


def _cell(way: Iterable[SignedComparison], column: NameRead, words: Words) -> str:
    found = [_said(c, negated, words) for c, negated in way if (c.reads, c.name) == column]
    return "; ".join(dict.fromkeys(found)) or NOT_READ


def _said(comparison: Comparison, negated: bool, words: Words) -> str:
    """Return what a comparison asks of its column: `< 0,80`, `ya`, `tidak`, `rendah, sedang`."""
    operand = comparison.operand
    if isinstance(operand, bool):
        return words.say("yes" if operand is not negated else "no")
    if comparison.word in _SIGNS:
        word = _OPPOSITE[comparison.word] if negated else comparison.word
        return f"{_SIGNS[word]} {_value(comparison, operand, words)}"
    listed = operand if isinstance(operand, tuple) else (operand,)
    text = f" {words.say('or')} ".join(_value(comparison, item, words) for item in listed)
    return words.say("table.not", value=text) if negated else text


def _value(comparison: Comparison, operand: object, words: Words) -> str:
    if isinstance(operand, int) and not isinstance(operand, bool):
        if comparison.reads == "score":
            return decimal(operand / SCALE, 2 if operand % 10 == 0 else 3, words.lang)
        return words.value(comparison.name, operand // SCALE if operand % SCALE == 0 else operand / SCALE)
    if isinstance(operand, Named):
        return operand.name
    return words.value(comparison.name, operand)
