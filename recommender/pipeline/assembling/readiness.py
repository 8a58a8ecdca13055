"""Prerequisites of the smart-village programme (`catalog/readiness.yaml`): met, lacking, or not known of a village.

Read from scores and facts as measured or told; assumptions do not count, since readiness is shown to others.
"""

from __future__ import annotations

from recommender.knowledge.conditions import Known, Truth, evaluate, resolve
from recommender.model.findings import Matched, Observed
from recommender.model.knowledge import KnowledgeBase
from recommender.model.plan_parts import BothLanguages, ReadinessEntry
from recommender.model.settings import data_date

_ANSWERS = {Truth.TRUE: True, Truth.FALSE: False, Truth.UNDETERMINED: None}


def readiness(observed: Observed, matched: Matched, kb: KnowledgeBase, data_year: int | None) -> list[ReadinessEntry]:
    """Return every prerequisite by its code, with yes, no, or None where nobody knows."""
    findings = {entry.rule: Truth.TRUE for entry in matched.findings if not entry.assumed}
    known = Known(observed.scores, observed.facts, findings)
    date = data_date(data_year)
    return [
        ReadinessEntry(
            code=entry.code,
            name=BothLanguages(id=entry.name.id, en=entry.name.en),
            answer=_ANSWERS[evaluate(resolve(entry.when, kb.parameters, date), known)],
        )
        for entry in sorted(kb.readiness.values(), key=lambda noun: noun.code)
    ]
