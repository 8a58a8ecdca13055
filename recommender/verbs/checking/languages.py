"""Texts in the wrong language: changed over, or one wording under both.

In: `Inspection`. Out: warnings. Which language a word belongs to the base itself says: how often it stands on either
side of all other texts. A base of few texts says little, and little is claimed of it.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from recommender.language.errors import Problem
from recommender.model.knowledge import KnowledgeBase
from recommender.model.nouns import Noun, Text
from recommender.verbs.checking.inspection import Inspection, PathPart
from recommender.verbs.checking.texts import texts_of

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
    said = list(_said(given.kb))
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
    lean = 0.0
    for word in words:
        counted = own.text.id != own.text.en
        indonesian, english = (
            count[word] - (counted and word in mine)
            for count, mine in zip(counts, (own.id_words, own.en_words), strict=True)
        )
        lean += math.log((indonesian + 0.5) / (english + 0.5))
    return lean


def _said(kb: KnowledgeBase) -> Iterator[_Said]:
    for kind in KnowledgeBase.model_fields:
        table = getattr(kb, kind)
        for name, noun in sorted(table.items()) if isinstance(table, Mapping) else ():
            if isinstance(noun, Noun) and getattr(noun, "status", "active") == "active":
                for path, text in texts_of(noun):
                    words = (
                        frozenset(_WORD.findall(_PLACEHOLDER.sub(" ", one).casefold())) for one in (text.id, text.en)
                    )
                    yield _Said(kind, name, path, text, *words)
