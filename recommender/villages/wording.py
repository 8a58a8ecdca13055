"""Every problem that village data can have: its stable code, how grave it is, and its sentence in both languages.

`problem(where, code, …)` fills the sentence. `error`: something was refused or counts as missing; `warning`: it was
mended, assumed or only named. Other programs may rely on the codes (docs/data-formats.md).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, NamedTuple

from recommender.language.errors import Problem, did_you_mean
from recommender.villages.wording_files import FILES

_SHOWN = 8  # names in one message; the rest is counted
# code: (severity, English, Indonesian)
WORDING: dict[str, tuple[str, str, str]] = {
    **FILES,
    # answers of an index service
    "bad-json": (
        "error",
        "is no valid JSON: {reason}. Fetch the answer again.",
        "bukan JSON yang sah: {reason}. Ambil ulang jawabannya.",
    ),
    "service-error": (
        "error",
        "is an error of the index service, not an answer: '{reason}'. Check village code and year and fetch it again.",
        "adalah pesan galat layanan indeks, bukan jawaban: '{reason}'. Periksa kode desa dan tahun, lalu ambil ulang.",
    ),
    "wrong-shape": (
        "error",
        "is no answer of the index service: {reason}. Fetch it again, or give another file.",
        "bukan jawaban layanan indeks: {reason}. Ambil ulang, atau berikan berkas lain.",
    ),
    "bad-row": (
        "error",
        "the row has no indicator name, so it cannot be read; fetch the answer again.",
        "baris ini tidak punya nama indikator sehingga tidak terbaca; ambil ulang jawabannya.",
    ),
    "no-known-rows": (
        "error",
        "no row names a known indicator, so there is nothing to plan from; give an answer of a known index ({known}).",
        "tidak ada baris dengan indikator yang dikenal, jadi rencana tak berdasar; berikan jawaban indeks ({known}).",
    ),
    "unknown-rows": (
        "warning",
        "no known indicators, so not read: {names}.{hint}",
        "bukan indikator yang dikenal, jadi tidak dibaca: {names}.{hint}",
    ),
    "conflicting-rows": (
        "error",
        "'{name}' stands in two rows with different values ({values}); it counts as unknown. Fetch the answer again.",
        "'{name}' ada di dua baris dengan nilai berbeda ({values}); dianggap tidak diketahui. Ambil ulang jawabannya.",
    ),
    "missing-rows": (
        "error",
        "{count} of {total} indicators have no value here: {names}. They count as unknown; fetch the answer again.",
        "{count} dari {total} indikator tidak bernilai di sini: {names}. Dianggap tak diketahui; ambil ulang.",
    ),
    "missing-total": (
        "warning",
        "the row '{name}' is missing, so this part of the index cannot be checked.",
        "baris '{name}' tidak ada, jadi bagian indeks ini tidak dapat diperiksa.",
    ),
    "bad-total": (
        "warning",
        "the published '{name}' is {value}, no number from 0 to {highest}; the index cannot be checked against it.",
        "'{name}' yang diterbitkan adalah {value}, bukan angka 0 sampai {highest}; indeks tak dapat diperiksa.",
    ),
    "impossible-total": (
        "warning",
        "the published '{name}' is {value}; this index is {lowest} at least. Perhaps a status code; not used.",
        "'{name}' terbit {value}; indeks ini paling rendah {lowest}. Mungkin kode status; tidak dipakai.",
    ),
    "unknown-class": (
        "warning",
        "the published class {value} is none of {known}; it is not used.{hint}",
        "kelas terbitan {value} bukan salah satu dari {known}; tidak dipakai.{hint}",
    ),
    "text-numbers": (
        "warning",
        "scores stand as text ('5' instead of 5); they were read as numbers.",
        "skor tertulis sebagai teks ('5', bukan 5); dibaca sebagai angka.",
    ),
    # years
    "assumed-year": (
        "warning",
        "names no year; taken as {year}, the newest of {framework}. Say otherwise with a column 'tahun' or --year.",
        "tidak menyebut tahun; dianggap {year}, tahun terbaru {framework}. Ubah dengan kolom 'tahun' atau --year.",
    ),
    "bad-year": (
        "error",
        "{value} is no year from {first} to 2100 and is not used; write it with four digits.",
        "{value} bukan tahun {first} sampai 2100 dan tidak dipakai; tulis dengan empat angka.",
    ),
    "year-conflict": (
        "warning",
        "is of {year} by its summary, but its rows say {others}; {year} is used. Check which is right.",
        "bertahun {year} menurut ringkasannya, tetapi barisnya {others}; dipakai {year}. Periksa mana yang benar.",
    ),
    "year-after-framework": (
        "warning",
        "{year} is after {last}, the last year of {framework}; the values are read by its ladders all the same.",
        "{year} sesudah {last}, tahun terakhir {framework}; nilainya tetap dibaca menurut jenjangnya.",
    ),
    # village codes
    "no-code": (
        "error",
        "has no village code, so nobody knows whose values these are; add it.",
        "tidak punya kode desa, jadi tidak jelas nilai ini milik desa mana; tambahkan.",
    ),
    "bad-code": (
        "error",
        "{value} is no village code: that has ten digits, such as 64.01.01.2010 or 6401012010. Correct it.",
        "{value} bukan kode desa: kode desa sepuluh angka, misalnya 64.01.01.2010 atau 6401012010. Perbaiki.",
    ),
    "lost-digit": (
        "error",
        "{value} has nine digits, a village code ten: a leading zero was lost. Format the column as text and "
        "enter the code in full.",
        "{value} hanya sembilan angka, kode desa sepuluh: nol di depan hilang. Format kolom sebagai teks dan "
        "tulis kode lengkap.",
    ),
    "code-as-number": (
        "error",
        "{value} is a code that a spreadsheet turned into a number and rounded; format the column as text and "
        "enter the code in full.",
        "{value} adalah kode yang diubah lembar kerja menjadi angka dan dibulatkan; format kolom sebagai teks dan "
        "tulis kode lengkap.",
    ),
    "mended-codes": (
        "warning",
        "{count} codes such as {value} were turned into numbers by a spreadsheet; read without the '.0'. "
        "Format the column as text.",
        "{count} kode seperti {value} diubah lembar kerja menjadi angka; dibaca tanpa '.0'. Format kolom sebagai teks.",
    ),
    "unknown-scheme": (
        "warning",
        "{count} codes without dots (such as {value}) can be BPS or Kemendagri codes of different villages; kept as "
        "'unknown'. Say which with --code-scheme, or write 64.01.01.2010.",
        "{count} kode tanpa titik (misalnya {value}) bisa kode BPS atau Kemendagri dari desa yang berbeda; disimpan "
        "sebagai 'unknown'. Sebutkan dengan --code-scheme, atau tulis 64.01.01.2010.",
    ),
    "same-digits": (
        "warning",
        "{count} codes (such as {value}) also stand in other input under another scheme and were kept apart; if "
        "they are the same villages, say so with --code-scheme.",
        "{count} kode (misalnya {value}) juga ada di masukan lain dengan jenis kode berbeda dan tidak digabung; bila "
        "desanya sama, sebutkan dengan --code-scheme.",
    ),
    # tables
    "no-rows": (
        "error",
        "has a header but no rows; add the villages.",
        "hanya berisi judul kolom tanpa baris; tambahkan desanya.",
    ),
    "no-code-column": (
        "error",
        "no column holds the village code; name it 'kode_desa'.{hint}",
        "tidak ada kolom kode desa; beri nama 'kode_desa'.{hint}",
    ),
    "no-known-columns": (
        "error",
        "no column is an indicator or a fact that is known, so there is nothing to plan from; head the columns with "
        "official names or codes ({example}).{hint}",
        "tidak ada kolom indikator atau fakta yang dikenal, jadi tidak ada dasar rencana; beri judul kolom dengan "
        "nama atau kode resmi ({example}).{hint}",
    ),
    "unknown-columns": (
        "warning",
        "columns not known and not read: {names}.{hint}",
        "kolom tidak dikenal dan tidak dibaca: {names}.{hint}",
    ),
    "duplicate-column": (
        "error",
        "{names} are the same column; none of them is read. Keep one.",
        "{names} adalah kolom yang sama; semuanya tidak dibaca. Sisakan satu.",
    ),
    "ambiguous-column": (
        "error",
        "'{name}' can be {targets}; it is not read. Head the column with one of these names.",
        "'{name}' bisa berarti {targets}; tidak dibaca. Beri judul kolom salah satu nama itu.",
    ),
    "ambiguous-framework": (
        "error",
        "the columns fit {names} alike, so no indicator is read; add a column 'tahun' or use official codes.",
        "kolomnya sama cocok untuk {names}, jadi indikator tidak dibaca; tambah kolom 'tahun' atau pakai kode resmi.",
    ),
    "mixed-frameworks": (
        "error",
        "{names} belong to another index than {framework}, as which the table is read; give each index a file.",
        "{names} milik indeks lain, sedangkan tabel dibaca sebagai {framework}; pisahkan berkas tiap indeks.",
    ),
    "column-mismatch": (
        "error",
        "'{name}' has the code of '{first}' and the name of '{second}'; it is not read. Correct the header.",
        "'{name}' berkode '{first}' tetapi bernama '{second}'; tidak dibaca. Perbaiki judul kolomnya.",
    ),
    "bad-quotes": (
        "error",
        "a quotation mark is never closed, so its cells cannot be told apart; the row is not read. Close it.",
        "tanda kutip tidak ditutup sehingga selnya tidak dapat dipisahkan; baris ini tidak dibaca. Tutup kutipnya.",
    ),
    "stray-quotes": (
        "warning",
        "quotation marks stand inside cells of {count} rows; read as they stand, so check the names.",
        "ada tanda kutip di dalam sel pada {count} baris; dibaca apa adanya, jadi periksa namanya.",
    ),
    "long-row": (
        "error",
        "has {found} cells under {expected} columns, so values may have moved; the row is not read. Quote cells "
        "that hold the separator.",
        "berisi {found} sel untuk {expected} kolom, jadi nilai mungkin bergeser; baris ini tidak dibaca. Beri tanda "
        "kutip pada sel yang memuat pemisah.",
    ),
    "short-row": (
        "error",
        "breaks off after {found} of {expected} cells; the rest counts as unknown. Complete it.",
        "terputus setelah {found} dari {expected} sel; sisanya dianggap tidak diketahui. Lengkapi.",
    ),
    "no-values": (
        "error",
        "no known column has a value here, so there is nothing to plan from; fill it or delete the row.",
        "tidak ada kolom dikenal yang terisi, jadi tidak ada dasar rencana; isi atau hapus barisnya.",
    ),
    # values
    "bad-value": (
        "error",
        "{value} is no whole number from {lowest} to {highest} for '{name}'; it counts as unknown. Correct it.",
        "{value} bukan bilangan bulat {lowest} sampai {highest} untuk '{name}'; dianggap tidak diketahui. Perbaiki.",
    ),
    "out-of-scale": (
        "error",
        "{value} is off the scale {lowest} to {highest} of '{name}'; it counts as unknown. Correct it.",
        "{value} di luar skala {lowest} sampai {highest} untuk '{name}'; dianggap tidak diketahui. Perbaiki.",
    ),
    "off-ladder": (
        "error",
        "'{name}' is never {value}, only {levels}; it counts as unknown. Correct it.",
        "'{name}' tidak pernah bernilai {value}, hanya {levels}; dianggap tidak diketahui. Perbaiki.",
    ),
    "bad-fact": (
        "error",
        "{value} is no {kind} for '{name}'; it counts as unknown. {cure}",
        "{value} bukan {kind} untuk '{name}'; dianggap tidak diketahui. {cure}",
    ),
    "fact-out-of-range": (
        "error",
        "{value} cannot be '{name}', which lies {range}; it counts as unknown. Correct it.",
        "{value} tidak mungkin untuk '{name}', yang berkisar {range}; dianggap tidak diketahui. Perbaiki.",
    ),
    "ambiguous-number": (
        "error",
        "{value} can be {first} or {second} for '{name}'; it counts as unknown. Write it without the "
        "separator, or with another number of decimals.",
        "{value} bisa berarti {first} atau {second} untuk '{name}'; dianggap tidak diketahui. Tulis tanpa "
        "pemisah, atau dengan jumlah desimal lain.",
    ),
    # the same village more than once
    "conflicting-values": (
        "error",
        "{village} {year} has other values in {others}: {names}. They count as unknown; keep the right ones.",
        "{village} {year} bernilai lain di {others}: {names}. Dianggap tidak diketahui; sisakan yang benar.",
    ),
    "conflicting-facts": (
        "error",
        "{village} has other facts in {others}: {names}. They count as unknown; keep the right ones.",
        "{village} punya fakta lain di {others}: {names}. Dianggap tidak diketahui; sisakan yang benar.",
    ),
    "conflicting-index": (
        "warning",
        "{village} {year} has another published index in {others}: {names}. {kept}",
        "{village} {year} punya indeks terbitan lain di {others}: {names}. {kept}",
    ),
    "name-differs": (
        "warning",
        "{village} is '{first}' here and '{second}' in {others}; check that both codes mean the same village.",
        "{village} bernama '{first}' di sini dan '{second}' di {others}; periksa apakah kodenya milik desa yang sama.",
    ),
}


class Both(NamedTuple):
    """A piece of a sentence in English and Indonesian."""

    en: str
    id: str


def problem(where: str, code: str, **details: Any) -> Problem:
    """Return the problem of this code with its sentences filled; lists are quoted, `Both` goes to its own language.

    >>> print(problem("a.csv:row 3", "out-of-scale", value="7", lowest=0, highest=5, name="Sinyal telepon"))
    a.csv:row 3: out-of-scale: 7 is off the scale 0 to 5 of 'Sinyal telepon'; it counts as unknown. Correct it.
    """
    severity, english, indonesian = WORDING[code]
    texts = [
        wording.format(**{key: _said(value, lang) for key, value in details.items()})
        for wording, lang in ((english, "en"), (indonesian, "id"))
    ]
    return Problem(where, code, texts[0], severity, texts[1])


def _said(value: Any, lang: str) -> Any:
    if isinstance(value, Both):
        return value.en if lang == "en" else value.id
    return listed(value, lang) if isinstance(value, list | tuple) else value


def listed(names: Sequence[str], lang: str = "en") -> str:
    """Return the names in quotes, the first few and how many more there are.

    >>> listed(["a", "b"])
    "'a', 'b'"
    """
    first = ", ".join(f"'{short(name)}'" for name in names[:_SHOWN])
    more = len(names) - _SHOWN
    if more <= 0:
        return first
    return f"{first} and {more} more" if lang == "en" else f"{first} dan {more} lagi"


def short(name: str) -> str:
    """Return a name cut to what a message can carry."""
    return name if len(name) <= 60 else name[:59] + "…"


def hint(words: Sequence[str], known: Collection[str]) -> Both:
    """Return ` Did you mean 'x'?` for the first few words that resemble a known name; empty when none does."""
    found = dict.fromkeys(did_you_mean(word, known) for word in words[:_SHOWN])
    english = "".join(found)
    return Both(english, english.replace("Did you mean", "Maksudnya"))


def shown(value: Any) -> str:
    """Return a value as a message prints it: short, on one line, quoted if it is text.

    >>> shown("lima"), shown(True), shown(7), shown("x" * 99)
    ("'lima'", 'true', '7', "'xxxxxxxxxxxxxxxxxxxxxxxxxxxxx…'")
    """
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "null"}[value]
    if isinstance(value, dict | list):
        return "{…}" if isinstance(value, dict) else "[…]"
    try:
        text = str(value)
    except ValueError:  # an integer of thousands of digits
        return "a number of thousands of digits"
    text = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    text = text if len(text) <= 30 else text[:29] + "…"
    return f"'{text}'" if isinstance(value, str) else text
