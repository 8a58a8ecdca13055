"""Wording of pages and pictures: headings, captions, legends, and what a picture says to those who do not see it."""

MESSAGES = {
    # The picture of the catalog
    "graph.title": {"id": "Prasyarat antarkegiatan", "en": "Prerequisites between works"},
    "graph.title-one": {"id": "Prasyarat: {name}", "en": "Prerequisites: {name}"},
    "graph.description": {
        "id": "Kegiatan: {works}; hubungan: {edges}. Prasyarat di kiri, kegiatan yang menunggunya di kanan.",
        "en": "Works: {works}; relations: {edges}. Prerequisites at the left, what rests on them at the right.",
    },
    # Head of a page
    "page.title": {"id": "Rencana Desa {village} {years}", "en": "Plan for {village} {years}"},
    "page.eyebrow": {"id": "Rencana pembangunan desa {years}", "en": "Village development plan {years}"},
    "page.code": {"id": "Kode desa {code}", "en": "Village code {code}"},
    "page.skip": {"id": "Langsung ke isi", "en": "Skip to the content"},
    "page.contents": {"id": "Isi halaman", "en": "On this page"},
    # Sections
    "page.summary": {"id": "Ringkasan", "en": "Summary"},
    "page.standing": {"id": "Keadaan sekarang dan sesudah rencana", "en": "Where it stands, and after the plan"},
    "page.timeline": {"id": "Jadwal", "en": "Time line"},
    "page.own": {"id": "Yang dikerjakan desa (RKPDes)", "en": "What the village does (RKPDes)"},
    "page.proposals": {"id": "Usulan kepada pihak lain (DU-RKPDes)", "en": "Proposals to others (DU-RKPDes)"},
    "page.graph": {"id": "Kegiatan dan prasyaratnya", "en": "What rests on what"},
    "page.left-out": {"id": "Yang tidak masuk rencana, dan alasannya", "en": "What was left out, and why"},
    "page.questions": {"id": "Tanyakan dulu", "en": "Ask first"},
    "page.branches": {"id": "Rencana lain menurut jawaban", "en": "Branches of the plan"},
    "page.money": {"id": "Uang", "en": "Money"},
    "page.outlook": {"id": "Perkiraan indeks (bukan janji)", "en": "Outlook of the index (no promise)"},
    "page.problems": {"id": "Catatan data", "en": "About the data"},
    "page.provenance": {"id": "Asal rencana ini", "en": "Where this plan comes from"},
    "page.carried": {"id": "Dari rencana {year}", "en": "From the plan of {year}"},
    # Summary
    "tile.index": {"id": "Indeks sekarang", "en": "Index now"},
    "tile.money": {"id": "Uang desa dipakai", "en": "Village money used"},
    "tile.money-note": {"id": "dari {amount}, {years}", "en": "of {amount}, {years}"},
    "tile.steps": {"id": "Kegiatan desa", "en": "Village works"},
    "tile.steps-note": {"id": "{amount} untuk kegiatan", "en": "{amount} for works"},
    "tile.proposals": {"id": "Usulan", "en": "Proposals"},
    "tile.proposals-note": {"id": "senilai {amount}", "en": "worth {amount}"},
    "tile.none": {"id": "tidak ada", "en": "none"},
    "say.first": {"id": "Dimulai dengan: {names}.", "en": "Start with: {names}."},
    "say.money": {
        "id": "Uang desa {budget} selama masa rencana: {used} ({share}) untuk kegiatan dan biaya rutin, {left} "
        "tersisa.",
        "en": "Village money {budget} over the plan's years: {used} ({share}) for works and running costs, {left} is "
        "left.",
    },
    "say.proposals": {"id": "Diusulkan kepada pihak lain: {names}.", "en": "Proposed to others: {names}."},
    "say.ask": {"id": "Tanyakan dulu: {question}", "en": "Ask first: {question}"},
    "say.left-out": {
        "id": "Diperlukan tetapi tidak masuk rencana: {count} kegiatan; alasannya ada di bawah.",
        "en": "Called for but not in the plan: {count}; the reasons stand below.",
    },
    "say.outlook": {
        "id": "Perkiraan {framework} {year}: {expected} (sekarang {now}; hasil penuh semua kegiatan {all_done}).",
        "en": "Outlook of the {framework} in {year}: {expected} (now {now}; full effect of all works {all_done}).",
    },
    "say.chance": {"id": "Dari 10 desa serupa: {parts}.", "en": "Of 10 villages like this one: {parts}."},
    # Profile
    "profile.caption": {
        "id": "Skor dimensi, 0 sampai 1: sekarang, dan pada akhir {year}",
        "en": "Scores of the dimensions, 0 to 1: now, and at the end of {year}",
    },
    "profile.now": {"id": "sekarang", "en": "now"},
    "profile.expected": {"id": "karena rencana saja", "en": "plan alone"},
    "profile.all-done": {"id": "hasil penuh", "en": "full effect"},
    "column.dimension": {"id": "Dimensi", "en": "Dimension"},
    "column.now": {"id": "Sekarang", "en": "Now"},
    "column.measured": {"id": "Terukur", "en": "Measured"},
    # Time line
    "timeline.caption": {
        "id": "Langkah menurut urutan, dari triwulan ke triwulan; warna menurut sumber dana",
        "en": "Steps in their order, quarter by quarter; coloured by source of money",
    },
    "timeline.row": {
        "id": "{rank}. {name}: {when}, {amount} {sources}",
        "en": "{rank}. {name}: {when}, {amount} {sources}",
    },
    "timeline.proposal": {"id": "usulan", "en": "proposal"},
    "timeline.running": {"id": "biaya rutin sesudahnya", "en": "running cost afterwards"},
    "timeline.quarters": {"id": "I II III IV", "en": "Q1 Q2 Q3 Q4"},
    "when": {"id": "mulai {month} {year}, {months}", "en": "from {month} {year}, {months}"},
    # Graph of a plan
    "plan-graph.caption": {
        "id": "Langkah rencana, kegiatan yang harus lebih dulu, dan kegiatan yang tidak masuk rencana",
        "en": "The steps of the plan, what must be there before them, and what was left out",
    },
    "plan-graph.note": {
        "id": "Angka: urutan langkah. Kegiatan yang sudah terpenuhi atau tidak masuk rencana hanya digambar bila "
        "berhubungan dengan langkah rencana.",
        "en": "Numbers: the order of the steps. What is met or left out is shown only where it is related to another "
        "work.",
    },
    "plan-graph.any": {"id": "salah satu cukup", "en": "one of several is enough"},
    # Steps
    "step.service": {"id": "layanan setiap tahun", "en": "a service every year"},
    "step.act": {"id": "surat atau keputusan", "en": "a letter or decision"},
    "step.conditional": {"id": "bergantung pada usulan", "en": "rests on a proposal"},
    "step.assumed": {"id": "berdasarkan anggapan", "en": "by assumption"},
    "step.doubtful": {"id": "data diragukan", "en": "doubtful data"},
    "step.details": {"id": "Buka sebuah langkah untuk melihat alasannya.", "en": "Open a step to see its reasons."},
    "met.list": {
        "id": "Sudah terpenuhi, jadi tidak direncanakan: {names}.",
        "en": "Met already, so not planned: {names}.",
    },
    # Questions
    "questions.more": {"id": "Pertanyaan lain: {count}", "en": "More questions: {count}"},
    "assumptions.caption": {"id": "Anggapan yang dipakai rencana ini", "en": "What this plan assumes"},
    "column.fact": {"id": "Fakta", "en": "Fact"},
    "column.assumed": {"id": "Anggapan", "en": "Assumed"},
    "column.reason": {"id": "Alasan", "en": "Reason"},
    "column.affects": {"id": "Menentukan", "en": "Decides on"},
    # Money
    "money.caption": {"id": "Uang desa dari tahun ke tahun", "en": "The village's money by year"},
    "money.sources-caption": {
        "id": "Siapa membayar berapa, biaya rutin termasuk",
        "en": "Who pays how much, running costs included",
    },
    "earmarks.caption": {"id": "Alokasi wajib", "en": "Earmarks"},
    "column.source": {"id": "Sumber", "en": "Source"},
    "column.total": {"id": "Jumlah", "en": "Total"},
    "column.focus": {"id": "Untuk", "en": "For"},
    "column.at-least": {"id": "Paling sedikit", "en": "At least"},
    "column.at-most": {"id": "Paling banyak", "en": "At most"},
    "column.planned": {"id": "Direncanakan", "en": "Planned"},
    "column.short": {"id": "Kurang", "en": "Short"},
    # Outlook
    "outlook.caption": {
        "id": "Indeks pada akhir tahun menurut tiga cara",
        "en": "The index at the end of a year, three ways to look",
    },
    "outlook.description": {
        "id": "Sekarang {now}. Pada akhir {year}: perkiraan {expected}, hasil penuh {all_done}, desa setara {trend}.",
        "en": "Now {now}. At the end of {year}: {expected} expected, {all_done} with the full effect, {trend} by "
        "the trend of the class.",
    },
    # Provenance
    "provenance.data": {"id": "Data", "en": "Data"},
    "provenance.knowledge": {"id": "Pengetahuan", "en": "Knowledge"},
    "provenance.program": {"id": "Program", "en": "Program"},
    "provenance.overlay": {"id": "Lapisan setempat", "en": "Overlay"},
    "provenance.method": {"id": "Pencarian", "en": "Search"},
    "provenance.proven": {"id": "sudah dipastikan yang terbaik", "en": "proven to be the best"},
    "provenance.open": {"id": "belum dipastikan yang terbaik", "en": "not proven to be the best"},
    "provenance.option": {"id": "Pilihan {name}", "en": "Option {name}"},
    "provenance.none": {"id": "tanpa nilai", "en": "no values"},
    "provenance.note": {
        "id": "Data, pengetahuan dan pilihan yang sama menghasilkan halaman yang sama, huruf demi huruf.",
        "en": "The same data, knowledge and options make the same page, letter by letter.",
    },
    # Index of many villages
    "index.title": {"id": "Rencana {count} desa {years}", "en": "Plans for {count} villages {years}"},
    "index.caption": {
        "id": "Desa menurut kode; nama membuka rencananya",
        "en": "Villages by code; a name opens its plan",
    },
    "index.total": {"id": "Semua", "en": "All"},
    "index.shared-note": {
        "id": "Yang dipakai beberapa desa dihitung sekali untuk desa-desa itu: {amount} lebih kecil daripada jumlah "
        "barisnya.",
        "en": "What several villages share counts once for them: {amount} less than the rows add up to.",
    },
    "index.profile": {"id": "Profil", "en": "Profile"},
    "index.profile-of": {"id": "Skor dimensi sekarang: {parts}", "en": "Scores of the dimensions now: {parts}"},
    "index.classes": {"id": "Desa menurut status", "en": "Villages by class"},
    "index.no-class": {"id": "tanpa status", "en": "without a class"},
    "index.profile-note": {
        "id": "Profil: skor enam dimensi dari 0 sampai 1, dari kiri: {names}. Cokelat: lemah. Garis miring: belum ada "
        "data.",
        "en": "Profile: the scores of the dimensions from 0 to 1, from the left: {names}. Brown: weak. A slanting "
        "line: no data yet.",
    },
    "column.asked": {"id": "Nilai usulan", "en": "Worth of proposals"},
    "column.plan-status": {"id": "Rencana", "en": "Plan"},
    "column.index": {"id": "Indeks", "en": "Index"},
}
