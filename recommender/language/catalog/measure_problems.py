"""Problems of works, services and acts, of whom they are asked of, of the rules of village money, and of tables."""

PROBLEMS = {
    "bad-measure": {
        "what": {
            "id": "Jenis kegiatan (work: dibangun, service: layanan, act: surat atau keputusan) tidak cocok dengan "
            "kuncinya.",
            "en": "A key does not fit the kind of measure: work, service or act.",
        },
        "why": {
            "id": "Layanan dibayar setiap tahun, surat dan keputusan hampir tanpa biaya; kunci yang salah membuat "
            "biaya terhitung dua kali.",
            "en": "A service is paid every year and an act costs little; a wrong key counts twice.",
        },
        "mend": {
            "id": "Hapus kunci itu, atau ubah 'measure'.",
            "en": "Remove the key, or change 'measure'.",
        },
        "example": "{measure: service, running-cost: {share: 1.0}}",
    },
    "bad-measure.upkeep": {
        "id": "biaya layanan sudah untuk setahun dan dibayar setiap tahun; hapus 'running-cost'.",
        "en": "a service's cost is that of a year and paid every year; remove 'running-cost'.",
    },
    "bad-measure.years": {
        "id": "'delivered-years' hanya untuk layanan, bukan {measure}.",
        "en": "'delivered-years' is for services only, not for a {measure}.",
    },
    "bad-measure.built": {
        "id": "'{key}' hanya untuk pekerjaan, bukan {measure}.",
        "en": "'{key}' is for works only, not for a {measure}.",
    },
    "bad-sizes": {
        "id": "ukuran yang lebih kecil adalah bagian di antara 0 dan 1, makin besar, tidak ada yang sama.",
        "en": "smaller sizes are shares between 0 and 1, rising, none twice.",
        "what": {"id": "Ukuran yang lebih kecil tidak sah.", "en": "Smaller sizes that are none."},
        "why": {
            "id": "Ukuran penuh selalu ada; yang lain harus lebih kecil.",
            "en": "The full size is always there; the others must be smaller.",
        },
        "mend": {
            "id": "Tulis bagian di antara 0 dan 1, dari yang terkecil.",
            "en": "Write shares between 0 and 1, rising.",
        },
        "example": "sizes: [0.5, 1.0]",
    },
    "bad-effect.range": {
        "id": "rentang pengaruh memerlukan 'low' dan 'high' di kedua sisi nilai yang ditulis.",
        "en": "an effect's range takes 'low' and 'high' on both sides of the value stated.",
    },
    "unknown-addressee": {
        "id": "'{name}' tidak ada di berkas mana pun.{near}",
        "en": "'{name}' is in no file.{near}",
        "what": {"id": "Tujuan usulan itu tidak ada di berkas mana pun.", "en": "That addressee is in no file."},
        "why": "typo",
        "mend": "spell",
        "example": "addressee: helth-office",
    },
    "undated-cost": {
        "id": "harga '{value}' tidak menyebut tahun; tanpa tahun tidak dapat dibawa ke tingkat harga rencana.",
        "en": "the price's '{value}' names no year; without one it cannot be brought to the plan's price level.",
        "what": {"id": "Harga tanpa tahun.", "en": "A price without a year."},
        "why": {
            "id": "Harga dibawa dari tahunnya ke tingkat harga terakhir yang diketahui.",
            "en": "Prices are brought from their year to the last known price level.",
        },
        "mend": {
            "id": 'Tulis tahunnya, atau rentang: "2017-2022".',
            "en": 'Write its year, or a span: "2017-2022".',
        },
        "example": "cost: {low: 1_000_000, high: 2_000_000, per: well, year: recent, basis: sourced}",
    },
    "idle-rounds": {
        "severity": "warning",
        "id": "putaran kedua tidak menambah apa pun: satu putaran sudah cukup, dan tidak ada aturan yang memenuhi "
        "sebagian.",
        "en": "a second round adds nothing: what it improves is reached at once, and no rule closes in part.",
        "what": {
            "id": "Kegiatan berulang yang sudah memenuhi semuanya dalam satu putaran.",
            "en": "A work that repeats though one round closes all.",
        },
        "why": {
            "id": "Perencana mengulang kegiatan hanya selama kebutuhan masih tersisa.",
            "en": "The planner repeats a work only while something of the need is left.",
        },
        "mend": {
            "id": "Beri pengaruh 'adds' atau 'share', tulis bagiannya di 'closes' aturan, atau hapus 'repeats'.",
            "en": "Give it an effect 'adds' or 'share', write its part under 'closes' of the rule, or drop 'repeats'.",
        },
        "example": "{repeats: true, improves: {drinking-water: {reaches: 1.0, evidence: official}}}",
    },
    "foreign-addressee": {
        "id": "'{name}' memakai uang {executor}, bukan pelaksana pertama selain desa: usulan tidak pernah sampai "
        "kepadanya.",
        "en": "'{name}' spends the money of {executor}, not the first executor beside the village: it is never asked.",
        "severity": "warning",
        "what": {
            "id": "Tujuan usulan yang uangnya bukan milik pelaksana pertama kegiatan itu selain desa.",
            "en": "An addressee whose money is not that of the work's first executor beside the village.",
        },
        "why": {
            "id": "Usulan ditujukan kepada pelaksana pertama; kantor ini tidak dapat membayarnya, jadi dipakai tujuan "
            "umum.",
            "en": "A proposal goes to the first executor; this office cannot pay it, so the general entry is asked.",
        },
        "mend": {
            "id": "Pilih tujuan lain, atau taruh pelaksananya di urutan pertama setelah desa.",
            "en": "Choose another addressee, or put its executor first after the village.",
        },
        "example": "{executors: [village, national], addressee: health-office}",
    },
    "no-own-addressee": {
        "id": "tujuan usulan bernama '{executor}' milik pelaksana itu tidak ada, padahal usulan tanpa tujuan "
        "diarahkan ke sana.",
        "en": "there is no addressee named '{executor}' of that executor; proposals without an addressee go there.",
        "what": {
            "id": "Pelaksana yang tidak punya tujuan usulan sendiri.",
            "en": "An executor without an addressee of its own name.",
        },
        "why": {
            "id": "Usulan tanpa tujuan tidak sampai kepada siapa pun.",
            "en": "A proposal that names no addressee would reach nobody.",
        },
        "mend": {
            "id": "Tambahkan tujuan usulan dengan nama pelaksana.",
            "en": "Add an addressee with the executor's name.",
        },
        "example": "catalog/addressees.yaml without district",
    },
    "unknown-focus-class": {
        "id": "'{name}' tidak ada di berkas mana pun.{near}",
        "en": "'{name}' is in no file.{near}",
        "what": {"id": "Fokus penggunaan itu tidak ada di berkas mana pun.", "en": "That focus is in no file."},
        "why": "typo",
        "mend": "spell",
        "example": "focus: [focus-9]",
    },
    "unknown-funding": {
        "id": "'{name}' tidak ada di berkas mana pun.{near}",
        "en": "'{name}' is in no file.{near}",
        "what": {"id": "Sumber dana itu tidak ada di berkas mana pun.", "en": "That source of money is in no file."},
        "why": "typo",
        "mend": "spell",
        "example": "funding: vilage-fund",
    },
    "bad-money-rule": {
        "id": "aturan uang memerlukan 'focus' atau 'codes', tidak keduanya.",
        "en": "a rule of money takes either 'focus' or 'codes'.",
        "what": {
            "id": "Aturan uang yang tidak menyebut untuk apa.",
            "en": "A rule of money that does not say for what, or says it twice.",
        },
        "why": {
            "id": "Tanpa itu tidak dapat dihitung apa yang memenuhinya.",
            "en": "Without it nobody can count what answers to it.",
        },
        "mend": {"id": "Tulis salah satu.", "en": "Write one of them."},
        "example": "{kind: at-least, share: 0.2}",
    },
    "no-money-rules": {
        "id": "tahun {year} tidak punya aturan uang; yang ada: {known}.",
        "en": "the year {year} has no rules of money; there are those of {known}.",
        "what": {"id": "Tahun tanpa aturan uang sendiri.", "en": "A year that has no rules of money of its own."},
        "why": {
            "id": "Aturan dana desa berganti tiap tahun; rencana hanya dapat dinilai menurut yang ada.",
            "en": "The village fund's rules change every year; a plan can be judged by those that exist only.",
        },
        "mend": {
            "id": "Pilih tahun yang ada, atau 'none'.",
            "en": "Choose a year that has some, or 'none'.",
        },
        "example": "--money-rules 2019",
    },
    "bad-table": {
        "what": {"id": "Baris tabel katalog tidak dapat dibaca.", "en": "A row of a table of the catalog is unsound."},
        "why": {
            "id": "Angka per daerah dan per indikator dibaca dari sana.",
            "en": "Figures by district and by indicator are read from there.",
        },
        "mend": {
            "id": "Perbaiki sel itu; docs/knowledge.md menyebut kolom setiap tabel.",
            "en": "Mend the cell; docs/knowledge.md names the columns of each table.",
        },
        "example": "6402,Kutai Kartanegara,1.2",
    },
    "bad-table.columns": {
        "id": "baris pertama harus {columns}.",
        "en": "the first row must be {columns}.",
    },
    "bad-table.cells": {
        "id": "{found} sel; diperlukan {needed}.",
        "en": "{found} cells; {needed} are needed.",
    },
    "bad-table.code": {
        "id": "{column}: '{value}' bukan kode wilayah Kemendagri, mis. 64.02.",
        "en": "{column}: '{value}' is no code of the home ministry, as 64.02.",
    },
    "bad-table.whole": {
        "id": "{column}: '{value}' bukan bilangan bulat.",
        "en": "{column}: '{value}' is no whole number.",
    },
    "bad-table.number": {
        "id": "{column}: '{value}' bukan angka dengan paling banyak tiga desimal.",
        "en": "{column}: '{value}' is no number with at most three decimals.",
    },
    "bad-table.share": {
        "id": "{column}: '{value}' lebih dari 1; tulis bagian dari 0 sampai 1.",
        "en": "{column}: '{value}' is above 1; write a share from 0 to 1.",
    },
    "bad-table.gain": {
        "id": "{column}: '{value}' bukan angka desimal, mis. -0.012.",
        "en": "{column}: '{value}' is no decimal number, as -0.012.",
    },
    "bad-table.quantiles": {
        "id": "{key}: q0 sampai q1000 harus menaik; year dan n paling sedikit 1.",
        "en": "{key}: q0 to q1000 must ascend; year and n are at least 1.",
    },
    "bad-table.twice": {
        "id": "'{key}' sudah ada di atas.",
        "en": "'{key}' stands above already.",
    },
    "bad-table.source": {
        "id": "'{name}' bukan sumber dana lain milik desa; yang ada: {known}.",
        "en": "'{name}' is no further source of village money; there are: {known}.",
    },
    "bad-table.framework": {
        "id": "kerangka '{name}' tidak ada.",
        "en": "there is no framework '{name}'.",
    },
    "bad-table.indicator": {
        "id": "indikator '{name}' tidak ada.",
        "en": "there is no indicator '{name}'.",
    },
    "bad-table.place": {
        "id": "tempat {name} tidak ada di codes/places.csv.",
        "en": "the place {name} is not in codes/places.csv.",
    },
    "bad-table.class": {
        "id": "kerangka {framework} tidak punya kelas '{name}'.",
        "en": "the framework {framework} has no class '{name}'.",
    },
    "unsourced-table": {
        "id": "tidak ada sumber di catalog/sources.yaml yang menyebut '{name}' di 'files'.",
        "en": "no source in catalog/sources.yaml names '{name}' under 'files'.",
        "severity": "warning",
        "what": {"id": "Tabel tanpa sumber.", "en": "A table without a source."},
        "why": {
            "id": "Angka yang tidak diketahui asalnya tidak dapat diperiksa.",
            "en": "Nobody can look up figures that come from nowhere.",
        },
        "mend": {
            "id": "Tambahkan berkas itu di 'files' sumbernya.",
            "en": "Add the file to 'files' of its source.",
        },
        "example": "catalog/codes/construction-index.csv",
    },
    "unknown-table": {
        "id": "berkas '{name}' tidak ada di catalog/.",
        "en": "there is no file '{name}' in catalog/.",
        "what": {
            "id": "Sumber yang menyebut tabel yang tidak ada.",
            "en": "A source that names a table which is not there.",
        },
        "why": "typo",
        "mend": "spell",
        "example": "files: [codes/villagefund.csv]",
    },
}
