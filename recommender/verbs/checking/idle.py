"""What is written and nothing reads: facts, parameters, units, addressees, focuses, dimensions, components, patterns.

In: `Inspection` (needs every noun). Out: warnings. Rules and works that nothing leads to are told by `works`, sources
that nobody cites by `citing`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recommender.knowledge.conditions import comparisons_of
from recommender.language.errors import Problem
from recommender.model.conditions import Named, comparisons
from recommender.model.knowledge import KnowledgeBase
from recommender.model.nouns import EXECUTORS
from recommender.model.settings import PARAMETER_NAMES, PRICE_INDEX
from recommender.verbs.checking.inspection import Inspection

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_CHECK = "check-"  # parameters of the check itself


def check_idle(given: Inspection) -> Iterator[Problem]:
    """Yield the nouns that nothing reads."""
    kb = given.kb
    used = {
        "facts": _facts(kb),
        "parameters": _parameters(kb),
        "units": {work.cost.per for work in kb.interventions.values()},
        "addressees": {work.addressee for work in kb.interventions.values()}
        | {work.serves.decides for work in kb.interventions.values() if work.serves is not None}
        | {*EXECUTORS},
        "focuses": {
            focus
            for kind in ("interventions", "money_rules", "existing_programmes")
            for noun in getattr(kb, kind).values()
            for focus in noun.focus
        },
        "dimensions": {indicator.dimension for indicator in kb.indicators.values()},
        "indicators": {item.indicator for framework in kb.frameworks.values() for item in framework.items.values()},
        "patterns": {name for name, pattern in kb.patterns.items() if pattern.kinds or pattern.works},
        "goals": {name for name, goal in kb.goals.items() if goal.indicators or goal.works or goal.note},
    }
    for kind, names in used.items():
        for name in sorted(name for name in getattr(kb, kind).keys() - names if given.is_own(kind, name)):
            yield given.problem("idle-noun", kind, name, name=name)
    for name, framework in sorted(kb.frameworks.items()):
        for component in sorted(framework.components.keys() - {item.component for item in framework.items.values()}):
            yield given.problem("idle-noun", "frameworks", name, "components", component, name=component)


def _facts(kb: KnowledgeBase) -> set[str | None]:
    read: set[str | None] = {c.name for _, _, _, c in comparisons_of(kb) if c.reads == "fact"}
    read |= {c.name for one in kb.accepted.values() if one.when for c in comparisons(one.when) if c.reads == "fact"}
    return read | {work.quantity.fact for work in kb.interventions.values()}


def _parameters(kb: KnowledgeBase) -> set[str | None]:
    named: set[str | None] = {*PARAMETER_NAMES, PRICE_INDEX}
    named |= {c.operand.name for _, _, _, c in comparisons_of(kb) if isinstance(c.operand, Named)}
    named |= {name for dimension in kb.dimensions.values() for name in (dimension.weight, dimension.cut_off)}
    named |= {name for funding in kb.funding.values() for name in funding.first_instalment.values()}
    named |= {rule.target for rule in kb.rules.values()}
    texts = (text for rule in kb.rules.values() for text in (rule.reason.id, rule.reason.en))
    named |= {name for text in texts for name in _PLACEHOLDER.findall(text)}
    return named | {name for name in kb.parameters if name.startswith(_CHECK)}
