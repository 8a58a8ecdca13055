"""What the workbook of a comparison says: names of its sheets and charts, the sentence that answers each question."""

MESSAGES = {
    "compared.sheet.summary": {"id": "Ringkasan", "en": "Summary"},
    "compared.sheet.charts": {"id": "Grafik", "en": "Charts"},
    "compared.sheet.known": {"id": "Data", "en": "Data"},
    "compared.sheet.classes": {"id": "Status", "en": "Classes"},
    "compared.sheet.dimensions": {"id": "Dimensi", "en": "Dimensions"},
    "compared.sheet.peers": {"id": "Desa setara", "en": "Peers"},
    "compared.sheet.problems": {"id": "Masalah", "en": "Problems"},
    "compared.sheet.problems-groups": {"id": "Masalah per kelompok", "en": "Problems by group"},
    "compared.sheet.first-groups": {"id": "Didahulukan per kelompok", "en": "First by group"},
    "compared.sheet.states": {"id": "Keadaan", "en": "States"},
    "compared.sheet.first": {"id": "Didahulukan", "en": "First"},
    "compared.sheet.money-years": {"id": "Uang per tahun", "en": "Money by year"},
    "compared.sheet.money": {"id": "Uang per kelompok", "en": "Money by group"},
    "compared.sheet.binding": {"id": "Pembatas", "en": "Limits"},
    "compared.sheet.asked": {"id": "Usulan", "en": "Asked"},
    "compared.sheet.asked-villages": {"id": "Usulan per desa", "en": "Asked by village"},
    "compared.sheet.unmet": {"id": "Biaya kebutuhan", "en": "Price of need"},
    "compared.sheet.transitions": {"id": "Status nanti", "en": "Classes then"},
    "compared.sheet.outlook": {"id": "Perkiraan indeks", "en": "Index by year"},
    "compared.sheet.gains": {"id": "Manfaat", "en": "Gains"},
    "compared.sheet.villages": {"id": "Desa", "en": "Villages"},
    "compared.sheet.columns": {"id": "Kamus", "en": "Dictionary"},
    "compared.title.columns": {"id": "KAMUS KOLOM", "en": "WHAT THE COLUMNS MEAN"},
    "compared.title.charts": {"id": "GRAFIK", "en": "CHARTS"},
    "compared.title.asked-villages": {"id": "USULAN: DESA PENERIMANYA", "en": "WHAT IS ASKED: FOR WHICH VILLAGES"},
    "compared.title.villages": {"id": "DESA YANG DIBANDINGKAN", "en": "THE VILLAGES COMPARED"},
    "compared.source": {
        "id": "Sumber: {data}; pengetahuan {knowledge} ({sha256}), recommender {version}.",
        "en": "Source: {data}; knowledge {knowledge} ({sha256}), recommender {version}.",
    },
    "compared.data": {"id": "{names}, data {years}", "en": "{names}, data of {years}"},
    "compared.no-year": {"id": "tanpa tahun", "en": "no year"},
    "compared.column": {"id": "Kolom", "en": "Column"},
    "compared.meaning": {"id": "Arti", "en": "Meaning"},
    "compared.column-name": {"id": "Nama dalam berkas csv", "en": "Name in csv files"},
    "compared.stands-on": {"id": "Pada lembar", "en": "On the sheets"},
    "compared.question": {"id": "Pertanyaan", "en": "Question"},
    "compared.answer": {"id": "Jawaban", "en": "Answer"},
    "compared.sheet": {"id": "Lembar", "en": "Sheet"},
    "compared.of-groups": {"id": "Bagian desa menurut kelompok", "en": "Share of villages by group"},
    "compared.lowest-share": {"id": "Kelompok terendah", "en": "Lowest group"},
    "compared.highest-share": {"id": "Kelompok tertinggi", "en": "Highest group"},
    "compared.sum": {"id": "Jumlah", "en": "Sum"},
    "compared.sum-group": {"id": "Jumlah kelompok", "en": "Sum of the group"},
    "compared.sum-all": {"id": "Jumlah semua desa", "en": "Sum of all villages"},
    "compared.nothing": {"id": "Tidak ada.", "en": "Nothing."},
    "compared.expected-classes": {"id": "Perkiraan jumlah desa menurut status", "en": "Villages expected by class"},
    "compared.villages-by-class": {"id": "Jumlah desa menurut status", "en": "Villages by class"},
    "compared.more-villages": {"id": "{names}, dan {count} lainnya", "en": "{names}, and {count} more"},
    "compared.chart.classes": {"id": "Status desa (bagian desa)", "en": "Classes (share of villages)"},
    "compared.chart.problems": {"id": "Masalah yang paling umum (desa)", "en": "Commonest problems (villages)"},
    "compared.chart.money": {"id": "Uang desa per tahun (juta rupiah)", "en": "Village money by year (million rupiah)"},
    "compared.say.known": {
        "id": "{count} desa; {share} indikator terukur; nilai tengah pertanyaan terbuka {questions} per desa.",
        "en": "{count} villages; {share} of indicators measured; median of {questions} open questions a village.",
    },
    "compared.say.classes": {
        "id": "Paling banyak {class_}: {count} dari {of} desa. Semua: {all}.",
        "en": "Most are {class_}: {count} of {of} villages. All: {all}.",
    },
    "compared.say.dimensions": {
        "id": "Nilai tengah paling rendah: {low} ({low_score}); paling tinggi: {high} ({high_score}).",
        "en": "Lowest median: {low} ({low_score}); highest: {high} ({high_score}).",
    },
    "compared.say.peers": {
        "id": "{lower} dari {of} skor berada di seperempat bawah desa setara, {upper} di seperempat atas.",
        "en": "{lower} of {of} scores lie in the lower quarter of the peers, {upper} in the upper.",
    },
    "compared.say.common": {"id": "Paling umum: {names}.", "en": "Commonest: {names}."},
    "compared.say.first": {"id": "Paling sering di awal rencana: {names}.", "en": "Most often at the start: {names}."},
    "compared.say.of-villages": {"id": "{name} ({count} dari {of} desa)", "en": "{name} ({count} of {of} villages)"},
    "compared.say.money": {
        "id": "Dari anggaran {budget} ({years}), {planned} direncanakan ({share}) dan {unused} belum dipakai di luar "
        "cadangan.",
        "en": "Of {budget} ({years}), {planned} is planned ({share}) and {unused} unused beside the reserve.",
    },
    "compared.say.binding": {
        "id": "Paling sering: {limit}, di {count} dari {of} desa.",
        "en": "Most often: {limit}, in {count} of {of} villages.",
    },
    "compared.say.unmet": {
        "id": "Semua kebutuhan yang dapat dinilai: {cost} (antara {low} dan {high}).",
        "en": "All need that can be judged: {cost} (between {low} and {high}).",
    },
    "compared.say.transitions": {
        "id": "Pada akhir {year} diperkirakan {up} desa naik status, {same} tetap, {down} turun (jumlah peluang).",
        "en": "By the end of {year} some {up} villages are expected to rise, {same} to stay, {down} to fall (sums of "
        "chances).",
    },
    "compared.say.outlook": {
        "id": "Nilai tengah indeks pada {year}: {expected} diperkirakan, {all_done} bila semua kegiatan berdampak "
        "penuh, {trend} menurut kecenderungan saja.",
        "en": "Median index in {year}: {expected} expected, {all_done} with every work's full effect, {trend} by the "
        "trend alone.",
    },
    "compared.say.gains": {
        "id": "Uang desa per desa (nilai tengah): {poorest} di seperlima berindeks terendah, {richest} di seperlima "
        "tertinggi.",
        "en": "Village money a village (median): {poorest} in the fifth with the lowest index, {richest} in the "
        "highest.",
    },
    "compared.say.rows": {"id": "{count} baris.", "en": "{count} rows."},
}
