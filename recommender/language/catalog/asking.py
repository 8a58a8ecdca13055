"""Wording of questions with their answers, and of the input workbook."""

MESSAGES = {
    "ask-of": {"id": "PERTANYAAN UNTUK {village}", "en": "QUESTIONS FOR {village}"},
    "ask-intro": {
        "id": "Setiap kemungkinan jawaban sudah dicoba. Dari {open} hal yang belum pasti, {tried} berkaitan dengan "
        "rencana dan {change} mengubahnya. Dimulai dari yang paling menentukan:",
        "en": "Every answer was tried. Of {open} things that are not certain, {tried} touch the plan and {change} "
        "change it. Those that matter most come first:",
    },
    "ask-none": {
        "id": "Tidak ada jawaban yang mengubah rencana ({open} hal yang belum pasti sudah dicoba).",
        "en": "No answer changes the plan ({open} things that are not certain were tried).",
    },
    "ask-large": {
        "id": "Calon kegiatan desa ini banyak, jadi rencana untuk setiap jawaban dicari dengan cara cepat.",
        "en": "This village has many candidate works, so the plans of the answers are compared by the fast search.",
    },
    "ask-passed-over": {
        "id": "{count} hal lain yang mungkin mengubah rencana tidak dicoba.",
        "en": "{count} other things that may change the plan were not tried.",
    },
    "ask-example": {"id": "misalnya {value}", "en": "such as {value}"},
    "ask-confirmed": {"id": "{value}, sudah dicek", "en": "{value}, checked"},
    "ask-same": {"id": "{answer}: rencana tetap", "en": "{answer}: the plan stays"},
    "ask-order": {
        "id": "{answer}: kegiatan tetap, urutan atau biayanya berubah (uang desa {cost})",
        "en": "{answer}: the same works in another order or at another cost (village money {cost})",
    },
    "ask-comes": {"id": "masuk: {names}", "en": "in: {names}"},
    "ask-goes": {"id": "keluar: {names}", "en": "out: {names}"},
    "ask-changed": {"id": "{answer}: {changes} (uang desa {cost})", "en": "{answer}: {changes} (village money {cost})"},
    "ask-weight": {
        "id": "mengubah {first} dari {of} langkah pertama · {whole} kegiatan dalam seluruh rencana",
        "en": "{first} of the first {of} steps · {whole} in the whole plan",
    },
    "ask-district": {
        "id": "PERTANYAAN YANG PALING SERING MENENTUKAN: {count} DESA",
        "en": "QUESTIONS THAT MATTER MOST OFTEN: {count} VILLAGES",
    },
    "ask-district-note": {
        "id": "Angka: banyaknya desa yang {of} langkah pertamanya, atau seluruh rencananya, berubah menurut jawaban. "
        "Pilih satu desa dengan --village untuk melihat jawabannya.",
        "en": "Villages whose first {of} steps, or whole plan, some answer changes. Choose a village with --village "
        "to see the answers.",
    },
    "column.question": {"id": "Pertanyaan", "en": "Question"},
    "column.first-steps": {"id": "Langkah pertama", "en": "First steps"},
    "column.whole-plan": {"id": "Seluruh rencana", "en": "Whole plan"},
    # The input workbook
    "template.sheet.help": {"id": "Petunjuk", "en": "Instructions"},
    "template.sheet.village": {"id": "Desa", "en": "Village"},
    "template.sheet.questions": {"id": "Pertanyaan", "en": "Questions"},
    "template.sheet.values": {"id": "Nilai", "en": "Values"},
    "template.sheet.facts": {"id": "Fakta", "en": "Facts"},
    "template.sheet.money": {"id": "Anggaran", "en": "Money"},
    "template.sheet.existing": {"id": "Kegiatan rutin", "en": "Existing programmes"},
    "template.sheet.legend": {"id": "Keterangan", "en": "Legend"},
    "template.title": {"id": "Isian data desa untuk rencana pembangunan", "en": "Village data for a development plan"},
    "template.index": {"id": "Nilai menurut {framework}", "en": "Values of the {framework}"},
    "template.help-form": {
        "id": "Lembar 'Desa': isi kode desa (64.01.01.2010), nama, dan tahun nilai.\n"
        "Lembar 'Pertanyaan': yang paling menentukan rencana; jawab dari atas, cukup sebanyak yang diketahui.\n"
        "Lembar 'Nilai': skor indeks; pilih dari daftar. Baris jingga di atas diragukan: periksa di lapangan, "
        "betulkan bila perlu, lalu pilih 'ya' di kolom 'Sudah dicek'.\n"
        "Lembar 'Fakta': hal lain yang boleh diisi.",
        "en": "Sheet 'Village': the village code (64.01.01.2010), its name, and the year of the values.\n"
        "Sheet 'Questions': what decides most on the plan; answer from the top, as much as is known.\n"
        "Sheet 'Values': the scores of the index, chosen from lists. Orange rows at the top are doubtful: look at the "
        "place, correct the value if needed, then choose 'yes' under 'Checked'.\n"
        "Sheet 'Facts': other things that may be filled in.",
    },
    "template.help-table": {
        "id": "Lembar 'Nilai': satu baris untuk satu desa dan tahun. Sel jingga diragukan: periksa di lapangan, "
        "betulkan, lalu tulis kode kolomnya (misalnya IKS-30) di 'nilai sudah dicek'.\n"
        "Lembar 'Fakta': satu baris untuk satu desa; kolom paling kiri paling sering menentukan rencana.\n"
        "Lembar 'Keterangan': arti setiap kolom dan pilihannya. Jangan ubah baris kunci di bawah judul kolom.",
        "en": "Sheet 'Values': one row for one village and year. Orange cells are doubtful: look at the place, "
        "correct the value, then write the column's code (such as IKS-30) under 'nilai sudah dicek'.\n"
        "Sheet 'Facts': one row for one village; the leftmost columns decide on most plans.\n"
        "Sheet 'Legend': what each column means and may hold. Leave the row of keys below the headings as it is.",
    },
    "template.help": {
        "id": "Lembar 'Anggaran': uang desa yang masih bebas untuk kegiatan, dalam rupiah utuh; untuk setiap tahun, "
        "atau tahun tertentu. Boleh kosong.\n"
        "Lembar 'Kegiatan rutin': yang dibayar setiap tahun di luar uang itu; menjadi baris RKPDes. Boleh kosong.\n"
        "Yang tidak diketahui dibiarkan kosong: kosong berarti belum diketahui, bukan nol.\n"
        "Kolom 'Kunci' menghubungkan isian dengan program; jangan diubah.\n"
        "Simpan sebagai .xlsx, lalu: recommender plan berkas-ini.xlsx",
        "en": "Sheet 'Money': the village's money that is free for works, in whole rupiah; for every year, or for "
        "single years. May stay empty.\n"
        "Sheet 'Existing programmes': what is paid every year beside that money; lines of the RKPDes. May stay empty.\n"
        "What is not known stays empty: empty means not known, never zero.\n"
        "The column 'Key' ties answers to the program; leave it as it is.\n"
        "Save as .xlsx, then: recommender plan this-file.xlsx",
    },
    "template.year": {"id": "Tahun nilai indeks", "en": "Year of the index values"},
    "template.code-remark": {
        "id": "Sepuluh angka dengan titik, misalnya 64.01.01.2010.",
        "en": "Ten digits with dots, such as 64.01.01.2010.",
    },
    "template.year-remark": {
        "id": "Tahun pendataan nilai di lembar Nilai.",
        "en": "The year in which the values were measured.",
    },
    "template.total": {"id": "{label} seperti terbit", "en": "{label} as published"},
    "template.total-remark": {
        "id": "Bila ada: untuk mencocokkan hitungan dan membetulkan nilai yang salah terbit.",
        "en": "If there is one: to check the arithmetic and to recover values that were published wrongly.",
    },
    "template.why-many": {
        "id": "Mengubah rencana {count} dari {of} desa yang dicoba.",
        "en": "Changes the plan of {count} of {of} villages tried.",
    },
    "template.bad-value": {
        "id": "Isian ini tidak ada dalam pilihan atau di luar batas. Kosongkan bila tidak diketahui.",
        "en": "This is not among the choices, or out of range. Leave it empty if it is not known.",
    },
    "template.column.key": {"id": "Kunci", "en": "Key"},
    "template.column.question": {"id": "Pertanyaan", "en": "Question"},
    "template.column.answer": {"id": "Jawaban", "en": "Answer"},
    "template.column.unit": {"id": "Satuan", "en": "Unit"},
    "template.column.why": {"id": "Mengapa ditanyakan", "en": "Why it is asked"},
    "template.column.indicator": {"id": "Indikator", "en": "Indicator"},
    "template.column.value-before": {"id": "Nilai {year}", "en": "Value {year}"},
    "template.column.checked": {"id": "Sudah dicek", "en": "Checked"},
    "template.column.checked-codes": {"id": "Kode nilai yang sudah dicek", "en": "Codes of checked values"},
    "template.column.remark": {"id": "Keterangan", "en": "Remark"},
    "template.column.column": {"id": "Kolom", "en": "Column"},
    "template.column.meaning": {"id": "Arti", "en": "Meaning"},
    "template.column.choices": {"id": "Pilihan atau satuan", "en": "Choices or unit"},
    "template.column.source": {"id": "Sumber dana", "en": "Source of money"},
    "template.column.source-name": {"id": "Nama sumber", "en": "Name of the source"},
    "template.column.year": {"id": "Tahun", "en": "Year"},
    "template.column.amount": {"id": "Jumlah rupiah", "en": "Amount in rupiah"},
    "template.column.code": {"id": "Kode APBDes", "en": "Budget code"},
    "template.column.programme": {"id": "Kegiatan rutin", "en": "Existing programme"},
    "template.column.meets": {"id": "Kegiatan yang sudah terpenuhi", "en": "Works that it meets"},
    "template.existing-typical": {
        "id": "Biasanya {amount} setahun. Isi hanya bila desa memang membayarnya; baris lain boleh ditambah.",
        "en": "Usually {amount} a year. Fill in only what the village pays; rows may be added.",
    },
    "template.money-every": {
        "id": "Setahun, bebas untuk kegiatan. Tahun kosong: berlaku setiap tahun.",
        "en": "A year, free for works. No year: of every year.",
    },
    "template.money-year": {
        "id": "Hanya bila tahun ini berbeda: isi tahunnya.",
        "en": "Only where a single year differs: fill in the year.",
    },
    "template-table-asked": {
        "id": "Urutan fakta menurut {count} desa yang dicoba.",
        "en": "Facts are ordered by {count} villages that were tried.",
    },
    "template-next": {"id": "Isi {path}, simpan, lalu: {command}", "en": "Fill in {path}, save it, then: {command}"},
    "existing-from-workbook": {
        "id": "{count} kegiatan rutin dari buku kerja dipakai; --existing menggantikannya.",
        "en": "{count} existing programmes of the workbook are used; --existing replaces them.",
    },
    "money-from-workbook": {
        "id": "uang dari lembar anggaran buku kerja dipakai ({amounts}); --budget atau --budget-file menggantikannya.",
        "en": "the money of the workbook's money sheet is used ({amounts}); --budget or --budget-file replaces it.",
    },
}
