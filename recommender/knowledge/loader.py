"""Folder -> knowledge base: reads every file, validates it as its noun, and reports all problems together.

In: a folder with rules/ and catalog/. Out: `KnowledgeBase`, or `KnowledgeError` with every problem.
The identifier of a rule or intervention is its file name; its dimension is its folder.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from recommender.errors import KnowledgeError, Problem, did_you_mean
from recommender.knowledge.condition_reader import read_condition
from recommender.knowledge.consistency import check_consistency
from recommender.knowledge.places import knowledge_files, knowledge_folder
from recommender.knowledge.references import check_references
from recommender.knowledge.yaml_reader import Document, read_yaml
from recommender.knowledge.yaml_reader import Path as YamlPath
from recommender.model.knowledge import (
    About,
    Accepted,
    Dimension,
    Fact,
    Framework,
    Funding,
    Indicator,
    Intervention,
    KnowledgeBase,
    Parameter,
    Readiness,
    Rule,
)
from recommender.strata import cycle_problems

# One file that holds many nouns by name: file -> (field of the knowledge base, noun)
_TABLES: dict[str, tuple[str, type[BaseModel]]] = {
    "catalog/parameters.yaml": ("parameters", Parameter),
    "catalog/dimensions.yaml": ("dimensions", Dimension),
    "catalog/indicators.yaml": ("indicators", Indicator),
    "catalog/facts.yaml": ("facts", Fact),
    "catalog/funding.yaml": ("funding", Funding),
    "catalog/accepted.yaml": ("accepted", Accepted),
    "catalog/readiness.yaml": ("readiness", Readiness),
}
_ABOUT = "catalog/about.yaml"
_CONDITION_KEYS = ("when", "applies-when", "doubtful-when")
_NAME = r"lower-case English with hyphens"


def load_knowledge(folder: str | Path | None = None) -> KnowledgeBase:
    """Return the knowledge base of a folder, or the one shipped with the package.

    Raises
    ------
    KnowledgeError
        With every problem found, if there is any error among them.
    """
    place: Traversable = knowledge_folder() if folder is None else Path(folder)
    base, problems = read_knowledge(place)
    errors = [problem for problem in problems if problem.severity == "error"]
    if base is None or errors:
        raise KnowledgeError(errors)
    return base


def read_knowledge(folder: Traversable) -> tuple[KnowledgeBase | None, list[Problem]]:
    """Return the knowledge base (None if something essential is missing) and every problem, sorted by place."""
    files = knowledge_files(folder) if folder.is_dir() else []
    if not any(path.endswith(".yaml") for path, _ in files):
        message = "no rules/ and catalog/ with .yaml files here; name the folder that holds both."
        return None, [Problem(str(folder), "no-knowledge", message)]
    reader = _Reader()
    digest = hashlib.sha256()
    for path, file in files:
        try:
            content = file.read_bytes()
        except OSError as error:
            message = f"cannot be read ({error.strerror}); check the file and its permissions."
            reader.problems.append(Problem(path, "unreadable-file", message))
            continue
        digest.update(f"{path}\0{len(content)}\0".encode() + content)
        if path.endswith((".yaml", ".yml")):
            reader.read(path, content)
    problems = reader.problems
    if reader.about is None and not any(problem.where.startswith(_ABOUT) for problem in problems):
        problems.append(Problem(_ABOUT, "missing-file", "the knowledge base has no version; write this file."))
    base = KnowledgeBase.model_construct(
        _fields_set=None, about=reader.about, sha256=digest.hexdigest(), places=reader.places, **reader.tables
    )
    problems.extend(check_references(base, reader.where))
    problems.extend(check_consistency(base, reader.where))
    problems.extend(cycle_problems({name: rule.when for name, rule in base.active_rules.items()}, base.places))
    return None if reader.about is None else base, sorted(set(problems))


class _Reader:
    """Collects nouns and problems over all files."""

    def __init__(self) -> None:
        self.about: About | None = None
        self.tables: dict[str, dict[str, Any]] = {name: {} for name, _ in _TABLES.values()}
        self.tables |= {"frameworks": {}, "interventions": {}, "rules": {}}
        self.problems: list[Problem] = []
        self.places: dict[str, str] = {}
        self.documents: dict[str, tuple[Document, YamlPath]] = {}

    def where(self, kind: str, name: str, path: YamlPath = ()) -> str:
        """Return file:line of a noun, or of a key inside it."""
        if f"{kind}/{name}" not in self.documents:
            return kind
        document, base = self.documents[f"{kind}/{name}"]
        return document.where((*base, *path))

    def read(self, path: str, content: bytes) -> None:
        document = read_yaml(content, path)
        if not isinstance(document.value, dict):
            if not document.problems:
                document.add((), "bad-shape", "the file holds a mapping of keys; see docs/knowledge.md.")
            self.problems += document.problems
            return
        parts = path.removesuffix(".yaml").removesuffix(".yml").split("/")
        if path in _TABLES:
            kind, noun = _TABLES[path]
            for name, raw in document.value.items():
                self.noun(kind, str(name), noun, raw, document, (name,))
        elif path == _ABOUT:
            self.about = self.validate(About, document.value, document, ())
        elif parts[:2] == ["catalog", "frameworks"] and len(parts) == 3:
            self.noun("frameworks", parts[2], Framework, document.value, document, ())
        elif parts[:2] == ["catalog", "interventions"] and len(parts) == 4:
            self.noun("interventions", parts[3], Intervention, document.value, document, (), parts[2])
        elif parts[0] == "rules" and len(parts) == 3:
            self.noun("rules", parts[2], Rule, document.value, document, (), parts[1])
        else:
            known = [*_TABLES, _ABOUT, "rules/<dimension>/<rule>.yaml", "catalog/interventions/<dimension>/<name>.yaml"]
            document.add((), "stray-file", f"nothing is read from here; known places are {', '.join(known)}.")
        self.problems += document.problems

    def noun(
        self,
        kind: str,
        name: str,
        noun: type[BaseModel],
        raw: Any,
        document: Document,
        path: YamlPath,
        folder: str = "",
    ) -> None:
        key = f"{kind}/{name}"
        if not name or not all((part.isalnum() and part.islower()) or part.isdigit() for part in name.split("-")):
            document.add(path, "bad-name", f"'{name}' is no identifier: {_NAME}.")
        if key in self.documents:
            document.add(
                path, "duplicate-name", f"'{name}' exists already in {self.places[key]}; names are never reused."
            )
            return
        self.documents[key] = (document, path)
        self.places[key] = document.where(path)
        if not isinstance(raw, dict):
            document.add(path, "bad-shape", f"'{name}' holds a mapping of keys.")
            return
        if folder:
            if "dimension" in raw:
                document.add((*path, "dimension"), "unknown-key", "the folder says the dimension; remove the key.")
            raw = {**raw, "dimension": folder}
        value = self.validate(noun, raw, document, path)
        if value is not None:
            self.tables[kind][name] = value

    def validate(self, noun: type[BaseModel], raw: dict[Any, Any], document: Document, path: YamlPath) -> Any:
        raw, sound = _with_conditions(raw, path, document.add)
        try:
            value = noun.model_validate(raw)
        except ValidationError as error:
            for detail in error.errors(include_url=False, include_context=False):
                location = tuple(part for part in detail["loc"] if not _is_union_tag(part))
                code, message = _worded(detail, noun)
                document.add((*path, *location), code, message)
            return None
        return value if sound else None


def _is_union_tag(part: Any) -> bool:
    """Pydantic puts the tried type of a union into the place of an error; files have no such key."""
    return isinstance(part, str) and part in {"bool", "int", "float", "str", "[key]"}


def _with_conditions(
    raw: dict[Any, Any], path: YamlPath, report: Callable[[YamlPath, str, str], None]
) -> tuple[dict[Any, Any], bool]:
    """Return the raw noun with its conditions parsed, and whether all of them could be."""
    parsed, sound = dict(raw), True
    for key in _CONDITION_KEYS:
        if key in raw:
            parsed[key] = read_condition(raw[key], (*path, key), report)
            sound = sound and parsed[key] is not None
    met = raw.get("met-when")
    if isinstance(met, dict):
        parsed["met-when"] = {k: read_condition(v, (*path, "met-when", k), report) for k, v in met.items()}
        sound = sound and all(value is not None for value in parsed["met-when"].values())
    return parsed, sound


def _worded(detail: Any, noun: type[BaseModel]) -> tuple[str, str]:
    """Return our code and sentence for a pydantic error."""
    key = detail["loc"][-1] if detail["loc"] else ""
    if detail["type"] == "extra_forbidden":
        hint = did_you_mean(str(key), _keys(noun) if len(detail["loc"]) == 1 else _keys_inside(noun))
        return "unknown-key", f"'{key}' is no key here.{hint} Remove it or correct it."
    if detail["type"] == "missing":
        return "missing-key", f"'{key}' is missing; add it."
    return "bad-value", f"'{key}': {detail['msg'].removeprefix('Value error, ')}; found {detail['input']!r:.60}."


def _keys(noun: type[BaseModel]) -> set[str]:
    return {field.alias or name for name, field in noun.model_fields.items()}


def _keys_inside(noun: Any) -> set[str]:
    """Return the keys of every noun inside this one: what a key that is misspelt further down may have meant."""
    found: set[str] = set()
    for field in noun.model_fields.values():
        waiting = [field.annotation]
        while waiting:
            part = waiting.pop()
            waiting += get_args(part)
            if isinstance(part, type) and issubclass(part, BaseModel):
                found |= _keys(part) | _keys_inside(part)
    return found
