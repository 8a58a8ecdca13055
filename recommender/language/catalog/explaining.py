"""Wording of why, why not and what if: obstacles, smallest changes, two plans side by side."""

MESSAGES = {
    # Why not: how the village stands
    "why-not.calling": {"id": "Aturan yang menyarankannya", "en": "The rules that call it"},
    "why-not.applies": {"id": "Syarat kegiatan ini", "en": "The work itself asks for this"},
    "why-not.met-by": {"id": "Sudah terpenuhi karena: {parts}.", "en": "Served already, because: {parts}."},
    "why-not.blocked": {"id": "Prasyarat {name}: {reason}{detail}", "en": "Prerequisite {name}: {reason}{detail}"},
    "why-not.score": {
        "id": "{name}: sekarang {now}; harus {levels}{far}",
        "en": "{name}: now {now}; must be {levels}{far}",
    },
    "why-not.score-levels": {"id": "{levels} dari {highest}", "en": "{levels} of {highest}"},
    "why-not.score-never": {"id": "{condition} (tidak ada tingkat yang memenuhi)", "en": "{condition} (no level does)"},
    "why-not.score-unmeasured": {
        "id": "{condition} (tidak diukur oleh {framework})",
        "en": "{condition} (not measured by {framework})",
    },
    "why-not.rungs": {"id": ", selisih {count} tingkat", "en": ", {count} levels away"},
    "why-not.rung": {"id": ", selisih 1 tingkat", "en": ", 1 level away"},
    "why-not.fact": {"id": "{condition}: sekarang {now}{far}", "en": "{condition}: now {now}{far}"},
    "why-not.not": {"id": "bukan {condition}", "en": "not {condition}"},
    "why-not.assumed": {"id": "{value} (anggapan)", "en": "{value} (assumed)"},
    "why-not.off": {"id": ", selisih {value}", "en": ", {value} away"},
    "why-not.one-of": {"id": "salah satu dari: {ways}", "en": "one of: {ways}"},
    # Why not: what would put it in
    "why-not.changes": {"id": "APA YANG MEMBUATNYA MASUK RENCANA", "en": "WHAT WOULD PUT IT IN"},
    "why-not.changes-note": {
        "id": "Perubahan terkecil dari setiap jenis, mulai dari yang paling kecil; masing-masing sudah dicoba dengan "
        "menyusun ulang rencana. Nilai dan jawaban tidak boleh direkayasa: periksa dulu apakah keadaan desa memang "
        "begitu.",
        "en": "The smallest change of each kind, the smallest of all first; each was tried by planning again. Values "
        "and answers are not to be made up: check whether the village is really so.",
    },
    "why-not.none": {
        "id": "Tidak ada dari {tried} perubahan yang dicoba yang membuatnya masuk.",
        "en": "None found among the {tried} changes that were tried.",
    },
    "why-not.unfinished": {
        "id": "Belum semua perubahan sempat dicoba pada: {kinds}.",
        "en": "Not searched to the end: {kinds}.",
    },
    "why-not.try": {"id": "Coba: recommender what-if … {options}", "en": "Try: recommender what-if … {options}"},
    "why-not.displaces": {"id": "Akibatnya keluar dari rencana: {names}.", "en": "Then out: {names}."},
    "why-not.brings": {"id": "Yang ikut masuk: {names}.", "en": "Also in: {names}."},
    "why-not.forced": {"id": "JIKA DIPAKSA MASUK (--pin)", "en": "IF IT WERE FORCED IN (--pin)"},
    "why-not.forced-step": {"id": "Mulai {year}, {cost}.", "en": "From {year}, {cost}."},
    "why-not.forced-value": {
        "id": "Rencana kehilangan {share} dari manfaatnya.",
        "en": "The plan loses {share} of its value.",
    },
    "why-not.forced-same": {"id": "Manfaat rencana tetap.", "en": "The value of the plan stays the same."},
    "why-not.forced-moves": {"id": "Waktunya bergeser: {names}.", "en": "Moved: {names}."},
    "why-not.forced-money": {
        "id": "Uang desa yang terpakai: {difference} ({before} → {after}).",
        "en": "Village money planned: {difference} ({before} → {after}).",
    },
    # A change in words
    "change.value": {
        "id": "kalau {name} ternyata {value}{meaning} (sekarang {was})",
        "en": "if {name} were really {value}{meaning} (now {was})",
    },
    "change.value-unknown": {
        "id": "kalau {name} tidak diketahui (sekarang {was})",
        "en": "if {name} were unknown (now {was})",
    },
    "change.fact": {
        "id": "kalau jawaban atas “{question}” ternyata {value} (sekarang {was})",
        "en": "if the answer to “{question}” were really {value} (now {was})",
    },
    "change.money-every": {
        "id": "kalau {source} bertambah {extra} setiap tahun (menjadi {amounts})",
        "en": "if {source} had {extra} more every year (then {amounts})",
    },
    "change.money-year": {
        "id": "kalau {source} tahun {year} bertambah {extra} (menjadi {amounts})",
        "en": "if {source} had {extra} more in {year} (then {amounts})",
    },
    "change.budget": {"id": "kalau uang desa menjadi: {amounts}", "en": "if the money were: {amounts}"},
    "change.years": {
        "id": "kalau rencananya {years} tahun (sekarang {was})",
        "en": "if the plan had {years} years (now {was})",
    },
    "change.parameter": {"id": "kalau {name} {value} (sekarang {was})", "en": "if {name} were {value} (now {was})"},
    "change.knowledge": {
        "id": "kalau memakai pengetahuan lain ({name})",
        "en": "if other knowledge were used ({name})",
    },
    "change.and": {"id": "{first} dan {second}", "en": "{first} and {second}"},
    # What if
    "what-if-of": {"id": "SEANDAINYA DI DESA {village}", "en": "WHAT IF IN {village}"},
    "what-if.same": {"id": "Rencana tidak berubah.", "en": "The plan stays the same."},
    "what-if.side-by-side": {"id": "DUA RENCANA BERDAMPINGAN", "en": "BOTH PLANS SIDE BY SIDE"},
    "what-if.came": {"id": "YANG MASUK", "en": "WHAT CAME IN"},
    "what-if.went": {"id": "YANG KELUAR", "en": "WHAT WENT OUT"},
    "what-if.moved": {"id": "YANG BERUBAH WAKTU ATAU BIAYA", "en": "WHAT MOVED"},
    "what-if.stayed": {"id": "YANG TETAP", "en": "WHAT STAYED"},
    "column.then": {"id": "Seandainya", "en": "Then"},
    "what-if.row.status": {"id": "Keadaan", "en": "Status"},
    "what-if.row.steps": {"id": "Langkah desa", "en": "Steps of the village"},
    "what-if.row.proposals": {"id": "Usulan", "en": "Proposals"},
    "what-if.row.money": {"id": "Uang desa", "en": "Village money"},
    "what-if.row.others": {"id": "Uang pihak lain", "en": "Others' money"},
    "what-if.row.objective": {"id": "Manfaat rencana*", "en": "Value of the plan*"},
    "what-if.row.expected": {"id": "Perkiraan indeks {year}", "en": "Expected index {year}"},
    "what-if.row.all-done": {"id": "Indeks {year}, hasil penuh", "en": "Index {year}, full effect"},
    "what-if.row.chance": {"id": "Dari 10 desa serupa, {year}", "en": "Of 10 villages like this, {year}"},
    "what-if.objective-note": {
        "id": "* Kebutuhan yang terpenuhi menurut bobotnya, dikalikan lamanya dalam tahun; hanya dapat dibandingkan "
        "bila nilai dan jawabannya sama.",
        "en": "* Weighted needs closed, times years; comparable only where values and answers are the same.",
    },
    "what-if.step": {"id": "{year}, mulai {month}, {executor}", "en": "{year}, from {month}, {executor}"},
    "what-if.from-to": {"id": "{before} → {after}", "en": "{before} → {after}"},
    "because.none": {
        "id": "Urutan terbaik seluruh rencana kini lain.",
        "en": "The best order of the whole plan is another.",
    },
    "bound.lacking": {"id": "Kurang: {parts}.", "en": "Short of: {parts}."},
}
