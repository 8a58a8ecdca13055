"""What a file is, by its first bytes: its name may say otherwise."""

from __future__ import annotations

SUFFIXES = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BLANK = b"\xef\xbb\xbf \t\r\n"
_PAGES = (b"<!doctype html", b"<html", b"<table", b"<meta", b"<head", b"<style", b"<div")


def is_workbook(content: bytes, name: str) -> bool:
    """Return whether the content is to be read, or refused, as a workbook: by its bytes, else by its name.

    Text under a workbook's name is none, unless it is a web page: programs save tables as such.
    """
    if content.startswith(_OLE):
        return True
    if content.startswith(_ZIP):
        return name.lower().endswith(SUFFIXES) or b"xl/workbook" in content or b"opendocument.spreadsheet" in content
    return name.lower().endswith(SUFFIXES) and (is_page(content) or is_binary(content))


def is_renamed_text(content: bytes, name: str) -> bool:
    """Return whether a workbook's name stands on a table of text."""
    return name.lower().endswith(SUFFIXES) and bool(content.strip()) and not is_workbook(content, name)


def is_page(content: bytes) -> bool:
    """Return whether the content is a web page, or the XML in which old programs saved workbooks."""
    start = content[:2048].lstrip(_BLANK).lower()
    return start.startswith(_PAGES) or (start.startswith(b"<?xml") and b"office:spreadsheet" in content[:4096])


def is_binary(content: bytes) -> bool:
    """Return whether the content is no text in any encoding that tables come in."""
    head = content[:4096]
    return b"\0" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff"))


def ole_kind(content: bytes) -> str:
    """Return what an OLE container holds: `encrypted-workbook` or `old-workbook`."""
    return "encrypted-workbook" if "EncryptedPackage".encode("utf-16-le") in content else "old-workbook"
