"""Text from outside made harmless, whatever shows it.

Names come from files that anybody may have written: a control character in one could rewrite the reader's screen, turn
the direction of a line or start a formula in a spreadsheet.
"""

from __future__ import annotations

import re

# C0 and C1 controls (with the terminal's escape and its 8-bit twin), line and paragraph separators, marks that turn
# the direction of text, zero-width characters, and lone surrogates, which no encoding can write.
_HARMFUL = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
# A whole escape sequence leaves nothing behind, not its letters.
_ESCAPE = re.compile(r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?|\x1b.?", re.DOTALL)
_BLANK = re.compile(r"[\t\n\r\v\f\x85\u2028\u2029]+")


def plain(text: str) -> str:
    """Return the text on one line, without escape sequences, controls and marks that turn its direction.

    >>> plain("Suka\\x1b[31mmaju\\nDua")
    'Sukamaju Dua'
    """
    if text.isascii() and text.isprintable():
        return text
    return _HARMFUL.sub("", _BLANK.sub(" ", _ESCAPE.sub("", text)))
