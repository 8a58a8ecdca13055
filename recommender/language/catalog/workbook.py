"""Wording of the workbook of official forms: what stands on its sheets."""

MESSAGES = {
    # Sheets; at most 31 characters, none of []:*?/\
    "sheet.rkpdes": {"id": "RKPDes {year}", "en": "RKPDes {year}"},
    "sheet.proposals": {"id": "DU-RKPDes", "en": "DU-RKPDes"},
    "sheet.rpjmdes": {"id": "RPJMDes", "en": "RPJMDes"},
    "sheet.money": {"id": "Uang desa", "en": "Money"},
    "sheet.earmarks": {"id": "Alokasi wajib", "en": "Earmarks"},
    "sheet.findings": {"id": "Temuan", "en": "Findings"},
    "sheet.left-out": {"id": "Cadangan & tidak masuk", "en": "Reserve & left out"},
    "sheet.questions": {"id": "Pertanyaan & anggapan", "en": "Questions & assumptions"},
    "sheet.coverage": {"id": "Cakupan", "en": "Coverage"},
    "sheet.page": {"id": "halaman {page} dari {count}", "en": "page {page} of {count}"},
    # Titles
    "form.rkpdes": {"id": "RENCANA KERJA PEMERINTAH DESA (RKPDes)", "en": "VILLAGE GOVERNMENT WORK PLAN (RKPDes)"},
    "form.year": {"id": "TAHUN {year}", "en": "YEAR {year}"},
    "form.years": {"id": "TAHUN {first}–{last}", "en": "YEARS {first}–{last}"},
    "form.proposals": {
        "id": "DAFTAR USULAN RENCANA KERJA PEMERINTAH DESA (DU-RKPDes)",
        "en": "PROPOSALS FOR THE VILLAGE GOVERNMENT WORK PLAN (DU-RKPDes)",
    },
    "form.rpjmdes": {
        "id": "RENCANA PEMBANGUNAN JANGKA MENENGAH DESA (RPJMDes)",
        "en": "MEDIUM-TERM VILLAGE DEVELOPMENT PLAN (RPJMDes)",
    },
    "form.money": {"id": "UANG DESA MENURUT SUMBER DAN TAHUN", "en": "VILLAGE MONEY BY SOURCE AND YEAR"},
    "form.earmarks": {"id": "ALOKASI WAJIB MENURUT SUMBER DAN TAHUN", "en": "EARMARKS BY SOURCE AND YEAR"},
    "form.findings": {"id": "TEMUAN DAN BUKTINYA", "en": "FINDINGS AND THEIR EVIDENCE"},
    "form.left-out": {
        "id": "DAFTAR CADANGAN DAN KEGIATAN YANG TIDAK MASUK RENCANA",
        "en": "RESERVE LIST AND WORKS LEFT OUT OF THE PLAN",
    },
    "form.questions": {
        "id": "PERTANYAAN, ANGGAPAN, DAN CATATAN DATA",
        "en": "QUESTIONS, ASSUMPTIONS AND NOTES ON THE DATA",
    },
    "form.coverage": {
        "id": "CAKUPAN RENCANA: DIMENSI, TUJUAN SDGs DESA, DAN PRASYARAT",
        "en": "COVERAGE OF THE PLAN: DIMENSIONS, VILLAGE GOALS (SDGs DESA) AND PREREQUISITES",
    },
    # Below the titles
    "head.village": {"id": "Desa: {name} (kode {code})", "en": "Village: {name} (code {code})"},
    "head.subdistrict": {"id": "Kecamatan: {name}", "en": "Subdistrict: {name}"},
    "head.district": {"id": "Kabupaten/kota: {name}", "en": "District: {name}"},
    "head.province": {"id": "Provinsi: {name}", "en": "Province: {name}"},
    # Columns
    "col.no": {"id": "No.", "en": "No."},
    "col.field": {"id": "Bidang", "en": "Field"},
    "col.sub-field": {"id": "Sub bidang", "en": "Sub-field"},
    "col.code": {"id": "Kode", "en": "Code"},
    "col.activity": {"id": "Jenis kegiatan", "en": "Activity"},
    "col.place": {"id": "Lokasi", "en": "Place"},
    "col.volume": {"id": "Volume", "en": "Volume"},
    "col.amount": {"id": "Jumlah", "en": "Amount"},
    "col.unit": {"id": "Satuan", "en": "Unit"},
    "col.target-group": {"id": "Sasaran/ manfaat", "en": "Target group"},
    "col.time": {"id": "Waktu pelaksanaan", "en": "Time"},
    "col.cost": {"id": "Prakiraan biaya", "en": "Estimated cost"},
    "col.cost-rupiah": {"id": "Prakiraan biaya (Rp)", "en": "Estimated cost (Rp)"},
    "col.rupiah": {"id": "Jumlah (Rp)", "en": "Amount (Rp)"},
    "col.source": {"id": "Sumber", "en": "Source"},
    "col.pattern": {"id": "Pola pelaksanaan", "en": "Pattern of execution"},
    "col.responsible": {"id": "Rencana pelaksana kegiatan", "en": "Carried out by"},
    "col.evidence": {"id": "Dasar: aturan, indikator, nilai, tahun", "en": "Evidence: rule, indicator, value, year"},
    "col.years": {"id": "Prakiraan biaya menurut tahun (Rp)", "en": "Estimated cost by year (Rp)"},
    "col.rank": {"id": "Urutan", "en": "Rank"},
    "col.proposal": {"id": "Usulan kegiatan", "en": "Proposed work"},
    "col.ask": {"id": "Diusulkan kepada", "en": "Ask"},
    "col.year": {"id": "Tahun", "en": "Year"},
    "col.running": {"id": "Biaya rutin setahun (Rp)", "en": "Running cost a year (Rp)"},
    "col.running-payer": {"id": "Ditanggung", "en": "Paid by"},
    "col.serves": {"id": "Kegiatan yang bertumpu padanya", "en": "Works that rest on it"},
    "col.source-name": {"id": "Sumber dana", "en": "Source of money"},
    "col.budget": {"id": "Anggaran (Rp)", "en": "Budget (Rp)"},
    "col.works": {"id": "Kegiatan (Rp)", "en": "Works (Rp)"},
    "col.upkeep": {"id": "Biaya rutin (Rp)", "en": "Running costs (Rp)"},
    "col.planned": {"id": "Direncanakan (Rp)", "en": "Planned (Rp)"},
    "col.left": {"id": "Sisa (Rp)", "en": "Left (Rp)"},
    "col.reserve": {"id": "Cadangan dalam sisa (Rp)", "en": "Reserve within what is left (Rp)"},
    "col.focus": {"id": "Untuk", "en": "For"},
    "col.at-least": {"id": "Paling sedikit (Rp)", "en": "At least (Rp)"},
    "col.at-most": {"id": "Paling banyak (Rp)", "en": "At most (Rp)"},
    "col.short": {"id": "Kurang (Rp)", "en": "Short (Rp)"},
    "col.finding": {"id": "Temuan (aturan)", "en": "Finding (rule)"},
    "col.sentence": {"id": "Penjelasan", "en": "In a sentence"},
    "col.mark": {"id": "Tanda", "en": "Mark"},
    "col.in-plan": {"id": "Kegiatan dalam rencana", "en": "Works of the plan"},
    "col.reason": {"id": "Alasan", "en": "Reason"},
    "col.detail": {"id": "Rincian", "en": "Details"},
    "col.meeting": {"id": "Catatan musyawarah", "en": "Notes of the meeting"},
    "col.question": {"id": "Pertanyaan", "en": "Question"},
    "col.why": {"id": "Mengapa ditanyakan", "en": "Why it is asked"},
    "col.now": {"id": "Nilai sekarang", "en": "Present value"},
    "col.decides": {"id": "Menentukan kegiatan", "en": "Decides on"},
    "col.answer": {"id": "Jawaban", "en": "Answer"},
    "col.subject": {"id": "Dimensi, tujuan, prasyarat", "en": "Dimension, goal, prerequisite"},
    "col.score": {"id": "Skor", "en": "Score"},
    "col.findings": {"id": "Temuan", "en": "Findings"},
    "col.own": {"id": "Kegiatan desa", "en": "The village's works"},
    "col.others": {"id": "Usulan", "en": "Proposals"},
    "col.count": {"id": "Banyak", "en": "Count"},
    "col.rows": {"id": "Baris dalam rencana", "en": "Rows in the plan"},
    "col.remark": {"id": "Catatan", "en": "Remark"},
    # Cells
    "whole-village": {"id": "Desa", "en": "Village"},
    "no-code": {"id": "Belum berkode anggaran", "en": "Without a budget code"},
    "stage": {"id": "tahap {number} dari {count}", "en": "stage {number} of {count}"},
    "from-to": {"id": "{first}–{last}", "en": "{first}–{last}"},
    "rule-because": {"id": "{rule}: {evidence}", "en": "{rule}: {evidence}"},
    "prerequisite-for": {"id": "Prasyarat untuk: {names}", "en": "Prerequisite of: {names}"},
    "only-if": {"id": "Hanya jika usulan ini disetujui: {names}", "en": "Only if this proposal is approved: {names}"},
    "assumes-fact": {"id": "Anggapan: {names}", "en": "Assumes: {names}"},
    "asked-for": {"id": "Dimasukkan atas permintaan pengguna", "en": "Put in at the user's request"},
    "users": {"id": "pengguna", "en": "its users"},
    "paid-village": {"id": "desa", "en": "the village"},
    # Totals and what stands below them
    "sum.sub-field": {"id": "Jumlah sub bidang {code} {name}", "en": "Sum of sub-field {code} {name}"},
    "sum.field": {"id": "JUMLAH BIDANG {code} {name}", "en": "SUM OF FIELD {code} {name}"},
    "sum.all": {"id": "JUMLAH TOTAL", "en": "TOTAL"},
    "sum.of": {"id": "Jumlah {name}", "en": "Sum of {name}"},
    "sum.year": {"id": "Jumlah {year}", "en": "Sum of {year}"},
    "tail.source": {"id": "Dari {label} ({name})", "en": "From {label} ({name})"},
    "tail.running": {
        "id": "Di luar tabel: biaya rutin kegiatan rencana ini yang sudah selesai, dibayar desa",
        "en": "Beside the table: running costs of finished works of this plan, paid by the village",
    },
    "tail.under-way": {
        "id": "Di luar tabel: angsuran kegiatan yang sedang berjalan ({names})",
        "en": "Beside the table: instalments of works under way ({names})",
    },
    "tail.kept-up": {
        "id": "Di luar tabel: biaya rutin kegiatan dari rencana terdahulu",
        "en": "Beside the table: running costs of works of the plan before",
    },
    # Signatures
    "sign.place": {"id": "………………………, ………………………", "en": "………………………, ………………………"},
    "sign.team": {"id": "Ketua Tim Penyusun", "en": "Chair of the drafting team"},
    "sign.head": {"id": "Kepala Desa", "en": "Village head"},
    # Sections
    "part.others-money": {"id": "Uang pihak lain: usulan", "en": "Money of others: proposals"},
    "part.ask": {"id": "Kepada: {whom}", "en": "To: {whom}"},
    "part.undetermined": {
        "id": "Belum dapat ditentukan: data kurang",
        "en": "Cannot be determined yet: data are missing",
    },
    "part.waiting": {
        "id": "Daftar cadangan: menunggu uang, waktu, atau tempat; dibawa ke tahun berikutnya",
        "en": "Reserve list: waits for money, time or room; carried to the next year",
    },
    "part.to-answer": {
        "id": "Menunggu jawaban atau pemeriksaan data",
        "en": "Waits for an answer or a check of the data",
    },
    "part.to-advocate": {
        "id": "Tanpa sumber dana desa; perjuangkan tersendiri",
        "en": "Beyond the village's means; to be advocated for",
    },
    "part.not-chosen": {"id": "Tidak dipilih atau tidak berlaku", "en": "Not chosen, or does not apply"},
    "part.carried": {"id": "Dari rencana {year}: {what}", "en": "From the plan of {year}: {what}"},
    "part.questions": {
        "id": "Pertanyaan, yang paling menentukan lebih dulu",
        "en": "Questions, the most decisive first",
    },
    "part.assumptions": {"id": "Anggapan yang dipakai rencana ini", "en": "Assumptions of this plan"},
    "part.data": {"id": "Catatan data", "en": "Notes on the data"},
    "part.dimensions": {"id": "Dimensi desa cerdas", "en": "Dimensions of the smart village"},
    "part.goals": {"id": "18 tujuan SDGs Desa", "en": "The 18 village goals (SDGs Desa)"},
    "part.readiness": {"id": "Prasyarat desa cerdas", "en": "Prerequisites of the smart village"},
    "is-true": {"id": "Apakah benar: {name}?", "en": "Is it right: {name}?"},
    "no-row-no-finding": {"id": "Tidak ada baris: tidak ada temuan.", "en": "No row: no finding."},
    "no-row-not-measured": {
        "id": "Tidak ada baris: indeks yang dipakai tidak mengukurnya.",
        "en": "No row: the index in use does not measure it.",
    },
    "no-row-findings": {
        "id": "TIDAK ADA BARIS, padahal ada temuan. Tidak masuk: {names}.",
        "en": "NO ROW, although there are findings. Left out: {names}.",
    },
    "no-row-nothing": {
        "id": "TIDAK ADA BARIS, padahal ada temuan; kegiatan untuk itu terpenuhi, berjalan, atau tidak ada.",
        "en": "NO ROW, although there are findings; works for it are met, under way, or none.",
    },
    "also-left-out": {"id": "Tidak masuk: {names}.", "en": "Left out: {names}."},
    "answer.met": {"id": "terpenuhi", "en": "met"},
    "answer.lacking": {"id": "BELUM terpenuhi", "en": "LACKING"},
    "answer.unknown": {"id": "belum diketahui", "en": "not known"},
    # When there is nothing
    "empty.rkpdes": {
        "id": "Tidak ada kegiatan yang dibiayai desa sendiri pada tahun ini.",
        "en": "No work that the village pays for this year.",
    },
    "empty.rpjmdes": {
        "id": "Tidak ada kegiatan yang dibiayai desa sendiri.",
        "en": "No work that the village pays for.",
    },
    "empty.proposals": {"id": "Tidak ada usulan.", "en": "No proposals."},
    "empty.money": {"id": "Tidak ada uang desa dalam rencana ini.", "en": "No village money in this plan."},
    "empty.findings": {"id": "Tidak ada temuan.", "en": "No findings."},
    "empty.left-out": {"id": "Tidak ada kegiatan yang tertinggal.", "en": "Nothing was left out."},
    "empty.questions": {"id": "Tidak ada pertanyaan.", "en": "No questions."},
    # Notes
    "note.made-by": {
        "id": "Disusun oleh recommender {version} dari basis pengetahuan {knowledge} ({sha256}); data {data}. "
        "Rancangan untuk dibahas dalam musyawarah.",
        "en": "Made by recommender {version} from the knowledge base {knowledge} ({sha256}); data {data}. A draft for "
        "the village meeting.",
    },
    "note.data": {"id": "{framework} {year}", "en": "{framework} {year}"},
    "note.no-data": {"id": "tanpa indeks", "en": "without an index"},
    "note.rkpdes": {
        "id": "Biaya adalah perkiraan katalog; sesuaikan dengan harga setempat (RAB). Pola pelaksanaan dan pelaksana "
        "adalah saran. Lokasi “Desa” berarti belum ditentukan dusunnya.",
        "en": "Costs are the catalog's estimates; adjust them to local prices. Patterns and units are suggestions. "
        "The place “Village” means that the hamlet is not yet chosen.",
    },
    "note.typical": {
        "id": "Anggaran memakai nilai lazim dari katalog, bukan pagu desa ini.",
        "en": "The budget is the catalog's typical amount, not this village's own ceiling.",
    },
    "note.stages": {
        "id": "Kegiatan bertahap ditulis pada setiap tahunnya dengan biaya dan volume tahun itu; manfaatnya datang "
        "sesudah tahap terakhir.",
        "en": "A work in stages stands in each of its years with that year's cost and volume; it serves after the "
        "last stage.",
    },
    "note.proposals": {
        "id": "Pihak lain yang membangun dan membayar; usulan belum tentu disetujui. Urutan menurut rencana.",
        "en": "Others build and pay; a proposal may be refused. Ranks are those of the plan.",
    },
    "note.money": {
        "id": "Sisa tidak diisi dengan kegiatan yang tidak berguna; cadangan adalah bagian dari sisa.",
        "en": "What is left is not filled with works of no use; the reserve is a part of it.",
    },
    "note.left-out": {
        "id": "Prakiraan biaya kosong: belum dapat dihitung, karena jumlah satuannya atau prasyaratnya belum tentu.",
        "en": "No cost: it cannot be told yet, since the number of units or a prerequisite is open.",
    },
    "note.questions": {
        "id": "Isi kolom jawaban, lalu masukkan jawabannya sebagai fakta atau nilai desa; rencana akan menyesuaikan.",
        "en": "Fill in the answers and give them as the village's facts or values; the plan will follow.",
    },
    "note.coverage": {
        "id": "Satu kegiatan dapat melayani beberapa tujuan, jadi rupiah per tujuan tidak dijumlahkan. Indikator dan "
        "kegiatan mana termasuk tujuan mana adalah penilaian penyusun katalog, bukan daftar resmi.",
        "en": "A work may serve several goals, so their rupiah do not add up. Which indicators and works belong to "
        "which goal is the judgement of the catalog's authors, no official list.",
    },
}
