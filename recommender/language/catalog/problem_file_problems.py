"""Problems of a bare problem file that `solve` plans (docs/problem-file.md), and of its answer."""

PROBLEMS = {
    "bad-json": {
        "id": "ini bukan JSON ({reason}); perbaiki berkasnya.",
        "en": "this is no JSON ({reason}); mend the file.",
    },
    "wrong-shape.problem": {
        "id": "masalah adalah objek dengan years, discount, sources, budget, indicators, items.",
        "en": "a problem is an object with years, discount, sources, budget, indicators, items.",
    },
    "wrong-shape.sources": {
        "id": "sebut sedikitnya satu sumber dalam daftar.",
        "en": "name at least one source in a list.",
    },
    "wrong-shape.carry-over": {
        "id": "beri {count} true atau false, satu untuk tiap sumber.",
        "en": "give {count} true or false, one a source.",
    },
    "wrong-shape.items": {"id": "items dan indicators adalah daftar.", "en": "items and indicators are lists."},
    "wrong-shape.list": {"id": "{key} adalah daftar.", "en": "{key} is a list."},
    "wrong-shape.item": {
        "id": "item adalah objek dengan id, angka atau kata.",
        "en": "an item is an object with an id, a number or a word.",
    },
    "wrong-shape.effects": {
        "id": "effects memetakan nomor indikator ke poin.",
        "en": "effects map an indicator's number to points.",
    },
    "wrong-shape.requires": {
        "id": "`and` adalah daftar id, `or` daftar berisi daftar id.",
        "en": "`and` is a list of ids, `or` a list of lists of ids.",
    },
    "wrong-shape.groups": {
        "id": "`or` adalah daftar kelompok pilihan, masing-masing daftar id: [[1, 2]].",
        "en": "`or` is a list of any-of groups, each a list of ids: [[1, 2]].",
    },
    "wrong-shape.pair": {
        "id": "{value}: pengecualian adalah pasangan dua item yang berbeda, [1, 2].",
        "en": "{value}: an exclusion is a pair of different items, [1, 2].",
    },
    "bad-years.problem": {
        "id": "{value} tahun tidak dapat direncanakan; beri 1 sampai {most}.",
        "en": "{value} years cannot be planned; give 1 to {most}.",
    },
    "bad-number.discount": {"id": "beri {years} bilangan bulat dari 0.", "en": "give {years} whole numbers from 0."},
    "bad-number.budget": {
        "id": "beri {rows} baris (sumber) berisi {years} bilangan bulat dari 0.",
        "en": "give {rows} rows (sources) of {years} whole numbers from 0.",
    },
    "bad-number.indicator": {
        "id": "gap, weight dan tier adalah bilangan bulat dari 0.",
        "en": "gap, weight and tier are whole numbers from 0.",
    },
    "bad-number.duration": {
        "id": "duration adalah bilangan bulat tahun dari 0.",
        "en": "duration is a whole number of years from 0.",
    },
    "bad-number.service": {"id": "service adalah true atau false.", "en": "service is true or false."},
    "bad-number.service-years": {
        "id": "service_years adalah bilangan bulat tahun dari 1.",
        "en": "service_years is a whole number of years from 1.",
    },
    "bad-number.running": {
        "id": "running adalah bilangan bulat dari 0.",
        "en": "running is a whole number from 0.",
    },
    "bad-number.capacity": {
        "id": "per_year berisi {years} bilangan bulat dari 0.",
        "en": "per_year has {years} whole numbers from 0.",
    },
    "bad-number.cap": {
        "id": "beri {years} bilangan bulat dari 0: satu tiap tahun dan satu untuk tahun sesudahnya.",
        "en": "give {years} whole numbers from 0: one a year and one for the year after.",
    },
    "wrong-shape.takes": {
        "id": "takes adalah daftar nama dari capacities.",
        "en": "takes is a list of names of capacities.",
    },
    "wrong-shape.capacity": {
        "id": "capacities berisi objek dengan name dan per_year.",
        "en": "capacities are objects with a name and per_year.",
    },
    "unknown-id.capacity": {"id": "{value} tidak ada di capacities.", "en": "{value} is no name of capacities."},
    "duplicate-id.line": {"id": "{value} ada di dua lines.", "en": "{value} stands in two lines."},
    "bad-number.effect": {
        "id": "pengaruh pada indikator {indicator} adalah bilangan bulat dari 0.",
        "en": "the effect on indicator {indicator} is a whole number from 0.",
    },
    "too-large.budget": {
        "id": "jumlahnya melebihi 2^53; pakai satuan lebih besar (ribuan) di sini dan di cost.",
        "en": "the amounts add up beyond 2^53; use a larger unit (thousands) here and in cost.",
    },
    "too-large.objective": {
        "id": "nilai tujuan dapat melebihi 2^53; pakai weight, gap, atau discount yang lebih kecil.",
        "en": "the objective may exceed 2^53; use smaller weights, gaps or discounts.",
    },
    "too-large.costs": {
        "id": "biaya berjumlah {total}, melebihi 2^53; pakai satuan lebih besar (ribuan).",
        "en": "the costs add up to {total}, beyond 2^53; use a larger unit (thousands).",
    },
    "duplicate-id": {"id": "id {value} ada dua kali di sini.", "en": "the id {value} stands here a second time."},
    "bad-cost.item": {
        "id": "cost memuat {rows} baris (tahun) berisi {sources} bilangan bulat dari 0.",
        "en": "cost holds {rows} rows (years) of {sources} whole numbers from 0.",
    },
    "unknown-indicator.item": {
        "id": "tidak ada indikator {value}; hitung dari 0.",
        "en": "there is no indicator {value}; count from 0.",
    },
    "unknown-indicator.synergy": {
        "id": "{value}: indikator itu tidak ada.",
        "en": "{value}: there is no such indicator.",
    },
    "empty-group": {
        "id": "satu kelompok pilihan tanpa anggota, jadi item ini tidak pernah dapat mulai; hapus kelompoknya.",
        "en": "an any-of group has no member, so the item can never start; drop the group.",
    },
    "unknown-id.prerequisite": {
        "id": "item ini bergantung pada {value}, yang bukan item.",
        "en": "it rests on {value}, which is no item.",
    },
    "unknown-id": {"id": "{value} bukan item.", "en": "{value} is no item."},
    "unknown-id.synergy": {
        "id": "{value}: a dan b dua item, bonus bilangan bulat dari 0.",
        "en": "{value}: a and b are two items, bonus a whole number from 0.",
    },
    "prerequisite-cycle.items": {
        "id": "{circle}: tidak ada urutan yang memenuhinya; lepaskan satu 'and' atau 'or'.",
        "en": "{circle}: no order satisfies this; drop one 'and' or 'or'.",
    },
    "too-long": {
        "severity": "warning",
        "id": "memerlukan {needed} tahun, rencana hanya {years}; tambah tahun atau hapus.",
        "en": "it takes {needed} years, the plan has {years}; give more years or drop it.",
    },
    "never-payable": {
        "severity": "warning",
        "id": "tidak ada tahun dengan uang yang cukup pada setiap sumber yang membayarnya; tambah uang di sana, "
        "pecah, atau hapus.",
        "en": "no year has the money for it in each source that pays; add money there, split it, or drop it.",
    },
    "infeasible.years": {
        "id": "tidak ada uang yang membuat {items} semua selesai dalam {years} tahun; tambah tahun atau hapus satu.",
        "en": "no money lets {items} all be done in {years} years; give more years or drop one.",
    },
    "search-ended": {
        "id": "pencarian berakhir sebelum ada tempat untuk {items}; hapus satu, atau tambah uang.",
        "en": "the search ended before it found a place for {items}; drop one, or give more money.",
    },
    "infeasible.money": {
        "id": "{amount} lagi adalah tambahan terkecil agar {items} dapat selesai; tambahkan, atau hapus satu item "
        "wajib.",
        "en": "{amount} more is the least with which {items} can be done; add it, or drop a mandatory item.",
    },
}
