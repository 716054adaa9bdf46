"""Cleans texts."""

import re
import unicodedata

from basic_words import BLANKS

_ENTITIES = {
    "&nbsp;": " ",
    "&lt;": "<",
    "&gt;": ">",
    "&quot;": '"',
    "&#39;": "'",
    "&amp;": "&",
}


def clean_text(cells, wanted):
    """Texts cleaned, by what `wanted` lists.

    `html` takes tags and entities away, `links` web addresses, `widths` makes wide letters usual
    ones (NFKC), `lowercase`, `accents` takes them off, `digits` and `punctuation` become blanks,
    `blanks` in a row become one. The order is that of this sentence.
    """
    if not isinstance(cells, list):
        return cells
    made = [part for name, part in _PARTS.items() if name in wanted]
    cleaned = []
    for text in cells:
        for part in made:
            text = None if text is None else part(text)
        cleaned.append(text)
    return cleaned


def _html(text):
    text = re.sub("<[^>]*>", " ", text)
    return re.sub("&[a-z#0-9]+;", lambda match: _ENTITIES.get(match[0], match[0]), text)


def _accents(text):
    plain = unicodedata.normalize("NFD", text)
    plain = "".join(c for c in plain if unicodedata.category(c) != "Mn")
    return unicodedata.normalize("NFC", plain)


def _punctuation(text):
    return "".join(" " if unicodedata.category(c)[0] in "PS" else c for c in text)


def _blanks(text):
    return re.sub("^ | $", "", re.sub(f"[{BLANKS}]+", " ", text))


_PARTS = {
    "html": _html,
    "links": lambda text: re.sub(f"(?:https?://|www\\.)[^{BLANKS}]+", " ", text),
    "widths": lambda text: unicodedata.normalize("NFKC", text),
    "lowercase": str.lower,
    "accents": _accents,
    "digits": lambda text: re.sub("[0-9]+", " ", text),
    "punctuation": _punctuation,
    "blanks": _blanks,
}
