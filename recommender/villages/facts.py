"""One fact from one cell: yes or no, a word, or a number in integer thousandths; or what is wrong with it."""

from __future__ import annotations

from decimal import Decimal

from recommender.language.errors import Problem, problem
from recommender.language.shown_value import shown
from recommender.language.wording import NOTHING, Phrase, joined, nearest, phrase
from recommender.model.conditions import SCALE
from recommender.model.facts import Fact
from recommender.model.units import is_whole
from recommender.model.village import FactValue
from recommender.villages.cells import AmbiguousNumber, is_missing, thousandths, yes_or_no

_LARGEST = 10**15 * SCALE


def read_fact(name: str, fact: Fact, text: str, where: str) -> FactValue | Problem | None:
    """Return the fact's value in a cleaned cell, None if the cell says that nothing is known.

    Words may be written by their names in either language. Shares may be written as 0,75, as 75 % or as 75: a number
    without a sign is a share up to 1, per cent above. Numbers come back in integer thousandths (model/village.py).
    """
    if fact.type == "word":
        word = fact.word_meant(text)
        if word is not None:
            return word
    if is_missing(text):
        return None
    if fact.type == "yes-no":
        answer = yes_or_no(text)
        if answer is None:
            return _bad(name, text, where, phrase("fact.yes-no"), phrase("cure.yes-no"))
        return answer
    if fact.type == "word":
        cure = phrase("cure.word", words=_choices(fact), near=_nearest(fact, text))
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
    if value is not None and (percent or (fact.type == "share" and value > SCALE)):
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


def is_part(text: str) -> bool:
    """Return whether a share that is written without a sign is one of at most 1, which is not read as per cent.

    >>> is_part("0,35"), is_part("1"), is_part("35")
    (True, True, False)
    """
    value = thousandths(text, whole=False)
    return value is not None and value <= SCALE


def allowed(fact: Fact) -> Phrase:
    """Return what a fact may be answered: `one of low, medium, high`."""
    if fact.type == "yes-no":
        return phrase("fact.yes-no")
    if fact.type == "word":
        return phrase("answer.word", words=_choices(fact))
    if fact.type == "share":
        return phrase("answer.share")
    return phrase("answer.whole-number" if is_whole(fact.type) else "answer.number")


def _choices(fact: Fact) -> Phrase:
    """Return the words of a fact as people call them, parted by commas."""
    return joined(", ", [Phrase(name.id, name.en) for name in fact.words.values()])


def _nearest(fact: Fact, text: str) -> Phrase:
    """Return `Did you mean …?`: in the language whose name resembles the text, in both languages by its names."""
    known = {said.casefold(): name for value, name in fact.words.items() for said in (value, name.id, name.en)}
    near = nearest(text.casefold(), known)
    return NOTHING if near is None else phrase("did-you-mean", near=Phrase(known[near].id, known[near].en))


def _bad(name: str, text: str, where: str, kind: Phrase, cure: Phrase) -> Problem:
    return problem(where, "bad-fact", value=shown(text), name=name, kind=kind, cure=cure)
