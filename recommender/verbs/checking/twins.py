"""What readers would mistake: one name or question for two nouns.

In: `Inspection`. Out: warnings, at the later of two.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from recommender.language.errors import Problem
from recommender.language.wording import Key
from recommender.model.nouns import Noun, Text
from recommender.verbs.checking.inspection import Inspection
from recommender.verbs.checking.texts import PathPart

# Not addressees: one office may be asked for two kinds of works.
_NAMED = (
    "dimensions", "indicators", "facts", "funding", "parameters", "interventions", "rules", "focuses",
    "units", "goals", "patterns", "money_rules", "existing_programmes", "readiness",
)  # fmt: skip


def check_twins(given: Inspection) -> Iterator[Problem]:
    """Yield names and questions that two nouns of a kind share."""
    for kind in _NAMED:
        table: Mapping[str, Noun] = getattr(given.kb, kind)
        seen: dict[tuple[object, ...], str] = {}
        for name, noun in sorted(table.items()):
            if getattr(noun, "status", "active") == "retired":
                continue
            yield from _shared(given, kind, name, noun, seen)


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
