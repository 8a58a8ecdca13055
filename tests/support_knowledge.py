"""A small invented knowledge base as files, changed by the tests: every kind of noun, no more than the tests need.

Parameters are those that the engine demands, with round values that are easy to reckon with by hand.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from recommender.knowledge.loader import load_knowledge, read_knowledge
from recommender.model.knowledge import KnowledgeBase

# name: unit, value. Round numbers; what a test reckons with stands here and nowhere else.
PARAMETERS = {
    "target-score": ("score", 0.8),
    "cut-off": ("score", 0.7),
    "dimension-weight": ("factor", 1.0),
    "full-dimension": ("count", 4),
    "need-weight-basic": ("factor", 1.5),
    "need-weight-other": ("factor", 1.0),
    "need-weight-amenity": ("factor", 0.5),
    "gap-base": ("factor", 0.5),
    "severe-factor": ("factor", 2.0),
    "severe-score": ("score", 0.2),
    "doubt-factor": ("factor", 0.3),
    "assumption-factor": ("factor", 0.7),
    "doubtful-fall": ("count", 3),
    "twice-low-score": ("score", 0.6),
    "data-age-limit": ("years", 3),
    "doubtful-cost-limit": ("IDR", 100_000_000),
    "discount": ("share", 0.9),
    "village-share-of-year": ("share", 0.6),
    "phase-share-of-year": ("share", 0.4),
    "own-work-limit": ("IDR", 30_000_000),
    "proposal-lead": ("months", 12),
    "proposal-probability": ("share", 0.3),
    "others-money-price": ("factor", 0.05),
    "advocacy-limit": ("IDR", 5_000_000_000),
    "physical-works-per-year": ("count", 4),
    "lines-per-year": ("count", 11),
    "building-proposals-per-addressee": ("count", 2),
    "works-at-once": ("count", 3),
    "small-line": ("IDR", 5_000_000),
    "first-month": ("count", 2),
    "second-instalment-month": ("count", 3),
    "first-instalment": ("share", 0.4),
    "first-instalment-mandiri": ("share", 0.6),
    "running-cost-share": ("share", 0.2),
    "service-share": ("share", 0.4),
    "reserve-share": ("share", 0.1),
    "low-value-share": ("share", 0.005),
    "default-years": ("years", 3),
    "typical-budget": ("IDR", 330_000_000),
    "beyond-target-weight": ("factor", 0.25),
    "outlook-own": ("share", 0.6),
    "outlook-proposal": ("share", 0.2),
    "outlook-first-year": ("share", 0.4),
    "outlook-second-year": ("share", 0.7),
    "neighbouring-villages": ("count", 3),
    "villages-per-subdistrict": ("count", 10),
    "villages-per-district": ("count", 170),
    "geometric-ratio": ("factor", 4.0),
    "findings-shown": ("count", 20),
    "small-group": ("count", 5),
    "price-index": ("factor", 1.0),
    "household-bound": ("count", 1000),
}
SOURCES = "[{title: Invented, year: 2026, confidence: judgement}]"


SAMPLE_SOURCES = 'SAMPLE: {title: "Invented for tests", year: 2026, confidence: judgement}\n'


def shipped_parameters() -> str:
    """Return the shipped parameters, citing one invented source: `SAMPLE`, of `SAMPLE_SOURCES`."""
    text = (Path(__file__).parents[1] / "catalog" / "parameters.yaml").read_text(encoding="utf-8")
    return re.sub(r"^  sources:.*\n(?:    .*\n)*", "  sources: [SAMPLE]\n", text, flags=re.MULTILINE)


def _parameter(name: str, unit: str, value: object) -> str:
    return (
        f"{name}:\n  name: {{id: a, en: a}}\n  unit: {unit}\n  values: {{2024-01-01: {value}}}\n  sources: {SOURCES}\n"
    )


FILES = {
    "catalog/about.yaml": 'name: {id: Rekaan, en: Invented}\nversion: "1"\ndate: 2026-01-01\nlicence: CC BY 4.0\n',
    "catalog/parameters.yaml": "".join(_parameter(name, *given) for name, given in PARAMETERS.items()),
    "catalog/dimensions.yaml": """\
living: {name: {id: Hidup, en: Living}, weight: dimension-weight, cut-off: cut-off, sources: []}
economy: {name: {id: Ekonomi, en: Economy}, weight: dimension-weight, cut-off: cut-off, sources: []}
""",
    "catalog/indicators.yaml": """\
water: {name: {id: Air, en: Water}, dimension: living, actionable: "yes", sources: []}
power:
  name: {id: Listrik, en: Power}
  dimension: living
  actionable: "yes"
  doubtful-when: {all: [{score: power, below: 1.0}, {score: water, at-least: 0.8}]}
  sources: []
diversity: {name: {id: Ragam, en: Diversity}, dimension: living, actionable: "no", sources: []}
shops: {name: {id: Toko, en: Shops}, dimension: economy, actionable: "yes", sources: []}
""",
    "catalog/facts.yaml": """\
households:
  name: {id: Jumlah keluarga, en: Households}
  question: {id: Berapa keluarga?, en: How many households?}
  type: count
  assumption: {value: 600, reason: {id: lazim, en: usual}}
coastal:
  name: {id: Pesisir, en: Coastal}
  question: {id: Di tepi laut?, en: On the coast?}
  type: yes-no
  hard: true
committee:
  name: {id: Ada kelompok air, en: There is a water committee}
  question: {id: Ada kelompok air?, en: Is there a water committee?}
  type: yes-no
soil:
  name: {id: Tanah, en: Soil}
  question: {id: Tanah apa?, en: Which soil?}
  type: word
  words: {clay: {id: tanah liat, en: clay}, sand: {id: pasir, en: sand}}
powered-share:
  name: {id: Bagian berlistrik, en: Share with power}
  question: {id: Berapa bagian berlistrik?, en: Which share has power?}
  type: share
  from:
    indicator: power
    levels:
      idx: {0: 0, 3: [0.5, 0.9], 5: 1.0}
had-water:
  name: {id: Pernah ada air, en: Had water the year before}
  question: {id: Ada air tahun lalu?, en: Was there water last year?}
  type: yes-no
  from: {indicator: water, year: before, levels: {idx: {0: false, 3: true, 5: true}}}
""",
    "catalog/funding.yaml": """\
village-fund: {name: {id: DD, en: Village fund}, label: DDS, executor: village, default: true, sources: []}
district-budget: {name: {id: APBD, en: District budget}, label: APBD, executor: district, sources: []}
""",
    "catalog/frameworks/idx.yaml": """\
name: {id: Indeks, en: Index}
label: IDX
first-year: 2020
last-year: 2024
lowest: 0
highest: 5
index-scale: 1
components:
  one: {name: {id: satu, en: one}, label: ONE, divisor: 15}
  two: {name: {id: dua, en: two}, label: TWO, divisor: 5}
classes:
  - {slug: low, name: {id: a, en: a}, above: "0"}
  - {slug: middle, name: {id: b, en: b}, above: "0.5"}
  - {slug: high, name: {id: c, en: c}, above: "0.8"}
faults:
  - {name: {id: salinan, en: copy}, kind: copied-item, item: A1, copy-of: A2, years: [2024], sources: []}
items:
  A1:
    indicator: water
    component: one
    label: Air
    levels: {0: {id: a, en: a}, 3: {id: b, en: b}, 5: {id: c, en: c}}
  A2:
    indicator: power
    component: one
    label: Listrik
    levels: {0: {id: a, en: a, from: 0}, 3: {id: b, en: b, from: 0.5}, 5: {id: c, en: c, from: 0.9}}
  A3: {indicator: diversity, component: one, label: Ragam, levels: {1: {id: a, en: a}, 5: {id: b, en: b}}}
  B1:
    indicator: shops
    component: two
    label: Toko
    levels: {1: {id: a, en: a, from: 0}, 3: {id: b, en: b, from: 2}, 5: {id: c, en: c, from: 4}}
sources: []
""",
    "catalog/interventions/living/pipes.yaml": """\
name: {id: Pipa, en: Pipes}
kind: basic-service
improves:
  water: {reaches: 1.0, evidence: official}
requires: [water-group]
requires-any: [[spring, well]]
applies-when: {fact: coastal, is: false}
met-when:
  water: {score: water, at-least: 1.0}
cost: {low: 60_000, high: 140_000, per: household, year: 2024, basis: sourced}
quantity: {fact: households}
running-cost: {share: 0.03}
months: 4
lifetime-years: 15
executors: [village, district]
sources: []
""",
    "rules/living/dry.yaml": """\
name: {id: Kering, en: Dry}
status: active
when:
  any:
    - {score: water, below: cut-off}
    - all:
        - {fact: households, above: household-bound}
        - {not: {fact: soil, in: [clay]}}
about: water
need: basic
calls: [pipes]
reason:
  id: "Air {water} di bawah {cut-off}."
  en: "Water {water} is below {cut-off}."
sources: []
""",
    "rules/living/dry-and-dark.yaml": """\
name: {id: Kering dan gelap, en: Dry and dark}
status: active
when: {all: [{finding: dry}, {score: power, below: 0.5}]}
about: self
need: other
calls: [water-group]
reason: {id: Kering dan gelap., en: Dry and dark.}
sources: []
""",
}


def work(improves: str = "{}", more: str = "", low: int = 10_000_000, high: int = 20_000_000) -> str:
    """Return the file of a plain work of the village."""
    return (
        f"name: {{id: Kerja, en: Work}}\nkind: capacity\nimproves: {improves}\n"
        f"cost: {{low: {low}, high: {high}, per: village, year: 2024, basis: judgement}}\n"
        f"running-cost: {{amount: 0}}\nmonths: 3\nlifetime-years: 10\nsources: []\n{more or 'executors: [village]'}\n"
    )


def rule(when: str, about: str = "self", calls: str = "[]", more: str = "") -> str:
    """Return the file of a plain rule."""
    return (
        f"name: {{id: Aturan, en: Rule}}\nstatus: active\nwhen: {when}\nabout: {about}\ncalls: {calls}\n"
        f"reason: {{id: Begitu., en: So it is.}}\nsources: []\n{more}\n"
    )


FILES |= {
    "catalog/codes.yaml": '"2": {name: {id: Pembangunan, en: Development}, sources: []}\n',
    "catalog/goals.yaml": (
        "clean: {number: 6, name: {id: Air, en: Water}, indicators: [water], works: [pipes], sources: []}\n"
    ),
    "catalog/patterns.yaml": "own: {name: {id: Sendiri, en: Own}, works: [pipes], sources: []}\n",
    "catalog/units.yaml": "household: {name: {id: KK, en: households}, whole: true}\n",
    "catalog/interventions/living/water-group.yaml": work(
        more="executors: [village]\nmet-when: {prerequisite: {fact: committee, is: true}}"
    ),
    "catalog/interventions/living/spring.yaml": work(),
    "catalog/interventions/living/well.yaml": work(),
}


def write_files(folder: Path, files: Mapping[str, str | None]) -> Path:
    """Write the files (None: leave it out) and return the folder; a surrogate gives a byte that is no UTF-8."""
    for path, content in files.items():
        if content is not None:
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content.encode("utf-8", "surrogateescape"))
    return folder


def problems(folder: Path, files: Mapping[str, str | None] | None = None) -> list[tuple[str, str, str]]:
    """Return (where, code, message) of every problem of the files with some changed."""
    found = read_knowledge(write_files(folder, {**FILES, **(files or {})})).problems
    return [(problem.where, problem.code, problem.message) for problem in found]


def knowledge(folder: Path, files: Mapping[str, str | None] | None = None) -> KnowledgeBase:
    """Return the knowledge base of the files with some changed."""
    return load_knowledge(write_files(folder, {**FILES, **(files or {})}))
