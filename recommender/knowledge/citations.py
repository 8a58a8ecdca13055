"""Sources as nouns cite them -> what catalog/sources.yaml says of each, with what is read there; and who is cited.

In a file a citation is `KEY`, `KEY: "what it says there"`, or a source written out, as an overlay may have it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from recommender.knowledge.condition_reader import ReportFault
from recommender.language.wording import did_you_mean
from recommender.model.knowledge import KnowledgeBase
from recommender.model.nouns import CatalogSource, Citation, Noun, Source
from recommender.parsing.parsed_file import KeyPath

Sources: TypeAlias = Mapping[str, CatalogSource | None] | None  # by key


def with_sources(raw: dict[Any, Any], sources: Sources, report: ReportFault, path: KeyPath = ()) -> dict[Any, Any]:
    """Return the raw noun with each citation laid over its source; a key that names no source is reported.

    `sources` holds every key that is written; None where its entry, or all of them, cannot be read, which is told at
    its own place: the noun is not unsourced for that.
    """
    found = dict(raw)
    if isinstance(raw.get("sources"), list):
        found["sources"] = list(_cited(raw["sources"], sources, report, (*path, "sources")))
    if isinstance(raw.get("faults"), list):
        found["faults"] = [
            with_sources(fault, sources, report, (*path, "faults", number)) if isinstance(fault, dict) else fault
            for number, fault in enumerate(raw["faults"])
        ]
    return found


def _cited(raw: list[Any], sources: Sources, report: ReportFault, path: KeyPath) -> Iterator[Any]:
    for number, one in enumerate(raw):
        if isinstance(one, str):
            key, text = one, None
        elif isinstance(one, dict) and len(one) == 1 and not one.keys() <= Citation.model_fields.keys():
            ((key, text),) = one.items()
        else:
            yield one  # written out, or no citation at all
            continue
        source = None if sources is None else sources.get(key)
        if source is not None:
            yield {"key": key, **{name: getattr(source, name) for name in Source.model_fields}, "locator": text}
        else:  # cited all the same: what is wrong with the source is told once
            yield {"key": key, "title": key, "locator": text}
            if sources is not None and key not in sources:
                report((*path, number), "unknown-citation", name=key, near=did_you_mean(str(key), sources))


def cited_keys(kb: KnowledgeBase) -> set[str]:
    """Return the keys of all sources that a noun cites, names as the evidence of a work, or filled a table from."""
    tables = [table for kind in KnowledgeBase.model_fields if isinstance(table := getattr(kb, kind), dict)]
    nouns: list[Noun] = [noun for table in tables for noun in table.values() if isinstance(noun, Noun)]
    nouns += [fault for framework in kb.frameworks.values() for fault in framework.faults]
    cited = {citation.key for noun in nouns for citation in getattr(noun, "sources", ()) if citation.key is not None}
    cited |= {key for key, source in kb.sources.items() if source.files}
    return cited.union(*(work.evidence for work in kb.interventions.values()))
