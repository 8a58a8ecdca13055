"""Invented village data for the readers' tests, in codes that no region uses."""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import Any

from recommender.knowledge.loader import read_knowledge
from recommender.knowledge.places import knowledge_folder
from recommender.model.facts import Fact
from recommender.model.knowledge import KnowledgeBase

CODE = "9999012001"
DOTTED = "99.99.01.2001"
SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
_TEXT = {"id": "Fakta", "en": "Fact"}
WORDS = {"none": "tanpa sinyal", "voice-only": "hanya suara"}  # in Indonesian


def fact(name: str, kind: str, words: tuple[str, ...] = ()) -> Fact:
    shown = {"id": f"Nama {name}", "en": f"Name of {name}"}
    named = {word: {"id": WORDS.get(word, word), "en": word.replace("-", " ")} for word in words}
    return Fact.model_validate({"name": shown, "question": _TEXT, "type": kind, "words": named})


FACTS = {
    "coastal": fact("coastal", "yes-no"),
    "households": fact("households", "count"),
    "piped-share": fact("piped-share", "share"),
    "road-length": fact("road-length", "km"),
    "signal-kind": fact("signal-kind", "word", ("none", "voice-only", "4g")),
    "altitude": fact("altitude", "number"),
}


@functools.cache
def knowledge() -> KnowledgeBase:
    """Return the shipped knowledge with a few facts of its own, so that a change of the catalog moves no test."""
    base = read_knowledge(knowledge_folder()).base
    assert base is not None
    return base.model_copy(update={"facts": FACTS})


def legal_values(level: int = -1) -> dict[str, int]:
    """Return a value for each item by official code: the level at this place of its ladder (-1: the best)."""
    items = knowledge().frameworks["idm"].items
    return {code: item.values[max(-len(item.values), min(level, len(item.values) - 1))] for code, item in items.items()}


def answer(code: str = CODE, year: int = 2024, values: dict[str, int] | None = None) -> dict[str, Any]:
    """Return an answer as the index service gives it: 50 items, four totals and the class among them."""
    framework = knowledge().frameworks["idm"]
    values = legal_values() if values is None else values
    rows: list[dict[str, Any]] = []
    sums = []
    for name, component in framework.components.items():
        items = [(c, item) for c, item in framework.items.items() if item.component == name]
        for number, (item_code, item) in enumerate(items, 1):
            rows.append({"NO": number, "INDIKATOR": item.aliases[0], "SKOR": values[item_code], "KEGIATAN": "-"})
        total = sum(values[item_code] for item_code, _ in items) / component.divisor
        sums.append(total)
        rows.append({"NO": None, "INDIKATOR": f"{component.label} {year}", "SKOR": total})
    index = sum(sums) / 3
    bounds = [(entry.bound, entry.name.id) for entry in framework.classes]
    status = [name for bound, name in bounds if index > bound][-1]
    rows.append({"NO": None, "INDIKATOR": f"IDM {year}", "SKOR": index})
    rows.append({"NO": None, "INDIKATOR": f"STATUS IDM {year}", "SKOR": status})
    who = {"id_desa": code, "nama_desa": "RANTAU CONTOH", "nama_kecamatan": "HULU", "nama_kab_kota": "REKAAN"}
    summary = {"SKOR_SAAT_INI": index, "STATUS": status.upper(), "TAHUN": year}
    data = {"SUMMARIES": summary, "ROW": rows, "IDENTITAS": [{**who, "nama_provinsi": "ANGAN"}]}
    return {"status": 200, "error": False, "mapData": data}


def write_answer(path: Path, **options: Any) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(answer(**options)), encoding="utf-8")
    return path
