"""Problems that `check` finds in rules: what can hold, what it separates, two rules side by side, gaps."""

PROBLEMS = {
    "never-holds": {
        "what": {"id": "Tidak ada desa yang memenuhi syarat ini.", "en": "No village can make this condition true."},
        "why": {"id": "Aturan tidak pernah menghasilkan temuan.", "en": "The rule never makes a finding."},
        "mend": {"id": "Periksa batas pada tingkat yang ada.", "en": "Check the bounds against the levels that exist."},
        "example": "all: [{score: doctor, above: 0.2}, {score: doctor, below: 1.0}] on the levels 0 and 5",
    },
    "never-holds.rule": {
        "id": "tidak ada desa yang memenuhi ini: bagian-bagiannya saling meniadakan pada setiap tingkat yang ada. "
        "Perbaiki 'when'.",
        "en": "no village can make this true: its parts exclude each other at every level that exists. Mend 'when'.",
    },
    "never-holds.work": {
        "id": "tidak ada desa yang memenuhi ini pada tingkat mana pun yang ada. Perbaiki syaratnya.",
        "en": "no village can make this true at any level that exists. Mend the condition.",
    },
    "always-holds": {
        "severity": "warning",
        "what": {
            "id": "Setiap desa yang terukur memenuhi syarat ini.",
            "en": "Every measured village makes this condition true.",
        },
        "why": {"id": "Aturan tidak membedakan apa pun.", "en": "The rule tells nothing apart."},
        "mend": {"id": "Perketat batasnya.", "en": "Tighten the bound."},
        "example": "{score: doctor, at-most: 1.0}",
    },
    "always-holds.rule": {
        "severity": "warning",
        "id": "setiap desa yang terukur memenuhi ini, jadi tidak membedakan apa pun. Perbaiki 'when'.",
        "en": "every village that is measured makes this true, so it tells nothing apart. Mend 'when'.",
    },
    "always-holds.work": {
        "severity": "warning",
        "id": "setiap desa yang terukur memenuhi ini. Perbaiki atau hapus syaratnya.",
        "en": "every village that is measured makes this true. Mend or drop the condition.",
    },
    "bound-separates-nothing": {
        "what": {"id": "Batas tidak memisahkan tingkat mana pun.", "en": "A bound separates no level of any ladder."},
        "why": {"id": "Perbandingan selalu sama hasilnya.", "en": "The comparison always comes out the same."},
        "mend": {"id": "Pilih batas di antara dua tingkat.", "en": "Choose a bound between two levels."},
        "example": "{score: midwife, below: 0.1} on the levels 1 and 5",
    },
    "bound-separates-nothing.always": {
        "id": "'{comparison}' selalu benar: batasnya tidak memisahkan tingkat atau nilai mana pun yang ada; pilih "
        "satu di antara dua tingkat.",
        "en": "'{comparison}' is always true: the bound separates no level or value that exists; choose one between "
        "two of them.",
    },
    "bound-separates-nothing.never": {
        "id": "'{comparison}' tidak pernah benar: batasnya tidak memisahkan tingkat atau nilai mana pun yang ada; "
        "pilih satu di antara dua tingkat.",
        "en": "'{comparison}' is never true: the bound separates no level or value that exists; choose one between "
        "two of them.",
    },
    "idle-comparison": {
        "severity": "warning",
        "id": "'{comparison}' tidak mengubah apa pun: bagian lain syarat ini menyatakan sama atau lebih. Hapus, atau "
        "perbaiki batasnya.",
        "en": "'{comparison}' changes nothing: the other parts of the condition say as much or more. Drop it, or "
        "correct its bound.",
        "what": {"id": "Perbandingan ini tidak mengubah apa pun.", "en": "This comparison changes nothing."},
        "why": "idle",
        "mend": {"id": "Hapus atau perbaiki batasnya.", "en": "Drop it or correct its bound."},
        "example": "all: [{score: x, below: 0.8}, {score: x, below: 0.6}]",
    },
    "unmeasured-indicator": {
        "severity": "warning",
        "what": {"id": "Indikator tidak diukur kerangka mana pun.", "en": "No framework measures the indicator."},
        "why": {"id": "Aturan tidak pernah dapat ditentukan.", "en": "The rule stays undetermined everywhere."},
        "mend": {
            "id": "Tambahkan butir pada kerangka atau baca fakta.",
            "en": "Add an item to a framework, or read a fact.",
        },
        "example": "an indicator that no catalog/frameworks file lists",
    },
    "unmeasured-indicator.about": {
        "severity": "warning",
        "id": "'{name}' tidak ada dalam kerangka mana pun, jadi aturan tidak menimbulkan kebutuhan di mana pun.",
        "en": "'{name}' is in no framework, so the rule makes no need anywhere.",
    },
    "unmeasured-indicator.comparison": {
        "severity": "warning",
        "id": "'{name}' tidak diukur kerangka mana pun, jadi perbandingannya tidak dapat ditentukan.",
        "en": "'{name}' is measured by no framework, so the comparison stays undetermined.",
    },
    "unit-mismatch": {
        "id": "'{name}' diukur dalam {measured}, batas '{bound}' dalam {unit}; bandingkan yang sejenis.",
        "en": "'{name}' is measured in {measured}, the bound '{bound}' in {unit}; compare like with like.",
        "what": {"id": "Batas dan nilainya beda satuan.", "en": "A bound is in another unit than what it bounds."},
        "why": {"id": "Perbandingan tidak berarti.", "en": "The comparison means nothing."},
        "mend": {"id": "Bandingkan yang sejenis.", "en": "Compare like with like."},
        "example": "{score: doctor, below: own-work-limit}",
    },
    "not-actionable": {
        "id": "'{name}' tidak dapat diubah, jadi tidak pernah menjadi kebutuhan; pakai about 'self' atau 'none'.",
        "en": "'{name}' is not actionable, so it never makes a need; be about 'self' or 'none'.",
        "what": {
            "id": "Aturan tentang indikator yang bukan sasaran.",
            "en": "A rule is about an indicator that is no aim.",
        },
        "why": {"id": "Tidak pernah menjadi kebutuhan.", "en": "It never makes a need."},
        "mend": {"id": "Pakai about: self atau none.", "en": "Be about 'self' or 'none'."},
        "example": "about: religious-diversity",
    },
    "makes-no-need": {
        "id": "setiap kali aturan berlaku, '{name}' sudah mencapai sasaran ({levels}), jadi tidak ada kebutuhan; "
        "turunkan batas atau beri 'target'.",
        "en": "wherever it holds, '{name}' has reached the target already ({levels}), so it makes no need; lower the "
        "bound or set a 'target'.",
        "what": {
            "id": "Setiap kali aturan berlaku, sasaran sudah tercapai.",
            "en": "Wherever the rule holds, the target is reached.",
        },
        "why": {"id": "Temuan tidak menjadi kebutuhan.", "en": "The finding makes no need."},
        "mend": {"id": "Turunkan batas atau beri 'target'.", "en": "Lower the bound or set a 'target'."},
        "example": "when: {score: x, at-least: 0.8}, about: x",
    },
    "call-reaches-nothing": {
        "id": "'{work}' tidak menaikkan '{name}' satu tingkat pun bila aturan berlaku ({levels}); panggil kegiatan "
        "lain atau perbaiki pengaruhnya.",
        "en": "'{work}' reaches no higher rung of '{name}' from any level where the rule holds ({levels}); call "
        "another work or correct its effect.",
        "what": {
            "id": "Kegiatan tidak sampai menaikkan satu tingkat bila aturan berlaku.",
            "en": "A called work reaches no higher rung wherever the rule holds.",
        },
        "why": {"id": "Panggilan itu diabaikan.", "en": "The call is ignored."},
        "mend": {
            "id": "Panggil kegiatan lain atau perbaiki pengaruhnya.",
            "en": "Call another work or correct its effect.",
        },
        "example": "a rule at level 4 calls a work with reaches: 0.6",
    },
    "calls-nothing": {
        "id": "kebutuhan ini tidak dijawab kegiatan mana pun; panggil kegiatan, atau jadikan keadaan (about: none).",
        "en": "it is a need that no work answers; call works, or make it a state (about: none).",
        "what": {"id": "Kebutuhan tanpa kegiatan.", "en": "A need that no work answers."},
        "why": {"id": "Desa tidak mendapat jawaban.", "en": "Villages get no answer."},
        "mend": {"id": "Panggil kegiatan atau jadikan about: none.", "en": "Call works or make it about: none."},
        "example": "about: self without calls",
    },
    "bad-share": {
        "id": "'{work}' menutup {share} dari kebutuhan; bagian di atas 0 dan paling banyak 1.",
        "en": "'{work}' closes {share} of the need; a share is above 0 and at most 1.",
        "what": {"id": "Bagian bukan di atas 0 dan paling banyak 1.", "en": "A share is not above 0 and at most 1."},
        "why": {"id": "Kebutuhan tertutup keliru.", "en": "The need would be closed wrongly."},
        "mend": {"id": "Beri bagian yang benar.", "en": "Give a share above 0 and at most 1."},
        "example": "closes: {well: 1.4}",
    },
    "idle-closes": {
        "severity": "warning",
        "id": "bagian hanya berlaku untuk temuan tentang dirinya sendiri; pengaruh pada indikator ditulis di "
        "kegiatannya.",
        "en": "shares count only for a finding that is about itself; effects on an indicator stand in the works.",
        "what": {"id": "'closes' pada aturan tentang indikator.", "en": "'closes' in a rule about an indicator."},
        "why": "idle",
        "mend": {"id": "Tulis pengaruh pada kegiatannya.", "en": "Write the effect in the work."},
        "example": "about: doctor, closes: {doctor-contract: 0.5}",
    },
    "duplicate-rule": {
        "id": "berlaku tepat bila '{rule}' berlaku, tentang hal yang sama, dan memanggil kegiatan yang sama; "
        "sisakan satu.",
        "en": "it holds exactly where '{rule}' holds, is about the same and calls the same; keep one of the two.",
        "what": {"id": "Dua aturan yang sama.", "en": "The same rule twice."},
        "why": {
            "id": "Kebutuhan terhitung dua kali atau membingungkan.",
            "en": "A need counts twice, or puzzles the reader.",
        },
        "mend": {"id": "Sisakan satu.", "en": "Keep one of the two."},
        "example": "below: 0.7 and below: 0.8 on the levels 1 and 5",
    },
    "subsumed-rule": {
        "severity": "warning",
        "id": "setiap kali aturan ini berlaku, '{rule}' juga berlaku, tentang hal yang sama, sama mendesak, dan "
        "memanggil semua kegiatannya: aturan ini tidak menambah apa pun. Persempit '{rule}', panggil kegiatan lain, "
        "atau pensiunkan aturan ini.",
        "en": "wherever it holds, '{rule}' holds too, is about the same, as urgent, and calls all that it calls: it "
        "adds nothing. Narrow '{rule}', call another work, or retire this one.",
        "what": {
            "id": "Aturan lain selalu berlaku bersamanya dan meminta lebih.",
            "en": "Another rule holds wherever it holds and asks as much.",
        },
        "why": {"id": "Aturan ini tidak mengubah rencana mana pun.", "en": "This rule changes no plan."},
        "mend": {
            "id": "Persempit yang lain, panggil kegiatan lain, atau pensiunkan.",
            "en": "Narrow the other, call another work, or retire it.",
        },
        "example": "below: 0.4 calls [a]; below: 0.8 calls [a, b]",
    },
    "clashing-calls": {
        "severity": "warning",
        "id": "'{rule}' juga berlaku bila {case}, dan kegiatannya [{works}] meniadakan kegiatan aturan ini: satu "
        "dari dua kebutuhan tidak terjawab. Pisahkan syaratnya, atau panggil kegiatan lain.",
        "en": "'{rule}' holds too where {case}, and its works [{works}] exclude those of this rule: one of the two "
        "needs stays unanswered. Tell the cases apart, or call another work.",
        "what": {
            "id": "Dua kebutuhan yang dapat timbul bersama hanya dijawab kegiatan yang saling meniadakan.",
            "en": "Two needs that can arise together are answered only by works that exclude each other.",
        },
        "why": {"id": "Satu kebutuhan tidak terjawab.", "en": "One of the needs stays unanswered."},
        "mend": {
            "id": "Pisahkan syaratnya atau panggil kegiatan lain.",
            "en": "Tell the cases apart, or call another work.",
        },
        "example": "one rule calls [fibre], another [shared-net], each excludes the other",
    },
    "gap": {
        "id": "tidak ada aturan yang menjawab tingkat {levels} pada {framework}, lemah di bawah {cut_off}, bila "
        "{case}; tambah aturan, lebarkan satu, atau panggil kegiatan yang mencapai tingkat berikut.",
        "en": "no rule answers level {levels} of {framework}, weak below {cut_off}, where {case}; add a rule, widen "
        "one, or call a work that reaches the next rung.",
        "what": {"id": "Tingkat lemah yang tidak dijawab aturan mana pun.", "en": "A weak level that no rule answers."},
        "why": {
            "id": "Desa pada tingkat itu tidak mendapat kegiatan.",
            "en": "Villages at that level get no work for it.",
        },
        "mend": {
            "id": "Tambah atau lebarkan aturan; bila memang dimaksud, tulis di catalog/accepted.yaml dengan alasan.",
            "en": "Add or widen a rule; where it is meant, list it in catalog/accepted.yaml with the reason.",
        },
        "example": "rules at levels 0 and 3, none at level 2",
    },
    "gap-on-unsure-ladder": {
        "severity": "warning",
        "id": "tidak ada aturan yang menjawab tingkat {levels} pada {framework}, lemah di bawah {cut_off}, bila "
        "{case}; tambah aturan, lebarkan satu, atau panggil kegiatan yang mencapai tingkat berikut.",
        "en": "no rule answers level {levels} of {framework}, weak below {cut_off}, where {case}; add a rule, widen "
        "one, or call a work that reaches the next rung.",
        "what": {
            "id": "Tingkat lemah tanpa jawaban pada indikator yang arti tingkatnya belum pasti.",
            "en": "Weak levels without an answer on an unsure ladder.",
        },
        "why": {
            "id": "Desa pada tingkat itu tidak mendapat kegiatan; arti tingkatnya belum terbaca dari penerbit.",
            "en": "Villages there get no work for it; what earns the level was not read in the publisher's text.",
        },
        "mend": {
            "id": "Baca rubriknya, lalu tambah aturan; sementara itu tulis di catalog/accepted.yaml.",
            "en": "Read the rubric, then add a rule; until then list it in catalog/accepted.yaml.",
        },
        "example": "an item with rubric: low that no rule is about",
    },
    "too-wide-to-check": {
        "severity": "warning",
        "what": {
            "id": "Syarat terlalu lebar untuk dinilai tepat.",
            "en": "A condition is too wide to be judged exactly.",
        },
        "why": {"id": "Tidak ada pernyataan yang dibuat tentangnya.", "en": "Nothing is claimed of it."},
        "mend": {"id": "Pindahkan sebagian ke aturan about: none.", "en": "Move a part into a rule with about: none."},
        "example": "an any of forty alternatives over twenty names",
    },
    "too-wide-to-check.rule": {
        "severity": "warning",
        "id": "syarat membaca terlalu banyak nama untuk dinilai tepat; pindahkan sebagian ke aturan dengan about: "
        "none.",
        "en": "the condition reads too many names to be judged exactly; move a part into a rule with about: none.",
    },
    "too-wide-to-check.work": {
        "severity": "warning",
        "id": "syarat membaca terlalu banyak nama untuk dinilai tepat.",
        "en": "the condition reads too many names to be judged exactly.",
    },
    "too-wide-to-check.level": {
        "severity": "warning",
        "id": "apakah tingkat {level} pada {framework} selalu terjawab terlalu lebar untuk dipastikan.",
        "en": "whether level {level} of {framework} is always answered is too wide to tell.",
    },
    "not-checked": {
        "severity": "warning",
        "id": "celah, jangkauan, dan contoh dinilai setelah kesalahan diperbaiki; jalankan check lagi sesudahnya.",
        "en": "gaps, reach and examples are judged once the errors are mended; run check again then.",
        "what": {"id": "Sebagian pemeriksaan menunggu.", "en": "A part of the check waits."},
        "why": {
            "id": "Satu kesalahan akan menimbulkan banyak pesan lain.",
            "en": "One error would cause many other messages.",
        },
        "mend": {"id": "Perbaiki kesalahan, lalu periksa lagi.", "en": "Mend the errors and check again."},
        "example": "an unknown name in one rule",
    },
}
