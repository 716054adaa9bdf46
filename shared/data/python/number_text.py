"""Writes numbers as texts."""

import math
from decimal import Decimal


def number_text(value):
    """A number as JavaScript writes it, the shortest text that gives it back; None: not a finite number."""
    value = float(value)
    if not math.isfinite(value):
        return None
    if value == 0:
        return "0"
    if 1e-6 <= abs(value) < 1e21:
        text = format(Decimal(repr(value)), "f")
        return text.rstrip("0").rstrip(".") if "." in text else text
    mantissa, exponent = repr(value).split("e")
    return f"{mantissa.removesuffix('.0')}e{int(exponent):+d}"
