"""Fills what is missing in texts and categories."""


def fill_categories(cells, value):
    """Every text that is missing (None) replaced by `value`."""
    return [value if text is None else text for text in cells]
