"""Joint money: what is told of it."""

MESSAGES = {
    "section.joint": {"id": "UANG BERSAMA {district}", "en": "JOINT MONEY OF {district}"},
    "joint-amounts": {
        "id": "{count} desa direncanakan bersama dengan satu anggaran. Yang didanai di sini pasti dikerjakan; "
        "uang desa sendiri hanya dipakai di desanya.",
        "en": "{count} villages are planned together under one budget. What it pays is built for certain; a village's "
        "own money is spent in that village only.",
    },
    "column.joint-amount": {"id": "Uang bersama", "en": "Joint money"},
    "column.joint-planned": {"id": "Direncanakan", "en": "Planned"},
    "column.joint-price": {"id": "Nilai Rp 1 juta lagi", "en": "Worth of Rp 1 million more"},
    "column.joint-serves": {"id": "Kebutuhan", "en": "Needs"},
    "column.joint-nothing": {"id": "Tanpa uang ini", "en": "Without it"},
    "column.joint-pro-rata": {"id": "Dibagi rata", "en": "Equal parts"},
    "column.joint-value": {"id": "Bersama", "en": "Jointly"},
    "column.joint-bound": {"id": "Batas atas", "en": "Bound"},
    "joint-values": {
        "id": "Nilai semua rencana dalam {unit} satuan pencarian, kebutuhan yang lebih mendesak lebih dulu. "
        "Batas atas: tidak ada pilihan yang lebih baik tanpa mengurangi yang di atasnya.",
        "en": "Worth of all plans in {unit} units of the search, the more pressing needs first. Bound: no choice is "
        "better without taking from the rows above.",
    },
    "joint-shared": {
        "id": "Dibayar sekali untuk beberapa desa:",
        "en": "Paid once for several villages:",
    },
    "joint-floor": {
        "id": "Setiap desa mendapat sedikitnya {amount} dalam semua tahun, sejauh ada kegiatan untuk itu. Tanpa "
        "jaminan ini nilai semua rencana menjadi: {without}.",
        "en": "Each village gets at least {amount} over all years, as far as it has works for it. Without this floor "
        "all plans would be worth: {without}.",
    },
    "joint-floor-short": {
        "id": "Kurang dari jaminan: {codes} (kegiatannya, atau uangnya, tidak cukup).",
        "en": "Less than the floor: {codes} (their works, or the money, do not go so far).",
    },
    "joint-more": {
        "id": "Tambahan {amount} setahun dari {source} mendatangkan:",
        "en": "A further {amount} a year from {source} would bring:",
    },
    "joint-more-none": {
        "id": "Tambahan {amount} setahun dari {source} tidak mendatangkan kegiatan lain.",
        "en": "A further {amount} a year from {source} would bring no other work.",
    },
    "joint-unnamed": {"id": "{code} ikut tetapi tidak disebut.", "en": "{code} joins it and is not named."},
    "joint-too-many": {
        "id": "{count} desa ikut; cukup untuk {most}.",
        "en": "{count} villages join it; it serves {most}.",
    },
    "joint-without-step": {"id": "{code} tidak merencanakannya.", "en": "{code} does not plan it."},
    "joint-too-early": {
        "id": "{code} ikut pada {year}; baru dibayar pada {paid}.",
        "en": "{code} joins it in {year}; it is paid in {paid}.",
    },
    "joint-in-villages": {"id": "{count} desa: {codes}", "en": "{count} villages: {codes}"},
    "joint-goes": {"id": "tidak lagi direncanakan: {codes}", "en": "no longer planned: {codes}"},
    "joint-funded": {
        "id": "Didanai {source} bersama: pasti dikerjakan.",
        "en": "Paid by the joint money of {source}: built for certain.",
    },
}
