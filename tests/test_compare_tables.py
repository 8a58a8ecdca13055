"""The tables of a comparison for programs: the same in csv, parquet, json and frames, each column told what it is."""

from __future__ import annotations

import ast
import csv
import io
import json
import re
from pathlib import Path

import pytest
from compare_samples import CODES, compared, plan, plans
from shipped import ROOT, knowledge, results

import recommender as rec
from recommender.language.wording import TERMS
from recommender.model.frames import ARROW_TYPES, Column, Frame
from recommender.outputs.json_text import dump
from recommender.outputs.sections.comparison import comparison_data
from recommender.outputs.sections.tables import csv_tables, dictionary, parquet_tables
from recommender.outputs.words import Words
from recommender.verbs.comparing.comparison import Comparison, compare

pyarrow = pytest.importorskip("pyarrow")
BY = [(), ("district",), ("class", "subdistrict"), ("village",)]
named = pytest.mark.parametrize("by", BY, ids=lambda by: "-".join(by) or "all")
HOSTILE = '=1+1,"x";\n‮abc\x00<b>&amp;☕'


def words() -> Words:
    return Words(knowledge(), "en")


def hostile() -> Comparison:
    """Return a comparison of villages whose names would run, break a line, or end a cell."""
    made = []
    for one in plans()[:2]:
        village = one.village.model_copy(update={"name": HOSTILE, "subdistrict": HOSTILE, "district": ""})
        made.append(one.model_copy(update={"village": village}))
    return compare(made, knowledge(), ("village",))


def parquets(found: Comparison) -> dict[str, object]:
    from pyarrow.parquet import read_table

    return {
        name.removesuffix(".parquet"): read_table(io.BytesIO(content))
        for name, content in parquet_tables(found, words())
    }


def rows_of(table: object) -> list[tuple[object, ...]]:
    """Return the rows of a table of Arrow, lists as tuples as frames have them."""
    return [
        tuple(tuple(cell) if isinstance(cell, list) else cell for cell in row.values())
        for row in table.to_pylist()  # type: ignore[attr-defined]
    ]


@named
def test_parquet_holds_every_table_as_frames_do(by):
    found = compared(*by)
    tables = parquets(found)
    assert set(tables) == {*found.frames, "columns"}
    for name, frame in found.frames.items():
        table = tables[name]
        assert table.column_names == [column.name for column in frame.columns]  # type: ignore[attr-defined]
        assert rows_of(table) == list(frame.rows), name
        for column, field in zip(frame.columns, table.schema, strict=True):  # type: ignore[attr-defined]
            kind = ARROW_TYPES.get(column.kind, "string")
            assert str(field.type) == {"list": "list<element: string>"}.get(kind, kind), (name, column.name)


def typed(text: str, column: Column) -> object:
    """Return a cell of csv as its column's kind says."""
    kind = ARROW_TYPES.get(column.kind, "string")
    if kind == "list":
        return tuple(text.split(";")) if text else ()
    if not text:
        return None
    if kind == "bool":
        return {"yes": True, "no": False}[text]
    return {"int64": int, "double": float, "string": str}[kind](text)


@named
def test_csv_holds_every_table_as_frames_do(by):
    found = compared(*by)
    written = {name: content.decode("utf-8") for name, content in csv_tables(found, words())}
    assert set(written) == {f"{name}.csv" for name in (*found.frames, "columns")}
    for name, frame in found.frames.items():
        head, *rows = csv.reader(io.StringIO(written[f"{name}.csv"]))
        assert head == [column.name for column in frame.columns]
        told = [tuple(typed(cell, column) for cell, column in zip(row, frame.columns, strict=True)) for row in rows]
        expected = [tuple(None if cell == "" else cell for cell in row) for row in frame.rows]
        assert told == expected, name


@named
def test_json_holds_the_answers_as_frames_do(by):
    found = compared(*by)
    told = json.loads(dump(comparison_data(found)))["tables"]
    assert set(told) >= set(found.answers)
    for name, frame in found.answers.items():
        rows = [{key: list(v) if isinstance(v, tuple) else v for key, v in row.items()} for row in frame.records()]
        assert told[name]["rows"] == rows, name
        assert [note["en"] for note in told[name]["notes"]] == [note.en for note in frame.notes]


def test_the_same_comparison_gives_the_same_bytes():
    again = compare(plans()[::-1], knowledge(), ("district",))
    for make in (csv_tables, parquet_tables):
        assert dict(make(compared("district"), words())) == dict(make(again, words()))


def test_hostile_names_stay_text_and_never_run():
    found = hostile()
    (first, *_) = rows_of(parquets(found)["villages"])
    assert first[found["villages"].place("village")] == HOSTILE, "programs get what the data say"
    written = dict(csv_tables(found, words()))["villages.csv"].decode("utf-8")
    head, *rows = csv.reader(io.StringIO(written))
    name = rows[0][head.index("village")]
    assert name.startswith("'="), "a spreadsheet would run it"
    assert "\n" not in name
    assert "‮" not in name


# What columns mean


@named
def test_the_dictionary_tells_every_column_of_every_table(by):
    found = compared(*by)
    frame = dictionary(found)
    told = {(row["table"], row["column"]) for row in frame.records()}
    assert told == {(name, column.name) for name, one in found.frames.items() for column in one.columns}
    assert all(cell for row in frame.rows for cell in row), "a title or meaning is empty"
    assert {row["type"] for row in frame.records()} <= {"string", *ARROW_TYPES.values()}


def columns_in_code() -> set[str]:
    """Return the names of the columns that the code makes."""
    found: set[str] = set()
    for file in (ROOT / "recommender" / "verbs").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Column":
                name = node.args[0]
                if isinstance(name, ast.Constant):
                    found.add(str(name.value))
    return found | {
        name for level in ("province", "district", "subdistrict", "village") for name in (level, f"{level}_code")
    }


def test_columns_have_titles_and_meanings_in_both_languages_and_none_is_idle():
    used = columns_in_code()
    for group in ("column-title", "column-meaning"):
        assert set(TERMS[group]) == used, group
        assert all(set(said) == {"id", "en"} and all(said.values()) for said in TERMS[group].values())


def test_words_of_values_are_those_of_the_catalog():
    for by in BY:
        for frame in compared(*by).frames.values():
            for column in frame.columns:
                if column.kind == "word":
                    assert {one for one in frame[column.name] if one} <= set(TERMS[column.words]), column.name


def test_parquet_tells_its_questions_notes_and_meanings():
    schema = parquets(compared("district"))["known"].schema  # type: ignore[attr-defined]
    notes = "\n".join(note.en for note in compared("district")["known"].notes)
    assert schema.metadata[b"title"].decode() == TERMS["frame"]["known"]["en"]
    assert schema.metadata[b"notes"].decode() == notes
    field = schema.field("measured")
    assert field.metadata[b"meaning"].decode() == TERMS["column-meaning"]["measured"]["en"]
    assert field.metadata[b"kind"] == b"share"


# Other programs


def odd() -> Frame:
    """Return a table with a column of every type, values missing in each, and none at all."""
    columns = (
        Column("name"),
        Column("villages", "count"),
        Column("share", "share"),
        Column("weak", "flag"),
        Column("binds", "codes"),
    )
    rows = (
        (HOSTILE, 1, 0.25, True, ("a", "b,c")),
        (None, None, None, None, None),
        ("", 10**15, 1.0, False, ()),
    )
    return Frame("odd", columns, rows)


def test_an_empty_table_keeps_its_columns():
    empty = Frame("none", odd().columns, ())
    table = pyarrow.table(empty)
    assert (table.num_rows, table.column_names) == (0, ["name", "villages", "share", "weak", "binds"])
    assert str(table.schema.field("villages").type) == "int64"


def test_arrow_reads_a_frame():
    assert rows_of(pyarrow.table(odd())) == list(odd().rows)


def test_pandas_reads_a_frame():
    pandas = pytest.importorskip("pandas")
    frame = (
        pandas.DataFrame.from_arrow(odd()) if hasattr(pandas.DataFrame, "from_arrow") else odd().to_arrow().to_pandas()
    )
    assert list(frame["villages"].dropna()) == [1, 10**15]
    assert frame["name"][0] == HOSTILE
    assert frame["share"].sum() == 1.25


def test_polars_reads_a_frame():
    polars = pytest.importorskip("polars")
    assert [tuple(map(_tupled, row)) for row in polars.DataFrame(odd()).rows()] == list(odd().rows)


def test_duckdb_reads_a_frame():
    duckdb = pytest.importorskip("duckdb")
    frame = odd()  # named in the statement
    assert duckdb.sql("select count(*), count(villages), sum(villages) from frame").fetchall() == [(3, 2, 10**15 + 1)]
    assert len(frame) == 3


def _tupled(cell: object) -> object:
    return tuple(cell) if isinstance(cell, list) else cell


RECIPES = re.findall(
    r"^```python\n(.*?)^```$", (ROOT / "docs" / "compare.md").read_text("utf-8"), re.MULTILINE | re.DOTALL
)


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda text: text.splitlines()[0])
def test_recipes_of_the_docs_run(recipe: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    for name in re.findall(r"^import (\w+)$", recipe, re.MULTILINE):
        pytest.importorskip(name)
    monkeypatch.chdir(tmp_path)
    text = rec.to_json(rec.document(results(CODES), knowledge(), rec.Options(start_year=2027)))
    Path("plans.json").write_text(text, "utf-8")
    names: dict[str, object] = {}
    for program in dict.fromkeys((RECIPES[0], recipe)):
        exec(program, names)


def test_plans_of_one_village_are_compared():
    found = compare([plan("99.01.01.2001")], knowledge(), ("district",))
    assert all(frame.rows is not None for frame in found.frames.values())
    assert dict(csv_tables(found, words()))
