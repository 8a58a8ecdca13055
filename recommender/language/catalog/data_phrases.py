"""Pieces of the sentences in which problems of village data are told: why, what kind, which limit."""

MESSAGES = {
    # Why an answer or a piece of JSON is refused
    "json.web-page": {"id": "ini halaman web", "en": "it is a web page"},
    "json.more-text": {"id": "ada teks lain sesudah jawaban", "en": "more text follows the answer"},
    "json.breaks-off": {"id": "terputus sebelum selesai", "en": "it breaks off"},
    "json.half-character": {
        "id": "ada teks berisi setengah karakter",
        "en": "a text holds half a character (a lone surrogate)",
    },
    "json.too-deep": {"id": "bersarang terlalu dalam", "en": "it is nested too deeply"},
    "json.long-number": {"id": "ada angka dengan ribuan digit", "en": "a number has thousands of digits"},
    "json.no-number": {"id": "{value} bukan angka JSON", "en": "{value} is no number of JSON"},
    "json.key-twice": {"id": "kunci {key} ada dua kali", "en": "the key {key} stands twice in one object"},
    "answer.root": {"id": "akarnya bukan objek", "en": "its root is no object"},
    "answer.absent": {
        "id": "'{key}' tidak ada atau salah jenis",
        "en": "'{key}' is missing or of the wrong kind",
    },
    # What a workbook has too much of
    "too-large.bytes": {"id": "lebih dari {limit} bita", "en": "more than {limit} bytes"},
    "too-large.bytes-unpacked": {
        "id": "bagian di atas {limit} bita setelah dibuka",
        "en": "parts beyond {limit} bytes unpacked",
    },
    "too-large.members": {"id": "lebih dari {limit} bagian", "en": "more than {limit} parts"},
    "too-large.sheets": {"id": "lebih dari {limit} lembar", "en": "more than {limit} sheets"},
    "too-large.strings": {"id": "lebih dari {limit} teks", "en": "more than {limit} texts"},
    "too-large.characters": {"id": "sel lebih dari {limit} karakter", "en": "a cell of more than {limit} characters"},
    "too-large.rows": {"id": "baris di atas {limit}", "en": "rows beyond {limit}"},
    "too-large.columns": {"id": "kolom di atas {limit}", "en": "columns beyond {limit}"},
    "too-large.cells": {"id": "lembar lebih dari {limit} sel", "en": "a sheet of more than {limit} cells"},
    # Cells
    "hidden.by-hand": {"id": "sengaja", "en": "by hand"},
    "hidden.by-filter": {"id": "oleh saringan atau sengaja", "en": "by a filter or by hand"},
    "fact.yes-no": {"id": "ya atau tidak", "en": "yes or no"},
    "fact.word": {"id": "kata yang dikenal", "en": "known word"},
    "fact.number": {"id": "angka", "en": "number"},
    "fact.whole-number": {"id": "bilangan bulat", "en": "whole number"},
    "cure.yes-no": {"id": "Tulis ya atau tidak.", "en": "Write ya or tidak."},
    "cure.word": {"id": "Tulis salah satu dari {words}.{near}", "en": "Write one of {words}.{near}"},
    "cure.number": {"id": "Tulis angka saja.", "en": "Write digits only."},
    "answer.word": {"id": "salah satu dari {words}", "en": "one of {words}"},
    "answer.share": {"id": "bagian dari 0 sampai 1", "en": "a share from 0 to 1"},
    "answer.whole-number": {"id": "bilangan bulat dari 0 ke atas", "en": "a whole number of 0 or more"},
    "answer.number": {"id": "angka dengan paling banyak tiga desimal", "en": "a number of at most three decimals"},
    "range.from-0": {"id": "dari 0 ke atas", "en": "from 0 upwards"},
    "range.share": {"id": "0 sampai 100 persen", "en": "from 0 to 100 per cent"},
    "range.below": {"id": "di bawah {limit}", "en": "below {limit}"},
    # What of a year's starts is counted
    "starts.physical": {"id": "pekerjaan fisik desa", "en": "physical works of the village"},
    "starts.lines": {"id": "kegiatan nonfisik desa", "en": "other lines of the village budget"},
    "starts.proposals": {"id": "usulan bangunan kepada {addressee}", "en": "building proposals to {addressee}"},
    "starts.rounds": {"id": "putaran {name}", "en": "rounds of {name}"},
    # Files, and the same village in several
    "kind.zip": {"id": "berkas zip", "en": "a zip file"},
    "elsewhere": {"id": "bacaan lain di tempat yang sama", "en": "another reading of the same place"},
    "kept.service": {"id": "Yang dari layanan indeks dipakai.", "en": "That of the index service is used."},
    "kept.none": {
        "id": "Tidak ada yang dipakai; sisakan yang benar.",
        "en": "None is used; keep the right one.",
    },
}
