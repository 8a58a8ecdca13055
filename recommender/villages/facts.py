"""One fact from one cell: yes or no, a word, or a number in integer thousandths; or what is wrong with it."""

from __future__ import annotations

from decimal import Decimal

from recommender.language.errors import Problem, problem
from recommender.language.shown_value import shown
from recommender.language.wording import Phrase, did_you_mean, phrase
from recommender.model.conditions import SCALE
from recommender.model.knowledge import Fact
from recommender.model.units import is_whole
from recommender.model.village import FactValue
from recommender.villages.cells import AmbiguousNumber, fold, is_missing, thousandths, yes_or_no

_LARGEST = 10**15 * SCALE


def read_fact(name: str, fact: Fact, text: str, where: str) -> FactValue | Problem | None:
    """Return the fact's value in a cleaned cell, None if the cell says that nothing is known.

    Shares may be written as 0,75 or 75 %. Numbers come back in integer thousandths (model/village.py).
    """
    if fact.type == "word":
        words = {fold(word): word for word in fact.words}
        if fold(text) in words:
            return words[fold(text)]
    if is_missing(text):
        return None
    if fact.type == "yes-no":
        answer = yes_or_no(text)
        if answer is None:
            return _bad(name, text, where, phrase("fact.yes-no"), phrase("cure.yes-no"))
        return answer
    if fact.type == "word":
        near = did_you_mean(text, fact.words)
        cure = phrase("cure.word", words=", ".join(fact.words), near=near)
        return _bad(name, text, where, phrase("fact.word"), cure)
    return _number(name, fact, text, where)


def _number(name: str, fact: Fact, text: str, where: str) -> FactValue | Problem:
    whole = is_whole(fact.type)
    percent = fact.type == "share" and text.endswith("%")
    try:
        value = thousandths(text.rstrip("% ") if percent else text, whole=whole)
    except AmbiguousNumber as error:
        first, second = error.args
        return problem(where, "ambiguous-number", value=shown(text), name=name, first=first, second=second)
    if value is not None and percent:
        value = (value + 50) // 100
    if value is None or (whole and value % SCALE):
        kind = phrase("fact.whole-number" if whole else "fact.number")
        return _bad(name, text, where, kind, phrase("cure.number"))
    lowest = -_LARGEST if fact.type == "number" else 0
    highest = SCALE if fact.type == "share" else _LARGEST
    if lowest <= value <= highest:
        return value
    limits = phrase("range.from-0")
    if fact.type == "share":
        limits = phrase("range.share")
    elif value > _LARGEST:
        limits = phrase("range.below", limit=f"{Decimal(_LARGEST) / SCALE:,}")
    return problem(where, "fact-out-of-range", value=shown(text), name=name, range=limits)


def _bad(name: str, text: str, where: str, kind: Phrase, cure: Phrase) -> Problem:
    return problem(where, "bad-fact", value=shown(text), name=name, kind=kind, cure=cure)
