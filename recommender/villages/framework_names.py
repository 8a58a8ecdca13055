"""How each index names its items, totals and classes: compiled once from the knowledge base, folded for comparison."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from recommender.knowledge.compiled import once_per_base
from recommender.model.frameworks import Framework, Item
from recommender.model.knowledge import KnowledgeBase
from recommender.villages.cells import fold

# One or two groups of letters and a number: `IKS-01`, `ID-LD-011`, `ID.LD.011`.
_CODE = re.compile(
    r"([a-z]+(?:[\W_]+[a-z]+)?)[\W_]*?0*(\d{1,3})(?:\b|_)[\W_]*(.*)\Z", re.ASCII | re.DOTALL | re.IGNORECASE
)
_LETTERS = re.compile(r"[^a-z]+")
_TOTAL = re.compile(r"(?:(status|nilai|skor|score|value|class|kelas) )?(.+?)(?: (\d{4}))?\Z")
_CLASS_WORDS = ("status", "class", "kelas")
_INDEX_WORDS = ("nilai", "skor", "score", "indeks", "index")


@dataclass(frozen=True, slots=True)
class PrintedTotal:
    """A printed total: of a component, of the index (`part` is `index`), or its class (`class`); its year if named."""

    part: str
    year: int | None


@dataclass(slots=True)
class FrameworkNames:
    """The names of one framework."""

    slug: str
    framework: Framework
    within: dict[str, dict[str, str]] = field(default_factory=dict)  # component -> folded name -> official code
    anywhere: dict[str, str] = field(default_factory=dict)  # folded name -> official code, where it is unique
    displayed: dict[str, list[str]] = field(default_factory=dict)  # folded name of the indicator -> official codes
    codes: dict[tuple[str, int], str] = field(default_factory=dict)
    classes: dict[str, str] = field(default_factory=dict)  # folded name -> slug
    labels: dict[str, str] = field(default_factory=dict)  # folded label -> component, or `index`
    short: frozenset[str] = frozenset()  # folded names that mean the index only beside a word or a year
    totals: dict[str, PrintedTotal | None] = field(default_factory=dict)  # by name as printed: asked for every row

    def item(self, name: str, component: str | None = None) -> str | None:
        """Return the official code of a printed name, looked for in its component first."""
        folded = fold(name)
        found = self.within[component].get(folded) if component is not None else None
        return found or self.anywhere.get(folded)

    def coded(self, header: str) -> tuple[str, str] | None:
        """Return (official code, what follows it) of a header that begins with a code: `IKS-01`, `IKS01 Skor …`."""
        match = _CODE.match(header.strip())
        if not match:
            return None
        official = self.codes.get((_LETTERS.sub("", match.group(1).casefold()), int(match.group(2))))
        return (official, match.group(3)) if official else None

    def total(self, name: str) -> PrintedTotal | None:
        """Return which total a printed name means: `IKS 2024`, `NILAI_IDM_2024`, `STATUS IDM 2024`."""
        if name not in self.totals:
            self.totals[name] = self._total(name)
        return self.totals[name]

    def _total(self, name: str) -> PrintedTotal | None:
        folded = fold(name)
        if folded in _CLASS_WORDS:
            return PrintedTotal("class", None)
        if folded in _INDEX_WORDS:
            return PrintedTotal("index", None)
        match = _TOTAL.match(folded)
        part = self.labels.get(match.group(2)) if match else None
        if match and match.group(2) in self.short and (match.group(1) or match.group(3)):
            part = "index"
        if not match or part is None:
            return None
        if match.group(1) in _CLASS_WORDS:
            if part != "index":
                return None
            part = "class"
        return PrintedTotal(part, int(match.group(3)) if match.group(3) else None)

    def class_slug(self, text: str) -> str | None:
        """Return the class of a printed name, in any capitals and with or without the word for village before it."""
        folded = fold(text)
        return self.classes.get(folded) or self.classes.get(folded.removeprefix("desa "))


@once_per_base
def framework_names(kb: KnowledgeBase) -> dict[str, FrameworkNames]:
    """Return the names of every framework, by its slug, sorted."""
    return {slug: _compile(slug, kb) for slug in sorted(kb.frameworks)}


def _compile(slug: str, kb: KnowledgeBase) -> FrameworkNames:
    framework = kb.frameworks[slug]
    names = FrameworkNames(slug, framework)
    names.within = {component: {} for component in framework.components}
    seen: dict[str, set[str]] = {}
    for code, item in framework.items.items():
        match = _CODE.match(code)
        if match:
            names.codes[_LETTERS.sub("", match.group(1).casefold()), int(match.group(2))] = code
        for name in (item.label, *item.aliases, code, item.indicator, *_paths(framework, item)):
            names.within[item.component].setdefault(fold(name), code)
            seen.setdefault(fold(name), set()).add(code)
        display = kb.indicators[item.indicator].name
        for folded in dict.fromkeys((fold(display.id), fold(display.en))):
            names.displayed.setdefault(folded, []).append(code)
    names.anywhere = {name: next(iter(codes)) for name, codes in seen.items() if len(codes) == 1}
    for entry in framework.classes:
        for name in (entry.slug, entry.name.id, entry.name.en):
            names.classes[fold(name)] = entry.slug
    names.labels = {fold(component.label): key for key, component in framework.components.items()}
    names.labels[fold(framework.label)] = "index"
    names.short = frozenset(fold(name) for name in framework.aliases)
    return names


def _paths(framework: Framework, item: Item) -> Iterator[str]:
    """Yield the item's label below its place in the official outline, as official tables head their columns."""
    for section in framework.outline.values():
        if item.part in section.parts:
            part = section.parts[item.part].name.id
            yield from (f"{part} {item.label}", f"{section.name.id} {part} {item.label}")
