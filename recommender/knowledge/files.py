"""One folder -> the nouns that its files write, as raw keys with the place of each; nothing is checked against others.

In: the files of one layer, the base or an overlay. Out: `Layer`. The identifier of a rule or intervention is its file
name; its dimension is its folder.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable
from typing import Any, get_args, get_origin

from recommender.knowledge.reference_tables import TABLES
from recommender.language.errors import Problem, problem
from recommender.language.wording import Key
from recommender.model.knowledge import About, KnowledgeBase, TableFile
from recommender.model.nouns import Noun
from recommender.parsing.parsed_file import KeyPath, ParsedFile
from recommender.parsing.yaml_text import read_yaml

ABOUT = "catalog/about.yaml"
HEADER = "catalog/overlay.yaml"
# Kind of noun -> what its files hold; a kind is a table of the knowledge base.
NOUNS: dict[str, type[Noun]] = {
    "about": About,
    **{
        kind: get_args(field.annotation)[1]
        for kind, field in KnowledgeBase.model_fields.items()
        if get_origin(field.annotation) is dict
    },
}
# One file that holds many nouns by name: file -> kind
_TABLES = {
    f"catalog/{kind.replace('_', '-')}.yaml": kind
    for kind in NOUNS
    if kind not in ("about", "frameworks", "interventions", "rules")
}
_CODE = re.compile(r"\d+(\.\d+)*$")
_SOURCE = re.compile(r"[A-Z0-9]+(-[A-Z0-9]+)*$")
_COMMENTS_ONLY = re.compile(rb"\A(?:\xef\xbb\xbf)?(?:[ \t]*(?:#[^\r\n]*)?\r?\n?)*\Z")


@dataclass(frozen=True, slots=True)
class Written:
    """A noun as one file writes it: its raw value, the file, its key path there, and the folder's dimension."""

    kind: str
    name: str
    raw: Any
    document: ParsedFile
    path: KeyPath
    folder: str = ""

    @property
    def place(self) -> str:
        return self.document.where(self.path)


@dataclass(slots=True)
class Layer:
    """What one folder writes: nouns by kind/name, tables, the hash of its files, problems found while reading them.

    `name` is empty for the base, else the name of the overlay's folder, which opens the places of its problems.
    """

    name: str = ""
    written: dict[str, Written] = field(default_factory=dict)
    tables: dict[str, TableFile] = field(default_factory=dict)  # by path below catalog/
    header: Written | None = None  # of an overlay: what it is for
    problems: list[Problem] = field(default_factory=list)
    sha256: str = ""
    lost: dict[str, str] = field(default_factory=dict)  # kind/name that cannot be read -> file; kind/ of a whole table


def read_layer(files: Iterable[tuple[str, Traversable]], name: str = "") -> Layer:
    """Return what the files of one folder write; of an overlay, a file in which all is commented out says nothing."""
    layer = Layer(name)
    digest = hashlib.sha256()
    documents = []
    for path, file in files:
        shown = f"{name}/{path}" if name else path
        try:
            content = file.read_bytes()
        except OSError as error:
            layer.problems.append(problem(shown, "unreadable-file", reason=error.strerror))
            continue
        digest.update(f"{path}\0{len(content)}\0".encode() + content)
        table = path.removeprefix("catalog/")
        if path.endswith(".csv"):
            layer.tables[table] = TableFile(shown, content)
            if table not in TABLES:
                layer.problems.append(problem(shown, "stray-file", known=", ".join(f"catalog/{one}" for one in TABLES)))
        elif not (name and _COMMENTS_ONLY.match(content)):
            document = read_yaml(content, shown)
            documents.append(document)
            _collect(layer, path, document)
    for document in documents:
        layer.problems += document.problems
    layer.sha256 = digest.hexdigest()
    return layer


def _collect(layer: Layer, path: str, document: ParsedFile) -> None:
    value, kind, name, folder = document.value, *_home(path)
    if not isinstance(value, dict):
        if kind:
            layer.lost[f"{kind}/{name}"] = document.file
        if not document.problems:
            document.add((), "bad-shape.file")
    elif path == HEADER and layer.name:
        layer.header = Written("overlay", layer.name, value, document, ())
    elif kind and name:
        _take(layer, Written(kind, name, value, document, (), folder))
    elif kind:
        for key, raw in value.items():
            _take(layer, Written(kind, str(key), raw, document, (key,)))
    else:
        known = [*_TABLES, ABOUT, "rules/<dimension>/<rule>.yaml", "catalog/interventions/<dimension>/<name>.yaml"]
        document.add((), "stray-file", known=", ".join(known))


def _home(path: str) -> tuple[str, str, str]:
    """Return what kind of noun a file writes, the name of the one that it is (else empty), and its dimension."""
    parts = path.removesuffix(".yaml").removesuffix(".yml").split("/")
    if path in _TABLES:
        return _TABLES[path], "", ""
    if path == ABOUT:
        return "about", "about", ""
    if parts[:2] == ["catalog", "frameworks"] and len(parts) == 3:
        return "frameworks", parts[2], ""
    if parts[:2] == ["catalog", "interventions"] and len(parts) == 4:
        return "interventions", parts[3], parts[2]
    if parts[0] == "rules" and len(parts) == 3:
        return "rules", parts[2], parts[1]
    return "", "", ""


def home_of(kind: str) -> str:
    """Return where files write nouns of a kind.

    >>> home_of("rules"), home_of("money_rules")
    ('rules/<dimension>/', 'catalog/money-rules.yaml')
    """
    folders = {
        "about": ABOUT,
        "rules": "rules/<dimension>/",
        "interventions": "catalog/interventions/<dimension>/",
        "frameworks": "catalog/frameworks/",
    }
    return folders.get(kind, f"catalog/{kind.replace('_', '-')}.yaml")


def is_identifier(name: str) -> bool:
    """Return whether the name can be an identifier: lower-case words and numbers with hyphens between them.

    >>> is_identifier("piped-water"), is_identifier("Piped_Water"), is_identifier("a--b")
    (True, False, False)
    """
    return bool(name) and all((part.isalnum() and part.islower()) or part.isdigit() for part in name.split("-"))


def _misnamed(kind: str, name: str) -> Key | None:
    """Return the problem of a name that cannot be an identifier of its kind, None if it can."""
    if kind == "codes":
        return None if _CODE.match(name) else "bad-name.code"
    if kind == "sources":
        return None if _SOURCE.match(name) else "bad-name.source"
    return None if is_identifier(name) else "bad-name"


def _take(layer: Layer, written: Written) -> None:
    document, path, name = written.document, written.path, written.name
    wrong = _misnamed(written.kind, name)
    if wrong is not None:
        document.add(path, wrong, name=name)
    key = f"{written.kind}/{name}"
    if key in layer.written:
        document.add(path, "duplicate-name", name=name, place=layer.written[key].place)
        return
    if isinstance(written.raw, dict) and written.folder and "dimension" in written.raw:
        document.add((*path, "dimension"), "unknown-key.dimension")
    layer.written[key] = written
