"""Wording for who browses, writes and overlays knowledge: list, show, table, new, and what an overlay changed."""

MESSAGES = {
    # Overlays
    "overlay-note": {"id": "Dengan lapisan setempat: {names}.", "en": "With local overlays: {names}."},
    "overlay-counted": {"id": "{name} ({count} diubah)", "en": "{name} ({count} changed)"},
    "overlay-line": {
        "id": "Lapisan {name} ({sha}): {count} perubahan.",
        "en": "Overlay {name} ({sha}): {count} changes.",
    },
    "overlay-change": {"id": "  {place}: {key}: {before} → {after}", "en": "  {place}: {key}: {before} → {after}"},
    "overlay-new": {"id": "  {place}: baru", "en": "  {place}: new"},
    "overlay-none": {"id": "tidak ada", "en": "none"},
    "changed-by": {
        "id": "Diubah lapisan {name}: {key}: {before} → {after}",
        "en": "Changed by {name}: {key}: {before} → {after}",
    },
    "added-by": {"id": "Ditambahkan lapisan {name}", "en": "Added by overlay {name}"},
    # list and show
    "list-nothing": {"id": "Tidak ada yang cocok.", "en": "Nothing fits."},
    "defined-in": {"id": "Tertulis di {place}", "en": "Written in {place}"},
    "read-by-works": {"id": "Dibaca oleh kegiatan", "en": "Read by interventions"},
    "read-by-readiness": {"id": "Dibaca oleh prasyarat Desa Cerdas", "en": "Read by smart-village prerequisites"},
    "read-by-indicators": {"id": "Dibaca oleh indikator (keraguan)", "en": "Read by indicators (doubt)"},
    "quantity-of": {"id": "Menentukan volume kegiatan", "en": "Number of units of"},
    "used-by-dimensions": {"id": "Dipakai oleh dimensi", "en": "Used by dimensions"},
    "used-by-planner": {"id": "Dipakai oleh perencana", "en": "Used by the planner"},
    "target-of-rules": {"id": "Sasaran bagi aturan", "en": "Target of rules"},
    "closed-by-rules": {"id": "Menentukan apakah sudah terpenuhi bagi", "en": "Subject of met-when in"},
    # table
    "table.rule": {"id": "aturan", "en": "rule"},
    "table.part": {"id": "baris", "en": "row"},
    "table.name-id": {"id": "nama (id)", "en": "name (id)"},
    "table.name-en": {"id": "nama (en)", "en": "name (en)"},
    "table.kind": {"id": "masalah atau keadaan", "en": "problem or state"},
    "table.about": {"id": "tentang", "en": "about"},
    "table.need": {"id": "kebutuhan", "en": "need"},
    "table.urgency": {"id": "tingkat mendesak", "en": "urgency"},
    "table.otherwise": {"id": "syarat lain", "en": "further condition"},
    "table.calls": {"id": "kegiatan", "en": "calls"},
    "table.status": {"id": "keadaan", "en": "status"},
    "table.source": {"id": "sumber", "en": "source"},
    "table.finding": {"id": "temuan: {name}", "en": "finding: {name}"},
    "table.not": {"id": "bukan {value}", "en": "not {value}"},
    # new
    "new-written": {"id": "Ditulis: {path}", "en": "Written: {path}"},
    "new-next": {"id": "Berikutnya: {command}", "en": "Next: {command}"},
    "scaffold.rule": {
        "id": "Aturan baru (konsep). Isi setiap TODO, ubah status menjadi active, lalu jalankan check.\n"
        "Bahasa syarat: docs/knowledge.md. Yang dapat dibaca: recommender list indicators, list facts, list rules.",
        "en": "A new rule (draft). Fill every TODO, set the status to active, then run check.\n"
        "The condition language: docs/knowledge.md. What can be read: recommender list indicators, list facts, list "
        "rules.",
    },
    "scaffold.status": {"id": "draft: diperiksa, tidak pernah berlaku", "en": "draft: checked, never fires"},
    "scaffold.cut-off": {
        "id": "ambang dari catalog/parameters.yaml, atau bilangan 0-1",
        "en": "a name from catalog/parameters.yaml, or a number from 0 to 1",
    },
    "scaffold.about": {
        "id": "yang kurang: indikator, 'self' (temuan itu sendiri), atau 'none' (keadaan yang dibaca aturan lain)",
        "en": "what is missing: an indicator, 'self' (the finding itself), or 'none' (a state that other rules read)",
    },
    "scaffold.need": {
        "id": "basic, other, amenity; mendesak (urgency) 1-3",
        "en": "basic, other, amenity; urgency 1 to 3",
    },
    "scaffold.calls": {"id": "kegiatan yang menaikkannya: {names}", "en": "works that improve it: {names}"},
    "scaffold.reason": {
        "id": "satu kalimat untuk kepala desa; {{...}} diisi dari bukti",
        "en": "one sentence for a village head; {{...}} is filled from the evidence",
    },
    "scaffold.sources": {
        "id": "siapa menyatakannya: kunci dari catalog/sources.yaml; pendapat sendiri: JUDGEMENT",
        "en": "who says so: a key of catalog/sources.yaml; a judgement of your own: JUDGEMENT",
    },
    "scaffold.examples": {
        "id": "sedikitnya: tepat di bawah ambang, tepat pada ambang, tidak terukur",
        "en": "at least: just inside, at the threshold, not measured",
    },
    "scaffold.reason-text": {
        "id": "TODO: Skor {name} {{{about}}} di bawah ambang {{{cut_off}}}.",
        "en": "TODO: The score of {name} {{{about}}} is below the threshold {{{cut_off}}}.",
    },
    "scaffold.inside": {"id": "tepat di bawah ambang", "en": "just below the threshold"},
    "scaffold.at": {"id": "tepat pada ambang", "en": "at the threshold"},
    "scaffold.missing": {"id": "tidak terukur", "en": "not measured"},
    "scaffold.intervention": {
        "id": "Kegiatan baru (konsep). Isi setiap TODO dan setiap angka, ubah status menjadi active, panggil dari "
        "sebuah\n"
        "aturan (calls), lalu jalankan check. Setiap kunci: docs/knowledge.md.",
        "en": "A new intervention (draft). Fill every TODO and every number, set the status to active, call it from a "
        "rule\n"
        "(calls), then run check. Every key: docs/knowledge.md.",
    },
    "scaffold.work-status": {
        "id": "draft: diperiksa, tidak pernah direncanakan",
        "en": "draft: checked, never planned",
    },
    "scaffold.measure": {
        "id": "work: dibangun sekali | service: tiap tahun, cost setahun, tanpa running-cost | act: surat, aturan",
        "en": "work: built once | service: delivered every year, cost of a year, no running-cost | act: letter, rule",
    },
    "scaffold.physical": {
        "id": "true: dibangun secara fisik; harganya mengikuti kemahalan konstruksi kabupaten",
        "en": "true: built by construction; its price follows the district's construction cost",
    },
    "scaffold.addressee": {
        "id": "kepada siapa diusulkan (catalog/addressees.yaml), bila bukan desa yang membangun",
        "en": "who is asked (catalog/addressees.yaml) where the village does not build it",
    },
    "scaffold.improves": {
        "id": "reaches: skor | adds: banyaknya | share: bagian; evidence: official, study, judgement; low, high",
        "en": "reaches: a score | adds: a number | share: a share; evidence: official, study, judgement; low, high",
    },
    "scaffold.requires": {
        "id": "requires: [x] harus lebih dulu; requires-any: [[a, b]] salah satu; excludes: [x] tidak bersama",
        "en": "requires: [x] comes before; requires-any: [[a, b]] one of them; excludes: [x] never both",
    },
    "scaffold.cost": {
        "id": "rupiah per unit pada harga tahun itu; basis: sourced, derived, partly, judgement",
        "en": "rupiah of a unit in the prices of that year; basis: sourced, derived, partly, judgement",
    },
    "scaffold.quantity": {
        "id": "banyaknya unit: number: 1, atau fact: households",
        "en": "how many units: number: 1, or fact: households",
    },
    "scaffold.running": {
        "id": "biaya setahun sesudah selesai: bagian dari biaya (share) atau rupiah per unit (amount)",
        "en": "cost of a year after completion: a share of the cost, or an amount in rupiah a unit",
    },
    "scaffold.months": {"id": "lama pengerjaan, bulan", "en": "how long it takes, months"},
    "scaffold.executors": {
        "id": "village, district, province, national, csr: menurut urutan dicoba",
        "en": "village, district, province, national, csr: in the order to be tried",
    },
    "scaffold.overlay": {
        "id": "Lapisan setempat di atas basis pengetahuan {version}.\n"
        "Setiap berkas di sini hanya memuat kunci yang diubah; selebihnya tetap. Buka komentar (#) yang diperlukan.\n"
        "null menghapus kunci; daftar dan syarat diganti seluruhnya. Lengkap: docs/knowledge.md.\n",
        "en": "A local overlay on knowledge {version}.\n"
        "A file here holds only the keys that it changes; the rest stays. Take the comment sign (#) from what you "
        "need.\n"
        "null removes a key; lists and conditions are replaced whole. In full: docs/knowledge.md.\n",
    },
    "scaffold.overlay-header": {
        "id": "Untuk versi basis pengetahuan dan desa mana (kode provinsi, kabupaten, kecamatan, atau desa).",
        "en": "For which version of the knowledge and which villages (codes of province, district, village).",
    },
    "scaffold.overlay-parameter": {
        "id": "Ambang atau angka lain, mulai berlaku pada tanggal itu (cut-off: menurut tahun data).",
        "en": "A threshold or another number, from that date on (cut-offs: by the year of the data).",
    },
    "scaffold.overlay-price": {
        "id": "Harga setempat: rupiah per unit. Semua nama: recommender list interventions.",
        "en": "A local price: rupiah of a unit. All names: recommender list interventions.",
    },
    "scaffold.overlay-retired": {
        "id": "Aturan yang tidak dipakai di sini, dengan alasannya.",
        "en": "A rule that is not used here, with the reason.",
    },
}
