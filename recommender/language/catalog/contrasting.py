"""What `compare` says of policies, scenarios and years: titles, the paragraph, what must be known."""

MESSAGES = {
    "policy-first": {"id": "kebijakan sekarang", "en": "the present policy"},
    "policy-second": {"id": "kebijakan lain", "en": "the other policy"},
    "policy-title": {
        "id": "Perbedaan kebijakan: {name}, {count} desa",
        "en": "Policy difference: {name}, {count} villages",
    },
    "policy-changes-nothing": {
        "id": "Menurut kebijakan “{name}” tidak ada yang berubah: rencana {count} desa tetap sama.",
        "en": "Under “{name}” nothing changes: the plans of all {count} villages stay as they are.",
    },
    "policy-changes": {
        "id": "Menurut kebijakan “{name}” rencana {changed} dari {count} desa berubah.",
        "en": "Under “{name}” the plans of {changed} of {count} villages change.",
    },
    "policy-steps": {
        "id": "{came} langkah masuk, {went} keluar; {earlier} pindah ke tahun lebih awal, {later} ke tahun kemudian; "
        "{otherwise} tetap tahunnya dengan biaya, lama, atau pelaksana lain.",
        "en": "{came} steps come in and {went} go out; {earlier} move to an earlier year, {later} to a later one; "
        "{otherwise} keep their year at another cost, length or executor.",
    },
    "policy-gain": {"id": "Paling bertambah: {works}.", "en": "Most gained: {works}."},
    "policy-lose": {"id": "Paling berkurang: {works}.", "en": "Most lost: {works}."},
    "policy-counted": {"id": "{name} ({count})", "en": "{name} ({count})"},
    "policy-money": {
        "id": "Uang desa dalam rencana: {own_before} menjadi {own_after}; uang pihak lain: {others_before} menjadi "
        "{others_after}, yang dipakai bersama dihitung sekali.",
        "en": "Village money in the plans: from {own_before} to {own_after}; others' money: from {others_before} to "
        "{others_after}, shared works once.",
    },
    "policy-where": {"id": "Paling banyak berubah di {names}.", "en": "Most plans change in {names}."},
    "policy-of": {"id": "{name} ({count} dari {all})", "en": "{name} ({count} of {all})"},
    "policy-index": {
        "id": "Nilai tengah indeks yang diperkirakan untuk {year}: {before} menjadi {after}.",
        "en": "The median index expected for {year}: from {before} to {after}.",
    },
    "policy-why": {
        "id": "Sebab pertama setiap langkah: {reasons}.",
        "en": "The first reason of each step: {reasons}.",
    },
    "policy-reasons": {
        "id": "Setiap langkah dihitung sekali, menurut alasan pertama seperti pada what-if; bulan lain dalam tahun "
        "yang sama tidak dihitung.",
        "en": "Each step counts once, by the first reason that what-if gives; another month of the same year is no "
        "change.",
    },
    "policy-others-once": {
        "id": "Uang pihak lain dihitung sekali; yang dipakai desa beberapa kelompok berdiri di baris tersendiri.",
        "en": "Others' money counts once; what villages of several groups share stands in a row of its own.",
    },
    "policy-only-before": {
        "id": "{count} desa hanya ada menurut kebijakan pertama dan tidak dibandingkan: {codes}.",
        "en": "{count} villages are in the first policy alone and not compared: {codes}.",
    },
    "policy-only-after": {
        "id": "{count} desa hanya ada menurut kebijakan kedua dan tidak dibandingkan: {codes}.",
        "en": "{count} villages are in the second policy alone and not compared: {codes}.",
    },
    "policy-plans-alone": {
        "id": "Dokumen dibuat dengan pengetahuan lain: alasan hanya dari isi rencana.",
        "en": "A document was made with other knowledge: reasons are those that the plans alone tell.",
    },
    "scenarios-title": {
        "id": "Seberapa kokoh: {count} desa dalam {scenarios} skenario",
        "en": "How firm: {count} villages in {scenarios} scenarios",
    },
    "scenario-draw": {"id": "undian {number}", "en": "draw {number}"},
    "firm-core": {
        "id": "{firm} dari {steps} langkah rencana kini ada dalam semua {scenarios} skenario, {often} dalam sembilan "
        "dari sepuluh.",
        "en": "{firm} of {steps} steps of the plans as things stand are in all {scenarios} scenarios, {often} in nine "
        "of ten.",
    },
    "firm-changes": {
        "id": "Kegiatan sebuah desa menjadi lain dalam rata-rata {share} % skenario.",
        "en": "A village plans other works in {share} % of the scenarios, on average.",
    },
    "firm-flips": {
        "id": "Yang goyah di paling banyak desa: {works}.",
        "en": "What flips in most villages: {works}.",
    },
    "firm-money": {
        "id": "Uang satu tahun dari satu sumber cukup bagi rencana kini dalam {share} % undian atau skenario "
        "(nilai tengah), "
        "di desa dan tahun terburuk {least} %.",
        "en": "The money of a source and year is enough for the plan as it stands in {share} % of draws or scenarios "
        "(median), in the worst village and year {least} %.",
    },
    "firm-question": {
        "id": "Satu pertanyaan yang paling mengubah: {question} Jawabannya dapat mengubah rencana {count} dari "
        "{all} desa.",
        "en": "The one question that changes most: {question} Its answer may change the plans of {count} of "
        "{all} villages.",
    },
    "firm-works": {
        "id": "Kokoh: dalam semua skenario; goyah: dalam sebagian.",
        "en": "Firm: in every scenario; flips: in some.",
    },
    "firm-villages": {
        "id": "Rencana dibandingkan dengan rencana menurut keadaan kini, dengan cara mencari yang sama.",
        "en": "Plans are compared with the plan as things stand, by the same method of search.",
    },
    "money-holds": {
        "id": "Langkah rencana kini dengan biaya setiap undian (tanpa undian: setiap skenario) terhadap uang "
        "tahun itu; "
        "cadangan ikut dipakai.",
        "en": "Steps of the plan as it stands at the costs of each draw (without draws: each scenario), "
        "against the money "
        "of the year; the reserve is used.",
    },
    "one-question": {
        "id": "{tried} dari {open} pertanyaan terbuka dicoba: yang menyangkut paling banyak kegiatan.",
        "en": "{tried} of {open} open questions were tried: those that touch most works.",
    },
    "years-title": {
        "id": "Rencana tahun lalu dan data tahun ini: {count} desa",
        "en": "Last year's plans and this year's data: {count} villages",
    },
    "years-steps": {
        "id": "Dari {steps} langkah tahun lalu: {done} selesai, {under_way} berjalan, {rejected} ditolak, "
        "{undecided} belum "
        "diputuskan.",
        "en": "Of {steps} steps of last year {done} are done, {under_way} under way, {rejected} rejected, "
        "{undecided} not "
        "decided.",
    },
    "years-courses": {
        "id": "Indikator yang hendak diperbaiki: {rose} naik, {stayed} tetap, {fell} turun.",
        "en": "Of the indicators that they were to improve {rose} rose, {stayed} stayed, {fell} fell.",
    },
    "years-problems": {
        "id": "Masalah: {gone} hilang, {new} baru, {stayed} tetap.",
        "en": "Problems: {gone} are gone, {new} new, {stayed} still there.",
    },
    "years-no-effect": {
        "id": "Nilai yang naik bukan bukti dampak langkah: pihak lain ikut bekerja, dan survei mencatat terlambat.",
        "en": "A value that rose does not prove an effect of the step: others work too, and surveys see late.",
    },
    "years-only-last": {
        "id": "{count} desa hanya ada dalam rencana tahun lalu: {codes}.",
        "en": "{count} villages are in last year's plans alone: {codes}.",
    },
    "years-only-this": {
        "id": "{count} desa hanya ada dalam data tahun ini: {codes}.",
        "en": "{count} villages are in this year's data alone: {codes}.",
    },
    "years-not-comparable": {
        "id": "{count} desa tanpa data baru, atau dengan indeks lain, sehingga nilainya tidak dibandingkan: {codes}.",
        "en": "{count} villages have no newer data, or another index, so their values are not compared: {codes}.",
    },
    "years-other-knowledge": {
        "id": "Rencana tahun lalu dibuat dengan pengetahuan lain: masalah dapat hilang atau muncul karena aturannya.",
        "en": "Last year's plans were made with other knowledge: problems may go or come by its rules.",
    },
}
