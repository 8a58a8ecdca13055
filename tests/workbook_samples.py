"""Workbooks made part by part, so that each can be broken in one place; with the standard library alone."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
from collections.abc import Callable, Iterable
from xml.sax.saxutils import escape

from recommender.sheets.nouns import cell_name

CODE = "99.99.01.2001"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
_STYLES = (
    f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy"/>'
    '<numFmt numFmtId="171" formatCode="&quot;Rp&quot;#,##0"/></numFmts>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="9"/><xf numFmtId="171"/></cellXfs></styleSheet>'
)
Cell = str | int | float | None


def cell(row: int, column: int, value: Cell, style: int = 0) -> str:
    """Return a cell: numbers as numbers, text inline, `<…>` as it stands."""
    name = cell_name(row, column)
    if isinstance(value, str):
        if value.startswith("<"):
            return value.replace("<c", f'<c r="{name}"', 1)
        return f'<c r="{name}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    return "" if value is None else f'<c r="{name}" s="{style}"><v>{value!r}</v></c>'


def rows(table: Iterable[Iterable[Cell]], first: int = 1, attributes: dict[int, str] | None = None) -> str:
    """Return rows of cells; `attributes` are those of some rows."""
    marks = attributes or {}
    return "".join(
        f'<row r="{number}" {marks.get(number, "")}>'
        + "".join(cell(number, column, value) for column, value in enumerate(line, 1))
        + "</row>"
        for number, line in enumerate(table, first)
    )


def sheet(data: str, before: str = "", after: str = "", head: str = "") -> str:
    return f'{head}<worksheet xmlns="{MAIN}">{before}<sheetData>{data}</sheetData>{after}</worksheet>'


def parts(
    *sheets: str, names: tuple[str, ...] = ("Data",), states: tuple[str, ...] = (), strings: str = ""
) -> dict[str, str]:
    """Return the parts of a workbook, by name."""
    listed = "".join(
        f'<sheet name="{names[n] if n < len(names) else f"Lembar{n}"}" sheetId="{n + 1}" r:id="rId{n + 1}"'
        f' state="{states[n] if n < len(states) else "visible"}"/>'
        for n in range(len(sheets))
    )
    related = "".join(
        f'<Relationship Id="rId{n + 1}" Type="{REL}/worksheet" Target="worksheets/sheet{n + 1}.xml"/>'
        for n in range(len(sheets))
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    found = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": f'<Relationships xmlns="{space}"><Relationship Id="r" Type="{REL}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{REL}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{space}">{related}'
        f'<Relationship Id="s" Type="{REL}/styles" Target="styles.xml"/>'
        f'<Relationship Id="t" Type="{REL}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        "xl/styles.xml": _STYLES,
    }
    if strings:
        found["xl/sharedStrings.xml"] = strings
    return found | {f"xl/worksheets/sheet{n + 1}.xml": text for n, text in enumerate(sheets)}


def zipped(members: dict[str, str] | Iterable[tuple[str, str]]) -> bytes:
    file = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")  # a name twice is what one of them is about
        for name, text in members.items() if isinstance(members, dict) else members:
            archive.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def workbook(data: str, **given: str) -> bytes:
    return zipped(parts(sheet(data, **given)))


def declared(content: bytes, member: str, size: int) -> bytes:
    """Return the file with another unpacked size in a member's entry of the directory."""
    place = content.rindex(member.encode(), 0, len(content)) - 46
    assert content[place : place + 4] == b"PK\x01\x02"
    return content[: place + 24] + struct.pack("<I", size) + content[place + 28 :]


def flagged(content: bytes) -> bytes:
    """Return the file with every entry marked as encrypted."""
    changed = bytearray(content)
    place = changed.find(b"PK\x01\x02")
    while place >= 0:
        changed[place + 8] |= 1
        place = changed.find(b"PK\x01\x02", place + 4)
    return bytes(changed)


GOOD = [["kode_desa", "tahun", "IKS-30", "households"], [CODE, 2024, 5, 120]]
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
_BOMB = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
_ODS = "application/vnd.oasis.opendocument.spreadsheet"


def _good(**changes: str) -> bytes:
    return zipped(parts(sheet(rows(GOOD))) | changes)


def _long_text(length: int) -> str:
    return f'<sst xmlns="{MAIN}"><si><t>{"x" * length}</t></si></sst>'


# Name -> (file name, how its bytes are made, code of the problem): files of which nothing can be read.
REFUSED: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "empty": ("a.xlsx", lambda: b"", "empty-file"),
    "cut in half": ("a.xlsx", lambda: _good()[: len(_good()) // 2], "bad-workbook"),
    "cut to its first bytes": ("a.xlsx", lambda: _good()[:10], "bad-workbook"),
    "bytes of nothing": ("a.xlsx", lambda: bytes(range(256)) * 8, "no-workbook"),
    "zip of a text": ("a.xlsx", lambda: zipped({"a.txt": "x"}), "no-workbook"),
    "word document": (
        "a.xlsx",
        lambda: zipped({"[Content_Types].xml": _TYPES, "word/document.xml": "<a/>"}),
        "no-workbook",
    ),
    "web page": ("a.xlsx", lambda: b"<html><table><tr><td>kode_desa</td></tr></table></html>", "web-page"),
    "web page as .xls": ("a.xls", lambda: b"\xef\xbb\xbf\r\n<TABLE border=1></TABLE>", "web-page"),
    "xml of 2003": (
        "a.xls",
        lambda: b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
        "web-page",
    ),
    "old workbook": ("a.xls", lambda: _OLE + "Workbook".encode("utf-16-le"), "old-workbook"),
    "old workbook renamed": ("a.xlsx", lambda: _OLE, "old-workbook"),
    "password": ("a.xlsx", lambda: _OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted-workbook"),
    "password of the zip": ("a.xlsx", lambda: flagged(_good()), "encrypted-workbook"),
    "binary workbook": (
        "a.xlsb",
        lambda: zipped({"[Content_Types].xml": _TYPES, "xl/workbook.bin": "x"}),
        "binary-workbook",
    ),
    "open document": ("a.ods", lambda: zipped({"mimetype": _ODS, "content.xml": "<a/>"}), "open-document"),
    "bomb by ratio": ("a.xlsx", lambda: _good(**{"xl/media/a.bin": "0" * 3_000_000}), "workbook-too-large"),
    "bomb by declared size": (
        "a.xlsx",
        lambda: declared(_good(), "xl/worksheets/sheet1.xml", 600_000_000),
        "workbook-too-large",
    ),
    "bomb that declares little": (
        "a.xlsx",
        lambda: declared(
            _good(**{"xl/worksheets/sheet1.xml": sheet(rows(GOOD) + " " * 900_000)}), "xl/worksheets/sheet1.xml", 400
        ),
        "bad-workbook",
    ),
    "too many parts": ("a.xlsx", lambda: _good(**{f"xl/media/{n}": "x" for n in range(200)}), "workbook-too-large"),
    "long cell": ("a.xlsx", lambda: workbook(rows([["x" * 40_000]])), "workbook-too-large"),
    "long shared text": (
        "a.xlsx",
        lambda: zipped(parts(sheet(rows(GOOD)), strings=_long_text(40_000))),
        "workbook-too-large",
    ),
    "two far corners": (
        "a.xlsx",
        lambda: workbook(f'<row r="1">{cell(1, 1, 1)}</row><row r="1048576">{cell(1048576, 16384, 1)}</row>'),
        "workbook-too-large",
    ),
    "a million rows": ("a.xlsx", lambda: workbook(rows(GOOD) + rows([[CODE]], 1_000_000)), "workbook-too-large"),
    "a far column": ("a.xlsx", lambda: workbook(f'<row r="1">{cell(1, 1001, "x")}</row>'), "workbook-too-large"),
    "a box of cells": (
        "a.xlsx",
        lambda: workbook("".join(f'<row r="{n}">{cell(n, 1000, n)}</row>' for n in range(1, 20_002))),
        "workbook-too-large",
    ),
    "entities in a sheet": ("a.xlsx", lambda: workbook(rows(GOOD), head=_BOMB), "bad-workbook"),
    "entities in texts": ("a.xlsx", lambda: zipped(parts(sheet(rows(GOOD)), strings=_BOMB + "<sst/>")), "bad-workbook"),
    "broken xml": ("a.xlsx", lambda: _good(**{"xl/worksheets/sheet1.xml": "<worksheet><sheetData>"}), "bad-workbook"),
    "a sheet is missing": (
        "a.xlsx",
        lambda: zipped({k: v for k, v in parts(sheet("")).items() if "sheet1" not in k}),
        "bad-workbook",
    ),
    "no workbook part": (
        "a.xlsx",
        lambda: zipped({k: v for k, v in parts(sheet("")).items() if k != "xl/workbook.xml"}),
        "bad-workbook",
    ),
    "a text that is not there": ("a.xlsx", lambda: workbook(rows([['<c t="s"><v>7</v></c>']])), "bad-workbook"),
    "rows out of order": ("a.xlsx", lambda: workbook(rows(GOOD, 5) + rows(GOOD, 2)), "bad-workbook"),
    "a part above the folder": ("a.xlsx", lambda: _good(**{"../evil": "x"}), "bad-workbook"),
    "a part at the root": ("a.xlsx", lambda: _good(**{"/etc/evil": "x"}), "bad-workbook"),
    "a part on a drive": ("a.xlsx", lambda: _good(**{"C:/evil": "x"}), "bad-workbook"),
    "a part twice": (
        "a.xlsx",
        lambda: zipped([*parts(sheet(rows(GOOD))).items(), ("xl/styles.xml", "<a/>")]),
        "bad-workbook",
    ),
    "no cells": ("a.xlsx", lambda: workbook(""), "no-known-sheet"),
    "no known word": ("a.xlsx", lambda: workbook(rows([["apel", "jeruk"], [1, 2]])), "no-known-sheet"),
    "header alone": ("a.xlsx", lambda: workbook(rows(GOOD[:1])), "no-rows"),
    "no code column": ("a.xlsx", lambda: workbook(rows([["nama_desa", "IKS-30"], ["Suka", 5]])), "no-code-column"),
    "no indicator": (
        "a.xlsx",
        lambda: workbook(rows([["kode_desa", "nama_desa"], [CODE, "Suka"]])),
        "no-known-columns",
    ),
    "a sheet on the network": (
        "a.xlsx",
        lambda: _good(
            **{
                "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="rId1" TargetMode="External" '
                f'Type="{REL}/worksheet" Target="http://198.51.100.1/a.xml"/></Relationships>'
            }
        ),
        "no-known-sheet",
    ),
}
