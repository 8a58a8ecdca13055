"""What the loader's problems mean: how files are written, what they name, what their values may be.

Code -> (what, why it matters, how to mend), each (Indonesian, English), and an example of the mistake.
"""

from __future__ import annotations

Row = tuple[tuple[str, str], tuple[str, str], tuple[str, str], str]

_UNREAD = ("Berkas yang tidak terbaca tidak ikut dipakai.", "A file that cannot be read takes no part.")
_TYPO = (
    "Nama yang salah ketik membuat aturan diam tanpa tanda.",
    "A misspelt name would make a rule silent without a sign.",
)
_SPELL = (
    "Perbaiki ejaannya; saran terdekat tertulis pada pesan.",
    "Correct the spelling; the message suggests the nearest.",
)
_AMBIGUOUS = (
    "Tulisan itu dapat dibaca dengan dua cara.",
    "What is written can be read in two ways.",
)
_NUMBER = (
    "Angka yang salah mengubah urutan dan biaya rencana.",
    "A wrong number changes the order and the cost of plans.",
)


def _unknown(kind_id: str, kind_en: str, example: str) -> Row:
    return (
        (f"{kind_id} itu tidak ada di berkas mana pun.", f"That {kind_en} is in no file."),
        _TYPO,
        _SPELL,
        example,
    )


FILES: dict[str, Row] = {
    "no-knowledge": (
        ("Folder ini tidak memuat rules/ dan catalog/.", "This folder holds no rules/ and catalog/."),
        ("Tanpa pengetahuan tidak ada rencana.", "Without knowledge there is no plan."),
        ("Beri folder yang memuat keduanya, atau pasang lagi.", "Name the folder that holds both, or install again."),
        "recommender check an-empty-folder",
    ),
    "missing-file": (
        ("Berkas wajib tidak ada.", "A file that must exist does not."),
        ("Versi pengetahuan tercetak pada setiap rencana.", "The knowledge's version is printed on every plan."),
        ("Tulis berkas itu.", "Write the file."),
        "catalog/ without about.yaml",
    ),
    "stray-file": (
        ("Berkas di tempat yang tidak dibaca.", "A file where nothing is read."),
        ("Isinya tidak berlaku walau tampak ada.", "What it says does not hold although it seems to be there."),
        ("Pindahkan ke rules/<dimensi>/ atau catalog/.", "Move it to rules/<dimension>/ or catalog/."),
        "rules/my-rule.yaml instead of rules/living/my-rule.yaml",
    ),
    "unreadable-file": (
        ("Berkas tidak dapat dibuka.", "The file cannot be opened."),
        _UNREAD,
        ("Periksa izin berkas.", "Check its permissions."),
        "a file that only its owner may read",
    ),
    "file-too-large": (
        ("Berkas terlalu besar.", "The file is too large."),
        _UNREAD,
        ("Pecah menurut kata benda: satu aturan satu berkas.", "Split it: one rule a file."),
        "a data file saved as rules/living/x.yaml",
    ),
    "not-utf8": (
        ("Berkas bukan UTF-8.", "The file is not UTF-8."),
        ("Huruf dapat terbaca salah.", "Letters would be read wrongly."),
        ("Simpan sebagai UTF-8.", "Save it as UTF-8."),
        "a file saved as Windows-1252",
    ),
    "bad-yaml": (
        ("Susunan YAML rusak.", "The YAML cannot be parsed."),
        _UNREAD,
        ("Periksa indentasi, tanda kutip, dan titik dua.", "Check indentation, quotes and colons."),
        "name: {id: Air minum, en: Water",
    ),
    "empty-file": (
        ("Berkas kosong.", "The file is empty."),
        _UNREAD,
        ("Isi atau hapus.", "Fill it or delete it."),
        "rules/living/new.yaml with nothing in it",
    ),
    "alias": (
        ("Jangkar dan alias YAML tidak dibaca.", "Anchors and aliases are not read."),
        ("Perubahan di satu tempat mengubah tempat lain diam-diam.", "A change in one place changes another unseen."),
        ("Tulis nilainya.", "Write the value out."),
        "calls: *works",
    ),
    "tag": (
        ("Tag YAML tidak dibaca.", "YAML tags are not read."),
        ("Tag mengubah arti nilai.", "A tag changes what a value means."),
        ("Hapus tag.", "Remove the tag."),
        "year: !!str 2024",
    ),
    "duplicate-key": (
        ("Kunci yang sama dua kali.", "The same key twice."),
        ("Yang pertama hilang diam-diam di alat lain.", "Other tools drop the first without a word."),
        ("Sisakan satu.", "Keep one of the two."),
        "need: basic … need: other",
    ),
    "bad-key": (
        ("Kunci bukan satu kata atau angka.", "A key is no plain word or number."),
        _UNREAD,
        ("Tulis satu kata sebelum titik dua.", "Write one word before the colon."),
        "[a, b]: 1",
    ),
    "ambiguous-word": (
        ("yes, no, on, off tanpa kutip.", "yes, no, on or off without quotes."),
        _AMBIGUOUS,
        ("Tulis true/false, atau kata itu dalam kutip.", "Write true or false, or the word in quotes."),
        "actionable: yes",
    ),
    "bad-date": (
        ("Tanggal tidak ada di kalender.", "The date is not in the calendar."),
        _NUMBER,
        ("Tulis TTTT-BB-HH.", "Write YYYY-MM-DD."),
        "2024-02-30: 0.8",
    ),
    "leading-zero": (
        ("Angka berawal nol.", "A number starts with zero."),
        ("Kode akan kehilangan nolnya.", "A code would lose its zero."),
        ("Tulis kode dalam kutip.", "Put codes in quotes."),
        "budget-code: 02.04",
    ),
    "bad-number": (
        ("Angka terlalu besar.", "The number is too large."),
        _NUMBER,
        ("Periksa nolnya.", "Check the zeros."),
        "low: 900000000000000000000",
    ),
    "bad-shape": (
        ("Isi bukan pasangan kunci dan nilai.", "The content is no mapping of keys."),
        _UNREAD,
        ("Mulai tiap baris dengan kunci dan titik dua.", "Begin each line with a key and a colon."),
        "- a list where keys are due",
    ),
    "bad-name": (
        ("Nama bukan pengenal.", "The name is no identifier."),
        ("Nama berkas adalah pengenal aturan.", "A file's name is the rule's identifier."),
        ("Huruf kecil Inggris dengan tanda hubung.", "Lower-case English with hyphens."),
        "rules/living/Unsafe_Water.yaml",
    ),
    "duplicate-name": (
        ("Nama dipakai dua kali.", "The name is used twice."),
        ("Rencana lama menunjuk ke nama itu.", "Plans point to names."),
        ("Beri nama lain.", "Choose another name."),
        "rules/living/far.yaml and rules/people/far.yaml",
    ),
    "unknown-key": (
        ("Kunci tidak dikenal.", "The key is not known."),
        _TYPO,
        _SPELL,
        "urgancy: 2",
    ),
    "missing-key": (
        ("Kunci wajib tidak ada.", "A key that must be there is missing."),
        ("Tanpa itu kata benda tidak lengkap.", "Without it the entry is not whole."),
        ("Tambahkan; docs/knowledge.md memuat semua kunci.", "Add it; docs/knowledge.md lists all keys."),
        "a name with id and no en",
    ),
    "bad-value": (
        ("Nilai di luar jenis atau rentangnya.", "A value outside its type or range."),
        _NUMBER,
        ("Tulis nilai yang disebut pesan.", "Write what the message asks for."),
        "urgency: 5",
    ),
    "bad-condition": (
        ("Syarat tidak dapat dibaca.", "A condition cannot be read."),
        _TYPO,
        ("Pakai all, any, not, atau {score|fact|finding: nama, kata: batas}.", "Use all, any, not, or a comparison."),
        "when: {score: doctor}",
    ),
    "bad-bound": (
        ("Batas tidak cocok dengan kata pembandingnya.", "A bound does not fit its word."),
        _NUMBER,
        ("Skor 0 sampai 1, paling banyak tiga desimal.", "Scores are 0 to 1 with at most three decimals."),
        "{score: doctor, below: 4}",
    ),
    "bad-comparison": (
        ("Fakta tidak dapat dibandingkan begitu.", "The fact cannot be compared like that."),
        ("Perbandingan selalu salah.", "The comparison would always be false."),
        ("Sesuaikan dengan jenis fakta.", "Compare it as its type allows."),
        "{fact: coastal, above: 3}",
    ),
    "unknown-indicator": _unknown("Indikator", "indicator", "{score: drinking-watr, below: 0.4}"),
    "unknown-fact": _unknown("Fakta", "fact", "{fact: costal, is: true}"),
    "unknown-finding": _unknown("Temuan", "finding", "{finding: ofline}"),
    "unknown-parameter": _unknown("Parameter", "parameter", "{score: doctor, below: cut-of-living}"),
    "unknown-dimension": _unknown("Dimensi", "dimension", "rules/livng/x.yaml"),
    "unknown-intervention": _unknown("Kegiatan", "intervention", "calls: [pipped-water]"),
    "unknown-framework": _unknown("Kerangka", "framework", "from: {indicator: x, levels: {imd: {0: false}}}"),
    "unknown-component": _unknown("Komponen", "component", "component: ikz"),
    "unknown-item": _unknown("Butir", "item", "copy-of: IKS-99"),
    "unknown-budget-code": _unknown("Bidang anggaran", "budget field", 'budget-code: "9.04.11"'),
    "unknown-source": _unknown("Sumber", "source", "sources: [JUDGEMNT]"),
    "unknown-subject": _unknown("Subjek", "subject", "met-when: {prerequisit: …}"),
    "missing-parameter": (
        ("Parameter perencana tidak ada.", "A parameter of the planner is missing."),
        ("Tanpa itu tidak ada rencana.", "Without it nothing can be planned."),
        ("Tambahkan dengan satuan, tanggal, dan sumber.", "Add it with unit, date and source."),
        "catalog/parameters.yaml without target-score",
    ),
    "bad-parameter": (
        ("Nilai parameter bukan angka yang sah.", "A parameter's value is no sound number."),
        _NUMBER,
        ("Tulis angka menurut satuannya.", "Write a number as its unit asks."),
        "values: {2024-01-01: high}",
    ),
    "bad-quantity": (
        ("Jumlah memerlukan 'number' atau 'fact'.", "A quantity takes 'number' or 'fact'."),
        _NUMBER,
        ("Tulis salah satu.", "Write one of them."),
        "quantity: {number: 2, fact: households}",
    ),
    "bad-running-cost": (
        ("Biaya rutin memerlukan 'share' atau 'amount'.", "A running cost takes 'share' or 'amount'."),
        _NUMBER,
        ("Tulis salah satu.", "Write one of them."),
        "running-cost: {}",
    ),
    "bad-cost": (
        ("low, expected, high tidak menaik.", "low, expected and high do not ascend."),
        _NUMBER,
        ("Urutkan dari yang terendah.", "Put them in ascending order."),
        "cost: {low: 9_000_000, high: 2_000_000}",
    ),
    "bad-effect": (
        ("Pengaruh memerlukan tepat satu dari reaches, adds, share.", "An effect takes one of reaches, adds, share."),
        _NUMBER,
        ("Sisakan satu.", "Keep one."),
        "doctor: {reaches: 1.0, adds: 1, evidence: study}",
    ),
    "bad-framework": (
        ("Skala kerangka terbalik.", "A framework's scale is upside down."),
        _NUMBER,
        ("lowest di bawah highest.", "lowest lies below highest."),
        "lowest: 5, highest: 0",
    ),
    "bad-ladder": (
        ("Tangga tingkat tidak runtut.", "A ladder is not in order."),
        _NUMBER,
        ("Tingkat di dalam skala, jumlah menaik.", "Levels inside the scale, amounts rising."),
        "levels: {0: {from: 2}, 5: {from: 1}}",
    ),
    "bad-classes": (
        ("Batas kelas tidak menaik.", "The bounds of the classes do not rise."),
        ("Desa mendapat kelas yang salah.", "Villages would get the wrong class."),
        ("Desimal dalam kutip, menaik.", "Decimals in quotes, rising."),
        'above: "0.7" behind above: "0.8"',
    ),
    "bad-derived": (
        ("Nilai turunan tidak cocok dengan fakta atau tingkatnya.", "A derived value fits neither fact nor level."),
        _NUMBER,
        ("Pakai tingkat yang ada dan nilai sesuai jenis.", "Use levels that exist and values of the type."),
        "levels: {idm: {4: maybe}}",
    ),
    "duplicate-indicator": (
        ("Indikator diukur dua butir.", "Two items measure one indicator."),
        ("Hanya satu yang dipakai.", "Only one of them would count."),
        ("Satu indikator satu butir.", "One indicator, one item."),
        "IKS-02 and IKS-03 both doctor",
    ),
    "wrong-sum": (
        ("Jumlah resmi tidak cocok dengan isinya.", "An official total is not the sum of its parts."),
        ("Kerangka salah salin.", "The framework was copied wrongly."),
        ("Bandingkan dengan sumbernya.", "Compare with the source."),
        "highest: 20 over items that sum up to 15",
    ),
    "hard-assumption": (
        ("Fakta keras diberi asumsi.", "A hard fact has an assumption."),
        ("Laut atau lahan tidak dapat diandaikan.", "A coast or land cannot be assumed."),
        ("Hapus asumsi atau 'hard'.", "Drop the assumption or 'hard'."),
        "coastal: {hard: true, assumption: …}",
    ),
    "bad-assumption": (
        ("Asumsi bukan jenis faktanya.", "An assumption is not of the fact's type."),
        _NUMBER,
        ("Sesuaikan nilainya.", "Give a value of the type."),
        "type: yes-no, assumption: {value: 3}",
    ),
    "assumption-near-bound": (
        ("Asumsi dekat dengan batas yang membacanya.", "An assumption lies beside a bound that reads it."),
        ("Selisih kecil yang tidak diukur memutuskan aturan.", "A hair that nobody measured would decide a rule."),
        ("Geser salah satu, atau tanyakan faktanya.", "Move one of them, or ask instead of assuming."),
        "assumed 600 households, a rule at 550",
    ),
    "bad-default": (
        ("Sumber dana bawaan bukan tepat satu.", "There is not exactly one default source of money."),
        ("Jumlah tanpa sumber tidak punya tempat.", "An amount without a source has no home."),
        ("Tandai satu sumber desa.", "Mark one source of the village."),
        "two sources with default: true",
    ),
    "no-payer": (
        ("Tidak ada sumber dana bagi pelaksana itu.", "No source of money is of that executor."),
        ("Kegiatan tidak dapat dibayar.", "Nobody could pay for the work."),
        ("Tambahkan sumber atau ganti pelaksana.", "Add a source or change the executor."),
        "executors: [csr] without a csr source",
    ),
    "calls-for-nothing": (
        ("Keadaan (about: none) memanggil kegiatan.", "A state (about: none) calls works."),
        ("Tidak ada kebutuhan yang dilayani.", "There is no need that they would serve."),
        ("Sebutkan apa yang kurang pada 'about'.", "Say under 'about' what is missing."),
        "about: none, calls: [well]",
    ),
    "closes-uncalled": (
        ("Bagian diberikan kepada kegiatan yang tidak dipanggil.", "A share is given to a work that is not called."),
        ("Bagian itu tidak berlaku.", "The share has no effect."),
        ("Panggil kegiatannya atau hapus bagiannya.", "Call the work or drop the share."),
        "calls: [a], closes: {b: 0.4}",
    ),
    "retired-work": (
        ("Kegiatan yang sudah pensiun masih dipakai.", "A retired work is still used."),
        ("Kegiatan itu tidak pernah direncanakan.", "It is never planned."),
        ("Pakai penggantinya.", "Use what replaced it."),
        "calls: [a work with status: retired]",
    ),
    "inactive-finding": (
        ("Temuan dari aturan yang tidak aktif dibaca.", "The finding of an inactive rule is read."),
        ("Syarat tidak pernah terpenuhi.", "The condition can never come true."),
        ("Aktifkan aturan itu atau baca yang lain.", "Activate that rule or read another."),
        "{finding: a rule with status: draft}",
    ),
    "prerequisite-cycle": (
        ("Prasyarat berputar.", "Prerequisites run in a circle."),
        ("Tidak ada urutan yang memenuhinya.", "No order satisfies them."),
        ("Lepaskan satu 'requires'.", "Drop one 'requires'."),
        "a requires b, b requires a",
    ),
    "finding-cycle": (
        ("Aturan saling membaca.", "Rules read one another."),
        ("Tidak ada yang menentukan yang pertama.", "Nothing decides the first of them."),
        ("Salah satu membaca skor dan fakta.", "Let one of them read scores and facts."),
        "a reads b, b reads a",
    ),
    "negation-cycle": (
        ("Aturan saling membaca lewat 'not'.", "Rules read one another through 'not'."),
        ("Benar maupun salah sama-sama keliru.", "Neither true nor false is right."),
        ("Salah satu membaca skor dan fakta.", "Let one of them read scores and facts."),
        "a: {not: {finding: b}}, b: {finding: a}",
    ),
    "unknown-placeholder": (
        ("Isian {…} pada alasan tidak dikenal.", "A {…} in a reason names nothing that the rule reads."),
        ("Pembaca melihat 'belum diketahui'.", "Readers would see 'unknown'."),
        ("Pakai nama yang dibaca aturan.", "Use a name that the rule reads."),
        'en: "The score {drinking-watr} is low."',
    ),
    "number-too-large": (
        ("Batas terlalu besar bagi mesin aturan.", "A bound is too large for the rule engine."),
        ("Mesin tidak dapat memegangnya.", "The engine cannot hold it."),
        ("Pakai satuan yang lebih besar.", "Use a larger unit."),
        "{fact: bumdes-capital-idr, above: 2_000_000_000_000}",
    ),
    "too-many-names": (
        ("Satu aturan membaca terlalu banyak nama.", "One rule reads too many names."),
        ("Mesin tidak dapat memegangnya.", "The engine cannot hold it."),
        ("Pindahkan sebagian ke aturan about: none.", "Move a part into a rule with about: none."),
        "a condition over more than 120 names",
    ),
}
