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
        image = image.convert("RGB")
        if height > 0 and width > 0:
            image = image.resize((width, height), Image.Resampling.BILINEAR)
        values = np.asarray(image.convert("L") if channels == 1 else image)
        return values.reshape(*values.shape[:2], channels)
