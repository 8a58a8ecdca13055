"""Existing programmes as files write them -> programmes that go on, each mistake with its line.

    existing:
      - {code: 2.02.02, name: Posyandu, amount: 55jt, source: village-fund, meets: [posyandu-revitalization]}
      - {code: 5.03.00, name: BLT, amount: {2027: 36jt, 2028: 28_800_000}}

A file of its own (`--existing FILE`), or the same key in a budget file.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo

from recommender.language.errors import problem
from recommender.model.knowledge import KnowledgeBase
from recommender.model.nouns import Noun, Text
from recommender.parsing.parsed_file import Fault
from recommender.parsing.shape import each, in_file, said_as, unfit
from recommender.request.file_values import Amounts, FocusName, SourceName, WorkName, read_file
from recommender.request.ongoing import OngoingProgramme, focus_of, is_budget_code


def _code(value: Any, info: ValidationInfo[KnowledgeBase]) -> str:
    if not isinstance(value, str) or not is_budget_code(value, info.context):
        raise unfit("bad-code.existing", value=in_file(value))
    return value


def _name(value: Any) -> str:
    text = " ".join(value.split()) if isinstance(value, str) else ""
    if not text:
        raise unfit("bad-name.existing", value=in_file(value))
    return text


class ExistingEntry(Noun):
    """A programme that goes on anyway; without a source it is paid by the one that is the default."""

    code: Annotated[str, BeforeValidator(_code)]
    name: Annotated[str, BeforeValidator(_name)]
    amount: Amounts
    source: SourceName | None = None
    meets: Annotated[list[WorkName], AfterValidator(sorted)] = Field(default_factory=list)
    focus: Annotated[list[FocusName], AfterValidator(sorted)] = Field(default_factory=list)


def _once(entries: Sequence[ExistingEntry], _: ValidationInfo) -> Iterator[Fault]:
    seen: set[tuple[str, str, str | None]] = set()
    for number, entry in enumerate(entries):
        key = (entry.code, entry.name.casefold(), entry.source)
        if key in seen:
            yield (number,), problem("", "existing-twice", code=entry.code, name=entry.name)
        seen.add(key)


Entry = Annotated[ExistingEntry, said_as("bad-shape.existing")]
Existing = Annotated[list[Entry], said_as("bad-shape.list", key="existing"), each(_once)]


class ExistingFile(Noun):
    """A whole file."""

    existing: Annotated[Existing, Field(min_length=1)]


def programmes_of(entries: Sequence[ExistingEntry], kb: KnowledgeBase) -> tuple[OngoingProgramme, ...]:
    """Return the programmes, by code and name."""
    default = next(name for name, source in kb.funding.items() if source.default)
    found = (
        OngoingProgramme(
            code=entry.code,
            name=Text(id=entry.name, en=entry.name),
            source=entry.source or default,
            amounts=entry.amount,
            meets=tuple(entry.meets),
            focus=tuple(entry.focus) or focus_of(entry.code, kb, entry.meets),
        )
        for entry in entries
    )
    return tuple(sorted(found, key=lambda one: (one.code, one.name.id)))


def read_existing(path: str | Path, kb: KnowledgeBase) -> tuple[OngoingProgramme, ...]:
    """Return the programmes of a file.

    Raises
    ------
    UsageError
        With every mistake, each with its line.
    """
    file = read_file(path, ExistingFile, kb, unreadable="unreadable-file.existing", misshapen="bad-shape.existing-file")
    return programmes_of(file.existing, kb)
