"""What readers would mistake: one name or question for two nouns, the languages changed over.

In: `Inspection`. Out: warnings, at the later of two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from recommender.language.errors import Problem
from recommender.language.wording import Key
from recommender.model.nouns import Noun, Text
from recommender.verbs.checking.inspection import Inspection, PathPart
from recommender.verbs.checking.texts import texts_of

_NAMED = (
    "dimensions", "indicators", "facts", "funding", "parameters", "interventions", "rules", "focuses", "addressees",
    "units", "goals", "patterns", "money_rules", "existing_programmes", "readiness",
)  # fmt: skip
# Small words that stand in nearly every sentence of one language and in none of the other.
_INDONESIAN = frozenset(
    ("yang", "dan", "untuk", "dengan", "tidak", "atau", "dari", "pada", "belum", "sudah", "oleh", "ini", "itu", "ada")
)
_ENGLISH = frozenset(
    ("the", "of", "and", "is", "are", "with", "for", "not", "or", "from", "this", "that", "does", "how", "in", "to")
)
_WORD = re.compile(r"[a-z]+")


def check_twins(given: Inspection) -> Iterator[Problem]:
    """Yield names and questions that two nouns of a kind share, and texts in the wrong language."""
    for kind in _NAMED:
        table: Mapping[str, Noun] = getattr(given.kb, kind)
        seen: dict[tuple[object, ...], str] = {}
        for name, noun in sorted(table.items()):
            if getattr(noun, "status", "active") == "retired":
                continue
            yield from _shared(given, kind, name, noun, seen)
            for path, text in texts_of(noun):
                if _is_swapped(text):
                    yield given.problem("languages-swapped", kind, name, *path, text=f"{text.id:.50}")


def _shared(
    given: Inspection, kind: str, name: str, noun: Noun, seen: dict[tuple[object, ...], str]
) -> Iterator[Problem]:
    for key in ("name", "question"):
        text = getattr(noun, key, None)
        if not isinstance(text, Text):
            continue
        for lang in ("id", "en"):
            year = getattr(noun, "year", None)  # rules of money are made anew each year, under the same name
            said = (key, lang, year, text.in_language(lang).casefold().strip(" .?"))
            other = seen.setdefault(said, name)
            if other != name:
                path: tuple[PathPart, ...] = (key, lang)
                code: Key = "same-name" if key == "name" else "same-name.question"
                yield given.problem(code, kind, name, *path, text=f"{text.in_language(lang):.50}", other=other)
                break


def _is_swapped(text: Text) -> bool:
    """Return whether the Indonesian text reads as English, or the English one as Indonesian."""
    return any(
        len(own & words) == 0 and len(foreign & words) >= 2
        for words, own, foreign in (
            (set(_WORD.findall(text.id.casefold())), _INDONESIAN, _ENGLISH),
            (set(_WORD.findall(text.en.casefold())), _ENGLISH, _INDONESIAN),
        )
    )
