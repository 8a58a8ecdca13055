"""A new source of village data is one file: a folder with toy sources in it is all that these tests add."""

from __future__ import annotations

import ast
import gzip
import inspect
import io
import tarfile
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from villages_samples import DOTTED, knowledge, write_answer

from recommender.villages import data_source, files, reader, sources
from recommender.villages.data_source import Certainty, DataFile, all_sources
from recommender.villages.reader import VillageSet, read_villages

# A register with a line a village, and a survey with a row a question, three titles above and codes of its own.
TOYS = {
    "register.py": '''
"""Registers: `#register`, then `code=households` in each line."""

from recommender.language.errors import problem
from recommender.villages.data_source import Certainty, DataSource
from recommender.villages.records import FileContents, VillageNames, VillageRecord


def certainty(file):
    return Certainty.CERTAIN if file.content.startswith(b"#register") else Certainty.NO


def read(file, context):
    contents = FileContents()
    for number, line in enumerate(file.content.decode().splitlines()[1:], 2):
        code, equals, households = line.partition("=")
        place = f"{file.name}:row {number}"
        if equals:
            facts = {"households": int(households) * 1000}
            contents.records.append(VillageRecord(place, "register", code, "kemendagri", VillageNames(), facts=facts))
        else:
            contents.problems.append(problem(place, "no-values"))
    return contents


SOURCE = DataSource((".reg",), certainty, read)
''',
    "survey.py": '''
"""Surveys of our district: a CSV whose questions are numbered; what a number means stands in its second line."""

from recommender.villages.data_source import Certainty, DataSource
from recommender.villages.tables.places import TextPlaces
from recommender.villages.tables.rows import read_table
from recommender.villages.tables.village_table import VillageTable

MEANING = {"Q1": "kode desa", "Q2": "households", "Q3": "coastal"}


def certainty(file):
    return Certainty.CERTAIN if file.content.startswith(b"SURVEI DESA") else Certainty.NO


def read(file, context):
    _, headings, *rows = (line.split(";") for line in file.content.decode().splitlines())
    table = VillageTable([MEANING[heading] for heading in headings], 2, list(enumerate(rows, 3)))
    return read_table(table, TextPlaces(file.name), context)


SOURCE = DataSource((".csv",), certainty, read)
''',
}
REGISTER = f"#register\n{DOTTED}=250\n99.99.01.2002\n".encode()
SURVEY = f"SURVEI DESA 2026\nQ1;Q3;Q2\n{DOTTED};ya;90\n99.99.01.2003;mungkin;80\n".encode()


@pytest.fixture(autouse=True)
def toys(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    folder = tmp_path_factory.mktemp("sources")
    for name, text in TOYS.items():
        (folder / name).write_text(text, encoding="utf-8")
    monkeypatch.setattr(sources, "__path__", [*sources.__path__, str(folder)])
    all_sources.cache_clear()
    yield
    all_sources.cache_clear()


def codes(found: VillageSet) -> list[tuple[str, str]]:
    return [(problem.where, problem.code) for problem in found.problems]


def test_a_file_of_a_new_source_is_read_under_any_name() -> None:
    found = read_villages(io.BytesIO(REGISTER), knowledge())
    assert [(village.code, village.source, village.facts) for village in found] == [
        (DOTTED, "register", {"households": 250_000})
    ]
    assert codes(found) == [("-:row 3", "no-values")]


def test_a_folder_and_an_archive_are_searched_for_its_suffix(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "a.reg").write_bytes(REGISTER)
    (folder / "b.other").write_bytes(REGISTER)
    with tarfile.open(folder / "c.tar", "w") as archive:
        for name in ("d.reg", "e.other"):
            member = tarfile.TarInfo(name)
            member.size = len(REGISTER)
            archive.addfile(member, io.BytesIO(REGISTER))
    (folder / "f.reg.gz").write_bytes(gzip.compress(REGISTER))
    assert codes(read_villages(folder, knowledge())) == [
        ("a.reg:row 3", "no-values"),
        ("d.reg:row 3", "no-values"),
        ("f.reg.gz:row 3", "no-values"),
    ]


def test_what_it_says_is_joined_with_what_other_sources_say(tmp_path: Path) -> None:
    (tmp_path / "a.reg").write_bytes(REGISTER.splitlines(keepends=True)[0] + f"{DOTTED}=250\n".encode())
    write_answer(tmp_path / "b.json")
    (tmp_path / "c.csv").write_text(f"kode,households\n{DOTTED},260\n")
    (village,) = found = read_villages(tmp_path, knowledge())
    assert village.source == "index-service+register+table"
    assert len(village.years[0].values) == 50
    assert codes(found) == [("a.reg:row 2", "conflicting-facts")]


def test_another_form_of_table_goes_the_way_of_all_tables(tmp_path: Path) -> None:
    (tmp_path / "s.csv").write_bytes(SURVEY)
    found = read_villages(tmp_path, knowledge())
    assert [dict(village.facts) for village in found] == [
        {"coastal": True, "households": 90_000},
        {"households": 80_000},
    ]
    assert codes(found) == [("s.csv:row 4, column 'coastal'", "bad-fact")]


# Which source a file is given to


def most_certain(name: str, content: bytes) -> tuple[str, Certainty]:
    certainty, module = max(
        ((source.certainty(DataFile(name, content)), source.read.__module__) for source in all_sources()),
        key=lambda pair: pair[0],
    )
    return module.rpartition(".")[2], certainty


@pytest.mark.parametrize(
    ("name", "content", "source", "certainty"),
    [
        ("a.json", b"halo", "index_service", Certainty.LIKELY),
        ("a.txt", b" \n{", "index_service", Certainty.LIKELY),
        ("a", b"\xef\xbb\xbf[", "index_service", Certainty.LIKELY),
        ("a", "\ufeff{".encode("utf-16"), "index_service", Certainty.LIKELY),
        ("a.csv", b"{", "text_table", Certainty.LIKELY),
        ("a.dat", b"kode", "text_table", Certainty.POSSIBLE),
        ("a.xlsx", b"kode", "text_table", Certainty.POSSIBLE),
        ("a.xlsx", b"PK\x03\x04", "workbook", Certainty.CERTAIN),
        ("a.csv", b"PK\x03\x04 xl/workbook.xml", "workbook", Certainty.CERTAIN),
        ("a.csv", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "workbook", Certainty.CERTAIN),
        ("a.csv", SURVEY, "survey", Certainty.CERTAIN),
        ("a.json", REGISTER, "register", Certainty.CERTAIN),
    ],
)
def test_a_file_goes_to_the_source_that_is_most_certain(
    name: str, content: bytes, source: str, certainty: Certainty
) -> None:
    assert most_certain(name, content) == (source, certainty)


@pytest.mark.parametrize("name", ["a.csv", "a.json", "a.dat"])
def test_a_zip_file_that_no_source_is_certain_of_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"PK\x03\x04" + b"kode;tahun" * 9)
    assert codes(read_villages(tmp_path / name, knowledge())) == [(str(tmp_path / name), "unsupported-file")]


def test_a_packed_workbook_is_a_workbook(tmp_path: Path) -> None:
    import workbook_samples as samples

    (tmp_path / "a.xlsx.gz").write_bytes(gzip.compress(samples.workbook(samples.rows(samples.GOOD))))
    assert len(read_villages(tmp_path / "a.xlsx.gz", knowledge())) == 1


@pytest.mark.parametrize("module", [reader, files, data_source], ids=lambda module: module.__name__)
def test_who_finds_and_reads_files_names_no_source(module: ModuleType) -> None:
    tree = ast.parse(inspect.getsource(module))
    named = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module}
    assert not {name for name in named if name.startswith("recommender.villages.sources.")}
    assert "index-service" not in inspect.getsource(module)


def test_every_source_says_which_files_it_reads() -> None:
    for source in all_sources():
        assert source.suffixes
        assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in source.suffixes)
