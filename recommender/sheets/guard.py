"""A zip file's directory -> what may be read of it: sizes, names and kinds are judged before anything is unpacked.

The limits are those measured to keep every reader of such files out of trouble: a file of 5 KB can describe a sheet of
17 thousand million cells, one of 600 KB a cell of 600 MB.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator

from recommender.sheets.kinds import is_page, ole_kind
from recommender.sheets.nouns import WorkbookRefused

MB = 1024 * 1024
LARGEST_FILE = 50 * MB
MOST_MEMBERS = 200
LARGEST_MEMBER = 200 * MB
LARGEST_TOTAL = 400 * MB
HIGHEST_RATIO = 200
_SMALL = 1 * MB  # below, a ratio says nothing: a thousand equal rows pack three hundred times
_CHUNK = 64 * 1024
_END = b"PK\x05\x06"
_ENCRYPTED = 0x1


class ZipPackage:
    """An opened workbook file; members are read as streams within the limits."""

    def __init__(self, content: bytes) -> None:
        """Judge the file.

        Raises
        ------
        WorkbookRefused
            If it is no workbook that can be read, or breaks a limit.
        """
        if len(content) > LARGEST_FILE:
            raise WorkbookRefused("workbook-too-large", what="bytes", limit=LARGEST_FILE)
        _refuse_others(content)
        _count_members(content)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, OSError, ValueError, struct.error, NotImplementedError) as error:
            raise WorkbookRefused("bad-workbook", reason=str(error) or type(error).__name__) from None
        self.members = {info.filename: info for info in self._zip.infolist()}
        self._left = LARGEST_TOTAL
        _refuse_members(self._zip.infolist())
        _refuse_kinds(self.members)

    @property
    def has_macros(self) -> bool:
        return any(name.lower().endswith("vbaproject.bin") for name in self.members)

    def chunks(self, name: str) -> Iterator[bytes]:
        """Yield a member's content, counted while it comes: what its entry says may be a lie.

        Raises
        ------
        WorkbookRefused
            If it is missing, damaged, or larger than allowed.
        """
        if name not in self.members:
            raise WorkbookRefused("bad-workbook", reason=f"{name[:60]} is missing")
        taken = 0
        try:
            with self._zip.open(self.members[name]) as stream:
                while chunk := stream.read(_CHUNK):
                    taken += len(chunk)
                    self._left -= len(chunk)
                    if taken > LARGEST_MEMBER or self._left < 0:
                        raise WorkbookRefused("workbook-too-large", what="bytes-unpacked", limit=LARGEST_MEMBER)
                    yield chunk
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError) as error:
            raise WorkbookRefused("bad-workbook", reason=str(error) or type(error).__name__) from None


def _refuse_others(content: bytes) -> None:
    """Refuse what is no zip file, by what it is."""
    if content.startswith(b"PK"):
        return
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise WorkbookRefused(ole_kind(content))
    raise WorkbookRefused("web-page" if is_page(content) else "no-workbook")


def _count_members(content: bytes) -> None:
    """Refuse a directory of too many entries before it is read: each would become an object."""
    end = content.rfind(_END)
    if end < 0 or end + 12 > len(content):
        raise WorkbookRefused("bad-workbook", reason="it breaks off")
    (count,) = struct.unpack("<H", content[end + 10 : end + 12])
    if max(count, content.count(b"PK\x01\x02")) > MOST_MEMBERS:
        raise WorkbookRefused("workbook-too-large", what="members", limit=MOST_MEMBERS)


def _refuse_members(members: list[zipfile.ZipInfo]) -> None:
    total = 0
    seen: set[str] = set()
    for member in members:
        name = member.filename
        parts = name.replace("\\", "/").split("/")
        if name.startswith(("/", "\\")) or ".." in parts or ":" in parts[0] or name in seen:
            raise WorkbookRefused("bad-workbook", reason=f"a part is named {name[:40]!r}")
        seen.add(name)
        if member.flag_bits & _ENCRYPTED:
            raise WorkbookRefused("encrypted-workbook")
        total += member.file_size
        high = member.file_size > max(_SMALL, HIGHEST_RATIO * max(1, member.compress_size))
        if member.file_size > LARGEST_MEMBER or total > LARGEST_TOTAL or high:
            raise WorkbookRefused("workbook-too-large", what="bytes-unpacked", limit=LARGEST_MEMBER)


def _refuse_kinds(names: dict[str, zipfile.ZipInfo]) -> None:
    """Refuse zip files of other programs, named as what they are."""
    if "xl/workbook.bin" in names:
        raise WorkbookRefused("binary-workbook")
    if "content.xml" in names and "mimetype" in names:
        raise WorkbookRefused("open-document")
    if "[Content_Types].xml" not in names:
        raise WorkbookRefused("no-workbook")
    if any(name.startswith(("word/", "ppt/")) for name in names):
        raise WorkbookRefused("no-workbook")
