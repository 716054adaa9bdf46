"""Reads the examples that come with the project, and arrays."""

import json
from pathlib import Path

import numpy as np

from arrays import read_array

FILE = Path(__file__).parent / "data.json"


def read_embedded(names):
    """These columns of the examples that the network was trained on: they lie in `data.json`."""
    columns = json.loads(FILE.read_text(encoding="utf-8"))
    return {name: cells_of(columns[name]) for name in names}


def cells_of(column):
    if column["type"] == "texts":
        return column["values"]
    numbers = [np.nan if value is None else value for value in column["values"]]
    return np.array(numbers, dtype=column["kind"]).reshape(-1, *column["shape"])


def read_arrays(files, names, shapes):
    """Columns out of arrays, a file for each. `shapes`: of one example, by name."""
    pairs = zip(names, files, strict=True)
    return {name: read_array(file).reshape(-1, *shapes[name]) for name, file in pairs}
