"""What was observed of a village in one year, and what the rules make of it. Numbers are integer thousandths."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from recommender.model.conditions import KnownFact, Operand, Reads, Word


@dataclass(frozen=True, slots=True)
class Observed:
    """What rules are matched against. A name that is absent is unknown, never zero.

    Parameters
    ----------
    scores
        Indicator -> score.
    facts
        Fact -> yes/no, word, number, or the interval that an indicator's level gives: given or derived.
    assumed
        Fact -> what it is taken to be; only for facts that are absent from `facts`.
    doubtful
        Indicators whose score may be wrong.
    doubtful_facts
        Facts in `facts` that were derived from a doubtful indicator.
    """

    scores: Mapping[str, int]
    facts: Mapping[str, KnownFact] = field(default_factory=dict)
    assumed: Mapping[str, bool | int | str] = field(default_factory=dict)
    doubtful: frozenset[str] = frozenset()
    doubtful_facts: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Evidence:
    """One comparison that made a finding hold, with the value it met.

    `value` is the score, the fact, or whether the finding read holds; `threshold` what it was compared with by `word`
    (which may stand under a `not`); `parameter` the name of the threshold, where it has one.
    """

    reads: Reads
    name: str
    value: KnownFact
    word: Word
    threshold: Operand
    parameter: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that holds for a village.

    `assumed`: without the assumptions it would not be known to hold, and `assumes` names the facts it rests on, also
    through findings it reads; empty where the measured values suffice. `doubtful`: without the doubtful values it
    would not be known to hold. `beyond`: it would hold were the indicator lower, which reaches its target. `evidence`
    is sorted: scores, facts, findings, each by name and threshold; never empty.
    """

    rule: str
    about: str  # an indicator, `self`, or `none`
    dimension: str
    assumed: bool
    doubtful: bool
    evidence: tuple[Evidence, ...]
    assumes: tuple[str, ...] = ()
    beyond: bool = False


@dataclass(frozen=True, slots=True)
class Undetermined:
    """A rule that cannot be judged, and the indicators and facts that would settle it, sorted."""

    rule: str
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matched:
    """The rules that hold and the rules that are open, each sorted by name; all others are false."""

    findings: tuple[Finding, ...]
    undetermined: tuple[Undetermined, ...]
