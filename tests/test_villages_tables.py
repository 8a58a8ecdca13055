"""Tables of villages: headings, separators, encodings, codes, years, facts; what each kind of dirt leaves."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from villages_samples import CODE, DOTTED, knowledge, legal_values

from recommender.language.errors import UsageError
from recommender.villages.cells import AmbiguousNumber, thousandths
from recommender.villages.reader import VillageSet, read_villages

HEAD = "kode_desa,nama_desa,tahun,IKS-01,IKS-02\n"
ROW = f"{DOTTED},RANTAU,2024,5,0\n"


def read(tmp_path: Path, content: str | bytes, name: str = "t.csv", **options: Any) -> VillageSet:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_villages(path, knowledge(), **options)


def codes(found: VillageSet) -> list[str]:
    return sorted({problem.code for problem in found.problems})


def values(found: VillageSet) -> dict[str, int]:
    return dict(found[0].years[0].values)


BOTH = {"health-facility-access": 5, "doctor": 0}


def test_a_sound_table_is_read_without_a_problem(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "kode_desa,nama_desa,kecamatan,kabupaten,provinsi,tahun,IKS-01\n" + f"{DOTTED},R,HULU,REKAAN,ANGAN,2023,4\n",
    )
    village = found[0]
    assert found.problems == ()
    assert (village.code, village.code_scheme, village.name) == (DOTTED, "kemendagri", "R")
    assert (village.subdistrict, village.district, village.province) == ("HULU", "REKAAN", "ANGAN")
    assert (village.source, village.years[0].year, values(found)) == ("table", 2023, {"health-facility-access": 4})


@pytest.mark.parametrize(
    "heading",
    [
        *("IKS-01", "IKS01", "iks_01", "IKS 01", "IKS-1", "IKS01 Skor Akses Sarkes", "IKS-01: Akses sarana kesehatan"),
        *(
            "IKS01_Skor_Akses_Sarkes",
            "Skor Akses Sarkes ",
            "skor akses SARKES",
            "Akses Sarana Kesehatan",
            "akses_sarkes",
        ),
        *("health-facility-access", "health_facility_access", "Access to a health facility", '"Skor  Akses\nSarkes"'),
    ],
)
def test_an_indicator_is_known_by_code_official_name_and_our_name(tmp_path: Path, heading: str) -> None:
    found = read(tmp_path, f"kode,tahun,{heading}\n{DOTTED},2024,4\n")
    assert (values(found), found.problems) == ({"health-facility-access": 4}, ())


@pytest.mark.parametrize(
    ("heading", "cell", "expected"),
    [
        ("coastal", "ya", True),
        ("Nama_coastal", "Tidak", False),
        ("Name of coastal", "ada", True),
        ("coastal", "tidak ada", False),
        ("coastal", "1", True),
        ("coastal", "0", False),
        ("coastal", "BENAR", True),
        ("coastal", "salah", False),
        ("coastal", "TRUE", True),
        ("households", "350", 350_000),
        ("households", '"1.234"', 1_234_000),
        ("households", '"1,234"', 1_234_000),
        ("households", "1 234", 1_234_000),
        ("households", "350.0", 350_000),
        ("piped-share", '"0,75"', 750),
        ("piped_share", "75%", 750),
        ("piped share", '"7,5 %"', 75),
        ("piped-share", "75", 750),
        ("piped-share", '"7,5"', 75),
        ("piped-share", "1 %", 10),
        ("piped-share", "0", 0),
        ("road-length", '"2,5"', 2_500),
        ("road-length", '"1.234,5"', 1_234_500),
        ("road-length", "0.125", 125),
        ("signal-kind", "Voice_Only", "voice-only"),
        ("signal-kind", "none", "none"),
        ("signal-kind", "HANYA suara", "voice-only"),
        ("signal-kind", "voice only", "voice-only"),
        ("signal-kind", "Tanpa sinyal", "none"),
        ("altitude", "-3", -3_000),
    ],
)
def test_facts_are_read_as_people_write_them(tmp_path: Path, heading: str, cell: str, expected: object) -> None:
    found = read(
        tmp_path, f"kode;{heading}\n{DOTTED};{cell}\n" if '"' not in cell else f"kode,{heading}\n{DOTTED},{cell}\n"
    )
    assert list(found[0].facts.values()) == [expected]
    assert type(next(iter(found[0].facts.values()))) is type(expected)
    assert (found[0].years, found.problems) == ((), ())


@pytest.mark.parametrize(
    ("heading", "cell", "code"),
    [
        ("coastal", "mungkin", "bad-fact"),
        ("coastal", "2", "bad-fact"),
        ("households", "-5", "fact-out-of-range"),
        ("households", "12.5", "bad-fact"),
        ("households", "banyak", "bad-fact"),
        ("households", "9" * 30, "bad-fact"),
        ("piped-share", "101", "fact-out-of-range"),
        ("piped-share", "150%", "fact-out-of-range"),
        ("road-length", "1.234", "ambiguous-number"),
        ("road-length", "inf", "bad-fact"),
        ("road-length", "1e3", "bad-fact"),
        ("signal-kind", "voice-onli", "bad-fact"),
    ],
)
def test_a_bad_fact_is_named_with_row_and_column_and_counts_as_missing(
    tmp_path: Path, heading: str, cell: str, code: str
) -> None:
    found = read(tmp_path, f"kode,{heading}\n{DOTTED},{cell}\n")
    assert (codes(found), dict(found[0].facts)) == ([code], {})
    assert found.problems[0].where == f"{tmp_path / 't.csv'}:row 2, column '{heading}'"
    assert found.problems == found[0].problems


def test_a_word_that_is_none_is_answered_with_the_choices_and_the_nearest_in_each_language(tmp_path: Path) -> None:
    (found,) = read(tmp_path, f"kode,signal-kind\n{DOTTED},hanya sura\n").problems
    assert "Tulis salah satu dari tanpa sinyal, hanya suara, 4g. Maksud Anda 'hanya suara'?" in found.message_id
    assert "Write one of none, voice only, 4g. Did you mean 'voice only'?" in found.message


@pytest.mark.parametrize(
    ("cells", "shares", "said"),
    [
        (("35", "60"), [350, 600], []),
        (("0.35", "0.6"), [350, 600], []),
        (("35%", "1", "0"), [350, 1000, 0], ["bare-shares"]),
        (("35", "0.5"), [350, 500], ["bare-shares"]),
        (("35%", "0.5"), [350, 500], []),
    ],
)
def test_how_shares_without_a_sign_were_read_is_said_where_it_could_be_otherwise(
    tmp_path: Path, cells: tuple[str, ...], shares: list[int], said: list[str]
) -> None:
    rows = "".join(f"99.99.01.200{number},{cell}\n" for number, cell in enumerate(cells, 1))
    found = read(tmp_path, f"kode,piped-share\n{rows}")
    assert [village.facts["piped-share"] for village in found] == shares
    assert [problem.code for problem in found.problems] == said


@pytest.mark.parametrize("cell", ["", "-", "n/a", "NA", "tidak ada data", "Tidak Diketahui", "#N/A", " "])
def test_missing_is_never_zero(tmp_path: Path, cell: str) -> None:
    found = read(tmp_path, f"kode,tahun,IKS-01,IKS-02,households\n{DOTTED},2024,5,{cell},{cell}\n")
    assert (values(found), dict(found[0].facts), found.problems) == ({"health-facility-access": 5}, {}, ())


# name, content, options, problems, villages, values of the first
CASES: list[tuple[str, str | bytes, dict[str, Any], list[str], int, dict[str, int] | None]] = [
    ("commas", HEAD + ROW, {}, [], 1, BOTH),
    ("semicolons", (HEAD + ROW).replace(",", ";"), {}, [], 1, BOTH),
    ("tabs", (HEAD + ROW).replace(",", "\t"), {}, [], 1, BOTH),
    ("bars", (HEAD + ROW).replace(",", "|"), {}, [], 1, BOTH),
    ("separator declared as a spreadsheet does", "sep=;\n" + (HEAD + ROW).replace(",", ";"), {}, [], 1, BOTH),
    ("line ends of other systems", (HEAD + ROW).replace("\n", "\r\n"), {}, [], 1, BOTH),
    ("line ends of old ones", (HEAD + ROW).replace("\n", "\r"), {}, [], 1, BOTH),
    ("no line end at the end", (HEAD + ROW).rstrip(), {}, [], 1, BOTH),
    ("byte order mark", (HEAD + ROW).encode("utf-8-sig"), {}, [], 1, BOTH),
    ("UTF-16", (HEAD + ROW).encode("utf-16"), {}, [], 1, BOTH),
    ("UTF-32", (HEAD + ROW).encode("utf-32"), {}, [], 1, BOTH),
    ("Windows-1252", (HEAD + ROW.replace("RANTAU", "RANTÖU")).encode("cp1252"), {}, ["not-utf8"], 1, BOTH),
    ("a NUL", HEAD + ROW.replace("RANTAU", "RAN\0TAU"), {}, ["nul-bytes"], 1, BOTH),
    ("UTF-16 without its mark", (HEAD + ROW).encode("utf-16-le"), {}, ["binary-file"], 0, None),
    ("title lines above", "Data Indeks\n\n" + HEAD + ROW, {}, [], 1, BOTH),
    ("blank rows between", HEAD + "\n" + ROW + ",,,,\n\n", {}, [], 1, BOTH),
    (
        "quoted cells",
        f'"kode","nama","tahun","IKS-01","IKS-02"\n"{DOTTED}","A, ""B""","2024","5","0"\n',
        {},
        [],
        1,
        BOTH,
    ),
    ("a quotation mark for an apostrophe", HEAD + ROW.replace("RANTAU", 'RA"AS'), {}, [], 1, BOTH),
    ("quotation marks inside a quoted cell", HEAD + ROW.replace("RANTAU", '"RA"AS"'), {}, ["stray-quotes"], 1, BOTH),
    ("a quotation mark never closed", HEAD + ROW.replace("RANTAU", '"RAN,TAU') + ROW, {}, ["bad-quotes"], 1, BOTH),
    ("too many cells", HEAD + ROW.replace("RANTAU", "RAN,TAU"), {}, ["long-row"], 0, None),
    ("empty cells too many", HEAD + ROW.strip() + ",,\n", {}, [], 1, BOTH),
    ("too few cells", HEAD + f"{DOTTED},RANTAU,2024,5\n", {}, ["short-row"], 1, {"health-facility-access": 5}),
    ("empty", "", {}, ["empty-file"], 0, None),
    ("header only", HEAD, {}, ["no-rows"], 0, None),
    ("no code column", "nama,IKS-01\nA,5\n", {}, ["no-code-column"], 0, None),
    ("no known column", "kode,nama\n1,A\n", {}, ["no-known-columns"], 0, None),
    ("nothing known at all", "a,b\n1,2\n", {}, ["no-known-columns"], 0, None),
    ("an unknown column", "warna," + HEAD + "merah," + ROW, {}, ["unknown-columns"], 1, BOTH),
    ("the same heading twice", "IKS-01," + HEAD + "5," + ROW, {}, ["duplicate-column"], 1, {"doctor": 0}),
    (
        "the same indicator under two headings",
        "Skor Dokter," + HEAD + "0," + ROW,
        {},
        ["duplicate-column"],
        1,
        {"health-facility-access": 5},
    ),
    (
        "a code with another item's name",
        HEAD.replace("IKS-02", "IKS-02 Skor Bidan") + ROW,
        {},
        ["column-mismatch"],
        1,
        {"health-facility-access": 5},
    ),
    (
        "two code columns of one name",
        "kode_desa," + HEAD + f"{DOTTED}," + ROW,
        {},
        ["duplicate-column", "no-code-column"],
        0,
        None,
    ),
    ("off the scale", HEAD + ROW.replace(",5,", ",7,"), {}, ["out-of-scale"], 1, {"doctor": 0}),
    ("off the ladder", HEAD + ROW.replace(",5,", ",0,"), {}, ["off-ladder"], 1, {"doctor": 0}),
    ("half a point", HEAD + ROW.replace(",5,", ",3.5,"), {}, ["bad-value"], 1, {"doctor": 0}),
    (
        "half a point with comma",
        (HEAD + ROW).replace(",", ";").replace(";5;", ";3,5;"),
        {},
        ["bad-value"],
        1,
        {"doctor": 0},
    ),
    ("text", HEAD + ROW.replace(",5,", ",lima,"), {}, ["bad-value"], 1, {"doctor": 0}),
    ("a truth value", HEAD + ROW.replace(",5,", ",TRUE,"), {}, ["bad-value"], 1, {"doctor": 0}),
    ("a whole decimal", HEAD + ROW.replace(",5,", ",5.0,"), {}, [], 1, BOTH),
    ("undotted codes", HEAD + ROW.replace(DOTTED, CODE), {}, ["unknown-scheme"], 1, BOTH),
    ("undotted codes with a scheme", HEAD + ROW.replace(DOTTED, CODE), {"code_scheme": "bps"}, [], 1, BOTH),
    (
        "undotted codes under a telling heading",
        HEAD.replace("kode_desa", "KODE_DESA_DAGRI") + ROW.replace(DOTTED, CODE),
        {},
        [],
        1,
        BOTH,
    ),
    (
        "a code as a spreadsheet's number",
        HEAD + ROW.replace(DOTTED, CODE + ".0"),
        {"code_scheme": "kemendagri"},
        ["mended-codes"],
        1,
        BOTH,
    ),
    (
        "a code as a formula of text",
        HEAD + ROW.replace(DOTTED, f'"=""{CODE}"""'),
        {"code_scheme": "kemendagri"},
        [],
        1,
        BOTH,
    ),
    ("a code behind an apostrophe", HEAD + ROW.replace(DOTTED, "'" + DOTTED), {}, [], 1, BOTH),
    ("a rounded code", HEAD + ROW.replace(DOTTED, "9.99901E+09"), {}, ["code-as-number"], 0, None),
    ("nine digits", HEAD + ROW.replace(DOTTED, "999901200"), {}, ["lost-digit"], 0, None),
    ("nine digits as a number", HEAD + ROW.replace(DOTTED, "999901200.0"), {}, ["lost-digit"], 0, None),
    ("eight digits", HEAD + ROW.replace(DOTTED, "99990120"), {}, ["bad-code"], 0, None),
    ("thirteen digits", HEAD + ROW.replace(DOTTED, CODE + "001"), {}, ["bad-code"], 0, None),
    ("a code with letters", HEAD + ROW.replace(DOTTED, "99.99.01.20O1"), {}, ["bad-code"], 0, None),
    ("the code of a subdistrict", HEAD + ROW.replace(DOTTED, "99.99.01"), {}, ["bad-code"], 0, None),
    ("an empty code", HEAD + ROW.replace(DOTTED, ""), {}, ["no-code"], 0, None),
    ("a bad row beside a good one", HEAD + ROW.replace(DOTTED, "") + ROW, {}, ["no-code"], 1, BOTH),
    ("no year", f"kode,IKS-01,IKS-02\n{DOTTED},5,0\n", {}, ["assumed-year"], 1, BOTH),
    ("no year, one given", f"kode,IKS-01,IKS-02\n{DOTTED},5,0\n", {"year": 2022}, [], 1, BOTH),
    ("an empty year", HEAD + ROW.replace("2024", ""), {}, ["assumed-year"], 1, BOTH),
    ("a year that is none", HEAD + ROW.replace("2024", "24"), {}, ["assumed-year", "bad-year"], 1, BOTH),
    ("a year after the framework's last", HEAD + ROW.replace("2024", "2026"), {}, ["year-after-framework"], 1, BOTH),
    ("a year as a decimal", HEAD + ROW.replace("2024", "2024.0"), {}, [], 1, BOTH),
    ("a row without values", HEAD + f"{DOTTED},RANTAU,2024,,\n", {}, ["no-values"], 0, None),
    ("the same row twice", HEAD + ROW + ROW, {}, [], 1, BOTH),
    (
        "the same village and year, contradicting",
        HEAD + ROW + ROW.replace(",5,", ",4,"),
        {},
        ["conflicting-values"],
        1,
        {"doctor": 0},
    ),
    ("dotted and not, same scheme", HEAD + ROW + ROW.replace(DOTTED, CODE), {"code_scheme": "kemendagri"}, [], 1, BOTH),
    ("dotted and not, other scheme", HEAD + ROW + ROW.replace(DOTTED, CODE), {"code_scheme": "bps"}, [], 2, None),
    (
        "dotted and not, no scheme: what has the same name is the same village",
        HEAD + ROW + ROW.replace(DOTTED, CODE),
        {},
        ["scheme-taken"],
        1,
        BOTH,
    ),
    (
        "dotted and not, no scheme, another name",
        HEAD + ROW + ROW.replace(DOTTED, CODE).replace("RANTAU", "LAIN"),
        {},
        ["same-digits", "unknown-scheme"],
        2,
        None,
    ),
    ("a workbook", b"PK\x03\x04" + b"x" * 50, {}, ["unsupported-file"], 0, None),
]


@pytest.mark.parametrize(
    ("content", "options", "expected", "villages", "left"),
    [case[1:] for case in CASES],
    ids=[case[0] for case in CASES],
)
def test_each_table_is_read_as_far_as_it_can_be(
    tmp_path: Path,
    content: str | bytes,
    options: dict[str, Any],
    expected: list[str],
    villages: int,
    left: dict[str, int] | None,
) -> None:
    found = read(tmp_path, content, **options)
    assert (codes(found), len(found)) == (expected, villages)
    if left is not None:
        assert values(found) == left
    assert all(problem.where.startswith(str(tmp_path / "t.csv")) for problem in found.problems)
    assert all(problem.message_id for problem in found.problems)


# What stands above the rows -> the number of the first row
HEADS = {
    "Sosial,,Ekonomi,\nkode,IKS-01,IKE-01,tahun\n": 3,  # groups of columns, each named once
    "kode,tahun,Skor Akses Sarkes,Keragaman\n,,,Produksi\n": 3,  # a heading over two rows
    "kode,tahun,Skor Akses Sarkes,Keragaman Produksi\nkode_desa,tahun,IKS-01,IKE-01\n": 3,  # names, then codes
    "IKS-01\nkode,tahun,IKS-02,IKE-01\n": 3,  # a title that happens to be a code
}


@pytest.mark.parametrize("head", HEADS)
def test_a_header_may_take_two_rows(tmp_path: Path, head: str) -> None:
    columns = head.splitlines()[-1].split(",")
    row = ["2024" if column == "tahun" else "5" for column in columns]
    row[0], row[1] = DOTTED, "2024" if "Skor" in head else row[1]
    found = read(tmp_path, head + ",".join(row) + "\n" + ",".join(["x", *row[1:]]) + "\n")
    assert len(found[0].years[0].values) == 2
    assert [problem.where.rpartition("t.csv")[2].partition(",")[0] for problem in found.problems] == [
        f":row {HEADS[head] + 1}"
    ]


def test_rows_above_a_second_header_are_not_lost(tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + ROW + HEAD + ROW.replace(DOTTED, "99.99.01.2002"))
    assert [village.code for village in found] == [DOTTED, "99.99.01.2002"]
    assert [(problem.code, problem.where.rpartition(":")[2]) for problem in found.problems] == [
        ("bad-code", "row 3, column 'kode_desa'")
    ]


def test_a_problem_names_row_and_column(tmp_path: Path) -> None:
    found = read(tmp_path, "Judul\n" + HEAD + ROW + ROW.replace(DOTTED, "99.99.01.2002").replace(",5,", ",7,"))
    assert found.problems[0].where == f"{tmp_path / 't.csv'}:row 4, column 'IKS-01'"
    assert [len(village.years[0].problems) for village in found] == [0, 1]


def test_an_unknown_column_gets_the_nearest_name(tmp_path: Path) -> None:
    found = read(tmp_path, f"kode,tahun,IKS-01,housholds\n{DOTTED},2024,5,3\n")
    assert "Did you mean 'households'?" in found.problems[0].message
    assert "Maksud Anda 'households'?" in found.problems[0].message_id


def test_the_published_index_of_the_ministrys_table_is_read(tmp_path: Path) -> None:
    head = "KODE_DESA,NAMA_DESA,IKS_2023,IKE_2023,IKL_2023,NILAI_IDM_2023,STATUS_IDM_2023,Keterangan\n"
    found = read(tmp_path, head + f'{CODE},RANTAU,"0,7",0.6,1,0.7667,MAJU,x\n', code_scheme="kemendagri")
    year = found[0].years[0]
    assert found.problems == ()
    assert (year.year, year.published.value, year.published.class_slug) == (2023, 0.7667, "maju")
    assert year.published.components == {"ike": 0.6, "ikl": 1.0, "iks": 0.7}


def test_a_year_with_a_published_total_alone_does_not_become_the_newest(tmp_path: Path) -> None:
    found = read(tmp_path, f"kode,tahun,IKS-01,NILAI_IDM_2024\n{DOTTED},2023,5,0.7\n")
    assert [year.year for year in found[0].years] == [2023]


def test_years_of_one_village_are_sorted_oldest_first(tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + ROW + ROW.replace("2024", "2021") + ROW.replace("2024", "2023"))
    assert [year.year for year in found[0].years] == [2021, 2023, 2024]


def test_of_dated_facts_the_newest_counts(tmp_path: Path) -> None:
    found = read(tmp_path, f"kode,tahun,households\n{DOTTED},2022,100\n{DOTTED},2024,300\n{DOTTED},2023,200\n")
    assert dict(found[0].facts) == {"households": 300_000}


def test_contradicting_facts_are_unknown(tmp_path: Path) -> None:
    found = read(tmp_path, f"kode,households,coastal\n{DOTTED},100,ya\n{DOTTED},200,ya\n")
    assert (codes(found), dict(found[0].facts)) == (["conflicting-facts"], {"coastal": True})


def test_all_fifty_items_are_known_by_every_alias(tmp_path: Path) -> None:
    items = knowledge().frameworks["idm"].items
    best = legal_values()
    for which in range(max(len(item.aliases) for item in items.values()) + 1):
        headings = [[item.label, *item.aliases][min(which, len(item.aliases))] for item in items.values()]
        cells = ",".join(str(best[code]) for code in items)
        found = read(tmp_path, "kode,tahun," + ",".join(f'"{h}"' for h in headings) + f"\n{DOTTED},2024,{cells}\n")
        assert found.problems == ()
        assert values(found) == {item.indicator: best[code] for code, item in items.items()}


def test_a_bad_option_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        read(tmp_path, HEAD + ROW, code_scheme="pos")
    with pytest.raises(UsageError):
        read(tmp_path, HEAD + ROW, year=24)


def test_a_number_that_can_be_a_thousandfold_of_itself_is_refused() -> None:
    with pytest.raises(AmbiguousNumber):
        thousandths("12.345", whole=False)
    assert thousandths("12.345.678", whole=False) == 12_345_678_000
