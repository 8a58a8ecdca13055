"""Texts in the wrong language: changed over, or one wording under both.

In: `Inspection`. Out: warnings. Which language a word belongs to the base itself says: how often it stands on either
side of all other texts. A base of few texts says little, and little is claimed of it.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from recommender.language.errors import Problem
from recommender.model.nouns import Text
from recommender.verbs.checking.inspection import Inspection
from recommender.verbs.checking.texts import PathPart

_WORD = re.compile(r"[a-z]+")
_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_LONG_WORDS = 3  # a text of so many words that reads the same in both languages was not translated
_SURE = 2.0  # sum of log odds from which a side reads as the other language


class _Said(NamedTuple):
    """A text, where it stands, and its words in either language."""

    kind: str
    name: str
    path: tuple[PathPart, ...]
    text: Text
    id_words: frozenset[str]
    en_words: frozenset[str]


def check_languages(given: Inspection) -> Iterator[Problem]:
    """Yield texts whose languages are changed over, texts of one language on both sides, and those not translated."""
    said = list(_said(given))
    counts = (
        Counter(word for one in said for word in one.id_words if one.text.id != one.text.en),
        Counter(word for one in said for word in one.en_words if one.text.id != one.text.en),
    )
    for one in said:
        kind, name, path, text = one[:4]
        sides = [_lean(words, one, counts) for words in (one.id_words, one.en_words)]
        if text.id == text.en:
            if len(text.en.split()) >= _LONG_WORDS or abs(sides[0]) > _SURE:
                yield given.problem("same-wording", kind, name, *path, text=f"{text.en:.50}")
        elif _lean(one.id_words - one.en_words, one, counts) - _lean(one.en_words - one.id_words, one, counts) < -_SURE:
            yield given.problem("languages-swapped", kind, name, *path, text=f"{text.id:.50}")
        elif sides[0] < -_SURE:
            yield given.problem("languages-swapped.one", kind, name, *path, "id", text=f"{text.id:.50}", language="id")
        elif sides[1] > _SURE:
            yield given.problem("languages-swapped.one", kind, name, *path, "en", text=f"{text.en:.50}", language="en")


def _lean(words: frozenset[str], own: _Said, counts: tuple[Counter[str], Counter[str]]) -> float:
    """Return how far words read as Indonesian (above 0) or English (below), by all texts but their own."""
    counted = own.text.id != own.text.en
    ids, ens = counts
    lean = 0.0
    for word in words:
        lean += _odds(
            ids[word] - (counted and word in own.id_words),
            ens[word] - (counted and word in own.en_words),
        )
    return lean


@cache
def _odds(indonesian: int, english: int) -> float:
    return math.log((indonesian + 0.5) / (english + 0.5))


def _said(given: Inspection) -> Iterator[_Said]:
    for (kind, name), texts in given.texts.items():
        for path, text in texts:
            words = (frozenset(_WORD.findall(_PLACEHOLDER.sub(" ", one).casefold())) for one in (text.id, text.en))
            yield _Said(kind, name, path, text, *words)
