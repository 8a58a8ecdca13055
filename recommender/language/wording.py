"""Sentences taken from the catalog by their literal key, in one language or in both.

Everything that a user may read stands in `recommender/language/catalog/`. A key is written out where it is used, never
put together, so that a search for it finds all its uses; values that the code works with (a deferral's reason, an
executor) are looked up in a group by themselves.

>>> say("en", "of", value=1, highest=5)
'1 of 5'
>>> term("en", "reason", "over-budget")
'Too dear for the money'
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from recommender.language.catalog import (
    asking,
    authoring,
    checking,
    command_help,
    comparing,
    comparing_page,
    comparing_values,
    comparing_workbook,
    contrast_columns,
    contrast_values,
    contrasting,
    data_phrases,
    explaining,
    explaining_values,
    joint_money,
    page,
    report,
    shape_phrases,
    showing,
    showing_values,
    usage,
    values,
    workbook,
)

Key: TypeAlias = str
"""A key of the catalog. Tables of keys in the code say so, and tests look each of them up."""

LANGUAGES = ("id", "en")
_SHOWN = 8  # names in one sentence; the rest is counted

MESSAGES: dict[Key, dict[str, str]] = {
    key: said
    for file in (
        report,
        joint_money,
        explaining,
        asking,
        page,
        workbook,
        usage,
        checking,
        authoring,
        data_phrases,
        shape_phrases,
        showing,
        comparing,
        contrasting,
        comparing_workbook,
        comparing_page,
    )
    for key, said in file.MESSAGES.items()
}
TERMS: dict[str, dict[str, dict[str, str]]] = {}
for _file in (
    values,
    explaining_values,
    command_help,
    showing_values,
    comparing_values,
    contrast_columns,
    contrast_values,
):
    for _group, _terms in _file.TERMS.items():  # a group may go on in another file
        TERMS.setdefault(_group, {}).update(_terms)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A piece of a sentence in both languages: as a value it goes into each sentence in that one's language."""

    id: str
    en: str

    def in_language(self, lang: str) -> str:
        return self.en if lang == "en" else self.id

    def __str__(self) -> str:
        return self.en


NOTHING = Phrase("", "")


def say(lang: str, key: Key, /, **values: object) -> str:
    """Return the message in the language (Indonesian unless `en`), its `{…}` filled from the values.

    Raises
    ------
    KeyError
        If the catalog has no such key, or a value is missing: a bug.
    """
    return fill(MESSAGES[key], lang, values)


def term(lang: str, group: str, value: str, /, **values: object) -> str:
    """Return what a value of the code is called: one of a declared group, such as a deferral's reason.

    Raises
    ------
    KeyError
        If the catalog has no such group or value: a bug.
    """
    return fill(TERMS[group][value], lang, values)


def has_term(group: str, value: str) -> bool:
    """Return whether the group has the value: documents and knowledge may be newer than the program."""
    return value in TERMS[group]


def phrase(key: Key, /, **values: object) -> Phrase:
    """Return the message in both languages."""
    return Phrase(*(say(lang, key, **values) for lang in LANGUAGES))


def joined(between: str | Phrase, parts: Iterable[str | Phrase]) -> Phrase:
    """Return the parts with `between` them (a phrase has blanks around it), each in its language.

    >>> joined(Phrase("atau", "or"), ["a", "b"]).en
    'a or b'
    """
    told = list(parts)

    def spoken(lang: str) -> str:
        link = between if isinstance(between, str) else f" {between.in_language(lang)} "
        return link.join(str(_spoken(part, lang)) for part in told)

    return Phrase(*map(spoken, LANGUAGES))


def fill(entry: Mapping[str, str], lang: str, values: Mapping[str, object]) -> str:
    """Return an entry's sentence in the language, its `{…}` filled: phrases in that language, names quoted."""
    template = entry["en" if lang == "en" else "id"]
    return template.format(**{name: _spoken(value, lang) for name, value in values.items()})


def _spoken(value: object, lang: str) -> object:
    if isinstance(value, Phrase):
        return value.in_language(lang)
    return _listed(value, lang) if isinstance(value, list | tuple) else value


def _listed(names: Collection[str], lang: str) -> str:
    """Return the names in quotes, the first few and how many more there are."""
    first = ", ".join(f"'{short(name)}'" for name in list(names)[:_SHOWN])
    more = len(names) - _SHOWN
    return first if more <= 0 else say(lang, "listed-more", names=first, count=more)


def short(name: str) -> str:
    """Return a name cut to what a message can carry."""
    return name if len(name) <= 60 else name[:59] + "…"


def did_you_mean(words: str | Iterable[str], known: Iterable[str]) -> Phrase:
    """Return ` Did you mean 'x'?` for the first few words that resemble a known one; nothing when none does.

    >>> did_you_mean("drinking-watr", ["drinking-water", "toilet"]).en
    " Did you mean 'drinking-water'?"
    """
    asked = [words] if isinstance(words, str) else list(words)[:_SHOWN]
    found = dict.fromkeys(near for word in asked if (near := nearest(word, known)) is not None)
    if not found:
        return NOTHING
    return Phrase(*("".join(say(lang, "did-you-mean", near=near) for near in found) for lang in LANGUAGES))


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that resembles the word most, if any does."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, sorted(known), n=1, cutoff=0.6)), None)
