"""Plan documents from files: one JSON document, or ndjson with a document a line; every mistake with its line."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from recommender.language.errors import VillageDataError, problem
from recommender.language.wording import Phrase

if TYPE_CHECKING:
    from recommender.model.plan import PlanDocument

_ERRORS_SHOWN = 5
_BEGINNING = re.compile(rb'\s*\{\s*"schema_version"\s*:')


def is_document(path: str) -> bool:
    """Return whether the file begins as a plan document does; what cannot be read is none."""
    try:
        with open(path, "rb") as file:
            return _BEGINNING.match(file.read(200).removeprefix(b"\xef\xbb\xbf")) is not None
    except OSError:
        return False


def read_documents(path: str) -> Iterator[PlanDocument]:
    """Yield the documents of a file, `-` for standard input.

    Raises
    ------
    VillageDataError
        At the first document that cannot be read.
    """
    try:
        if path == "-":
            text = sys.stdin.buffer.read().decode("utf-8-sig")
        else:
            with open(path, encoding="utf-8-sig", newline="") as file:
                text = file.read()
    except FileNotFoundError:
        raise _failure(path, "no-such-path") from None
    except (OSError, UnicodeDecodeError) as failure:
        why = failure.strerror if isinstance(failure, OSError) else "UTF-8"
        raise _failure(path, "document-unreadable", why=why) from None
    if not text.strip():
        raise _failure(path, "document-empty")
    for line, piece in _pieces(text):
        yield _document(path, line, piece)


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """Yield (line, JSON text): each line of ndjson, where the first one is whole by itself, else the whole text."""
    first = text.lstrip().split("\n", 1)[0]
    try:
        json.loads(first)
    except (ValueError, RecursionError):
        yield 1, text
        return
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield number, line


def _document(file: str, first: int, text: str) -> PlanDocument:
    """Return the document of a text that begins in a line of the file."""
    from recommender.model.plan import SCHEMA_VERSION, PlanDocument
    from recommender.parsing.json_text import NotJson, json_lines, parse_json
    from recommender.parsing.parsed_file import ParsedFile
    from recommender.parsing.shape import shaped

    try:
        data = parse_json(text)
    except NotJson as refused:
        line = first + (refused.line or 1) - 1
        raise _failure(f"{file}:{line}", "document-not-json", why=refused.reason) from None
    version = data.get("schema_version") if isinstance(data, dict) else None
    if version is not None and version != SCHEMA_VERSION:
        raise _failure(f"{file}:{first}", "document-schema-version", value=version, known=SCHEMA_VERSION)
    document, faults = shaped(PlanDocument, data)
    if document is None:
        parsed = ParsedFile(file, data, lambda: json_lines(text, first))
        problems = []
        for path, found in faults[:_ERRORS_SHOWN]:
            why = Phrase(found.message_id.removesuffix("."), found.message.removesuffix("."))
            place = ".".join(map(str, path)) or "document"
            problems.append(problem(parsed.where(path), "document-bad", place=place, why=why))
        raise VillageDataError(problems)
    return document


def _failure(where: str, code: str, **values: Any) -> VillageDataError:
    return VillageDataError([problem(where, code, **values)])
