"""Wording of why, why not and what if: obstacles, smallest changes, two plans side by side."""

from __future__ import annotations

EXPLAINING: dict[str, tuple[str, str]] = {
    # Why not: how the village stands
    "why-not.calling": ("Aturan yang memanggilnya", "The rules that call it"),
    "why-not.rule.holds": ("{name}: berlaku", "{name}: holds"),
    "why-not.rule.open": ("{name}: belum dapat ditentukan", "{name}: undetermined"),
    "why-not.rule.does-not-hold": ("{name}: tidak berlaku", "{name}: does not hold"),
    "why-not.held-back.no-need": (
        "Aturannya berlaku, tetapi sasarannya sudah tercapai: tidak ada yang perlu ditutup.",
        "The rule holds, but its target is reached already: there is nothing to close.",
    ),
    "why-not.held-back.no-rung": (
        "Aturannya berlaku, tetapi kegiatan ini tidak menaikkan indikatornya ke tingkat berikut.",
        "The rule holds, but this work does not lift the indicator to its next level.",
    ),
    "why-not.applies": ("Kegiatan ini mensyaratkan hal berikut", "The work itself asks for this"),
    "why-not.met-by": ("Sudah terpenuhi, karena: {parts}.", "Served already, because: {parts}."),
    "why-not.blocked": ("Prasyarat {name}: {reason}{detail}", "Prerequisite {name}: {reason}{detail}"),
    "why-not.score": (
        "{name}: sekarang {now}; harus {levels}{far}",
        "{name}: now {now}; must be {levels}{far}",
    ),
    "why-not.score-levels": ("{levels} dari {highest}", "{levels} of {highest}"),
    "why-not.score-never": ("{condition} (tidak ada tingkat yang memenuhi)", "{condition} (no level does)"),
    "why-not.score-unmeasured": (
        "{condition} (tidak diukur oleh {framework})",
        "{condition} (not measured by {framework})",
    ),
    "why-not.rungs": (", selisih {count} tingkat", ", {count} levels away"),
    "why-not.rung": (", selisih 1 tingkat", ", 1 level away"),
    "why-not.fact": ("{condition}: sekarang {now}{far}", "{condition}: now {now}{far}"),
    "why-not.not": ("bukan {condition}", "not {condition}"),
    "why-not.assumed": ("{value} (anggapan)", "{value} (assumed)"),
    "why-not.off": (", selisih {value}", ", {value} away"),
    "why-not.one-of": ("salah satu dari: {ways}", "one of: {ways}"),
    # Why not: what would put it in
    "why-not.changes": ("YANG MEMASUKKANNYA", "WHAT WOULD PUT IT IN"),
    "why-not.changes-note": (
        "Perubahan terkecil dari tiap jenis, yang paling kecil lebih dulu; masing-masing sudah dicoba dengan menyusun "
        "rencana lagi. Nilai dan jawaban bukan untuk direkayasa: periksa apakah keadaan sebenarnya memang begitu.",
        "The smallest change of each kind, the smallest of all first; each was tried by planning again. Values and "
        "answers are not to be made up: check whether the village is really so.",
    ),
    "why-not.none": (
        "Tidak ditemukan di antara {tried} perubahan yang dicoba.",
        "None found among the {tried} changes that were tried.",
    ),
    "why-not.unfinished": (
        "Belum dicari sampai habis: {kinds}.",
        "Not searched to the end: {kinds}.",
    ),
    "why-not.try": ("Coba: recommender what-if … {options}", "Try: recommender what-if … {options}"),
    "why-not.displaces": ("Yang lalu keluar: {names}.", "Then out: {names}."),
    "why-not.brings": ("Ikut masuk: {names}.", "Also in: {names}."),
    "why-not.kind.data": ("nilai", "values"),
    "why-not.kind.fact": ("jawaban", "answers"),
    "why-not.kind.prerequisite": ("prasyarat", "prerequisites"),
    "why-not.kind.option": ("pilihan", "options"),
    "why-not.kind.years": ("tahun", "years"),
    "why-not.kind.money": ("uang", "money"),
    "why-not.kind.limit": ("batas kemampuan", "limits"),
    "why-not.kind.pin": ("diwajibkan", "pin"),
    "why-not.kind.mixed": ("gabungan", "mixed"),
    "why-not.forced": ("JIKA DIPAKSA MASUK (--pin)", "IF IT WERE FORCED IN (--pin)"),
    "why-not.forced-step": ("Mulai {year}, {cost}.", "From {year}, {cost}."),
    "why-not.forced-value": (
        "Rencana kehilangan {share} dari nilainya.",
        "The plan loses {share} of its value.",
    ),
    "why-not.forced-same": ("Nilai rencana tetap.", "The value of the plan stays the same."),
    "why-not.forced-moves": ("Bergeser: {names}.", "Moved: {names}."),
    "why-not.forced-money": (
        "Uang desa yang direncanakan: {difference} ({before} → {after}).",
        "Village money planned: {difference} ({before} → {after}).",
    ),
    # A change in words
    "change.value": (
        "kalau {name} ternyata {value}{meaning} (sekarang {was})",
        "if {name} were really {value}{meaning} (now {was})",
    ),
    "change.value-unknown": (
        "kalau {name} tidak diketahui (sekarang {was})",
        "if {name} were unknown (now {was})",
    ),
    "change.fact": (
        "kalau jawaban atas “{question}” ternyata {value} (sekarang {was})",
        "if the answer to “{question}” were really {value} (now {was})",
    ),
    "change.money-every": (
        "kalau {source} bertambah {extra} setiap tahun (menjadi {amounts})",
        "if {source} had {extra} more every year (then {amounts})",
    ),
    "change.money-year": (
        "kalau {source} tahun {year} bertambah {extra} (menjadi {amounts})",
        "if {source} had {extra} more in {year} (then {amounts})",
    ),
    "change.budget": ("kalau uangnya: {amounts}", "if the money were: {amounts}"),
    "change.years": ("kalau rencananya {years} tahun (sekarang {was})", "if the plan had {years} years (now {was})"),
    "change.pin": ("kalau {name} diwajibkan", "if {name} were required"),
    "change.ban": ("kalau {name} dikeluarkan", "if {name} were left out"),
    "change.allow": ("kalau {name} boleh masuk", "if {name} were allowed"),
    "change.done": ("kalau {name} sudah ada", "if {name} were already there"),
    "change.own-means": ("kalau tanpa usulan kepada pihak lain", "if without proposals to others"),
    "change.with-proposals": ("kalau usulan kepada pihak lain boleh", "if proposals to others were allowed"),
    "change.measured-only": ("kalau tanpa anggapan", "if without assumptions"),
    "change.with-assumptions": ("kalau anggapan boleh dipakai", "if assumptions were used"),
    "change.parameter": ("kalau {name} {value} (sekarang {was})", "if {name} were {value} (now {was})"),
    "change.knowledge": ("kalau memakai pengetahuan lain ({name})", "if other knowledge were used ({name})"),
    "change.and": ("{first} dan {second}", "{first} and {second}"),
    # What if
    "what-if-of": ("SEANDAINYA DI DESA {village}", "WHAT IF IN {village}"),
    "what-if.same": ("Rencananya tetap sama.", "The plan stays the same."),
    "what-if.side-by-side": ("DUA RENCANA BERDAMPINGAN", "BOTH PLANS SIDE BY SIDE"),
    "what-if.came": ("YANG MASUK", "WHAT CAME IN"),
    "what-if.went": ("YANG KELUAR", "WHAT WENT OUT"),
    "what-if.moved": ("YANG BERGESER", "WHAT MOVED"),
    "what-if.stayed": ("YANG TETAP", "WHAT STAYED"),
    "column.now": ("Sekarang", "Now"),
    "column.then": ("Seandainya", "Then"),
    "what-if.row.status": ("Keadaan", "Status"),
    "what-if.row.steps": ("Langkah desa", "Steps of the village"),
    "what-if.row.proposals": ("Usulan", "Proposals"),
    "what-if.row.money": ("Uang desa", "Village money"),
    "what-if.row.others": ("Uang pihak lain", "Others' money"),
    "what-if.row.objective": ("Nilai rencana*", "Value of the plan*"),
    "what-if.row.expected": ("Indeks {year}, rencana saja", "Index {year}, plan alone"),
    "what-if.row.all-done": ("Indeks {year}, jika semua jadi", "Index {year}, if all is done"),
    "what-if.objective-note": (
        "* Bobot kebutuhan yang tertutup kali tahun; hanya sebanding bila nilai dan jawabannya sama.",
        "* Weighted needs closed, times years; comparable only where values and answers are the same.",
    ),
    "what-if.step": ("{year}, mulai {month}, {executor}", "{year}, from {month}, {executor}"),
    "what-if.from-to": ("{before} → {after}", "{before} → {after}"),
    "because.finding-appeared": ("Temuan yang muncul: {names}.", "Finding that appeared: {names}."),
    "because.finding-gone": ("Temuan yang hilang: {names}.", "Finding that is gone: {names}."),
    "because.need-heavier": (
        "Kebutuhannya lebih berat: {names}, {share} lebih.",
        "Its need weighs more: {names}, {share} more.",
    ),
    "because.need-lighter": (
        "Kebutuhannya lebih ringan: {names}, {share} kurang.",
        "Its need weighs less: {names}, {share} less.",
    ),
    "because.no-longer-met": ("Tadinya sudah terpenuhi.", "It was served already before."),
    "because.met-now": ("Sudah terpenuhi.", "It is served already now."),
    "because.was-deferred": ("Tadinya tertinggal: {detail}.", "It was left out before: {detail}."),
    "because.deferred-now": ("Sekarang tertinggal: {detail}.", "It is left out now: {detail}."),
    "because.room-freed": ("Tempatnya dari yang keluar: {names}.", "Room from what went out: {names}."),
    "because.more-room.money": ("Uangnya bertambah.", "There is more money."),
    "because.more-room.years": ("Tahunnya bertambah.", "There are more years."),
    "because.more-room.places": ("Lebih banyak kegiatan boleh mulai setahun.", "More works may start in a year."),
    "because.displaced-by": ("Tergeser oleh: {names}.", "Displaced by: {names}."),
    "because.prerequisite-of": ("Prasyarat dari: {names}.", "Prerequisite of: {names}."),
    "because.served-gone": ("Yang memerlukannya keluar: {names}.", "What needed it went out: {names}."),
    "because.pinned": ("Diwajibkan.", "It is required."),
    "because.banned": ("Dikeluarkan.", "It is left out by wish."),
    "because.done-now": ("Sudah ada.", "It is already there."),
    "because.pulled": ("Menunggu juga: {names}.", "It now waits for: {names}."),
    "because.bound-before": ("Tadinya: {detail}", "Before: {detail}"),
    "because.bound-now": ("Sekarang: {detail}", "Now: {detail}"),
    "because.other-executor": ("Pelaksana: {names}.", "Executor: {names}."),
    "because.other-cost": ("Biaya: {amounts}.", "Cost: {amounts}."),
    "because.none": (
        "Urutan terbaik seluruh rencana berubah.",
        "The best order of the whole plan is another.",
    ),
    "bound.lacking": ("Kurang: {parts}.", "Short of: {parts}."),
    # Help
    "help.what-if": (
        "Bandingkan rencana dengan seandainya: nilai, jawaban, uang, tahun, atau aturan lain.",
        "Compare the plan with what if: other values, answers, money, years or rules.",
    ),
    "help.what-if.example": (
        "Pilihan biasa membentuk rencana pertama, --set dan --then-… rencana kedua. Contoh: recommender what-if "
        "examples --village KODE --set toilet-access=1 --then-budget 400jt",
        "The usual options shape the first plan, --set and --then-… the second. Example: recommender what-if "
        "examples --village CODE --set toilet-access=1 --then-budget 400jt",
    ),
    "option.set": (
        "Indikator (nilai terbit), fakta, atau parameter katalog; unknown = tidak diketahui (boleh diulang).",
        "An indicator (published value), a fact, or a parameter of the catalog; unknown takes it away (may be "
        "repeated).",
    ),
    "option.then-budget": (
        "Uang sumber ini setahun, atau tahun ini saja; sumber lain tetap (boleh diulang).",
        "Money of this source a year, or in this year alone; other sources stay (may be repeated).",
    ),
    "option.then-budget-file": ("Berkas uang lain.", "Another budget file."),
    "option.then-years": ("Lamanya rencana kedua.", "Years of the second plan."),
    "option.then-pin": ("Kegiatan yang lalu wajib masuk.", "A work that must then be in."),
    "option.then-ban": ("Kegiatan yang lalu tidak boleh masuk.", "A work that must then not be in."),
    "option.then-allow": (
        "Kegiatan yang tadinya dikeluarkan atau ditolak dan lalu boleh masuk.",
        "A work that was banned or rejected and may then be in.",
    ),
    "option.then-done": ("Kegiatan yang dianggap sudah ada.", "A work that counts as already there."),
    "option.then-own-means": ("Lalu tanpa usulan.", "Then without proposals."),
    "option.then-with-proposals": ("Lalu dengan usulan.", "Then with proposals."),
    "option.then-measured-only": ("Lalu tanpa anggapan.", "Then without assumptions."),
    "option.then-with-assumptions": ("Lalu dengan anggapan.", "Then with assumptions."),
    "option.then-knowledge": ("Lalu dengan basis pengetahuan ini.", "Then with this knowledge base."),
    "option.then-overlay": (
        "Lalu dengan folder ini di atas pengetahuan (boleh diulang).",
        "Then with this folder laid over the knowledge (may be repeated).",
    ),
    # What went wrong
    "bad-setting": (
        "'{value}' tidak terbaca; tulis NAMA=NILAI, misalnya toilet-access=1.",
        "'{value}' cannot be read; write NAME=VALUE, as toilet-access=1.",
    ),
    "unknown-setting": (
        "'{value}' bukan indikator, fakta, atau parameter, jadi tidak ada yang berubah.{near} Semua: recommender list.",
        "'{value}' is no indicator, fact or parameter, so nothing would change.{near} All: recommender list.",
    ),
    "setting-twice": (
        "'{value}' diberikan dua kali; beri satu nilai.",
        "'{value}' is given twice; give one value.",
    ),
    "ambiguous-setting": (
        "'{value}' nama beberapa hal; tulis salah satu dari {known}.",
        "'{value}' names several things; write one of {known}.",
    ),
    "unknown-indicator": (
        "indikator '{value}' tidak dikenal.{near} Semua: recommender list indicators.",
        "the indicator '{value}' is not known.{near} All: recommender list indicators.",
    ),
    "unknown-fact": (
        "fakta '{value}' tidak dikenal.{near} Semua: recommender list facts.",
        "the fact '{value}' is not known.{near} All: recommender list facts.",
    ),
    "unknown-parameter": (
        "parameter '{value}' tidak dikenal.{near} Semua: recommender list parameters.",
        "the parameter '{value}' is not known.{near} All: recommender list parameters.",
    ),
    "no-index-data": (
        "desa ini tanpa data indeks, jadi '{name}' tidak punya tangga nilai; beri fakta saja.",
        "this village has no index data, so '{name}' has no ladder of values; give facts instead.",
    ),
    "not-measured-here": (
        "{framework} tidak mengukur '{name}', jadi nilainya tidak berarti; beri indikator dari indeks itu.",
        "{framework} does not measure '{name}', so a value would mean nothing; give an indicator of that index.",
    ),
    "not-on-ladder": (
        "'{name}' tidak pernah bernilai {value}; tulis salah satu dari {levels}, atau unknown.",
        "'{name}' is never {value}; write one of {levels}, or unknown.",
    ),
    "unfit-answer": (
        "'{name}' tidak dapat dijawab begitu; jenisnya {type} (kata: {words}).",
        "'{name}' cannot be answered so; it is of type {type} (words: {words}).",
    ),
    "unfit-number": (
        "{value} tidak dapat menjadi '{name}' (satuan {unit}); beri angka 0 atau lebih, paling banyak tiga desimal.",
        "{value} cannot be '{name}' (unit {unit}); give a number of 0 or more, at most three decimals.",
    ),
    "nothing-asked": (
        "tidak ada yang diubah; beri --set NAMA=NILAI atau pilihan --then-….",
        "nothing is changed; give --set NAME=VALUE or a --then-… option.",
    ),
    "not-in-plan": (
        "tahun '{value}' di luar rencana; tulis tahun {first} sampai {last}.",
        "the year '{value}' is outside of the plan; write a year from {first} to {last}.",
    ),
    "both-ways": (
        "{one} dan {other} bertentangan; pilih salah satu.",
        "{one} and {other} contradict each other; choose one.",
    ),
    "not-in-then": (
        "desa ini tidak ada dalam data yang dibaca dengan pengetahuan lain; periksa folder itu.",
        "this village is not in the data as read with the other knowledge; check that folder.",
    ),
}
