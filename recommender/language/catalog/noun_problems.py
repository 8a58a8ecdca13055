"""Problems of well-written nouns of the knowledge base: parameters, effects, ladders, circles, limits."""

PROBLEMS = {
    "missing-parameter": {
        "id": "'{name}' diperlukan perencana; tambahkan dengan satuan, tanggal, dan sumber.",
        "en": "'{name}' is needed by the planner; add it with unit, date and source.",
        "what": {"id": "Parameter perencana tidak ada.", "en": "A parameter of the planner is missing."},
        "why": {"id": "Tanpa itu tidak ada rencana.", "en": "Without it nothing can be planned."},
        "mend": {"id": "Tambahkan dengan satuan, tanggal, dan sumber.", "en": "Add it with unit, date and source."},
        "example": "catalog/parameters.yaml without target-score",
    },
    "bad-parameter": {
        "what": {"id": "Nilai parameter bukan angka yang sah.", "en": "A parameter's value is no sound number."},
        "why": "number",
        "mend": {"id": "Tulis angka menurut satuannya.", "en": "Write a number as its unit asks."},
        "example": "values: {2024-01-01: high}",
    },
    "bad-parameter.empty": {
        "id": "'{name}' tidak bernilai; tulis satu nilai sesudah tanggal mulai berlakunya.",
        "en": "'{name}' has no value; write one behind the date from which it holds.",
    },
    "bad-parameter.no-number": {
        "id": "'{name}' pada {date}: {value} bukan angka.",
        "en": "'{name}' at {date}: {value} is no number.",
    },
    "bad-parameter.not-whole": {
        "id": "'{name}' pada {date}: {value} bukan bilangan bulat {unit} dari 0.",
        "en": "'{name}' at {date}: {value} is no whole number of {unit} from 0.",
    },
    "bad-parameter.decimals": {
        "id": "'{name}' pada {date}: {value} lebih dari tiga desimal.",
        "en": "'{name}' at {date}: {value} has more than three decimals.",
    },
    "bad-parameter.negative": {
        "id": "'{name}' pada {date}: {value} bukan {unit}: dari 0.",
        "en": "'{name}' at {date}: {value} is no {unit}: from 0.",
    },
    "bad-parameter.range": {
        "id": "'{name}' pada {date}: {value} bukan {unit}: dari 0 sampai 1.",
        "en": "'{name}' at {date}: {value} is no {unit}: from 0 to 1.",
    },
    "bad-quantity": {
        "id": "quantity memerlukan 'number' atau 'fact', tidak keduanya.",
        "en": "quantity takes either 'number' or 'fact'.",
        "what": {"id": "Jumlah memerlukan 'number' atau 'fact'.", "en": "A quantity takes 'number' or 'fact'."},
        "why": "number",
        "mend": {"id": "Tulis salah satu.", "en": "Write one of them."},
        "example": "quantity: {number: 2, fact: households}",
    },
    "bad-running-cost": {
        "id": "running-cost memerlukan 'share' atau 'amount', tidak keduanya.",
        "en": "running-cost takes either 'share' or 'amount'.",
        "what": {
            "id": "Biaya rutin memerlukan 'share' atau 'amount'.",
            "en": "A running cost takes 'share' or 'amount'.",
        },
        "why": "number",
        "mend": {"id": "Tulis salah satu.", "en": "Write one of them."},
        "example": "running-cost: {}",
    },
    "bad-cost": {
        "id": "low, expected, dan high harus menaik.",
        "en": "low, expected and high must ascend.",
        "what": {"id": "low, expected, high tidak menaik.", "en": "low, expected and high do not ascend."},
        "why": "number",
        "mend": {"id": "Urutkan dari yang terendah.", "en": "Put them in ascending order."},
        "example": "cost: {low: 9_000_000, high: 2_000_000}",
    },
    "bad-effect": {
        "id": "pengaruh memerlukan satu dari 'reaches', 'adds', dan 'share'.",
        "en": "an effect takes one of 'reaches', 'adds' and 'share'.",
        "what": {
            "id": "Pengaruh memerlukan tepat satu dari reaches, adds, share.",
            "en": "An effect takes one of reaches, adds, share.",
        },
        "why": "number",
        "mend": {"id": "Sisakan satu.", "en": "Keep one."},
        "example": "doctor: {reaches: 1.0, adds: 1, evidence: study}",
    },
    "bad-framework": {
        "id": "'lowest' harus di bawah 'highest'.",
        "en": "'lowest' must lie below 'highest'.",
        "what": {"id": "Skala kerangka terbalik.", "en": "A framework's scale is upside down."},
        "why": "number",
        "mend": {"id": "lowest di bawah highest.", "en": "lowest lies below highest."},
        "example": "lowest: 5, highest: 0",
    },
    "bad-framework.years": {
        "id": "datanya dari {first} sampai {last}; tulis tahun yang ada, yang lebih tua dulu.",
        "en": "its data run from {first} to {last}; write years that there are, the older first.",
    },
    "bad-ladder": {
        "what": {"id": "Urutan tingkat tidak runtut.", "en": "A ladder is not in order."},
        "why": "number",
        "mend": {"id": "Tingkat di dalam skala, jumlah menaik.", "en": "Levels inside the scale, amounts rising."},
        "example": "levels: {0: {from: 2}, 5: {from: 1}}",
    },
    "bad-ladder.levels": {
        "id": "{code} bertingkat {levels}; skalanya {lowest} sampai {highest}.",
        "en": "{code} has levels {levels}; the scale is {lowest} to {highest}.",
    },
    "bad-ladder.none": {
        "id": "{code} tanpa tingkat; skalanya {lowest} sampai {highest}.",
        "en": "{code} has levels of none; the scale is {lowest} to {highest}.",
    },
    "bad-ladder.amounts": {
        "id": "jumlah ('from') pada {code} harus menaik menurut tingkatnya.",
        "en": "the amounts ('from') of {code} must rise with its levels.",
    },
    "bad-classes": {
        "id": "'above' pada kelas harus angka desimal dalam kutip, masing-masing di atas yang sebelumnya.",
        "en": "'above' of the classes must be decimal numbers in quotes, each higher than the one before.",
        "what": {"id": "Batas kelas tidak menaik.", "en": "The bounds of the classes do not rise."},
        "why": {"id": "Desa mendapat kelas yang salah.", "en": "Villages would get the wrong class."},
        "mend": {"id": "Desimal dalam kutip, menaik.", "en": "Decimals in quotes, rising."},
        "example": 'above: "0.7" behind above: "0.8"',
    },
    "bad-derived": {
        "what": {
            "id": "Nilai turunan tidak cocok dengan fakta atau tingkatnya.",
            "en": "A derived value fits neither fact nor level.",
        },
        "why": "number",
        "mend": {
            "id": "Pakai tingkat yang ada dan nilai sesuai jenis.",
            "en": "Use levels that exist and values of the type.",
        },
        "example": "levels: {idm: {4: maybe}}",
    },
    "bad-derived.level": {
        "id": "'{name}' tidak punya tingkat {level} dalam '{framework}'.",
        "en": "'{name}' has no level {level} in '{framework}'.",
    },
    "bad-derived.value": {
        "id": "{value} bukan {type}, bukan pula [rendah, tinggi] darinya.",
        "en": "{value} is no {type}, nor [low, high] of it.",
    },
    "duplicate-word": {
        "id": "'{said}' pada kata '{word}' dari '{name}' juga berarti '{other}'; beri nama lain.",
        "en": "'{said}' of the word '{word}' of '{name}' means '{other}' too; give it another name.",
        "what": {"id": "Dua kata sebuah fakta bernama sama.", "en": "Two words of a fact have one name."},
        "why": {"id": "Jawaban tidak dapat dibedakan.", "en": "Answers could not be told apart."},
        "mend": {"id": "Beri tiap kata namanya sendiri.", "en": "Give each word a name of its own."},
        "example": "low and poor both named rendah",
    },
    "duplicate-indicator": {
        "id": "'{name}' juga diukur {item}; satu indikator satu butir.",
        "en": "'{name}' is measured by {item} too; an indicator has one item.",
        "what": {"id": "Indikator diukur dua butir.", "en": "Two items measure one indicator."},
        "why": {"id": "Hanya satu yang dipakai.", "en": "Only one of them would count."},
        "mend": {"id": "Satu indikator satu butir.", "en": "One indicator, one item."},
        "example": "IKS-02 and IKS-03 both doctor",
    },
    "wrong-sum": {
        "id": "'{title}' menyebut paling banyak {highest}, isinya berjumlah {total}.",
        "en": "'{title}' says {highest} at most, what it holds sums up to {total}.",
        "what": {
            "id": "Jumlah resmi tidak cocok dengan isinya.",
            "en": "An official total is not the sum of its parts.",
        },
        "why": {"id": "Kerangka salah salin.", "en": "The framework was copied wrongly."},
        "mend": {"id": "Bandingkan dengan sumbernya.", "en": "Compare with the source."},
        "example": "highest: 20 over items that sum up to 15",
    },
    "hard-assumption": {
        "id": "'{name}' bertanda 'hard': harus ditanyakan, tidak boleh dianggap.",
        "en": "'{name}' is a hard fact: it is asked, never assumed.",
        "what": {"id": "Fakta bertanda 'hard' diberi anggapan.", "en": "A hard fact has an assumption."},
        "why": {
            "id": "Ada tidaknya laut atau lahan tidak boleh dianggap begitu saja.",
            "en": "A coast or land cannot be assumed.",
        },
        "mend": {"id": "Hapus anggapannya atau 'hard'.", "en": "Drop the assumption or 'hard'."},
        "example": "coastal: {hard: true, assumption: …}",
    },
    "bad-assumption": {
        "id": "{value} bukan {type}.",
        "en": "{value} is no {type}.",
        "what": {
            "id": "Anggapan tidak sesuai dengan jenis faktanya.",
            "en": "An assumption is not of the fact's type.",
        },
        "why": "number",
        "mend": {"id": "Sesuaikan nilainya.", "en": "Give a value of the type."},
        "example": "type: yes-no, assumption: {value: 3}",
    },
    "assumption-near-bound": {
        "id": "{place} membandingkan '{name}' dengan {bound}, tidak sampai 20 % dari anggapannya {value}: selisih "
        "kecil yang tidak diukur siapa pun menjadi penentu. Geser salah satu.",
        "en": "{place} compares '{name}' with {bound}, within 20 % of its assumption {value}: a hair would decide "
        "what nobody measured. Move one of them.",
        "what": {
            "id": "Anggapan terlalu dekat dengan batas yang membacanya.",
            "en": "An assumption lies beside a bound that reads it.",
        },
        "why": {
            "id": "Selisih kecil yang tidak diukur menjadi penentu aturan.",
            "en": "A hair that nobody measured would decide a rule.",
        },
        "mend": {
            "id": "Geser salah satu, atau tanyakan faktanya.",
            "en": "Move one of them, or ask instead of assuming.",
        },
        "example": "assumed 600 households, a rule at 550",
    },
    "bad-default": {
        "id": "tepat satu sumber dana desa bertanda 'default: true'; ia menerima jumlah tanpa nama sumber.",
        "en": "exactly one source of the village is 'default: true'; it takes an amount given without a source.",
        "what": {
            "id": "Sumber dana bawaan bukan tepat satu.",
            "en": "There is not exactly one default source of money.",
        },
        "why": {"id": "Jumlah tanpa sumber tidak punya tempat.", "en": "An amount without a source has no home."},
        "mend": {"id": "Tandai satu sumber desa.", "en": "Mark one source of the village."},
        "example": "two sources with default: true",
    },
    "no-payer": {
        "id": "tidak ada sumber dalam catalog/funding.yaml milik '{executor}', jadi tidak ada yang membayar.",
        "en": "no source in catalog/funding.yaml is of '{executor}', so nobody could pay.",
        "what": {"id": "Tidak ada sumber dana bagi pelaksana itu.", "en": "No source of money is of that executor."},
        "why": {"id": "Kegiatan tidak dapat dibayar.", "en": "Nobody could pay for the work."},
        "mend": {"id": "Tambahkan sumber atau ganti pelaksana.", "en": "Add a source or change the executor."},
        "example": "executors: [csr] without a csr source",
    },
    "calls-for-nothing": {
        "id": "keadaan (about: none) tidak memanggil kegiatan; sebut apa yang kurang.",
        "en": "a state (about: none) calls no work; say what is missing.",
        "what": {"id": "Keadaan (about: none) memanggil kegiatan.", "en": "A state (about: none) calls works."},
        "why": {"id": "Tidak ada kebutuhan yang dilayani.", "en": "There is no need that they would serve."},
        "mend": {"id": "Sebutkan apa yang kurang pada 'about'.", "en": "Say under 'about' what is missing."},
        "example": "about: none, calls: [well]",
    },
    "state-is-need": {
        "id": "aturan tentang suatu kebutuhan tidak dapat menjadi keadaan; hapus 'kind' atau tulis about: none.",
        "en": "a rule that is about a need cannot be a state; drop 'kind', or write about: none.",
        "what": {"id": "Kebutuhan yang disebut keadaan.", "en": "A need that is called a state."},
        "why": {
            "id": "Yang dihitung sebagai masalah dan yang dijawab kegiatan tidak lagi sama.",
            "en": "What is counted as a problem and what works answer would be two things.",
        },
        "mend": {"id": "Hapus 'kind', atau tulis about: none.", "en": "Drop 'kind', or write about: none."},
        "example": "about: drinking-water, kind: state",
    },
    "closes-uncalled": {
        "id": "'closes' memberi bagian kepada '{name}', yang tidak dipanggil aturan ini.",
        "en": "'closes' gives a share of '{name}', which the rule does not call.",
        "what": {
            "id": "Bagian diberikan kepada kegiatan yang tidak dipanggil.",
            "en": "A share is given to a work that is not called.",
        },
        "why": {"id": "Bagian itu tidak berlaku.", "en": "The share has no effect."},
        "mend": {"id": "Panggil kegiatannya atau hapus bagiannya.", "en": "Call the work or drop the share."},
        "example": "calls: [a], closes: {b: 0.4}",
    },
    "retired-work": {
        "what": {"id": "Kegiatan yang sudah pensiun masih dipakai.", "en": "A retired work is still used."},
        "why": {"id": "Kegiatan itu tidak pernah direncanakan.", "en": "It is never planned."},
        "mend": {"id": "Pakai penggantinya.", "en": "Use what replaced it."},
        "example": "calls: [a work with status: retired]",
    },
    "retired-work.called": {
        "id": "aturan memanggil '{name}', yang berstatus {status}; panggil kegiatan yang aktif.",
        "en": "the rule calls '{name}', which is {status}; call a work that is active.",
    },
    "retired-work.needed": {
        "id": "'{name}' berstatus {status} dan tidak pernah direncanakan; sebut penggantinya.",
        "en": "'{name}' is {status} and never planned; name what replaced it.",
    },
    "inactive-finding": {
        "what": {"id": "Temuan dari aturan yang tidak aktif dibaca.", "en": "The finding of an inactive rule is read."},
        "why": {"id": "Syarat tidak pernah terpenuhi.", "en": "The condition can never come true."},
        "mend": {"id": "Aktifkan aturan itu atau baca yang lain.", "en": "Activate that rule or read another."},
        "example": "{finding: a rule with status: draft}",
    },
    "inactive-finding.rule": {
        "id": "aturan membaca '{name}', yang berstatus {status} dan tidak membuat temuan.",
        "en": "the rule reads '{name}', which is {status} and makes no finding.",
    },
    "inactive-finding.work": {
        "id": "sebuah syarat membaca '{name}', yang berstatus {status} dan tidak membuat temuan.",
        "en": "a condition reads '{name}', which is {status} and makes no finding.",
    },
    "prerequisite-cycle": {
        "id": "{circle}. Tidak ada urutan yang memenuhinya; lepaskan satu 'requires' atau 'requires-any'.",
        "en": "{circle}. No order satisfies this; drop one 'requires' or 'requires-any'.",
        "what": {"id": "Prasyarat berputar.", "en": "Prerequisites run in a circle."},
        "why": {"id": "Tidak ada urutan yang memenuhinya.", "en": "No order satisfies them."},
        "mend": {"id": "Lepaskan satu 'requires'.", "en": "Drop one 'requires'."},
        "example": "a requires b, b requires a",
    },
    "finding-cycle": {
        "id": "{circle}: aturan-aturan ini saling membaca, jadi tidak ada yang dapat ditentukan lebih dulu. Biarkan "
        "salah satu membaca skor dan fakta saja.",
        "en": "{circle}: a circle so nothing decides the first of them. Let one of them read scores and facts instead.",
        "what": {"id": "Aturan saling membaca.", "en": "Rules read one another."},
        "why": {"id": "Tidak ada yang dapat ditentukan lebih dulu.", "en": "Nothing decides the first of them."},
        "mend": {"id": "Salah satu membaca skor dan fakta.", "en": "Let one of them read scores and facts."},
        "example": "a reads b, b reads a",
    },
    "negation-cycle": {
        "id": "{circle}: lingkaran lewat 'not', jadi benar maupun salah sama-sama keliru. Biarkan salah satu membaca "
        "skor dan fakta saja.",
        "en": "{circle}: a circle through 'not', so neither true nor false is right. Let one of them read scores and "
        "facts instead.",
        "what": {"id": "Aturan saling membaca lewat 'not'.", "en": "Rules read one another through 'not'."},
        "why": {"id": "Benar maupun salah sama-sama keliru.", "en": "Neither true nor false is right."},
        "mend": {"id": "Salah satu membaca skor dan fakta.", "en": "Let one of them read scores and facts."},
        "example": "a: {not: {finding: b}}, b: {finding: a}",
    },
    "unknown-placeholder": {
        "id": "'{{{name}}}' bukan nama yang dibaca aturan dan bukan parameter.{near}",
        "en": "'{{{name}}}' names nothing that the rule reads and no parameter.{near}",
        "what": {
            "id": "Isian {…} pada alasan tidak dikenal.",
            "en": "A {…} in a reason names nothing that the rule reads.",
        },
        "why": {"id": "Pembaca melihat 'belum diketahui'.", "en": "Readers would see 'unknown'."},
        "mend": {"id": "Pakai nama yang dibaca aturan.", "en": "Use a name that the rule reads."},
        "example": 'en: "The score {drinking-watr} is low."',
    },
    "number-too-large": {
        "id": "'{rule}' membandingkan dengan {value}, yang terbesar {largest}.",
        "en": "'{rule}' compares with {value}, the largest is {largest}.",
        "what": {"id": "Batas terlalu besar bagi mesin aturan.", "en": "A bound is too large for the rule engine."},
        "why": {"id": "Mesin tidak dapat memegangnya.", "en": "The engine cannot hold it."},
        "mend": {"id": "Pakai satuan yang lebih besar.", "en": "Use a larger unit."},
        "example": "{fact: bumdes-capital-idr, above: 2_000_000_000_000}",
    },
    "too-many-names": {
        "id": "'{rule}' membaca lebih dari {most} nama; pindahkan sebagian ke aturan dengan about: none.",
        "en": "'{rule}' reads more than {most} names; move a part into a rule with about: none.",
        "what": {"id": "Satu aturan membaca terlalu banyak nama.", "en": "One rule reads too many names."},
        "why": {"id": "Mesin tidak dapat memegangnya.", "en": "The engine cannot hold it."},
        "mend": {"id": "Pindahkan sebagian ke aturan about: none.", "en": "Move a part into a rule with about: none."},
        "example": "a condition over more than 120 names",
    },
}
