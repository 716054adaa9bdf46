"""The largest box of each picture."""

import numpy as np
from boxes import boxes_in


def largest_box(cells):
    """Middle and size (x, y, width, height) of the largest box, the first of equal ones; zeros where there is none."""
    values = np.zeros((len(cells), 4), dtype="float32")
    for row, text in enumerate(cells):
        largest = 0.0
        for _, x, y, width, height in boxes_in(text):
            if width * height > largest:
                largest = width * height
                values[row] = (x, y, width, height)
    return values
