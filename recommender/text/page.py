"""Wording of pages and pictures: headings, captions, legends, and what a picture says to those who do not see it."""

from __future__ import annotations

PAGE: dict[str, tuple[str, str]] = {
    # The picture of the catalog
    "graph.title": ("Prasyarat antarkegiatan", "Prerequisites between works"),
    "graph.title-one": ("Prasyarat: {name}", "Prerequisites: {name}"),
    "graph.description": (
        "{works} kegiatan dan {edges} hubungan; prasyarat di kiri, yang bertumpu padanya di kanan.",
        "{works} works and {edges} relations; prerequisites at the left, what rests on them at the right.",
    ),
    "graph.all": ("harus lebih dulu", "must come first"),
    "graph.any": ("salah satu lebih dulu", "one of them first"),
    "graph.soft": ("lebih baik sesudahnya", "better after"),
    "graph.excludes": ("tidak bersama", "never both"),
}
