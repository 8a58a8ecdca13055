"""Problems of thresholds and parameters, and of sums, classes, ladders and shares that contradict each other."""

PROBLEMS = {
    "borrowed-cut-off": {
        "severity": "warning",
        "id": "'{name}' dari dimensi {dimension} dibandingkan dengan '{bound}'; ambang dimensinya sendiri '{own}'.",
        "en": "'{name}' of the dimension {dimension} is held against '{bound}'; its own dimension's cut-off is "
        "'{own}'.",
        "what": {"id": "Ambang milik dimensi lain.", "en": "The cut-off of another dimension."},
        "why": {
            "id": "Desa dinilai lemah menurut ukuran yang keliru.",
            "en": "Villages would be called weak by the wrong measure.",
        },
        "mend": {"id": "Pakai ambang dimensinya sendiri.", "en": "Take the cut-off of its own dimension."},
        "example": "{score: banks, below: cut-off-living}",
    },
    "unit-mismatch.key": {
        "id": "'{name}' memerlukan parameter {measured}, '{bound}' dalam {unit}.",
        "en": "'{name}' takes a parameter of unit {measured}, '{bound}' is in {unit}.",
    },
    "contradicting-parameters": {
        "severity": "warning",
        "what": {
            "id": "Parameter yang bertentangan dengan yang lain atau dengan nilainya sebelumnya.",
            "en": "A parameter that contradicts another, or its own earlier value.",
        },
        "why": "number",
        "mend": {"id": "Perbaiki yang salah.", "en": "Mend the one that is wrong."},
        "example": "need-weight-amenity above need-weight-basic",
    },
    "contradicting-parameters.jump": {
        "severity": "warning",
        "id": "'{name}' melompat dari {before} ke {after} pada {date}; periksa nolnya.",
        "en": "'{name}' jumps from {before} to {after} at {date}; count the zeros.",
    },
    "contradicting-parameters.order": {
        "severity": "warning",
        "id": "'{low}' ({more}) di atas '{high}' ({less}); seharusnya sebaliknya.",
        "en": "'{low}' ({more}) lies above '{high}' ({less}); it should be the other way round.",
    },
    "contradicting-parameters.month": {
        "severity": "warning",
        "id": "'{name}' adalah bulan dalam setahun: 1 sampai 12.",
        "en": "'{name}' is a month of the year: 1 to 12.",
    },
    "bad-classes.twice": {
        "id": "kelas '{slug}' tertulis dua kali.",
        "en": "the class '{slug}' stands twice.",
    },
    "bad-classes.scale": {
        "id": "batas tertinggi {bound} tidak cocok dengan skala indeks {scale}; periksa 'index-scale' dan batasnya.",
        "en": "the highest bound {bound} does not fit an index of scale {scale}; look at 'index-scale' and the bounds.",
    },
    "bad-ladder.top": {
        "id": "tingkat tertinggi {code} adalah {top}, skala berakhir di {highest}; tulis tingkat yang kurang.",
        "en": "the top level of {code} is {top}, the scale ends at {highest}; write the level that is missing.",
    },
    "same-level": {
        "severity": "warning",
        "id": "{code}: tingkat {level} dan {other} berbunyi sama; perbaiki salah satunya.",
        "en": "{code}: levels {level} and {other} read the same; mend one of them.",
        "what": {"id": "Dua tingkat dengan arti yang sama.", "en": "Two levels that mean the same."},
        "why": {
            "id": "Tidak ada yang dapat memilih di antaranya.",
            "en": "Nobody could choose between them.",
        },
        "mend": {"id": "Bandingkan dengan sumbernya.", "en": "Compare with the source."},
        "example": 'levels: {3: {id: "Ada", en: "Yes"}, 5: {id: "Ada", en: "Yes"}}',
    },
    "ambiguous-label": {
        "severity": "warning",
        "id": "'{label}' juga nama {other}; tabel tidak dapat membedakan keduanya.",
        "en": "'{label}' names {other} too; a table could not tell them apart.",
        "what": {"id": "Satu nama untuk dua butir indeks.", "en": "One label for two items of an index."},
        "why": {
            "id": "Kolom tabel akan dibaca sebagai butir yang salah.",
            "en": "A table's column would be read as the wrong item.",
        },
        "mend": {"id": "Ganti salah satu nama.", "en": "Change one of the labels."},
        "example": "A-1 and A-2 both labelled Jalan",
    },
    "unsteady-levels": {
        "severity": "warning",
        "id": "nilai '{name}' naik lalu turun menurut tingkatnya; urutkan.",
        "en": "the values of '{name}' rise and then fall with the levels; put them in order.",
        "what": {
            "id": "Fakta turunan yang tidak searah dengan tingkatnya.",
            "en": "A derived fact that does not follow its levels in one direction.",
        },
        "why": "number",
        "mend": {"id": "Urutkan nilainya menurut tingkat.", "en": "Order the values by level."},
        "example": "levels: {idm: {1: 0.9, 3: 0.5, 5: 0.9}}",
    },
    "unsteady-levels.same": {
        "severity": "warning",
        "id": "setiap tingkat memberi '{name}' nilai yang sama, jadi tingkatnya tidak berkata apa-apa.",
        "en": "every level gives '{name}' the same value, so the levels tell nothing.",
    },
    "bad-money-rule.sum": {
        "id": "bagian yang sekurang-kurangnya diminta tahun itu berjumlah {total} dari uangnya.",
        "en": "the shares that the year asks for at least sum up to {total} of the money.",
    },
    "bad-money-rule.contradiction": {
        "id": "meminta sekurang-kurangnya {least}, sedangkan '{other}' mengizinkan paling banyak {most}.",
        "en": "it asks for at least {least}, while '{other}' allows {most} at most.",
    },
    "bad-table.rates": {
        "id": "{key}: 'low' tidak boleh di atas 'high'.",
        "en": "{key}: 'low' must not lie above 'high'.",
    },
}
