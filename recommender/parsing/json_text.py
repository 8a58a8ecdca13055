"""Strict JSON: a value, or why not and in which line; and the line of every key. Refused: NaN, repeated keys, bombs."""

from __future__ import annotations

import json
import re
from typing import Any

from recommender.language.wording import Phrase, phrase
from recommender.parsing.parsed_file import KeyPath

_CONSTANT = re.compile(r'"(?:[^"\\]|\\.)*"|(?P<word>NaN|-?Infinity)', re.DOTALL)
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{},:]|[^\s\[\]{},:"]+', re.DOTALL)
_PAGES = ("<!doctype", "<html", "<?xml", "<head", "<body")


class NotJson(ValueError):
    """A text that is no JSON: why, in both languages, and in which line (None where nobody can say)."""

    def __init__(self, reason: Phrase, line: int | None = None) -> None:
        super().__init__(reason.en)
        self.reason, self.line = reason, line

    def where(self, file: str) -> str:
        """Return `file:line`, or the file alone."""
        return file if self.line is None else f"{file}:{self.line}"


def parse_json(text: str, *, with_nan: bool = False) -> Any:
    """Return the value of the text; `with_nan` lets NaN and Infinity pass, to be refused where they stand.

    Raises
    ------
    NotJson
        If it is none, or holds what JSON does not have.
    """
    if text.lstrip()[:15].casefold().startswith(_PAGES):
        raise NotJson(phrase("json.web-page"), 1)
    try:
        value = json.loads(text, parse_constant=float if with_nan else _refuse, object_pairs_hook=_unique)
        if "\\u" in text:
            json.dumps(value, ensure_ascii=False).encode("utf-8")
    except json.JSONDecodeError as error:
        raise NotJson(_why(error, text), error.lineno) from None
    except NotJson as error:
        raise NotJson(error.reason, _line_of_constant(text)) from None
    except UnicodeEncodeError:
        raise NotJson(phrase("json.half-character")) from None
    except RecursionError:
        raise NotJson(phrase("json.too-deep")) from None
    except ValueError:  # an integer longer than the interpreter converts
        raise NotJson(phrase("json.long-number")) from None
    return value


def _why(error: json.JSONDecodeError, text: str) -> Phrase:
    if error.msg == "Extra data":
        return phrase("json.more-text")
    if not text[error.pos :].strip():
        return phrase("json.breaks-off")
    said = error.msg[0].lower() + error.msg[1:]
    return Phrase(said, said)


def _refuse(word: str) -> Any:
    raise NotJson(phrase("json.no-number", value=word))


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) != len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise NotJson(phrase("json.key-twice", key=repr(twice[:30])))
    return result


def _line_of_constant(text: str) -> int | None:
    """Return the line of the first NaN or Infinity outside quotes; None when something else was refused."""
    for match in _CONSTANT.finditer(text):
        if match.group("word"):
            return text.count("\n", 0, match.start()) + 1
    return None


def json_lines(text: str, first: int = 1) -> dict[KeyPath, int]:
    """Return the line of every key and item of a text that is JSON, and begins in a line of its file.

    >>> json_lines('{"a": [1,\\n 2]}')
    {(): 1, ('a',): 1, ('a', 0): 1, ('a', 1): 2}
    """
    lines: dict[KeyPath, int] = {}
    inside: list[str] = []  # the opening bracket of each object and list that is open
    path: list[str | int] = []
    line, seen, is_key = first, 0, False
    for token in _TOKEN.finditer(text):
        line += text.count("\n", seen, token.start())
        seen, sign = token.start(), token[0]
        if sign in ("}", "]"):
            inside.pop()
            path.pop()
        elif sign == ",":
            is_key = inside[-1] == "{"
            if not is_key:
                path[-1] = int(path[-1]) + 1
        elif is_key:
            path[-1] = json.loads(sign)
            lines[tuple(path)] = line
            is_key = False
        elif sign != ":":
            lines.setdefault(tuple(path), line)
            if sign in ("{", "["):
                inside.append(sign)
                path.append(0)
                is_key = sign == "{"
    return lines
