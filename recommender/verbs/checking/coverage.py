"""What a rule's examples show: which comparisons came out true, false and undetermined, which outcomes are missing.

In: `Inspection` or a knowledge base. Out: problems, and `Coverage` for a table. A condition is read as its examples
give it: findings are given, not derived.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from recommender.knowledge.conditions import Known, Truth, evaluate, resolve
from recommender.knowledge.examples import example_date, known_of
from recommender.knowledge.possible_values import PossibleValues, Value, Variable
from recommender.knowledge.solver import TooWideError, find, truth_under
from recommender.language.errors import Problem
from recommender.language.wording import joined, phrase
from recommender.model.conditions import Comparison, Condition, comparisons
from recommender.model.knowledge import Example, KnowledgeBase, Rule
from recommender.verbs.checking.inspection import Inspection

OUTCOMES = {Truth.TRUE: "finding", Truth.FALSE: "none", Truth.UNDETERMINED: "undetermined"}


@dataclass(frozen=True, slots=True)
class Shown:
    """One comparison of a rule and how often its examples made it true, false and undetermined."""

    comparison: Comparison
    true: int
    false: int
    undetermined: int

    @property
    def is_whole(self) -> bool:
        return min(self.true, self.false, self.undetermined) > 0


class ExampleValues(PossibleValues):
    """Levels of all frameworks together, thresholds at the date at which examples are run."""

    def __init__(self, kb: KnowledgeBase) -> None:
        super().__init__(kb, min(kb.frameworks), example_date(kb))

    def _fresh_domain(self, reads: str, name: str) -> tuple[Value, ...]:
        if reads != "score":
            return super()._fresh_domain(reads, name)
        others = [PossibleValues(self.kb, framework, self.date) for framework in self.kb.frameworks]
        return tuple(sorted({one.framework.score(level) for one in others for level in one.levels(name)}))


def coverage(kb: KnowledgeBase, name: str) -> list[Shown]:
    """Return the comparisons of a rule, in reading order, and what its examples showed of each."""
    rule = kb.rules[name]
    condition = resolve(rule.when, kb.parameters, example_date(kb))
    knowns = [known for example in rule.examples if (known := given_of(kb, condition, example)) is not None]
    shown = []
    for comparison in dict.fromkeys(comparisons(condition)):
        counts = Counter(evaluate(comparison, known) for known in knowns)
        shown.append(Shown(comparison, counts[Truth.TRUE], counts[Truth.FALSE], counts[Truth.UNDETERMINED]))
    return shown


def given_of(kb: KnowledgeBase, condition: Condition, example: Example) -> Known | None:
    """Return what an example gives (with assumptions where it expects one), None if it cannot be read."""
    return known_of(kb, condition, example, assume=example.expect == "assumed")


def check_examples(given: Inspection) -> Iterator[Problem]:
    """Yield rules whose examples leave out an outcome that the rule can have, and examples that say the same."""
    if not given.kb.frameworks:
        return
    possible = ExampleValues(given.kb)
    for name, rule in given.kb.active_rules.items():
        try:
            lacking = sorted(outcomes(possible, rule) - {_outcome(example) for example in rule.examples})
        except TooWideError:
            continue  # named already, with the rule's condition
        if lacking:
            yield given.problem(
                "missing-example", "rules", name, "examples", outcomes=joined(phrase("or"), lacking), name=name
            )
        seen: dict[str, str] = {}
        for number, example in enumerate(rule.examples):
            said = repr(sorted(example.given.items(), key=lambda item: item[0]))
            if said in seen:
                yield given.problem(
                    "duplicate-example", "rules", name, "examples", number, name=example.name, other=seen[said]
                )
            seen.setdefault(said, example.name)


def outcomes(possible: PossibleValues, rule: Rule) -> set[str]:
    """Return the outcomes that a rule can have over the levels that exist."""
    condition = resolve(rule.when, possible.kb.parameters, possible.date)
    reached = [truth for truth in (Truth.TRUE, Truth.FALSE) if find(possible, [(condition, truth)]) is not None]
    return {OUTCOMES[truth] for truth in (truth_under(condition, {}), *reached)}


def _outcome(example: Example) -> str:
    return "finding" if example.expect == "assumed" else example.expect


def variable_of(comparison: Comparison) -> Variable:
    return comparison.reads, comparison.name
