"""Wording of `--help`: what each command and option does, one example each."""

from __future__ import annotations

COMMAND_HELP: dict[str, tuple[str, str]] = {
    "help.main": (
        "Dari data indeks desa ke rencana pembangunan yang berurutan, beranggaran, dan beralasan.",
        "From a village's index data to an ordered, budgeted, explained development plan.",
    ),
    "help.main.example": (
        "Contoh: recommender plan examples --village KODE --budget 330jt",
        "Example: recommender plan examples --village CODE --budget 330jt",
    ),
    "help.usage": ("Pemakaian:", "Usage:"),
    "help.options": ("Pilihan:", "Options:"),
    "help.commands": ("Perintah:", "Commands:"),
    "help.options-word": ("[PILIHAN]", "[OPTIONS]"),
    "help.plan": ("Susun rencana setiap desa dalam data.", "Plan every village of the data."),
    "help.plan.example": (
        "DATA: berkas atau folder JSON layanan indeks, CSV, .tar.gz; '-' membaca masukan baku. "
        "Contoh: recommender plan examples --budget 330jt --years 3",
        "DATA: files or folders of index-service JSON, CSV, .tar.gz; '-' reads standard input. "
        "Example: recommender plan examples --budget 330jt --years 3",
    ),
    "help.findings": (
        "Tunjukkan skor, kebutuhan, dan yang belum dapat ditentukan.",
        "Show scores, needs, and what cannot be determined.",
    ),
    "help.findings.example": (
        "Contoh: recommender findings examples --village KODE",
        "Example: recommender findings examples --village CODE",
    ),
    "help.explain": (
        "Jelaskan mengapa suatu kegiatan masuk, di urutan itu, atau tidak masuk.",
        "Explain why a work is in, why there, or why not.",
    ),
    "help.explain.example": (
        "Argumen terakhir adalah nama kegiatan (lihat: recommender list interventions); tanpa itu seluruh rencana "
        "dijelaskan. Contoh: recommender explain examples --village KODE village-public-wifi",
        "The last argument is the name of an intervention (see: recommender list interventions); without it the whole "
        "plan is explained. Example: recommender explain examples --village CODE village-public-wifi",
    ),
    "help.verify": (
        "Periksa ulang dokumen rencana: nilai, temuan, biaya, urutan, uang.",
        "Check plan documents again: values, findings, costs, order, money.",
    ),
    "help.verify.example": (
        "PLANS: berkas dari plan --format json atau ndjson; '-' membaca masukan baku. "
        "Contoh: recommender plan examples --format json -o plans.json && recommender verify plans.json",
        "PLANS: files of plan --format json or ndjson; '-' reads standard input. "
        "Example: recommender plan examples --format json -o plans.json && recommender verify plans.json",
    ),
    "help.solve": (
        "Cari rencana terbaik untuk berkas masalah polos (JSON).",
        "Find the best plan for a bare problem file (JSON).",
    ),
    "help.solve.example": (
        "PROBLEM: lihat docs/problem-file.md; '-' membaca masukan baku. Contoh: recommender solve masalah.json",
        "PROBLEM: see docs/problem-file.md; '-' reads standard input. Example: recommender solve problem.json",
    ),
    "option.solve-method": (
        "exact: terbaik dengan bukti; fast: cepat, tanpa bukti.",
        "exact: the best with proof; fast: quick, without proof.",
    ),
    "help.check": (
        "Periksa basis pengetahuan dan jalankan contoh setiap aturan.",
        "Check the knowledge base and run the examples of each rule.",
    ),
    "help.check.example": (
        "PATH: folder dengan rules/ dan catalog/, atau berkas di dalamnya; tanpa itu yang terpasang. "
        "Contoh: recommender check rules/living",
        "PATH: a folder with rules/ and catalog/, or files in it; without one, what is installed. "
        "Example: recommender check rules/living",
    ),
    "help.list": ("Daftar isi basis pengetahuan.", "List what the knowledge base holds."),
    "help.list.example": (
        "Contoh: recommender list interventions --format json",
        "Example: recommender list interventions --format json",
    ),
    "help.show": ("Tunjukkan satu isi basis pengetahuan.", "Show one entry of the knowledge base."),
    "help.show.example": (
        "Contoh: recommender show village-public-wifi",
        "Example: recommender show village-public-wifi",
    ),
    "help.graph": ("Gambar prasyarat antarkegiatan.", "Draw the prerequisites between works."),
    "help.graph.example": (
        "Contoh: recommender graph --intervention village-public-wifi --format svg -o wifi.svg",
        "Example: recommender graph --intervention village-public-wifi --format svg -o wifi.svg",
    ),
    "help.schema": ("Cetak JSON Schema sebuah dokumen.", "Print the JSON Schema of a document."),
    "help.schema.example": ("Contoh: recommender schema plan", "Example: recommender schema plan"),
    # Options
    "option.help": ("Tampilkan bantuan ini.", "Show this help."),
    "option.version": ("Tampilkan versi.", "Show the version."),
    "option.lang": ("Bahasa: id (bawaan) atau en.", "Language: id (default) or en."),
    "option.format": ("Bentuk keluaran.", "Form of the output."),
    "option.output": ("Tulis ke berkas ini, utuh atau tidak sama sekali.", "Write to this file, whole or not at all."),
    "option.force": ("Timpa berkas keluaran yang sudah ada.", "Replace an output file that exists."),
    "option.knowledge": (
        "Folder dengan rules/ dan catalog/ sebagai ganti yang terpasang.",
        "A folder with rules/ and catalog/ instead of the installed one.",
    ),
    "option.village": (
        "Hanya desa ini, menurut kode atau nama (boleh diulang).",
        "Only this village, by code or name (may be repeated).",
    ),
    "option.one-village": ("Desa ini, menurut kode atau nama.", "This village, by code or name."),
    "option.year": ("Tahun data (bawaan: yang terbaru).", "Year of the data (default: the newest)."),
    "option.start-year": (
        "Tahun pertama rencana (bawaan: tahun depan).",
        "First year of the plan (default: next calendar year).",
    ),
    "option.years": ("Lamanya rencana dalam tahun.", "Years of the plan."),
    "option.budget": (
        "Uang setahun, mis. 330jt atau village-allocation=150jt (boleh diulang; tanpa nama sumber: Dana Desa).",
        "Money of a year, as 330jt or village-allocation=150jt (may be repeated; without a source: the village fund).",
    ),
    "option.objective": (
        "smart: kebutuhan enam dimensi (bawaan); index: indeks resmi.",
        "smart: needs of the six dimensions (default); index: the official index.",
    ),
    "option.pin": (
        "Kegiatan yang harus masuk, bila perlu dengan alasannya (boleh diulang).",
        "A work that must be in, with the reason if you like (may be repeated).",
    ),
    "option.ban": (
        "Kegiatan yang tidak boleh masuk, bila perlu dengan alasannya (boleh diulang).",
        "A work that must not be in, with the reason if you like (may be repeated).",
    ),
    "option.own-means": ("Tanpa usulan kepada pihak lain.", "Without proposals to others."),
    "option.measured-only": ("Tanpa anggapan: hanya yang terukur.", "Without assumptions: only what is measured."),
    "option.method": ("Cara mencari rencana.", "How the plan is searched."),
    "option.budget-file": (
        "Berkas YAML: sumber, tahun, alokasi wajib, cadangan (docs/budget-file.md).",
        "YAML file: sources, years, earmarks, reserve (docs/budget-file.md).",
    ),
    "option.reserve-from": (
        "Rencana sebelumnya (JSON) dengan keputusan: selesai, berjalan, ditolak.",
        "The plan before this one (JSON) with decisions: done, under way, rejected.",
    ),
    "option.target": (
        "Rencana termurah yang mencapai status ini, misalnya maju.",
        "The cheapest plan that reaches this class, such as maju.",
    ),
    "option.target-dimension": (
        "Rencana termurah yang mencapai skor dimensi ini, misalnya economy=0.6.",
        "The cheapest plan that reaches this dimension score, such as economy=0.6.",
    ),
    "option.engine": ("Mesin aturan; hasilnya sama.", "Rule engine; equal results."),
    "option.code-scheme": (
        "Skema kode tanpa titik.",
        "Scheme of codes without dots.",
    ),
    "option.ask": ("Hanya pertanyaan yang paling menentukan.", "Only the questions that matter most."),
    "option.intervention": ("Hanya kegiatan ini dan semua prasyaratnya.", "Only this work and all its prerequisites."),
    "option.kind": (
        "Jenis isi, bila namanya dipakai beberapa kali.",
        "Kind of entry, where a name is used more than once.",
    ),
}
