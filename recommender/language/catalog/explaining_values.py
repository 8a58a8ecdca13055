"""What the values of an explanation are called: how rules stand, bases of prices, changes, why a plan moved."""

TERMS = {
    "cost-basis": {
        "sourced": {
            "id": "Dasar harga: batas bawah dan atasnya terbaca di sumber.",
            "en": "Price: both its ends were read in a source.",
        },
        "derived": {
            "id": "Dasar harga: dihitung dari angka yang terbaca di sumber.",
            "en": "Price: computed from figures that were read in a source.",
        },
        "partly": {
            "id": "Dasar harga: sebagian terbaca di sumber, sebagian perkiraan penyusun.",
            "en": "Price: partly read in a source, partly the authors' judgement.",
        },
        "judgement": {
            "id": "Dasar harga: perkiraan penyusun; sumbernya belum ada.",
            "en": "Price: the authors' judgement; no source was found.",
        },
    },
    "running-basis": {
        "sourced": {
            "id": "Dasar biaya rutin: terbaca di sumber.",
            "en": "Running cost: read in a source.",
        },
        "derived": {
            "id": "Dasar biaya rutin: dihitung dari angka yang terbaca di sumber.",
            "en": "Running cost: computed from figures that were read in a source.",
        },
        "judgement": {
            "id": "Dasar biaya rutin: perkiraan penyusun.",
            "en": "Running cost: the authors' judgement.",
        },
    },
    "standing": {
        "holds": {"id": "{name}: berlaku", "en": "{name}: holds"},
        "open": {"id": "{name}: belum dapat ditentukan", "en": "{name}: undetermined"},
        "does-not-hold": {"id": "{name}: tidak berlaku", "en": "{name}: does not hold"},
    },
    "held-back": {
        "no-need": {
            "id": "Aturannya berlaku, tetapi sasarannya sudah tercapai: tidak ada lagi yang kurang.",
            "en": "The rule holds, but its target is reached already: there is nothing to close.",
        },
        "no-rung": {
            "id": "Aturannya berlaku, tetapi kegiatan ini tidak cukup untuk menaikkan indikatornya satu tingkat.",
            "en": "The rule holds, but this work does not lift the indicator to its next level.",
        },
    },
    "change-kind": {
        "data": {"id": "nilai", "en": "values"},
        "fact": {"id": "jawaban", "en": "answers"},
        "prerequisite": {"id": "prasyarat", "en": "prerequisites"},
        "option": {"id": "pilihan", "en": "options"},
        "years": {"id": "tahun", "en": "years"},
        "money": {"id": "uang", "en": "money"},
        "limit": {"id": "batas kemampuan", "en": "limits"},
        "pin": {"id": "kegiatan yang diwajibkan", "en": "pin"},
        "mixed": {"id": "gabungan", "en": "mixed"},
    },
    "wish": {
        "pin": {"id": "kalau {name} diwajibkan", "en": "if {name} were required"},
        "ban": {"id": "kalau {name} dikeluarkan", "en": "if {name} were left out"},
        "allow": {"id": "kalau {name} boleh masuk", "en": "if {name} were allowed"},
        "done": {"id": "kalau {name} sudah ada", "en": "if {name} were already there"},
    },
    "switch": {
        "own-means": {"id": "kalau tanpa usulan kepada pihak lain", "en": "if without proposals to others"},
        "with-proposals": {"id": "kalau usulan kepada pihak lain boleh", "en": "if proposals to others were allowed"},
        "measured-only": {"id": "kalau tanpa anggapan", "en": "if without assumptions"},
        "with-assumptions": {"id": "kalau anggapan boleh dipakai", "en": "if assumptions were used"},
    },
    "why-moved": {
        "finding-appeared": {"id": "Temuan yang muncul: {names}.", "en": "Finding that appeared: {names}."},
        "finding-gone": {"id": "Temuan yang hilang: {names}.", "en": "Finding that is gone: {names}."},
        "need-heavier": {
            "id": "Kebutuhan ini menjadi lebih mendesak: {names} (bobotnya naik {share}).",
            "en": "Its need weighs more: {names}, {share} more.",
        },
        "need-lighter": {
            "id": "Kebutuhan ini menjadi kurang mendesak: {names} (bobotnya turun {share}).",
            "en": "Its need weighs less: {names}, {share} less.",
        },
        "no-longer-met": {"id": "Sebelumnya dianggap sudah terpenuhi.", "en": "It was served already before."},
        "met-now": {"id": "Sudah terpenuhi.", "en": "It is served already now."},
        "was-deferred": {"id": "Sebelumnya tidak masuk rencana: {detail}.", "en": "It was left out before: {detail}."},
        "deferred-now": {"id": "Sekarang tidak masuk rencana: {detail}.", "en": "It is left out now: {detail}."},
        "room-freed": {"id": "Mendapat tempat karena ini keluar: {names}.", "en": "Room from what went out: {names}."},
        "displaced-by": {"id": "Tergeser oleh: {names}.", "en": "Displaced by: {names}."},
        "prerequisite-of": {"id": "Prasyarat dari: {names}.", "en": "Prerequisite of: {names}."},
        "served-gone": {"id": "Yang memerlukannya keluar: {names}.", "en": "What needed it went out: {names}."},
        "pinned": {"id": "Diwajibkan.", "en": "It is required."},
        "banned": {"id": "Dikeluarkan.", "en": "It is left out by wish."},
        "done-now": {"id": "Sudah ada.", "en": "It is already there."},
        "pulled": {"id": "Sekarang menunggu: {names}.", "en": "It now waits for: {names}."},
        "bound-before": {"id": "Sebelumnya: {detail}", "en": "Before: {detail}"},
        "bound-now": {"id": "Sekarang: {detail}", "en": "Now: {detail}"},
        "other-executor": {"id": "Pelaksana: {names}.", "en": "Executor: {names}."},
        "other-cost": {"id": "Biaya: {amounts}.", "en": "Cost: {amounts}."},
    },
    "more-room": {
        "money": {"id": "Uangnya bertambah.", "en": "There is more money."},
        "years": {"id": "Masa rencana lebih panjang.", "en": "There are more years."},
        "places": {"id": "Lebih banyak kegiatan boleh mulai dalam setahun.", "en": "More works may start in a year."},
    },
    "bound": {
        "first": {"id": "Tidak bisa lebih awal: ini sudah tahun pertama.", "en": "No earlier year: this is the first."},
        "prerequisite": {
            "id": "Tidak bisa setahun lebih awal: menunggu {names}.",
            "en": "Not a year earlier: it waits for {names}.",
        },
        "lead-time": {
            "id": "Tidak bisa setahun lebih awal: usulan memerlukan waktu sampai disetujui.",
            "en": "Not a year earlier: a proposal takes time to be approved.",
        },
        "physical-a-year": {
            "id": "Tidak bisa setahun lebih awal: jumlah pekerjaan fisik tahun itu sudah penuh.",
            "en": "Not a year earlier: that year already starts as many physical works as the village can.",
        },
        "lines-a-year": {
            "id": "Tidak bisa setahun lebih awal: jumlah kegiatan nonfisik tahun itu sudah penuh.",
            "en": "Not a year earlier: that year already starts as many other lines as the village can.",
        },
        "proposals-a-year": {
            "id": "Tidak bisa setahun lebih awal: usulan bangunan kepada instansi itu sudah penuh tahun itu.",
            "en": "Not a year earlier: that year already asks the same office for as many buildings as make sense.",
        },
        "money": {
            "id": "Tidak bisa setahun lebih awal: uang tahun itu tidak cukup.",
            "en": "Not a year earlier: the money of that year does not reach.",
        },
        "service-cost": {
            "id": "Tidak bisa setahun lebih awal: biaya layanan akan melewati batas.",
            "en": "Not a year earlier: services would pass their limit.",
        },
        "running-cost": {
            "id": "Tidak bisa setahun lebih awal: biaya rutin akan melewati batas.",
            "en": "Not a year earlier: the running costs would pass their limit.",
        },
    },
}
