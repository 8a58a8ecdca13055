"""Wording of pages and pictures: headings, captions, legends, and what a picture says to those who do not see it."""

from __future__ import annotations

PAGE: dict[str, tuple[str, str]] = {
    # The picture of the catalog
    "graph.title": ("Prasyarat antarkegiatan", "Prerequisites between works"),
    "graph.title-one": ("Prasyarat: {name}", "Prerequisites: {name}"),
    "graph.description": (
        "Kegiatan: {works}; hubungan: {edges}. Prasyarat di kiri, yang bertumpu padanya di kanan.",
        "Works: {works}; relations: {edges}. Prerequisites at the left, what rests on them at the right.",
    ),
    "graph.all": ("harus lebih dulu", "must come first"),
    "graph.any": ("salah satu lebih dulu", "one of them first"),
    "graph.soft": ("lebih baik sesudahnya", "better after"),
    "graph.excludes": ("tidak bersama", "never both"),
    # Head of a page
    "page.title": ("Rencana Desa {village} {years}", "Plan for {village} {years}"),
    "page.eyebrow": ("Rencana pembangunan desa {years}", "Village development plan {years}"),
    "page.code": ("Kode desa {code}", "Village code {code}"),
    "page.skip": ("Langsung ke isi", "Skip to the content"),
    "page.contents": ("Isi halaman", "On this page"),
    # Sections
    "page.summary": ("Ringkasan", "Summary"),
    "page.standing": ("Keadaan sekarang dan sesudah rencana", "Where it stands, and after the plan"),
    "page.timeline": ("Jadwal", "Time line"),
    "page.own": ("Yang dikerjakan desa (RKPDes)", "What the village does (RKPDes)"),
    "page.proposals": ("Usulan kepada pihak lain (DU-RKPDes)", "Proposals to others (DU-RKPDes)"),
    "page.graph": ("Apa bertumpu pada apa", "What rests on what"),
    "page.left-out": ("Yang tidak masuk rencana, dan alasannya", "What was left out, and why"),
    "page.questions": ("Tanyakan dulu", "Ask first"),
    "page.money": ("Uang", "Money"),
    "page.outlook": ("Perkiraan indeks (bukan janji)", "Outlook of the index (no promise)"),
    "page.problems": ("Catatan data", "About the data"),
    "page.provenance": ("Asal rencana ini", "Where this plan comes from"),
    "page.carried": ("Dari rencana {year}", "From the plan of {year}"),
    # Summary
    "tile.index": ("Indeks sekarang", "Index now"),
    "tile.money": ("Uang desa dipakai", "Village money used"),
    "tile.money-note": ("dari {amount}, {years}", "of {amount}, {years}"),
    "tile.steps": ("Kegiatan desa", "Village works"),
    "tile.steps-note": ("{amount} untuk kegiatan", "{amount} for works"),
    "tile.proposals": ("Usulan", "Proposals"),
    "tile.proposals-note": ("senilai {amount}", "worth {amount}"),
    "tile.none": ("tidak ada", "none"),
    "say.first": ("Mulai dengan: {names}.", "Start with: {names}."),
    "say.money": (
        "Uang desa {budget} selama masa rencana: {used} ({share}) untuk kegiatan dan biaya rutin, {left} tersisa.",
        "Village money {budget} over the plan's years: {used} ({share}) for works and running costs, {left} is left.",
    ),
    "say.proposals": ("Diusulkan kepada pihak lain: {names}.", "Proposed to others: {names}."),
    "say.ask": ("Tanyakan dulu: {question}", "Ask first: {question}"),
    "say.left-out": (
        "Diperlukan tetapi tidak masuk rencana: {count} kegiatan; alasannya di bawah.",
        "Called for but not in the plan: {count}; the reasons stand below.",
    ),
    "say.outlook": (
        "Perkiraan {framework} {year}: {expected} dari rencana saja, {all_done} jika semua jadi (sekarang {now}).",
        "Outlook of the {framework} in {year}: {expected} by the plan alone, {all_done} if all is done (now {now}).",
    ),
    # Profile
    "profile.caption": (
        "Skor dimensi, 0 sampai 1: sekarang, dan pada akhir {year}",
        "Scores of the dimensions, 0 to 1: now, and at the end of {year}",
    ),
    "profile.now": ("sekarang", "now"),
    "profile.expected": ("dari rencana saja", "plan alone"),
    "profile.all-done": ("jika semua jadi", "if all is done"),
    "column.dimension": ("Dimensi", "Dimension"),
    "column.now": ("Sekarang", "Now"),
    "column.measured": ("Terukur", "Measured"),
    # Time line
    "timeline.caption": (
        "Langkah menurut urutan, dari triwulan ke triwulan; warna menurut sumber dana",
        "Steps in their order, quarter by quarter; coloured by source of money",
    ),
    "timeline.row": ("{rank}. {name}: {when}, {amount} {sources}", "{rank}. {name}: {when}, {amount} {sources}"),
    "timeline.proposal": ("usulan", "proposal"),
    "timeline.running": ("biaya rutin sesudahnya", "running cost afterwards"),
    "timeline.quarters": ("I II III IV", "Q1 Q2 Q3 Q4"),
    "when": ("mulai {month} {year}, {months}", "from {month} {year}, {months}"),
    # Graph of a plan
    "plan-graph.caption": (
        "Langkah rencana, apa yang harus ada sebelumnya, dan apa yang tertinggal",
        "The steps of the plan, what must be there before them, and what was left out",
    ),
    "plan-graph.note": (
        "Angka: urutan langkah. Yang sudah terpenuhi atau tidak masuk rencana tampak hanya bila berhubungan.",
        "Numbers: the order of the steps. What is met or left out is shown only where it is related to another work.",
    ),
    "state.planned": ("dikerjakan desa", "done by the village"),
    "state.proposed": ("usulan", "proposal"),
    "state.met": ("sudah terpenuhi", "met already"),
    "state.left-out": ("tidak masuk rencana", "left out"),
    "plan-graph.any": ("salah satu cukup", "one of several is enough"),
    # Steps
    "step.conditional": ("bergantung pada usulan", "rests on a proposal"),
    "step.assumed": ("atas anggapan", "by assumption"),
    "step.doubtful": ("data diragukan", "doubtful data"),
    "step.details": ("Buka sebuah langkah untuk melihat alasannya.", "Open a step to see its reasons."),
    "met.list": ("Sudah terpenuhi, jadi tidak direncanakan: {names}.", "Met already, so not planned: {names}."),
    # Questions
    "questions.more": ("Pertanyaan lain: {count}", "More questions: {count}"),
    "assumptions.caption": ("Anggapan yang dipakai rencana ini", "What this plan assumes"),
    "column.fact": ("Fakta", "Fact"),
    "column.assumed": ("Dianggap", "Assumed"),
    "column.reason": ("Alasan", "Reason"),
    "column.affects": ("Menentukan", "Decides on"),
    # Money
    "money.caption": ("Uang desa dari tahun ke tahun", "The village's money by year"),
    "money.sources-caption": (
        "Siapa membayar berapa, biaya rutin termasuk",
        "Who pays how much, running costs included",
    ),
    "earmarks.caption": ("Alokasi wajib", "Earmarks"),
    "column.source": ("Sumber", "Source"),
    "column.total": ("Jumlah", "Total"),
    "column.focus": ("Untuk", "For"),
    "column.at-least": ("Paling sedikit", "At least"),
    "column.at-most": ("Paling banyak", "At most"),
    "column.planned": ("Direncanakan", "Planned"),
    "column.short": ("Kurang", "Short"),
    # Outlook
    "outlook.caption": (
        "Indeks pada akhir tahun, tiga perkiraan",
        "The index at the end of a year, three ways to look",
    ),
    "outlook.description": (
        "Sekarang {now}. Pada akhir {year}: {expected} dari rencana saja, {all_done} jika semua jadi, {trend} menurut "
        "laju desa sekelas.",
        "Now {now}. At the end of {year}: {expected} by the plan alone, {all_done} if all is done, {trend} by the "
        "trend of the class.",
    ),
    # Provenance
    "provenance.data": ("Data", "Data"),
    "provenance.knowledge": ("Pengetahuan", "Knowledge"),
    "provenance.program": ("Program", "Program"),
    "provenance.overlay": ("Lapisan setempat", "Overlay"),
    "provenance.method": ("Pencarian", "Search"),
    "provenance.proven": ("terbukti terbaik", "proven to be the best"),
    "provenance.open": ("tanpa bukti terbaik", "not proven to be the best"),
    "provenance.option": ("Pilihan {name}", "Option {name}"),
    "provenance.none": ("tanpa nilai", "no values"),
    "provenance.note": (
        "Data, pengetahuan dan pilihan yang sama menghasilkan halaman yang sama, huruf demi huruf.",
        "The same data, knowledge and options make the same page, letter by letter.",
    ),
    # Index of many villages
    "index.title": ("Rencana {count} desa {years}", "Plans for {count} villages {years}"),
    "index.caption": ("Desa menurut kode; nama membuka rencananya", "Villages by code; a name opens its plan"),
    "index.total": ("Semua", "All"),
    "index.profile": ("Profil", "Profile"),
    "index.profile-of": ("Skor dimensi sekarang: {parts}", "Scores of the dimensions now: {parts}"),
    "index.classes": ("Desa menurut status", "Villages by class"),
    "index.no-class": ("tanpa status", "without a class"),
    "index.profile-note": (
        "Profil: skor enam dimensi dari 0 sampai 1, dari kiri: {names}. Cokelat: lemah. Garis miring: belum ada data.",
        "Profile: the scores of the dimensions from 0 to 1, from the left: {names}. Brown: weak. "
        "A slanting line: no data yet.",
    ),
    "column.asked": ("Nilai usulan", "Worth of proposals"),
    "column.plan-status": ("Rencana", "Plan"),
    "column.index": ("Indeks", "Index"),
    "plan-status.planned": ("ada", "planned"),
    "plan-status.nothing-to-do": ("tidak perlu", "nothing to do"),
    "plan-status.budget-too-small": ("uang kurang", "budget too small"),
    "plan-status.too-little-data": ("data kurang", "too little data"),
}
