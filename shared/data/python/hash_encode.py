"""Puts texts into buckets by a hash."""

import numpy as np


def hash_encode(cells, buckets):
    """The bucket of each text, 0 to buckets - 1.

    It is the 32-bit FNV-1a hash of the UTF-8 bytes, mixed by MurmurHash3's finalizer, modulo
    `buckets`. The same text has the same bucket on every machine; what is missing counts as the
    empty text.
    """
    if not isinstance(cells, list):
        return cells
    return np.array([_hash_of(text or "") % buckets for text in cells], dtype="int32")


def _hash_of(text):
    value = 0x811C9DC5
    for byte in text.encode("utf-8", "surrogatepass"):
        value = (value ^ byte) * 0x01000193 & 0xFFFFFFFF
    value = (value ^ value >> 16) * 0x85EBCA6B & 0xFFFFFFFF
    value = (value ^ value >> 13) * 0xC2B2AE35 & 0xFFFFFFFF
    return value ^ value >> 16
