"""Every wording inside a noun with its key path, and what stands in place of one that was never written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from recommender.model.nouns import Noun, Text
from recommender.verbs.checking.inspection import PathPart

# What authors write until they know better. As part of a text, and as all of it.
_INSIDE = re.compile(
    r"\b(TODO|TBD|TBA|FIXME|XXX+)\b|\?\?\?|lorem ipsum|<[a-z][a-z ]*>|\bexample\.(com|org|net)\b"
    r"|\b(menyusul|diisi nanti|isi di sini|belum ada sumber)\b|\b(hal|p|pp)\. ?xx?\b|\b(halaman|page) \?",
    re.I,
)
_WHOLE = re.compile(
    r"\W*|\W*(title|source|sumber|judul|name|nama|unknown|none|n/?a|test|tes|placeholder|link|url)\W*", re.I
)


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
    found = _INSIDE.search(text)
    if found:
        return found[0]
    return (text.strip() or " ") if _WHOLE.fullmatch(text.strip()) else None
