"""Problems that `verify` finds in a plan document, made again from its own values and schedule."""

PROBLEMS = {
    # Checked again: the options
    "bad-options": {
        "id": "pilihan rencana tidak dapat dibaca ({reason}); susun lagi rencananya.",
        "en": "the options cannot be read ({reason}); make the plan again.",
    },
    "options": {
        "id": "{key} adalah {stated}; katalog dan pilihan lain memberi {derived}.",
        "en": "{key} is {stated}; the catalog and the other options give {derived}.",
    },
    "order.plans": {"id": "rencana tidak urut menurut kode desa.", "en": "the plans are not sorted by village code."},
    # Checked again: what was measured
    "unknown-intervention.plan": {
        "id": "{name} tidak ada di berkas katalog mana pun.",
        "en": "{name} is in no catalog file.",
    },
    "unknown-indicator.plan": {
        "id": "'{name}' bukan indikator kerangka rencana ini.",
        "en": "'{name}' is no indicator of the plan's framework.",
    },
    "bad-value.plan": {
        "id": "{name} bernilai {value}; skalanya {lowest} sampai {highest}.",
        "en": "{name} is {value}; the scale is {lowest} to {highest}.",
    },
    "index": {
        "id": "nilai-nilainya memberi indeks dan status {derived}, rencana menyebut yang lain.",
        "en": "the values give the index and class {derived}, the plan states another.",
    },
    "dimension": {
        "id": "{name}: nilai-nilainya memberi {score} dari {measured} indikator, rencana menyebut yang lain.",
        "en": "{name}: the values give {score} over {measured} indicators, the plan states another.",
    },
    "finding": {
        "id": "{rule}: (anggapan, diragukan) adalah {derived} menurut nilai, {stated} dalam rencana.",
        "en": "{rule}: (assumed, doubtful) is {derived} by the values, {stated} in the plan.",
    },
    "undetermined": {
        "id": "aturan yang belum dapat ditentukan bukan yang belum dapat ditentukan menurut nilai-nilainya.",
        "en": "the open rules are not those that the values leave open.",
    },
    # Checked again: what refers to what
    "evidence": {"id": "{rule} tanpa dasar.", "en": "{rule} has no evidence."},
    "twice": {"id": "satu kegiatan ada dua kali dalam rencana.", "en": "a work stands in the plan twice."},
    "step-and-deferred": {
        "id": "{work} tercatat direncanakan dan sekaligus ditunda.",
        "en": "{work} is both planned and deferred.",
    },
    "called-by": {
        "id": "{work} disarankan oleh {rules}, yang bukan temuan rencana ini.",
        "en": "{work} is called by {rules}, which is no finding of the plan.",
    },
    "uncalled": {
        "id": "{work} tidak disarankan temuan mana pun dan tidak ada langkah yang bergantung padanya.",
        "en": "{work} is called by no finding and no step rests on it.",
    },
    "missing-prerequisite": {
        "id": "{work} bergantung pada {other}, yang tidak ada dalam rencana.",
        "en": "{work} rests on {other}, which is not in the plan.",
    },
    "document": {
        "id": "{work} dibangun oleh {executor} dan tidak dapat berada dalam {document}.",
        "en": "{work} is built by {executor} and cannot stand in {document}.",
    },
    "rank": {"id": "urutannya bukan 1, 2, 3 …", "en": "the ranks are not 1, 2, 3 …"},
    "order": {
        "id": "langkah tidak urut menurut tahun.",
        "en": "the steps are not in the order of their years.",
    },
    # Checked again: costs and gains
    "cost": {
        "id": "{work} berbiaya {stated}; katalog memberi {derived}.",
        "en": "{work} costs {stated}; the catalog gives {derived}.",
    },
    "cost-by-source": {
        "id": "biaya {work} menurut sumber tidak berjumlah {total}.",
        "en": "the sources of {work} do not add up to {total}.",
    },
    "cost-lines": {
        "id": "baris {work} tidak berjumlah {total}.",
        "en": "the lines of {work} do not add up to {total}.",
    },
    "cost-by-year": {
        "id": "biaya {work} menurut tahun tidak berjumlah {total}.",
        "en": "the years of {work} do not add up to {total}.",
    },
    "executor": {"id": "{work} tidak dapat dibangun oleh {executor}.", "en": "{work} cannot be built by {executor}."},
    "improves": {
        "id": "{work} tidak menaikkan {name} dari {first} ke {then}.",
        "en": "{work} does not take {name} from {first} to {then}.",
    },
    "outlook": {
        "id": "jika semua kegiatan selesai, indeksnya {index}; perkiraan menyebut angka lain.",
        "en": "with all works done the index is {index}, the outlook states another.",
    },
    "outlook.years": {
        "id": "perkiraan bukan satu baris untuk setiap tahun, berurutan.",
        "en": "the outlook is not a row a year, in order.",
    },
    # Checked again: the constraints of a plan
    "prerequisite-order": {
        "id": "{work} mulai sebelum {other} selesai.",
        "en": "{work} starts before {other} is done.",
    },
    "prerequisite-order.group": {
        "id": "{work} mulai sebelum salah satu dari {others} selesai.",
        "en": "{work} starts before one of {others} is done.",
    },
    "horizon": {
        "id": "{work} tidak muat dalam tahun-tahun rencana.",
        "en": "{work} does not fit into the years of the plan.",
    },
    "fiscal-year": {"id": "{work} melewati akhir tahun anggaran.", "en": "{work} runs over the end of a fiscal year."},
    "first-month": {"id": "{work} mulai sebelum uang desa tiba.", "en": "{work} starts before village money arrives."},
    "exclusion": {"id": "{work} dan {other} saling meniadakan.", "en": "{work} and {other} exclude each other."},
    "capacity": {
        "id": "{count} {name} mulai pada {year}; paling banyak {most}.",
        "en": "{count} {name} start in {year}; at most {most} may.",
    },
    "instalment": {
        "id": "{source} memerlukan {amount} pada {year} sebelum dana tahap kedua; {most} sudah ada saat itu.",
        "en": "{source} needs {amount} in {year} before the second instalment; {most} is there by then.",
    },
    "joint-money": {
        "id": "uang bersama pada {year}: {amount} dipakai; {most} diberikan kepada desa ini.",
        "en": "joint money in {year}: {amount} is used; {most} was granted to this village.",
    },
    "joint-over": {
        "id": "uang bersama {source} pada {year}: {amount} dipakai; ada {most}.",
        "en": "joint money of {source} in {year}: {amount} is used; there is {most}.",
    },
    "joint-planned": {
        "id": "uang bersama {source} pada {year}: tertulis {stated}; dari rencana {derived}.",
        "en": "joint money of {source} in {year}: {stated} is stated; the plans take {derived}.",
    },
    "joint-shared": {
        "id": "{work} di {place}: {why}",
        "en": "{work} in {place}: {why}",
    },
    "joint-value": {
        "id": "nilai uang bersama: tertulis {stated}; dari rencana {derived}.",
        "en": "worth under the joint money: {stated} is stated; the plans give {derived}.",
    },
    "money": {
        "id": "{source} memerlukan {needed} pada {year}; {room} dapat dipakai.",
        "en": "{source} needs {needed} in {year}; {room} may be spent.",
    },
    "earmark": {
        "id": "{name}: {amount} pada {year}; paling banyak {most}.",
        "en": "{name}: {amount} in {year}; at most {most} may be.",
    },
    "constraint.calendar": {
        "id": "{work} mulai pada bulan yang tidak diizinkan kalendernya.",
        "en": "{work} starts in a month that its calendar does not allow.",
    },
    "money-row": {"id": "tidak ada baris untuk {source} pada {year}.", "en": "there is no row for {source} in {year}."},
    "running-cost": {
        "id": "biaya rutin {year} adalah {amount}; paling banyak {most}.",
        "en": "running costs of {year} are {amount}; at most {most} may be.",
    },
    "service-cost": {
        "id": "layanan pada {year} berbiaya {amount}; paling banyak {most}.",
        "en": "services of {year} cost {amount}; at most {most} may be.",
    },
    "money-left": {
        "id": "{source} {year}: anggaran, rencana, dan sisa tidak cocok.",
        "en": "{source} {year}: budget, planned and left do not agree.",
    },
    "over-budget": {
        "id": "{source} {year}: {planned} direncanakan dari {budget}.",
        "en": "{source} {year}: {planned} planned of {budget}.",
    },
    "money-planned": {
        "id": "{year}: kegiatan dan biaya rutin {derived}, yang direncanakan {planned}.",
        "en": "{year}: works and running costs are {derived}, planned is {planned}.",
    },
    "money-planned.proposals": {
        "id": "{source} {year}: usulannya {derived}, yang direncanakan {planned}.",
        "en": "{source} {year}: the proposals are {derived}, planned is {planned}.",
    },
    "reserve": {
        "id": "{year}: {planned} yang direncanakan memakai cadangan.",
        "en": "{year}: {planned} planned goes into the reserve.",
    },
    # Made again from its own schedule
    "candidate": {
        "id": "{work} tidak disarankan aturan mana pun di desa ini, atau tidak dapat dikerjakan di sini.",
        "en": "{work} is called for by nothing in this village, or cannot be done here.",
    },
    "derived": {
        "id": "{place} adalah {stated}; seharusnya {derived}.",
        "en": "{place} is {stated}; it follows {derived}.",
    },
}
