"""Questions to Prometheus about our metrics: one that names a metric or label that isn't there can't be written."""

from __future__ import annotations

from bot.watching.metrics import Metric

WINDOW = "5m"
"""Over which what is counted becomes a rate; several scrapes long."""


def of(metric: Metric | str, **where: str) -> str:
    """The series of a metric, or those whose labels match regular expressions."""
    if isinstance(metric, Metric):
        _check(metric, *where)
    chosen = ",".join(f'{label}=~"{values}"' for label, values in where.items())
    return f"{metric}{{{chosen}}}" if chosen else str(metric)


def rate(metric: Metric, *by: str, **where: str) -> str:
    """How often a second something was counted, by some labels."""
    _check(metric, *by)
    return _sum(f"rate({of(metric, **where)}[{WINDOW}])", *by)


def share(metric: Metric, part: dict[str, str], whole: dict[str, str]) -> str:
    """Which part of what was counted has these labels."""
    return f"{rate(metric, **part)} / {rate(metric, **whole)}"


def quantile(most: float, metric: Metric, *by: str, **where: str) -> str:
    """What a histogram says that so much of all, 0 to 1, stays below."""
    _check(metric, *by)
    return f"histogram_quantile({most}, {_sum(f'rate({of(metric, **where)}[{WINDOW}])', 'le', *by)})"


def mean(metric: Metric, *by: str) -> str:
    """What a histogram says of the mean."""
    _check(metric, *by)
    total, count = (_sum(f"rate({name}[{WINDOW}])", *by) for name in (metric.sum, metric.count))
    return f"{total} / {count}"


def _sum(of: str, *by: str) -> str:
    return f"sum by ({', '.join(by)}) ({of})" if by else f"sum({of})"


def _check(metric: Metric, *labels: str) -> None:
    """Raises ValueError where a metric has no such label."""
    if unknown := set(labels).difference(metric.labels):
        raise ValueError(f"{metric.name} has no label {', '.join(sorted(unknown))}")
