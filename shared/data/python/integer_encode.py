"""Numbers categories."""

import numpy as np


def integer_encode(cells, names, unknown):
    """The number of each text in `names`, from 0; a text not among them: `unknown`, or missing where that is None."""
    if not isinstance(cells, list):
        return cells
    numbers = {name: number for number, name in enumerate(names)}
    if unknown is None:
        return np.array([numbers.get(text, np.nan) for text in cells], dtype="float32")
    return np.array([numbers.get(text, unknown) for text in cells], dtype="int32")
