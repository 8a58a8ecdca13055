"""Paths -> villages: finds the files, gives each to the source that knows it, joins what belongs together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from recommender.language.errors import Problem, UsageError, problem
from recommender.language.wording import phrase
from recommender.model.knowledge import KnowledgeBase
from recommender.model.village import Village
from recommender.request.ongoing import OngoingProgramme
from recommender.request.options import Budget
from recommender.villages.data_source import Certainty, DataFile, ReadingContext, all_sources
from recommender.villages.files import Given, find_files
from recommender.villages.index_values import LAST_POSSIBLE_YEAR
from recommender.villages.merge import merge
from recommender.villages.place_names import other_places, with_place_names
from recommender.villages.records import SCHEMES, FileContents
from recommender.villages.schemes import in_known_schemes, same_digits
from recommender.villages.tables.existing_sheet import merge_programmes
from recommender.villages.tables.money_sheet import merge_money
from recommender.villages.tables.places import file_of

_DIGITS = re.compile(r"(\d+)")
_CODES_SHOWN = 3
_ZIP = b"PK\x03\x04"


@dataclass(frozen=True, slots=True)
class VillageSet:
    """The villages read, sorted by code, and every problem of files and villages, sorted by place."""

    villages: tuple[Village, ...]
    problems: tuple[Problem, ...]
    budget: Budget | None = None  # the money that a workbook's budget sheet states
    existing: tuple[OngoingProgramme, ...] = ()  # what goes on anyway, as a workbook states it

    def __iter__(self) -> Iterator[Village]:
        return iter(self.villages)

    def __len__(self) -> int:
        return len(self.villages)

    def __getitem__(self, index: int) -> Village:
        return self.villages[index]


def read_villages(
    paths: Given | Iterable[Given], kb: KnowledgeBase, *, code_scheme: str | None = None, year: int | None = None
) -> VillageSet:
    """Return the villages that the inputs describe, whatever order they come in.

    Parameters
    ----------
    paths
        Files (an index service's answer, a table, a workbook, an archive of these), folders, `-` for standard input, or
        open binary files. One may stand alone.
    kb
        The knowledge base: it alone says what indicators, facts and frameworks there are.
    code_scheme
        What codes without dots in tables are: `kemendagri`, `bps` or `unknown`. Left out, they are `unknown` and a
        problem says so.
    year
        The year of data that names none. Left out, the framework's last one, and a problem says so.

    Raises
    ------
    UsageError
        If the scheme is none of the three or the year none with four digits. Bad data never raises: it is a problem.
    """
    if code_scheme is not None and code_scheme not in SCHEMES:
        raise UsageError([problem("", "unknown-code-scheme", value=code_scheme, known=", ".join(SCHEMES))])
    if year is not None and not 1900 <= year <= LAST_POSSIBLE_YEAR:
        raise UsageError([problem("", "bad-year.option", value=year)])
    given = [paths] if isinstance(paths, str | Path) or hasattr(paths, "read") else paths
    context = ReadingContext(kb, code_scheme, year)
    contents = FileContents()
    for file in find_files(given):  # type: ignore[arg-type]  # an open file is iterable too
        contents.add(FileContents(problems=[file]) if isinstance(file, Problem) else _read(file, context))
    contents.records, taken = in_known_schemes(contents.records)
    merged = [with_place_names(village, kb) for village in merge(contents.records)]
    villages = [village for village in merged if all(overlay.is_for(village) for overlay in kb.overlays)]
    budget, money_problems = merge_money(contents.money)
    existing, existing_problems = merge_programmes(contents.programmes, kb)
    problems = {
        *outside_overlays(merged, kb),
        *_still_open(contents),
        *taken,
        *same_digits(contents.records),
        *other_places(contents.records, kb),
        *money_problems,
        *existing_problems,
    }
    for village in villages:
        problems.update(village.problems, *(data.problems for data in village.years))
    return VillageSet(tuple(villages), tuple(sorted(problems, key=_in_order)), budget, existing)


def outside_overlays(villages: Sequence[Village], kb: KnowledgeBase) -> Iterator[Problem]:
    """Yield a problem for each overlay that is not for all of the villages."""
    for overlay in kb.overlays:
        outside = [village.code for village in villages if not overlay.is_for(village)]
        if outside and overlay.header is not None:
            codes = ", ".join(outside[:_CODES_SHOWN]) + (", …" if len(outside) > _CODES_SHOWN else "")
            yield problem(
                overlay.name,
                "outside-overlay",
                name=overlay.name,
                places=", ".join(overlay.header.villages),
                count=len(outside),
                all=len(villages),
                codes=codes,
            )


def _in_order(found: Problem) -> tuple[list[str | tuple[int, str]], Problem]:
    """Return a key that puts row 2 before row 10."""
    parts = [part.zfill(12) if part.isdigit() else part for part in _DIGITS.split(found.where)]
    return [*parts], found


def _read(file: DataFile, context: ReadingContext) -> FileContents:
    """Return what one file gives, read by the source that is most certain of it; of equals by the first."""
    if not file.content.strip():
        return FileContents(problems=[problem(file.name, "empty-file.data")])
    certainty, source = max(((one.certainty(file), one) for one in all_sources()), key=lambda pair: pair[0])
    if file.content.startswith(_ZIP) and certainty < Certainty.CERTAIN:
        return FileContents(problems=[problem(file.name, "unsupported-file", kind=phrase("kind.zip"))])
    contents = source.read(file, context)
    if file.walked and file.suffix == ".txt" and not contents.records:
        # A folder may hold notes; one named by the user may not.
        contents.problems = [replace(found, severity="warning") for found in contents.problems]
    return contents


def _still_open(contents: FileContents) -> Iterator[Problem]:
    """Yield the problems of files, without those of codes whose scheme other input tells."""
    unknown = {file_of(record.where) for record in contents.records if record.scheme == "unknown"}
    for found in contents.problems:
        if found.code != "unknown-scheme" or file_of(found.where) in unknown:
            yield found
