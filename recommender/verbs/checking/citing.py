"""Sources: cited by somebody, written to the end, with addresses that can be.

In: `Inspection`. Out: warnings, at the source or where it is cited.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from recommender.knowledge.citations import cited_keys
from recommender.language.errors import Problem
from recommender.model.knowledge import KnowledgeBase
from recommender.model.nouns import Citation, Noun
from recommender.verbs.checking.inspection import Inspection
from recommender.verbs.checking.texts import PathPart, placeholder_in

_ADDRESS = re.compile(r"\b\w{3,6}:/+\S*|\bwww\.\S*")
_WHOLE_ADDRESS = re.compile(r"((https?|ftp)://|www\.)\w[\w-]*(\.\w[\w-]*)+([:/?#]|\W*$)")
_FIELDS = ("title", "publisher", "document")


def check_sources(given: Inspection) -> Iterator[Problem]:
    """Yield sources and citations that are unfinished, or whose address cannot be."""
    for key, source in sorted(given.kb.sources.items()):
        texts = {field: getattr(source, field) for field in _FIELDS}
        yield from _unfinished(given, "sources", key, (), texts)
        for field, text in texts.items():
            for address in _ADDRESS.findall(text or ""):
                if not _WHOLE_ADDRESS.match(address):
                    yield given.problem("bad-address", "sources", key, field, address=address)
    for kind, name, number, citation in citations(given.kb):
        path: tuple[PathPart, ...] = ("sources", number)
        if citation.key is None:
            yield from _unfinished(given, kind, name, path, {field: getattr(citation, field) for field in _FIELDS})
        yield from _unfinished(given, kind, name, path, {"locator": citation.locator})


def check_cited(given: Inspection) -> Iterator[Problem]:
    """Yield sources that nothing cites (needs every noun).

    What an overlay replaces may have been all that cited a source below it: there only its own are judged.
    """
    for key in sorted(given.kb.sources.keys() - cited_keys(given.kb)):
        if given.is_own("sources", key):
            yield given.problem("uncited-source", "sources", key, name=key)


def citations(kb: KnowledgeBase) -> Iterator[tuple[str, str, int, Citation]]:
    """Yield (kind, name, number in its list, citation) of every noun that is neither draft nor retired."""
    for kind in type(kb).model_fields:
        table = getattr(kb, kind)
        for name, noun in sorted(table.items()) if isinstance(table, Mapping) else ():
            if isinstance(noun, Noun) and getattr(noun, "status", "active") == "active":
                yield from ((kind, name, at, one) for at, one in enumerate(getattr(noun, "sources", ())))


def _unfinished(
    given: Inspection, kind: str, name: str, path: tuple[PathPart, ...], texts: Mapping[str, str | None]
) -> Iterator[Problem]:
    for field, text in texts.items():
        if text is not None and (found := placeholder_in(text)) is not None:
            yield given.problem("unfinished-text.source", kind, name, *path, field, key=field, found=found)
