"""Turns lists of labels into rows of zeros and ones."""

import numpy as np


def multi_hot(cells, names, separator, size):
    """A row of `size` numbers for every text, which is parted at `separator`.

    1 at the place in `names` of each of its parts (blanks around them do not count), else 0.
    """
    if not isinstance(cells, list):
        return cells
    places = {name: place for place, name in enumerate(names)}
    rows = np.zeros((len(cells), size), dtype="float32")
    for row, text in enumerate(cells):
        for part in (text or "").split(separator):
            place = places.get(part.strip(" "))
            if place is not None:
                rows[row, place] = 1
    return rows
