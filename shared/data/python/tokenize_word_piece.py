"""Turns texts into numbers of word pieces."""

from basic_words import basic_words
from pad_tokens import pad_tokens

# A longer word counts as unknown, as in BERT.
_LONGEST_WORD = 100


def tokenize_word_piece(cells, vocabulary, length, is_lower, is_framed):
    """Texts as rows of `length` numbers of word pieces, their places in `vocabulary` (Wu et al. 2016, as in BERT).

    Words are parted as `basic_words` does, each into the longest pieces from its start; pieces
    within a word begin with `##`. `[PAD]`, the first, fills up; `[UNK]` stands for a word without
    pieces. `is_framed`: `[CLS]` before and `[SEP]` after. What is missing counts as the empty text.
    """
    if not isinstance(cells, list):
        return cells
    numbers = {piece: place for place, piece in enumerate(vocabulary)}
    rows = []
    for text in cells:
        words = basic_words(text or "", is_lower)
        tokens = [number for word in words for number in _pieces_of(word, numbers)]
        if is_framed:
            inner = tokens[: max(0, length - 2)]
            tokens = [numbers.get("[CLS]", 0), *inner, numbers.get("[SEP]", 0)]
        rows.append(tokens)
    return pad_tokens(rows, length, "end")


def _pieces_of(word, numbers):
    unknown = [numbers.get("[UNK]", 0)]
    if len(word) > _LONGEST_WORD:
        return unknown
    pieces = []
    start = 0
    while start < len(word):
        prefix = "##" if start > 0 else ""
        ends = range(len(word), start, -1)
        end = next((end for end in ends if prefix + word[start:end] in numbers), None)
        if end is None:
            return unknown
        pieces.append(numbers[prefix + word[start:end]])
        start = end
    return pieces
