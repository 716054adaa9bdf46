"""Turns classes into rows of zeros with a one."""

import numpy as np


def one_hot(cells, classes):
    """A row of zeros for every cell, with a one at the place of its class.

    `classes` is how many there are, for class numbers, or their names, for texts (None: a place
    that no text has). What is none of them, or missing, gives zeros only.
    """
    if isinstance(cells, list):
        places = {name: place for place, name in enumerate(classes)}
        numbers = np.array(
            [-1 if text is None else places.get(text, -1) for text in cells], dtype="float64"
        )
        size = len(classes)
    else:
        numbers = np.asarray(cells, dtype="float64").reshape(-1)
        size = classes
    return (numbers[:, None] == np.arange(size)).astype("float32")
