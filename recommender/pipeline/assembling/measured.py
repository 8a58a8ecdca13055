"""Scores and findings as the document holds them: decimals for thousandths, values as published."""

from __future__ import annotations

from recommender.model.conditions import SCALE, Interval, KnownFact, Operand
from recommender.model.findings import Evidence, Finding
from recommender.model.knowledge import KnowledgeBase
from recommender.model.needs import Judged
from recommender.model.plan_parts import DimensionScore, EvidenceEntry, FindingEntry, IndexScore, Scores, Value
from recommender.model.scores import Index, Scored
from recommender.model.village import plain_value
from recommender.pipeline.assembling.wording import reason


def scores(scored: Scored) -> Scores:
    """Return the scores of the dimensions and the index."""
    return Scores(
        dimensions={
            name: DimensionScore.copied(standing, score=None if standing.score is None else standing.score / SCALE)
            for name, standing in scored.dimensions.items()
        },
        index=None if scored.index is None else _index(scored.index),
    )


def _index(index: Index) -> IndexScore:
    return IndexScore.copied(
        index,
        value=None if index.value is None else float(index.value),
        class_=index.class_slug,
        components={name: None if part is None else float(part) for name, part in index.components.items()},
    )


def finding_entry(finding: Finding, judged: Judged, kb: KnowledgeBase) -> FindingEntry:
    """Return the finding with its reason in words and its evidence."""
    return FindingEntry.copied(
        finding,
        kind="state" if finding.beyond else kb.rules[finding.rule].mark,
        text=reason(finding, judged.scored, judged.observed, kb),
        evidence=[_evidence(entry, judged.scored) for entry in finding.evidence],
    )


def _evidence(entry: Evidence, scored: Scored) -> EvidenceEntry:
    if entry.reads == "finding":
        return EvidenceEntry(name=entry.name, value=bool(entry.value), score=None, threshold=None)
    if entry.reads == "fact":
        return EvidenceEntry(name=entry.name, value=_fact(entry.value), score=None, threshold=_plain(entry.threshold))
    assert isinstance(entry.value, int)
    threshold = entry.threshold
    bound = [int(t) / SCALE for t in threshold] if isinstance(threshold, tuple) else int(threshold) / SCALE
    return EvidenceEntry(name=entry.name, value=scored.values[entry.name], score=entry.value / SCALE, threshold=bound)


def _plain(threshold: Operand) -> Value | list[Value]:
    return [plain_value(one) for one in threshold] if isinstance(threshold, tuple) else plain_value(threshold)


def _fact(value: KnownFact) -> Value:
    """Return a fact's value for the document; an interval as its two bounds in words."""
    if isinstance(value, Interval):
        return f"{plain_value(value.low)}..{plain_value(value.high)}"
    return plain_value(value)
