"""Where results go: standard output, or a file written whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from recommender.cli.commands import Session
from recommender.language.errors import OutputError, problem

if TYPE_CHECKING:
    from recommender.outputs.terminal import Screen


@dataclass(frozen=True, slots=True)
class Output:
    """A place for one result; `path` None or `-` is standard output."""

    session: Session
    path: str | None = None
    force: bool = False

    @property
    def is_file(self) -> bool:
        return self.path not in (None, "-")

    def check(self, folder: bool = False) -> None:
        """Refuse a place that cannot be written, before any work is done for it.

        Parameters
        ----------
        folder
            Many files are to be written: the place is a folder, new or empty unless `force` was given.

        Raises
        ------
        OutputError
            If the parent folder is missing, the place is no file (no folder), or something is there already and
            `force` was not given.
        """
        if not self.is_file:
            if folder:
                raise OutputError([problem("--output", "output-folder-wanted")])
            return
        place = Path(str(self.path))
        if place.is_dir() != folder and place.exists():
            raise self._failure("output-no-folder" if folder else "output-folder")
        if not place.absolute().parent.is_dir():
            raise self._failure("output-parent")
        taken = any(place.iterdir()) if folder and place.is_dir() else place.exists() and not folder
        if taken and not self.force:
            raise self._failure("output-exists")

    def write(self, pieces: Iterable[str]) -> None:
        """Write the pieces in order; a file appears only when the last one is written.

        Raises
        ------
        OutputError
            If the file cannot be written; nothing is left behind.
        """
        if not self.is_file:
            for piece in pieces:
                sys.stdout.write(piece)
            return
        self._write(Path(str(self.path)), (piece.encode("utf-8", "backslashreplace") for piece in pieces))

    def write_bytes(self, content: bytes, is_text: bool = False) -> None:
        """Write a file, whole or not at all; on standard output only what its reader there, a terminal, can show.

        Raises
        ------
        OutputError
            If the file cannot be written, or would be no text on a terminal.
        """
        if is_text:
            self.write([content.decode()])
        elif self.is_file:
            self._write(Path(str(self.path)), [content])
        elif sys.stdout.isatty():
            raise OutputError([problem("--output", "output-binary")])
        else:
            sys.stdout.buffer.write(content)

    def write_folder(self, files: Iterable[tuple[str, bytes]]) -> None:
        """Write named files into the folder, which is made where it is missing; each file whole or not at all.

        Raises
        ------
        OutputError
            If there is no folder to write to, or a file cannot be written; those before it stay.
        """
        if not self.is_file:
            raise OutputError([problem("--output", "output-folder-wanted")])
        folder = Path(str(self.path)).absolute()
        try:
            folder.mkdir(exist_ok=True)
        except OSError as failure:
            raise self._failure("output-failed", why=failure.strerror) from failure
        for name, content in files:
            self._write(folder / name, [content])

    def _write(self, place: Path, pieces: Iterable[bytes]) -> None:
        from tempfile import mkstemp

        place = place.absolute()
        try:
            handle, temporary = mkstemp(prefix=f".{place.name[:50]}.", suffix=".part", dir=place.parent)
        except OSError as failure:
            raise self._failure("output-failed", why=failure.strerror) from failure
        try:
            with open(handle, "wb") as file:
                for piece in pieces:
                    file.write(piece)
                file.flush()
                os.fsync(file.fileno())
            os.chmod(temporary, 0o666 & ~_umask())
            os.replace(temporary, place)
        except OSError as failure:
            Path(temporary).unlink(missing_ok=True)
            raise self._failure("output-failed", why=failure.strerror) from failure
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise

    def screen(self) -> Screen:
        """Return how to print: the terminal's width and bold headings there, 80 columns and plain elsewhere."""
        from shutil import get_terminal_size

        from recommender.outputs.terminal import NARROWEST, WIDEST, Screen

        if self.is_file or not sys.stdout.isatty():
            return Screen()
        columns = max(NARROWEST, min(WIDEST, get_terminal_size().columns))
        plain = "NO_COLOR" in os.environ or os.environ.get("TERM") == "dumb"
        return Screen(columns, bold=not plain)

    def _failure(self, key: str, **values: Any) -> OutputError:
        return OutputError([problem(str(self.path), key, **values)])


def _umask() -> int:
    """Return the process's file mask: a temporary file is private, the result is like any file of the user."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


class Progress:
    """Counts villages on a terminal's stderr, nowhere else."""

    def __init__(self, session: Session, total: int) -> None:
        self.session, self.total, self.done = session, total, 0
        self.shown = total > 5 and sys.stderr.isatty()

    def step(self) -> None:
        self.done += 1
        if self.shown:
            sys.stderr.write("\r" + self.session.say("progress", done=self.done, total=self.total))
            if self.done == self.total:
                sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
