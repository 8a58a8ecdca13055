"""Changes of what is known of the village: a published value, an answer."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from recommender.knowledge.possible_values import Variable, can_be
from recommender.language.errors import Problem, problem
from recommender.language.wording import Key, did_you_mean, say
from recommender.model.conditions import SCALE
from recommender.model.facts import Fact
from recommender.model.village import FactValue, PublishedIndex, plain_known
from recommender.pipeline.scoring import observe, planned_data, recover, score_village
from recommender.request.request import make_request
from recommender.verbs.what_if.changes import Case, CaseChange, Speaker, altered
from recommender.villages.cells import whole_number
from recommender.villages.facts import allowed, read_fact

SET = "--set"
_UNKNOWN = "unknown"
_UNKNOWN_WORDS = frozenset((_UNKNOWN, "tidak diketahui", "?"))


@dataclass(frozen=True, slots=True)
class ValueChange(CaseChange):
    """An indicator's published value is another (`value` None: unknown); `rungs` of its ladder lie between the two."""

    indicator: str
    value: int | None
    was: int | None = None
    rungs: int = 1
    kind = "data"

    @property
    def variable(self) -> Variable:
        return "score", self.indicator

    @classmethod
    def of(cls, name: str, value: int | None, case: Case) -> ValueChange | Problem:
        """Return the change, or what is wrong with it."""
        data = planned_data(case.village, case.options.data_year)
        if name not in case.kb.indicators:
            return problem(SET, "unknown-indicator.set", near=did_you_mean(name, case.kb.indicators), value=name)
        if data is None:
            return problem(SET, "no-index-data", name=name)
        framework = case.kb.frameworks[data.framework]
        item = framework.by_indicator.get(name)
        if item is None:
            return problem(SET, "not-measured-here", name=name, framework=framework.label)
        if value is not None and (isinstance(value, bool) or value not in item.values):
            return problem(SET, "not-on-ladder", name=name, value=value, levels=", ".join(map(str, item.values)))
        settings = make_request(case.options, case.kb).settings
        was = score_village(case.village, case.kb, settings, case.options.data_year).values.get(name)
        rungs = 1 if was is None or value is None or was == value else rungs_between(item.values, was, value)
        return cls(name, value, was, rungs)

    @classmethod
    def read(cls, name: str, text: str, case: Case) -> ValueChange | Problem:
        """Return the change that a cleaned text says, or what is wrong with it."""
        level = whole_number(text)
        found = cls.of(name, level, case)
        if level is None and not _is_unknown(text) and not isinstance(found, Problem):
            return unreadable(name, text)
        return found

    @property
    def steps(self) -> int:
        return self.rungs

    def made(self, case: Case) -> Case:
        """Return the case with the value; what its publisher printed of totals no longer belongs to the values."""
        village = case.village
        data = planned_data(village, case.options.data_year)
        assert data is not None, "a village without index data has no value to change"
        values, recovered, _ = recover(data, case.kb.frameworks[data.framework])
        values.pop(self.indicator, None)
        if self.value is not None:
            values[self.indicator] = self.value
        doubted = tuple(name for name in dict.fromkeys((*data.recovered, *recovered)) if name != self.indicator)
        changed = replace(data, values=values, published=PublishedIndex(), recovered=doubted)
        years = tuple(changed if other is data else other for other in village.years)
        sha256 = altered(village.sha256, self.indicator, self.value)
        return replace(case, village=replace(village, years=years, sha256=sha256))

    def typed(self, case: Case, lang: str) -> Iterator[str]:
        yield f"{SET} {self.indicator}={_UNKNOWN if self.value is None else self.value}"

    def worded(self, case: Case, speaker: Speaker) -> str:
        data = planned_data(case.village, case.options.data_year)
        assert data is not None, "a village without index data has no value to change"
        framework = speaker.kb.frameworks[data.framework]

        def level(value: int | None) -> str:
            return (
                speaker.say("unknown") if value is None else speaker.say("of", value=value, highest=framework.highest)
            )

        name, was = speaker.name(self.indicator), level(self.was)
        if self.value is None:
            return speaker.say("change.value-unknown", name=name, was=was)
        rung = framework.by_indicator[self.indicator].levels.get(self.value)
        meaning = "" if rung is None else f" – {rung.en if speaker.lang == 'en' else rung.id}"
        return speaker.say("change.value", name=name, value=level(self.value), meaning=meaning, was=was)


@dataclass(frozen=True, slots=True)
class FactChange(CaseChange):
    """A fact is answered so (numbers in thousandths; None: unknown); `was` is what was given or derived, `away` how far
    a number lies from that, or from what was assumed."""

    fact: str
    value: FactValue | None
    was: object = None
    away: int = 0
    kind = "fact"
    sentence: ClassVar[Key] = "change.fact"

    @property
    def variable(self) -> Variable:
        return "fact", self.fact

    @classmethod
    def of(cls, name: str, value: FactValue | None, case: Case) -> FactChange | Problem:
        """Return the change, or what is wrong with it."""
        if name not in case.kb.facts:
            return problem(SET, "unknown-fact.set", near=did_you_mean(name, case.kb.facts), value=name)
        fact = case.kb.facts[name]
        if isinstance(value, str):
            value = fact.word_meant(value) or value
        if value is not None and not can_be(fact, value):
            return problem(SET, "unfit-answer", name=name, allowed=allowed(fact))
        settings = make_request(case.options, case.kb).settings
        scored = score_village(case.village, case.kb, settings, case.options.data_year)
        return cls(name, value, observe(case.village, case.kb, scored).facts.get(name))

    @classmethod
    def read(cls, name: str, text: str, case: Case) -> FactChange | Problem:
        """Return the change that a cleaned text says, or what is wrong with it."""
        if _is_unknown(text) or name not in case.kb.facts:
            return cls.of(name, None, case)
        answer = read_fact(name, case.kb.facts[name], text, f"{SET} {name}")
        if isinstance(answer, Problem):
            return answer
        return unreadable(name, text) if answer is None else cls.of(name, answer, case)

    def made(self, case: Case) -> Case:
        village = case.village
        facts = {name: value for name, value in village.facts.items() if name != self.fact}
        if self.value is not None:
            facts[self.fact] = self.value
        sha256 = altered(village.sha256, self.fact, self.value)
        return replace(case, village=replace(village, facts=dict(sorted(facts.items())), sha256=sha256))

    def typed(self, case: Case, lang: str) -> Iterator[str]:
        yield f"{SET} {self.fact}={_typed(self.value, case.kb.facts[self.fact], lang)}"

    def said(self, case: Case, speaker: Speaker) -> dict[str, Any]:
        value, was = (speaker.fact(self.fact, one) for one in (self.value, self.was))
        return {"question": speaker.kb.facts[self.fact].question.in_language(speaker.lang), "value": value, "was": was}

    def plain(self) -> dict[str, Any]:
        return {
            "fact": self.fact,
            "value": plain_known(self.value),
            "was": plain_known(self.was),
        }


KnownChange = ValueChange | FactChange


def rungs_between(levels: tuple[int, ...], one: int, other: int) -> int:
    """Return how many rungs of the ladder lie from one value to the other, the last included.

    >>> rungs_between((0, 3, 5), 0, 5), rungs_between((0, 3, 5), 4, 3)
    (2, 1)
    """
    low, high = sorted((one, other))
    return 1 + sum(low < level < high for level in levels)


def unreadable(name: str, text: str) -> Problem:
    return problem(SET, "bad-setting", value=f"{name}={text}")


def _is_unknown(text: str) -> bool:
    return text.casefold() in _UNKNOWN_WORDS


def _typed(value: FactValue | None, fact: Fact, lang: str) -> str:
    """Return a fact's value as it is typed, words by their names.

    Three decimals get a fourth, since `1.234` could be a grouped number.
    """
    if value is None:
        return _UNKNOWN
    if isinstance(value, bool):
        return say(lang, "yes" if value else "no")
    if isinstance(value, str):
        return shlex.quote(fact.word(value, lang))
    if value % SCALE == 0:
        return str(value // SCALE)
    text = f"{value / SCALE:.3f}"
    return f"{text}0" if value % 10 else text.rstrip("0")
