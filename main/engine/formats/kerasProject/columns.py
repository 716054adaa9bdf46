"""Columns of the data on their way to the model.

A column is an array of numbers (n, …), a list of texts, a list of pictures (height, width, channels), or a list of
recordings (rate, samples). None in a list and NaN in an array are missing.
"""

import numpy as np


def count_rows(columns):
    """How many rows columns have."""
    return len(next(iter(columns.values()), []))


def take_rows(columns, rows):
    """These rows of columns, in this order."""
    return {
        name: [cells[row] for row in rows] if isinstance(cells, list) else cells[rows]
        for name, cells in columns.items()
    }


def numbers(columns, name):
    """A column as numbers; pictures and recordings of one size are stacked. Nothing may be missing."""
    cells = columns[name]
    if not isinstance(cells, list):
        if cells.dtype.kind == "f" and np.isnan(cells).any():
            row = np.flatnonzero(np.isnan(cells).reshape(len(cells), -1).any(axis=1))[0]
            raise ValueError(f"{name} is missing in row {row + 1}.")
        return cells
    if any(isinstance(cell, str) for cell in cells):
        raise ValueError(f"{name} still holds texts after all steps.")
    parts = [cell[1] if isinstance(cell, tuple) else cell for cell in cells]
    for row, part in enumerate(parts):
        if part is None:
            raise ValueError(f"{name} is missing in row {row + 1}.")
        if part.shape != parts[0].shape:
            raise ValueError(f"{name} in row {row + 1} has another size than the first.")
    return np.stack(parts)


def class_numbers(columns, name, classes):
    """The number of each text of a column among the names of the classes."""
    cells = columns[name]
    if not isinstance(cells, list):
        return numbers(columns, name)
    places = {each: place for place, each in enumerate(classes)}
    for row, text in enumerate(cells):
        if text is None:
            raise ValueError(f"{name} is missing in row {row + 1}.")
        if text not in places:
            raise ValueError(f"{name} in row {row + 1} is no class: {text}.")
    return np.array([places[text] for text in cells], dtype="int32")


def join_columns(parts):
    """Several columns as one row of numbers each."""
    return np.concatenate(
        [part.reshape(len(part), -1).astype("float32") for part in parts], axis=1
    )


def together(columns, names):
    """Columns as one row of numbers for a step that takes them together; equal texts become equal numbers."""
    parts = []
    for name in names:
        cells = columns[name]
        if isinstance(cells, list):
            known = {}
            cells = np.array(
                [np.nan if text is None else known.setdefault(text, len(known)) for text in cells],
                dtype="float64",
            )
        parts.append(cells.reshape(len(cells), -1).astype("float64"))
    return np.concatenate(parts, axis=1)


def put_back(columns, names, made):
    """Puts rows of numbers back into the columns that they were joined of."""
    at = 0
    for name in names:
        cells = columns[name]
        if isinstance(cells, list):
            continue
        size = cells[0].size if len(cells) > 0 else 1
        columns[name] = made[:, at : at + size].astype("float32").reshape(cells.shape)
        at += size


def shaped(cells, shape, dtype):
    """Numbers as an input of the model takes them, or as an output is compared with. None: a size that the data says."""
    sizes = cells.shape[1:] if None in shape else shape
    return cells.astype("float32").reshape(len(cells), *sizes).astype(dtype)


def signs(cells):
    """0 and 1 become -1 and 1, as losses of the hinge family compare."""
    return 2 * cells.astype("float32") - 1


def keys_of(columns, name, rows):
    """The value of each of these rows in a column: to divide by, or its name."""
    cells = columns[name]
    if isinstance(cells, list):
        return [cells[row] for row in rows]
    if cells[:1].size > 1:
        raise ValueError(f"{name} holds neither numbers nor texts.")
    return cells.reshape(-1)[rows].tolist()
