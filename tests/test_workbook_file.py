"""The workbook as a file: it opens, nothing in it runs, it is the same each time, another program computes the same."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
import zipfile
from pathlib import Path

import openpyxl
import pytest
import report_samples as samples
import shipped
from hypothesis import given
from hypothesis import strategies as st
from workbook_reading import SUM, Book, read, table

import recommender as rec
from recommender.cli.running import run
from recommender.model.plan import PlanDocument
from recommender.model.plan_parts import VillageIdentity
from recommender.outputs.plan_files import file_stems
from recommender.outputs.words import Words
from recommender.outputs.workbook.fitting import height, lines_needed
from recommender.outputs.workbook.maker import make_workbook
from recommender.outputs.xlsx_file import clean

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples" / "districts"
SOFFICE = shutil.which("soffice")
needs_office = pytest.mark.skipif(SOFFICE is None, reason="soffice is absent")
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
HOSTILE = [
    "=cmd|'/C calc'!A0",
    '=HYPERLINK("http://example.invalid","x")',
    "+1+1",
    "-2+3",
    "@SUM(1)",
    "  =1+1",
    "\t=1",
    "\r=1",
    "\n=1",
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</t></si><v>1</v>",
    "]]><!--",
    "&lt;&amp;&#0;",
    "{{7*7}}",
    "{0.__class__}",
    "#eval",
    "$x$",
    "%s%n",
    '&P&N&D&"Arial"',
    "_x0041__x000D_",
    "\x1b[31mred\x1b]0;t\x07",
    "\x9b31m",
    "\u202egnp.exe\u202c",
    "nul\x00x",
    "\ud800lone",
    "\ufffe\uffff",
    "🏝️ 村",
    "x" * 300,
    "x" * 40_000,
    "&" * 200,
    "../../etc/passwd",
    "C:\\CON",
    "",
]


@pytest.fixture(scope="module")
def examples(kb: rec.KnowledgeBase) -> PlanDocument:
    """Five villages: one with nothing to do, one in stages, poor ones; with two sources of money."""
    codes = ("99.01.01.2001", "99.01.01.2006", "99.01.02.2002", "99.02.02.2004", "99.03.02.2003")
    villages = [shipped.villages()[code] for code in codes]
    money = rec.Budget({"village-fund": 150_000_000, "village-allocation": 60_000_000})
    options = rec.Options(start_year=2027, budget=money, method="fast")
    return rec.document(list(rec.recommend_all(villages, kb, options)), kb, options)


def hostile_book(name: str, kb: rec.KnowledgeBase) -> bytes:
    """Return the workbook of a plan in which everything that a file may name bears the name."""
    both = {"id": name, "en": name}
    village = samples.plan()["village"] | dict.fromkeys(("name", "code", "subdistrict", "district", "province"), name)
    raw = samples.plan(village=village)
    raw["steps"] = [one | {"name": both, "intervention": name or "x"} for one in raw["steps"]]
    raw["findings"] = [one | {"text": both, "rule": name or "x"} for one in raw["findings"]]
    raw["deferred"] = [
        one | {"name": both, "detail": {"because": [name], name or "x": name}} for one in raw["deferred"]
    ]
    raw["assumptions"] = [one | {"reason": both, "value": name} for one in raw["assumptions"]]
    raw["data"]["problems"] = [one | {"where": name, "message_id": name} for one in raw["data"]["problems"]]
    raw["readiness"] = [one | {"name": both} for one in raw["readiness"]]
    plan = rec.PlanDocument.model_validate(samples.document().model_dump(by_alias=True) | {"plans": [raw]}).plans[0]
    return make_workbook(plan, {}, Words(kb, "id"))


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_name_stays_text_and_breaks_nothing(name: str, kb: rec.KnowledgeBase) -> None:
    content = hostile_book(name, kb)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        for member in archive.namelist():
            ElementTree.fromstring(archive.read(member))
        formulas = [
            element.text
            for member in archive.namelist()
            if member.startswith("xl/worksheets/sheet")
            for element in ElementTree.fromstring(archive.read(member)).iter(f"{MAIN}f")
        ]
        relations = [archive.read(member).decode() for member in archive.namelist() if "worksheets/_rels" in member]
    assert all(SUM.fullmatch(f"={formula}") for formula in formulas)
    assert not any("hyperlink" in text for text in relations)
    book = read(content)
    for sheet in book.cells:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.data_type != "f":
                    assert len(cell.value) <= 32_767
                    assert not set(cell.value) & set("\x00\x07\x1b\x9b\r\t\u202e\ud800")
                    if cell.value.lstrip().startswith(("=", "+", "-", "@")):
                        assert cell.quotePrefix, "it would run once somebody edits the cell"
        assert len(str(sheet.oddFooter.left.text)) <= 255
        assert "&D" not in re.sub("&&", "", str(sheet.oddFooter.left.text))
    if len(name) < 300 and name.isprintable() and name.strip() and not name.startswith("_x"):
        assert clean(name).upper() in book.everything().upper()


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_name_makes_a_file_of_its_own_inside_the_folder(name: str, tmp_path: Path) -> None:
    twins = [
        VillageIdentity(code=code, code_scheme="unknown", name=name, subdistrict="", district="", province="")
        for code in (name, name.upper(), "99.01.01.2001")
    ]
    stems = file_stems(twins)
    assert len({stem.lower() for stem in stems}) == 3
    for stem in stems:
        assert re.fullmatch(r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?", stem)
        assert len(stem) < 100
        assert ".." not in stem
        assert stem.split(".")[0].lower() not in {"con", "prn", "aux", "nul", "com1", "lpt1"}
        place = tmp_path / f"{stem}.xlsx"
        place.write_bytes(b"x")
        assert place.resolve().parent == tmp_path.resolve()


def test_rows_are_high_enough_and_never_higher_than_a_spreadsheet_has(kb: rec.KnowledgeBase) -> None:
    book = openpyxl.load_workbook(io.BytesIO(hostile_book("panjang " * 900, kb)))
    heights = [size.height for sheet in book for size in sheet.row_dimensions.values() if size.height]
    assert 400 < max(heights) <= 409


@given(st.text(alphabet="abc iWM.\n é村", max_size=200), st.integers(4, 60))
def test_a_text_needs_a_line_for_each_of_its_own_and_more_in_a_narrow_column(text: str, columns: int) -> None:
    lines = lines_needed(text, columns)
    assert lines >= text.count("\n") + 1
    assert lines_needed(text + " kata", columns) >= lines
    assert lines_needed(text, 10_000) == text.count("\n") + 1
    assert height(lines) <= height(lines + 1) <= 409


def test_a_workbook_has_no_day_of_making_but_the_knowledge_bases(examples: PlanDocument, kb: rec.KnowledgeBase) -> None:
    content = make_workbook(examples.plans[1], examples.options, Words(kb, "id"))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", core)) == {f"{kb.about.date}T00:00:00Z"}
    assert content == make_workbook(examples.plans[1], examples.options, Words(kb, "id"))


def test_hash_seeds_change_no_byte(tmp_path: Path) -> None:
    made = []
    for seed in ("0", "4242"):
        place = tmp_path / f"{seed}.xlsx"
        command = [sys.executable, "-m", "recommender", "plan", str(EXAMPLES), "--village", "99.01.01.2006"]
        command += ["--start-year", "2027", "--format", "xlsx", "-o", str(place)]
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed}
        subprocess.run(command, check=True, env=environment, capture_output=True)
        made.append(place.read_bytes())
    assert made[0] == made[1]


# The command line -----------------------------------------------------------------------------------------------------


def test_many_villages_are_a_workbook_each_in_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "rkpdes"
    data = str(EXAMPLES / "lingkar-nusa")
    assert run(["plan", data, "--start-year", "2027", "--method", "fast", "--format", "xlsx", "-o", str(folder)]) == 0
    files = sorted(folder.iterdir())
    assert files[0].name == "99.03.01.2001-gerbang-rimba.xlsx"
    assert len(files) == 10
    assert all("RKPDes 2027" in openpyxl.load_workbook(file, read_only=True).sheetnames for file in files)
    assert run(["plan", data, "--start-year", "2027", "--format", "xlsx", "-o", str(folder)]) == 7
    assert capsys.readouterr().out == ""


def test_names_of_a_table_never_lead_out_of_the_folder(tmp_path: Path, kb: rec.KnowledgeBase) -> None:
    items = kb.frameworks["idm"].items
    lines = ["\t".join(["kode_desa", "nama_desa", "kecamatan", "kabupaten", "provinsi", "tahun", *items])]
    names = ["../../keluar", "CON", "=cmd|'/C calc'!A0", "/etc/passwd"]
    for number, name in enumerate(names, start=1):
        values = [str(item.values[-1]) for item in items.values()]
        lines.append("\t".join([f"99.01.01.200{number}", name, "A", "B", "C", "2024", *values]))
    data = tmp_path / "in" / "villages.tsv"
    data.parent.mkdir()
    data.write_text("\n".join(lines) + "\n", encoding="utf-8")
    folder = tmp_path / "out" / "forms"
    folder.parent.mkdir()
    assert run(["plan", str(data), "--start-year", "2027", "--format", "xlsx", "-o", str(folder)]) == 0
    assert len(list(folder.iterdir())) == len(names)
    assert {file.name for file in tmp_path.iterdir()} == {"in", "out"}
    assert [file.name for file in (tmp_path / "out").iterdir()] == ["forms"]


def test_many_villages_without_a_folder_are_refused_before_any_work(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["plan", str(EXAMPLES), "--start-year", "2027", "--format", "xlsx"]) == 7
    told = capsys.readouterr()
    assert told.out == ""
    assert "-o" in told.err


def test_english_is_the_language_that_was_asked_for(tmp_path: Path) -> None:
    place = tmp_path / "one.xlsx"
    arguments = [
        "--village",
        "99.03.01.2001",
        "--start-year",
        "2027",
        "--lang",
        "en",
        "--format",
        "xlsx",
        "-o",
        str(place),
    ]
    assert run(["plan", str(EXAMPLES), *arguments]) == 0
    assert "Questions & assumptions" in openpyxl.load_workbook(place).sheetnames


def test_a_document_read_back_gives_the_same_workbook(examples: PlanDocument, kb: rec.KnowledgeBase) -> None:
    again = rec.read_document(rec.to_json(examples))
    for plan, other in zip(examples.plans, again.plans, strict=True):
        words = Words(kb, "id")
        assert make_workbook(plan, examples.options, words) == make_workbook(other, again.options, words)


def test_a_document_of_an_earlier_program_is_still_verified(examples: PlanDocument, kb: rec.KnowledgeBase) -> None:
    raw = json.loads(rec.to_json(examples))
    assert rec.verify(rec.read_document(json.dumps(raw)), kb) == []
    for plan in raw["plans"]:
        for step in plan["steps"]:
            assert step.pop("volume")
    assert rec.verify(rec.read_document(json.dumps(raw)), kb) == []


# LibreOffice ----------------------------------------------------------------------------------------------------------


def office(source: Path, target: str, folder: Path) -> Path:
    """Return the file that LibreOffice makes of another."""
    command = [str(SOFFICE), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    subprocess.run(
        [*command, "--convert-to", target, "--outdir", str(folder), str(source)],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return folder / f"{source.stem}.{target}"


def without_values(content: bytes) -> bytes:
    """Return a workbook whose formulas have lost their values, so that who opens it has to calculate."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(target, "w") as bare:
        for member in archive.namelist():
            data = archive.read(member).decode()
            bare.writestr(member, re.sub(r"(</f>)<v>[^<]*</v>", r"\1", data))
    return target.getvalue()


@needs_office
def test_libreoffice_opens_the_workbook_and_computes_the_same_numbers(
    examples: PlanDocument, kb: rec.KnowledgeBase, tmp_path: Path
) -> None:
    plan = next(plan for plan in examples.plans if plan.village.code == "99.01.01.2006")
    content = make_workbook(plan, examples.options, Words(kb, "id"))
    source = tmp_path / "bare" / "forms.xlsx"
    source.parent.mkdir()
    source.write_bytes(without_values(content))
    assert read(source.read_bytes()).values["RPJMDes"] is not None
    ours, theirs = read(content), read(office(source, "xlsx", tmp_path).read_bytes())
    assert theirs.names == ours.names
    sums = 0
    for name in ours.names:
        for row in ours.cells[name].iter_rows():
            for cell in row:
                here, there = ours.values[name][cell.coordinate].value, theirs.values[name][cell.coordinate].value
                assert here == there or (here in (None, "") and there in (None, "")), (name, cell.coordinate)
                sums += cell.data_type == "f"
    assert sums > 10


@needs_office
def test_libreoffice_prints_every_sheet_on_a4_across(
    examples: PlanDocument, kb: rec.KnowledgeBase, tmp_path: Path
) -> None:
    plan = max(examples.plans, key=lambda plan: len(plan.steps))
    source = tmp_path / "forms.xlsx"
    content = make_workbook(plan, examples.options, Words(kb, "id"))
    source.write_bytes(content)
    printed = office(source, "pdf", tmp_path).read_bytes()
    boxes = re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]", printed)
    assert len(boxes) >= len(read(content).names)
    assert {(round(float(wide)), round(float(high))) for wide, high in boxes} == {(842, 595)}


@needs_office
def test_nothing_runs_when_libreoffice_opens_hostile_names(kb: rec.KnowledgeBase, tmp_path: Path) -> None:
    source = tmp_path / "bare" / "forms.xlsx"
    source.parent.mkdir()
    source.write_bytes(hostile_book("=1+1", kb))
    book: Book = read(office(source, "xlsx", tmp_path).read_bytes())
    rows = table(book.values["RKPDes 2027"])
    assert {row["Jenis kegiatan"].split("\n")[0] for row in rows} == {"=1+1"}
