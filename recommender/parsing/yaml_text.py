"""Strict YAML: plain values with the line of every key, or problems; the only place that knows PyYAML.

YAML 1.2 core values only. Refused, because each has misled somebody: duplicate keys, anchors and aliases, tags,
merge keys, several documents, the words yes/no/on/off without quotes, numbers with a leading zero.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Any

import yaml

from recommender.language.errors import problem
from recommender.language.wording import Key, phrase
from recommender.parsing.parsed_file import KeyPath, ParsedFile

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LONGEST_NUMBER = 30  # characters
_LARGEST_NUMBER = 1e18
_LARGEST_FILE = 2 * 1024 * 1024  # bytes; a knowledge file is a few kilobytes
_DEEPEST = 40
_INTEGER = re.compile(r"[-+]?\d+(?:_\d+)*\Z")
_DECIMAL = re.compile(r"[-+]?(?:\d+(?:_\d+)*)?\.?\d+(?:[eE][-+]?\d+)?\Z")
_GROUPED = re.compile(r"[-+]?\d{1,3}(?:_\d{3})*(?:\.\d+)?\Z")
_LEADING_ZERO = re.compile(r"[-+]?0\d")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
_NUMBER_STARTS = frozenset("0123456789+-.")
_LONGEST_WORD = 5  # of the words that mean something else than themselves: false
_AMBIGUOUS = {"yes", "no", "on", "off", "y", "n"}


def read_yaml(content: bytes, file: str) -> ParsedFile:
    """Return the file as parsed; it has no problems when it was read whole."""
    parsed = ParsedFile(file)
    if len(content) > _LARGEST_FILE:
        parsed.add((), "file-too-large", size=len(content), limit=_LARGEST_FILE)
        return parsed
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        parsed.add((), "not-utf8", byte=error.start)
        return parsed
    try:
        parsed.value = _Constructor(parsed, text).read()
    except _TooDeepError as error:
        parsed.problems.append(problem(f"{file}:{error.line}", "bad-yaml.too-deep", most=_DEEPEST))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        reason = error.problem.rstrip(".") if error.problem else phrase("unparsed")
        parsed.problems.append(problem(f"{file}:{line}", "bad-yaml", reason=reason))
    except yaml.YAMLError as error:
        parsed.add((), "bad-yaml.unlike", reason=str(error).splitlines()[0])
    return parsed


class _TooDeepError(Exception):
    """The value is nested too deeply to be read on."""

    def __init__(self, line: int) -> None:
        self.line = line


class _Constructor:
    """Builds the value from the parser's events: unlike a tree of nodes, those cannot overflow the stack."""

    def __init__(self, parsed: ParsedFile, text: str):
        self.parsed = parsed
        self.events: Iterator[Any] = yaml.parse(text, Loader=_LOADER)

    def read(self) -> Any:
        """Return the value of the one document, None (and a problem) where there is not exactly one."""
        value, documents = None, 0
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
            elif isinstance(event, yaml.StreamStartEvent | yaml.DocumentEndEvent | yaml.StreamEndEvent):
                continue
            elif documents == 1:
                value = self.value(event, ())
            else:
                self.refuse(event, "bad-yaml.second")
                return None
        if documents == 0:
            self.parsed.add((), "empty-file")
        return value

    def refuse(self, event: Any, key: Key, /, **values: object) -> None:
        where = f"{self.parsed.file}:{event.start_mark.line + 1}"
        self.parsed.problems.append(problem(where, key, **values))

    def value(self, event: Any, path: KeyPath) -> Any:
        self.parsed.lines[path] = event.start_mark.line + 1
        if len(path) > _DEEPEST:  # no more is parsed: the time for it grows with the square of the depth
            raise _TooDeepError(event.start_mark.line + 1)
        if self.is_refused(event):
            self.skip(event)
            return None
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return [self.value(item, (*path, index)) for index, item in enumerate(self.items())]
        return self.mapping(path)

    def is_refused(self, event: Any) -> bool:
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            self.refuse(event, "alias")
            return True
        if event.tag is not None:
            self.refuse(event, "tag", tag=event.tag)
            return True
        return False

    def items(self) -> Iterator[Any]:
        """Yield the first event of each member of the collection just begun."""
        for event in self.events:
            if isinstance(event, yaml.CollectionEndEvent):
                return
            yield event

    def skip(self, event: Any) -> None:
        """Pass over the rest of a value whose first event was read."""
        depth = int(isinstance(event, yaml.CollectionStartEvent))
        while depth:
            event = next(self.events)
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)

    def mapping(self, path: KeyPath) -> dict[Any, Any]:
        result: dict[Any, Any] = {}
        for event in self.items():
            key = self.key(event)
            below = next(self.events)
            if key is None:
                self.skip(below)
                continue
            if key in result:
                self.refuse(event, "duplicate-key", key=key)
                self.skip(below)
                continue
            result[key] = self.value(below, (*path, key))
            self.parsed.lines[(*path, key)] = event.start_mark.line + 1
        return result

    def key(self, event: Any) -> Any:
        """Return the key, None after its problem was named."""
        if not isinstance(event, yaml.ScalarEvent) or event.anchor or event.tag or event.value == "<<":
            self.refuse(event, "bad-key")
            self.skip(event)
            return None
        before = len(self.parsed.problems)
        key = self.scalar(event)
        if key is None and len(self.parsed.problems) == before:
            self.refuse(event, "bad-key.missing")
        return key

    def scalar(self, event: Any) -> Any:
        text = event.value
        if event.style in ("'", '"', "|", ">"):  # quoted or block: text as it stands
            return text
        if len(text) > _LONGEST_WORD and text[0] not in _NUMBER_STARTS:  # most of what is read: a plain word
            return text
        if text in ("", "~", "null"):
            return None
        if text in ("true", "false"):
            return text == "true"
        if text.lower() in _AMBIGUOUS:
            self.refuse(event, "ambiguous-word", word=text)
            return None
        if _DATE.match(text):
            try:
                return datetime.date.fromisoformat(text)
            except ValueError:
                self.refuse(event, "bad-date", value=text)
                return None
        return self.number(event) if _INTEGER.match(text) or _DECIMAL.match(text) else text

    def number(self, event: Any) -> int | float | None:
        if "_" in event.value and not _GROUPED.match(event.value):
            self.refuse(event, "bad-number.grouped", value=f"{event.value:.30}")
            return None
        text = event.value.replace("_", "")
        if _LEADING_ZERO.match(text):
            self.refuse(event, "leading-zero", value=event.value)
            return None
        if len(text) > _LONGEST_NUMBER or abs(float(text)) > _LARGEST_NUMBER:
            self.refuse(event, "bad-number", value=f"{text:.20}")
            return None
        return int(text) if _INTEGER.match(text) else float(text)
