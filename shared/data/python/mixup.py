"""How much of an example stays when it is blended with another."""


def mixup(random, alpha):
    """A number from 0 to 1 of the distribution Beta(alpha, alpha), after Jöhnk. 0: all of it."""
    if alpha <= 0:
        return 1
    while True:
        own = (1 - random()) ** (1 / alpha)
        other = (1 - random()) ** (1 / alpha)
        total = own + other
        # Both may be too small for a number where `alpha` is small.
        if 0 < total <= 1:
            return own / total
