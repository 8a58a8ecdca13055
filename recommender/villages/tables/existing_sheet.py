"""A workbook's sheet of what goes on anyway: code, name, source, year (or every year), rupiah, works that it meets."""

from __future__ import annotations

import re
from collections.abc import Iterable

from recommender.language.errors import Problem, problem
from recommender.language.shown_value import shown
from recommender.language.wording import did_you_mean
from recommender.model.knowledge import KnowledgeBase
from recommender.model.nouns import Text
from recommender.request.ongoing import OngoingProgramme, focus_of, is_budget_code
from recommender.sheets.nouns import Sheet
from recommender.villages.cells import fold, is_missing
from recommender.villages.records import ProgrammeGiven
from recommender.villages.tables.headed_columns import HeadedColumns, find_columns
from recommender.villages.tables.money_sheet import amount_of, source_names
from recommender.villages.tables.places import SheetPlaces, file_of

_COLUMNS = {
    "code": ("kode apbdes", "kode rekening", "budget code"),
    "name": ("kegiatan rutin", "existing programme"),
    "source": ("sumber dana", "sumber uang", "source of money", "funding source"),
    "year": ("tahun", "year"),
    "amount": ("jumlah rupiah", "rupiah", "amount in rupiah", "rupiah a year", "rupiah setahun"),
    "meets": ("kegiatan yang sudah terpenuhi", "works that it meets"),
}
_BETWEEN = re.compile(r"[\s,;]+")


def existing_columns(sheet: Sheet) -> HeadedColumns | None:
    """Return the columns of code, name, amount and more, None if the sheet holds no programmes."""
    return find_columns(sheet, _COLUMNS, needed=("code", "name", "amount"))


def read_programmes(
    found: HeadedColumns, places: SheetPlaces, kb: KnowledgeBase, problems: list[Problem]
) -> list[ProgrammeGiven]:
    """Return the programmes of a sheet; a row without an amount says nothing."""
    sources = source_names(kb)
    default = next(name for name, source in kb.funding.items() if source.default)
    given = []
    for number, cells in found.rows():
        where = {what: places.cell(number, column, "") for what, column in found.columns.items()}
        text = {what: found.text(cells, what) for what in _COLUMNS}
        if is_missing(text["amount"]):
            continue
        source = default if is_missing(text["source"]) else sources.get(fold(text["source"]))
        amount, works = amount_of(text["amount"]), [work for work in _BETWEEN.split(text["meets"]) if work]
        unknown = [work for work in works if work not in kb.interventions]
        if not is_budget_code(text["code"], kb):
            problems.append(problem(where["code"], "bad-code.sheet", value=shown(text["code"])))
        elif is_missing(text["name"]):
            problems.append(problem(where["name"], "no-programme-name"))
        elif source is None:
            labels = ", ".join(sorted(set(sources.values())))
            problems.append(problem(where["source"], "unknown-money", value=shown(text["source"]), known=labels))
        elif amount is None:
            problems.append(problem(where["amount"], "bad-money", value=shown(text["amount"])))
        elif not is_missing(text["year"]) and not re.fullmatch(r"20\d\d|2100", text["year"]):
            problems.append(problem(where["year"], "bad-money-year", value=shown(text["year"])))
        elif unknown:
            near = did_you_mean(unknown[0], kb.interventions)
            problems.append(problem(where["meets"], "unknown-work.sheet", name=shown(unknown[0]), near=near))
        else:
            year = None if is_missing(text["year"]) else int(text["year"])
            place = where["amount"]
            given.append(ProgrammeGiven(place, text["code"], text["name"], source, year, amount, tuple(sorted(works))))
    return given


def merge_programmes(
    given: Iterable[ProgrammeGiven], kb: KnowledgeBase
) -> tuple[tuple[OngoingProgramme, ...], list[Problem]]:
    """Return the programmes of all workbooks; none where one stands twice, which is a problem.

    Workbooks of several villages may repeat a line as it is.
    """
    rows: dict[tuple[str, str, str, int | None], ProgrammeGiven] = {}
    problems = []
    for one in sorted(given, key=lambda one: (one.where, one.year or 0)):
        first = rows.setdefault((one.code, one.name.casefold(), one.source, one.year), one)
        if first is not one and (first.amount != one.amount or file_of(first.where) == file_of(one.where)):
            problems.append(problem(one.where, "existing-twice.sheet", name=shown(one.name), others=first.where))
    if problems:
        return (), problems
    found: dict[tuple[str, str, str], OngoingProgramme] = {}
    for (*programme, year), one in rows.items():
        code, name, source = programme
        before = found.get((code, name, source))
        meets = tuple(sorted({*one.meets, *(before.meets if before is not None else ())}))
        found[code, name, source] = OngoingProgramme(
            code=code,
            name=Text(id=one.name, en=one.name) if before is None else before.name,
            source=source,
            amounts={**(before.amounts if before is not None else {}), year: one.amount},
            meets=meets,
            focus=focus_of(code, kb, meets),
        )
    return tuple(found[key] for key in sorted(found)), []
