"""Where village data lies: files, folder trees, archives, standard input -> one data file after the other.

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
from pathlib import Path
from typing import BinaryIO

from recommender.language.errors import Problem, problem
from recommender.villages.data_source import DataFile, all_sources

Given = str | Path | BinaryIO
_MB = 1024 * 1024
LARGEST_FILE = 512 * _MB
LARGEST_UNPACKED = 256 * _MB  # of an archive, or …
HIGHEST_RATIO = 200  # … so many times its own size, whichever is more; answers of an index pack 46 times
_PACKED = (".gz", ".tgz", ".tar")
_PASSED_OVER = (".", "~$")  # hidden files, and what a spreadsheet program puts beside a workbook while it is open
_GZIP = b"\x1f\x8b"


def find_files(given: Iterable[Given]) -> Iterator[DataFile | Problem]:
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


def _path(path: Path, seen: set[str]) -> Iterator[DataFile | Problem]:
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


def _is_wanted(name: str, *more: str) -> bool:
    """Return whether a file in a folder or archive is looked at: one that a source reads, or of the suffixes."""
    suffixes = tuple(suffix for source in all_sources() for suffix in source.suffixes)
    return not name.startswith(_PASSED_OVER) and name.lower().endswith((*suffixes, *more))


def _folder(folder: Path) -> Iterator[DataFile | Problem]:
    """Yield the data files under a folder, sorted; hidden ones are passed over, and what an overlay knows."""
    found = False
    errors: list[OSError] = []
    for place, folders, files in os.walk(folder, onerror=errors.append):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not _is_knowledge(place, name))
        for file in sorted(files):
            if not _is_wanted(file, *_PACKED):
                continue
            path = Path(place, file)
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


def _is_knowledge(place: str, name: str) -> bool:
    """Return whether a folder is a part of an overlay that lies beside data: its tables are of no village."""
    return name in ("rules", "catalog") and os.path.isfile(os.path.join(place, "catalog", "overlay.yaml"))


def _opened(file: BinaryIO, name: str, walked: bool = False) -> Iterator[DataFile | Problem]:
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
    elif _is_tar(content):
        yield from _unpacked(io.BytesIO(content), name, len(content))
    else:
        yield DataFile(name, content, walked)


def _is_tar(opening: bytes) -> bool:
    return opening[257:262] == b"ustar"


def _printable(name: str) -> str:
    """Return a file name that fits in one line of a message, whatever characters it has."""
    return "".join(character if character.isprintable() else "?" for character in name)


class _TooLarge(Exception):
    """More came out of an archive than its limit."""


class _Limited(io.RawIOBase):
    """A stream that counts what is read and stops at the limit."""

    def __init__(self, stream: BinaryIO | gzip.GzipFile, limit: int) -> None:
        self._stream, self._left = stream, limit

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        content = self._stream.read(min(len(buffer), self._left + 1))
        self._left -= len(content)
        if self._left < 0:
            raise _TooLarge
        buffer[: len(content)] = content
        return len(content)


def _unpacked(stream: BinaryIO | gzip.GzipFile, name: str, size: int) -> Iterator[DataFile | Problem]:
    limit = max(LARGEST_UNPACKED, HIGHEST_RATIO * size)
    unpacked = io.BufferedReader(_Limited(stream, limit))
    try:
        if _is_tar(unpacked.peek(512)):
            yield from _members(unpacked, name)
        else:
            yield DataFile(name, unpacked.read())
    except _TooLarge:
        yield problem(name, "file-too-large.data", limit=limit // _MB)
    except (OSError, EOFError, zlib.error, tarfile.TarError) as error:
        yield problem(name, "bad-archive", reason=_reason(error))


def _members(stream: BinaryIO, name: str) -> Iterator[DataFile | Problem]:
    found = False
    with tarfile.open(fileobj=stream, mode="r|") as archive:
        for member in archive:
            inside = _printable(member.name.removeprefix("./"))
            if not member.isreg() or not _is_wanted(os.path.basename(inside)):
                continue
            found = True
            file = archive.extractfile(member)
            if file is not None:
                yield DataFile(inside, file.read(), walked=True)
    if not found:
        yield problem(name, "no-files")
