"""Reads files of COCO."""

import json
from pathlib import Path

from files import natural_key


def read_coco(file, folder):
    """Pictures as examples, and by their names their boxes, a line `class x y width height` each.

    `folder`: beside the file, paths of pictures count from there; where it is not, from the file's own.
    """
    file = Path(file)
    coco = json.loads(file.read_text(encoding="utf-8"))
    labels = [each["id"] for each in coco["categories"]]
    are_numbers = all(isinstance(label, (int, float)) for label in labels)
    labels.sort(key=None if are_numbers else lambda label: natural_key(str(label)))
    images = {each["id"]: each for each in coco["images"]}
    boxes = {}
    for each in coco["annotations"]:
        image = images[each["image_id"]]
        left, top, across, down = each["bbox"]
        width, height = image["width"], image["height"]
        box = [
            labels.index(each["category_id"]),
            (left + across / 2) / width,
            (top + down / 2) / height,
            across / width,
            down / height,
        ]
        boxes.setdefault(image["file_name"], []).append(" ".join(map(str, box)))
    beside = file.parent / folder
    base = (beside if beside.exists() else file.parent).resolve()
    examples = []
    for name in sorted({each["file_name"] for each in coco["images"]}, key=natural_key):
        picture = (base / name.replace("\\", "/")).resolve()
        if not picture.is_relative_to(base):
            raise ValueError(f"{name} leads out of {base}.")
        examples.append({"file": picture, "name": name, "label": None, "part": "train"})
    return examples, {name: "\n".join(lines) for name, lines in boxes.items()}
