"""Gates: rules that ask as a fact of today what a work of the catalog makes, so that chains stop at their first link.

In: `Inspection`. Out: warnings at the rule. The successor should rest on the work (`requires`), which is planned first;
where the fact is meant to be there already, catalog/accepted.yaml says why. Exact: the rule is true in no village in
which the work is not there.
"""

from __future__ import annotations

from collections.abc import Iterator

from recommender.knowledge.conditions import names_read
from recommender.knowledge.solver import TooWideError
from recommender.language.errors import Problem
from recommender.model.conditions import Condition
from recommender.model.knowledge import Rule
from recommender.pipeline.drafts import PREREQUISITE
from recommender.verbs.checking.inspection import Inspection


def check_gates(given: Inspection) -> Iterator[Problem]:
    """Yield rules that hold only where another work is there already, and that call works which could rest on it."""
    works = {name: work for name, work in sorted(given.kb.interventions.items()) if work.status == "active"}
    makes = {name: work.met_when[PREREQUISITE] for name, work in works.items() if PREREQUISITE in work.met_when}
    if not given.possible_values:
        return
    for name, rule in given.kb.active_rules.items():
        asked = names_read(rule.when, "fact") if rule.calls else frozenset()
        behind: dict[str, list[str]] = {}
        for work, made in makes.items():
            facts = names_read(made, "fact") & asked
            if facts and work not in rule.calls and _waits_for(given, rule, made):
                behind.setdefault(", ".join(sorted(facts)), []).append(work)
        for fact, makers in sorted(behind.items()):
            yield given.problem("gate", "rules", name, "when", fact=fact, works=", ".join(makers))


def _waits_for(given: Inspection, rule: Rule, made: Condition) -> bool:
    try:
        return given.implies(rule.when, made)
    except TooWideError:
        return False
