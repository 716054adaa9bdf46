"""Runs the Python of preparation steps: reads jobs (JSON), writes what each gives (JSON).

Usage: python steps.py FOLDER JOBS RESULTS. FOLDER holds the steps, one file each. A job is {module, cells, arguments}: the
function of the file's name is called with the cells and the arguments. Cells are numbers as {type, dtype, shape, values}
with null for missing ones, texts, pictures or signals.
"""

import importlib
import json
import sys

import numpy as np


def to_cells(data):
    """Cells as the functions take them."""
    values = data["values"]
    if data["type"] == "texts":
        return values
    if data["type"] == "pictures":
        return [None if each is None else picture(each) for each in values]
    if data["type"] == "signals":
        return [
            None if each is None else (each["rate"], np.array(each["values"], dtype="float32"))
            for each in values
        ]
    numbers = [np.nan if value is None else value for value in values]
    return np.array(numbers, dtype=data["dtype"]).reshape(-1, *data["shape"])


def picture(data):
    shape = (data["height"], data["width"], data["channels"])
    return np.array(data["values"], dtype=data["dtype"]).reshape(shape)


def plain(values):
    """Numbers as a list, null for what is not finite."""
    values = np.asarray(values, dtype="float64").ravel().tolist()
    return [value if np.isfinite(value) else None for value in values]


def to_json(cells):
    """Cells, or a mask of rows, as JSON."""
    if isinstance(cells, np.ndarray):
        return {"type": "numbers", "shape": list(cells.shape[1:]), "values": plain(cells)}
    kinds = {type(cell) for cell in cells if cell is not None}
    if np.ndarray in kinds:
        values = [
            None if cell is None else {"shape": list(cell.shape), "values": plain(cell)}
            for cell in cells
        ]
        return {"type": "pictures", "values": values}
    if tuple in kinds:
        values = [
            None if cell is None else {"rate": cell[0], "values": plain(cell[1])} for cell in cells
        ]
        return {"type": "signals", "values": values}
    return {"type": "texts", "values": list(cells)}


def answer(job):
    function = getattr(importlib.import_module(job["module"]), job["module"])
    return to_json(function(to_cells(job["cells"]), *job["arguments"]))


def main(folder, jobs_path, results_path):
    sys.path.insert(0, folder)
    with open(jobs_path, encoding="utf-8") as file:
        jobs = json.load(file)
    results = []
    for job in jobs:
        try:
            results.append(answer(job))
        except Exception as error:  # reported with its job by the test
            results.append({"error": f"{type(error).__name__}: {error}"})
    with open(results_path, "w", encoding="utf-8") as file:
        json.dump(results, file)


main(sys.argv[1], sys.argv[2], sys.argv[3])
