"""Wording for who browses, writes and overlays knowledge: list, show, table, new, and what an overlay changed."""

from __future__ import annotations

AUTHORING: dict[str, tuple[str, str]] = {
    # Overlays
    "option.overlay": (
        "Folder lapisan di atas basis pengetahuan: harga, ambang, aturan setempat (boleh diulang, berurutan).",
        "A folder laid over the knowledge: local prices, thresholds, rules (may be repeated, in order).",
    ),
    "overlay-note": (
        "Dengan lapisan setempat: {names}.",
        "With local overlays: {names}.",
    ),
    "overlay-counted": ("{name} ({count} diubah)", "{name} ({count} changed)"),
    "overlay-line": ("Lapisan {name} ({sha}): {count} perubahan.", "Overlay {name} ({sha}): {count} changes."),
    "overlay-change": ("  {place}: {key}: {before} → {after}", "  {place}: {key}: {before} → {after}"),
    "overlay-new": ("  {place}: baru", "  {place}: new"),
    "overlay-none": ("tidak ada", "none"),
    "changed-by": ("Diubah lapisan {name}: {key}: {before} → {after}", "Changed by {name}: {key}: {before} → {after}"),
    "added-by": ("Ditambahkan lapisan {name}", "Added by overlay {name}"),
    "other-knowledge": (
        "rencana dibuat dengan pengetahuan {version} ({sha}), ini {here} ({here_sha}); beri folder yang dipakai "
        "membuatnya (--knowledge).",
        "the plan was made with knowledge {version} ({sha}), this is {here} ({here_sha}); give the folder that it was "
        "made with (--knowledge).",
    ),
    "overlay-not-given": (
        "rencana dibuat dengan lapisan '{name}' ({sha}), yang tidak diberikan; tambahkan --overlay dengan folder itu.",
        "the plan was made with the overlay '{name}' ({sha}), which is not given; add --overlay with that folder.",
    ),
    "overlay-not-used": (
        "rencana dibuat tanpa lapisan '{name}'; jalankan lagi tanpa --overlay itu.",
        "the plan was made without the overlay '{name}'; run again without that --overlay.",
    ),
    "overlay-differs": (
        "isi lapisan '{name}' berubah sejak rencana dibuat ({sha}, kini {here_sha}); beri versi yang lama.",
        "the overlay '{name}' has changed since the plan was made ({sha}, now {here_sha}); give the old version.",
    ),
    "overlay-order": (
        "rencana dibuat dengan urutan lapisan {names}; beri --overlay menurut urutan itu.",
        "the plan was made with the overlays in the order {names}; give --overlay in that order.",
    ),
    # list and show
    "option.dimension": ("Hanya dari dimensi ini.", "Only of this dimension."),
    "option.about": ("Hanya aturan tentang indikator ini (atau self, none).", "Only rules about this indicator."),
    "option.calls": ("Hanya aturan yang memanggil kegiatan ini.", "Only rules that call this intervention."),
    "filter-not-for": (
        "{name} tidak berlaku untuk {kind}; pakai dengan {known}.",
        "{name} does not fit {kind}; use it with {known}.",
    ),
    "unknown-dimension-name": (
        "dimensi '{value}' tidak ada.{near} Pilih dari: {known}.",
        "there is no dimension '{value}'.{near} Choose from: {known}.",
    ),
    "unknown-subject": (
        "'{value}' bukan indikator.{near} Semua: recommender list indicators.",
        "'{value}' is no indicator.{near} All: recommender list indicators.",
    ),
    "list-nothing": ("Tidak ada yang cocok.", "Nothing fits."),
    "defined-in": ("Tertulis di {place}", "Written in {place}"),
    "read-by-works": ("Dibaca oleh kegiatan", "Read by interventions"),
    "read-by-readiness": ("Dibaca oleh prasyarat Desa Cerdas", "Read by smart-village prerequisites"),
    "read-by-indicators": ("Dibaca oleh indikator (keraguan)", "Read by indicators (doubt)"),
    "quantity-of": ("Banyaknya unit bagi", "Number of units of"),
    "used-by-dimensions": ("Dipakai oleh dimensi", "Used by dimensions"),
    "used-by-planner": ("Dipakai oleh perencana", "Used by the planner"),
    "target-of-rules": ("Sasaran bagi aturan", "Target of rules"),
    "closed-by-rules": ("Menjadi subjek met-when dalam", "Subject of met-when in"),
    # table
    "help.table": (
        "Tabel keputusan satu dimensi sebagai CSV, untuk dibahas dalam rapat.",
        "A dimension's rules as a decision table in CSV, for a meeting.",
    ),
    "help.table.example": (
        "Contoh: recommender table living -o living.csv",
        "Example: recommender table living -o living.csv",
    ),
    "table.rule": ("aturan", "rule"),
    "table.part": ("baris", "row"),
    "table.name-id": ("nama (id)", "name (id)"),
    "table.name-en": ("nama (en)", "name (en)"),
    "table.about": ("tentang", "about"),
    "table.need": ("kebutuhan", "need"),
    "table.urgency": ("mendesak", "urgency"),
    "table.otherwise": ("syarat lain", "further condition"),
    "table.calls": ("kegiatan", "calls"),
    "table.status": ("keadaan", "status"),
    "table.source": ("sumber", "source"),
    "table.finding": ("temuan: {name}", "finding: {name}"),
    "table.not": ("bukan {value}", "not {value}"),
    # new
    "help.new": (
        "Tulis kerangka aturan, kegiatan, atau lapisan baru.",
        "Write the scaffold of a new rule, intervention or overlay.",
    ),
    "help.new.example": (
        "Tidak pernah menimpa berkas. Contoh: recommender new rule unsafe-well --dimension living "
        "--about drinking-water --into kutai",
        "Never overwrites a file. Example: recommender new rule unsafe-well --dimension living "
        "--about drinking-water --into kutai",
    ),
    "option.new-dimension": (
        "Dimensi: folder tempat berkas ditulis (bawaan: dimensi indikator --about).",
        "The dimension, which is the folder of the file (default: that of --about).",
    ),
    "option.new-about": (
        "Indikator yang dinilai; contoh dihitung dari tangganya.",
        "The indicator judged; the examples are computed from its ladder.",
    ),
    "option.into": (
        "Folder pengetahuan atau lapisan tempat berkas ditulis.",
        "The knowledge folder or overlay to write into.",
    ),
    "new-written": ("Ditulis: {path}", "Written: {path}"),
    "new-next": ("Berikutnya: {command}", "Next: {command}"),
    "new-exists": ("sudah ada; pakai nama lain.", "exists already; choose another name."),
    "new-name-taken": (
        "'{value}' sudah ada ({place}); nama tidak dipakai dua kali.",
        "'{value}' exists already ({place}); names are never reused.",
    ),
    "new-bad-name": (
        "'{value}' bukan nama: huruf kecil bahasa Inggris dengan tanda hubung, mis. unsafe-well.",
        "'{value}' is no name: lower-case English with hyphens, as unsafe-well.",
    ),
    "new-needs-dimension": (
        "dimensi belum diberikan; tambahkan --dimension atau --about. Dimensi: {known}.",
        "the dimension is missing; add --dimension or --about. Dimensions: {known}.",
    ),
    "new-needs-into": (
        "pengetahuan yang terpasang tidak untuk ditulisi; buat lapisan dengan 'recommender new overlay DIR', lalu "
        "tambahkan --into DIR.",
        "the installed knowledge is not to be written into; make an overlay with 'recommender new overlay DIR', then "
        "add --into DIR.",
    ),
    "new-no-folder": (
        "folder ini tidak ada; buat dengan 'recommender new overlay {path}'.",
        "there is no such folder; make it with 'recommender new overlay {path}'.",
    ),
    "new-no-indicator": (
        "dimensi '{value}' tidak punya indikator yang terukur; beri --about.",
        "the dimension '{value}' has no indicator that is measured; give --about.",
    ),
    "scaffold.rule": (
        "Aturan baru (konsep). Isi setiap TODO, ubah status menjadi active, lalu jalankan check.\n"
        "Bahasa syarat: docs/knowledge.md. Yang dapat dibaca: recommender list indicators, list facts, list rules.",
        "A new rule (draft). Fill every TODO, set the status to active, then run check.\n"
        "The condition language: docs/knowledge.md. What can be read: recommender list indicators, list facts, "
        "list rules.",
    ),
    "scaffold.status": ("draft: diperiksa, tidak pernah berlaku", "draft: checked, never fires"),
    "scaffold.cut-off": (
        "ambang dari catalog/parameters.yaml, atau bilangan 0-1",
        "a name from catalog/parameters.yaml, or a number from 0 to 1",
    ),
    "scaffold.about": (
        "yang kurang: indikator, 'self' (temuan itu sendiri), atau 'none' (keadaan yang dibaca aturan lain)",
        "what is missing: an indicator, 'self' (the finding itself), or 'none' (a state that other rules read)",
    ),
    "scaffold.need": (
        "basic, other, amenity; mendesak (urgency) 1-3",
        "basic, other, amenity; urgency 1 to 3",
    ),
    "scaffold.calls": (
        "kegiatan yang menaikkannya: {names}",
        "works that improve it: {names}",
    ),
    "scaffold.reason": (
        "satu kalimat untuk kepala desa; {{...}} diisi dari bukti",
        "one sentence for a village head; {{...}} is filled from the evidence",
    ),
    "scaffold.sources": (
        "siapa menyatakannya: kunci dari catalog/sources.yaml; pendapat sendiri: JUDGEMENT",
        "who says so: a key of catalog/sources.yaml; a judgement of your own: JUDGEMENT",
    ),
    "scaffold.examples": (
        "sedikitnya: tepat di dalam, tepat pada ambang, tidak terukur",
        "at least: just inside, at the threshold, not measured",
    ),
    "scaffold.reason-text": (
        "TODO: Skor {name} {{{about}}} di bawah ambang {{{cut_off}}}.",
        "TODO: The score of {name} {{{about}}} is below the threshold {{{cut_off}}}.",
    ),
    "scaffold.inside": ("tepat di bawah ambang", "just below the threshold"),
    "scaffold.at": ("tepat pada ambang", "at the threshold"),
    "scaffold.missing": ("tidak terukur", "not measured"),
    "scaffold.intervention": (
        "Kegiatan baru (konsep). Isi setiap TODO dan setiap angka, ubah status menjadi active, panggil dari sebuah\n"
        "aturan (calls), lalu jalankan check. Setiap kunci: docs/knowledge.md.",
        "A new intervention (draft). Fill every TODO and every number, set the status to active, call it from a rule\n"
        "(calls), then run check. Every key: docs/knowledge.md.",
    ),
    "scaffold.work-status": ("draft: diperiksa, tidak pernah direncanakan", "draft: checked, never planned"),
    "scaffold.improves": (
        "reaches: skor yang dicapai | adds: banyaknya | share: bagian; evidence: official, study, judgement",
        "reaches: a score | adds: a number | share: a share; evidence: official, study, judgement",
    ),
    "scaffold.requires": (
        "requires: [x] harus lebih dulu; requires-any: [[a, b]] salah satu; excludes: [x] tidak bersama",
        "requires: [x] comes before; requires-any: [[a, b]] one of them; excludes: [x] never both",
    ),
    "scaffold.cost": (
        "rupiah per unit pada harga tahun itu; basis: sourced, derived, partly, judgement",
        "rupiah of a unit in the prices of that year; basis: sourced, derived, partly, judgement",
    ),
    "scaffold.quantity": (
        "banyaknya unit: number: 1, atau fact: households",
        "how many units: number: 1, or fact: households",
    ),
    "scaffold.running": (
        "biaya setahun sesudah selesai: bagian dari biaya (share) atau rupiah per unit (amount)",
        "cost of a year after completion: a share of the cost, or an amount in rupiah a unit",
    ),
    "scaffold.months": ("lama pengerjaan, bulan", "how long it takes, months"),
    "scaffold.executors": (
        "village, district, province, national, csr: menurut urutan dicoba",
        "village, district, province, national, csr: in the order to be tried",
    ),
    "scaffold.overlay": (
        "Lapisan setempat di atas basis pengetahuan {version}.\n"
        "Setiap berkas di sini hanya memuat kunci yang diubah; selebihnya tetap. Buka komentar (#) yang diperlukan.\n"
        "null menghapus kunci; daftar dan syarat diganti seluruhnya. Lengkap: docs/knowledge.md.\n",
        "A local overlay on knowledge {version}.\n"
        "A file here holds only the keys that it changes; the rest stays. Take the comment sign (#) from what you "
        "need.\nnull removes a key; lists and conditions are replaced whole. In full: docs/knowledge.md.\n",
    ),
    "scaffold.overlay-parameter": (
        "Ambang atau angka lain, mulai berlaku pada tanggal itu (cut-off: menurut tahun data).",
        "A threshold or another number, from that date on (cut-offs: by the year of the data).",
    ),
    "scaffold.overlay-price": (
        "Harga setempat: rupiah per unit. Semua nama: recommender list interventions.",
        "A local price: rupiah of a unit. All names: recommender list interventions.",
    ),
    "scaffold.overlay-retired": (
        "Aturan yang tidak dipakai di sini, dengan alasannya.",
        "A rule that is not used here, with the reason.",
    ),
}
