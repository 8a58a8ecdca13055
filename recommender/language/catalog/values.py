"""What the values of plans, questions, checks and knowledge are called: executors, reasons, units, decisions."""

TERMS = {
    # Facts, with their unit
    "unit": {
        "km": {"id": "{value} km", "en": "{value} km"},
        "m": {"id": "{value} m", "en": "{value} m"},
        "hectare": {"id": "{value} ha", "en": "{value} ha"},
        "years": {"id": "{value} tahun", "en": "{value} years"},
    },
    # Plans
    "empty-year": {
        "limits": {
            "id": "{year} tanpa kegiatan baru: uang atau jumlah kegiatan setahun tidak cukup untuk {names}.",
            "en": "{year} has no work of its own: limits of money or capacity keep out {names}.",
        },
        "unknown": {
            "id": "{year} tanpa kegiatan baru: semua yang terukur sudah terpenuhi. Jawaban atas hal ini mungkin "
            "menambah kegiatan: {names}.",
            "en": "{year} has no work of its own: what is measured is served. These answers may fill it: {names}.",
        },
        "low-value": {
            "id": "{year} tanpa kegiatan baru: yang tersisa kecil hasilnya, seperti {names}.",
            "en": "{year} has no work of its own: what is left would change little, such as {names}.",
        },
        "nothing-left": {
            "id": "{year} tanpa kegiatan baru: semua kebutuhan yang dapat dipenuhi sudah terpenuhi.",
            "en": "{year} has no work of its own: every need that a work serves is served.",
        },
    },
    "status": {
        "planned": {"id": "Ada rencana.", "en": "Planned."},
        "nothing-to-do": {
            "id": "Tidak ada yang perlu dikerjakan: semua yang terukur sudah mencapai sasarannya.",
            "en": "Nothing to do: all that is measured has reached its target.",
        },
        "budget-too-small": {
            "id": "Uang yang ada tidak cukup untuk satu kegiatan pun; kegiatan yang tidak masuk beserta alasannya ada "
            "di bawah.",
            "en": "The money does not reach for a single work; what was left out stands below, with the reasons.",
        },
        "too-little-data": {
            "id": "Data terlalu sedikit untuk menyusun rencana; jawab dulu pertanyaan di bawah.",
            "en": "There is too little data to plan; answer the questions below first.",
        },
    },
    # What was decided on a step of the plan before
    "decision": {
        "done": {"id": "Selesai", "en": "Done"},
        "under-way": {"id": "Sedang berjalan", "en": "Under way"},
        "rejected": {"id": "Ditolak", "en": "Rejected"},
        "again": {"id": "Direncanakan lagi", "en": "Planned again"},
        "dropped": {"id": "Tidak direncanakan lagi", "en": "Dropped"},
    },
    # With whom a village shares a work: counted, or about so many
    "shared-with": {
        "neighbours": {"id": "{count} desa lain di sekitarnya", "en": "{count} other villages around"},
        "subdistrict": {"id": "{count} desa lain sekecamatan", "en": "{count} other villages of the subdistrict"},
        "district": {"id": "{count} desa lain sekabupaten", "en": "{count} other villages of the district"},
    },
    # Who builds and pays
    "executor": {
        "village": {"id": "desa", "en": "the village"},
        "district": {"id": "kabupaten/kota", "en": "the district"},
        "province": {"id": "provinsi", "en": "the province"},
        "national": {"id": "pemerintah pusat dan BUMN", "en": "national government and state companies"},
        "csr": {"id": "perusahaan dan mitra (CSR)", "en": "companies and partners (CSR)"},
    },
    # What a step serves
    "need-served": {
        "severe": {"id": "kebutuhan dasar yang sangat kurang", "en": "a severe basic need"},
        "basic": {"id": "kebutuhan dasar", "en": "a basic need"},
        "other": {"id": "kebutuhan lain", "en": "another need"},
        "assumed": {"id": "kebutuhan yang masih perlu dipastikan", "en": "a need to be confirmed"},
        "amenity": {"id": "kebutuhan pelengkap", "en": "an amenity"},
        "beyond": {"id": "di atas sasaran", "en": "beyond the target"},
    },
    # Needs in the order in which they come
    "tier": {
        "severe": {"id": "Dasar yang sangat kurang", "en": "Severe basic needs"},
        "to-target": {"id": "Sampai sasaran", "en": "Up to the target"},
        "amenity": {"id": "Pelengkap", "en": "Amenities"},
        "beyond": {"id": "Di atas sasaran", "en": "Beyond the target"},
    },
    # What a rule of village money asks
    "rule-kind": {
        "at-least": {"id": "paling sedikit", "en": "at least"},
        "at-most": {"id": "paling banyak", "en": "at most"},
    },
    # Why a work is not in the plan
    "reason": {
        "over-budget": {"id": "Terlalu mahal untuk uang yang ada", "en": "Too dear for the money"},
        "beyond-horizon": {"id": "Baru selesai sesudah masa rencana", "en": "Would end after the plan's years"},
        "capacity": {
            "id": "Melebihi jumlah kegiatan yang sanggup dikerjakan setahun",
            "en": "More works than can be done in a year",
        },
        "running-cost": {"id": "Biaya rutinnya terlalu besar", "en": "The running cost is too high"},
        "service-cost": {
            "id": "Biaya layanan tahunannya terlalu besar",
            "en": "The yearly cost of services is too high",
        },
        "instalment": {
            "id": "Harus mulai sebelum dana tahap kedua tiba",
            "en": "Would start before the second instalment arrives",
        },
        "excluded": {
            "id": "Tidak boleh bersama kegiatan lain yang sudah direncanakan",
            "en": "Cannot go with another work of the plan",
        },
        "alternative-chosen": {
            "id": "Kegiatan lain sudah dipilih untuk kebutuhan yang sama",
            "en": "Another work was chosen for it",
        },
        "not-applicable": {"id": "Tidak berlaku untuk desa ini", "en": "Does not apply to this village"},
        "prerequisite-deferred": {
            "id": "Prasyaratnya tidak masuk rencana",
            "en": "Its prerequisite is not in the plan",
        },
        "undetermined": {
            "id": "Belum dapat diputuskan karena data kurang",
            "en": "Cannot be decided, data are missing",
        },
        "low-value": {
            "id": "Hasilnya kecil dibanding kegiatan lain dalam rencana",
            "en": "It would change little beside the other works of the plan",
        },
        "no-source": {"id": "Tidak ada sumber dana", "en": "No source of money"},
        "too-large": {
            "id": "Terlalu besar untuk usulan biasa; perlu diperjuangkan tersendiri",
            "en": "Too large for a proposal; to be advocated for",
        },
        "banned": {"id": "Dikeluarkan atas permintaan", "en": "Left out by the user"},
        "joint-money": {
            "id": "Tidak didanai oleh uang bersama",
            "en": "Not paid by the joint money",
        },
    },
    # Lines of the outlook
    "outlook-line": {
        "expected": {"id": "Perkiraan", "en": "Expected"},
        "all-done": {"id": "Hasil penuh", "en": "Full effect"},
        "trend": {"id": "Desa setara", "en": "Class trend"},
    },
    # Findings
    "mark": {
        "assumed": {"id": "berdasarkan anggapan", "en": "by assumption"},
        "doubtful": {"id": "diragukan", "en": "doubtful"},
        "beyond": {"id": "di atas sasaran", "en": "beyond the target"},
    },
    # Conditions: what is read, how it is compared
    "read": {
        "score": {"id": "skor {name}", "en": "the score of {name}"},
        "fact": {"id": "{name}", "en": "{name}"},
        "finding": {"id": "temuan “{name}”", "en": "the finding “{name}”"},
    },
    "word": {
        "below": {"id": "{subject} di bawah {operand}", "en": "{subject} is below {operand}"},
        "at-most": {"id": "{subject} paling tinggi {operand}", "en": "{subject} is at most {operand}"},
        "above": {"id": "{subject} di atas {operand}", "en": "{subject} is above {operand}"},
        "at-least": {"id": "{subject} sedikitnya {operand}", "en": "{subject} is at least {operand}"},
        "is": {"id": "{subject}: {operand}", "en": "{subject}: {operand}"},
        "in": {"id": "{subject} salah satu dari {operand}", "en": "{subject} is one of {operand}"},
    },
    # What a deferral tells besides its reason
    "detail": {
        "lacking": {"id": "kurang {value}", "en": "short of {value}"},
        "pot": {"id": "dari {value}", "en": "from {value}"},
        "earmark": {"id": "jatah untuk {value} sudah habis", "en": "the share for {value} is used up"},
        "displaces": {"id": "akan menggeser {value}", "en": "it would displace {value}"},
        "binds": {"id": "dibatasi sekaligus oleh: {value}", "en": "what binds together: {value}"},
        "full-years": {"id": "tahun yang sudah penuh: {value}", "en": "years already full: {value}"},
        "cost": {"id": "biaya {value}", "en": "cost {value}"},
        "limit": {"id": "batas {value}", "en": "limit {value}"},
        "running-cost": {"id": "biaya rutin {value}", "en": "running cost {value}"},
        "prerequisite": {"id": "prasyarat: {value}", "en": "prerequisite: {value}"},
        "missing": {"id": "belum diketahui: {value}", "en": "missing: {value}"},
        "indicator": {"id": "periksa: {value}", "en": "check: {value}"},
        "doubtful": {"id": "diragukan: {value}", "en": "doubtful: {value}"},
        "executor": {"id": "diusulkan kepada {value}", "en": "ask {value}"},
        "by": {"id": "yang dipilih: {value}", "en": "by {value}"},
        "because": {"id": "karena: {value}", "en": "because of: {value}"},
        "assumed": {"id": "menurut anggapan: {value}", "en": "by assumption: {value}"},
        "one-of": {"id": "salah satu diperlukan: {value}", "en": "one is needed: {value}"},
        "reason": {"id": "{value}", "en": "{value}"},
        "rests-on": {"id": "bergantung pada {value}", "en": "rests on {value}"},
        "retired": {"id": "tidak lagi dipakai", "en": "no longer used"},
        "months": {"id": "{value} bulan", "en": "{value} months"},
        "years": {"id": "{value} tahun", "en": "{value} years"},
    },
    # What the knowledge base holds, and what is told of an entry
    "kind": {
        "intervention": {"id": "kegiatan", "en": "intervention"},
        "rule": {"id": "aturan", "en": "rule"},
        "indicator": {"id": "indikator", "en": "indicator"},
        "fact": {"id": "fakta", "en": "fact"},
        "parameter": {"id": "parameter", "en": "parameter"},
        "source": {"id": "sumber dana", "en": "funding source"},
    },
    # Questions, and the input workbook
    "ask-why": {
        "doubtful": {"id": "Nilai diragukan: {value}.", "en": "Doubtful value: {value}."},
        "assumed": {"id": "Rencana menganggap: {value}.", "en": "The plan assumes: {value}."},
        "bounded": {"id": "Baru diketahui batas bawah dan atasnya.", "en": "Only bounds are known."},
        "unknown": {"id": "Belum diketahui.", "en": "Not known yet."},
    },
    "identity": {
        "kode_desa": {"id": "Kode desa", "en": "Village code"},
        "nama_desa": {"id": "Nama desa", "en": "Name of the village"},
        "kecamatan": {"id": "Kecamatan", "en": "Subdistrict"},
        "kabupaten": {"id": "Kabupaten atau kota", "en": "District or city"},
        "provinsi": {"id": "Provinsi", "en": "Province"},
    },
    "doubt": {
        "fell": {
            "id": "DIRAGUKAN: turun tiga tingkat atau lebih dari tahun sebelumnya.",
            "en": "DOUBTFUL: three or more levels below the year before.",
        },
        "recovered": {
            "id": "DIRAGUKAN: yang terbit salinan nilai lain; menurut jumlah yang terbit, nilainya berbeda.",
            "en": "DOUBTFUL: published as a copy of another value; the published total shows a different one.",
        },
        "contradicted": {
            "id": "DIRAGUKAN: bertentangan dengan nilai lain desa ini.",
            "en": "DOUBTFUL: contradicts another value of this village.",
        },
    },
    "answer-unit": {
        "yes-no": {"id": "ya atau tidak", "en": "yes or no"},
        "word": {"id": "pilih satu", "en": "choose one"},
        "number": {"id": "angka", "en": "number"},
        "share": {"id": "persen, misalnya 25%", "en": "per cent, such as 25%"},
        "count": {"id": "bilangan bulat", "en": "whole number"},
        "km": {"id": "km", "en": "km"},
        "m": {"id": "m", "en": "m"},
        "hectare": {"id": "hektare", "en": "hectares"},
        "IDR": {"id": "rupiah utuh", "en": "whole rupiah"},
        "years": {"id": "tahun", "en": "years"},
    },
    # Pictures
    "edge": {
        "all": {"id": "harus lebih dulu", "en": "must come first"},
        "any": {"id": "salah satu harus lebih dulu", "en": "one of them first"},
        "soft": {"id": "lebih baik dikerjakan sesudahnya", "en": "better after"},
        "excludes": {"id": "tidak boleh bersama", "en": "never both"},
    },
    "state": {
        "planned": {"id": "dikerjakan desa", "en": "done by the village"},
        "proposed": {"id": "usulan", "en": "proposal"},
        "met": {"id": "kebutuhan sudah terpenuhi", "en": "the need is served"},
        "left-out": {"id": "tidak masuk rencana", "en": "left out"},
    },
    # Plans, in a cell
    "plan-status": {
        "planned": {"id": "ada", "en": "planned"},
        "nothing-to-do": {"id": "tidak perlu", "en": "nothing to do"},
        "budget-too-small": {"id": "uang kurang", "en": "budget too small"},
        "too-little-data": {"id": "data kurang", "en": "too little data"},
    },
    # Checks of the knowledge base
    "counted": {
        "interventions": {"id": "{count} kegiatan", "en": "{count} interventions"},
        "rules": {"id": "{count} aturan", "en": "{count} rules"},
        "examples": {"id": "{count} contoh", "en": "{count} examples"},
        "accepted": {"id": "{count} diterima dengan alasan", "en": "{count} accepted with a reason"},
        "errors": {"id": "{count} kesalahan", "en": "{count} errors"},
        "warnings": {"id": "{count} peringatan", "en": "{count} warnings"},
    },
    "counted-one": {
        "rules": {"id": "{count} aturan", "en": "{count} rule"},
        "interventions": {"id": "{count} kegiatan", "en": "{count} intervention"},
        "examples": {"id": "{count} contoh", "en": "{count} example"},
        "errors": {"id": "{count} kesalahan", "en": "{count} error"},
        "warnings": {"id": "{count} peringatan", "en": "{count} warning"},
    },
    "severity": {
        "error": {"id": "kesalahan", "en": "error"},
        "warning": {"id": "peringatan", "en": "warning"},
    },
    "outcome": {
        "true": {"id": "benar", "en": "true"},
        "false": {"id": "salah", "en": "false"},
        "undetermined": {"id": "belum dapat ditentukan", "en": "undetermined"},
    },
    # Why problems matter and how they are mended, where several codes share it
    "meaning": {
        "unread": {
            "id": "Berkas yang tidak terbaca tidak ikut dipakai.",
            "en": "A file that cannot be read takes no part.",
        },
        "typo": {
            "id": "Karena nama yang salah ketik, aturan tidak bekerja tanpa ada tanda.",
            "en": "A misspelt name would make a rule silent without a sign.",
        },
        "spell": {
            "id": "Perbaiki ejaannya; saran terdekat tertulis pada pesan.",
            "en": "Correct the spelling; the message suggests the nearest.",
        },
        "ambiguous": {
            "id": "Tulisan itu dapat dibaca dengan dua cara.",
            "en": "What is written can be read in two ways.",
        },
        "number": {
            "id": "Angka yang salah mengubah urutan dan biaya rencana.",
            "en": "A wrong number changes the order and the cost of plans.",
        },
        "idle": {
            "id": "Tulisan yang tidak berpengaruh menyesatkan pembaca.",
            "en": "What has no effect misleads whoever reads it.",
        },
        "unseen": {
            "id": "Perubahan yang tidak berlaku menyesatkan pembacanya.",
            "en": "A change that does not hold misleads who reads it.",
        },
    },
}
