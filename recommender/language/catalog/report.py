"""Wording of reports: what a planner reads."""

MESSAGES = {
    # Small words
    "yes": {"id": "ya", "en": "yes"},
    "no": {"id": "tidak", "en": "no"},
    "and": {"id": "dan", "en": "and"},
    "or": {"id": "atau", "en": "or"},
    "unknown": {"id": "tidak diketahui", "en": "unknown"},
    "beyond-target": {
        "id": "{indicator} {value}: sasaran sudah tercapai, tingkat tertinggi belum.",
        "en": "{indicator} {value}: not yet the highest rung; served after what lies below its target.",
    },
    "not-known-yet": {"id": "belum diketahui", "en": "unknown"},
    "of": {"id": "{value} dari {highest}", "en": "{value} of {highest}"},
    "more": {
        "id": "… dan {count} lagi; semuanya ada dalam --format json",
        "en": "… and {count} more; --format json has all",
    },
    "months": {"id": "{count} bulan", "en": "{count} months"},
    "month": {"id": "1 bulan", "en": "1 month"},
    "month-names": {
        "id": "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
        "en": "January February March April May June July August September October November December",
    },
    "starts": {"id": "mulai {month}, {months}", "en": "from {month}, {months}"},
    "others": {"id": "{names} dan {count} lagi", "en": "{names} and {count} more"},
    # Head of a plan
    "plan-of": {"id": "RENCANA DESA {village}", "en": "PLAN FOR {village}"},
    "findings-of": {"id": "KEADAAN DESA {village}", "en": "WHERE {village} STANDS"},
    "explanation-of": {"id": "PENJELASAN RENCANA DESA {village}", "en": "EXPLANATION OF THE PLAN FOR {village}"},
    "nameless": {"id": "tanpa nama", "en": "without a name"},
    "place": {
        "id": "Kecamatan {subdistrict}, {district}, {province}",
        "en": "{subdistrict} subdistrict, {district}, {province}",
    },
    "index-line": {
        "id": "{framework} {year}: {value} {class_name} (diterbitkan: {published})",
        "en": "{framework} {year}: {value} {class_name} (published: {published})",
    },
    "index-incomplete": {
        "id": "{framework} {year}: indeks tidak dapat dihitung, karena ada indikator tanpa nilai (diterbitkan: "
        "{published})",
        "en": "{framework} {year}: the index cannot be computed, an indicator has no value (published: {published})",
    },
    "index-none": {"id": "Tanpa indeks", "en": "No index"},
    "not-published": {"id": "tidak ada", "en": "none"},
    "horizon": {"id": "Rencana {first}–{last}", "en": "Plan {first}–{last}"},
    "budget-given": {"id": "uang desa {amount} setahun", "en": "village money {amount} a year"},
    "budget-typical": {
        "id": "uang desa {amount} setahun (perkiraan lazim; tulis --budget untuk angka desa sendiri)",
        "en": "village money {amount} a year (the catalog's typical amount; give --budget for the village's own)",
    },
    "budget-of-district": {
        "id": "uang desa {amount} setahun (anggapan: dana desa reguler yang lazim di {district}; tulis --budget untuk "
        "angka desa sendiri)",
        "en": "village money {amount} a year (an assumption: the regular village fund that is usual in {district}; "
        "give --budget for the village's own)",
    },
    "budget-of-district-more": {
        "id": "uang desa {amount} + {parts} setahun (anggapan: dana desa reguler dan sisa bebas sumber lain yang lazim "
        "di {district}; beri --budget untuk angka desa sendiri)",
        "en": "village money {amount} + {parts} a year (an assumption: the regular village fund, and what is free of "
        "other sources, usual in {district}; give --budget for the village's own)",
    },
    # What was to be reached
    "pinned": {"id": "Diminta masuk", "en": "Asked for"},
    "pin-impossible": {"id": "Diminta masuk, tetapi tidak dapat", "en": "Asked for, but not possible"},
    "banned": {"id": "Diminta tidak masuk", "en": "Ruled out"},
    "target-class": {"id": "Sasaran: status {class_name}", "en": "Target: class {class_name}"},
    "target-dimension": {"id": "Sasaran: {dimension} {score}", "en": "Target: {dimension} {score}"},
    "target-reached": {
        "id": "Tercapai jika semua kegiatan selesai; biaya {amount}, termasuk usulan.",
        "en": "Reached if all is done; cost {amount}, proposals included.",
    },
    "target-missed": {
        "id": "Tidak tercapai: masih kurang {missing}; biaya {amount}, termasuk usulan.",
        "en": "Out of reach: {missing} is lacking still; cost {amount}, proposals included.",
    },
    "target-unmeasured": {
        "id": "Tidak tercapai, dan kekurangannya tidak dapat diukur; biaya {amount}, termasuk usulan.",
        "en": "Not reached, and what is lacking cannot be measured; cost {amount}, proposals included.",
    },
    "target-reached-proven": {
        "id": "Sudah dipastikan: tidak ada rencana yang lebih murah.",
        "en": "Proven: nothing cheaper reaches it.",
    },
    "target-reached-open": {
        "id": "Belum dipastikan: mungkin ada rencana yang lebih murah.",
        "en": "Not proven: something cheaper may reach it.",
    },
    "target-missed-proven": {
        "id": "Sudah dipastikan: tidak ada rencana yang lebih mendekati.",
        "en": "Proven: nothing comes nearer.",
    },
    "target-missed-open": {
        "id": "Belum dipastikan: mungkin ada rencana yang lebih mendekati.",
        "en": "Not proven: something may come nearer.",
    },
    # What the plan before left
    "section.carried": {"id": "DARI RENCANA {year}", "en": "FROM THE PLAN OF {year}"},
    "carried.nothing": {"id": "Rencana itu tidak memuat langkah.", "en": "That plan had no steps."},
    "carried.due": {
        "id": "Diambil lebih dulu dari uang desa: {parts}.",
        "en": "Taken off the village's money first: {parts}.",
    },
    "instalment": {"id": "angsuran {year} {amount}", "en": "instalment {year} {amount}"},
    # Sections
    "section.standing": {"id": "KEADAAN SEKARANG", "en": "WHERE IT STANDS"},
    "section.own": {"id": "YANG DIKERJAKAN DESA (RKPDes)", "en": "WHAT THE VILLAGE DOES (RKPDes)"},
    "section.letters": {"id": "Surat dan keputusan", "en": "Letters and decisions"},
    "section.proposals": {"id": "USULAN KEPADA PIHAK LAIN (DU-RKPDes)", "en": "PROPOSALS TO OTHERS (DU-RKPDes)"},
    "section.left-out": {"id": "YANG TIDAK MASUK RENCANA", "en": "LEFT OUT, AND WHY"},
    "section.questions": {"id": "TANYAKAN DULU", "en": "ASK FIRST"},
    "section.money": {"id": "UANG DESA", "en": "VILLAGE MONEY"},
    "section.branches": {"id": "RENCANA LAIN MENURUT JAWABAN", "en": "BRANCHES OF THE PLAN"},
    "branches.intro": {
        "id": "Jawaban atas pertanyaan berikut paling banyak mengubah rencana. Pastikan dulu, lalu buat rencana lagi.",
        "en": "The answers to these questions change the plan most. Find out first, then plan again.",
    },
    "branches.line": {"id": "Jika {answers}: {changes}.", "en": "If {answers}: {changes}."},
    "branches.stays": {"id": "Jika {answers}: rencana tetap.", "en": "If {answers}: the plan stays."},
    "branches.came": {
        "id": "bertambah {count} kegiatan ({years}): {names}",
        "en": "{count} more ({years}): {names}",
    },
    "branches.went": {"id": "berkurang {count} kegiatan ({years}): {names}", "en": "{count} fewer ({years}): {names}"},
    "branches.moved": {
        "id": "pindah tahun {count} kegiatan (ke {years}): {names}",
        "en": "{count} move (to {years}): {names}",
    },
    "branches.more": {"id": "biaya desa naik {amount}", "en": "the village pays {amount} more"},
    "branches.less": {"id": "biaya desa turun {amount}", "en": "the village pays {amount} less"},
    "section.outlook": {"id": "PERKIRAAN INDEKS (bukan janji)", "en": "OUTLOOK OF THE INDEX (no promise)"},
    "section.problems": {"id": "CATATAN DATA", "en": "ABOUT THE DATA"},
    "section.findings": {"id": "MASALAH", "en": "PROBLEMS"},
    "section.states": {"id": "KEADAAN DESA (bukan masalah)", "en": "HOW THE VILLAGE STANDS (no problems)"},
    "section.undetermined": {"id": "BELUM DAPAT DITENTUKAN", "en": "CANNOT BE DETERMINED YET"},
    "section.summary": {"id": "RINGKASAN {count} DESA", "en": "SUMMARY OF {count} VILLAGES"},
    # Where it stands
    "measured": {"id": "{measured} dari {of} terukur", "en": "{measured} of {of} measured"},
    "not-measured": {"id": "data belum cukup", "en": "not enough data"},
    "weak": {"id": "lemah", "en": "weak"},
    "readiness": {
        "id": "Prasyarat desa cerdas: {met} dari {count} terpenuhi",
        "en": "Smart-village prerequisites: {met} of {count} met",
    },
    "readiness-lacking": {"id": "Belum: {names}.", "en": "Lacking: {names}."},
    "readiness-unknown": {"id": "Belum diketahui: {names}.", "en": "Not known: {names}."},
    # Steps
    "proposals-free": {
        "id": "Diurutkan menurut rencana. Pihak lain yang membangun dan membayar; desa tidak menanggung biaya rutin.",
        "en": "In the order of the plan. Others build and pay; the village bears no running cost.",
    },
    "proposals-inherited": {
        "id": "Diurutkan menurut rencana. Pihak lain yang membangun dan membayar; biaya rutin yang ditanggung desa "
        "sudah dihitung dalam uang desa.",
        "en": "In the order of the plan. Others build and pay; a running cost that the village pays is counted in its "
        "money.",
    },
    "small-works": {"id": "{count} kegiatan kecil, dikerjakan bersama", "en": "{count} small works, done together"},
    "before": {"id": "; {year}: {value}", "en": "; {year}: {value}"},
    "needed-for": {"id": "Diperlukan untuk: {names}.", "en": "Needed for: {names}."},
    "running-cost": {"id": "biaya rutin {amount} setahun", "en": "running cost {amount} a year"},
    "running-cost-paid": {
        "id": "biaya rutin {amount} setahun, dibayar {payer}",
        "en": "running cost {amount} a year, paid by {payer}",
    },
    "its-users": {"id": "pemakainya", "en": "its users"},
    "every-year-of": {"id": "setiap tahun {first}–{last}", "en": "every year {first}–{last}"},
    "every-year": {
        "id": "setiap tahun {first}–{last}, {amount} setahun",
        "en": "every year {first}–{last}, {amount} a year",
    },
    "in-phases": {"id": "{count} tahap: {parts}", "en": "{count} phases: {parts}"},
    "in-rounds": {"id": "{count} putaran: {parts}", "en": "{count} rounds: {parts}"},
    "over-years": {"id": "dibayar bertahap: {parts}", "en": "paid in instalments: {parts}"},
    "waits-for": {"id": "Sesudah: {names}.", "en": "After: {names}."},
    "rests-on": {
        "id": "Hanya jika usulan ini disetujui: {names}.",
        "en": "Only if this proposal is approved: {names}.",
    },
    "assumes": {"id": "Berdasarkan anggapan: {names}.", "en": "Assumes: {names}."},
    "unsettled": {"id": "Pastikan dulu: {names}.", "en": "Confirm first: {names}."},
    "doubtful-reason": {
        "id": "Nilainya diragukan; periksa dulu di lapangan.",
        "en": "The value is doubtful; check it first.",
    },
    "ask-whom": {"id": "Diusulkan kepada: {whom}", "en": "Ask: {whom}"},
    "shared": {
        "id": "Dipakai bersama {others} (harga penuh untuk semuanya). Yang memutuskan: {decides}.",
        "en": "Shared with {others} (the price is for all of them). Decided by: {decides}.",
    },
    "shared-short": {
        "id": "bersama {others}; yang memutuskan: {decides}",
        "en": "shared with {others}; decided by: {decides}",
    },
    "about-so-many": {"id": "sekitar {value}", "en": "about {value}"},
    "no-own-steps": {
        "id": "Tidak ada kegiatan yang dibiayai desa.",
        "en": "No work that the village itself pays for.",
    },
    # Questions
    "why.doubtful": {"id": "nilainya diragukan, periksa dulu", "en": "the value looks wrong, check it"},
    "why.assumed": {"id": "dianggap: {value}", "en": "assumed: {value}"},
    "question-choices": {"id": "{question} ({choices})", "en": "{question} ({choices})"},
    "check-value": {"id": "Apakah nilai {name} benar?", "en": "Is the value of {name} right?"},
    "affects": {"id": "Menentukan: {names}", "en": "Decides on: {names}"},
    "because": {"id": "alasan: {reason}", "en": "because: {reason}"},
    # Money
    "column.year": {"id": "Tahun", "en": "Year"},
    "column.budget": {"id": "Anggaran", "en": "Budget"},
    "column.works": {"id": "Kegiatan", "en": "Works"},
    "upkeep-of-steps": {"id": "Biaya rutin kegiatan yang sudah selesai", "en": "Upkeep of what is finished"},
    "column.existing": {"id": "Rutin", "en": "Goes on"},
    "column.services": {"id": "Layanan", "en": "Services"},
    "column.running": {"id": "Biaya rutin", "en": "Running"},
    "column.left": {"id": "Sisa", "en": "Left"},
    "left-note": {
        "id": "Sisa uang tidak dipaksakan untuk kegiatan yang kurang berguna.",
        "en": "What is left is not filled with works of no use.",
    },
    "reserve-note": {"id": "Cadangan (bagian dari sisa): {parts}.", "en": "Reserve, a part of what is left: {parts}."},
    "a-year": {"id": "{amount} setahun", "en": "{amount} a year"},
    "earmark": {"id": "{name} (alokasi wajib {source})", "en": "{name} ({source} earmark)"},
    "earmark-short": {"id": "{label}: masih kurang {parts}", "en": "{label}: short of {parts}"},
    # Outlook
    "column.chance": {"id": "Dari 10 desa serupa", "en": "Of 10 villages like this one"},
    "chance.nearly-all": {"id": "hampir semua {class_name}", "en": "nearly all {class_name}"},
    "outlook-note": {
        "id": "Perkiraan: kenaikan yang biasanya terjadi walau tanpa rencana, ditambah bagian hasil rencana yang "
        "biasanya sudah terlihat pada pendataan tahun itu; separuh desa serupa akan lebih tinggi. Hasil penuh: "
        "bila semua kegiatan dan usulan sudah memberi seluruh hasilnya. Desa setara: yang dicapai desa berstatus "
        "sama setelah sekian tahun, apa pun sebabnya, termasuk pendataan ulang. Peluang dihitung dari {villages} "
        "perubahan nyata desa dari tahun ke tahun; bukan janji.",
        "en": "Expected: what is gained without a plan too, and the part of the plan's effect that the survey of the "
        "year usually sees; half of the villages like this one get further. Full effect: all works and proposals, and "
        "nothing else. Class trend: villages of the class after so many years, whatever the cause, recounting "
        "included. The chance is counted on {villages} pairs of years of real villages; no promise.",
    },
    "outlook-note.uncounted": {
        "id": "Perkiraan: bagian hasil rencana yang biasanya sudah terlihat pada pendataan tahun itu. Hasil penuh: "
        "bila semua kegiatan dan usulan sudah memberi seluruh hasilnya. Peluang status belum dapat dihitung: "
        "pendataan beberapa tahun belum ada.",
        "en": "Expected: the part of the plan's effect that the survey of the year usually sees. Full effect: all "
        "works and proposals. Chances of a class cannot be told yet: there are no surveys of several years.",
    },
    # What villages at the same score did anyway
    "closing.three-years": {
        "id": "Sebagai pembanding (bukan hasil kegiatan ini): dari {villages} desa dengan skor {score} pada "
        "{indicator}, {share} naik dalam tiga tahun walau tanpa kegiatan ini.",
        "en": "To compare, no effect of this work: of {villages} villages at {score} in {indicator}, {share} rose "
        "within three years anyway.",
    },
    "closing.one-year": {
        "id": "Sebagai pembanding (bukan hasil kegiatan ini): dari {villages} desa dengan skor {score} pada "
        "{indicator}, {share} naik dalam setahun walau tanpa kegiatan ini.",
        "en": "To compare, no effect of this work: of {villages} villages at {score} in {indicator}, {share} rose "
        "within a year anyway.",
    },
    "closing.range": {"id": "Berbeda antarprovinsi: {low} sampai {high}.", "en": "Between provinces {low} to {high}."},
    "closing.few": {"id": "Dihitung dari sedikit desa: hanya petunjuk.", "en": "Few villages: no more than a hint."},
    # Many villages
    "column.code": {"id": "Kode", "en": "Code"},
    "column.village": {"id": "Desa", "en": "Village"},
    "column.class": {"id": "Status", "en": "Class"},
    "column.steps": {"id": "Langkah", "en": "Steps"},
    "column.own-money": {"id": "Uang desa", "en": "Village money"},
    "column.proposals": {"id": "Usulan", "en": "Proposals"},
    "column.first-step": {"id": "Langkah pertama", "en": "First step"},
    "summary-proposals": {
        "id": "Usulan semua desa bersama: {amount}; yang dipakai beberapa desa dihitung sekali untuk desa-desa itu.",
        "en": "Proposals of all villages together: {amount}; what several share counts once for them.",
    },
    "summary-hint": {
        "id": "Rencana satu desa: tambahkan --village KODE. Semuanya lengkap: --format xlsx, html, md, json, ndjson, "
        "csv.",
        "en": "The plan of one village: add --village CODE. All plans in full: --format xlsx, html, md, json, ndjson, "
        "csv.",
    },
    # Findings
    "score": {"id": "skor {value}", "en": "score {value}"},
    "threshold": {"id": "ambang {value}", "en": "threshold {value}"},
    "evidence": {"id": "Dasarnya: {parts}.", "en": "Evidence: {parts}."},
    "finding-holds": {"id": "temuan: {name}", "en": "finding: {name}"},
    "missing": {"id": "Belum diketahui: {names}.", "en": "Missing: {names}."},
    "no-findings": {"id": "Tidak ada masalah.", "en": "No problems."},
    # Explanation
    "why-in": {"id": "MENGAPA MASUK RENCANA", "en": "WHY IT IS IN"},
    "why-there": {"id": "MENGAPA DI URUTAN INI", "en": "WHY THERE"},
    "why-out": {"id": "MENGAPA TIDAK MASUK", "en": "WHY IT IS NOT IN"},
    "step-place": {
        "id": "Langkah ke-{rank}, tahun {year}, mulai {month}, selama {months}.",
        "en": "Rank {rank}, {year}, from {month}, {months}.",
    },
    "paid-by": {"id": "Dibayar: {parts}.", "en": "Paid by: {parts}."},
    "cost-range": {"id": "Biaya {total} (antara {low} dan {high}).", "en": "Cost {total} (between {low} and {high})."},
    "changes": {"id": "Menaikkan {changes}.", "en": "Changes {changes}."},
    "prerequisite-of": {"id": "Prasyarat dari: {names}.", "en": "Prerequisite of: {names}."},
    "no-prerequisites": {"id": "Tidak menunggu kegiatan lain.", "en": "Waits for no other work."},
    "order-rule": {
        "id": "Urutan menurut tahun mulai, bulan mulai, prasyarat lebih dulu, lalu manfaatnya. Tanpa langkah ini dan "
        "langkah yang bergantung padanya, rencana kehilangan {share} dari manfaatnya.",
        "en": "Order: start year, start month, prerequisites first, then value. Without this step and what rests on "
        "it the plan loses {share} of its value.",
    },
    "is-met": {
        "id": "Kebutuhan itu sudah terpenuhi di desa ini.",
        "en": "The need that it would serve is served in this village.",
    },
    "not-called": {
        "id": "Tidak ada temuan di desa ini yang memerlukannya.",
        "en": "No finding of this village calls for it.",
    },
    "no-rule-calls": {
        "id": "Tidak ada aturan yang menyarankannya; kegiatan ini hanya masuk sebagai prasyarat kegiatan lain.",
        "en": "No rule calls it; it comes in only as a prerequisite.",
    },
    "graph.one-of": {"id": "salah satu", "en": "one of"},
    # Conditions in words
    "word.not": {"id": "bukan ({condition})", "en": "not ({condition})"},
    # Checks
    "verify-sound": {
        "id": "{count} rencana diperiksa: tidak ada masalah.",
        "en": "{count} plans verified: no problems.",
    },
    "verify-problems": {
        "id": "{count} rencana diperiksa: {problems} masalah.",
        "en": "{count} plans verified: {problems} problems.",
    },
    # Browsing
    "called-by-rules": {"id": "Disarankan oleh aturan", "en": "Called by rules"},
    "read-by-rules": {"id": "Dibaca oleh aturan", "en": "Read by rules"},
    "prerequisite-in": {"id": "Menjadi prasyarat bagi", "en": "Prerequisite of"},
    "improved-by": {"id": "Dapat dinaikkan oleh", "en": "Improved by"},
    "solution-title": {"id": "NILAI {objective}", "en": "OBJECTIVE {objective}"},
    "solution-proven": {
        "id": "Sudah dipastikan yang terbaik (batas {bound}).",
        "en": "Proven to be the best (bound {bound}).",
    },
    "solution-open": {
        "id": "Belum dipastikan yang terbaik: batas {bound}, selisih paling banyak {gap} %.",
        "en": "Not proven: bound {bound}, gap at most {gap} %.",
    },
    "solution-unbounded": {
        "id": "Pencarian cepat: tanpa kepastian yang terbaik.",
        "en": "Fast search: no bound is known.",
    },
    "solution-year": {
        "id": "Mulai tahun {year} (dihitung dari 0): {items}",
        "en": "Start in year {year} (counted from 0): {items}",
    },
}
