"""Strict JSON: a value, or why not and in which line. Refused: NaN, infinity, repeated keys, half characters, bombs."""

from __future__ import annotations

import json
import re
from typing import Any

from recommender.language.errors import Problem, problem
from recommender.language.wording import Phrase, phrase
from recommender.villages.shown import shown

LARGEST_ANSWER = 16 * 1024 * 1024  # characters; a real answer has about 15,000
_CONSTANT = re.compile(r'"(?:[^"\\]|\\.)*"|(?P<word>NaN|-?Infinity)', re.DOTALL)


class _Refused(ValueError):
    """A value that JSON text may not hold; `args[0]` is the phrase that says which."""


def read_json(text: str, where: str) -> Any | Problem:
    """Return the value of the text, or the one problem that it has."""
    if len(text) > LARGEST_ANSWER:
        return problem(where, "file-too-large.data", limit=LARGEST_ANSWER // 1024**2)
    start = text.lstrip()[:15].casefold()
    if start.startswith(("<!doctype", "<html", "<?xml", "<head", "<body")):
        return _bad(where, 1, phrase("json.web-page"))
    try:
        value = json.loads(text, parse_constant=_constant, object_pairs_hook=_unique)
        if "\\u" in text:
            json.dumps(value, ensure_ascii=False).encode("utf-8")
    except json.JSONDecodeError as error:
        if error.msg == "Extra data":
            return _bad(where, error.lineno, phrase("json.more-text"))
        if not text[error.pos :].strip():
            return _bad(where, error.lineno, phrase("json.breaks-off"))
        return _bad(where, error.lineno, error.msg[0].lower() + error.msg[1:])
    except _Refused as error:
        return _bad(where, _line_of_constant(text), *error.args)
    except UnicodeEncodeError:
        return _bad(where, None, phrase("json.half-character"))
    except RecursionError:
        return _bad(where, None, phrase("json.too-deep"))
    except ValueError:  # an integer longer than the interpreter converts
        return _bad(where, None, phrase("json.long-number"))
    return value


def _bad(where: str, line: int | None, reason: Phrase | str) -> Problem:
    place = where if line is None else f"{where}:{line}"
    return problem(place, "bad-json.data", reason=reason)


def _constant(word: str) -> Any:
    raise _Refused(phrase("json.no-number", value=word))


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) != len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise _Refused(phrase("json.key-twice", key=shown(twice)))
    return result


def _line_of_constant(text: str) -> int | None:
    """Return the line of the first NaN or Infinity outside quotes; None when something else was refused."""
    for match in _CONSTANT.finditer(text):
        if match.group("word"):
            return text.count("\n", 0, match.start()) + 1
    return None
