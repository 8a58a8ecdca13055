"""An index service's answer about one village and year -> one record.

The shape is `{"status", "error", "mapData": {"SUMMARIES", "ROW", "IDENTITAS"}}`. Rows are keyed by their printed name
within the component whose total comes after them, never by position or number: numbers restart in each component,
names carry stray blanks, and totals stand among the items. Values and totals are kept as printed; a publisher's known
faults are the scoring's matter.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from recommender.language.errors import Problem, problem
from recommender.language.wording import did_you_mean, phrase
from recommender.model.knowledge import KnowledgeBase
from recommender.model.village import PublishedIndex
from recommender.villages.cells import clean, whole_number
from recommender.villages.json_text import read_json
from recommender.villages.names import (
    FrameworkNames,
    bad_value,
    check_value,
    check_year,
    framework_names,
    late_year,
)
from recommender.villages.records import Code, Identity, Reading, Record, read_code
from recommender.villages.shown import shown

KIND = "index-service"


def read_answer(text: str, where: str, kb: KnowledgeBase, year: int | None) -> Reading:
    """Return the record of an answer, or the problem that left none; `year` is used where the answer names none."""
    reading = Reading()
    answer = read_json(text, where)
    data = answer if isinstance(answer, Problem) else _map_data(answer, where)
    if isinstance(data, Problem):
        reading.problems.append(data)
        return reading
    problems: list[Problem] = []
    code = _code(data, where)
    if isinstance(code, Problem):
        reading.problems.append(code)
    rows = data["ROW"]
    names = _framework(rows, kb)
    if names is None:
        known = ", ".join(framework.label for framework in kb.frameworks.values())
        reading.problems.append(problem(where, "no-known-rows", known=known))
        return reading
    answer_rows = _Rows(names, where)
    answer_rows.read(rows)
    problems += answer_rows.problems
    data_year = _year(data["SUMMARIES"], answer_rows, names, year, where, problems)
    published = _published(data["SUMMARIES"], answer_rows, names, where, problems)
    if isinstance(code, Problem):
        reading.problems += problems
        return reading
    reading.records.append(
        Record(
            where=where,
            kind=KIND,
            code=code.text,
            scheme=code.scheme,
            identity=_identity(data),
            year=data_year,
            framework=names.slug,
            values=answer_rows.values,
            published=published,
            year_problems=tuple(problems),
        )
    )
    return reading


def _map_data(answer: Any, where: str) -> dict[str, Any] | Problem:
    """Return the part of the answer that holds the data, its three members of the right shape."""
    if not isinstance(answer, dict):
        return problem(where, "wrong-shape.answer", reason=phrase("answer.root"))
    data = answer.get("mapData", answer if "ROW" in answer else None)
    status = answer.get("status")
    if (
        answer.get("error") is True
        or (isinstance(status, int) and status >= 400)
        or (data is None and "message" in answer)
    ):
        message = answer.get("message")
        reason = clean(message) if isinstance(message, str) and message.strip() else f"status {shown(status)}"
        return problem(where, "service-error", reason=reason)
    if not isinstance(data, dict):
        return problem(where, "wrong-shape.answer", reason=phrase("answer.absent", key="mapData"))
    if not isinstance(data.get("ROW"), list):
        return problem(where, "wrong-shape.answer", reason=phrase("answer.absent", key="ROW"))
    summaries = data.get("SUMMARIES")
    return {**data, "SUMMARIES": summaries if isinstance(summaries, dict) else {}}


def _who(data: dict[str, Any]) -> dict[str, Any]:
    """Return the identity object: a list with one object, as the service gives it, or the object itself."""
    who = data.get("IDENTITAS")
    if isinstance(who, list) and len(who) == 1:
        who = who[0]
    return who if isinstance(who, dict) else {}


def _code(data: dict[str, Any], where: str) -> Code | Problem:
    raw = _who(data).get("id_desa")
    text = clean(str(raw)) if isinstance(raw, str | int) and not isinstance(raw, bool) else ""
    code = read_code(text, "kemendagri")
    return problem(where, code, value=shown(text)) if isinstance(code, str) else code


def _identity(data: dict[str, Any]) -> Identity:
    who = _who(data)

    def text(key: str) -> str:
        return clean(who[key]) if isinstance(who.get(key), str) else ""

    return Identity(text("nama_desa"), text("nama_kecamatan"), text("nama_kab_kota"), text("nama_provinsi"))


def _framework(rows: Sequence[Any], kb: KnowledgeBase) -> FrameworkNames | None:
    """Return the names of the framework that knows most of the rows; None if none knows any."""
    best, most = None, 0
    for names in framework_names(kb).values():
        printed = (row.get("INDIKATOR") for row in rows if isinstance(row, dict))
        known = sum(isinstance(name, str) and names.item(name) is not None for name in printed)
        if known > most:
            best, most = names, known
    return best


class _Rows:
    """Reads the rows of an answer: values by indicator, totals by part, problems."""

    def __init__(self, names: FrameworkNames, where: str):
        self.names = names
        self.where = where
        self.values: dict[str, int] = {}
        self.totals: dict[str, Any] = {}
        self.years: set[int] = set()
        self.problems: list[Problem] = []
        self.unknown: list[str] = []
        self.read_items: dict[str, int | None] = {}  # official code -> value, None once it is refused
        self.as_text = False

    def read(self, rows: Sequence[Any]) -> None:
        pending: list[tuple[int, str, Any]] = []  # rows whose component is not known yet: its total comes after them
        for position, row in enumerate(rows, 1):
            name = row.get("INDIKATOR") if isinstance(row, dict) else None
            if not isinstance(name, str) or not name.strip():
                self.problems.append(problem(f"{self.where}:row {position}", "bad-row"))
                continue
            total = self.names.total(name)
            if total is None:
                pending.append((position, name, row.get("SKOR")))
                continue
            self.totals.setdefault(total.part, row.get("SKOR"))
            if total.year is not None:
                self.years.add(total.year)
            if total.part in self.names.within:
                self.settle(pending, total.part)
                pending = []
        self.settle(pending, None)
        self.report()

    def settle(self, pending: list[tuple[int, str, Any]], component: str | None) -> None:
        for position, name, raw in pending:
            code = self.names.item(name, component)
            if code is None:
                self.unknown.append(clean(name))
            elif raw is not None and not (isinstance(raw, str) and not raw.strip()):
                self.item(code, raw, f"{self.where}:row {position}")

    def item(self, code: str, raw: Any, where: str) -> None:
        framework = self.names.framework
        item = framework.items[code]
        value: int | None = None
        if isinstance(raw, int) and not isinstance(raw, bool):
            value = raw
        elif isinstance(raw, float) and raw.is_integer():
            value = int(raw)
        elif isinstance(raw, str):
            value = whole_number(raw.strip())
            self.as_text = self.as_text or value is not None
        checked = (
            bad_value(item, framework, raw, where) if value is None else check_value(item, framework, value, where)
        )
        if isinstance(checked, Problem):
            self.problems.append(checked)
            self.read_items[code] = None
            self.values.pop(item.indicator, None)
        elif code not in self.read_items:
            self.read_items[code] = self.values[item.indicator] = checked
        elif self.read_items[code] is not None and self.read_items[code] != checked:
            values = f"{self.read_items[code]}, {checked}"
            self.problems.append(problem(where, "conflicting-rows", name=item.label, values=values))
            self.read_items[code] = None
            del self.values[item.indicator]

    def report(self) -> None:
        """Add what can only be said of all rows together."""
        framework = self.names.framework
        if self.as_text:
            self.problems.append(problem(self.where, "text-numbers"))
        if self.unknown:
            known = [name for item in framework.items.values() for name in (item.label, *item.aliases)]
            made = problem(self.where, "unknown-rows", names=self.unknown, near=did_you_mean(self.unknown, known))
            self.problems.append(made)
        missing = [f"{code} {item.label}" for code, item in framework.items.items() if code not in self.read_items]
        if missing:
            count, total = len(missing), len(framework.items)
            self.problems.append(problem(self.where, "missing-rows", count=count, total=total, names=missing))
        for part, component in framework.components.items():
            if part not in self.totals:
                name = f"{component.label} {max(self.years)}" if self.years else component.label
                self.problems.append(problem(self.where, "missing-total", name=name))


def _year(
    summaries: dict[str, Any],
    rows: _Rows,
    names: FrameworkNames,
    given: int | None,
    where: str,
    problems: list[Problem],
) -> int:
    """Return the year of the data: the summary's, else the totals', else the one given, else the framework's last."""
    framework = names.framework
    summary: int | None = None
    if summaries.get("TAHUN") is not None:
        checked = check_year(summaries["TAHUN"], framework, where)
        if isinstance(checked, Problem):
            problems.append(checked)
        else:
            summary = checked
    printed = {year for year in rows.years if not isinstance(check_year(year, framework, where), Problem)}
    year = summary or (min(printed) if len(printed) == 1 else None) or given
    if year is None:
        year = framework.last_year or framework.first_year
        problems.append(problem(where, "assumed-year", year=year, framework=framework.label))
    elif summary is not None and printed - {summary}:
        others = ", ".join(map(str, sorted(printed - {summary})))
        problems.append(problem(where, "year-conflict", year=year, others=others))
    problems += late_year(names, year, where)
    return year


def published_number(value: Any, highest: int) -> float | None:
    """Return a published total as a number from 0 to the highest, else None."""
    if isinstance(value, str):
        try:
            value = float(value.strip().replace(",", "."))
        except ValueError:
            return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if math.isfinite(value) and 0 <= value <= highest else None


def _published(
    summaries: dict[str, Any], rows: _Rows, names: FrameworkNames, where: str, problems: list[Problem]
) -> PublishedIndex:
    """Return index, class and component totals as printed; what is no number is named and left out."""
    framework = names.framework

    def number(raw: Any, label: str) -> float | None:
        if raw is None:
            return None
        value = published_number(raw, framework.index_scale)
        if value is None:
            made = problem(where, "bad-total", name=label, value=shown(raw), highest=framework.index_scale)
            problems.append(made)
        return value

    index = number(summaries.get("SKOR_SAAT_INI", rows.totals.get("index")), framework.label)
    components = {
        part: value
        for part, component in framework.components.items()
        if (value := number(rows.totals.get(part), component.label)) is not None
    }
    printed = summaries.get("STATUS", rows.totals.get("class"))
    slug = published_class(printed, names, where, problems) if printed is not None else None
    return PublishedIndex(index, slug, components)


def published_class(printed: Any, names: FrameworkNames, where: str, problems: list[Problem]) -> str | None:
    """Return the class that is printed, or None and a warning."""
    slug = names.class_slug(printed) if isinstance(printed, str) else None
    if slug is None:
        known = [entry.name.id for entry in names.framework.classes]
        near = did_you_mean([printed] if isinstance(printed, str) else [], known)
        problems.append(
            problem(where, "unknown-class.published", value=shown(printed), known=", ".join(known), near=near)
        )
    return slug
