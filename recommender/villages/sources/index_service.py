"""An index service's answer about one village and year -> one record.

The shape is `{"status", "error", "mapData": {"SUMMARIES", "ROW", "IDENTITAS"}}`. Rows are keyed by their printed name
within the component whose total comes after them, never by position or number: numbers restart in each component,
names carry stray blanks, and totals stand among the items. Values and totals are kept as printed; a publisher's known
faults are the scoring's matter.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from recommender.language.errors import Problem, problem
from recommender.language.shown_value import shown
from recommender.language.wording import did_you_mean, phrase
from recommender.model.knowledge import KnowledgeBase
from recommender.model.village import PublishedIndex
from recommender.parsing.json_text import NotJson, parse_json
from recommender.villages.cells import clean, whole_number
from recommender.villages.data_source import Certainty, DataFile, DataSource, ReadingContext
from recommender.villages.framework_names import FrameworkNames, framework_names
from recommender.villages.index_values import assumed_year, late_year, read_class, read_total, read_value, read_year
from recommender.villages.records import FileContents, VillageCode, VillageNames, VillageRecord, noted, read_code
from recommender.villages.text_file import first_sign, text_of

KIND = "index-service"
LARGEST_ANSWER = 16 * 1024 * 1024  # characters; a real answer has about 15,000
_TABLES = (".csv", ".tsv")


def _certainty(file: DataFile) -> Certainty:
    if file.suffix == ".json" or (file.suffix not in _TABLES and first_sign(file.content) in ("{", "[")):
        return Certainty.LIKELY
    return Certainty.NO


def _read(file: DataFile, context: ReadingContext) -> FileContents:
    text, contents = text_of(file)
    if text is None:
        return contents
    if len(text) > LARGEST_ANSWER:
        contents.problems.append(problem(file.name, "file-too-large.data", limit=LARGEST_ANSWER // 1024**2))
        return contents
    try:
        answer = parse_json(text)
    except NotJson as refused:
        contents.problems.append(problem(refused.where(file.name), "bad-json.data", reason=refused.reason))
        return contents
    data = noted(_map_data(answer, file.name), contents.problems)
    if data is not None:
        contents.add(_read_answer(data, file.name, context))
    return contents


def _map_data(answer: Any, where: str) -> dict[str, Any] | Problem:
    """Return the part of the answer that holds the data, its three members of the right shape."""
    if not isinstance(answer, dict):
        return problem(where, "wrong-shape.answer", reason=phrase("answer.root"))
    data = answer.get("mapData", answer if "ROW" in answer else None)
    status, message = answer.get("status"), answer.get("message")
    has_failed = answer.get("error") is True or (isinstance(status, int) and status >= 400)
    if has_failed or (data is None and "message" in answer):
        reason = clean(message) if isinstance(message, str) and message.strip() else f"status {shown(status)}"
        return problem(where, "service-error", reason=reason)
    if not isinstance(data, dict):
        return problem(where, "wrong-shape.answer", reason=phrase("answer.absent", key="mapData"))
    if not isinstance(data.get("ROW"), list):
        return problem(where, "wrong-shape.answer", reason=phrase("answer.absent", key="ROW"))
    summaries, who = data.get("SUMMARIES"), data.get("IDENTITAS")
    if isinstance(who, list) and len(who) == 1:  # as the service gives it
        who = who[0]
    return {
        "ROW": data["ROW"],
        "SUMMARIES": summaries if isinstance(summaries, dict) else {},
        "IDENTITAS": who if isinstance(who, dict) else {},
    }


def _read_answer(data: dict[str, Any], where: str, context: ReadingContext) -> FileContents:
    contents = FileContents()
    code = noted(_code(data["IDENTITAS"], where), contents.problems)
    names = _framework(data["ROW"], context.kb)
    if names is None:
        known = ", ".join(framework.label for framework in context.kb.frameworks.values())
        contents.problems.append(problem(where, "no-known-rows", known=known))
        return contents
    answer = _AnswerRows(names, where)
    answer.read(data["ROW"])
    year = answer.year(data["SUMMARIES"], context.year)
    published = answer.published(data["SUMMARIES"])
    if code is None:
        contents.problems += answer.problems
        return contents
    record = VillageRecord(
        where=where,
        kind=KIND,
        code=code.text,
        scheme=code.scheme,
        names=_names(data["IDENTITAS"]),
        year=year,
        framework=names.slug,
        values=answer.values,
        published=published,
        year_problems=tuple(answer.problems),
        by_publisher=True,
    )
    contents.records.append(record)
    return contents


def _code(who: dict[str, Any], where: str) -> VillageCode | Problem:
    raw = who.get("id_desa")
    text = clean(str(raw)) if isinstance(raw, str | int) and not isinstance(raw, bool) else ""
    code = read_code(text, "kemendagri")
    return problem(where, code, value=shown(text)) if isinstance(code, str) else code


def _names(who: dict[str, Any]) -> VillageNames:
    given = (who.get(key) for key in ("nama_desa", "nama_kecamatan", "nama_kab_kota", "nama_provinsi"))
    return VillageNames(*(clean(name) if isinstance(name, str) else "" for name in given))


def _framework(rows: Sequence[Any], kb: KnowledgeBase) -> FrameworkNames | None:
    """Return the names of the framework that knows most of the rows; None if none knows any."""
    printed = [row.get("INDIKATOR") for row in rows if isinstance(row, dict)]
    known = {
        slug: sum(isinstance(name, str) and names.item(name) is not None for name in printed)
        for slug, names in framework_names(kb).items()
    }
    best = max(known, key=lambda slug: known[slug], default="")
    return framework_names(kb)[best] if known.get(best) else None


@dataclass(slots=True)
class _AnswerRows:
    """The rows of an answer as they are read: values by indicator, totals by part, problems."""

    names: FrameworkNames
    where: str
    values: dict[str, int] = field(default_factory=dict)
    totals: dict[str, Any] = field(default_factory=dict)
    years: set[int] = field(default_factory=set)  # that totals name
    problems: list[Problem] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    items: dict[str, int | None] = field(default_factory=dict)  # official code -> value, None once it is refused
    has_text: bool = False  # a score stands as text

    def read(self, rows: Sequence[Any]) -> None:
        """Read every row; then say what can only be said of all together."""
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
                self._read_items(pending, total.part)
                pending = []
        self._read_items(pending, None)
        self._report()

    def _read_items(self, rows: Sequence[tuple[int, str, Any]], component: str | None) -> None:
        for position, name, raw in rows:
            code = self.names.item(name, component)
            if code is None:
                self.unknown.append(clean(name))
            elif raw is not None and not (isinstance(raw, str) and not raw.strip()):
                self._read_item(code, raw, f"{self.where}:row {position}")

    def _read_item(self, code: str, raw: Any, where: str) -> None:
        item = self.names.framework.items[code]
        self.has_text = self.has_text or (isinstance(raw, str) and whole_number(raw.strip()) is not None)
        value = noted(read_value(raw, item, self.names.framework, where), self.problems)
        first = self.items.setdefault(code, value)
        if value is not None and first is not None and first != value:
            self.problems.append(problem(where, "conflicting-rows", name=item.label, values=f"{first}, {value}"))
            value = None
        if value is None or first is None:
            self.items[code] = None
            self.values.pop(item.indicator, None)
        else:
            self.values[item.indicator] = value

    def _report(self) -> None:
        framework = self.names.framework
        if self.has_text:
            self.problems.append(problem(self.where, "text-numbers"))
        if self.unknown:
            known = [name for item in framework.items.values() for name in (item.label, *item.aliases)]
            near = did_you_mean(self.unknown, known)
            self.problems.append(problem(self.where, "unknown-rows", names=self.unknown, near=near))
        missing = [f"{code} {item.label}" for code, item in framework.items.items() if code not in self.items]
        if missing:
            count, total = len(missing), len(framework.items)
            self.problems.append(problem(self.where, "missing-rows", count=count, total=total, names=missing))
        for part, component in framework.components.items():
            if part not in self.totals:
                name = f"{component.label} {max(self.years)}" if self.years else component.label
                self.problems.append(problem(self.where, "missing-total", name=name))

    def year(self, summaries: dict[str, Any], given: int | None) -> int:
        """Return the year of the data: the summary's, else the totals', else the one given, else the framework's."""
        framework, raw = self.names.framework, summaries.get("TAHUN")
        summary = None if raw is None else noted(read_year(raw, framework, self.where), self.problems)
        printed = {year for year in self.years if not isinstance(read_year(year, framework, self.where), Problem)}
        year = summary or (min(printed) if len(printed) == 1 else None) or given
        if year is None:
            year, warning = assumed_year(framework, self.where)
            self.problems.append(warning)
        elif summary is not None and printed - {summary}:
            others = ", ".join(map(str, sorted(printed - {summary})))
            self.problems.append(problem(self.where, "year-conflict", year=year, others=others))
        self.problems += late_year(year, framework, self.where)
        return year

    def published(self, summaries: dict[str, Any]) -> PublishedIndex:
        """Return index, class and component totals as printed; what is no number is named and left out."""
        framework = self.names.framework

        def total(raw: Any, part: str, label: str) -> float | None:
            return None if raw is None else noted(read_total(raw, part, label, framework, self.where), self.problems)

        index = total(summaries.get("SKOR_SAAT_INI", self.totals.get("index")), "index", framework.label)
        read = {part: total(self.totals.get(part), part, c.label) for part, c in framework.components.items()}
        printed = summaries.get("STATUS", self.totals.get("class"))
        slug = None if printed is None else noted(read_class(printed, self.names, self.where), self.problems)
        return PublishedIndex(index, slug, {part: value for part, value in read.items() if value is not None})


SOURCE = DataSource((".json",), _certainty, _read)
