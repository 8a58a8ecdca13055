"""Rules and a village -> findings with their evidence and marks, and the rules that stay open.

In: `Observed`. Out: `Matched`. Up to three passes over the truth of the rules define the marks exactly: with
assumptions (a finding exists where it is true), without them (else it is assumed), and without doubtful values (else
it is doubtful). Engines give truths; evidence and marks are built here, once. Carries out docs/method.md, "Findings".
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import Protocol

from recommender.knowledge.compiled import once_per_base
from recommender.knowledge.conditions import Known, Truth, evaluate, names_read, resolve, support
from recommender.knowledge.strata import strata
from recommender.language.errors import UsageError, problem
from recommender.model.conditions import Comparison, Condition, KnownFact, Operand
from recommender.model.findings import Evidence, Finding, Matched, Observed, Undetermined
from recommender.model.knowledge import KnowledgeBase
from recommender.pipeline.matching.reference import ReferenceEngine

_KINDS = {"score": 0, "fact": 1, "finding": 2}
Read = tuple[str, str]  # (score | fact, name)


class Engine(Protocol):
    """What decides rules. Every engine gives the same truths; `name` goes into the plan."""

    @property
    def name(self) -> str: ...

    def truths(
        self, scores: Mapping[str, int], facts: Mapping[str, KnownFact], settled: Mapping[str, Truth]
    ) -> dict[str, Truth]: ...


def available_engines() -> tuple[str, ...]:
    """Return the engines that run here, the one that `auto` takes first."""
    from recommender.pipeline.matching.durable import extension

    return ("durable", "reference") if extension() is not None else ("reference",)


def compile_rules(kb: KnowledgeBase, data_year: int, engine: str = "auto") -> Matcher:
    """Return the matcher of the active rules, thresholds taken at the end of the data's year; made once and kept.

    Parameters
    ----------
    kb
        The knowledge base.
    data_year
        Year of the village data.
    engine
        `durable`, `reference`, or `auto`: durable where it imports.

    Raises
    ------
    KnowledgeError
        If rules read one another in a circle, or break a limit of the engine.
    UsageError
        If there is no such engine here.
    """
    available = available_engines()
    chosen = available[0] if engine == "auto" else engine
    if chosen not in available:
        raise UsageError([problem("--engine", "no-engine", value=engine, known=", ".join(available))])
    return _matcher(kb, data_year, chosen)


@once_per_base
def _matcher(kb: KnowledgeBase, data_year: int, engine: str) -> Matcher:
    return Matcher(kb, data_year, engine)


class Matcher:
    """The active rules of a knowledge base, ready for villages of one data year. Safe to share between threads."""

    def __init__(self, kb: KnowledgeBase, data_year: int, engine: str):
        date = datetime.date(data_year, 12, 31)
        self._conditions = {name: resolve(rule.when, kb.parameters, date) for name, rule in kb.active_rules.items()}
        self._subjects = {name: (rule.about, rule.dimension) for name, rule in kb.active_rules.items()}
        self._about: dict[str, tuple[str, ...]] = {}
        for name, noun in kb.active_rules.items():
            if noun.calls and noun.about in kb.indicators:
                self._about[noun.about] = (*self._about.get(noun.about, ()), name)
        order = strata(self._conditions, kb.places)
        self._order = tuple(rule for stratum in order for rule in stratum)
        self._engine = _engine(engine, self._conditions, order, kb.places)
        self._findings_read = {rule: names_read(c, "finding") for rule, c in self._conditions.items()}
        self._rests_on: dict[str, frozenset[Read]] = {}
        for rule in self._order:
            own = [(kind, name) for kind in ("score", "fact") for name in names_read(self._conditions[rule], kind)]
            self._rests_on[rule] = frozenset(own).union(*(self._rests_on[r] for r in self._findings_read[rule]))

    @property
    def engine(self) -> str:
        """The name of the engine that runs."""
        return self._engine.name

    def match(self, observed: Observed, measured_only: bool = False) -> Matched:
        """Return the findings of a village and its open rules.

        Parameters
        ----------
        observed
            Scores and facts in thousandths, assumptions, doubts.
        measured_only
            Leave the assumptions out.
        """
        scores, facts = observed.scores, observed.facts
        assumed = {} if measured_only else {k: v for k, v in observed.assumed.items() if k not in facts}
        filled = {**facts, **assumed} if assumed else facts
        full = self._engine.truths(scores, filled, {})
        measured = self._again(full, scores, facts, [("fact", name) for name in assumed])
        doubts = [("score", name) for name in observed.doubtful & scores.keys()]
        doubts += [("fact", name) for name in observed.doubtful_facts & facts.keys()]
        undoubted: Mapping[str, Truth] = full
        if doubts:
            sure_scores = {k: v for k, v in scores.items() if k not in observed.doubtful}
            sure_facts = {k: v for k, v in filled.items() if k not in observed.doubtful_facts}
            undoubted = self._again(full, sure_scores, sure_facts, doubts)
        reasons = _Reasons(self._conditions, Known(scores, filled, full), frozenset(assumed))
        findings, undetermined = [], []
        for rule in self._conditions:
            if full[rule] is Truth.TRUE:
                about, dimension = self._subjects[rule]
                is_assumed = measured[rule] is not Truth.TRUE
                findings.append(
                    Finding(
                        rule=rule,
                        about=about,
                        dimension=dimension,
                        assumed=is_assumed,
                        doubtful=undoubted[rule] is not Truth.TRUE,
                        evidence=reasons.evidence(rule),
                        assumes=tuple(sorted(reasons.assumes(rule))) if is_assumed else (),
                    )
                )
            elif full[rule] is Truth.UNDETERMINED:
                undetermined.append(Undetermined(rule, tuple(sorted(reasons.missing(rule)))))
        return Matched(tuple(findings), tuple(undetermined))

    def were(self, observed: Observed, matched: Matched, indicator: str, score: int) -> tuple[tuple[str, str], ...]:
        """Return the rules about an indicator, with their dimensions, that would hold were its score another one and
        all else, findings included, as it is. Assumptions count."""
        rules = self._about.get(indicator, ())
        if not rules:
            return ()
        truths = dict.fromkeys(self._conditions, Truth.FALSE)
        truths |= {entry.rule: Truth.TRUE for entry in matched.findings}
        truths |= {entry.rule: Truth.UNDETERMINED for entry in matched.undetermined}
        facts = {**observed.assumed, **observed.facts}
        known = Known({**observed.scores, indicator: score}, facts, truths)
        return tuple(
            (rule, self._subjects[rule][1]) for rule in rules if evaluate(self._conditions[rule], known) is Truth.TRUE
        )

    def _again(
        self,
        full: Mapping[str, Truth],
        scores: Mapping[str, int],
        facts: Mapping[str, KnownFact],
        changed: Iterable[Read],
    ) -> Mapping[str, Truth]:
        """Return truths that are right for every rule that `full` holds true, after what is known has changed.

        Only those rules are decided again that can differ and whose truth a mark needs.
        """
        changes = frozenset(changed)
        wanted: set[str] = set()
        read: set[str] = set()
        for rule in reversed(self._order) if changes else ():
            if (full[rule] is Truth.TRUE or rule in read) and not changes.isdisjoint(self._rests_on[rule]):
                wanted.add(rule)
                read |= self._findings_read[rule]
        if not wanted:
            return full
        return self._engine.truths(scores, facts, {r: t for r, t in full.items() if r not in wanted})


def _engine(
    name: str, conditions: Mapping[str, Condition], order: tuple[tuple[str, ...], ...], places: Mapping[str, str]
) -> Engine:
    if name == "reference":
        return ReferenceEngine(conditions, order)
    from recommender.pipeline.matching.durable import DurableEngine

    return DurableEngine(conditions, places)


class _Reasons:
    """Why each rule is what it is, in one village."""

    def __init__(self, conditions: Mapping[str, Condition], known: Known, assumed: frozenset[str]):
        self._conditions = conditions
        self._known = known
        self._assumed = assumed
        self._supports: dict[str, tuple[Comparison, ...]] = {}
        self._assumes: dict[str, frozenset[str]] = {}
        self._missing: dict[str, frozenset[str]] = {}

    def evidence(self, rule: str) -> tuple[Evidence, ...]:
        """Return the comparisons that decided the rule, each once, sorted."""
        once = dict.fromkeys(self._support(rule))
        return tuple(self._shown(comparison) for comparison in sorted(once, key=_sort_key))

    def assumes(self, rule: str) -> frozenset[str]:
        """Return the assumed facts that the rule's truth was read from, also through findings."""
        if rule not in self._assumes:
            names: set[str] = set()
            for comparison in self._support(rule):
                if comparison.reads == "finding":
                    names |= self.assumes(comparison.name)
                elif comparison.reads == "fact" and comparison.name in self._assumed:
                    names.add(comparison.name)
            self._assumes[rule] = frozenset(names)
        return self._assumes[rule]

    def missing(self, rule: str) -> frozenset[str]:
        """Return the indicators and facts that leave the rule open, also through findings."""
        if rule not in self._missing:
            names: set[str] = set()
            for comparison in self._support(rule):
                names |= self.missing(comparison.name) if comparison.reads == "finding" else {comparison.name}
            self._missing[rule] = frozenset(names)
        return self._missing[rule]

    def _support(self, rule: str) -> tuple[Comparison, ...]:
        if rule not in self._supports:
            truth = self._known.findings[rule]
            self._supports[rule] = tuple(support(self._conditions[rule], self._known, truth))
        return self._supports[rule]

    def _shown(self, comparison: Comparison) -> Evidence:
        reads, name = comparison.reads, comparison.name
        value: KnownFact
        if reads == "finding":
            value = self._known.findings[name] is Truth.TRUE
        else:
            value = self._known.scores[name] if reads == "score" else self._known.facts[name]
        threshold: Operand = comparison.operand  # type: ignore[assignment]  # resolved: no name is left
        return Evidence(reads, name, value, comparison.word, threshold, comparison.parameter)


def _sort_key(comparison: Comparison) -> tuple[object, ...]:
    operand = comparison.operand
    values = operand if isinstance(operand, tuple) else (operand,)
    ranked = tuple((isinstance(v, str), 0 if isinstance(v, str) else v, str(v)) for v in values)
    return (_KINDS[comparison.reads], comparison.name, ranked, comparison.word, comparison.parameter or "")
