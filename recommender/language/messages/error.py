"""Wording of what went wrong at the command line: what, why, how to mend."""

from __future__ import annotations

ERRORS: dict[str, tuple[str, str]] = {
    "did-you-mean": (" Maksud Anda '{near}'?", " Did you mean '{near}'?"),
    "no-such-command": (
        "tidak ada perintah '{name}'.{near} Daftar perintah: recommender --help.",
        "there is no command '{name}'.{near} All commands: recommender --help.",
    ),
    "no-such-option": (
        "tidak ada pilihan '{name}'.{near} Daftar pilihan: {command} --help.",
        "there is no option '{name}'.{near} All options: {command} --help.",
    ),
    "needs-value": (
        "pilihan {name} memerlukan nilai; tuliskan sesudahnya.",
        "the option {name} needs a value; write it behind it.",
    ),
    "takes-no-value": ("pilihan {name} tidak menerima nilai.", "the option {name} takes no value."),
    "missing-argument": ("{name} belum diberikan. Lihat {command} --help.", "{name} is missing. See {command} --help."),
    "extra-argument": (
        "'{name}' berlebih di sini. Lihat {command} --help.",
        "'{name}' is one too many here. See {command} --help.",
    ),
    "bad-choice": (
        "{name}: '{value}' tidak dikenal.{near} Pilih dari: {known}.",
        "{name}: '{value}' is not known.{near} Choose from: {known}.",
    ),
    "bad-number": (
        "{name}: '{value}' bukan bilangan bulat; tuliskan angka saja.",
        "{name}: '{value}' is no whole number; write digits only.",
    ),
    "bad-usage": ("{message}", "{message}"),
    "not-whole": (
        "rupiah adalah bilangan bulat; hilangkan desimalnya: '{value}'.",
        "rupiah are whole; leave the decimals out: '{value}'.",
    ),
    "bare-m": (
        "'{value}': 'M' berarti miliar bagi seorang dan juta bagi yang lain; tulis 'jt' (10^6) atau 'miliar' (10^9).",
        "'{value}': a bare 'M' is miliar to one reader, million to the next; write 'jt' (10^6) or 'miliar' (10^9).",
    ),
    "negative-amount": (
        "'{value}': jumlah negatif tidak dapat dibelanjakan; beri 0 atau lebih.",
        "'{value}': a negative amount cannot be spent; give 0 or more.",
    ),
    "bad-amount": (
        "'{value}' bukan jumlah rupiah; tulis misalnya 330000000, 330_000_000, 330.000.000, 330jt atau 1,2miliar.",
        "'{value}' is no amount of rupiah; write 330000000, 330_000_000, 330.000.000, 330jt or 1,2miliar.",
    ),
    "huge-amount": (
        "'{value}': lebih dari 1.000 triliun adalah salah satuan; periksa nolnya.",
        "'{value}': more than 1.000 triliun is a slip of units; check the zeros.",
    ),
    "unknown-source": (
        "'{value}' bukan sumber uang desa.{near} Pilih dari: {known}.",
        "'{value}' is no source of the village's money.{near} Choose from: {known}.",
    ),
    "source-twice": (
        "sumber dana '{value}' diberikan dua kali; berikan satu jumlah.",
        "the source '{value}' is given twice; give one amount.",
    ),
    "unknown-intervention": (
        "kegiatan '{value}' tidak dikenal.{near} Semua: recommender list interventions.",
        "the intervention '{value}' is not known.{near} All: recommender list interventions.",
    ),
    "pinned-and-banned": (
        "--pin dan --ban bersama untuk '{value}'; pilih salah satu.",
        "both --pin and --ban for '{value}'; choose one.",
    ),
    "bad-years": (
        "rencana {value} tahun tidak dapat disusun; beri 1 sampai 10.",
        "{value} years cannot be planned; give 1 to 10.",
    ),
    "bad-start-year": (
        "rencana tidak dapat mulai tahun {value}; beri 2000 sampai 2100.",
        "{value} is no year to start in; give 2000 to 2100.",
    ),
    "unknown-village": (
        "desa '{value}' tidak ada dalam data.{near} Beri kode atau nama yang ada dalam data.",
        "the village '{value}' is not in the data.{near} Give a code or a name that the data have.",
    ),
    "ambiguous-village": (
        "nama '{value}' dimiliki beberapa desa; beri kode: {codes}.",
        "several villages are named '{value}'; give the code: {codes}.",
    ),
    "which-village": (
        "data memuat {count} desa; pilih satu dengan --village KODE-ATAU-NAMA.",
        "the data hold {count} villages; choose one with --village CODE-OR-NAME.",
    ),
    "no-villages": ("tidak ada desa yang dapat dibaca dari data.", "no village could be read from the data."),
    "unknown-name": (
        "'{value}' tidak ada dalam basis pengetahuan.{near} Lihat: recommender list.",
        "'{value}' is not in the knowledge base.{near} See: recommender list.",
    ),
    "no-such-path": (
        "berkas atau folder ini tidak ada; periksa namanya.",
        "there is no such file or folder; check the name.",
    ),
    "not-in-knowledge": (
        "tidak berada dalam folder rules/ atau catalog/.",
        "does not stand in a rules/ or catalog/ folder.",
    ),
    "output-exists": (
        "sudah ada; pakai --force untuk menimpanya.",
        "exists already; use --force to replace it.",
    ),
    "output-folder": (
        "ini folder; beri nama berkas di dalamnya.",
        "this is a folder; name a file in it.",
    ),
    "output-parent": (
        "folder induknya tidak ada; buat dulu folder itu.",
        "its parent folder does not exist; make it first.",
    ),
    "output-no-folder": (
        "adalah berkas; hasil beberapa desa ditulis ke folder: sebutkan folder dengan -o.",
        "is a file; the results of several villages go into a folder: name a folder with -o.",
    ),
    "output-folder-wanted": (
        "hasil beberapa desa ditulis ke folder: sebutkan folder dengan -o, atau pilih satu desa dengan --village.",
        "the results of several villages go into a folder: name one with -o, or choose a village with --village.",
    ),
    "output-binary": (
        "bentuk ini bukan teks: sebutkan berkas dengan -o.",
        "this format is no text: name a file with -o.",
    ),
    "output-failed": ("tidak dapat ditulis: {why}.", "cannot be written: {why}."),
    "pins-without-place": (
        "diminta masuk, tetapi tidak dapat: {names}; rencana menyebut sebabnya.",
        "asked for, but not possible: {names}; the plan says why.",
    ),
    "no-steps-in-csv": (
        "{count} desa tanpa langkah tidak punya baris dalam CSV; lihat --format table atau json.",
        "{count} villages without steps have no row in the CSV; see --format table or json.",
    ),
    "two-budgets": (
        "beri --budget atau --budget-file, tidak keduanya.",
        "give --budget or --budget-file, not both.",
    ),
    "unknown-class": (
        "'{value}' bukan status suatu indeks.{near} Yang dikenal: {known}.",
        "'{value}' is no class of an index.{near} Known: {known}.",
    ),
    "unknown-dimension": (
        "'{value}' bukan nama dimensi.{near} Yang dikenal: {known}.",
        "'{value}' is no dimension.{near} Known: {known}.",
    ),
    "bad-target-score": (
        "'{value}' bukan skor sasaran: tulis NAMA=SKOR dengan skor di atas 0 sampai 1, misalnya economy=0.6.",
        "'{value}' is no target score: write NAME=SCORE with a score above 0 up to 1, such as economy=0.6.",
    ),
    "two-targets": (
        "beri --target atau --target-dimension, tidak keduanya.",
        "give --target or --target-dimension, not both.",
    ),
    "document-unreadable": ("tidak dapat dibaca: {why}.", "cannot be read: {why}."),
    "document-empty": (
        "kosong; beri dokumen dari plan --format json atau ndjson.",
        "is empty; give a document of plan --format json or ndjson.",
    ),
    "document-not-json": (
        "bukan JSON yang utuh ({why}); buat lagi dengan plan --format json.",
        "is not whole JSON ({why}); make it again with plan --format json.",
    ),
    "document-schema-version": (
        "schema_version {value} tidak dikenal; program ini membaca versi {known}.",
        "schema_version {value} is not known; this program reads version {known}.",
    ),
    "document-bad": (
        "bukan dokumen rencana: {place}: {why}.",
        "is no plan document: {place}: {why}.",
    ),
    "data-warnings": (
        "{count} catatan data; lihat bagian CATATAN DATA pada rencana atau data.problems dalam JSON.",
        "{count} notes on the data; see ABOUT THE DATA in the plan or data.problems in the JSON.",
    ),
    "progress": ("{done} dari {total} desa", "{done} of {total} villages"),
    "missing-module": (
        "paket '{name}' tidak terpasang; pasang lagi recommender dengan semua kebutuhannya.",
        "the package '{name}' is not installed; install recommender again with all it needs.",
    ),
    "bug": (
        "kesalahan program: {kind}: {message} ({place}). Ulangi dengan RECOMMENDER_DEBUG=1 dan laporkan.",
        "a bug in this program: {kind}: {message} ({place}). Run again with RECOMMENDER_DEBUG=1 and report the output.",
    ),
    "out-of-memory": (
        "memori tidak cukup; bagi data menjadi beberapa bagian.",
        "out of memory; split the data into parts.",
    ),
}
