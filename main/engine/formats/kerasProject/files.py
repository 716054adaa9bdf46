"""Finds examples in folders: a file is an example, a folder below is a class."""

import re
from pathlib import Path

PARTS = {
    "train": r"(train|training)([_-]?(set|data|images))?|训练(集|数据)?",
    "validation": r"(val|valid|validation|dev)([_-]?(set|data|images))?|验证(集|数据)?",
    "test": r"(test|testing)([_-]?(set|data|images))?|测试(集|数据)?",
}


def natural_key(name):
    """`class 2` before `class 10`; capitals do not matter at first."""
    pieces = re.split(r"(\d+)", name.lower())
    return [(0, int(each), "") if each.isdigit() else (1, 0, each) for each in pieces], name


def part_of(folder):
    for part, pattern in PARTS.items():
        if re.fullmatch(pattern, folder, re.IGNORECASE):
            return part
    return None


def list_folders(root, endings):
    """Folders with their files, as (names, files), in order."""
    found = []

    def visit(names):
        entries = [
            entry
            for entry in root.joinpath(*names).iterdir()
            if not entry.name.startswith(".")
            and entry.name.lower() not in ("__macosx", "thumbs.db", "desktop.ini")
        ]
        files = sorted(
            entry.name
            for entry in entries
            if entry.is_file() and entry.suffix[1:].lower() in endings
        )
        if files:
            found.append((names, files))
        inner = [entry.name for entry in entries if entry.is_dir()]
        for name in sorted(inner, key=natural_key):
            visit([*names, name])

    visit([])
    return found


def wrapping(folders):
    """How many folders only wrap others; the last that files lie in stays, for it may be the only class."""
    first = folders[0][0] if folders else []
    depth = 0
    while folders and all(
        len(names) > depth + 1 and names[depth] == first[depth] for names, _ in folders
    ):
        if part_of(first[depth]) is not None:
            break
        depth += 1
    return depth


def list_examples(root, endings, is_nested):
    """The files of a folder as examples, ordered by part and class.

    Folders `train`, `val` and `test` are parts, a folder below is a class; with `is_nested` each folder that holds
    files. A single file is one example without a class.
    """
    root = Path(root)
    if root.is_file():
        return [{"file": root, "name": root.name, "label": None, "part": "train"}]
    folders = list_folders(root, endings)
    wrap = wrapping(folders)
    known = {part_of((names[wrap:] or [""])[0]) for names, _ in folders}
    has_parts = "train" in known and ("validation" in known or "test" in known)
    groups = []
    for names, files in folders:
        below = names[wrap:]
        part = part_of((below or [""])[0]) if has_parts else "train"
        own = below[1:] if has_parts else below
        label = ("/".join(own) if is_nested else own[0]) if own else None
        if part is not None:
            groups.append((part, label, names, files))
    labels = sorted({group[1] for group in groups} - {None}, key=natural_key)
    has_test_labels = any(part == "test" and label is not None for part, label, _, _ in groups)
    # Beside class folders only a test part may be without classes.
    groups = [
        group
        for group in groups
        if group[1] is not None or not labels or (group[0] == "test" and not has_test_labels)
    ]
    order = ["train", "validation", "test"]
    groups.sort(
        key=lambda group: (order.index(group[0]), labels.index(group[1]) if group[1] in labels else 0)
    )
    return [
        {
            "file": root.joinpath(*names, name),
            "name": "/".join([*names, name]),
            "label": label,
            "part": part,
        }
        for part, label, names, files in groups
        for name in files
    ]


def file_columns(examples, names, content, read):
    """Examples as columns: `label`, `part`, `file` and, under the name `content`, what `read` reads of them."""
    keys = {"label": "label", "part": "part"}
    return {
        name: read([each["file"] for each in examples])
        if name == content
        else [each[keys.get(name, "name")] for each in examples]
        for name in names
    }


def divided_examples(examples, test):
    """Examples to train with, and the test part; None: there is none."""
    own = [each for each in examples if each["part"] == "test"]
    given = own if test is None else [each for each in test if each["part"] == "test"] or test
    return [each for each in examples if each["part"] != "test"], given or None
