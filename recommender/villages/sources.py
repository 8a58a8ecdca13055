"""Where village data lies: files, folder trees, archives, standard input -> (name, content) one after the other.

Archives are read as a stream and never unpacked to disk; sizes are limited, so that a bomb cannot fill the memory.
Names are as given for files, relative to the folder for folders, and the path inside for archives.
"""

from __future__ import annotations

import gzip
import io
import os
import stat
import sys
import tarfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from recommender.language.errors import Problem, problem
from recommender.language.wording import phrase
from recommender.sheets.kinds import SUFFIXES, is_workbook

Given = str | Path | BinaryIO
_MB = 1024 * 1024
LARGEST_FILE = 512 * _MB
LARGEST_UNPACKED = 256 * _MB  # of an archive, or …
HIGHEST_RATIO = 200  # … so many times its own size, whichever is more; answers of an index pack 46 times
_DATA = (".json", ".csv", ".tsv", ".txt")
_PACKED = (".gz", ".tgz", ".tar")
_OWNER_FILE = "~$"  # what a spreadsheet program puts beside a workbook while it is open
_GZIP = b"\x1f\x8b"
_ZIP = b"PK\x03\x04"


@dataclass(frozen=True, slots=True)
class Input:
    """One file's name and content; `walked` if it was found in a folder or archive, not named by the user."""

    name: str
    content: bytes
    walked: bool = False
    is_workbook: bool = False


def find_inputs(given: Iterable[Given]) -> Iterator[Input | Problem]:
    """Yield every file of the paths, and a problem for each that cannot be had; a path given twice is read once."""
    seen: set[str] = set()
    for source in given:
        if not isinstance(source, str | Path):
            name = getattr(source, "name", None)
            yield from _opened(source, name if isinstance(name, str) else "-")
        elif str(source) == "-":
            yield from _opened(sys.stdin.buffer, "-")
        else:
            yield from _path(Path(source), seen)


def _path(path: Path, seen: set[str]) -> Iterator[Input | Problem]:
    try:
        real = os.path.realpath(path)
        if real in seen:
            return
        seen.add(real)
        if path.is_dir():
            yield from _folder(path)
            return
        with path.open("rb") as file:
            yield from _opened(file, _printable(str(path)))
    except FileNotFoundError:
        yield problem(_printable(str(path)), "not-found")
    except (OSError, ValueError) as error:
        yield problem(_printable(str(path)), "unreadable", reason=_reason(error))


def _reason(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error) or type(error).__name__).rstrip(".").lower()


def _folder(folder: Path) -> Iterator[Input | Problem]:
    """Yield the data files under a folder, sorted; hidden ones are passed over."""
    found = False
    errors: list[OSError] = []
    for place, folders, files in os.walk(folder, onerror=errors.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for file in sorted(files):
            path = Path(place, file)
            if file.startswith((".", _OWNER_FILE)) or not file.lower().endswith((*_DATA, *_PACKED, *SUFFIXES)):
                continue
            name = _printable(path.relative_to(folder).as_posix())
            found = True
            try:
                if not stat.S_ISREG(path.stat().st_mode):
                    continue
                with path.open("rb") as opened:
                    yield from _opened(opened, name, walked=True)
            except OSError as error:
                yield problem(name, "unreadable", reason=_reason(error))
    for closed in errors:
        yield problem(_printable(str(closed.filename or folder)), "unreadable", reason=_reason(closed))
    if not found and not errors:
        yield problem(_printable(str(folder)), "no-files")


def _opened(file: BinaryIO, name: str, walked: bool = False) -> Iterator[Input | Problem]:
    """Yield the content of an open file, or what is packed in it."""
    try:
        content = file.read(LARGEST_FILE + 1)
    except OSError as error:
        yield problem(name, "unreadable", reason=_reason(error))
        return
    if len(content) > LARGEST_FILE:
        yield problem(name, "file-too-large.data", limit=LARGEST_FILE // _MB)
    elif content.startswith(_GZIP):
        yield from _unpacked(gzip.GzipFile(fileobj=io.BytesIO(content)), name, len(content))
    elif content[257:262] == b"ustar":
        yield from _unpacked(io.BytesIO(content), name, len(content))
    elif is_workbook(content, name):
        yield Input(name, content, walked, is_workbook=True)
    elif content.startswith(_ZIP):
        yield problem(name, "unsupported-file", kind=phrase("kind.zip"))
    else:
        yield Input(name, content, walked)


def _printable(name: str) -> str:
    """Return a file name that fits in one line of a message, whatever characters it has."""
    return "".join(character if character.isprintable() else "?" for character in name)


class _TooLarge(Exception):
    """More came out of an archive than its limit."""


class _Limited(io.RawIOBase):
    """A stream that counts what is read and stops at the limit."""

    def __init__(self, stream: BinaryIO | gzip.GzipFile, limit: int):
        self.stream, self.limit, self.read_so_far = stream, limit, 0

    def read(self, size: int = -1) -> bytes:
        content = self.stream.read(min(size, self.limit + 1) if size >= 0 else self.limit + 1)
        self.read_so_far += len(content)
        if self.read_so_far > self.limit:
            raise _TooLarge
        return content


def _unpacked(stream: BinaryIO | gzip.GzipFile, name: str, size: int) -> Iterator[Input | Problem]:
    limit = max(LARGEST_UNPACKED, HIGHEST_RATIO * size)
    limited = _Limited(stream, limit)
    try:
        head = _whole(limited, 512)
        if head[257:262] != b"ustar":
            yield Input(name, head + _whole(limited, -1), walked=False)
            return
        yield from _members(head, limited, name)
    except _TooLarge:
        yield problem(name, "file-too-large.data", limit=limit // _MB)
    except (OSError, EOFError, zlib.error, tarfile.TarError) as error:
        yield problem(name, "bad-archive", reason=_reason(error))


def _whole(stream: _Limited, size: int) -> bytes:
    """Return so many bytes of the stream (all for -1), however small the pieces in which it gives them."""
    pieces = []
    while size != 0:
        piece = stream.read(size if size > 0 else _MB)
        if not piece:
            break
        pieces.append(piece)
        size -= len(piece) if size > 0 else 0
    return b"".join(pieces)


class _Again(io.RawIOBase):
    """The stream from its beginning, whose first bytes were read already."""

    def __init__(self, head: bytes, stream: _Limited):
        self.head, self.stream = head, stream

    def read(self, size: int = -1) -> bytes:
        if self.head:
            content, self.head = (self.head, b"") if size < 0 else (self.head[:size], self.head[size:])
            return content
        return self.stream.read(size)


def _members(head: bytes, stream: _Limited, name: str) -> Iterator[Input | Problem]:
    found = False
    with tarfile.open(fileobj=_Again(head, stream), mode="r|") as archive:
        for member in archive:
            inside = _printable(member.name.removeprefix("./"))
            plain = os.path.basename(inside)
            if not member.isreg() or plain.startswith((".", _OWNER_FILE)):
                continue
            if not plain.lower().endswith((*_DATA, *SUFFIXES)):
                continue
            found = True
            file = archive.extractfile(member)
            if file is not None:
                content = file.read()
                yield Input(inside, content, walked=True, is_workbook=is_workbook(content, inside))
    if not found:
        yield problem(name, "no-files")
