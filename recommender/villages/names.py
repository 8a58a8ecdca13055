"""How each index names its items, totals and classes: compiled once from the knowledge base, folded for comparison."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from recommender.knowledge.compiled import once_per_base
from recommender.language.errors import Problem, problem
from recommender.model.knowledge import Framework, Item, KnowledgeBase
from recommender.villages.cells import fold
from recommender.villages.shown import shown

# One or two groups of letters and a number: `IKS-01`, `ID-LD-011`, `ID.LD.011`.
_CODE = re.compile(
    r"([a-z]+(?:[\W_]+[a-z]+)?)[\W_]*?0*(\d{1,3})(?:\b|_)[\W_]*(.*)\Z", re.ASCII | re.DOTALL | re.IGNORECASE
)
_LETTERS = re.compile(r"[^a-z]+")
_TOTAL = re.compile(r"(?:(status|nilai|skor|score|value|class|kelas) )?(.+?)(?: (\d{4}))?\Z")
_CLASS_WORDS = ("status", "class", "kelas")
_INDEX_WORDS = ("nilai", "skor", "score", "indeks", "index")
LAST_POSSIBLE_YEAR = 2100


@dataclass(frozen=True, slots=True)
class Total:
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
    codes: dict[tuple[str, int], str] = field(default_factory=dict)
    classes: dict[str, str] = field(default_factory=dict)  # folded name -> slug
    labels: dict[str, str] = field(default_factory=dict)  # folded label -> component, or `index`
    short: frozenset[str] = frozenset()  # folded names that mean the index only beside a word or a year
    totals: dict[str, Total | None] = field(default_factory=dict)  # by name as printed: asked for every row

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

    def total(self, name: str) -> Total | None:
        """Return which total a printed name means: `IKS 2024`, `NILAI_IDM_2024`, `STATUS IDM 2024`."""
        if name not in self.totals:
            self.totals[name] = self._total(name)
        return self.totals[name]

    def _total(self, name: str) -> Total | None:
        folded = fold(name)
        if folded in _CLASS_WORDS:
            return Total("class", None)
        if folded in _INDEX_WORDS:
            return Total("index", None)
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
        return Total(part, int(match.group(3)) if match.group(3) else None)

    def class_slug(self, text: str) -> str | None:
        """Return the class of a printed name, in any capitals and with or without the word for village before it."""
        folded = fold(text)
        return self.classes.get(folded) or self.classes.get(folded.removeprefix("desa "))


@once_per_base
def framework_names(kb: KnowledgeBase) -> dict[str, FrameworkNames]:
    """Return the names of every framework, by its slug, sorted."""
    return {slug: _compile(slug, kb.frameworks[slug]) for slug in sorted(kb.frameworks)}


def _compile(slug: str, framework: Framework) -> FrameworkNames:
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


def check_value(item: Item, framework: Framework, value: int, where: str) -> int | Problem:
    """Return the value if the item's ladder has it, else the problem: a value that does not exist is a typing error.

    In 64,550 scores of real answers none lies off its ladder, so such a value is refused, not rounded. The ladder of
    an item whose rubric is unsure may lack rungs: there a value between its lowest and highest is kept.
    """
    if not framework.lowest <= value <= framework.highest:
        return problem(
            where,
            "out-of-scale",
            value=shown(value),
            name=item.label,
            lowest=framework.lowest,
            highest=framework.highest,
        )
    if value not in item.levels and (item.rubric is None or not item.values[0] < value < item.values[-1]):
        levels = ", ".join(map(str, item.values))
        return problem(where, "off-ladder", value=value, name=item.label, levels=levels)
    return value


def bad_value(item: Item, framework: Framework, value: object, where: str) -> Problem:
    """Return the problem of a value that is no whole number."""
    lowest, highest = framework.lowest, framework.highest
    return problem(where, "bad-value.data", value=shown(value), name=item.label, lowest=lowest, highest=highest)


def check_year(value: object, framework: Framework, where: str) -> int | Problem:
    """Return a year that the framework can have been measured in, else the problem."""
    text = str(value).strip() if isinstance(value, int | str) and not isinstance(value, bool) else ""
    text = re.sub(r"[.,]0+\Z", "", text)
    if re.fullmatch(r"\d{4}", text, re.ASCII) and framework.first_year <= int(text) <= LAST_POSSIBLE_YEAR:
        return int(text)
    return problem(where, "bad-year.data", value=shown(value), first=framework.first_year)


def late_year(names: FrameworkNames, year: int, where: str) -> list[Problem]:
    """Return a warning for a year after the framework's last one, else nothing."""
    last, label = names.framework.last_year, names.framework.label
    if last is None or year <= last:
        return []
    return [problem(where, "year-after-framework", year=year, last=last, framework=label)]
