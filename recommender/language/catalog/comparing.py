"""What `compare` says: headings, what must be said beside a table, sentences of its page and workbook."""

MESSAGES = {
    "compare-title": {"id": "Perbandingan {count} desa", "en": "{count} villages compared"},
    "compare-title-by": {
        "id": "Perbandingan {count} desa menurut {levels}",
        "en": "{count} villages compared by {levels}",
    },
    "compare-all": {"id": "Semua desa", "en": "All villages"},
    "compare-several": {"id": "beberapa kelompok bersama", "en": "several groups together"},
    "compare-unknown": {"id": "tidak diketahui", "en": "unknown"},
    "compare-more-rows": {
        "id": "{count} baris lain ada dalam format csv, xlsx, html, dan json.",
        "en": "{count} more rows are in the formats csv, xlsx, html and json.",
    },
    "compare-between": {"id": "Antarkelompok", "en": "Between groups"},
    "compare-group": {"id": "Kelompok", "en": "Group"},
    "compare-hint": {
        "id": "Semua baris menurut kelompok: --format csv, xlsx, html, parquet, atau json dengan -o.",
        "en": "Every row by group: --format csv, xlsx, html, parquet or json with -o.",
    },
    "compare-half": {
        "id": "separuh desa antara {low} dan {high}",
        "en": "half of the villages between {low} and {high}",
    },
    "compare-in-band": {"id": "{band}: {names}", "en": "{band}: {names}"},
    "compare-class-of": {"id": "Kini {name}: {count} desa", "en": "Now {name}: {count} villages"},
    "compare-asked-of": {
        "id": "{addressee}, {year}: {count} buah untuk {villages} desa.",
        "en": "{addressee}, {year}: {count} for {villages} villages.",
    },
    "compare-singly": {
        "id": "Bila setiap rencana dijumlahkan: {amount}.",
        "en": "Summed plan by plan: {amount}.",
    },
    "compare-asked-sum": {
        "id": "Semua usulan: {once}; bila setiap rencana dijumlahkan, {singly}.",
        "en": "All proposals: {once}; summed plan by plan they would seem to be {singly}.",
    },
    "compare-years-mixed": {
        "id": "Data berasal dari tahun yang berbeda ({years} desa): jangan dibaca sebagai satu tahun.",
        "en": "The data are of several years ({years} villages): do not read them as one.",
    },
    "compare-indexes-mixed": {
        "id": "Desa dinilai dengan indeks yang berbeda ({names}): nilai dan statusnya tidak dapat disamakan.",
        "en": "Villages are measured by different indexes ({names}): their values and classes are not the same thing.",
    },
    "compare-schemes-mixed": {
        "id": "{count} desa berkode BPS di antara desa berkode Kemendagri; desa yang sama mungkin muncul dengan dua "
        "kode: {codes}.",
        "en": "{count} villages bear codes of the statistics office beside codes of the home ministry; one village may "
        "stand there under both: {codes}.",
    },
    "compare-options-mixed": {
        "id": "Rencana disusun dengan pilihan yang berbeda: {names}.",
        "en": "The plans were not all made with the same options: {names} differ.",
    },
    "compare-names-of-other": {
        "id": "Rencana dibuat dengan pengetahuan lain (versi {version}, {hash}…): nama, dan rentang harga dari yang "
        "tidak masuk rencana, berasal dari pengetahuan program ini.",
        "en": "The plans were made with other knowledge (version {version}, {hash}…): names, and the price ranges of "
        "what is left out, are those of this program.",
    },
    "compare-idle-options": {
        "id": "Tidak dipakai, karena rencananya sudah jadi: {names}.",
        "en": "Of no effect, for the plans are made already: {names}.",
    },
    "compare-small-groups": {
        "id": "Kelompok dengan kurang dari {least} desa: {count}; di sana satu desa mengubah angkanya.",
        "en": "Groups of fewer than {least} villages: {count}; there one village changes the figures.",
    },
    "compare-no-class": {
        "id": "{count} desa tanpa status, karena indeksnya tidak dapat dihitung: {codes}.",
        "en": "{count} villages have no class, for their index cannot be computed: {codes}.",
    },
    "compare-no-place": {
        "id": "{count} desa yang kodenya tidak ada dalam daftar wilayah; dikelompokkan tersendiri: {codes}.",
        "en": "{count} villages whose code is in no list of places, in a group of their own: {codes}.",
    },
    "compare-left": {
        "id": "{count} desa tidak dibandingkan: {why}.",
        "en": "{count} villages are not compared: {why}.",
    },
    "compare-bands": {
        "id": "Kelompok nilai: nilai tengah kelompok di bawah seperempat terendah semua desa, di atas seperempat "
        "tertinggi, atau di antaranya. Dalam satu kelompok nilai tidak ada urutan; ini bukan peringkat.",
        "en": "Bands: a group's median lies below the lowest quarter of all villages, above the highest, or between. "
        "Within a band there is no order: this is no league table.",
    },
    "compare-peers": {
        "id": "Desa setara: berstatus sama di kabupatennya; bila kurang dari {least} desa, di provinsinya, lalu di "
        "semua data. Dalam satu kelompok nilai semua setara.",
        "en": "Peers: villages of the same class in the district; where fewer than {least}, in the province, then in "
        "all the data. Within a band all are level.",
    },
    "compare-first": {
        "id": "Langkah awal: {count} langkah pertama sebuah rencana.",
        "en": "Among the first: the first {count} steps of a plan.",
    },
    "compare-money-assumed": {
        "id": "{count} desa tanpa anggaran: dipakai jumlah yang lazim di kabupatennya.",
        "en": "{count} villages without a budget are taken to have what is usual in their district.",
    },
    "compare-binding": {
        "id": "Satu kegiatan dapat tertahan oleh beberapa batas, maka baris tidak dapat dijumlahkan.",
        "en": "Several limits may keep one work out, so the rows do not add up.",
    },
    "compare-shared-once": {
        "id": "Kegiatan yang dipakai beberapa desa dihitung sekali untuk setiap kelompok pemakainya.",
        "en": "A work that several villages share counts once for each group that it serves.",
    },
    "compare-shared-several": {
        "id": "{count} di antaranya dipakai desa dari beberapa baris, maka berdiri di baris tersendiri.",
        "en": "{count} of them are shared by villages of several rows and stand in a row of their own.",
    },
    "compare-unmet": {
        "id": "Rendah dan tinggi ialah batas harga katalog. Yang belum dapat dinilai karena datanya tidak ada tidak "
        "termasuk.",
        "en": "Low and high are the catalog's ends of the price. What cannot be judged for lack of data is not in it.",
    },
    "compare-chance": {
        "id": "Jumlah peluang: seperti desa serupa di masa lalu, bukan janji dan bukan dampak kegiatan saja.",
        "en": "Sums of chances: as villages like these did before; no promise, and no effect of the works alone.",
    },
    "compare-no-chance": {
        "id": "{count} desa tanpa perkiraan, karena desa serupa belum pernah dihitung.",
        "en": "{count} villages have no chances, for nobody has counted villages like them.",
    },
    "compare-gains": {
        "id": "Seperlima dihitung dari indeks terendah; desa berindeks sama tetap dalam satu bagian. Kegiatan bersama "
        "dibagi rata menurut desa pemakainya.",
        "en": "Fifths go from the lowest index; villages with the same index stay in one. Shared works are divided by "
        "the villages that share them.",
    },
}
