"""Needs -> candidates: which works are called, applicable and not met, who builds them, and at what cost.

In: needs, findings, what is known. Out: `Choice`. Carries out docs/method.md, "Candidates": called works that reach a
rung alone or with their package, and the closure of their prerequisites, leaving out what is met.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from recommender.model.conditions import SCALE
from recommender.model.knowledge import Effect, Intervention, KnowledgeBase
from recommender.model.needs import Candidate, Choice, Contribution, Judged, RefusedWork, VillageNeed
from recommender.pipeline.beneath import all_beneath
from recommender.pipeline.costs import means_of
from recommender.pipeline.drafts import Drafts
from recommender.pipeline.ladders import closed, need_rungs, on_ladder
from recommender.pipeline.work_conditions import WorkConditions
from recommender.request.request import VillageRequest


def choose_candidates(judged: Judged, kb: KnowledgeBase, asked: VillageRequest) -> Choice:
    """Return the candidates for the needs, the called works that were refused, what is met and what is unknown."""
    return _Chooser(judged, kb, asked).choose(asked.options.pins, asked.bans)


class _Chooser:
    """One village's choice under construction."""

    def __init__(self, judged: Judged, kb: KnowledgeBase, asked: VillageRequest) -> None:
        self.needs = {need.subject: need for need in judged.needs}
        self.finding_assumes = {finding.rule: finding.assumes for finding in judged.matched.findings}
        self.conditions = WorkConditions(judged, kb, asked.options.measured_only)
        self.framework = kb.framework(judged.scored.framework)
        self.kb, self.settings, self.years = kb, asked.settings, means_of(asked).years
        self.drafts = Drafts(kb, asked, self.conditions)
        self.called: dict[str, dict[str, tuple[str, ...]]] = {}
        self.there = frozenset(asked.there)
        self.unusable: dict[str, RefusedWork] = {}
        self.verdicts: dict[str, RefusedWork | None] = {}

    def choose(self, pins: Collection[str], bans: Mapping[str, str]) -> Choice:
        """Return the choice: pinned works may enter though nothing calls them, banned ones are refused for a reason."""
        self._call()
        for name in pins:
            self.called.setdefault(name, {})
        banned = {name: RefusedWork(name, "banned", {"reason": why} if why else {}) for name, why in bans.items()}
        self.drafts.refuse(banned)
        self._refuse_dear_works_on_doubt()
        kept = self._closure(self.called)
        candidates = {name: self._candidate(name) for name in sorted(kept)}
        refused = dict(banned)
        for name, subjects in self.called.items():
            verdict = self._verdict(name)
            if verdict is not None and subjects:
                refused[name] = verdict
        unknown = {fact: tuple(sorted(works)) for fact, works in sorted(self.conditions.unknown.items())}
        met = tuple(sorted(self.drafts.met - kept - refused.keys()))
        return Choice(_own_ways_first(candidates), dict(sorted(refused.items())), met, unknown)

    def _call(self) -> None:
        """Find the works that the needs' rules call and that reach a rung, alone or with their package."""
        for subject, need in self.needs.items():
            rules: dict[str, list[str]] = defaultdict(list)
            for rule in need.rules:
                for name in self.kb.rules[rule].calls:
                    rules[name].append(rule)
            usable = {}
            for name in sorted(rules):
                work = self.kb.interventions[name]
                if work.status != "active" or name in self.there:
                    continue
                if subject in work.met_when and self.conditions.holds(work.met_when[subject], name, f"met {subject}"):
                    self.drafts.met.add(name)
                    continue
                usable[name] = self.contribution(name, need)
            packages: dict[str, list[str]] = defaultdict(list)
            for name in usable:
                package = self.kb.interventions[name].package
                if package is not None and self.conditions.applies(name):
                    packages[package].append(name)
            for name, contribution in usable.items():
                package = self.kb.interventions[name].package
                together = [usable[other] for other in packages.get(package or "", ())]
                if self.closes(need, [contribution]) or (contribution and self.closes(need, together)):
                    self.called.setdefault(name, {})[subject] = tuple(sorted(rules[name]))

    def closes(self, need: VillageNeed, contributions: Iterable[Contribution]) -> int:
        """Return the closure (thousandths) that the contributions reach together."""
        together = list(contributions)
        reach = max((c.reach for c in together), default=0)
        lacking = need.gap or need.beyond
        return min(lacking, closed(need_rungs(need, self.framework), lacking, reach, sum(c.amount for c in together)))

    def contribution(self, name: str, need: VillageNeed) -> Contribution:
        """Return what the work, of the size that would be planned, does to the need, beyond its target too; nothing
        where it has no effect on it."""
        return self._whole_contribution(name, need).of_size(self.drafts.size(name))

    def _whole_contribution(self, name: str, need: VillageNeed) -> Contribution:
        if need.level is None:
            shares = [
                self.kb.rules[rule].closes.get(name, SCALE) for rule in need.rules if name in self.kb.rules[rule].calls
            ]
            return Contribution(amount=max(shares, default=0))
        effect = self.kb.interventions[name].improves.get(need.subject)
        if effect is None or self.framework is None:
            return Contribution()
        return on_ladder(effect, self.framework, need.subject, need.level, need.gap + need.beyond)

    def _verdict(self, name: str) -> RefusedWork | None:
        """Return why the work cannot be planned, itself or for want of what it rests on; None if it can."""
        if name not in self.verdicts:
            self.verdicts[name] = None  # prerequisites are acyclic; this only guards against a broken base
            self.verdicts[name] = self._fresh_verdict(name)
        return self.verdicts[name]

    def _fresh_verdict(self, name: str) -> RefusedWork | None:
        if name in self.unusable:
            return self.unusable[name]
        draft = self.drafts.of(name)
        if isinstance(draft, RefusedWork):
            return draft
        for other in draft.requires:
            lacking = self._verdict(other)
            if lacking is not None:
                return RefusedWork(name, "prerequisite-deferred", {"prerequisite": other, "reason": lacking.reason})
        for group in draft.groups:
            verdicts = [(other, self._verdict(other)) for other in group]
            if all(verdict is not None for _, verdict in verdicts):
                reasons = {other: verdict.reason for other, verdict in verdicts if verdict is not None}
                return RefusedWork(name, "prerequisite-deferred", {"one-of": reasons})
        return None

    def _refuse_dear_works_on_doubt(self) -> None:
        """Refuse works above the limit that only doubtful values ask for, and as prerequisites of such works."""
        limit = self.settings.doubtful_cost_limit
        doubtful = [
            name
            for name, subjects in self.called.items()
            if subjects and all(self.needs[subject].doubtful for subject in subjects)
        ]
        if not doubtful:
            return
        firm = [name for name in self.called if name not in doubtful]
        sturdy = self._closure(firm)
        # Nobody knows yet whether a proposal will be built: it speaks for no work of the village.
        of_village = self._closure(name for name in firm if self.drafts.is_own(name))
        for name in sorted(self._closure(doubtful)):
            draft = self.drafts.of(name)
            if not isinstance(draft, Candidate) or name in (of_village if draft.is_own else sturdy):
                continue
            if draft.cost > limit:
                asked = sorted(self.called.get(name, {})) or sorted({s for n in doubtful for s in self.called[n]})
                self.unusable[name] = RefusedWork(name, "undetermined", {"indicator": asked[0], "cost": draft.cost})
        self.verdicts.clear()

    def _closure(self, names: Iterable[str]) -> set[str]:
        """Return the works that can be planned and all that they may rest on: every such member of any-of groups."""
        return all_beneath((name for name in names if self._verdict(name) is None), self._beneath)

    def _beneath(self, name: str) -> list[str]:
        draft = self.drafts.of(name)
        assert isinstance(draft, Candidate)
        below = (*draft.requires, *(other for group in draft.groups for other in group))
        return [other for other in below if self._verdict(other) is None]

    def _candidate(self, name: str) -> Candidate:
        """Return the settled candidate: possible group members only, what it serves, who called it, what it assumes."""
        draft = self.drafts.of(name)
        assert isinstance(draft, Candidate)
        work = self.kb.interventions[name]
        serves = {}
        for subject, need in self.needs.items():
            met = work.met_when.get(subject)
            if met is not None and self.conditions.holds(met, name, f"met {subject}"):
                continue
            contribution = self.contribution(name, need)
            if contribution:
                serves[subject] = contribution
        called_by = self.called.get(name, {})
        assumes = set(self.conditions.assumed_by(name))
        for rules in called_by.values():
            firm = [rule for rule in rules if not self.finding_assumes.get(rule)]
            if not firm:
                assumes.update(*(self.finding_assumes.get(rule, ()) for rule in rules))
        rounds = self._rounds(draft, work, serves)
        return replace(
            draft,
            parts=draft.parts * rounds,
            rounds=rounds > 1,
            groups=tuple(tuple(o for o in group if self._verdict(o) is None) for group in draft.groups),
            serves=serves,
            called_by=dict(called_by),
            improves=self._improves(name),
            assumes=tuple(sorted(assumes)),
            unsettled=() if serves else tuple(sorted(self.drafts.unsettled[name])),
        )

    def _rounds(self, draft: Candidate, work: Intervention, serves: Mapping[str, Contribution]) -> int:
        """Return how many rounds of what the village may repeat, one a year, could close more of some need."""
        if not (work.repeats and draft.is_own and len(draft.parts) == 1):
            return 1
        useful = 1
        for subject, contribution in serves.items():
            rungs = need_rungs(self.needs[subject], self.framework)
            most = SCALE if rungs is None else max((amount for amount, _ in rungs), default=0)
            if contribution.amount:
                useful = max(useful, -(-most // contribution.amount))
        return min(useful, self.years)

    def _improves(self, name: str) -> dict[str, Effect]:
        work, size = self.kb.interventions[name], self.drafts.size(name)
        measured = self.conditions.measured.scores
        return {
            indicator: effect if effect.reaches is not None else effect.restated(effect.stated * size // SCALE)
            for indicator, effect in sorted(work.improves.items())
            if indicator in measured
            and not (
                indicator in work.met_when and self.conditions.holds(work.met_when[indicator], name, f"met {indicator}")
            )
        }


def _own_ways_first(candidates: Mapping[str, Candidate]) -> dict[str, Candidate]:
    """Leave proposals out of the any-of groups of a work of the village, or of joint money, wherever a member can stand
    without any proposal."""
    free: dict[str, bool] = {}

    def stands_alone(name: str) -> bool:
        if name not in free:
            free[name] = False
            candidate = candidates[name]
            free[name] = (
                candidate.is_certain
                and all(stands_alone(other) for other in candidate.requires)
                and all(any(stands_alone(other) for other in group) for group in candidate.groups)
            )
        return free[name]

    result = {}
    for name, candidate in candidates.items():
        groups = []
        for group in candidate.groups:
            own = tuple(other for other in group if stands_alone(other))
            groups.append(own if candidate.is_certain and own else group)
        result[name] = replace(candidate, groups=tuple(groups))
    return result
