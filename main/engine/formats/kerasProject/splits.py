"""Ways to divide rows; the same seed gives the same parts as in the program that exported this network."""

import math

import numpy as np


def shuffle(items, random):
    """Puts a list in random order (Fisher and Yates)."""
    for last in range(len(items) - 1, 0, -1):
        other = math.floor(random() * (last + 1))
        items[last], items[other] = items[other], items[last]


def shuffled_indices(count, random):
    """The numbers 0 to count - 1 in random order."""
    indices = list(range(count))
    shuffle(indices, random)
    return indices


def round_half_up(value):
    return math.floor(value + 0.5)


def split_indices(order, validation_fraction, test_fraction):
    """The front of an order is the test part, then comes the validation part; the rest trains."""
    count = len(order)
    test = min(round_half_up(count * test_fraction), max(count - 1, 0))
    validation = min(round_half_up(count * validation_fraction), max(count - test - 1, 0))
    return {
        "test": sorted(order[:test]),
        "validation": sorted(order[test : test + validation]),
        "train": sorted(order[test + validation :]),
    }


def split_fold(order, folds, fold):
    """One round of a cross-validation: a piece of the order validates, the rest trains."""
    start = round_half_up(len(order) * fold / folds)
    end = round_half_up(len(order) * (fold + 1) / folds)
    train = sorted([*order[:start], *order[end:]])
    return {"train": train, "validation": sorted(order[start:end])}


def stratified_order(classes, random):
    """An order in which every stretch has about the same share of each class."""
    members = {}
    for index, value in enumerate(classes):
        members.setdefault(_key(value), []).append(index)
    places = np.zeros(len(classes))
    for rows in members.values():
        shuffle(rows, random)
        start = random()
        for place, row in enumerate(rows):
            places[row] = (place + start) / len(rows)
    return np.argsort(places, kind="stable").tolist()


def split_groups(groups, validation_fraction, test_fraction, random):
    """No group lies in two parts: the test part takes whole groups until it is full, then the validation part."""
    members = {}
    for index, value in enumerate(groups):
        is_none = value is None or value != value
        members.setdefault(f"alone {index}" if is_none else value, []).append(index)
    pieces = list(members.values())
    shuffle(pieces, random)
    parts = {"test": [], "validation": [], "train": []}
    wanted = {
        "test": len(groups) * test_fraction,
        "validation": len(groups) * validation_fraction,
    }
    for index, piece in enumerate(pieces):
        is_last = index == len(pieces) - 1

        def takes(name):
            fits = len(parts[name]) + len(piece) / 2 <= wanted[name]
            return not is_last and fits and wanted[name] > 0

        name = "test" if takes("test") else "validation" if takes("validation") else "train"
        parts[name].extend(piece)
    return {name: sorted(rows) for name, rows in parts.items()}


def latest_first(times):
    """The numbers of rows, the latest first; those without a time count as the earliest."""
    numbers = [
        -math.inf if isinstance(time, str) or time is None or time != time else time
        for time in times
    ]
    return sorted(range(len(numbers)), key=lambda index: (numbers[index], index), reverse=True)


def split_by_name(names):
    """Names that begin with test are the test part, with val or dev the validation part; all others train."""
    parts = {"test": [], "validation": [], "train": []}
    for index, value in enumerate(names):
        name = "" if value is None else str(value).strip().lower()
        if name.startswith(("test", "测试")):
            parts["test"].append(index)
        elif name.startswith(("val", "dev", "验证")):
            parts["validation"].append(index)
        else:
            parts["train"].append(index)
    return parts


def _key(value):
    return "missing" if isinstance(value, float) and math.isnan(value) else value
