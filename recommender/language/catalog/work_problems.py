"""Problems that `check` finds in works, texts, figures, examples and entries of accepted.yaml."""

PROBLEMS = {
    "unreachable-intervention": {
        "id": "tidak ada aturan aktif yang memanggilnya, dan tidak ada kegiatan terpanggil yang bergantung padanya; "
        "panggil atau pensiunkan.",
        "en": "no active rule calls it and nothing that is called rests on it; call it or retire it.",
        "what": {"id": "Tidak ada aturan yang menuju kegiatan ini.", "en": "No rule leads to this work."},
        "why": {"id": "Tidak pernah direncanakan.", "en": "It is never planned."},
        "mend": {"id": "Panggil dari sebuah aturan atau pensiunkan.", "en": "Call it from a rule or retire it."},
        "example": "a work in no calls and in no requires",
    },
    "useless-intervention": {
        "id": "kegiatan ini tidak menaikkan indikator, tidak menjawab temuan, dan bukan prasyarat apa pun; tulis "
        "untuk apa.",
        "en": "it improves no indicator, answers no finding and is nobody's prerequisite; say what it is for.",
        "what": {
            "id": "Kegiatan tanpa pengaruh dan tanpa kegiatan lain yang bergantung padanya.",
            "en": "A work with no effect on which nothing rests.",
        },
        "why": {"id": "Uang tanpa hasil.", "en": "Money without a result."},
        "mend": {"id": "Tulis untuk apa kegiatan itu.", "en": "Say what it is for."},
        "example": "improves: {} and nobody's prerequisite",
    },
    "effect-reaches-nothing": {
        "id": "pengaruh pada '{name}' tidak menaikkan desa satu tingkat pun, sendiri atau dengan paketnya, dari "
        "tingkat mana pun (tingkat: {levels}); perbaiki atau hapus.",
        "en": "the effect on '{name}' lifts no village a rung, alone or with its package, from any level (levels: "
        "{levels}); correct it or drop it.",
        "what": {
            "id": "Pengaruh tidak mencapai tingkat mana pun.",
            "en": "An effect reaches no rung from any level.",
        },
        "why": {"id": "Kegiatan tidak pernah dipilih untuk itu.", "en": "The work is never chosen for it."},
        "mend": {"id": "Perbaiki atau hapus pengaruhnya.", "en": "Correct the effect or drop it."},
        "example": "reaches: 0.1 on the levels 1 and 5",
    },
    "impossible-group": {
        "id": "tidak satu pun dari [{works}] dapat dibangun (pensiun, atau ditiadakan oleh yang memerlukannya).",
        "en": "none of [{works}] can be built (retired, or excluded by what it is needed for).",
        "what": {
            "id": "Kelompok pilihan tanpa anggota yang mungkin.",
            "en": "An any-of group without a possible member.",
        },
        "why": {"id": "Kegiatan tidak pernah dapat dibangun.", "en": "The work can never be built."},
        "mend": {"id": "Tambahkan anggota yang mungkin.", "en": "Add a member that can be built."},
        "example": "requires-any: [[a retired work]]",
    },
    "excludes-itself": {
        "id": "kegiatan ini meniadakan dirinya sendiri.",
        "en": "it excludes itself.",
        "what": {"id": "Kegiatan meniadakan dirinya.", "en": "A work excludes itself."},
        "why": {"id": "Tidak pernah dapat dibangun.", "en": "It can never be built."},
        "mend": {"id": "Hapus namanya dari 'excludes'.", "en": "Take its name out of 'excludes'."},
        "example": "excludes: [its own name]",
    },
    "excludes-prerequisite": {
        "what": {"id": "Kegiatan meniadakan prasyaratnya.", "en": "A work excludes what it needs first."},
        "why": {"id": "Tidak pernah dapat dibangun.", "en": "It can never be built."},
        "mend": {"id": "Hapus salah satu.", "en": "Drop one of the two."},
        "example": "requires: [well], excludes: [well]",
    },
    "excludes-prerequisite.needed": {
        "id": "kegiatan ini memerlukan '{name}' lebih dulu, tetapi juga meniadakannya; tidak pernah dapat dibangun. "
        "Hapus salah satu.",
        "en": "it needs '{name}' first and excludes it; it can never be built. Drop one of the two.",
    },
    "excludes-prerequisite.both": {
        "id": "kegiatan ini memerlukan '{one}' dan '{other}', yang saling meniadakan; jadikan keduanya pilihan.",
        "en": "it needs both '{one}' and '{other}', which exclude each other; make them alternatives.",
    },
    "alternative-excluded": {
        "severity": "warning",
        "id": "'{name}' adalah pilihan yang ditiadakan kegiatan ini sendiri, jadi tidak pernah dipilih.",
        "en": "'{name}' is an alternative that the work itself excludes, so it is never chosen.",
        "what": {
            "id": "Pilihan yang ditiadakan kegiatannya sendiri.",
            "en": "An alternative that the work itself excludes.",
        },
        "why": {"id": "Tidak pernah dipilih.", "en": "It is never chosen."},
        "mend": {"id": "Hapus dari kelompok atau dari 'excludes'.", "en": "Take it out of the group or of 'excludes'."},
        "example": "requires-any: [[spring, well]], excludes: [spring]",
    },
    "idle-met-when": {
        "severity": "warning",
        "what": {"id": "Syarat 'met-when' yang tidak pernah ditanyakan.", "en": "A 'met-when' that is never asked."},
        "why": "idle",
        "mend": {"id": "Perbaiki nama kebutuhannya atau hapus.", "en": "Correct the need's name or drop it."},
        "example": "met-when: {doctor: …} in a work that does not improve doctor",
    },
    "idle-met-when.indicator": {
        "severity": "warning",
        "id": "syarat ini tidak pernah ditanyakan: kegiatan ini tidak menaikkan '{name}'. Hapus atau perbaiki namanya.",
        "en": "this condition is never asked: the work does not improve '{name}'. Drop it or correct the name.",
    },
    "idle-met-when.rule": {
        "severity": "warning",
        "id": "syarat ini tidak pernah ditanyakan: aturan '{name}' tidak memanggil kegiatan ini. Hapus atau perbaiki "
        "namanya.",
        "en": "this condition is never asked: the rule '{name}' does not call the work. Drop it or correct the name.",
    },
    "unread-finding": {
        "severity": "warning",
        "id": "ini keadaan (about: none) yang tidak dibaca aturan atau kegiatan mana pun; baca di suatu tempat atau "
        "pensiunkan.",
        "en": "it is a state (about: none) that no rule or work reads; read it somewhere or retire it.",
        "what": {"id": "Keadaan (about: none) yang tidak dibaca.", "en": "A state (about: none) that nothing reads."},
        "why": "idle",
        "mend": {"id": "Baca di aturan lain atau pensiunkan.", "en": "Read it in a rule or a work, or retire it."},
        "example": "about: none and in no {finding: …}",
    },
    "problem-without-need": {
        "severity": "warning",
        "id": "ini masalah (kind: problem) tanpa kebutuhan: tidak ada aturan tentang suatu kebutuhan yang membacanya.",
        "en": "it is a problem (kind: problem) that nothing is about: no rule about a need reads it.",
        "what": {"id": "Masalah yang tidak menjadi kebutuhan.", "en": "A problem that no need comes of."},
        "why": {
            "id": "Masalah dihitung, tetapi rencana tidak dapat menjawabnya.",
            "en": "It is counted as a problem, and no plan can answer it.",
        },
        "mend": {
            "id": "Baca di aturan tentang indikator atau temuan, atau tulis kind: state.",
            "en": "Read it in a rule about an indicator or about itself, or write kind: state.",
        },
        "example": "about: none, kind: problem, read by works alone",
    },
    "lack-as-state": {
        "severity": "warning",
        "id": "keadaan ini hanya berlaku pada skor rendah; tulis kind: problem, atau kind: state bila memang bukan "
        "masalah.",
        "en": "this state holds at low scores alone; write kind: problem, or kind: state if it is no bad news.",
        "what": {"id": "Kekurangan yang disebut keadaan.", "en": "A lack that is called a state."},
        "why": {
            "id": "Masalah yang disebut keadaan tidak ikut dihitung.",
            "en": "A problem that is called a state is not counted as one.",
        },
        "mend": {"id": "Tulis kind: problem atau kind: state.", "en": "Write kind: problem, or kind: state."},
        "example": "about: none, when: {score: banks, below: 0.5}",
    },
    "unsourced": {
        "severity": "warning",
        "id": "'{name}' tanpa sumber; sebut siapa yang menerbitkan dan di mana, atau penilaian siapa.",
        "en": "'{name}' names no source; say who published it and where, or whose judgement it is.",
        "what": {"id": "Tanpa sumber.", "en": "No source is named."},
        "why": {
            "id": "Angka tanpa sumber tidak dapat dipertanggungjawabkan.",
            "en": "A figure without a source cannot be defended.",
        },
        "mend": {
            "id": "Sebut penerbit atau siapa yang menilai.",
            "en": "Name the publisher, or whose judgement it is.",
        },
        "example": "sources: []",
    },
    "uncited-source": {
        "severity": "warning",
        "id": "'{name}' tidak dirujuk; rujuk di tempat dipakai, atau hapus.",
        "en": "nothing cites '{name}'; cite it where it is used, or remove it.",
        "what": {"id": "Sumber yang tidak dirujuk.", "en": "A source that nothing cites."},
        "why": "idle",
        "mend": {"id": "Rujuk di tempat dipakai atau hapus.", "en": "Cite it where it is used, or remove it."},
        "example": "KUTAI-2025 in catalog/sources.yaml and in no sources: […]",
    },
    "same-wording": {
        "severity": "warning",
        "id": "'{text}' sama dalam kedua bahasa; terjemahkan salah satunya.",
        "en": "'{text}' stands in both languages; translate one of the two.",
        "what": {"id": "Kalimat sama dalam dua bahasa.", "en": "One wording stands in both languages."},
        "why": {"id": "Salah satu pembaca tidak mengerti.", "en": "Readers of one language do not understand it."},
        "mend": {"id": "Terjemahkan.", "en": "Translate one of the two."},
        "example": 'reason: {id: "The road is closed now.", en: "The road is closed now."}',
    },
    "unfinished-text": {
        "what": {"id": "Teks belum selesai.", "en": "A text is unfinished."},
        "why": {"id": "Pembaca rencana melihatnya.", "en": "Readers of plans would see it."},
        "mend": {"id": "Tulis kalimatnya.", "en": "Write the sentence."},
        "example": 'id: "TODO"',
    },
    "unfinished-text.says": {
        "id": "kalimat '{language}' masih memuat '{found}'; tulis kalimat yang akan dibaca orang.",
        "en": "the wording '{language}' still says '{found}'; write the sentence that readers shall see.",
    },
    "unfinished-text.blank": {
        "id": "kalimat '{language}' kosong; tulis kalimat yang akan dibaca orang.",
        "en": "the wording '{language}' is blank; write the sentence that readers shall see.",
    },
    "unfinished-text.source": {
        "id": "'{key}' masih memuat '{found}'; tulis apa yang dibaca, atau rujuk JUDGEMENT.",
        "en": "'{key}' still says '{found}'; write what was read, or cite JUDGEMENT.",
    },
    "placeholders-differ": {
        "id": "{names} hanya ada dalam satu bahasa; pembaca bahasa lain kehilangan angkanya.",
        "en": "{names} stands in one language only; readers of the other miss the figure.",
        "what": {"id": "Isian {…} berbeda antarbahasa.", "en": "The {…} differ between the languages."},
        "why": {"id": "Satu bahasa kehilangan angka.", "en": "One language misses a figure."},
        "mend": {"id": "Samakan isiannya.", "en": "Use the same in both."},
        "example": 'id: "Skor {x} rendah.", en: "The score is low."',
    },
    "stale-value": {
        "severity": "warning",
        "what": {"id": "Angka sudah lama.", "en": "A figure is old."},
        "why": {"id": "Harga dan ambang berubah.", "en": "Prices and thresholds change."},
        "mend": {
            "id": "Cari yang lebih baru (parameter check-stale-years menentukan umurnya).",
            "en": "Find a newer one (the parameter check-stale-years says how old is too old).",
        },
        "example": "cost: {…, year: 2009}",
    },
    "stale-value.cost": {
        "severity": "warning",
        "id": "biaya '{name}' dari {year}, {age} tahun sebelum pengetahuan ini; cari harga {years} tahun terakhir.",
        "en": "the cost of '{name}' is of {year}, {age} years before this knowledge; find a price of the last {years} "
        "years.",
    },
    "stale-value.parameter": {
        "severity": "warning",
        "id": "'{name}' terakhir ditetapkan untuk {date}, {age} tahun sebelum pengetahuan ini; tegaskan dengan "
        "tanggal baru atau beri nilai baru.",
        "en": "'{name}' was last set for {date}, {age} years before this knowledge; confirm it under a new date or "
        "give a new value.",
    },
    "missing-example": {
        "id": "tidak ada contoh yang mengharapkan {outcomes}; 'check --suggest {name}' menulis contoh siap tempel.",
        "en": "no example expects {outcomes}; 'check --suggest {name}' writes cases to paste.",
        "what": {"id": "Contoh tidak menunjukkan semua hasil.", "en": "The examples leave out an outcome."},
        "why": {"id": "Batas yang tergeser tidak ketahuan.", "en": "A bound that slips is not noticed."},
        "mend": {"id": "Tempel keluaran check --suggest ATURAN.", "en": "Paste what check --suggest RULE writes."},
        "example": "two examples that both expect 'finding'",
    },
    "duplicate-example": {
        "severity": "warning",
        "id": "'{name}' memberi hal yang sama dengan '{other}'; ubah atau hapus.",
        "en": "'{name}' gives the same as '{other}'; vary it or drop it.",
        "what": {"id": "Dua contoh memberi hal yang sama.", "en": "Two examples give the same."},
        "why": "idle",
        "mend": {"id": "Ubah atau hapus satu.", "en": "Vary it or drop one."},
        "example": "given: {doctor: 0} twice",
    },
    "bad-example": {
        "what": {"id": "Contoh tidak dapat dibaca.", "en": "An example cannot be read."},
        "why": {"id": "Contoh itu tidak menguji apa pun.", "en": "It tests nothing."},
        "mend": {"id": "Perbaiki nama dan nilainya.", "en": "Correct its names and values."},
        "example": "given: {drinking-watr: 0.2}",
    },
    "bad-example.unknown": {
        "id": "contoh '{example}': '{name}' bukan indikator, fakta, atau aturan.{near}",
        "en": "example '{example}': '{name}' is no indicator, fact or rule.{near}",
    },
    "bad-example.finding": {
        "id": "contoh '{example}': '{name}' adalah temuan; beri true atau false, bukan {value}.",
        "en": "example '{example}': '{name}' is a finding; give true or false, not {value}.",
    },
    "bad-example.score": {
        "id": "contoh '{example}': '{name}' adalah skor antara 0 dan 1, bukan {value}.",
        "en": "example '{example}': '{name}' is a score between 0 and 1, not {value}.",
    },
    "bad-example.fact": {
        "id": "contoh '{example}': '{name}' berjenis {type}, bukan {value}.",
        "en": "example '{example}': '{name}' is {type}, not {value}.",
    },
    "example-fails": {
        "id": "contoh '{name}' mengharapkan '{expected}' dan memberi '{found}'; perbaiki aturan atau contohnya.",
        "en": "example '{name}' expects '{expected}' and gives '{found}'; mend the rule or the example.",
        "what": {"id": "Contoh tidak sesuai dengan aturannya.", "en": "An example does not hold."},
        "why": {"id": "Aturan atau contohnya keliru.", "en": "The rule or the example is wrong."},
        "mend": {"id": "Perbaiki yang keliru.", "en": "Mend the one that is wrong."},
        "example": "given: {doctor: 1.0}, expect: finding",
    },
    "example-fails.assumed": {
        "id": "contoh '{name}' mengharapkan '{expected}' dan memberi '{found} dengan anggapan faktanya'; perbaiki "
        "aturan atau contohnya.",
        "en": "example '{name}' expects '{expected}' and gives '{found} with the facts' assumptions'; mend the rule "
        "or the example.",
    },
    "bad-accepted": {
        "what": {
            "id": "Entri accepted.yaml menunjuk ke yang tidak ada.",
            "en": "An entry of accepted.yaml points to nothing.",
        },
        "why": "idle",
        "mend": {"id": "Perbaiki 'at' atau 'when'.", "en": "Correct 'at' or 'when'."},
        "example": "at: rules/no-such-rule",
    },
    "bad-accepted.at": {
        "id": "'{at}' bukan isi basis ini (misalnya rules/no-road).{near}",
        "en": "'{at}' is no noun of this base (as rules/no-road).{near}",
    },
    "bad-accepted.when": {
        "id": "syaratnya membaca yang tidak ada atau tidak dapat dibandingkan; perbaiki namanya.",
        "en": "its condition reads what does not exist or cannot be compared; correct the names.",
    },
    "idle-accepted": {
        "severity": "warning",
        "what": {
            "id": "Entri accepted.yaml tidak diperlukan lagi.",
            "en": "An entry of accepted.yaml is no longer needed.",
        },
        "why": {
            "id": "Masalah baru di tempat itu akan tersembunyi.",
            "en": "A new problem at that place would be hidden.",
        },
        "mend": {"id": "Hapus entrinya.", "en": "Remove the entry."},
        "example": "the gap that it excused has been closed",
    },
    "idle-accepted.code": {
        "severity": "warning",
        "id": "tidak ada lagi '{code}' tentang '{at}'; hapus entri ini.",
        "en": "nothing says '{code}' of '{at}' any more; remove this entry.",
    },
    "idle-accepted.gap": {
        "severity": "warning",
        "id": "tidak ada celah yang syaratnya benar; hapus entri ini.",
        "en": "no gap lies where its condition is true; remove this entry.",
    },
}
