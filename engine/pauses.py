"""How long to wait before something that failed is tried again."""

MOST_DOUBLINGS = 16


def pause_after(failures: int, first: float, longest: float) -> float:
    """Seconds, after so many failures in a row: the first pause doubled each time, up to the longest."""
    return min(first * 2.0 ** min(failures, MOST_DOUBLINGS), longest)
