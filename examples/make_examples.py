"""Writes the thirty invented villages of examples/districts/: three districts, five classes, no real place.

In: the usual villages below and stories.py. Out: one district as answers of the index service (JSON) with a table of
facts, two as CSV. Run `python examples/make_examples.py`; the same bytes come out each time, and a village whose story
no longer gives the class that it claims stops the run. Province 99 is no province, so no code here can meet a real one.
"""

from __future__ import annotations

import csv
import io
import json
import random
from collections.abc import Iterator, Mapping
from fractions import Fraction
from pathlib import Path

from stories import DISTRICTS, HULU_KELAM, LINGKAR_NUSA, PROVINCE, SUBDISTRICTS, TELUK_KERAMA, Village

HERE = Path(__file__).parent

# Official name as the index service prints it, our indicator, levels that exist. 35 IKS, 12 IKE, 3 IKL.
ITEMS = [
    tuple(line.split("|"))
    for line in """
Skor Akses Sarkes|health-facility-access|12345
Skor Dokter|doctor|05
Skor Bidan |midwife|15
Skor Nakes Lain|other-health-workers|02345
Skor Tingkat Kepesertaan BPJS|health-insurance|12345
Skor Akses Poskesdes|health-post-access|12345
Skor Aktivitas Posyandu|posyandu-activity|12345
Skor Akses SD/MI|primary-school-access|12345
Skor Akses SMP/MTS|lower-secondary-access|12345
Skor Akses SMA/SMK|upper-secondary-access|12345
Skor Ketersediaan PAUD|early-childhood-education|15
Skor Ketersediaan PKBM/ Paket ABC|equivalency-education|15
Skor Ketersediaan Kursus|skills-courses|15
Skor Ketersediaan Taman Baca/ Perpus Desa|village-reading-room|15
Skor Kebiasaan Goryong|mutual-help-habit|15
Skor Frekuensi Goryong|mutual-help-frequency|035
Skor Ketersediaan Ruang Publik|public-space|15
Skor Kelompok OR|sports-groups|012345
Skor Kegiatan OR|sports-activities|012345
Skor Keragaman Agama|religious-diversity|15
Skor Keragaman Bahasa|language-diversity|15
Skor Keragaman Komunikasi|ethnic-diversity|15
Skor Poskamling|security-post-presence|15
Skor Siskamling|night-watch|15
Skor Konflik|conflict-free|15
Skor PMKS|social-welfare-problems|2345
Skor SLB|special-needs-schooling|12345
Skor Akses Listrik|household-electricity|12345
Skor Sinyal Tlp|phone-signal|035
Skor Internet Kantor Desa|village-office-internet|15
Skor Akses Internet Warga|residents-internet|15
Skor Akses Jamban|toilet-access|0345
Skor Sampah|waste-disposal|0145
Skor Air Minum|drinking-water|12345
Skor Air Mandi & Cuci|washing-water|12345
Skor Keragaman Produksi|product-diversity|135
Skor Pertokoan|shop-cluster-access|12345
Skor Pasar|permanent-market|135
Skor Toko/ Warung Kelontong|grocery-shops|12345
Skor Kedai & Penginapan|eateries-lodging|035
Skor POS & Logistik|post-logistics|035
Skor Bank & BPR|banks|035
Skor Kredit|credit-facilities|12345
Skor Lembaga Ekonomi|economic-institutions|135
Skor Moda Transportasi Umum|public-transport|135
Skor Keterbukaan Wilayah|road-passability|135
Skor Kualitas Jalan|road-surface|1345
Skor Kualitas Lingkungan|pollution-free|02345
Skor Rawan Bencana|hazard-free|0345
Skor Tanggap Bencana|disaster-facilities|0345
""".strip("\n").split("\n")
]
INDICATORS = [name for _, name, _ in ITEMS]
LEVELS = {name: [int(digit) for digit in levels] for _, name, levels in ITEMS}
PARTS = {"IKS": (0, 35), "IKE": (35, 47), "IKL": (47, 50)}
CLASSES = ["sangat-tertinggal", "tertinggal", "berkembang", "maju", "mandiri"]
BOUNDS = [Fraction(bound) for bound in ("0.4907", "0.5989", "0.7072", "0.8155")]

# What a village of the class usually looks like, in the order of ITEMS; a story changes some of it.
USUAL = {
    "mandiri": "5554455 5555555 5554455555553 55555455 553535345555 544",
    "maju": "5053355 5555115 5552315555553 55555455 551533033355 543",
    "berkembang": "5052355 5555115 5512215555553 53555444 551530023154 540",
    "tertinggal": "5052255 5515111 5511215555553 33115444 111500013134 540",
    "sangat-tertinggal": "3050213 5111111 5310111111553 10110122 111200011111 430",
}
# Items in which neighbours differ for no reason that a story tells.
LOOSE = ["other-health-workers", "health-insurance", "sports-groups", "sports-activities", "credit-facilities"]
LOOSE += ["religious-diversity", "language-diversity", "ethnic-diversity"]
# Items that did not move from year to year: distances, residents, hazards.
FIXED = [name for name in INDICATORS if name.endswith(("-diversity", "secondary-access", "school-access", "-free"))]


def words(text: str) -> dict[str, str]:
    """Return `name=value` words as a mapping."""
    return dict(word.split("=", 1) for word in text.split())


def values_of(village: Village) -> dict[int, dict[str, int]]:
    """Return year -> indicator -> value, oldest year first; 2024 is the story, an earlier year lies a little below."""
    rng = random.Random(village.code)
    digits = USUAL[village.usual].replace(" ", "")
    values = {name: int(digit) for name, digit in zip(INDICATORS, digits, strict=True)}
    for name in LOOSE:
        levels = LEVELS[name]
        step = int(rng.random() * 3) - 1
        values[name] = levels[min(max(levels.index(values[name]) + step, 0), len(levels) - 1)]
    values |= {name: int(value) for name, value in words(village.changes).items()}
    years = {2024: values}
    for year in sorted(village.past, reverse=True):
        values = dict(values)
        told = {*FIXED, *words(village.changes), *words(village.past[year])}
        higher = [name for name in INDICATORS if values[name] > LEVELS[name][0] and name not in told]
        for _ in range(3):
            name = higher.pop(int(rng.random() * len(higher)))
            values[name] = LEVELS[name][LEVELS[name].index(values[name]) - 1]
        values["special-needs-schooling"] = 3 if year >= 2023 else 5  # the publisher changed its rule in 2023
        values |= {name: int(value) for name, value in words(village.past[year]).items()}
        years[year] = values
    for values in years.values():
        for name, value in values.items():
            if value not in LEVELS[name]:
                raise ValueError(f"{village.code} {village.name}: {name} has no level {value}")
    if class_of(index_of(years[2024])[-1]) != village.usual:
        raise ValueError(
            f"{village.code} {village.name}: {float(index_of(years[2024])[-1]):.4f} is not {village.usual}"
        )
    return dict(sorted(years.items()))


def index_of(values: Mapping[str, int]) -> list[Fraction]:
    """Return IKS, IKE, IKL and their mean."""
    scores = [values[name] for name in INDICATORS]
    parts = [Fraction(sum(scores[low:high]), 5 * (high - low)) for low, high in PARTS.values()]
    return [*parts, sum(parts, Fraction(0)) / 3]


def class_of(index: Fraction) -> str:
    """Return the class: above how many bounds the index lies."""
    return CLASSES[sum(index > bound for bound in BOUNDS)]


def number(value: Fraction) -> float | int:
    """Return the value as the service prints it: fourteen decimals, whole numbers without a point."""
    return value.numerator if value.denominator == 1 else round(float(value), 14)


def row(no: int | None, name: str, score: object, cell: int, gain: str | None = None) -> dict[str, object]:
    """Return one line of the service's table; texts are left out, executors too, for they are not ours to invent."""
    text: object = None if no is None else "-"
    if name == "Skor Frekuensi Goryong" and score == 0:
        text = False  # as the service does
    nobody = dict.fromkeys(["PUSAT", "PROV", "KAB", "DESA", "CSR", "LAINNYA"])
    start = {"NO": no, "INDIKATOR": name, "SKOR": score, "KETERANGAN": text, "KEGIATAN": text, "NILAI": gain}
    return {**start, **nobody, "ROW_CELL": cell}


def answer(village: Village, year: int, values: Mapping[str, int]) -> str:
    """Return the answer of the index service, with its fault of 2024: office internet printed as the residents'."""
    printed = dict(values)
    if year == 2024:
        printed["village-office-internet"] = values["residents-internet"]
    totals = index_of(values)  # the totals keep the true value
    rows: list[dict[str, object]] = []
    for (part, (low, high)), total in zip(PARTS.items(), totals[:3], strict=True):
        for no, (official, name, _) in enumerate(ITEMS[low:high], start=1):
            gain = (5 - printed[name]) / (15 * (high - low))
            rows.append(row(no, official, printed[name], 10 + len(rows), f"{gain:.8f}" if gain else "0"))
        rows.append(row(None, f"{part} {year}", number(total), 10 + len(rows)))
    rank = CLASSES.index(class_of(totals[3]))
    names = [slug.replace("-", " ").upper() for slug in CLASSES]
    lowest = ["0.4908", "0.5990", "0.7073", "0.8156", "0.8156"][rank]
    rows.append(row(None, f"IDM {year}", number(totals[3]), 63))
    rows.append(row(None, f"STATUS IDM {year}", names[rank].title(), 64))
    summary = {
        "SKOR_SAAT_INI": number(totals[3]),
        "STATUS": names[rank],
        "TARGET_STATUS": names[min(rank + 1, 4)],
        "SKOR_MINIMAL": lowest,
        "PENAMBAHAN": float(lowest) - number(totals[3]),
        "TAHUN": year,
    }
    code = village.code.replace(".", "")
    identity = {
        "nama_provinsi": PROVINCE,
        "id_prov": code[:2],
        "id_kabupaten": code[:4],
        "nama_kab_kota": DISTRICTS[village.code[:5]],
        "id_kecamatan": code[:6],
        "nama_kecamatan": SUBDISTRICTS[village.code[:8]],
        "id_desa": code,
        "nama_desa": village.name.upper(),
    }
    data = {"SUMMARIES": summary, "ROW": rows, "IDENTITAS": [identity]}
    whole = {"status": 200, "error": False, "mapData": data}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")) + "\n"


def place(village: Village) -> list[str]:
    """Return code, village, subdistrict, district and province as table cells."""
    names = [SUBDISTRICTS[village.code[:8]], DISTRICTS[village.code[:5]], PROVINCE]
    return [village.code, village.name, *(name.title().replace("(Rekaan)", "(rekaan)") for name in names)]


def table(head: list[str], lines: Iterator[list[str]], delimiter: str = ",") -> str:
    """Return a CSV table."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    writer.writerow(head)
    writer.writerows(lines)
    return out.getvalue()


def cells(village: Village) -> Iterator[list[str]]:
    """Yield for each year the year and the fifty values; what the story calls unanswered stays empty."""
    unanswered = village.unanswered.split()
    for year, values in values_of(village).items():
        yield [str(year), *("" if name in unanswered else str(values[name]) for name in INDICATORS)]


def build() -> dict[str, str]:
    """Return every example file: path below examples/ -> text."""
    files = {}
    for village in TELUK_KERAMA:
        for year, values in values_of(village).items():
            files[f"districts/teluk-kerama/{village.code.replace('.', '')}/{year}.json"] = answer(village, year, values)
    asked = list(words(TELUK_KERAMA[0].facts))
    lines = ([*place(v)[:2], *(words(v.facts).get(name, "") for name in asked)] for v in TELUK_KERAMA)
    files["districts/teluk-kerama/facts.csv"] = table(["code", "name", *asked], lines)
    head = ["KODE_DESA", "NAMA_DESA", "NAMA_KECAMATAN", "NAMA_KABUPATEN", "NAMA_PROVINSI", "TAHUN"]
    lines = ([*place(v), *line] for v in HULU_KELAM for line in cells(v))
    files["districts/hulu-kelam/villages.csv"] = table([*head, *(official for official, _, _ in ITEMS)], lines, ";")
    asked = list(words(LINGKAR_NUSA[0].facts))
    head = ["code", "name", "subdistrict", "district", "province", "year", *INDICATORS, *asked]
    lines = (
        [*place(v), *line, *(words(v.facts).get(name, "") for name in asked)] for v in LINGKAR_NUSA for line in cells(v)
    )
    files["districts/lingkar-nusa/villages.csv"] = table(head, lines)
    return files


def main() -> None:
    """Write every file."""
    for path, text in build().items():
        target = HERE / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode())


if __name__ == "__main__":
    main()
