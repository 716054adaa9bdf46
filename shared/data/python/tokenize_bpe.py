"""Turns texts into numbers of byte-pair tokens."""

from basic_words import basic_words
from pad_tokens import pad_tokens


def tokenize_bpe(cells, vocabulary, merges, length, is_lower, padding):
    """Texts as rows of `length` numbers of byte-pair tokens, their places in `vocabulary` (Sennrich et al. 2016).

    Words are parted as `basic_words` does, into characters, the last with `</w>`; then neighbours
    are joined in the order of `merges` (pairs). `[PAD]`, the first, fills up; `[UNK]` stands for a
    character that is not in the vocabulary. What is missing counts as the empty text.
    """
    if not isinstance(cells, list):
        return cells
    numbers = {token: place for place, token in enumerate(vocabulary)}
    ranks = {tuple(pair): rank for rank, pair in enumerate(merges)}
    unknown = numbers.get("[UNK]", 0)
    rows = []
    for text in cells:
        words = basic_words(text or "", is_lower)
        tokens = [token for word in words for token in _join_pairs(word, ranks)]
        rows.append([numbers.get(token, unknown) for token in tokens])
    return pad_tokens(rows, length, padding)


def _join_pairs(word, ranks):
    tokens = [*word[:-1], word[-1] + "</w>"]
    while True:
        pairs = [
            (ranks.get(pair, len(ranks)), place)
            for place, pair in enumerate(zip(tokens, tokens[1:]))
        ]
        rank, place = min(pairs, default=(len(ranks), 0))
        if rank == len(ranks):
            return tokens
        tokens[place : place + 2] = [tokens[place] + tokens[place + 1]]
