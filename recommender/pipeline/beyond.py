"""What would be found were an indicator lower: who is called where the target is reached and the highest rung is not.

In: scores, what is observed, the rules. Out: findings that no rule makes, for needs beyond the target alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from recommender.model.conditions import SCALE
from recommender.model.findings import Evidence, Finding, Matched, Observed
from recommender.model.frameworks import Framework
from recommender.model.knowledge import KnowledgeBase
from recommender.model.scores import Scored
from recommender.pipeline.matching.matcher import Matcher


def beyond_findings(
    scored: Scored, observed: Observed, matched: Matched, kb: KnowledgeBase, matcher: Matcher
) -> tuple[Finding, ...]:
    """Return a finding for each rule that speaks of a measured indicator at the next lower rung at which one does.

    Nothing is found of what a finding is about already, of doubtful values, of what a village cannot act on, and at the
    highest rung.
    """
    framework = kb.framework(scored.framework)
    if framework is None:
        return ()
    found = {finding.about for finding in matched.findings}
    return tuple(
        finding
        for name, score in scored.scores.items()
        if name not in found | observed.doubtful
        and kb.indicators[name].actionable != "no"
        and score < framework.target_rung(name, SCALE)
        for finding in _lower(name, framework, scored, observed, matched, matcher)
    )


def _lower(
    name: str, framework: Framework, scored: Scored, observed: Observed, matched: Matched, matcher: Matcher
) -> Iterator[Finding]:
    score = scored.scores[name]
    lower = (framework.score(level) for level in framework.by_indicator[name].values if level < scored.values[name])
    for rung in sorted(lower, reverse=True):
        rules = matcher.were(observed, matched, name, rung)
        for rule, dimension in rules:
            evidence = Evidence("score", name, score, "below", SCALE)
            yield Finding(rule, name, dimension, False, False, (evidence,), beyond=True)
        if rules:
            return
