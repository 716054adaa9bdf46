"""Reads pictures."""

import numpy as np
from PIL import Image, ImageOps


def read_pictures(files, height, width, channels):
    """Pictures (height, width, channels): upright, 8 bits, transparency over white; a size of 0: as they are."""
    return [read_picture(file, height, width, channels) for file in files]


def read_picture(file, height, width, channels):
    with Image.open(file) as opened:
        image = ImageOps.exif_transpose(opened)
        if image.mode.startswith("I;16"):
            image = Image.fromarray((np.asarray(image, dtype="uint32") // 257).astype("uint8"))
        if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
            image = image.convert("RGBA")
            white = Image.new("RGBA", image.size, "white")
            image = Image.alpha_composite(white, image)
        values = np.asarray(image.convert("RGB"))
    if height > 0 and width > 0:
        values = resize_axis(resize_axis(values, height, 0), width, 1)
    if channels == 3:
        return values
    # Pillow's whole numbers: 0.299 R + 0.587 G + 0.114 B.
    weighted = values.astype("int64") @ np.array([19595, 38470, 7471]) + 0x8000
    return (weighted >> 16).astype("uint8")[..., None]


def resize_axis(values, size, axis):
    """Bytes with another size along an axis, as libvips makes it with its linear kernel, up to rounding.

    Smaller: a triangle filter that grows with the reduction. Larger: between two pixels.
    """
    length = values.shape[axis]
    if length == size:
        return values
    scale = length / size
    pixels = np.arange(length)
    if scale > 1:
        middles = (np.arange(size) + 0.5) * scale
        weights = np.maximum(0, 1 - np.abs(pixels + 0.5 - middles[:, None]) / scale)
    else:
        places = np.clip(np.arange(size) * scale - 0.5, 0, length - 1)
        weights = np.maximum(0, 1 - np.abs(pixels - places[:, None]))
    weights /= weights.sum(axis=1, keepdims=True)
    moved = np.moveaxis(np.tensordot(weights, values, (1, axis)), 0, axis)
    return np.clip(np.floor(moved + 0.5), 0, 255).astype("uint8")
