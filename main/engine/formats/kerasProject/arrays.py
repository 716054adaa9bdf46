"""Reads arrays of numbers from files."""

import gzip
import json
from pathlib import Path

import numpy as np

IDX_TYPES = {8: "u1", 9: "i1", 11: ">i2", 12: ">i4", 13: ">f4", 14: ">f8"}


def read_array(path):
    """NumPy's .npy, IDX (the format of MNIST, gzipped or not), or JSON of nested lists."""
    path = Path(path)
    if not path.exists() and path.with_name(path.name + ".gz").exists():
        path = path.with_name(path.name + ".gz")
    data = path.read_bytes()
    if data[:2] == b"\x1f\x8b":
        data = gzip.decompress(data)
    if data[1:6] == b"NUMPY":
        return np.load(path)
    if data[:2] == b"\0\0":
        return parse_idx(data, path)
    return np.array(json.loads(data))


def parse_idx(data, path):
    """IDX: two zero bytes, a type, the number of axes, their sizes, the numbers."""
    if data[2] not in IDX_TYPES:
        raise ValueError(f"{path} is not an IDX file.")
    rank = data[3]
    shape = np.frombuffer(data, ">u4", rank, 4)
    values = np.frombuffer(data, IDX_TYPES[data[2]], offset=4 + 4 * rank)
    if values.size != np.prod(shape):
        raise ValueError(f"{path} is cut short.")
    return values.reshape(shape)
