"""Seeded random numbers; those of the program that exported this network."""

import numpy as np


class Mulberry32:
    """Random numbers from 0 to 1: Tommy Ettinger's mulberry32."""

    def __init__(self, seed):
        self._state = seed & 0xFFFFFFFF

    def __call__(self):
        self._state = state = (self._state + 0x6D2B79F5) & 0xFFFFFFFF
        mixed = ((state ^ (state >> 15)) * (1 | state)) & 0xFFFFFFFF
        mixed = ((mixed + (((mixed ^ (mixed >> 7)) * (61 | mixed)) & 0xFFFFFFFF)) & 0xFFFFFFFF) ^ mixed
        return ((mixed ^ (mixed >> 14)) & 0xFFFFFFFF) / 4294967296

    def many(self, count):
        """The next numbers as an array."""
        steps = np.arange(1, count + 1, dtype="uint32") * np.uint32(0x6D2B79F5)
        states = np.uint32(self._state) + steps
        mixed = (states ^ (states >> 15)) * (1 | states)
        mixed = (mixed + (mixed ^ (mixed >> 7)) * (61 | mixed)) ^ mixed
        self._state = (self._state + count * 0x6D2B79F5) & 0xFFFFFFFF
        return (mixed ^ (mixed >> 14)) / 4294967296.0


def derive_seed(seed, *words):
    """A seed of 32 bits out of a seed and words: FNV-1a, then mixed so that neighbours lie far apart."""
    value = 0x811C9DC5
    for character in "\n".join(str(word) for word in (seed, *words)):
        value = ((value ^ ord(character)) * 0x01000193) & 0xFFFFFFFF
    value = ((value ^ (value >> 16)) * 0x85EBCA6B) & 0xFFFFFFFF
    value = ((value ^ (value >> 13)) * 0xC2B2AE35) & 0xFFFFFFFF
    return value ^ (value >> 16)
