"""Wording of `check`: counts, coverage, the parts of an explained code, and its options."""

from __future__ import annotations

CHECKING: dict[str, tuple[str, str]] = {
    "check.interventions": ("{count} kegiatan", "{count} interventions"),
    "check.rules": ("{count} aturan", "{count} rules"),
    "check.rule": ("{count} aturan", "{count} rule"),
    "check.intervention": ("{count} kegiatan", "{count} intervention"),
    "check.examples": ("{count} contoh", "{count} examples"),
    "check.example": ("{count} contoh", "{count} example"),
    "check.accepted": ("{count} diterima dengan alasan", "{count} accepted with a reason"),
    "check.errors": ("{count} kesalahan", "{count} errors"),
    "check.error": ("{count} kesalahan", "{count} error"),
    "check.warnings": ("{count} peringatan", "{count} warnings"),
    "check.warning": ("{count} peringatan", "{count} warning"),
    "check.none": ("tidak ada masalah", "no problems"),
    "check.warning-mark": ("peringatan", "warning"),
    "explained.severity": ("{code} ({severity})", "{code} ({severity})"),
    "explained.error": ("kesalahan", "error"),
    "explained.warning": ("peringatan", "warning"),
    "explained.why": ("Mengapa penting: {text}", "Why it matters: {text}"),
    "explained.mend": ("Perbaikan: {text}", "How to mend: {text}"),
    "explained.example": ("Contoh kesalahan: {text}", "Example of the mistake: {text}"),
    "coverage.whole": ("semua ditunjukkan", "all shown"),
    "coverage.lacks": ("{comparison}: belum {outcomes}", "{comparison}: not yet {outcomes}"),
    "coverage.true": ("benar", "true"),
    "coverage.false": ("salah", "false"),
    "coverage.undetermined": ("belum dapat ditentukan", "undetermined"),
    "coverage.summary": (
        "{rules} aturan, {leaves} perbandingan: {true} pernah benar, {false} pernah salah, {undetermined} pernah "
        "belum dapat ditentukan.",
        "{rules} rules, {leaves} comparisons: {true} shown true, {false} shown false, {undetermined} shown "
        "undetermined.",
    ),
    "suggest.none": ("{rule}: semua batas sudah ditunjukkan.", "{rule}: every bound is shown already."),
    "unknown-code": (
        "kode '{value}' tidak dikenal.{near} Semua: {known}.",
        "the code '{value}' is not known.{near} All: {known}.",
    ),
    "unknown-rule": (
        "aturan '{value}' tidak ada.{near} Semua: recommender list rules.",
        "there is no rule '{value}'.{near} All: recommender list rules.",
    ),
    "option.explain-code": (
        "Jelaskan arti sebuah kode masalah, mengapa penting, dan perbaikannya.",
        "Say what a code of a problem means, why it matters, how to mend it.",
    ),
    "option.suggest": (
        "Tulis contoh batas yang belum ada pada aturan ini, siap ditempel (boleh diulang).",
        "Write the boundary examples that this rule lacks, ready to paste (may be repeated).",
    ),
    "option.missing-examples": (
        "Tulis contoh batas yang belum ada pada setiap aturan.",
        "Write the boundary examples that each rule lacks.",
    ),
    "option.coverage": (
        "Tunjukkan perbandingan mana yang pernah benar, salah, dan belum dapat ditentukan dalam contoh.",
        "Show which comparisons the examples make true, false and undetermined.",
    ),
}
