"""Makes pictures darker or lighter at random."""

import numpy as np


def brightness(values, random, fraction, black, white):
    """A picture, darker or lighter by up to `fraction` of what lies between black and white."""
    more = (2 * random() - 1) * fraction * (white - black)
    return np.clip(values.astype("float64") + more, black, white).astype("float32")
