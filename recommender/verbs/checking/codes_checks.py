"""What the problems of `check` mean: rules and works judged by themselves, against each other, and as a whole.

Code -> (what, why it matters, how to mend), each (Indonesian, English), and an example of the mistake.
"""

from __future__ import annotations

from recommender.verbs.checking.codes_files import Row

_IDLE = ("Yang tidak berpengaruh menyesatkan pembaca.", "What has no effect misleads whoever reads it.")

CHECKS: dict[str, Row] = {
    "never-holds": (
        ("Tidak ada desa yang memenuhi syarat ini.", "No village can make this condition true."),
        ("Aturan tidak pernah menghasilkan temuan.", "The rule never makes a finding."),
        ("Periksa batas pada tingkat yang ada.", "Check the bounds against the levels that exist."),
        "all: [{score: doctor, above: 0.2}, {score: doctor, below: 1.0}] on the levels 0 and 5",
    ),
    "always-holds": (
        ("Setiap desa yang terukur memenuhi syarat ini.", "Every measured village makes this condition true."),
        ("Aturan tidak membedakan apa pun.", "The rule tells nothing apart."),
        ("Perketat batasnya.", "Tighten the bound."),
        "{score: doctor, at-most: 1.0}",
    ),
    "bound-separates-nothing": (
        ("Batas tidak memisahkan tingkat mana pun.", "A bound separates no level of any ladder."),
        ("Perbandingan selalu sama hasilnya.", "The comparison always comes out the same."),
        ("Pilih batas di antara dua tingkat.", "Choose a bound between two levels."),
        "{score: midwife, below: 0.1} on the levels 1 and 5",
    ),
    "idle-comparison": (
        ("Perbandingan ini tidak mengubah apa pun.", "This comparison changes nothing."),
        _IDLE,
        ("Hapus atau perbaiki batasnya.", "Drop it or correct its bound."),
        "all: [{score: x, below: 0.8}, {score: x, below: 0.6}]",
    ),
    "unmeasured-indicator": (
        ("Indikator tidak diukur kerangka mana pun.", "No framework measures the indicator."),
        ("Aturan tidak pernah dapat ditentukan.", "The rule stays undetermined everywhere."),
        ("Tambahkan butir pada kerangka atau baca fakta.", "Add an item to a framework, or read a fact."),
        "an indicator that no catalog/frameworks file lists",
    ),
    "unit-mismatch": (
        ("Batas dan nilainya beda satuan.", "A bound is in another unit than what it bounds."),
        ("Perbandingan tidak berarti.", "The comparison means nothing."),
        ("Bandingkan yang sejenis.", "Compare like with like."),
        "{score: doctor, below: own-work-limit}",
    ),
    "not-actionable": (
        ("Aturan tentang indikator yang bukan sasaran.", "A rule is about an indicator that is no aim."),
        ("Tidak pernah menjadi kebutuhan.", "It never makes a need."),
        ("Pakai about: self atau none.", "Be about 'self' or 'none'."),
        "about: religious-diversity",
    ),
    "makes-no-need": (
        ("Di mana aturan berlaku, sasaran sudah tercapai.", "Wherever the rule holds, the target is reached."),
        ("Temuan tidak menjadi kebutuhan.", "The finding makes no need."),
        ("Turunkan batas atau beri 'target'.", "Lower the bound or set a 'target'."),
        "when: {score: x, at-least: 0.8}, about: x",
    ),
    "call-reaches-nothing": (
        (
            "Kegiatan tidak mencapai anak tangga berikut di mana aturan berlaku.",
            "A called work reaches no higher rung wherever the rule holds.",
        ),
        ("Panggilan itu diabaikan.", "The call is ignored."),
        ("Panggil kegiatan lain atau perbaiki pengaruhnya.", "Call another work or correct its effect."),
        "a rule at level 4 calls a work with reaches: 0.6",
    ),
    "calls-nothing": (
        ("Kebutuhan tanpa kegiatan.", "A need that no work answers."),
        ("Desa tidak mendapat jawaban.", "Villages get no answer."),
        ("Panggil kegiatan atau jadikan about: none.", "Call works or make it about: none."),
        "about: self without calls",
    ),
    "bad-share": (
        ("Bagian bukan di atas 0 dan paling banyak 1.", "A share is not above 0 and at most 1."),
        ("Kebutuhan tertutup keliru.", "The need would be closed wrongly."),
        ("Beri bagian yang benar.", "Give a share above 0 and at most 1."),
        "closes: {well: 1.4}",
    ),
    "idle-closes": (
        ("'closes' pada aturan tentang indikator.", "'closes' in a rule about an indicator."),
        _IDLE,
        ("Tulis pengaruh pada kegiatannya.", "Write the effect in the work."),
        "about: doctor, closes: {doctor-contract: 0.5}",
    ),
    "duplicate-rule": (
        ("Dua aturan yang sama.", "The same rule twice."),
        ("Kebutuhan terhitung dua kali atau membingungkan.", "A need counts twice, or puzzles the reader."),
        ("Sisakan satu.", "Keep one of the two."),
        "below: 0.7 and below: 0.8 on the levels 1 and 5",
    ),
    "subsumed-rule": (
        (
            "Aturan lain selalu berlaku bersamanya dan meminta lebih.",
            "Another rule holds wherever it holds and asks as much.",
        ),
        ("Aturan ini tidak mengubah rencana mana pun.", "This rule changes no plan."),
        (
            "Persempit yang lain, panggil kegiatan lain, atau pensiunkan.",
            "Narrow the other, call another work, or retire it.",
        ),
        "below: 0.4 calls [a]; below: 0.8 calls [a, b]",
    ),
    "clashing-calls": (
        (
            "Dua kebutuhan yang dapat timbul bersama hanya dijawab kegiatan yang saling meniadakan.",
            "Two needs that can arise together are answered only by works that exclude each other.",
        ),
        ("Satu kebutuhan tidak terjawab.", "One of the needs stays unanswered."),
        ("Pisahkan syaratnya atau panggil kegiatan lain.", "Tell the cases apart, or call another work."),
        "one rule calls [fibre], another [shared-net], each excludes the other",
    ),
    "gap": (
        ("Tingkat lemah yang tidak dijawab aturan mana pun.", "A weak level that no rule answers."),
        ("Desa pada tingkat itu tidak mendapat kegiatan.", "Villages at that level get no work for it."),
        (
            "Tambah atau lebarkan aturan; bila memang dimaksud, tulis di catalog/accepted.yaml dengan alasan.",
            "Add or widen a rule; where it is meant, list it in catalog/accepted.yaml with the reason.",
        ),
        "rules at levels 0 and 3, none at level 2",
    ),
    "gap-on-unsure-ladder": (
        (
            "Tingkat lemah tanpa jawaban pada tangga yang belum pasti.",
            "Weak levels without an answer on an unsure ladder.",
        ),
        (
            "Desa pada tingkat itu tidak mendapat kegiatan; arti tingkatnya belum terbaca dari penerbit.",
            "Villages there get no work for it; what earns the level was not read in the publisher's text.",
        ),
        (
            "Baca rubriknya, lalu tambah aturan; sementara itu tulis di catalog/accepted.yaml.",
            "Read the rubric, then add a rule; until then list it in catalog/accepted.yaml.",
        ),
        "an item with rubric: low that no rule is about",
    ),
    "too-wide-to-check": (
        ("Syarat terlalu lebar untuk dinilai tepat.", "A condition is too wide to be judged exactly."),
        ("Tidak ada pernyataan yang dibuat tentangnya.", "Nothing is claimed of it."),
        ("Pindahkan sebagian ke aturan about: none.", "Move a part into a rule with about: none."),
        "an any of forty alternatives over twenty names",
    ),
    "not-checked": (
        ("Sebagian pemeriksaan menunggu.", "A part of the check waits."),
        ("Satu kesalahan akan menimbulkan banyak pesan lain.", "One error would cause many other messages."),
        ("Perbaiki kesalahan, lalu periksa lagi.", "Mend the errors and check again."),
        "an unknown name in one rule",
    ),
    "unreachable-intervention": (
        ("Tidak ada aturan yang menuju kegiatan ini.", "No rule leads to this work."),
        ("Tidak pernah direncanakan.", "It is never planned."),
        ("Panggil dari sebuah aturan atau pensiunkan.", "Call it from a rule or retire it."),
        "a work in no calls and in no requires",
    ),
    "useless-intervention": (
        ("Kegiatan tanpa pengaruh dan tanpa yang bertumpu padanya.", "A work with no effect on which nothing rests."),
        ("Uang tanpa hasil.", "Money without a result."),
        ("Tulis untuk apa kegiatan itu.", "Say what it is for."),
        "improves: {} and nobody's prerequisite",
    ),
    "effect-reaches-nothing": (
        ("Pengaruh tidak mencapai anak tangga mana pun.", "An effect reaches no rung from any level."),
        ("Kegiatan tidak pernah dipilih untuk itu.", "The work is never chosen for it."),
        ("Perbaiki atau hapus pengaruhnya.", "Correct the effect or drop it."),
        "reaches: 0.1 on the levels 1 and 5",
    ),
    "impossible-group": (
        ("Kelompok pilihan tanpa anggota yang mungkin.", "An any-of group without a possible member."),
        ("Kegiatan tidak pernah dapat dibangun.", "The work can never be built."),
        ("Tambahkan anggota yang mungkin.", "Add a member that can be built."),
        "requires-any: [[a retired work]]",
    ),
    "excludes-itself": (
        ("Kegiatan meniadakan dirinya.", "A work excludes itself."),
        ("Tidak pernah dapat dibangun.", "It can never be built."),
        ("Hapus namanya dari 'excludes'.", "Take its name out of 'excludes'."),
        "excludes: [its own name]",
    ),
    "excludes-prerequisite": (
        ("Kegiatan meniadakan prasyaratnya.", "A work excludes what it needs first."),
        ("Tidak pernah dapat dibangun.", "It can never be built."),
        ("Hapus salah satu.", "Drop one of the two."),
        "requires: [well], excludes: [well]",
    ),
    "alternative-excluded": (
        ("Pilihan yang ditiadakan kegiatannya sendiri.", "An alternative that the work itself excludes."),
        ("Tidak pernah dipilih.", "It is never chosen."),
        ("Hapus dari kelompok atau dari 'excludes'.", "Take it out of the group or of 'excludes'."),
        "requires-any: [[spring, well]], excludes: [spring]",
    ),
    "idle-met-when": (
        ("Syarat 'met-when' yang tidak pernah ditanyakan.", "A 'met-when' that is never asked."),
        _IDLE,
        ("Perbaiki nama kebutuhannya atau hapus.", "Correct the need's name or drop it."),
        "met-when: {doctor: …} in a work that does not improve doctor",
    ),
    "unread-finding": (
        ("Keadaan (about: none) yang tidak dibaca.", "A state (about: none) that nothing reads."),
        _IDLE,
        ("Baca di aturan lain atau pensiunkan.", "Read it in a rule or a work, or retire it."),
        "about: none and in no {finding: …}",
    ),
    "unsourced": (
        ("Tanpa sumber.", "No source is named."),
        ("Angka tanpa sumber tidak dapat dipertanggungjawabkan.", "A figure without a source cannot be defended."),
        ("Sebut penerbit atau siapa yang menilai.", "Name the publisher, or whose judgement it is."),
        "sources: []",
    ),
    "uncited-source": (
        ("Sumber yang tidak dirujuk.", "A source that nothing cites."),
        _IDLE,
        ("Rujuk di tempatnya atau hapus.", "Cite it where it is used, or remove it."),
        "KUTAI-2025 in catalog/sources.yaml and in no sources: […]",
    ),
    "same-wording": (
        ("Kalimat sama dalam dua bahasa.", "One wording stands in both languages."),
        ("Salah satu pembaca tidak mengerti.", "Readers of one language do not understand it."),
        ("Terjemahkan.", "Translate one of the two."),
        'reason: {id: "The road is closed now.", en: "The road is closed now."}',
    ),
    "unfinished-text": (
        ("Teks belum selesai.", "A text is unfinished."),
        ("Pembaca rencana melihatnya.", "Readers of plans would see it."),
        ("Tulis kalimatnya.", "Write the sentence."),
        'id: "TODO"',
    ),
    "placeholders-differ": (
        ("Isian {…} berbeda antarbahasa.", "The {…} differ between the languages."),
        ("Satu bahasa kehilangan angka.", "One language misses a figure."),
        ("Samakan isiannya.", "Use the same in both."),
        'id: "Skor {x} rendah.", en: "The score is low."',
    ),
    "stale-value": (
        ("Angka sudah lama.", "A figure is old."),
        ("Harga dan ambang berubah.", "Prices and thresholds change."),
        (
            "Cari yang lebih baru (parameter check-stale-years menentukan umurnya).",
            "Find a newer one (the parameter check-stale-years says how old is too old).",
        ),
        "cost: {…, year: 2009}",
    ),
    "missing-example": (
        ("Contoh tidak menunjukkan semua hasil.", "The examples leave out an outcome."),
        ("Batas yang tergeser tidak ketahuan.", "A bound that slips is not noticed."),
        ("Tempel keluaran check --suggest ATURAN.", "Paste what check --suggest RULE writes."),
        "two examples that both expect 'finding'",
    ),
    "duplicate-example": (
        ("Dua contoh memberi hal yang sama.", "Two examples give the same."),
        _IDLE,
        ("Ubah atau hapus satu.", "Vary it or drop one."),
        "given: {doctor: 0} twice",
    ),
    "bad-example": (
        ("Contoh tidak dapat dibaca.", "An example cannot be read."),
        ("Contoh itu tidak menguji apa pun.", "It tests nothing."),
        ("Perbaiki nama dan nilainya.", "Correct its names and values."),
        "given: {drinking-watr: 0.2}",
    ),
    "example-fails": (
        ("Contoh tidak sesuai dengan aturannya.", "An example does not hold."),
        ("Aturan atau contohnya keliru.", "The rule or the example is wrong."),
        ("Perbaiki yang keliru.", "Mend the one that is wrong."),
        "given: {doctor: 1.0}, expect: finding",
    ),
    "bad-accepted": (
        ("Entri accepted.yaml menunjuk ke yang tidak ada.", "An entry of accepted.yaml points to nothing."),
        _IDLE,
        ("Perbaiki 'at' atau 'when'.", "Correct 'at' or 'when'."),
        "at: rules/no-such-rule",
    ),
    "idle-accepted": (
        ("Entri accepted.yaml tidak diperlukan lagi.", "An entry of accepted.yaml is no longer needed."),
        ("Masalah baru di tempat itu akan tersembunyi.", "A new problem at that place would be hidden."),
        ("Hapus entrinya.", "Remove the entry."),
        "the gap that it excused has been closed",
    ),
}
