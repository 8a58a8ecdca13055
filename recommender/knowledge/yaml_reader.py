"""Strict YAML: plain values with the line of every key, or problems; the only place that knows PyYAML.

YAML 1.2 core values only. Refused, because each has misled somebody: duplicate keys, anchors and aliases, tags,
merge keys, several documents, the words yes/no/on/off without quotes, integers with a leading zero.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from recommender.errors import Problem

Path = tuple[str | int, ...]
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LARGEST_FILE = 2 * 1024 * 1024  # bytes; a knowledge file is a few kilobytes
_DEEPEST = 40
_INTEGER = re.compile(r"[-+]?\d+(?:_\d+)*\Z")
_DECIMAL = re.compile(r"[-+]?(?:\d+(?:_\d+)*)?\.?\d+(?:[eE][-+]?\d+)?\Z")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
_AMBIGUOUS = {"yes", "no", "on", "off", "y", "n"}


@dataclass(slots=True)
class Document:
    """The value of a file and where each of its keys and items stands (1-based lines)."""

    file: str
    value: Any = None
    lines: dict[Path, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def where(self, path: Path) -> str:
        """Return `file:line` of the path, or of its nearest parent that has a line."""
        for length in range(len(path), -1, -1):
            if path[:length] in self.lines:
                return f"{self.file}:{self.lines[path[:length]]}"
        return self.file

    def add(self, path: Path, code: str, message: str, severity: str = "error") -> None:
        self.problems.append(Problem(self.where(path), code, message, severity))


def read_yaml(content: bytes, file: str) -> Document:
    """Return the document; its problems are empty when it was read whole."""
    document = Document(file)
    if len(content) > _LARGEST_FILE:
        document.add((), "file-too-large", f"{len(content)} bytes; a knowledge file has at most {_LARGEST_FILE}.")
        return document
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        document.add((), "not-utf8", f"byte {error.start} is no UTF-8; save the file as UTF-8.")
        return document
    try:
        root = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        problem = (error.problem or "cannot be parsed").rstrip(".")
        document.problems.append(Problem(f"{file}:{line}", "bad-yaml", f"{problem}; check indentation and quotes."))
        return document
    except (yaml.YAMLError, RecursionError) as error:
        kind = "nested too deeply" if isinstance(error, RecursionError) else str(error).splitlines()[0]
        document.add((), "bad-yaml", f"{kind}; write the file as docs/knowledge.md shows.")
        return document
    if root is None:
        document.add((), "empty-file", "there is nothing in it; fill it or delete it.")
        return document
    document.value = _Constructor(document).value(root, ())
    return document


class _Constructor:
    def __init__(self, document: Document):
        self.document = document
        self.seen: set[int] = set()

    def value(self, node: yaml.Node, path: Path) -> Any:
        self.document.lines[path] = node.start_mark.line + 1
        if len(path) > _DEEPEST:
            self.document.add(path, "bad-yaml", f"nested more than {_DEEPEST} deep.")
            return None
        if id(node) in self.seen:
            self.document.add(path, "alias", "anchors and aliases are not read; write the value out.")
            return None
        self.seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            return self.scalar(node, path)
        if not node.tag.startswith("tag:yaml.org,2002:"):
            self.document.add(path, "tag", f"the tag {node.tag} is not read; remove it.")
            return None
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*path, index)) for index, item in enumerate(node.value)]
        assert isinstance(node, yaml.MappingNode)
        return self.mapping(node, path)

    def mapping(self, node: yaml.MappingNode, path: Path) -> dict[Any, Any]:
        result: dict[Any, Any] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            where = f"{self.document.file}:{line}"
            if not isinstance(key_node, yaml.ScalarNode) or key_node.tag.endswith(":merge"):
                self.document.problems.append(Problem(where, "bad-key", "a key is one plain word or number."))
                continue
            key = self.scalar(key_node, path)
            if key in result:
                message = f"'{key}' stands here a second time; keep one of the two."
                self.document.problems.append(Problem(where, "duplicate-key", message))
                continue
            result[key] = self.value(value_node, (*path, key))
            self.document.lines[(*path, key)] = line
        return result

    def scalar(self, node: yaml.ScalarNode, path: Path) -> Any:
        text = node.value
        if not node.tag.startswith("tag:yaml.org,2002:"):
            self.document.add(path, "tag", f"the tag {node.tag} is not read; remove it.")
            return None
        if node.style in ("'", '"', "|", ">"):  # quoted or block: text as it stands
            return text
        if text in ("", "~", "null"):
            return None
        if text in ("true", "false"):
            return text == "true"
        if text.lower() in _AMBIGUOUS:
            self.document.add(
                path, "ambiguous-word", f"write true, false or '{text}' in quotes, not the bare word {text}."
            )
            return None
        if _INTEGER.match(text):
            digits = text.lstrip("+-")
            if len(digits) > 1 and digits[0] == "0":
                self.document.add(path, "leading-zero", f"{text} starts with 0: a code is text, so put it in quotes.")
                return None
            return int(text.replace("_", ""))
        if _DATE.match(text):
            try:
                return datetime.date.fromisoformat(text)
            except ValueError:
                self.document.add(path, "bad-date", f"{text} is no day of the calendar.")
                return None
        if _DECIMAL.match(text):
            return float(text.replace("_", ""))
        return text
