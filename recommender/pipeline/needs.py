"""Findings -> needs with weights: what is missing in a village and how much it counts.

Carries out docs/method.md, "Needs": one need a subject; weight = dimension x min(1, measured / full) x class / sum of
the classes of the dimension's needs x (base + gap) x urgency x doubt x assumption.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import replace
from fractions import Fraction

from recommender.model.conditions import SCALE
from recommender.model.findings import Finding
from recommender.model.knowledge import KnowledgeBase, Rule
from recommender.model.needs import VillageNeed
from recommender.model.scores import Scored
from recommender.model.settings import Settings, data_date
from recommender.pipeline.index import achieved_values
from recommender.request.request import VillageRequest

# Weights are integers in ten-thousandths, so that an objective over years and needs stays below 2^53.
WEIGHT_SCALE = 10_000
SELF, STATE = "self", "none"
_CLASSES = ("basic", "other", "amenity")


def build_needs(
    findings: tuple[Finding, ...], scored: Scored, kb: KnowledgeBase, asked: VillageRequest
) -> tuple[VillageNeed, ...]:
    """Return the needs, sorted by subject; findings that are states, or whose target is met, make none.

    What works of the last plan give beyond the data counts: a need that they close is none. The objective asked for is
    `smart` (the weights above) or `index` (what a need's closing adds to the official index).
    """
    drafts, settings = _drafts(findings, scored, kb, asked), asked.settings
    if asked.options.objective == "index":
        return tuple(_index_weight(draft, scored, kb) for draft in drafts)
    sums: dict[str, int] = defaultdict(int)
    by_facts: dict[str, int] = defaultdict(int)
    for draft in drafts:
        sums[draft.dimension] += settings.class_weight(draft.need_class) if draft.gap else 0
        # A need that rests on given facts is measured too: without this a village known by facts alone gets no plan.
        by_facts[draft.dimension] += draft.level is None and not draft.assumed
    date = data_date(scored.year)
    needs = []
    for draft in drafts:
        measured = scored.dimensions[draft.dimension].measured + by_facts[draft.dimension]
        weight = Fraction(kb.number(kb.dimensions[draft.dimension].weight, date), SCALE)
        weight *= min(Fraction(1), Fraction(measured, settings.full_dimension))
        weight *= Fraction(
            settings.class_weight(draft.need_class), max(sums[draft.dimension], settings.need_weight_basic)
        )
        weight *= Fraction(settings.gap_base + (draft.gap or draft.beyond), SCALE)
        weight *= _urgency(draft, scored, settings)
        if draft.doubtful:
            weight *= Fraction(settings.doubt_factor, SCALE)
        weight *= Fraction(draft.assurance, SCALE)
        needs.append(replace(draft, weight=round(weight * WEIGHT_SCALE)))
    return tuple(_with_lift(need, scored, kb, settings) for need in needs)


def _with_lift(need: VillageNeed, scored: Scored, kb: KnowledgeBase, settings: Settings) -> VillageNeed:
    """Return the need with what lifts it above the lowest rungs, where it is a firm basic one that stands there."""
    if need.doubtful or need.assumed or scored.framework is None or not is_severe(need, scored, settings):
        return need
    framework, level = kb.frameworks[scored.framework], need.level
    assert level is not None
    above = framework.target_rung(need.subject, settings.severe_score + 1)
    return replace(need, lift=min(need.gap, above - framework.score(level)))


def _drafts(
    findings: tuple[Finding, ...], scored: Scored, kb: KnowledgeBase, asked: VillageRequest
) -> tuple[VillageNeed, ...]:
    """Return needs without weights: several findings about one subject make one need."""
    achieved = achieved_values(scored, asked.carried, kb)
    grouped: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.about != STATE:
            grouped[finding.rule if finding.about == SELF else finding.about].append(finding)
    drafts = []
    for subject, together in sorted(grouped.items()):
        rules = [kb.rules[finding.rule] for finding in together]
        level: int | None = None
        gap, highest, dimension = SCALE, 0, together[0].dimension
        if together[0].about != SELF:
            if subject not in scored.values or scored.framework is None:
                continue  # a rule may be about an indicator that it does not read; unmeasured, it has no gap
            framework = kb.frameworks[scored.framework]
            level = achieved.get(subject, scored.values[subject])
            targets = {
                asked.settings.target_score if rule.target is None else kb.number(rule.target, data_date(scored.year))
                for rule in rules
            }
            gap = max(framework.target_rung(subject, target) - framework.score(level) for target in targets)
            highest = framework.target_rung(subject, SCALE)
            gap = 0 if together[0].beyond else gap
            dimension = kb.indicators[subject].dimension
        else:
            gap -= sum(_closed(rule, asked.there) for rule in rules)
        beyond = 0 if level is None else highest - framework.score(level) - max(0, gap)
        if max(gap, beyond if together[0].beyond else 0) <= 0 or (
            level is not None and kb.indicators[subject].actionable == "no"
        ):
            continue
        drafts.append(
            VillageNeed(
                subject=subject,
                dimension=dimension,
                gap=gap,
                weight=0,
                level=level,
                need_class=min((rule.need for rule in rules), key=_CLASSES.index),
                urgency=max(rule.urgency for rule in rules),
                assumed=all(finding.assumed for finding in together),
                assurance=max(_assurance(finding, kb, asked.settings) for finding in together),
                doubtful=all(finding.doubtful for finding in together),
                rules=tuple(sorted(finding.rule for finding in together)),
                beyond=beyond,
            )
        )
    return tuple(drafts)


def _assurance(finding: Finding, kb: KnowledgeBase, settings: Settings) -> int:
    """Return how far a finding counts: by the least share of villages of which what it assumes holds, where counted."""
    assumed = (kb.facts[name].assumption for name in finding.assumes)
    shares = (settings.assumption_factor if a is None or a.share is None else a.share for a in assumed)
    return min(shares, default=settings.assumption_factor) if finding.assumed else SCALE


def _closed(rule: Rule, there: Collection[str]) -> int:
    """Return how much of the rule's finding the works that are there have closed, in thousandths."""
    return sum(rule.closes.get(work, SCALE) for work in there if work in rule.calls)


def is_severe(need: VillageNeed, scored: Scored, settings: Settings) -> bool:
    """Return whether it is a basic need at its lowest rungs."""
    if need.need_class != "basic" or need.level is None:
        return False
    return scored.scores[need.subject] <= settings.severe_score


def _urgency(need: VillageNeed, scored: Scored, settings: Settings) -> Fraction:
    severe = is_severe(need, scored, settings)
    return need.urgency * (Fraction(settings.severe_factor, SCALE) if severe else Fraction(1))


def _index_weight(need: VillageNeed, scored: Scored, kb: KnowledgeBase) -> VillageNeed:
    """Return the need weighted by what a full score of its item adds to the index, in ten-thousandths."""
    if need.level is None or scored.framework is None:
        return replace(need, weight=0)
    framework = kb.frameworks[scored.framework]
    item = framework.by_indicator[need.subject]
    span = framework.highest - framework.lowest
    share = Fraction(span, framework.components[item.component].divisor * len(framework.components))
    return replace(need, weight=round(share * WEIGHT_SCALE * 10))
