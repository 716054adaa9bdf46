"""Makes differences within pictures smaller or larger at random."""

import numpy as np


def contrast(values, random, fraction, black, white):
    """A picture whose pixels are moved from their mean or towards it, by up to `fraction`; within black and white."""
    factor = 1 + (2 * random() - 1) * fraction
    numbers = values.astype("float64")
    mean = numbers.mean()
    return np.clip((numbers - mean) * factor + mean, black, white).astype("float32")
