"""Wording of questions with their answers, and of the input workbook."""

from __future__ import annotations

ASKING: dict[str, tuple[str, str]] = {
    "ask-of": ("PERTANYAAN UNTUK {village}", "QUESTIONS FOR {village}"),
    "ask-intro": (
        "Setiap jawaban sudah dicoba. Dari {open} hal yang belum pasti, {tried} menyentuh rencana dan {change} "
        "mengubahnya. Yang paling menentukan lebih dulu:",
        "Every answer was tried. Of {open} things that are not certain, {tried} touch the plan and {change} change it. "
        "Those that matter most come first:",
    ),
    "ask-none": (
        "Tidak ada jawaban yang mengubah rencana ({open} hal yang belum pasti dicoba).",
        "No answer changes the plan ({open} things that are not certain were tried).",
    ),
    "ask-large": (
        "Desa ini punya banyak calon kegiatan, jadi rencana tiap jawaban dibandingkan dengan pencarian cepat.",
        "This village has many candidate works, so the plans of the answers are compared by the fast search.",
    ),
    "ask-passed-over": (
        "{count} hal lain yang mungkin mengubah rencana tidak dicoba.",
        "{count} other things that may change the plan were not tried.",
    ),
    "ask-why.doubtful": ("Nilai diragukan: {value}.", "Doubtful value: {value}."),
    "ask-why.assumed": ("Rencana menganggap: {value}.", "The plan assumes: {value}."),
    "ask-why.bounded": ("Baru diketahui kisarannya.", "Only bounds are known."),
    "ask-why.unknown": ("Belum diketahui.", "Not known yet."),
    "ask-example": ("misalnya {value}", "such as {value}"),
    "ask-confirmed": ("{value}, sudah dicek", "{value}, checked"),
    "ask-same": ("{answer}: rencana tetap", "{answer}: the plan stays"),
    "ask-order": (
        "{answer}: kegiatan tetap, urutan atau biayanya berubah (uang desa {cost})",
        "{answer}: the same works in another order or at another cost (village money {cost})",
    ),
    "ask-comes": ("masuk: {names}", "in: {names}"),
    "ask-goes": ("keluar: {names}", "out: {names}"),
    "ask-changed": ("{answer}: {changes} (uang desa {cost})", "{answer}: {changes} (village money {cost})"),
    "ask-weight": (
        "{first} dari {of} langkah pertama · {whole} dalam seluruh rencana",
        "{first} of the first {of} steps · {whole} in the whole plan",
    ),
    "ask-district": (
        "PERTANYAAN YANG PALING SERING MENENTUKAN: {count} DESA",
        "QUESTIONS THAT MATTER MOST OFTEN: {count} VILLAGES",
    ),
    "ask-district-note": (
        "Desa yang {of} langkah pertamanya, atau seluruh rencananya, berubah oleh suatu jawaban. Pilih satu desa "
        "dengan --village untuk melihat jawabannya.",
        "Villages whose first {of} steps, or whole plan, some answer changes. Choose a village with --village to see "
        "the answers.",
    ),
    "column.question": ("Pertanyaan", "Question"),
    "column.first-steps": ("Langkah pertama", "First steps"),
    "column.whole-plan": ("Seluruh rencana", "Whole plan"),
    "option.top": ("Banyaknya pertanyaan dengan --ask (bawaan 10).", "How many questions with --ask (default 10)."),
    # The input workbook
    "template.sheet.help": ("Petunjuk", "Instructions"),
    "template.sheet.village": ("Desa", "Village"),
    "template.sheet.questions": ("Pertanyaan", "Questions"),
    "template.sheet.values": ("Nilai", "Values"),
    "template.sheet.facts": ("Fakta", "Facts"),
    "template.sheet.money": ("Anggaran", "Money"),
    "template.sheet.legend": ("Keterangan", "Legend"),
    "template.title": ("Isian data desa untuk rencana pembangunan", "Village data for a development plan"),
    "template.index": ("Nilai menurut {framework}", "Values of the {framework}"),
    "template.help-form": (
        "Lembar 'Desa': isi kode desa (64.01.01.2010), nama, dan tahun nilai.\n"
        "Lembar 'Pertanyaan': yang paling menentukan rencana; jawab dari atas, cukup sebanyak yang diketahui.\n"
        "Lembar 'Nilai': skor indeks; pilih dari daftar. Baris jingga di atas diragukan: periksa di lapangan, betulkan "
        "bila perlu, lalu pilih 'ya' di kolom 'Sudah dicek'.\n"
        "Lembar 'Fakta': hal lain yang boleh diisi.",
        "Sheet 'Village': the village code (64.01.01.2010), its name, and the year of the values.\n"
        "Sheet 'Questions': what decides most on the plan; answer from the top, as much as is known.\n"
        "Sheet 'Values': the scores of the index, chosen from lists. Orange rows at the top are doubtful: look at the "
        "place, correct the value if needed, then choose 'yes' under 'Checked'.\n"
        "Sheet 'Facts': other things that may be filled in.",
    ),
    "template.help-table": (
        "Lembar 'Nilai': satu baris untuk satu desa dan tahun. Sel jingga diragukan: periksa di lapangan, betulkan, "
        "lalu tulis kode kolomnya (misalnya IKS-30) di 'nilai sudah dicek'.\n"
        "Lembar 'Fakta': satu baris untuk satu desa; kolom paling kiri paling sering menentukan rencana.\n"
        "Lembar 'Keterangan': arti setiap kolom dan pilihannya. Jangan ubah baris kunci di bawah judul kolom.",
        "Sheet 'Values': one row for one village and year. Orange cells are doubtful: look at the place, correct the "
        "value, then write the column's code (such as IKS-30) under 'nilai sudah dicek'.\n"
        "Sheet 'Facts': one row for one village; the leftmost columns decide on most plans.\n"
        "Sheet 'Legend': what each column means and may hold. Leave the row of keys below the headings as it is.",
    ),
    "template.help": (
        "Lembar 'Anggaran': uang desa yang masih bebas untuk kegiatan, dalam rupiah utuh; untuk setiap tahun, atau "
        "tahun tertentu. Boleh kosong.\n"
        "Yang tidak diketahui dibiarkan kosong: kosong berarti belum diketahui, bukan nol.\n"
        "Kolom 'Kunci' menghubungkan isian dengan program; jangan diubah.\n"
        "Simpan sebagai .xlsx, lalu: recommender plan berkas-ini.xlsx",
        "Sheet 'Money': the village's money that is free for works, in whole rupiah; for every year, or for single "
        "years. May stay empty.\n"
        "What is not known stays empty: empty means not known, never zero.\n"
        "The column 'Key' ties answers to the program; leave it as it is.\n"
        "Save as .xlsx, then: recommender plan this-file.xlsx",
    ),
    "template.kode_desa": ("Kode desa", "Village code"),
    "template.nama_desa": ("Nama desa", "Name of the village"),
    "template.kecamatan": ("Kecamatan", "Subdistrict"),
    "template.kabupaten": ("Kabupaten atau kota", "District or city"),
    "template.provinsi": ("Provinsi", "Province"),
    "template.year": ("Tahun nilai indeks", "Year of the index values"),
    "template.code-remark": (
        "Sepuluh angka dengan titik, misalnya 64.01.01.2010.",
        "Ten digits with dots, such as 64.01.01.2010.",
    ),
    "template.year-remark": ("Tahun pendataan nilai di lembar Nilai.", "The year in which the values were measured."),
    "template.total": ("{label} seperti terbit", "{label} as published"),
    "template.total-remark": (
        "Bila ada: untuk mencocokkan hitungan dan memulihkan nilai yang salah terbit.",
        "If there is one: to check the arithmetic and to recover values that were published wrongly.",
    ),
    "template.doubt.fell": (
        "DIRAGUKAN: turun tiga tingkat atau lebih dari tahun sebelumnya.",
        "DOUBTFUL: three or more levels below the year before.",
    ),
    "template.doubt.recovered": (
        "DIRAGUKAN: terbit sebagai salinan nilai lain; jumlah terbitan menunjukkan nilai yang berbeda.",
        "DOUBTFUL: published as a copy of another value; the published total shows a different one.",
    ),
    "template.doubt.contradicted": (
        "DIRAGUKAN: bertentangan dengan nilai lain desa ini.",
        "DOUBTFUL: contradicts another value of this village.",
    ),
    "template.unit.yes-no": ("ya atau tidak", "yes or no"),
    "template.unit.word": ("pilih satu", "choose one"),
    "template.unit.number": ("angka", "number"),
    "template.unit.share": ("bagian, misalnya 25%", "share, such as 25%"),
    "template.unit.count": ("bilangan bulat", "whole number"),
    "template.unit.km": ("km", "km"),
    "template.unit.m": ("m", "m"),
    "template.unit.hectare": ("hektare", "hectares"),
    "template.unit.IDR": ("rupiah utuh", "whole rupiah"),
    "template.unit.years": ("tahun", "years"),
    "template.why-many": (
        "Mengubah rencana {count} dari {of} desa yang dicoba.",
        "Changes the plan of {count} of {of} villages tried.",
    ),
    "template.bad-value": (
        "Isian ini tidak ada dalam pilihan atau di luar kisaran. Kosongkan bila tidak diketahui.",
        "This is not among the choices, or out of range. Leave it empty if it is not known.",
    ),
    "template.column.key": ("Kunci", "Key"),
    "template.column.question": ("Pertanyaan", "Question"),
    "template.column.answer": ("Jawaban", "Answer"),
    "template.column.unit": ("Satuan", "Unit"),
    "template.column.why": ("Mengapa ditanyakan", "Why it is asked"),
    "template.column.indicator": ("Indikator", "Indicator"),
    "template.column.value-before": ("Nilai {year}", "Value {year}"),
    "template.column.checked": ("Sudah dicek", "Checked"),
    "template.column.checked-codes": ("Kode nilai yang sudah dicek", "Codes of checked values"),
    "template.column.remark": ("Keterangan", "Remark"),
    "template.column.column": ("Kolom", "Column"),
    "template.column.meaning": ("Arti", "Meaning"),
    "template.column.choices": ("Pilihan atau satuan", "Choices or unit"),
    "template.column.source": ("Sumber dana", "Source of money"),
    "template.column.source-name": ("Nama sumber", "Name of the source"),
    "template.column.year": ("Tahun", "Year"),
    "template.column.amount": ("Jumlah rupiah", "Amount in rupiah"),
    "template.money-every": (
        "Setahun, bebas untuk kegiatan. Tahun kosong: berlaku setiap tahun.",
        "A year, free for works. No year: of every year.",
    ),
    "template.money-year": (
        "Hanya bila tahun ini berbeda: isi tahunnya.",
        "Only where a single year differs: fill in the year.",
    ),
    "template-table-asked": (
        "Urutan fakta menurut {count} desa yang dicoba.",
        "Facts are ordered by {count} villages that were tried.",
    ),
    "template-next": (
        "Isi {path}, simpan, lalu: {command}",
        "Fill in {path}, save it, then: {command}",
    ),
    "money-from-workbook": (
        "uang dari lembar anggaran buku kerja dipakai ({amounts}); --budget atau --budget-file menggantikannya.",
        "the money of the workbook's money sheet is used ({amounts}); --budget or --budget-file replaces it.",
    ),
    "unknown-framework": (
        "indeks '{value}' tidak dikenal.{near} Yang dikenal: {known}.",
        "the index '{value}' is not known.{near} Known: {known}.",
    ),
    "bad-rows": (
        "{value} bukan jumlah desa dari 1 sampai {most}.",
        "{value} is no number of villages from 1 to {most}.",
    ),
    "rows-and-data": (
        "beri --rows atau data, bukan keduanya; baris kosong sudah tersedia di bawah desa yang terbaca.",
        "give --rows or data, not both; there is room below the villages that were read.",
    ),
    "help.template": ("Buat buku kerja isian (Excel) untuk desa.", "Make the input workbook (Excel) for villages."),
    "help.template.example": (
        "Tanpa DATA: formulir kosong untuk satu desa. Dengan DATA: terisi yang sudah diketahui, pertanyaan paling "
        "menentukan lebih dulu. Contoh: recommender template -o isian.xlsx",
        "Without DATA: an empty form for one village. With DATA: filled with what is known, the questions that matter "
        "most first. Example: recommender template -o form.xlsx",
    ),
    "option.framework": ("Indeks yang nilainya diminta.", "The index whose values are asked for."),
    "option.rows": ("Tabel kosong untuk sekian desa.", "An empty table for so many villages."),
}
