"""A finding's reason in both languages, its `{names}` filled from what the rule read."""

from __future__ import annotations

import re
from collections.abc import Mapping

from recommender.language.numbers import number, percent
from recommender.language.wording import LANGUAGES, say
from recommender.model.conditions import SCALE, Interval, KnownFact
from recommender.model.facts import Fact
from recommender.model.findings import Finding, Observed
from recommender.model.knowledge import KnowledgeBase
from recommender.model.plan_parts import BothLanguages
from recommender.model.scores import Scored
from recommender.model.settings import data_date
from recommender.model.village import plain_value

_NAME = re.compile(r"\{([a-z0-9-]+)\}")


def reason(finding: Finding, scored: Scored, observed: Observed, kb: KnowledgeBase) -> BothLanguages:
    """Return the rule's sentence: `{indicator}` as published ("2 dari 5"), `{fact}` and `{parameter}` as numbers.

    Shares are written as per cent, words by their names.
    """
    if finding.beyond:
        about = kb.indicators[finding.about].name
        said = {"id": about.id, "en": about.en}
        values = {lang: _filled(f"{{{finding.about}}}", lang, scored, observed, kb) for lang in LANGUAGES}
        return BothLanguages(
            **{lang: say(lang, "beyond-target", indicator=said[lang], value=values[lang]) for lang in LANGUAGES}
        )
    text = kb.rules[finding.rule].reason
    return BothLanguages(
        id=_filled(text.id, "id", scored, observed, kb), en=_filled(text.en, "en", scored, observed, kb)
    )


def _filled(template: str, lang: str, scored: Scored, observed: Observed, kb: KnowledgeBase) -> str:
    known: Mapping[str, KnownFact] = {**observed.assumed, **observed.facts}

    def fill(match: re.Match[str]) -> str:
        name = match[1]
        if name in kb.indicators:
            if name not in scored.values or scored.framework is None:
                return say(lang, "not-known-yet")
            return say(lang, "of", value=scored.values[name], highest=kb.frameworks[scored.framework].highest)
        if name in kb.parameters:
            parameter = kb.parameters[name]
            value = parameter.at(data_date(scored.year))
            return _amount(value if parameter.is_whole else value / SCALE, parameter.unit, lang)
        return say(lang, "not-known-yet") if name not in known else _fact(known[name], kb.facts[name], lang)

    return _NAME.sub(fill, template)


def _fact(value: KnownFact, fact: Fact, lang: str) -> str:
    if isinstance(value, Interval):
        return f"{_amount(value.low / SCALE, fact.type, lang)}–{_amount(value.high / SCALE, fact.type, lang)}"
    plain = plain_value(value)
    if isinstance(plain, bool):
        return say(lang, "yes" if plain else "no")
    return fact.word(plain, lang) if isinstance(plain, str) else _amount(plain, fact.type, lang)


def _amount(value: float, unit: str, lang: str) -> str:
    return percent(value, lang) if unit == "share" else number(value, lang)
