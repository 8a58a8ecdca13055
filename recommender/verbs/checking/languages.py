"""Texts in the wrong language: changed over, or one wording under both.

In: `Inspection`. Out: warnings. Which words belong to which language the base itself says: those that stand often on
one side of its texts and hardly ever on the other; small words stand beside them for a base of few texts.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from recommender.language.errors import Problem
from recommender.model.knowledge import KnowledgeBase
from recommender.model.nouns import Noun, Text
from recommender.verbs.checking.inspection import Inspection, PathPart
from recommender.verbs.checking.texts import texts_of

_INDONESIAN = ("yang", "dan", "untuk", "dengan", "tidak", "atau", "dari", "pada", "belum", "sudah", "oleh", "adalah")
_ENGLISH = ("the", "of", "and", "is", "are", "with", "for", "not", "or", "from", "this", "that", "does", "how", "in")
_WORD = re.compile(r"[a-z]+")
_OFTEN = 3
_LONG_WORDS = 3  # a text of so many words that reads the same in both languages was not translated


class _Said(NamedTuple):
    """A text, where it stands, and its words in either language."""

    kind: str
    name: str
    path: tuple[PathPart, ...]
    text: Text
    id_words: frozenset[str]
    en_words: frozenset[str]


def check_languages(given: Inspection) -> Iterator[Problem]:
    """Yield texts whose languages are changed over, and texts that were not translated."""
    said = list(_said(given.kb))
    indonesian, english = _words_of_each(said)
    for kind, name, path, text, id_words, en_words in said:
        if text.id == text.en:
            if len(text.en.split()) >= _LONG_WORDS or _speaks(id_words, indonesian, english):
                yield given.problem("same-wording", kind, name, *path, text=f"{text.en:.50}")
            continue
        right = len(id_words & indonesian) + len(en_words & english)
        wrong = len(id_words & english) + len(en_words & indonesian)
        if wrong >= 2 and wrong > 2 * right:
            yield given.problem("languages-swapped", kind, name, *path, text=f"{text.id:.50}")


def _speaks(words: frozenset[str], indonesian: frozenset[str], english: frozenset[str]) -> bool:
    """Return whether most words of a text are those of one language: a name like QRIS has none of either."""
    return 2 * max(len(words & indonesian), len(words & english)) > len(words)


def _said(kb: KnowledgeBase) -> Iterator[_Said]:
    for kind in KnowledgeBase.model_fields:
        table = getattr(kb, kind)
        for name, noun in sorted(table.items()) if isinstance(table, Mapping) else ():
            if isinstance(noun, Noun) and getattr(noun, "status", "active") == "active":
                for path, text in texts_of(noun):
                    words = (frozenset(_WORD.findall(one.casefold())) for one in (text.id, text.en))
                    yield _Said(kind, name, path, text, *words)


def _words_of_each(said: list[_Said]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words that stand often on one side of the texts and hardly ever on the other, Indonesian first."""
    translated = [one for one in said if one.text.id != one.text.en]
    counts = (
        Counter(word for one in translated for word in one.id_words),
        Counter(word for one in translated for word in one.en_words),
    )
    sides = []
    for own, other, always in ((0, 1, _INDONESIAN), (1, 0, _ENGLISH)):
        often = {word for word, count in counts[own].items() if count >= _OFTEN and counts[other][word] * 10 < count}
        sides.append(frozenset(often | {*always}))
    return sides[0], sides[1]
