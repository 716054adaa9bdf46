"""Boxes on a grid over the picture."""

import math

import numpy as np
from boxes import boxes_in


def box_grid(cells, size, classes):
    """Rows of (size, size, 5 + classes).

    In the field where a box has its middle stand 1, the middle's place in the field (x, y, 0 to 1), the box's width and height
    as parts of the picture, and a one at the place of its class. Of several boxes in one field the largest counts.
    """
    depth = 5 + classes
    values = np.zeros((len(cells), size, size, depth), dtype="float32")
    for row, text in enumerate(cells):
        areas = {}
        for label, x, y, width, height in boxes_in(text):
            column = min(size - 1, max(0, math.floor(x * size)))
            line = min(size - 1, max(0, math.floor(y * size)))
            if width * height <= areas.get((line, column), 0.0):
                continue
            areas[line, column] = width * height
            field = values[row, line, column]
            field[:] = 0
            field[:5] = (1, x * size - column, y * size - line, width, height)
            if label == math.floor(label) and 0 <= label < classes:
                field[5 + int(label)] = 1
    return values
