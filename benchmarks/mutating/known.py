"""What a base knows of names, words and rungs, and what a kind of slip is.

In: a knowledge base and its files as marked. Out: `Known`, which says what a value names and what else could stand
there; `Kind`, the sites of a slip in a file and the change of one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from random import Random

from mutating.marked import WORDS, Entry, Group, MarkedFile, Scalar
from recommender.model.knowledge import KnowledgeBase

# Key -> the kinds of noun that it names; the names are its value, the members of its list, or the keys of its mapping.
NAMES: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("score", "indicator", "indicators", "improves"), ("indicators",)),
    **dict.fromkeys(("about", "met-when"), ("indicators", "rules")),
    **dict.fromkeys(("fact",), ("facts",)),
    **dict.fromkeys(("finding",), ("rules",)),
    **dict.fromkeys(("calls", "closes", "requires", "requires-any", "works", "meets"), ("interventions",)),
    **dict.fromkeys(("enhanced-by", "excludes"), ("interventions",)),
    **dict.fromkeys(("target", "weight", "cut-off", "first-instalment"), ("parameters",)),
    **dict.fromkeys(("below", "at-most", "above", "at-least"), ("parameters",)),
    **dict.fromkeys(("budget-code", "code", "codes"), ("codes",)),
    **dict.fromkeys(("sources", "evidence"), ("sources",)),
    "given": ("indicators", "facts", "rules"),
    "focus": ("focuses",),
    "addressee": ("addressees",),
    "funding": ("funding",),
    "dimension": ("dimensions",),
    "per": ("units",),
    "levels": ("frameworks",),
}
Site = Scalar | Entry | Group
Spans = list[tuple[int, int, str]]  # start and end in the text, what stands there now


@dataclass(slots=True)
class Known:
    """What names, words and rungs the base has: by kind of noun, by key, by indicator."""

    names: Mapping[str, frozenset[str]]
    words: Mapping[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    rungs: Mapping[str, list[int]] = field(default_factory=dict)  # thousandths, rising
    folders: tuple[str, ...] = ()  # of rules and works

    @classmethod
    def of(cls, kb: KnowledgeBase, files: Iterable[MarkedFile]) -> Known:
        """Return what the base knows; `files` are all its files."""
        tables = {kind for kinds in NAMES.values() for kind in kinds}
        known = cls({kind: frozenset(getattr(kb, kind)) for kind in tables})
        files = list(files)
        for marked in files:
            for one in marked.scalars:
                if known.is_word(one):
                    known.words[one.slot].add(one.value)
        rungs = defaultdict(set)
        for framework in kb.frameworks.values():
            width = framework.highest - framework.lowest
            for item in framework.items.values():
                rungs[item.indicator] |= {round(1000 * (p - framework.lowest) / width) for p in item.levels}
        known.rungs = {name: sorted(values) for name, values in rungs.items()}
        owned = [m.file for m in files if m.file.startswith(("rules/", "catalog/interventions/"))]
        known.folders = tuple(sorted({file.rpartition("/")[0] for file in owned}))
        return known

    def kind(self, one: Scalar) -> str | None:
        """Return the kind of noun that a scalar names, None if it names none."""
        return next((kind for kind in NAMES.get(one.slot, ()) if one.value in self.names[kind]), None)

    def is_word(self, one: Scalar) -> bool:
        """Return whether a scalar is one of the few words that its key admits."""
        plain = not one.is_key and not one.is_quoted and one.value.replace("-", "").isalpha() and one.value.islower()
        boolean = one.value in ("true", "false")
        return plain and not boolean and one.slot not in ("package", "slug", *WORDS) and self.kind(one) is None


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of fault: where it can be made in a file, and what it makes of a site (None: nothing here)."""

    group: str
    sites: Callable[[MarkedFile, Known], list[Site]]
    change: Callable[[MarkedFile, Site, Known, Random], Spans | None]
