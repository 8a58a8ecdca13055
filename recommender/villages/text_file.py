"""Bytes of a text file -> its text, whatever encoding it was saved with; None if it is no text, or blank."""

from __future__ import annotations

import codecs

from recommender.language.errors import problem
from recommender.sheets.kinds import is_renamed_text
from recommender.villages.data_source import DataFile
from recommender.villages.records import FileContents

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FULL_OF_NULS = 10  # one in so many characters: no text
_BLANK = "\ufeff \t\r\n"
_OPENING = 4096  # bytes


def text_of(file: DataFile) -> tuple[str | None, FileContents]:
    """Return the text of a file (None if it has none) and contents that hold what had to be mended, or why not."""
    contents = FileContents()
    encoding = _encoding(file.content)
    text: str | None = None
    try:
        text = file.content.decode(encoding)
    except UnicodeDecodeError:
        if encoding.startswith("utf-8"):
            text = file.content.decode("cp1252", errors="replace")
            contents.problems.append(problem(file.name, "not-utf8.data"))
    nuls = text.count("\0") if text is not None else 0
    if text is None or nuls * _FULL_OF_NULS > len(text):
        contents.problems = [problem(file.name, "binary-file")]
        return None, contents
    if nuls:
        text = text.replace("\0", "")
        contents.problems.append(problem(file.name, "nul-bytes", count=nuls))
    if not text.strip(_BLANK):
        contents.problems.append(problem(file.name, "empty-file.data"))
        return None, contents
    if is_renamed_text(file.content, file.name):
        contents.problems.append(problem(file.name, "renamed-text"))
    return text.lstrip("\ufeff"), contents


def first_sign(content: bytes) -> str:
    """Return the first character of a text that is not blank; empty if its opening has none."""
    return content[:_OPENING].decode(_encoding(content), errors="ignore").lstrip(_BLANK)[:1]


def _encoding(content: bytes) -> str:
    return next((name for bom, name in _BOMS if content.startswith(bom)), "utf-8")
