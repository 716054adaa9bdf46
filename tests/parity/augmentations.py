"""Runs the Python of augmentations: reads jobs (JSON), writes what each gives (JSON).

Usage: python augmentations.py FOLDERS JOBS RESULTS. FOLDERS (joined by commas) hold the augmentations, one file each, and
the random numbers. A job is {module, values, shape, words, arguments}: the function of the file's name is called with the
values, if there are any, random numbers of a seed made of the words, and the arguments. Its result comes with the next
random number, which tells how many it took.
"""

import importlib
import json
import sys

import numpy as np

sys.path[:0] = sys.argv[1].split(",")
from random_numbers import Mulberry32, derive_seed  # noqa: E402


def answer(job):
    random = Mulberry32(derive_seed(*job["words"]))
    function = getattr(importlib.import_module(job["module"]), job["module"])
    if job["values"] is None:
        made = function(random, *job["arguments"])
        return {"shape": None, "values": [made], "next": random()}
    values = np.array(job["values"], dtype="float32").reshape(job["shape"])
    before = values.copy()
    made = function(values, random, *job["arguments"])
    assert np.array_equal(values, before), "The values that were given are changed."
    return {
        "shape": list(made.shape),
        "values": made.astype("float64").ravel().tolist(),
        "next": random(),
    }


with open(sys.argv[2], encoding="utf-8") as file:
    jobs = json.load(file)
with open(sys.argv[3], "w", encoding="utf-8") as file:
    json.dump([answer(job) for job in jobs], file)
