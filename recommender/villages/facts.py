"""One fact from one cell: yes or no, a word, or a number in integer thousandths; or what is wrong with it."""

from __future__ import annotations

from decimal import Decimal

from recommender.language.errors import Problem
from recommender.model.conditions import SCALE
from recommender.model.knowledge import Fact
from recommender.model.units import is_whole
from recommender.model.village import FactValue
from recommender.villages.cells import Ambiguous, fold, is_missing, thousandths, yes_or_no
from recommender.villages.wording import Both, hint, problem, shown

_LARGEST = 10**15 * SCALE
_YES_NO = Both("yes or no", "ya atau tidak")
_NUMBER = Both("number", "angka")
_WHOLE_NUMBER = Both("whole number", "bilangan bulat")


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
        return (
            _bad(name, text, where, _YES_NO, Both("Write ya or tidak.", "Tulis ya atau tidak."))
            if answer is None
            else answer
        )
    if fact.type == "word":
        near = hint([text], fact.words)
        one_of = ", ".join(fact.words)
        cure = Both(f"Write one of {one_of}.{near.en}", f"Tulis salah satu dari {one_of}.{near.id}")
        return _bad(name, text, where, Both("known word", "kata yang dikenal"), cure)
    return _number(name, fact, text, where)


def _number(name: str, fact: Fact, text: str, where: str) -> FactValue | Problem:
    whole = is_whole(fact.type)
    percent = fact.type == "share" and text.endswith("%")
    try:
        value = thousandths(text.rstrip("% ") if percent else text, whole=whole)
    except Ambiguous as error:
        first, second = error.args
        return problem(where, "ambiguous-number", value=shown(text), name=name, first=first, second=second)
    if value is not None and percent:
        value = (value + 50) // 100
    if value is None or (whole and value % SCALE):
        kind = _WHOLE_NUMBER if whole else _NUMBER
        return _bad(name, text, where, kind, Both("Write digits only.", "Tulis angka saja."))
    lowest = -_LARGEST if fact.type == "number" else 0
    highest = SCALE if fact.type == "share" else _LARGEST
    if lowest <= value <= highest:
        return value
    limits = Both("from 0 upwards", "dari 0 ke atas")
    if fact.type == "share":
        limits = Both("from 0 to 1 (or 0 % to 100 %)", "0 sampai 1 (atau 0 % sampai 100 %)")
    elif value > _LARGEST:
        limits = Both(f"below {Decimal(_LARGEST) / SCALE:,}", f"di bawah {Decimal(_LARGEST) / SCALE:,}")
    return problem(where, "fact-out-of-range", value=shown(text), name=name, range=limits)


def _bad(name: str, text: str, where: str, kind: Both, cure: Both) -> Problem:
    return problem(where, "bad-fact", value=shown(text), name=name, kind=kind, cure=cure)
