"""The page of a comparison: its questions, what is seen in a sentence, captions, signs, the map."""

MESSAGES = {
    "compare-eyebrow": {"id": "Perbandingan rencana desa", "en": "Village plans compared"},
    "compare-no-league": {
        "id": "Kelompok berdiri menurut kodenya, bukan menurut nilai: ini bukan peringkat.",
        "en": "Groups stand in the order of their codes, not of their figures: this is no league table.",
    },
    "compare-known": {"id": "Yang perlu diketahui", "en": "What must be known"},
    "compare-provenance": {"id": "Asal perbandingan ini", "en": "Where this comparison comes from"},
    # Questions
    "ask-map": {"id": "Di mana desa-desa itu?", "en": "Where are the villages?"},
    "ask-known": {"id": "Apa yang diketahui, dan data tahun berapa?", "en": "What is known, and how old is it?"},
    "ask-classes": {"id": "Berapa desa pada setiap status?", "en": "How many villages are in each class?"},
    "ask-dimensions": {
        "id": "Di dimensi mana desa kuat, dan di mana lemah?",
        "en": "In which dimensions are villages strong, in which weak?",
    },
    "ask-peers": {
        "id": "Di mana setiap desa di antara desa setara?",
        "en": "Where does each village stand among its peers?",
    },
    "ask-problems": {"id": "Masalah apa yang paling umum?", "en": "Which problems are common?"},
    "ask-states": {"id": "Apa yang sudah ada?", "en": "What is there already?"},
    "ask-first": {"id": "Kegiatan apa yang didahulukan?", "en": "What comes first?"},
    "ask-money": {
        "id": "Berapa uang desa yang direncanakan, dan berapa yang belum dipakai?",
        "en": "How much village money is planned, and how much is unused?",
    },
    "ask-binding": {"id": "Apa yang membatasi rencana?", "en": "What keeps works out of the plans?"},
    "ask-asked": {"id": "Apa yang diminta dari siapa?", "en": "What is asked of whom?"},
    "ask-unmet": {"id": "Berapa biaya semua kebutuhan?", "en": "What would all need cost?"},
    "ask-transitions": {
        "id": "Apa status desa pada akhir rencana?",
        "en": "In which class will villages be at the end of the plans?",
    },
    "ask-outlook": {"id": "Bagaimana indeks dari tahun ke tahun?", "en": "How does the index go, year by year?"},
    "ask-gains": {"id": "Siapa yang mendapat manfaat?", "en": "Who gains?"},
    "ask-villages": {"id": "Bagaimana setiap desa?", "en": "How is each village?"},
    # What is seen
    "seen-map-villages": {
        "id": "Setiap wilayah diwarnai menurut status desanya: {count} dari {villages} desa ada pada peta.",
        "en": "Each area has the colour of its village's class: {count} of {villages} villages are on the map.",
    },
    "seen-map-places": {
        "id": "{count} wilayah dengan {villages} dari {total} desa, diwarnai menurut status yang paling banyak.",
        "en": "{count} places with {villages} of {total} villages, in the colour of the class that most have.",
    },
    "seen-known": {
        "id": "{villages} desa, data tahun {years}; {measured} indikator terukur; {questions} pertanyaan per desa "
        "masih terbuka (nilai tengah).",
        "en": "{villages} villages with data of {years}; {measured} of the indicators are measured; {questions} "
        "questions a village are open (median).",
    },
    "seen-classes": {"id": "Dari {count} desa: {parts}.", "en": "Of {count} villages: {parts}."},
    "seen-nothing-measured": {
        "id": "Tidak satu dimensi pun terukur.",
        "en": "No dimension is measured.",
    },
    "seen-dimensions": {
        "id": "Nilai tengah paling rendah pada {low} ({low_score}), paling tinggi pada {high} ({high_score}); skala 0 "
        "sampai 1.",
        "en": "The median is lowest in {low} ({low_score}) and highest in {high} ({high_score}), on a scale of 0 to 1.",
    },
    "seen-peers": {
        "id": "{count} dari {villages} desa ada di kelompok nilai bawah pada sedikitnya satu dimensi.",
        "en": "{count} of {villages} villages are in the lower band in at least one dimension.",
    },
    "seen-common": {"id": "Paling umum: {parts}.", "en": "Most common: {parts}."},
    "seen-one": {"id": "{name} ({count} dari {of} desa)", "en": "{name} ({count} of {of} villages)"},
    "seen-first": {"id": "Paling sering di awal rencana: {parts}.", "en": "Most often at the beginning: {parts}."},
    "seen-no-steps": {"id": "Tidak ada rencana yang berlangkah.", "en": "No plan has a step."},
    "seen-no-money": {"id": "Tidak ada desa yang anggarannya diketahui.", "en": "No village's budget is known."},
    "seen-money": {
        "id": "Dari {budget} ({years}), {planned} ({share}) direncanakan dan {unused} belum dipakai.",
        "en": "Of {budget} ({years}), {planned} ({share}) is planned and {unused} is unused.",
    },
    "seen-no-limit": {"id": "Tidak ada batas yang menahan kegiatan.", "en": "No limit keeps a work out."},
    "seen-binding": {
        "id": "Paling banyak desa tertahan oleh: {limit} ({count} desa).",
        "en": "What holds most villages back: {limit} ({count} villages).",
    },
    "seen-unmet": {
        "id": "Semua kebutuhan: {cost} (rendah {low}, tinggi {high}); {room} di antaranya tidak muat dalam rencana.",
        "en": "All need: {cost} (low {low}, high {high}); for {room} of it the plans have no room.",
    },
    "seen-transitions": {
        "id": "Banyaknya desa kini dan perkiraannya pada akhir {year}: {parts}.",
        "en": "Villages now and expected at the end of {year}: {parts}.",
    },
    "seen-no-outlook": {"id": "Indeks tidak dapat diperkirakan.", "en": "The index cannot be forecast."},
    "seen-outlook": {
        "id": "Nilai tengah {name} {year}: {expected} menurut perkiraan, {all_done} bila semua kegiatan berdampak "
        "penuh, {trend} menurut kecenderungan desa setara saja.",
        "en": "Median of the {name} in {year}: {expected} is expected, {all_done} with every work's full effect, "
        "{trend} by the trend of such villages alone.",
    },
    "seen-few-villages": {
        "id": "Desa terlalu sedikit untuk dibagi lima.",
        "en": "There are too few villages for fifths.",
    },
    "seen-gains": {
        "id": "Uang desa yang direncanakan per desa (nilai tengah): {low} pada seperlima desa dengan {name} terendah, "
        "{high} pada seperlima tertinggi.",
        "en": "Village money planned by a village (median): {low} in the fifth with the lowest {name}, {high} in the "
        "highest fifth.",
    },
    "seen-villages": {
        "id": "Menurut kode. Dengan -o FOLDER setiap nama membuka rencana desanya.",
        "en": "By code. With -o FOLDER each name opens the village's plan.",
    },
    "seen-villages-linked": {
        "id": "Menurut kode. Setiap nama membuka rencana desanya.",
        "en": "By code. Each name opens the village's plan.",
    },
    # What pictures are called, and their signs
    "drawn-classes": {"id": "Bagian desa pada setiap status", "en": "Share of the villages in each class"},
    "drawn-dimensions": {"id": "Skor dimensi, 0 sampai 1", "en": "Scores of the dimensions, 0 to 1"},
    "drawn-problems": {
        "id": "Masalah yang paling umum ({count}): bagian desa",
        "en": "The most common problems ({count}): share of the villages",
    },
    "drawn-states": {
        "id": "Keadaan yang paling umum ({count}): bagian desa",
        "en": "The most common states ({count}): share of the villages",
    },
    "drawn-first": {
        "id": "Kegiatan yang paling sering didahulukan ({count}): bagian rencana",
        "en": "The works most often among the first ({count}): share of the plans",
    },
    "drawn-money": {
        "id": "Pembagian uang desa, tahun demi tahun",
        "en": "How village money is divided, year by year",
    },
    "drawn-binding": {"id": "Desa yang kegiatannya tertahan", "en": "Villages with works kept out"},
    "drawn-asked": {"id": "Biaya usulan menurut tujuannya", "en": "Cost of proposals by addressee"},
    "drawn-unmet": {"id": "Biaya kebutuhan semua desa", "en": "Cost of the need of all villages"},
    "drawn-unmet-groups": {"id": "Biaya semua kebutuhan setiap kelompok", "en": "Cost of all need of each group"},
    "drawn-transitions": {
        "id": "Dari status kini ke status akhir {year}, menurut peluang",
        "en": "From the class now to the class at the end of {year}, by chances",
    },
    "drawn-class-now": {"id": "Kini {name}: {count}", "en": "Now {name}: {count}"},
    "drawn-outlook": {"id": "Nilai tengah indeks", "en": "Median index"},
    "drawn-gains": {
        "id": "Seperlima desa dari indeks terendah, dan banyaknya desa",
        "en": "By fifth of the villages from the lowest index, and how many",
    },
    "drawn-fifth": {"id": "{name}: {count}", "en": "{name}: {count}"},
    "fifth": {"id": "Seperlima ke-{part}", "en": "Fifth {part}"},
    "fifth-lowest": {"id": "Terendah", "en": "Lowest"},
    "fifth-highest": {"id": "Tertinggi", "en": "Highest"},
    "others-money-village": {"id": "Uang pihak lain per desa", "en": "Others' money a village"},
    "said-half": {
        "id": "{name}: nilai tengah {median}, separuh desa antara {low} dan {high}",
        "en": "{name}: median {median}, half of the villages between {low} and {high}",
    },
    "said-move": {"id": "{then}: {count} desa", "en": "{then}: {count} villages"},
    "said-price": {
        "id": "{name}: {cost} (rendah {low}, tinggi {high})",
        "en": "{name}: {cost} (low {low}, high {high})",
    },
    "sign-half": {"id": "separuh desa di tengah", "en": "middle half of the villages"},
    "sign-median": {"id": "nilai tengah", "en": "median"},
    "sign-group": {"id": "satu kelompok", "en": "one group"},
    "sign-among-first": {"id": "di awal rencana", "en": "among the first steps"},
    "sign-later": {"id": "kemudian", "en": "later"},
    "sign-once": {"id": "yang dipakai bersama dihitung sekali", "en": "what is shared counts once"},
    "sign-singly": {"id": "bila setiap rencana dijumlahkan", "en": "summed plan by plan"},
    "sign-price-range": {"id": "dari harga rendah sampai tinggi", "en": "from low to high prices"},
    "sign-price": {"id": "harga yang diperkirakan", "en": "expected price"},
    "axis-villages": {"id": "bagian desa", "en": "share of the villages"},
    "axis-plans": {"id": "bagian rencana", "en": "share of the plans"},
    "unit-million": {"id": "juta rupiah", "en": "million rupiah"},
    "unit-billion": {"id": "miliar rupiah", "en": "billion rupiah"},
    "unit-trillion": {"id": "triliun rupiah", "en": "trillion rupiah"},
    # Tables
    "table-all": {"id": "Semua baris: {name} ({count})", "en": "All rows: {name} ({count})"},
    "table-zeros": {
        "id": "{count} baris tanpa satu desa pun tidak ditulis di sini.",
        "en": "{count} rows without any village are not written here.",
    },
    "villages-caption": {"id": "Semua desa, menurut kode", "en": "All villages, by code"},
    # The map
    "map-of-villages": {"id": "Status setiap desa", "en": "Class of each village"},
    "map-of-places": {"id": "Status yang paling banyak di setiap wilayah", "en": "Commonest class of each place"},
    "map-place": {"id": "Wilayah", "en": "Place"},
    "map-median": {"id": "Nilai tengah indeks", "en": "Median index"},
    "map-no-class": {"id": "tanpa status", "en": "no class"},
    "map-not-compared": {"id": "tidak dibandingkan", "en": "not compared"},
    "map-commonest": {
        "id": "Bila beberapa status sama banyak, warna menunjukkan yang terendah.",
        "en": "Where several classes are equally common, the colour is that of the lowest.",
    },
    "map-table": {
        "id": "Tabel 'Bagaimana setiap desa?' di bawah memuat hal yang sama.",
        "en": "The table 'How is each village?' below has the same.",
    },
    "map-missing": {
        "id": "{count} desa tidak ada dalam berkas batas",
        "en": "{count} villages are not in the file of boundaries",
    },
    "map-others": {
        "id": "{count} wilayah dalam berkas batas tanpa desa yang dibandingkan",
        "en": "{count} areas in the file of boundaries without a village that is compared",
    },
    "map-skipped": {
        "id": "{count} wilayah dari tingkat lain, tanpa kode, atau tanpa garis batas tidak dipakai.",
        "en": "{count} areas of another level, without a code or without an outline are not used.",
    },
}
