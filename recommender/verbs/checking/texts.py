"""Every wording inside a noun with its key path, and what stands in place of one that was never written."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping

from recommender.model.knowledge import KnowledgeBase
from recommender.model.nouns import Noun, Text

PathPart = str | int | datetime.date  # of a key path: a key, a place in a list, the date of a value

# What authors write until they know better. As part of a text, and as all of it.
_INSIDE = re.compile(
    r"\b(TODO|TBD|TBA|FIXME|XXX+)\b|\?\?\?|lorem ipsum|<[a-z][a-z ]*>|\bexample\.(com|org|net)\b"
    r"|\b(menyusul|diisi nanti|isi di sini|belum ada sumber)\b|\b(hal|p|pp)\. ?xx?\b|\b(halaman|page) \?",
    re.I,
)
_HINTS = ("todo", "tbd", "tba", "fixme", "xxx", "???", "lorem", "<", "example.", "menyusul", "nanti", "isi di sini",
          "belum ada sumber", "hal.", "p.", "halaman", "page")  # fmt: skip
_LONGEST_WHOLE = 30
_WHOLE = re.compile(
    r"\W*|\W*(title|source|sumber|judul|name|nama|unknown|none|n/?a|test|tes|placeholder|link|url)\W*", re.I
)


def texts_of_base(kb: KnowledgeBase) -> dict[tuple[str, str], list[tuple[tuple[PathPart, ...], Text]]]:
    """Return (kind, name) of every noun that is neither draft nor retired -> its wordings with their key paths."""
    found = {}
    for kind in KnowledgeBase.model_fields:
        table = getattr(kb, kind)
        for name, noun in sorted(table.items()) if isinstance(table, Mapping) else ():
            if isinstance(noun, Noun) and getattr(noun, "status", "active") == "active":
                found[kind, name] = list(texts_of(noun))
    return found


def texts_of(value: object, path: tuple[PathPart, ...] = ()) -> Iterator[tuple[tuple[PathPart, ...], Text]]:
    """Yield every wording inside a noun with its key path."""
    if isinstance(value, Text):
        yield path, value
    elif isinstance(value, Noun):
        for name, field in type(value).model_fields.items():
            yield from texts_of(getattr(value, name), (*path, field.alias or name))
    elif isinstance(value, Mapping):
        for key, inside in value.items():
            yield from texts_of(inside, (*path, key))
    elif isinstance(value, tuple):
        for number, inside in enumerate(value):
            yield from texts_of(inside, (*path, number))


def placeholder_in(text: str) -> str | None:
    """Return what stands in a text in place of what was to be written, None if it is finished.

    >>> placeholder_in("Price of TBD"), placeholder_in("Sumber"), placeholder_in("Sumber air, 2024")
    ('TBD', 'Sumber', None)
    """
    folded = text.casefold()
    found = _INSIDE.search(text) if any(hint in folded for hint in _HINTS) else None
    if found:
        return found[0]
    is_short = len(text) <= _LONGEST_WHOLE
    return (text.strip() or " ") if is_short and _WHOLE.fullmatch(text.strip()) else None
