"""Reads files of Pascal VOC."""

from xml.etree import ElementTree

from pictures import read_pictures


def read_voc(file, picture, class_names):
    """Boxes, a line `class x y width height` each, parts of the picture: of their corners in pixels.

    Where the file says no size, the picture has it.
    """
    if file is None:
        return ""
    root = ElementTree.fromstring(file.read_bytes())
    width, height = (float(root.findtext(f"size/{name}") or 0) for name in ("width", "height"))
    if not (width > 0 and height > 0):
        height, width = read_pictures([picture], 0, 0, 3)[0].shape[:2]
    boxes = []
    for each in root.findall("object"):
        label = class_names.index((each.findtext("name") or "").strip())
        left, right = (float(each.findtext(f"bndbox/{name}")) / width for name in ("xmin", "xmax"))
        top, bottom = (float(each.findtext(f"bndbox/{name}")) / height for name in ("ymin", "ymax"))
        box = [label, (left + right) / 2, (top + bottom) / 2, right - left, bottom - top]
        boxes.append(" ".join(map(str, box)))
    return "\n".join(boxes)
