"""A small invented knowledge base and plan document, for the reports' and the command line's tests."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from support_knowledge import SAMPLE_SOURCES, shipped_parameters

from recommender.knowledge.loader import load_knowledge
from recommender.model.knowledge import KnowledgeBase
from recommender.model.plan import PlanDocument

# Enough of a catalog for every kind of noun; parameters come from the shipped one, which the loader demands.
CATALOG = {
    "about.yaml": 'name: {id: Contoh, en: Sample}\nversion: "1"\ndate: 2026-01-01\nlicence: CC BY 4.0\n',
    "dimensions.yaml": """
people: {name: {id: Warga cerdas, en: People}, weight: dimension-weight, cut-off: cut-off-people, sources: []}
mobility: {name: {id: Mobilitas, en: Mobility}, weight: dimension-weight, cut-off: cut-off-mobility, sources: []}
living: {name: {id: Pola hidup cerdas, en: Living}, weight: dimension-weight, cut-off: cut-off-living, sources: []}
""",
    "indicators.yaml": """
drinking-water: {name: {id: Air minum, en: Drinking water}, dimension: living, actionable: "yes", sources: []}
road-passability: {name: {id: Jalan terbuka, en: Road passable}, dimension: mobility, actionable: "yes", sources: []}
phone-signal: {name: {id: Sinyal telepon, en: Phone signal}, dimension: mobility, actionable: "yes", sources: []}
""",
    "facts.yaml": """
households:
  name: {id: Jumlah keluarga, en: Households}
  question: {id: Berapa keluarga di desa?, en: How many households live here?}
  type: count
  assumption: {value: 600, reason: {id: nilai lazim, en: a usual size}}
coastal:
  name: {id: Desa pesisir, en: Coastal village}
  question: {id: Apakah desa di tepi laut?, en: Is the village on the coast?}
  type: yes-no
  hard: true
piped-share:
  name: {id: Bagian keluarga berpipa, en: Share of families with a pipe}
  question: {id: Berapa bagian keluarga berpipa?, en: What share of families has a pipe?}
  type: share
bad-road:
  name: {id: Panjang jalan rusak, en: Length of bad road}
  question: {id: Berapa km jalan rusak?, en: How many km of road are bad?}
  type: km
""",
    "funding.yaml": """
village-fund: {name: {id: Dana Desa, en: Village fund}, label: DDS, executor: village, default: true, sources: []}
own-revenue: {name: {id: Pendapatan asli, en: Own revenue}, label: PAD, executor: village, sources: []}
district-budget: {name: {id: APBD, en: District budget}, label: APBD Kabupaten, executor: district, sources: []}
national-budget: {name: {id: APBN, en: National budget}, label: APBN, executor: national, sources: []}
""",
    "frameworks/idm.yaml": """
name: {id: Indeks Desa Membangun, en: Village development index}
label: IDM
first-year: 2016
last-year: 2024
lowest: 0
highest: 5
index-scale: 1
components: {iks: {name: {id: Sosial, en: Social}, label: IKS, divisor: 15}}
classes:
  - {slug: tertinggal, name: {id: Tertinggal, en: Underdeveloped}, above: "0"}
  - {slug: berkembang, name: {id: Berkembang, en: Developing}, above: "0.5989"}
  - {slug: maju, name: {id: Maju, en: Advanced}, above: "0.7072"}
items:
  IKS-34: {indicator: drinking-water, component: iks, label: Air, levels: {0: {id: a, en: a}, 5: {id: b, en: b}}}
  IKE-11: {indicator: road-passability, component: iks, label: Jalan, levels: {0: {id: a, en: a}, 5: {id: b, en: b}}}
  IKS-29: {indicator: phone-signal, component: iks, label: Sinyal, levels: {0: {id: a, en: a}, 5: {id: b, en: b}}}
sources: []
""",
}
_WORK = """
name: {{id: {id}, en: {en}}}
kind: {kind}
improves: {improves}
requires: {requires}
cost: {{low: {low}, high: {high}, per: village, year: 2024, basis: sourced}}
running-cost: {{share: 0.03}}
months: 3
lifetime-years: 10
executors: [{executors}]
{more}
sources: []
"""


def _work(name: str, en: str, low: int, high: int, **given: str) -> str:
    settings = {"kind": "basic-service", "improves": "{}", "requires": "[]", "executors": "village", "more": ""}
    return _WORK.format(id=name, en=en, low=low, high=high, **{**settings, **given})


WORKS = {
    "living/water-committee": _work(
        "Kelompok pengelola air", "Water committee", 4_000_000, 6_000_000, kind="capacity", more="package: water"
    ),
    "living/piped-water": _work(
        "Pipa air bersih",
        "Piped water",
        90_000_000,
        120_000_000,
        improves="{drinking-water: {reaches: 1.0, evidence: official}}",
        requires="[water-committee]",
        more="requires-any: [[spring, well]]\nenhanced-by: [water-training]",
    ),
    "living/spring": _work("Perlindungan mata air", "Protected spring", 20_000_000, 40_000_000),
    "living/well": _work("Sumur bor", "Borehole", 50_000_000, 70_000_000, more="excludes: [spring]"),
    "living/water-training": _work(
        "Pelatihan tukang pipa", "Plumber training", 8_000_000, 12_000_000, kind="capacity", more="package: water"
    ),
    "mobility/signal-tower": _work(
        "Menara BTS", "Signal tower", 1_500_000_000, 2_500_000_000, executors="national, district"
    ),
    "mobility/road-spot": _work("Titik jalan rawan", "Road spots", 60_000_000, 200_000_000, more="divisible: true"),
}
RULE = """
name: {id: Air minum tidak layak, en: Unsafe drinking water}
status: active
when:
  any:
    - {score: drinking-water, below: cut-off-living}
    - all: [{fact: piped-share, below: 0.5}, {not: {fact: coastal, is: true}}]
about: drinking-water
need: basic
calls: [piped-water]
reason: {id: "Air minum {drinking-water}.", en: "Drinking water {drinking-water}."}
sources: []
examples:
  - {name: low, given: {drinking-water: 0.2}, expect: finding}
  - {name: at the cut-off, given: {drinking-water: 0.8, piped-share: 0.5}, expect: none}
  - {name: not measured, given: {}, expect: undetermined}
"""
STATE = """
name: {id: Banyak keluarga, en: Many households}
status: active
when: {all: [{fact: households, above: 100}, {finding: unsafe-water}, {fact: bad-road, in: [1, 2]}]}
about: none
reason: {id: "Ada {households} keluarga.", en: "There are {households} households."}
sources: []
examples:
  - {name: assumed, given: {unsafe-water: true, bad-road: 1}, expect: assumed}
"""


def write_knowledge(folder: Path) -> Path:
    """Write the sample knowledge base and return its folder."""
    files = {f"catalog/{path}": content for path, content in CATALOG.items()}
    files["catalog/parameters.yaml"] = shipped_parameters()
    files["catalog/sources.yaml"] = SAMPLE_SOURCES
    files |= {f"catalog/interventions/{name}.yaml": content for name, content in WORKS.items()}
    files |= {"rules/living/unsafe-water.yaml": RULE, "rules/living/crowded.yaml": STATE}
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
    return folder


def knowledge(folder: Path) -> KnowledgeBase:
    """Return the sample knowledge base, written to and read from the folder."""
    return load_knowledge(write_knowledge(folder))


def _both(text: str) -> dict[str, str]:
    return {"id": text, "en": text}


def step(rank: int, name: str, total: int, **given: Any) -> dict[str, Any]:
    """Return a step of 2027, by the village unless another executor is given."""
    executor = given.get("executor", "village")
    source = "village-fund" if executor == "village" else "district-budget"
    return {
        "rank": rank,
        "intervention": name,
        "name": _both(f"Langkah {name}"),
        "dimension": "living",
        "kind": "basic-service",
        "executor": executor,
        "document": "rkpdes" if executor == "village" else "du-rkpdes",
        "budget_code": "2.04.12",
        "year": 2027,
        "start_month": 2,
        "months": 3,
        "cost": {
            "total": total,
            "low": total,
            "high": total,
            "by_source": {source: total},
            "by_year": {"2027": total},
        },
        "running_cost_per_year": 0,
        "running_paid_by": "village",
        "called_by": [],
        "requires": [],
        "conditional_on": [],
        "assumes": [],
        "improves": {},
        "value": 1000,
        **given,
    }


def plan(code: str = "99.01.02.2003", **given: Any) -> dict[str, Any]:
    """Return the plan of an invented village as plain data."""
    evidence = {"name": "drinking-water", "value": 1, "score": 0.2, "threshold": 0.79}
    line = {"index": 0.7312, "class": "maju"}
    return {
        "village": {
            "code": code,
            "code_scheme": "kemendagri",
            "name": "Sukamaju",
            "subdistrict": "Contoh",
            "district": "Kab. Rekaan",
            "province": "Provinsi Rekaan",
        },
        "data": {
            "framework": "idm",
            "year": 2024,
            "source": "idm-json",
            "sha256": "00",
            "problems": [
                {
                    "code": "copied-item",
                    "where": "2024.json",
                    "message": "the value was recovered",
                    "message_id": "nilai dipulihkan",
                }
            ],
        },
        "values": {"drinking-water": 1, "phone-signal": 3, "road-passability": 2},
        "previous": {"year": 2023, "values": {"drinking-water": 3, "phone-signal": 3, "road-passability": 2}},
        "facts": {"coastal": False},
        "assumptions": [
            {"fact": "households", "value": 600, "reason": _both("nilai lazim"), "affects": ["piped-water"]}
        ],
        "status": "planned",
        "scores": {
            "dimensions": {
                "people": {"score": None, "weak": None, "measured": 0, "of": 2},
                "mobility": {"score": 0.5, "weak": True, "measured": 2, "of": 2},
                "living": {"score": 0.9, "weak": False, "measured": 1, "of": 2},
            },
            "index": {
                "framework": "idm",
                "value": 0.7123,
                "published": 0.7123,
                "class": "maju",
                "components": {"iks": 0.7},
            },
        },
        "readiness": [
            {"code": "DC-01", "name": _both("Internet di kantor"), "answer": True},
            {"code": "DC-02", "name": _both("Kader digital"), "answer": False},
            {"code": "DC-03", "name": _both("Ruang komunitas"), "answer": None},
        ],
        "findings": [
            {
                "rule": "unsafe-water",
                "about": "drinking-water",
                "dimension": "living",
                "assumed": True,
                "doubtful": True,
                "text": _both("Air minum 1 dari 5."),
                "evidence": [evidence],
            }
        ],
        "undetermined": [{"rule": "crowded", "missing": ["bad-road"]}],
        "questions": [
            {"name": "drinking-water", "why": "doubtful", "affects": ["piped-water"]},
            {"name": "households", "why": "assumed", "affects": ["piped-water"]},
            {"name": "bad-road", "why": "unknown", "affects": ["road-spot"]},
        ],
        "steps": [
            step(1, "water-committee", 5_000_000, kind="capacity", requires=[]),
            step(
                2,
                "piped-water",
                105_000_000,
                start_month=5,
                running_cost_per_year=3_150_000,
                called_by=["unsafe-water"],
                requires=["signal-tower", "water-committee"],
                conditional_on=["signal-tower"],
                assumes=["households"],
                improves={"drinking-water": {"from": 1, "to": 5}},
            ),
            step(3, "water-training", 10_000_000, kind="capacity"),
            step(4, "signal-tower", 2_000_000_000, executor="district", year=2028),
        ],
        "deferred": [
            {
                "intervention": "road-spot",
                "name": _both("Titik jalan rawan"),
                "reason": "undetermined",
                "detail": {"missing": ["bad-road"], "cost": 130_000_000},
            }
        ],
        "met": ["spring"],
        "outlook": [{"year": 2027, "expected": line, "all_done": line, "trend": line, "dimensions": {}}],
        "objective": {"name": "smart", "value": 1, "bound": None, "gap": None, "method": "fast", "proven": False},
        "money": [
            {
                "source": "village-fund",
                "year": 2027,
                "budget": 330_000_000,
                "planned": 123_150_000,
                "left": 206_850_000,
                "running": 3_150_000,
                "reserve": 33_000_000,
            },
            {"source": "district-budget", "year": 2028, "budget": None, "planned": 2_000_000_000, "left": None},
        ],
        **given,
    }


def document(*plans: dict[str, Any], **options: Any) -> PlanDocument:
    """Return a document of the plans; without any, of the sample village."""
    usual = {"start_year": 2027, "years": 3, "budget": {"village-fund": 330_000_000}, "budget_given": False}
    return PlanDocument.model_validate(
        {
            "schema_version": 1,
            "engine": {"name": "recommender", "version": "0"},
            "knowledge": {"version": "1", "sha256": "00", "overlays": []},
            "options": {**usual, **options},
            "plans": list(plans) or [plan()],
        }
    )
