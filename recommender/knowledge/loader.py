"""Folders -> knowledge base: lays overlays over the base, validates every noun, reports all problems together.

In: a folder with rules/ and catalog/, and overlays of the same layout, applied in order. Out: `KnowledgeBase`, or
`KnowledgeError` with every problem. What files write is read by `files`, laid over each other by `merging`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from recommender.knowledge.citations import with_sources
from recommender.knowledge.condition_reader import ReportFault, read_condition
from recommender.knowledge.conditions import CONDITION_KEYS
from recommender.knowledge.consistency import check_consistency
from recommender.knowledge.files import ABOUT, NOUNS, Layer, home_of, read_layer
from recommender.knowledge.merging import Stack, Where, merge
from recommender.knowledge.overlay_headers import broken_chains, read_headers
from recommender.knowledge.places import knowledge_files, knowledge_folder
from recommender.knowledge.references import absent_tables, check_references
from recommender.knowledge.soundness import check_soundness
from recommender.knowledge.strata import cycle_problems
from recommender.language.errors import KnowledgeError, Problem, problem
from recommender.language.wording import Key, did_you_mean
from recommender.model.knowledge import KnowledgeBase, TableFile
from recommender.model.nouns import CatalogSource
from recommender.model.overlays import Overlay
from recommender.parsing.parsed_file import KeyPath
from recommender.parsing.shape import shaped

Folder = str | Path
_KEYS = {kind: {field.alias or name for name, field in noun.model_fields.items()} for kind, noun in NOUNS.items()}


@dataclass(frozen=True, slots=True)
class LoadedKnowledge:
    """The knowledge base (None if something essential is missing), every problem by place, and where keys stand."""

    base: KnowledgeBase | None
    problems: list[Problem]
    where: Where


def load_knowledge(folder: Folder | None = None, overlays: Folder | Iterable[Folder] = ()) -> KnowledgeBase:
    """Return the knowledge base of a folder, or the one shipped with the package, with overlays laid over it in order.

    Raises
    ------
    KnowledgeError
        With every problem found, if there is any error among them.
    """
    place: Traversable = knowledge_folder() if folder is None else Path(folder)
    above = [overlays] if isinstance(overlays, str | Path) else list(overlays)
    loaded = read_knowledge(place, [Path(one) for one in above])
    errors = [problem for problem in loaded.problems if problem.severity == "error"]
    if loaded.base is None or errors:
        raise KnowledgeError(errors)
    return loaded.base


def read_knowledge(folder: Traversable, overlays: Sequence[Path] = ()) -> LoadedKnowledge:
    """Return the knowledge base of a folder and its overlays, with all that is wrong in them."""
    files = knowledge_files(folder) if folder.is_dir() else []
    if not any(path.endswith(".yaml") for path, _ in files):
        return LoadedKnowledge(None, [problem(str(folder), "no-knowledge")], lambda kind, *_: kind)
    layers = [read_layer(files)]
    problems: list[Problem] = []
    for place in overlays:
        _add_overlay(place, layers, problems)
    stacks, laid, found = merge(layers)
    problems += [*found, *(one for layer in layers for one in layer.problems)]
    lost = {key: file for layer in layers for key, file in layer.lost.items()}
    nouns = _Nouns(stacks, lost)
    problems += nouns.problems
    about: Any = nouns.tables["about"].get("about")  # without it the rest is checked all the same
    headers = read_headers(layers[1:], None if about is None else about.version, problems)
    laid = [replace(one, header=headers.get(one.name)) for one in laid]
    if about is None and not any(one.where.startswith(ABOUT) for one in problems):
        problems.append(problem(ABOUT, "missing-file"))
    base = KnowledgeBase.model_construct(
        _fields_set=None,
        about=about,
        sha256=_combined(layers[0].sha256, laid),
        overlays=tuple(laid),
        tables=_tables(layers),
        places={key: stack.written[0].place for key, stack in stacks.items() if key != "about/about"} | lost,
        **{kind: table for kind, table in nouns.tables.items() if kind != "about"},
    )
    for kind, count in absent_tables(base).items():
        problems.append(problem(home_of(kind), "missing-file.table", kind=kind, count=count))
        lost[f"{kind}/"] = home_of(kind)
    base = base.model_copy(update={"places": {**base.places, **lost}})
    problems += check_references(base, nouns.where)
    problems += check_soundness(base, nouns.where)
    problems += check_consistency(base, nouns.where)
    problems += broken_chains(base, nouns.where)
    problems += cycle_problems({name: rule.when for name, rule in base.active_rules.items()}, base.places)
    return LoadedKnowledge(base if about else None, sorted(set(problems)), nouns.where)


def _add_overlay(place: Path, layers: list[Layer], problems: list[Problem]) -> None:
    name = place.resolve().name
    if not (place.is_dir() and any((place / one).is_dir() for one in ("rules", "catalog"))):
        problems.append(problem(str(place), "no-overlay"))
    elif any(layer.name == name for layer in layers):
        problems.append(problem(str(place), "overlay-twice", name=name))
    else:
        layers.append(read_layer(knowledge_files(place), name))


def _tables(layers: Sequence[Layer]) -> dict[str, tuple[TableFile, ...]]:
    """Return the tables by path, the base's file first, then those of overlays in their order."""
    paths = sorted({path for layer in layers for path in layer.tables})
    return {path: tuple(layer.tables[path] for layer in layers if path in layer.tables) for path in paths}


def _combined(sha256: str, overlays: Sequence[Overlay]) -> str:
    """Return the hash of the base alone where nothing lies over it, else of it and the overlays in their order."""
    if not overlays:
        return sha256
    return hashlib.sha256("\0".join([sha256, *(overlay.sha256 for overlay in overlays)]).encode()).hexdigest()


class _Nouns:
    """Validates every noun; what fails is named and left out."""

    def __init__(self, stacks: dict[str, Stack], lost: Mapping[str, str]) -> None:
        self.stacks = stacks
        self.tables: dict[str, dict[str, Any]] = {kind: {} for kind in NOUNS}
        self.problems: list[Problem] = []
        self.sources: dict[str, CatalogSource | None] | None = {}
        if "sources/" in lost:
            self.sources = None  # which is told once, not wherever one is cited
        for stack in sorted(stacks.values(), key=lambda stack: stack.top.kind != "sources"):  # the others cite them
            self._read(stack)

    def where(self, kind: str, name: str, path: KeyPath = ()) -> str:
        """Return file:line of a noun, or of a key inside it."""
        stack = self.stacks.get(f"{kind}/{name}")
        return kind if stack is None else stack.where(path)

    def _read(self, stack: Stack) -> None:
        one, raw = stack.top, stack.raw
        if one.kind == "sources" and self.sources is not None:
            self.sources[one.name] = None  # known, whatever is wrong with it
        if not isinstance(raw, dict):
            self.problems.append(stack.report((), "bad-shape.noun", name=one.name))
            return
        meant = _meant(one.kind, raw)
        if meant is not None:
            self.problems.append(stack.report((), "wrong-kind", name=one.name, kind=one.kind, place=home_of(meant)))
            return
        if one.folder:
            raw = {**raw, "dimension": one.folder}
        problems, value = self._validated(NOUNS[one.kind], raw, stack)
        required = [field.alias or name for name, field in NOUNS[one.kind].model_fields.items() if field.is_required()]
        if stack.is_new and not set(required) <= set(raw):
            problems = [problem for problem in problems if problem.code != "missing-key"]
            problems.append(self._unknown(stack, required))
        self.problems += problems
        if value is not None:
            self.tables[one.kind][one.name] = value
        if one.kind == "sources" and self.sources is not None:
            self.sources[one.name] = value

    def _validated(self, noun: type[BaseModel], raw: dict[Any, Any], stack: Stack) -> tuple[list[Problem], Any]:
        """Return what is wrong with a noun, and the noun if it is whole."""
        problems: list[Problem] = []

        def report(path: KeyPath, key: Key, /, **values: object) -> None:
            problems.append(stack.report(path, key, **values))

        raw, sound = _with_conditions(with_sources(raw, self.sources, report), report)
        value, faults = shaped(noun, raw)
        problems += [replace(found, where=stack.where(path)) for path, found in faults]
        return problems, value if sound else None

    def _unknown(self, stack: Stack, required: list[str]) -> Problem:
        """Return the problem of a noun in an overlay that is neither below it nor whole."""
        one = stack.top
        known = [other.top.name for other in self.stacks.values() if other.top.kind == one.kind and not other.is_new]
        near, keys = did_you_mean(one.name, known), ", ".join(required)
        return stack.report((), "unknown-in-overlay", name=one.name, kind=one.kind, near=near, keys=keys)


def _meant(kind: str, raw: dict[Any, Any]) -> str | None:
    """Return the kind of noun whose keys the raw noun has, None where they are those of its own kind.

    Elsewhere it would be told key by key that it is no noun of the kind in whose place it stands.
    """
    fitting = {other: sum(key in _KEYS[other] for key in raw) for other in NOUNS}
    best = max(fitting, key=lambda other: fitting[other])
    return best if fitting[best] > fitting[kind] + 1 and fitting[kind] < len(raw) / 2 + 1 else None


def _with_conditions(raw: dict[Any, Any], report: ReportFault) -> tuple[dict[Any, Any], bool]:
    """Return the raw noun with its conditions parsed, and whether all of them could be."""
    parsed = {key: read_condition(raw[key], (key,), report) for key in CONDITION_KEYS if key in raw}
    met: dict[Any, Any] = raw["met-when"] if isinstance(raw.get("met-when"), dict) else {}
    parsed_met = {key: read_condition(value, ("met-when", key), report) for key, value in met.items()}
    sound = None not in (*parsed.values(), *parsed_met.values())
    return raw | parsed | ({"met-when": parsed_met} if met else {}), sound
