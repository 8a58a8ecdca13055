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
    "unknown-source": (
        "--budget: sumber dana '{value}' tidak dikenal.{near} Pilih dari: {known}.",
        "--budget: the source '{value}' is not known.{near} Choose from: {known}.",
    ),
    "source-twice": (
        "--budget: sumber dana '{value}' diberikan dua kali; berikan satu jumlah.",
        "--budget: the source '{value}' is given twice; give one amount.",
    ),
    "not-village-source": (
        "--budget: '{value}' bukan uang desa; pihak lain menerima usulan. Pilih dari: {known}.",
        "--budget: '{value}' is not the village's money; others get proposals. Choose from: {known}.",
    ),
    "unknown-intervention": (
        "{name}: kegiatan '{value}' tidak dikenal.{near} Semua: recommender list interventions.",
        "{name}: the intervention '{value}' is not known.{near} All: recommender list interventions.",
    ),
    "pinned-and-banned": (
        "--pin dan --ban bersama untuk '{value}'; pilih salah satu.",
        "both --pin and --ban for '{value}'; choose one.",
    ),
    "unknown-village": (
        "--village: desa '{value}' tidak ada dalam data.{near} Beri kode atau nama yang ada dalam data.",
        "--village: the village '{value}' is not in the data.{near} Give a code or a name that the data have.",
    ),
    "ambiguous-village": (
        "--village: nama '{value}' dimiliki beberapa desa; beri kode: {codes}.",
        "--village: several villages are named '{value}'; give the code: {codes}.",
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
        "{path}: berkas atau folder ini tidak ada; periksa namanya.",
        "{path}: there is no such file or folder; check the name.",
    ),
    "not-in-knowledge": (
        "{path}: tidak berada dalam folder rules/ atau catalog/.",
        "{path}: does not stand in a rules/ or catalog/ folder.",
    ),
    "output-exists": (
        "{path}: sudah ada; pakai --force untuk menimpanya.",
        "{path}: exists already; use --force to replace it.",
    ),
    "output-folder": (
        "{path}: ini folder; beri nama berkas di dalamnya.",
        "{path}: this is a folder; name a file in it.",
    ),
    "output-parent": (
        "{path}: folder induknya tidak ada; buat dulu folder itu.",
        "{path}: its parent folder does not exist; make it first.",
    ),
    "output-failed": ("{path}: tidak dapat ditulis: {why}.", "{path}: cannot be written: {why}."),
    "no-steps-in-csv": (
        "{count} desa tanpa langkah tidak punya baris dalam CSV; lihat --format table atau json.",
        "{count} villages without steps have no row in the CSV; see --format table or json.",
    ),
    "document-unreadable": ("{path}: tidak dapat dibaca: {why}.", "{path}: cannot be read: {why}."),
    "document-empty": (
        "{path}: kosong; beri dokumen dari plan --format json atau ndjson.",
        "{path}: is empty; give a document of plan --format json or ndjson.",
    ),
    "document-not-json": (
        "{path}:{line}: bukan JSON yang utuh ({why}); buat lagi dengan plan --format json.",
        "{path}:{line}: is not whole JSON ({why}); make it again with plan --format json.",
    ),
    "document-schema-version": (
        "{path}:{line}: schema_version {value} tidak dikenal; program ini membaca versi {known}.",
        "{path}:{line}: schema_version {value} is not known; this program reads version {known}.",
    ),
    "document-bad": (
        "{path}:{line}: bukan dokumen rencana: {place}: {why}.",
        "{path}:{line}: is no plan document: {place}: {why}.",
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
