"""Reads files of YOLO."""

import math


def read_yolo(file):
    """Boxes, a line `class x y width height` each, parts of the picture; of an outline the box around it."""
    if file is None:
        return ""
    boxes = []
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.strip() == "":
            continue
        label, *rest = map(float, line.split())
        if not all(map(math.isfinite, [label, *rest])) or len(rest) < 4 or len(rest) % 2 == 1:
            raise ValueError(f"{file}: {line} is no box.")
        if len(rest) > 4:
            left, right = min(rest[::2]), max(rest[::2])
            top, bottom = min(rest[1::2]), max(rest[1::2])
            rest = [(left + right) / 2, (top + bottom) / 2, right - left, bottom - top]
        boxes.append(" ".join(map(str, [label, *rest])))
    return "\n".join(boxes)
