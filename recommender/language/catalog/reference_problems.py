"""Problems of conditions and of names that stand in no file."""

PROBLEMS = {
    "bad-condition": {
        "what": {"id": "Syarat tidak dapat dibaca.", "en": "A condition cannot be read."},
        "why": "typo",
        "mend": {
            "id": "Pakai all, any, not, atau {score|fact|finding: nama, kata: batas}.",
            "en": "Use all, any, not, or a comparison.",
        },
        "example": "when: {score: doctor}",
    },
    "bad-condition.no-mapping": {
        "id": "syarat adalah pasangan kunci: all, any, not, atau {{score|fact|finding: nama, kata: batas}}.",
        "en": "a condition is a mapping: all, any, not, or {{score|fact|finding: name, word: bound}}.",
    },
    "bad-condition.alone": {
        "id": "'{key}' berdiri sendiri di pasangannya; taruh sisanya di bawah 'all'.",
        "en": "'{key}' stands alone in its mapping; nest the rest under 'all'.",
    },
    "bad-condition.list": {
        "id": "'{key}' memuat daftar dengan sedikitnya satu syarat.",
        "en": "'{key}' holds a list of at least one condition.",
    },
    "bad-condition.reads": {
        "id": "sebut dengan satu dari score, fact, finding apa yang dibaca, menurut namanya.",
        "en": "say with one of score, fact, finding what is read, by its name.",
    },
    "bad-condition.finding": {
        "id": "temuan berlaku atau tidak: tulis {{finding: nama}} atau {{not: {{finding: nama}}}}.",
        "en": "a finding holds or not: write {{finding: name}} or {{not: {{finding: name}}}}.",
    },
    "bad-condition.word": {
        "id": "'{name}' memerlukan satu dari {words}, atau batas bawah dan batas atas.",
        "en": "'{name}' needs one of {words}, or a lower and an upper bound.",
    },
    "bad-bound": {
        "what": {"id": "Batas tidak cocok dengan kata pembandingnya.", "en": "A bound does not fit its word."},
        "why": "number",
        "mend": {
            "id": "Skor 0 sampai 1, paling banyak tiga desimal.",
            "en": "Scores are 0 to 1 with at most three decimals.",
        },
        "example": "{score: doctor, below: 4}",
    },
    "bad-bound.in": {"id": "'in' memerlukan daftar, bukan {value}.", "en": "'in' takes a list, not {value}."},
    "bad-bound.text": {
        "id": "{value} adalah teks; tulis angkanya, {number}: desimal dengan titik, tanpa kutip dan tanpa %.",
        "en": "{value} is text; write the number, {number}: a decimal with a point, without quotes and without %.",
    },
    "bad-bound.score": {
        "id": "{value} bukan skor: angka 0 sampai 1 dengan paling banyak tiga desimal, atau nama parameter.",
        "en": "{value} is no score: a number from 0 to 1 with at most three decimals, or the name of a parameter.",
    },
    "bad-bound.fact": {
        "id": "{value} tidak dapat dibandingkan dengan '{word}': angka dengan paling banyak tiga desimal, atau kata "
        "dengan 'is'.",
        "en": "{value} cannot be compared with '{word}': a number with at most three decimals, or a word with 'is'.",
    },
    "bad-comparison": {
        "id": "'{name}' berjenis {type}; tidak dapat '{word}' {value}.",
        "en": "'{name}' is {type}; it cannot be '{word}' {value}.",
        "what": {"id": "Fakta tidak dapat dibandingkan begitu.", "en": "The fact cannot be compared like that."},
        "why": {"id": "Perbandingan selalu salah.", "en": "The comparison would always be false."},
        "mend": {"id": "Sesuaikan dengan jenis fakta.", "en": "Compare it as its type allows."},
        "example": "{fact: coastal, above: 3}",
    },
    "unknown-indicator.other-kind": {
        "id": "'{name}' ada, tetapi bukan sebagai skor; tulis {{{other}: {name}}}.",
        "en": "'{name}' exists, but not as a score; write {{{other}: {name}}}.",
    },
    "bad-comparison.word": {
        "id": "'{name}' tidak punya kata {value}; dalam berkas ditulis salah satu dari {words}.{near}",
        "en": "'{name}' has no word {value}; files write one of {words}.{near}",
    },
    "unknown-indicator": {
        "id": "'{name}' tidak ada di berkas mana pun.{near}",
        "en": "'{name}' is in no file.{near}",
        "what": {"id": "Indikator itu tidak ada di berkas mana pun.", "en": "That indicator is in no file."},
        "why": "typo",
        "mend": "spell",
        "example": "{score: drinking-watr, below: 0.4}",
    },
    "unknown-fact.other-kind": {
        "id": "'{name}' ada, tetapi bukan sebagai fakta; tulis {{{other}: {name}}}.",
        "en": "'{name}' exists, but not as a fact; write {{{other}: {name}}}.",
    },
    "unknown-fact": {
        "id": "'{name}' tidak ada di berkas mana pun.{near}",
        "en": "'{name}' is in no file.{near}",
        "what": {"id": "Fakta itu tidak ada di berkas mana pun.", "en": "That fact is in no file."},
        "why": "typo",
        "mend": "spell",
        "example": "{fact: costal, is: true}",
    },
    "unknown-finding.other-kind": {
        "id": "'{name}' ada, tetapi bukan sebagai temuan; tulis {{{other}: {name}}}.",
        "en": "'{name}' exists, but not as a finding; write {{{other}: {name}}}.",
    },
    "unknown-finding": {
        "id": "'{name}' tidak ada di berkas mana pun.{near}",
        "en": "'{name}' is in no file.{near}",
        "what": {"id": "Temuan itu tidak ada di berkas mana pun.", "en": "That finding is in no file."},
        "why": "typo",
        "mend": "spell",
        "example": "{finding: ofline}",
    },
    "unknown-finding.read": {
        "id": "'{rule}' membaca temuan '{name}', yang tidak dibuat aturan aktif mana pun.{near}",
        "en": "'{rule}' reads the finding '{name}', which no active rule makes.{near}",
    },
    "unknown-parameter": {
        "id": "'{name}' tidak ada di berkas mana pun.{near}",
        "en": "'{name}' is in no file.{near}",
        "what": {"id": "Parameter itu tidak ada di berkas mana pun.", "en": "That parameter is in no file."},
        "why": "typo",
        "mend": "spell",
        "example": "{score: doctor, below: cut-of-living}",
    },
    "unknown-dimension": {
        "id": "'{name}' tidak ada di berkas mana pun.{near}",
        "en": "'{name}' is in no file.{near}",
        "what": {"id": "Dimensi itu tidak ada di berkas mana pun.", "en": "That dimension is in no file."},
        "why": "typo",
        "mend": "spell",
        "example": "rules/livng/x.yaml",
    },
    "unknown-intervention": {
        "id": "'{name}' tidak ada di berkas mana pun.{near}",
        "en": "'{name}' is in no file.{near}",
        "what": {"id": "Kegiatan itu tidak ada di berkas mana pun.", "en": "That intervention is in no file."},
        "why": "typo",
        "mend": "spell",
        "example": "calls: [pipped-water]",
    },
    "unknown-framework": {
        "id": "'{name}' tidak ada di berkas mana pun.{near}",
        "en": "'{name}' is in no file.{near}",
        "what": {"id": "Kerangka itu tidak ada di berkas mana pun.", "en": "That framework is in no file."},
        "why": "typo",
        "mend": "spell",
        "example": "from: {indicator: x, levels: {imd: {0: false}}}",
    },
    "unknown-component": {
        "id": "'{name}' tidak ada di berkas mana pun.{near}",
        "en": "'{name}' is in no file.{near}",
        "what": {"id": "Komponen itu tidak ada di berkas mana pun.", "en": "That component is in no file."},
        "why": "typo",
        "mend": "spell",
        "example": "component: ikz",
    },
    "unknown-item": {
        "id": "'{name}' tidak ada di berkas mana pun.{near}",
        "en": "'{name}' is in no file.{near}",
        "what": {"id": "Butir itu tidak ada di berkas mana pun.", "en": "That item is in no file."},
        "why": "typo",
        "mend": "spell",
        "example": "copy-of: IKS-99",
    },
    "unknown-part": {
        "id": "'{name}' tidak ada di berkas mana pun.{near}",
        "en": "'{name}' is in no file.{near}",
        "what": {
            "id": "Bagian garis besar itu tidak ada di berkas mana pun.",
            "en": "That part of the outline is in no file.",
        },
        "why": "typo",
        "mend": "spell",
        "example": "part: A-9",
    },
    "unknown-budget-code": {
        "id": "'{name}' tidak ada di berkas mana pun.{near}",
        "en": "'{name}' is in no file.{near}",
        "what": {"id": "Bidang anggaran itu tidak ada di berkas mana pun.", "en": "That budget field is in no file."},
        "why": "typo",
        "mend": "spell",
        "example": 'budget-code: "9.04.11"',
    },
    "unknown-citation": {
        "id": "'{name}' tidak ada di berkas mana pun.{near} Tambahkan ke catalog/sources.yaml.",
        "en": "'{name}' is in no file.{near} Add it to catalog/sources.yaml.",
        "what": {"id": "Sumber itu tidak ada di berkas mana pun.", "en": "That source is in no file."},
        "why": {
            "id": "Sumber yang tidak ditemukan tidak dapat diperiksa siapa pun.",
            "en": "Nobody can look up a source that leads nowhere.",
        },
        "mend": "spell",
        "example": "sources: [JUDGEMNT]",
    },
    "unknown-subject": {
        "id": "'{name}' tidak ada di berkas mana pun.{near}",
        "en": "'{name}' is in no file.{near}",
        "what": {"id": "Subjek itu tidak ada di berkas mana pun.", "en": "That subject is in no file."},
        "why": "typo",
        "mend": "spell",
        "example": "met-when: {prerequisit: …}",
    },
}
