"""Boxes of objects in pictures, as YOLO writes them."""

import math


def boxes_in(text):
    """Boxes of a text: one a line, `class x y width height`. What is no box is passed over."""
    boxes = []
    for line in (text or "").split("\n"):
        words = [word for word in line.split(" ") if word != ""]
        try:
            numbers = [float(word) for word in words]
        except ValueError:
            continue
        if len(numbers) == 5 and all(math.isfinite(number) for number in numbers):
            boxes.append(numbers)
    return boxes
