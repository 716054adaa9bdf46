"""Reads numbers out of texts."""

import re
import unicodedata

import numpy as np

_PATTERNS = {
    "point": re.compile(
        r"[+-]?(?:[0-9]{1,3}(?:[, '_][0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]*)?(?:[eE][+-]?[0-9]+)?"
        r"|[+-]?\.[0-9]+(?:[eE][+-]?[0-9]+)?"
    ),
    "comma": re.compile(
        r"[+-]?(?:[0-9]{1,3}(?:[. '_][0-9]{3})+(?![0-9])|[0-9]+)(?:,[0-9]*)?(?:[eE][+-]?[0-9]+)?"
        r"|[+-]?,[0-9]+(?:[eE][+-]?[0-9]+)?"
    ),
}
_MANIFOLD = {"万": 1e4, "亿": 1e8}


def to_number(cells, decimal):
    """The number that each text holds, missing where it holds none or several.

    `1,234.5 kg` is 1234.5, `(12)` is -12, `3.5万` is 35000. `decimal` is the sign before the
    fraction, `point` or `comma`; the other one, blanks and apostrophes may part thousands.
    """
    if not isinstance(cells, list):
        return cells
    return np.array(
        [np.nan if text is None else _number_in(text, decimal) for text in cells], dtype="float64"
    )


def _number_in(text, decimal):
    plain = unicodedata.normalize("NFKC", text).replace("−", "-").replace("’", "'")
    match = _PATTERNS[decimal].search(plain)
    if match is None:
        return np.nan
    before, after = plain[: match.start()], plain[match.end() :]
    # A further digit means a further number, unless it is the power of a unit: m2.
    if re.search("[0-9]", before) or not re.fullmatch("[^0-9]*|[ ]*[A-Za-z]+[23]", after):
        return np.nan
    if decimal == "point":
        digits = re.sub("[, '_]", "", match[0])
    else:
        digits = re.sub("[. '_]", "", match[0]).replace(",", ".")
    is_negative = before.strip().endswith("(") and after.strip().startswith(")")
    return (-1 if is_negative else 1) * float(digits) * _MANIFOLD.get(after.strip()[:1], 1)
