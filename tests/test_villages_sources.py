"""Where data lies: folders, archives, standard input; merging; order of input; random tables."""

from __future__ import annotations

import csv
import gzip
import io
import os
import random
import sys
import tarfile
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from properties import tries
from villages_samples import CODE, DOTTED, FACTS, answer, knowledge, legal_values, write_answer

from recommender.villages import files
from recommender.villages.reader import VillageSet, read_villages


def codes(found: VillageSet) -> list[str]:
    return sorted({problem.code for problem in found.problems})


def archive(path: Path, members: dict[str, bytes], mode: str = "w:gz") -> Path:
    with tarfile.open(path, mode) as tar:  # type: ignore[call-overload]
        for name, content in members.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            tar.addfile(member, io.BytesIO(content))
    return path


def test_a_folder_tree_is_read_whatever_lies_beside(tmp_path: Path) -> None:
    write_answer(tmp_path / "a" / CODE / "2024.json")
    write_answer(tmp_path / "a" / CODE / "2023.json", year=2023)
    (tmp_path / "facts.csv").write_text(f"kode,households\n{DOTTED},250\n")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    (tmp_path / "notes.txt").write_text("Catatan rapat.")
    (tmp_path / ".hidden.json").write_text("{")
    archive(tmp_path / "b.tar.gz", {"x/2022.json": (tmp_path / "a" / CODE / "2024.json").read_bytes()})
    found = read_villages(tmp_path, knowledge())
    village = found[0]
    assert ([year.year for year in village.years], dict(village.facts)) == ([2023, 2024], {"households": 250_000})
    assert (village.code, village.source) == (DOTTED, "index-service+table")
    assert [(problem.where, problem.severity) for problem in found.problems] == [("notes.txt", "warning")]


@pytest.mark.parametrize(("name", "mode"), [("a.tar.gz", "w:gz"), ("a.tgz", "w:gz"), ("a.tar", "w")])
def test_archives_are_read_and_name_the_path_inside(tmp_path: Path, name: str, mode: str) -> None:
    good = write_answer(tmp_path / "x.json").read_bytes()
    path = archive(
        tmp_path / name, {"data/good.json": good, "data/bad.json": b"{", "./c.csv": b"", "run.sh": b"x"}, mode
    )
    found = read_villages(path, knowledge())
    assert len(found) == 1
    assert [problem.where for problem in found.problems] == ["c.csv", "data/bad.json:1"]


def test_a_packed_table_is_read(tmp_path: Path) -> None:
    path = tmp_path / "t.csv.gz"
    path.write_bytes(gzip.compress(f"kode,tahun,IKS-01\n{DOTTED},2024,5\n".encode()))
    assert len(read_villages(path, knowledge())) == 1


def test_an_archive_that_breaks_off_keeps_what_came_before(tmp_path: Path) -> None:
    good = write_answer(tmp_path / "x.json").read_bytes()
    noise = random.Random(1).randbytes(200_000)
    whole = archive(tmp_path / "a.tar.gz", {"good.json": good, "noise.csv": noise}).read_bytes()
    (tmp_path / "cut.tar.gz").write_bytes(whole[: len(whole) // 2])
    found = read_villages(tmp_path / "cut.tar.gz", knowledge())
    assert (len(found), codes(found)) == (1, ["bad-archive"])


def test_an_archive_that_unpacks_beyond_all_measure_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST_UNPACKED", 1_000_000)
    bomb = archive(tmp_path / "bomb.tar.gz", {"a.csv": b"\0" * 20_000_000})
    assert codes(read_villages(bomb, knowledge())) == ["file-too-large"]
    (tmp_path / "bomb.csv.gz").write_bytes(gzip.compress(b" " * 20_000_000))
    assert codes(read_villages(tmp_path / "bomb.csv.gz", knowledge())) == ["file-too-large"]


def test_links_and_paths_in_an_archive_touch_no_other_file(tmp_path: Path) -> None:
    secret = write_answer(tmp_path / "secret.json")
    path = tmp_path / "a.tar.gz"
    with tarfile.open(path, "w:gz") as tar:
        link = tarfile.TarInfo("link.json")
        link.type, link.linkname = tarfile.SYMTYPE, str(secret)
        tar.addfile(link)
        climbing = tarfile.TarInfo("../../up.json")
        climbing.size = 1
        tar.addfile(climbing, io.BytesIO(b"{"))
    before = sorted(tmp_path.rglob("*"))
    found = read_villages(path, knowledge())
    assert (len(found), codes(found)) == (0, ["bad-json"])
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("content", [b"kode,tahun,IKS-01\n99.99.01.2001,2024,5\n", None])
def test_standard_input_is_sniffed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | None) -> None:
    text = write_answer(tmp_path / "x.json").read_bytes() if content is None else content
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text)))
    assert len(read_villages("-", knowledge())) == 1


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    found = read_villages([tmp_path / "empty", tmp_path / "none", "\0"], knowledge())
    assert codes(found) == ["no-files", "not-found", "unreadable"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_rights_is_said(tmp_path: Path) -> None:
    path = write_answer(tmp_path / "x.json")
    path.chmod(0)
    assert codes(read_villages(path, knowledge())) == ["unreadable"]


def test_a_path_given_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "bad.json").write_text("{")
    found = read_villages([tmp_path / "bad.json", str(tmp_path / "bad.json")], knowledge())
    assert len(found.problems) == 1


def test_answers_that_contradict_each_other_leave_the_value_unknown(tmp_path: Path) -> None:
    write_answer(tmp_path / "a.json")
    write_answer(tmp_path / "b.json", values=legal_values() | {"IKS-02": 0})
    found = read_villages(tmp_path, knowledge())
    year = found[0].years[0]
    assert "doctor" not in year.values
    assert len(year.values) == 49
    assert codes(found) == ["conflicting-index", "conflicting-values"]
    assert year.published.value is None
    assert [problem.where for problem in found.problems] == ["a.json", "a.json"]
    assert "b.json" in found.problems[0].message


def test_an_answers_totals_go_before_a_tables(tmp_path: Path) -> None:
    write_answer(tmp_path / "a.json")
    (tmp_path / "t.csv").write_text(f"kode,IKS_2024,NILAI_IDM_2024\n{DOTTED},1.0,0.5\n")
    found = read_villages(tmp_path, knowledge())
    assert codes(found) == ["conflicting-index"]
    assert found[0].years[0].published.value == pytest.approx(1)


def test_a_rounded_total_contradicts_nothing(tmp_path: Path) -> None:
    write_answer(tmp_path / "a.json", values=legal_values(0))
    exact = read_villages(tmp_path, knowledge())[0].years[0].published.value
    assert exact is not None
    (tmp_path / "t.csv").write_text(f"kode,NILAI_IDM_2024\n{DOTTED},{exact:.4f}\n")
    found = read_villages(tmp_path, knowledge())
    assert (found.problems, found[0].years[0].published.value) == ((), exact)


def test_another_name_under_the_same_code_is_a_warning(tmp_path: Path) -> None:
    write_answer(tmp_path / "a.json")
    (tmp_path / "t.csv").write_text(f"kode,nama,households\n{DOTTED},SUKA LAIN,5\n")
    assert codes(read_villages(tmp_path, knowledge())) == ["name-differs"]
    (tmp_path / "t.csv").write_text(f"kode,nama,households\n{DOTTED},Rantaucontoh,5\n")
    assert read_villages(tmp_path, knowledge()).problems == ()


def test_the_hash_is_of_the_content_not_of_the_files(tmp_path: Path) -> None:
    one = read_villages(write_answer(tmp_path / "a" / "x.json"), knowledge())[0]
    two = read_villages(write_answer(tmp_path / "b" / "y.json"), knowledge())[0]
    other = read_villages(write_answer(tmp_path / "c.json", values=legal_values() | {"IKS-02": 0}), knowledge())[0]
    assert one == two
    assert one.sha256 != other.sha256


def _table(rows: list[dict[str, str]], columns: list[str], separator: str = ",") -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, delimiter=separator, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


ITEMS = knowledge().frameworks["idm"].items
CELLS = {
    "coastal": st.sampled_from(["ya", "tidak"]),
    "households": st.integers(0, 999).map(str),
    "signal-kind": st.sampled_from(["none", "4g"]),
}


@st.composite
def tables(draw: st.DrawFn) -> list[dict[str, str]]:
    """Draw rows of some villages and years, each year once, with holes."""
    columns = draw(st.lists(st.sampled_from(sorted(ITEMS)), min_size=1, max_size=6, unique=True))
    keys = draw(st.lists(st.tuples(st.integers(1, 9), st.integers(2021, 2024)), min_size=1, max_size=8, unique=True))
    rows = []
    for number, year in keys:
        row = {"kode_desa": f"99.99.01.200{number}", "nama_desa": f"Desa {number}", "tahun": str(year)}
        for code in columns:
            row[code] = draw(st.sampled_from([*map(str, ITEMS[code].values), ""]))
        row |= {name: draw(st.one_of(cells, st.just(""))) for name, cells in CELLS.items()}
        row[columns[0]] = str(ITEMS[columns[0]].values[0])
        rows.append(row)
    return rows


def _read_text(files: dict[str, str]) -> VillageSet:
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            Path(folder, name).write_text(text, encoding="utf-8")
        return read_villages(folder, knowledge())


@tries(60)
@given(tables(), st.randoms(use_true_random=False), st.sampled_from([",", ";", "\t"]))
def test_neither_order_of_rows_and_columns_nor_split_into_files_changes_a_village(
    rows: list[dict[str, str]], random: random.Random, separator: str
) -> None:
    columns = list(rows[0])
    plain = _read_text({"t.csv": _table(rows, columns)})
    shuffled, other = list(rows), list(columns)
    random.shuffle(shuffled)
    random.shuffle(other)
    half = len(rows) // 2
    files = {"x.csv": _table(shuffled[half:], other, separator)}
    if half:
        files["y.csv"] = _table(shuffled[:half], other)
    again = _read_text(files)
    assert plain.problems == again.problems == ()
    assert plain.villages == again.villages


@tries(60)
@given(tables())
def test_what_is_written_is_what_is_read(rows: list[dict[str, str]]) -> None:
    found = _read_text({"t.csv": _table(rows, list(rows[0]))})
    by_key = {(village.code, year.year): year.values for village in found for year in village.years}
    for row in rows:
        expected = {ITEMS[code].indicator: int(row[code]) for code in row if code in ITEMS and row[code]}
        assert by_key[row["kode_desa"], int(row["tahun"])] == expected
    assert all(set(village.facts) <= set(FACTS) for village in found)


@tries(200)
@given(st.binary(max_size=300), st.sampled_from(["a.json", "a.csv", "a.tar.gz", "a.dat"]))
def test_no_bytes_raise(content: bytes, name: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(content)
        found = read_villages(path, knowledge())
    assert found.problems


@tries(100)
@given(st.data())
def test_no_value_in_an_answer_raises(data: st.DataObject) -> None:
    import json

    anything = st.recursive(
        st.none()
        | st.booleans()
        | st.integers()
        | st.floats(allow_nan=False, allow_infinity=False)
        | st.text(max_size=5),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
        max_leaves=5,
    )
    body = answer()
    place = data.draw(
        st.sampled_from(["status", "error", "mapData", "SUMMARIES", "ROW", "IDENTITAS", "row", "skor", "who"])
    )
    junk = data.draw(anything)
    inner = body["mapData"]
    if place in body:
        body[place] = junk
    elif place in inner:
        inner[place] = junk
    elif place == "row":
        inner["ROW"][data.draw(st.integers(0, 54))] = junk
    elif place == "skor":
        inner["ROW"][data.draw(st.integers(0, 54))]["SKOR"] = junk
    else:
        inner["IDENTITAS"][0][data.draw(st.sampled_from(sorted(inner["IDENTITAS"][0])))] = junk
    read_villages(io.BytesIO(json.dumps(body).encode()), knowledge())
