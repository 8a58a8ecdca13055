"""Plan documents from files: one JSON document, or ndjson with a document a line; every mistake with its line."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from recommender.language.errors import VillageDataError, problem

if TYPE_CHECKING:
    from recommender.model.plan import PlanDocument

_ERRORS_SHOWN = 5


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


def _document(path: str, line: int, text: str) -> PlanDocument:
    from recommender.model.plan import SCHEMA_VERSION, PlanDocument

    try:
        data = json.loads(text, parse_constant=_no_constant)
    except json.JSONDecodeError as failure:
        raise _failure(f"{path}:{line + failure.lineno - 1}", "document-not-json", why=failure.msg) from None
    except (ValueError, RecursionError) as failure:
        why = str(failure) if isinstance(failure, ValueError) else "nested too deeply"
        raise _failure(f"{path}:{line}", "document-not-json", why=why) from None
    version = data.get("schema_version") if isinstance(data, dict) else None
    if version is not None and version != SCHEMA_VERSION:
        raise _failure(f"{path}:{line}", "document-schema-version", value=version, known=SCHEMA_VERSION)
    try:
        return PlanDocument.model_validate(data)
    except ValueError as failure:  # pydantic's, which stays behind the model
        problems = []
        for error in failure.errors()[:_ERRORS_SHOWN]:  # type: ignore[attr-defined]
            place = ".".join(str(part) for part in error["loc"]) or "document"
            problems.append(problem(f"{path}:{line}", "document-bad", place=place, why=error["msg"]))
        raise VillageDataError(problems) from None


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no number")


def _failure(where: str, code: str, **values: Any) -> VillageDataError:
    return VillageDataError([problem(where, code, **values)])
