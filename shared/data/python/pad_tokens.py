"""Gives rows of tokens one length."""

import numpy as np


def pad_tokens(rows, length, padding):
    """Rows of token numbers cut to their first `length`, shorter ones filled with 0, at their `end` or `start`."""
    values = np.zeros((len(rows), length), dtype="int32")
    for row, tokens in zip(values, rows):
        kept = tokens[:length]
        first = 0 if padding == "end" else length - len(kept)
        row[first : first + len(kept)] = kept
    return values
