"""Finds pictures and the files that describe the objects in them."""

import re
from pathlib import Path

from files import list_folders, part_of
from pictures import read_pictures


def list_pictures(root, endings):
    """The pictures of a folder as examples, by parts; a single file is one example.

    Folders `train`, `val` and `test` anywhere in a path are parts.
    """
    root = Path(root)
    if root.is_file():
        return [{"file": root, "name": root.name, "label": None, "part": "train"}]
    found = []
    for names, files in list_folders(root, endings):
        part = next((part for part in map(part_of, names) if part is not None), "train")
        for name in files:
            file = root.joinpath(*names, name)
            found.append({"file": file, "name": "/".join([*names, name]), "label": None, "part": part})
    # Only a test part: that is all there is to learn from.
    if all(each["part"] == "test" for each in found):
        return [{**each, "part": "train"} for each in found]
    order = ["train", "validation", "test"]
    return sorted(found, key=lambda each: order.index(each["part"]))


def key_of(names):
    """What a picture and the file that describes it have in common: `images/a/1.png` and `labels/a/1.txt`."""
    dividing = r"images|jpegimages|labels|annotations|xmls?"
    own = [name for name in names if not re.fullmatch(dividing, name, re.IGNORECASE)]
    return re.sub(r"\.[^./]+$", "", "/".join(own))


def descriptions_in(root, ending):
    """Finds the file with this ending that describes a picture; None: none does, there is no object in it."""
    files = {
        key_of([*names, name]): root.joinpath(*names, name)
        for names, own in list_folders(root, [ending])
        for name in own
    }
    return lambda name: files.get(key_of(name.split("/")))


def box_columns(examples, names, wish, boxes_of):
    """Pictures and the boxes of the objects in them as columns; a box is a line `class x y width height`."""
    keys = {"label": "label", "part": "part"}
    columns = {}
    for name in names:
        if name == "image":
            columns[name] = read_pictures([each["file"] for each in examples], *wish)
        elif name == "boxes":
            columns[name] = [boxes_of(each) for each in examples]
        else:
            columns[name] = [each[keys.get(name, "name")] for each in examples]
    return columns
