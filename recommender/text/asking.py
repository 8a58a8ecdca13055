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
}
