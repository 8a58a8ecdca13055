"""Wording of `check`: counts, coverage, the parts of an explained code, and its options."""

MESSAGES = {
    "check.none": {"id": "tidak ada masalah", "en": "no problems"},
    "explained.severity": {"id": "{code} ({severity})", "en": "{code} ({severity})"},
    "explained.why": {"id": "Mengapa penting: {text}", "en": "Why it matters: {text}"},
    "explained.mend": {"id": "Perbaikan: {text}", "en": "How to mend: {text}"},
    "explained.example": {"id": "Contoh kesalahan: {text}", "en": "Example of the mistake: {text}"},
    "coverage.whole": {"id": "semua ditunjukkan", "en": "all shown"},
    "coverage.lacks": {"id": "{comparison}: belum {outcomes}", "en": "{comparison}: not yet {outcomes}"},
    "coverage.summary": {
        "id": "{rules} aturan, {leaves} perbandingan: {true} pernah benar, {false} pernah salah, {undetermined} "
        "pernah belum dapat ditentukan.",
        "en": "{rules} rules, {leaves} comparisons: {true} shown true, {false} shown false, {undetermined} shown "
        "undetermined.",
    },
    "suggest.none": {"id": "{rule}: semua batas sudah ditunjukkan.", "en": "{rule}: every bound is shown already."},
    "same-elsewhere": {
        "id": "Sama di {count} tempat lain, berikutnya {place}.",
        "en": "The same in {count} more places, the next {place}.",
    },
    # Pieces of the sentences of problems
    "reads": {"id": "membaca", "en": "reads"},
    "levels-of": {"id": "{framework} tingkat {levels}", "en": "{framework} level {levels}"},
    "level-score": {"id": "{level} (skor {score})", "en": "{level} (score {score})"},
    "nth-year": {"id": "tahun ke-{number}", "en": "year {number}"},
    "unparsed": {"id": "tidak dapat diurai", "en": "cannot be parsed"},
}
