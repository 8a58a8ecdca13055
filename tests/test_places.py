"""Names of places: list and bridge agree with themselves, fill what data lack, and never replace what they say."""

from __future__ import annotations

import gzip
import io
import re
from pathlib import Path

import pytest

import recommender as rec
from recommender.knowledge.place_names import LEVELS, is_called, place_name, place_of
from recommender.knowledge.reference_tables import bps_places, place_names
from recommender.model.knowledge import KnowledgeBase

REAL = Path(__file__).parents[2] / "shared" / "data"
OFFICIAL = REAL / "wilayah-kemendagri-2025.sql.gz"
BRIDGE = REAL / "bridge-bps-kemendagri-64.csv"
HEAD = "kode_desa,nama_desa,kecamatan,kabupaten,provinsi,tahun,Skor Dokter\n"


@pytest.fixture(scope="module")
def kb() -> KnowledgeBase:
    return rec.load_knowledge()


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("64", "Kalimantan Timur"),
        ("64.01", "Kabupaten Paser"),
        ("64.01.06", "Long Ikis"),
        ("96.04", None),  # two districts by the year: renumbered in 2025
        ("64.01.99", None),
        ("6401", None),
    ],
)
def test_a_code_has_its_name(kb: KnowledgeBase, code: str, name: str | None) -> None:
    assert place_name(kb, code) == name


@pytest.mark.parametrize(
    ("code", "scheme", "places"),
    [
        ("64.01.06.2001", "kemendagri", ("64", "64.01", "64.01.06")),
        ("6401062001", "kemendagri", ("64", "64.01", "64.01.06")),
        ("6401062001", "unknown", (None, None, None)),
        ("6403010001", "bps", ("64", "64.02", "64.02.13")),  # Samboja: the lists number districts otherwise
        ("6403999001", "bps", ("64", "64.02", None)),  # founded since: the district is known all the same
        ("9401040001", "bps", ("93", "93.01", "93.01.01")),  # Papua before its split: by the district
        ("9109010001", "bps", (None, None, None)),  # not bridged
        ("64010620", "kemendagri", (None, None, None)),
    ],
)
def test_a_village_lies_where_its_code_says(
    kb: KnowledgeBase, code: str, scheme: str, places: tuple[str | None, ...]
) -> None:
    assert tuple(place_of(kb, code, scheme, level) for level in LEVELS) == places


def test_every_place_lies_in_a_place_and_is_bridged_once(kb: KnowledgeBase) -> None:
    names, bridge = place_names(kb), bps_places(kb)
    assert all(code[:-3] in names for code in names if len(code) > 2)
    assert all(name == name.strip() and not re.search(r"  |\(|Kab\.|Kep\.", name) for name, _ in names.values())
    assert len(set(bridge.values())) == len(bridge)
    assert set(bridge.values()) <= names.keys()
    # Provinces were renumbered with Papua alone; a subdistrict lies in the district that its digits begin with.
    assert all(bridge[bps] == bps for bps in bridge if len(bps) == 2)
    assert all(bridge[bps[:4]] == code[:5] for bps, code in bridge.items() if len(bps) == 7)


def test_data_may_spell_a_place_otherwise_but_not_call_it_another(kb: KnowledgeBase) -> None:
    same = [
        ("64.01", "PASER"),
        ("64.01", "Kab. Paser"),
        ("64.01.03", "Pasir Belengkong"),
        ("31", "DKI JAKARTA"),
        ("1", "?"),
    ]
    assert all(is_called(kb, code, name) for code, name in same)
    assert not is_called(kb, "64.01", "Berau")
    assert not is_called(kb, "64.01.06", "Long Kali Utara Jaya")


def test_what_data_lack_is_named_by_the_list_and_what_they_say_is_kept(kb: KnowledgeBase) -> None:
    rows = (
        "64.01.06.2001,Satu,,,,2024,1\n"
        "64.01.06.2002,Dua,Long-Ikis,PASER,,2024,1\n"
        "64.01.06.2003,Tiga,Tanah Abang,,,2024,1\n64.01.06.2004,Empat,Tanah Abang,,,2024,1\n"
    )
    read = rec.read_villages([io.BytesIO((HEAD + rows).encode())], kb)
    named = [(village.subdistrict, village.district, village.province) for village in read]
    assert named[0] == ("Long Ikis", "Kabupaten Paser", "Kalimantan Timur")
    assert named[1] == ("Long-Ikis", "PASER", "Kalimantan Timur")
    assert named[2][0] == "Tanah Abang"
    (told,) = (problem for problem in read.problems if problem.code == "place-differs")
    assert told.severity == "warning"
    assert "64.01.06" in told.message
    assert "2 villages" in told.message


def test_codes_without_a_known_list_are_not_named(kb: KnowledgeBase) -> None:
    rows = "6403010001,Satu,,,,2024,1\n"
    for scheme, district in ((None, ""), ("bps", "Kabupaten Kutai Kartanegara")):
        (village,) = rec.read_villages([io.BytesIO((HEAD + rows).encode())], kb, code_scheme=scheme)
        assert village.district == district


@pytest.mark.skipif(not OFFICIAL.exists(), reason="no real data")
def test_the_list_agrees_with_a_later_one(kb: KnowledgeBase) -> None:
    text = gzip.decompress(OFFICIAL.read_bytes()).decode()
    later = {code: name.replace("''", "'") for code, name in re.findall(r"\('([\d.]{2,8})','((?:[^']|'')*)'\)", text)}
    ours = place_names(kb)
    assert sorted(ours.keys() - later.keys()) == ["96.09", "96.10"]  # renumbered since
    missing = [code for code in later if code not in ours and not code.startswith("96")]
    assert len(missing) <= 8
    assert [code for code in ours if code in later and not is_called(kb, code, later[code])] == ["81.08.03"]


@pytest.mark.skipif(not BRIDGE.exists(), reason="no real data")
def test_the_bridge_agrees_with_the_offices_own(kb: KnowledgeBase) -> None:
    rows = [line.split(",") for line in BRIDGE.read_text(encoding="utf-8").splitlines()]
    pairs = {(row[0], row[2][:8]) for row in rows if len(row) == 5}
    found = [(place_of(kb, bps, "bps", "subdistrict"), code) for bps, code in pairs]
    assert {ours for ours, code in found if ours != code} <= {None}
    assert sum(ours is None for ours, _ in found) <= len(found) // 50
    assert all(place_of(kb, bps, "bps", "district") == code[:5] for bps, code in pairs)
