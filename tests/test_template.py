"""The input workbook: what is written comes back, whatever the village; nothing in it runs; always the same bytes."""

from __future__ import annotations

import functools
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import shipped
from hypothesis import given
from hypothesis import strategies as st
from properties import tries

import recommender as rec
from recommender.cli.running import run
from recommender.model.units import is_whole
from recommender.model.village import PublishedIndex, Village, YearData
from recommender.outputs.input_form.sheets import MARK
from recommender.outputs.input_form.workbook import make_template
from recommender.outputs.words import Words
from recommender.sheets.nouns import Sheet
from recommender.sheets.reading import read_workbook
from recommender.villages.reader import read_villages
from recommender.villages.sources.workbook import TEMPLATE_MARK

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "examples" / "districts"
HOSTILE = [
    "=1+1",
    "=cmd|'/c calc'!A1",
    "+1",
    "-1",
    "@SUM(A1)",
    "http://198.51.100.1/",
    "<b>&amp;",
    "{{7*7}}",
    "a" * 300,
    "😀 desa",
]
kb = shipped.knowledge


def read_back(content: bytes) -> Any:
    file = BytesIO(content)
    file.name = "isian.xlsx"
    return read_villages([file], kb())


def made(villages: list[Village], lang: str = "id", framework: str = "idm", **given: Any) -> bytes:
    return make_template(villages, [], framework, Words(kb(), lang), 2024, **given)


def sheets(content: bytes) -> dict[str, Sheet]:
    return {sheet.name: sheet for sheet in read_workbook(content).sheets}


# What is written comes back

_name = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cf", "Co", "Cn", "Zl", "Zp"]), max_size=30
).map(lambda text: " ".join(text.split()))


@st.composite
def _year(draw: Any, framework: str, year: int) -> YearData:
    items = kb().frameworks[framework].items
    chosen = draw(st.lists(st.sampled_from(sorted(items)), min_size=1, max_size=12, unique=True))
    values = {items[code].indicator: draw(st.sampled_from(items[code].values)) for code in chosen}
    confirmed = draw(st.frozensets(st.sampled_from(sorted(values)), max_size=3))
    parts = {"iks": draw(st.sampled_from([0.5, 0.8057142857142857]))} if framework == "idm" else {}
    return YearData(framework, year, values, PublishedIndex(components=parts), confirmed=confirmed)


@st.composite
def _facts(draw: Any) -> dict[str, Any]:
    chosen = draw(st.lists(st.sampled_from(sorted(kb().facts)), max_size=10, unique=True))
    return {name: draw(_value(kb().facts[name])) for name in chosen}


def _value(fact: Any) -> st.SearchStrategy[Any]:
    if fact.type == "yes-no":
        return st.booleans()
    if fact.type == "word":
        return st.sampled_from(list(fact.words))
    if fact.type == "share":
        return st.integers(0, 1000)
    if is_whole(fact.type):
        return st.integers(0, 10**9 if fact.type in ("count", "IDR") else 10**4).map(lambda number: number * 1000)
    return st.integers(0, 10**7)


@st.composite
def _village(draw: Any, number: int = 1, framework: str = "idm", scheme: str = "kemendagri") -> Village:
    dots = scheme == "kemendagri"
    code = f"99.99.01.2{number:03}" if dots else f"999901200{number}"
    year = 2024 if framework == "idm" else 2026
    years = [draw(_year(framework, year))]
    if draw(st.booleans()):
        years.insert(0, replace(draw(_year(framework, year - 1)), confirmed=frozenset()))
    name, district = draw(_name.filter(lambda text: not text.startswith(("'", '="')))), "Rekaan"
    return Village(code, scheme, name, "Hulu", district, "Angan", tuple(years), draw(_facts()))


def same(read: Village, given: Village) -> None:
    assert read.key == given.key
    assert (read.name, read.subdistrict, read.district, read.province) == (
        given.name,
        given.subdistrict,
        given.district,
        given.province,
    )
    assert dict(read.facts) == dict(given.facts)
    assert [(year.framework, year.year, dict(year.values)) for year in read.years] == [
        (year.framework, year.year, dict(year.values)) for year in given.years
    ]
    assert [year.confirmed for year in read.years] == [year.confirmed for year in given.years]
    for one, other in zip(read.years, given.years, strict=True):
        assert one.published.components == pytest.approx(dict(other.published.components))


@tries(12)
@given(village=_village(), lang=st.sampled_from(["id", "en"]))
def test_a_form_of_one_village_gives_it_back(village: Village, lang: str) -> None:
    found = read_back(made([village], lang))
    assert [problem for problem in found.problems if problem.severity == "error"] == []
    assert len(found) == 1
    same(found[0], village)


@tries(6)
@given(first=_village(1), second=_village(2), lang=st.sampled_from(["id", "en"]))
def test_tables_of_several_villages_give_them_back(first: Village, second: Village, lang: str) -> None:
    found = read_back(made([first, second], lang))
    assert [problem for problem in found.problems if problem.severity == "error"] == []
    assert len(found) == 2
    for read, given_one in zip(found, (first, second), strict=True):
        same(read, given_one)


@tries(4)
@given(_village(framework="indeks-desa"), st.data())
def test_the_newer_index_and_other_codes_come_back_too(village: Village, data: st.DataObject) -> None:
    same(read_back(made([village], framework="indeks-desa"))[0], village)
    other = replace(village, code="9999012001", code_scheme="bps")
    same(read_back(made([other], framework="indeks-desa"))[0], other)


def test_values_of_two_years_come_back_under_a_code_of_either_scheme() -> None:
    years = tuple(YearData("indeks-desa", year, {"road-surface": 1}) for year in (2025, 2026))
    for code, scheme in (("99.99.01.2001", "kemendagri"), ("9999012001", "bps")):
        village = Village(code, scheme, "Rantau", "Hulu", "Rekaan", "Angan", years, {})
        same(read_back(made([village], framework="indeks-desa"))[0], village)


def test_the_sample_villages_are_planned_alike_from_their_workbook(tmp_path: Path) -> None:
    read = list(read_villages(SAMPLES / "teluk-kerama", kb()))
    villages = {village.key: village for village in read_back(made(read))}
    for village in read[:4]:
        plans = [rec.recommend(v, kb(), start_year=2027, method="fast").plan for v in (village, villages[village.key])]
        first, second = ([(s.intervention, s.year, s.cost.total) for s in plan.steps] for plan in plans)
        assert first == second


# What it offers


def test_every_indicator_offers_exactly_the_levels_that_exist_with_their_meanings() -> None:
    content = made([])
    book = zipfile.ZipFile(BytesIO(content))
    (values,) = [n for n, sheet in enumerate(read_workbook(content).sheets, 1) if sheet.name == "Nilai"]
    text = book.read(f"xl/worksheets/sheet{values}.xml").decode()
    rules = re.findall(r'<dataValidation type="list".*?sqref="D(\d+)".*?<formula1>(.*?)</formula1>', text)
    lists = {int(row): source for row, source in rules}
    hidden = dict(sheets(content)["_recommender"].rows)
    rows = dict(sheets(content)["Nilai"].rows)
    for row, (code, item) in enumerate(kb().frameworks["idm"].items.items(), 2):
        assert rows[row][0] == code
        source = lists[row]
        if source.startswith('"'):
            offered = source.strip('"').replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").split(",")
        else:
            match = re.fullmatch(r"'?_recommender'?!\$([A-Z]+)\$1:\$[A-Z]+\$(\d+)", source)
            assert match is not None
            column = _number(match[1])
            offered = [hidden[n][column - 1] for n in range(1, int(match[2]) + 1)]
        assert [int(text.partition(" · ")[0]) for text in offered] == list(item.values)
        assert all(text.partition(" · ")[2] for text in offered)


def _number(letters: str) -> int:
    return functools.reduce(lambda total, letter: total * 26 + ord(letter) - 64, letters, 0)


def test_both_languages_say_different_things_with_the_same_keys() -> None:
    forms = [sheets(made([], lang)) for lang in ("id", "en")]
    assert list(forms[0]) != list(forms[1])
    for one, other in zip(forms[0].values(), forms[1].values(), strict=True):
        if one.name != "_recommender" and one.rows[0][1][0] in ("Kunci", "Key"):
            assert {cells[0] for _, cells in one.rows[1:]} == {cells[0] for _, cells in other.rows[1:]}
            assert one.rows[0][1] != other.rows[0][1]


def test_doubtful_values_come_first_and_say_why() -> None:
    village = shipped.villages()["99.01.01.2004"]
    rows = sheets(made([village]))["Nilai"].rows
    assert rows[1][1][0] == "IKS-30"
    assert rows[1][1][5].startswith("DIRAGUKAN: turun")
    assert rows[1][1][2:4] == ["5", "1 · Tidak ada internet di kantor desa"]
    assert "DIRAGUKAN" not in rows[2][1][-1]


def test_questions_come_in_the_order_of_their_effect(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from recommender.verbs.asking import asking

    village = shipped.villages()["99.01.01.2004"]
    asked = asking.ask(rec.recommend(village, kb(), start_year=2027, method="fast"), most=8)
    content = make_template([village], [asked], "idm", Words(kb(), "en"), 2024)
    wanted = [question.name for question in asked.questions if question.name in kb().facts]
    keys = [cells[0] for _, cells in sheets(content)["Questions"].rows[1:]]
    assert keys == wanted
    others = [cells[0] for _, cells in sheets(content)["Facts"].rows[1:]]
    assert sorted([*keys, *others]) == sorted(kb().facts)


def test_an_empty_table_has_room_for_its_villages_and_an_unfilled_form_is_named(tmp_path: Path) -> None:
    assert read_back(made([], rows=5)).problems[0].code in ("no-rows", "no-known-sheet")
    found = read_back(made([]))
    assert len(found) == 0
    assert [problem.code for problem in found.problems if problem.severity == "error"] == ["no-code"]
    assert found.problems[0].where == "isian.xlsx[Desa!C2]"


# What it never does


@pytest.mark.parametrize("name", HOSTILE)
def test_no_name_becomes_a_formula_or_a_link_and_each_comes_back(name: str) -> None:
    village = Village("99.99.01.2001", "kemendagri", name, name, name, name, (YearData("idm", 2024, {"doctor": 5}),))
    content = made([village])
    book = zipfile.ZipFile(BytesIO(content))
    for part in book.namelist():
        text = book.read(part).decode("utf-8")
        assert "<f>" not in text
        assert "<hyperlink " not in text
        assert "/hyperlink" not in part + text.replace("</HyperlinksChanged>", "")
    assert read_back(content)[0].name == name


def test_the_same_villages_give_the_same_bytes_whatever_the_hash_seed(tmp_path: Path) -> None:
    outputs = []
    for seed in ("0", "77"):
        file = tmp_path / f"{seed}.xlsx"
        command = [sys.executable, "-m", "recommender", "template", "--framework", "idm", "-o", str(file)]
        environment = {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"}
        subprocess.run(command, check=True, env=environment, capture_output=True)
        outputs.append(file.read_bytes())
    assert outputs[0] == outputs[1]


def test_the_reader_and_the_writer_agree_on_the_mark_of_a_template() -> None:
    assert MARK == TEMPLATE_MARK


# The command


def test_template_writes_a_file_and_says_what_comes_next(tmp_path: Path, capsys: Any) -> None:
    file = tmp_path / "isian.xlsx"
    assert run(["template", "--framework", "idm", "-o", str(file)]) == 0
    told = capsys.readouterr()
    assert told.out == ""
    assert f"recommender plan {file}" in told.err
    assert run(["template", "-o", str(file)]) == 7  # it exists


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["--framework", "idn"], "'idm'"),
        (["--rows", "0"], "--rows"),
        (["--rows", "2", str(SAMPLES)], "--rows"),
        ([str(SAMPLES), "--village", "Tak Ada"], "Tak Ada"),
    ],
)
def test_a_wrong_use_of_template_exits_with_2_and_leaves_no_file(tmp_path: Path, capsys: Any, arguments, word) -> None:
    file = tmp_path / "isian.xlsx"
    assert run(["template", *arguments, "-o", str(file)]) == 2
    assert word in capsys.readouterr().err
    assert not file.exists()


def test_template_filled_with_nothing_but_answers_makes_a_plan(tmp_path: Path, capsys: Any) -> None:
    village = Village(
        "99.99.01.2001", "kemendagri", "Suka", years=(YearData("idm", 2024, {"doctor": 0, "midwife": 1}),)
    )
    file = tmp_path / "isian.xlsx"
    file.write_bytes(made([village]))
    assert run(["plan", str(file), "--start-year", "2027", "--lang", "en"]) == 0
    assert "PLAN FOR SUKA" in capsys.readouterr().out
