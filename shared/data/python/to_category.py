"""Turns texts and numbers into categories."""

from number_text import number_text


def to_category(cells, names):
    """Texts and single numbers as categories: those of `names`, every other missing; None: all are.

    Blanks around a text do not count.
    """
    if isinstance(cells, list):
        texts = [None if text is None else text.strip(" \t\r\n") or None for text in cells]
    else:
        texts = [number_text(value) for value in cells]
    if names is None:
        return texts
    known = set(names)
    return [text if text in known else None for text in texts]
