"""A small invented knowledge base without any problem, as files: what seeded faults are planted into."""

from __future__ import annotations

import re
from pathlib import Path

from support_knowledge import SAMPLE_SOURCES, shipped_parameters

from recommender.language.errors import Problem
from recommender.model.settings import PARAMETER_NAMES, PRICE_INDEX
from recommender.verbs.checking.checker import check_knowledge

ROOT = Path(__file__).parents[1]
SOURCE = "sources: [{title: Invented for tests, year: 2026, confidence: medium}]"
OWN_PARAMETERS = """
sample-cut-off:
  name: {id: Ambang contoh, en: Sample cut-off}
  unit: score
  values: {2024-01-01: 0.7}
  SOURCE
water-floor:
  name: {id: Ambang air, en: Water floor}
  unit: score
  values: {2024-01-01: 0.5}
  SOURCE
crowd:
  name: {id: Banyak keluarga, en: Many households}
  unit: count
  values: {2024-01-01: 100}
  SOURCE
"""
CATALOG = {
    "about.yaml": 'name: {id: Contoh, en: Sample}\nversion: "1"\ndate: 2026-01-01\nlicence: CC BY 4.0\n',
    "dimensions.yaml": """
living: {name: {id: Pola hidup, en: Living}, weight: dimension-weight, cut-off: sample-cut-off, SOURCE}
mobility: {name: {id: Mobilitas, en: Mobility}, weight: dimension-weight, cut-off: sample-cut-off, SOURCE}
""",
    "indicators.yaml": """
drinking-water: {name: {id: Air minum, en: Drinking water}, dimension: living, actionable: "yes", SOURCE}
doctor: {name: {id: Dokter, en: Doctor}, dimension: living, actionable: "yes", SOURCE}
diversity: {name: {id: Keragaman, en: Diversity}, dimension: living, actionable: "no", SOURCE}
road: {name: {id: Jalan, en: Road}, dimension: mobility, actionable: "yes", SOURCE}
""",
    "facts.yaml": """
households:
  name: {id: Jumlah keluarga, en: Households}
  question: {id: Berapa keluarga?, en: How many households?}
  type: count
  assumption: {value: 600, reason: {id: lazim, en: usual}}
  SOURCE
coastal:
  name: {id: Pesisir, en: Coastal}
  question: {id: Di tepi laut?, en: By the sea?}
  type: yes-no
  hard: true
  SOURCE
piped-share:
  name: {id: Bagian berpipa, en: Piped share}
  question: {id: Berapa bagian berpipa?, en: What share is piped?}
  type: share
  SOURCE
crop:
  name: {id: Hasil, en: Crop}
  question: {id: Apa hasilnya?, en: Which crop?}
  type: word
  words: {rice: {id: padi, en: rice}, fish: {id: ikan, en: fish}}
  SOURCE
""",
    "funding.yaml": """
village-fund: {name: {id: Dana Desa, en: Village fund}, label: DDS, executor: village, default: true, SOURCE}
""",
    "frameworks/idm.yaml": """
name: {id: Indeks contoh, en: Sample index}
label: IDM
first-year: 2016
last-year: 2024
lowest: 0
highest: 5
index-scale: 1
components: {iks: {name: {id: Sosial, en: Social}, label: IKS, divisor: 20}}
classes:
  - {slug: rendah, name: {id: Rendah, en: Low}, above: "0"}
  - {slug: tinggi, name: {id: Tinggi, en: High}, above: "0.6"}
items:
  A-1:
    indicator: drinking-water
    component: iks
    label: Air
    levels: {1: {id: a, en: a}, 2: {id: b, en: b}, 3: {id: c, en: c}, 4: {id: d, en: d}, 5: {id: e, en: e}}
  A-2: {indicator: doctor, component: iks, label: Dokter, levels: {0: {id: a, en: a, from: 0}, 5: {id: b, en: b, from: 1}}}
  A-3: {indicator: diversity, component: iks, label: Ragam, levels: {1: {id: a, en: a}, 5: {id: b, en: b}}}
  A-4: {indicator: road, component: iks, label: Jalan, levels: {0: {id: a, en: a}, 2: {id: b, en: b}, 5: {id: c, en: c}}}
SOURCE
""",
}
_WORK = """name: {{id: {id}, en: {en}}}
kind: basic-service
{more}
cost: {{low: 4_000_000, high: 6_000_000, per: village, year: 2024, basis: sourced}}
running-cost: {{share: 0.03}}
months: 3
lifetime-years: 10
executors: [village]
SOURCE
"""


def work(identifier: str, english: str, *more: str) -> str:
    return _WORK.format(id=identifier, en=english, more="\n".join(more))


WORKS = {
    "living/well": work("Sumur", "Well", "improves: {drinking-water: {reaches: 0.8, evidence: official}}"),
    "living/spring": work("Mata air", "Spring", "improves: {drinking-water: {reaches: 0.6, evidence: official}}"),
    "living/water-committee": work("Pengelola air", "Water committee"),
    "living/piped-water": work(
        "Pipa air",
        "Piped water",
        "improves: {drinking-water: {reaches: 1.0, evidence: official}}",
        "requires: [water-committee]",
        "requires-any: [[well, spring]]",
        "met-when:",
        "  drinking-water: {score: drinking-water, at-least: 1.0}",
    ),
    "living/doctor-contract": work("Kontrak dokter", "Doctor", "improves: {doctor: {adds: 1, evidence: official}}"),
    "mobility/paving": work(
        "Jalan beton", "Paving", "improves: {road: {reaches: 1.0, evidence: official}}", "excludes: [boat]"
    ),
    "mobility/boat": work("Perahu desa", "Village boat", "applies-when: {fact: coastal, is: true}"),
    "mobility/old-ferry": work("Rakit lama", "Old ferry", "status: retired", "note: a bridge stands there now"),
}
RULES = {
    "living/unsafe-water": """name: {id: Air tidak aman, en: Unsafe water}
status: active
when: {score: drinking-water, below: water-floor}
about: drinking-water
need: basic
calls: [well, spring]
reason: {id: "Skor air {drinking-water}.", en: "Water score {drinking-water}."}
SOURCE
examples:
  - {name: just below, given: {drinking-water: 0.4}, expect: finding}
  - {name: above the floor, given: {drinking-water: 0.6}, expect: none}
  - {name: not measured, given: {}, expect: undetermined}
""",
    "living/unpiped-water": """name: {id: Belum berpipa, en: Not piped}
status: active
when:
  all:
    - {score: drinking-water, at-least: water-floor}
    - {score: drinking-water, below: sample-cut-off}
about: drinking-water
need: other
calls: [piped-water]
reason: {id: "Belum berpipa.", en: "Not piped yet."}
SOURCE
examples:
  - {name: well or spring, given: {drinking-water: 0.6}, expect: finding}
  - {name: piped, given: {drinking-water: 0.8}, expect: none}
  - {name: unsafe, given: {drinking-water: 0.4}, expect: none}
  - {name: not measured, given: {}, expect: undetermined}
""",
    "living/no-doctor": """name: {id: Tanpa dokter, en: No doctor}
status: active
when: {score: doctor, below: sample-cut-off}
about: doctor
need: other
calls: [doctor-contract]
reason: {id: "Tidak ada dokter.", en: "There is no doctor."}
SOURCE
examples:
  - {name: none, given: {doctor: 0}, expect: finding}
  - {name: one, given: {doctor: 1.0}, expect: none}
  - {name: not measured, given: {}, expect: undetermined}
""",
    "mobility/road-closed": """name: {id: Jalan tertutup, en: Road closed}
status: active
when: {score: road, below: sample-cut-off}
about: road
need: basic
calls: [paving]
reason: {id: "Jalan tertutup.", en: "The road is closed."}
SOURCE
examples:
  - {name: closed, given: {road: 0.4}, expect: finding}
  - {name: open, given: {road: 1.0}, expect: none}
  - {name: not measured, given: {}, expect: undetermined}
""",
    "mobility/isolated": """name: {id: Terpencil, en: Isolated}
status: active
when: {all: [{score: road, below: 0.2}, {fact: households, at-least: crowd}]}
about: none
kind: problem
reason: {id: "Terpencil dengan {households} keluarga.", en: "Isolated with {households} households."}
SOURCE
examples:
  - {name: no road, given: {road: 0}, expect: assumed}
  - {name: weak road, given: {road: 0.4, households: 200}, expect: none}
  - {name: not measured, given: {households: 200}, expect: undetermined}
""",
    "mobility/no-water-manager": """name: {id: Air tanpa pengelola, en: Water without a manager}
status: active
when: {all: [{not: {finding: isolated}}, {fact: piped-share, above: 0.5}, {not: {fact: crop, is: fish}}]}
about: self
need: other
calls: [water-committee]
reason: {id: "Air berpipa tanpa pengelola.", en: "Piped water without a manager."}
SOURCE
examples:
  - {name: most piped, given: {isolated: false, piped-share: 0.6, crop: rice}, expect: finding}
  - {name: half piped, given: {isolated: false, piped-share: 0.5, crop: rice}, expect: none}
  - {name: crop not asked, given: {isolated: false, piped-share: 0.6}, expect: undetermined}
""",
    "mobility/no-boat": """name: {id: Tanpa perahu, en: No boat}
status: active
when: {all: [{fact: coastal, is: true}, {score: road, at-least: 1.0}]}
about: self
need: amenity
calls: [boat]
reason: {id: "Pesisir tanpa perahu.", en: "By the sea without a boat."}
SOURCE
examples:
  - {name: by the sea, given: {coastal: true, road: 1.0}, expect: finding}
  - {name: inland, given: {coastal: false, road: 1.0}, expect: none}
  - {name: not asked, given: {road: 1.0}, expect: undetermined}
""",
}


def planner_parameters() -> str:
    """Return those of the shipped parameters that the planner itself reads: nothing else here would read the rest."""
    entries = re.split(r"^(?=[a-z])", shipped_parameters(), flags=re.MULTILINE)
    return "".join(
        entry for entry in entries if entry.partition(":")[0] in (*PARAMETER_NAMES, PRICE_INDEX, "dimension-weight")
    )


def write_base(folder: Path) -> Path:
    """Return the folder with rules/ and catalog/ written; the planner's parameters are the shipped ones."""
    files = {f"catalog/{name}": text for name, text in CATALOG.items()}
    files["catalog/parameters.yaml"] = planner_parameters() + OWN_PARAMETERS
    files["catalog/sources.yaml"] = SAMPLE_SOURCES
    files |= {f"catalog/interventions/{name}.yaml": text for name, text in WORKS.items()}
    files |= {f"rules/{name}.yaml": text for name, text in RULES.items()}
    for name, text in files.items():
        write(folder, name, text)
    return folder


def write(folder: Path, file: str, text: str) -> None:
    path = folder / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.replace("SOURCE", SOURCE).lstrip("\n"), encoding="utf-8")


def edit(folder: Path, file: str, old: str, new: str) -> None:
    """Replace a text that must stand in the file."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{file} has no {old!r}"
    path.write_text(text.replace(old, new).replace("SOURCE", SOURCE), encoding="utf-8")


def found(folder: Path, code: str) -> list[Problem]:
    """Return the problems of one code."""
    return [problem for problem in check_knowledge(folder).problems if problem.code == code]


def at(problem: Problem, place: str) -> bool:
    """Return whether the problem stands at the file (with a line, exactly there; with a folder, in it)."""
    return problem.where == place or (":" not in place and problem.where.startswith((f"{place}:", f"{place}/")))
