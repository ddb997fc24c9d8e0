"""The tables of docs/operating.md, written from the definitions: `python -m tools.deploy.tables` prints them."""

from __future__ import annotations

from bot.watching.metrics import METRICS
from tools.deploy.alerts import ALERTS


def alerts_table() -> str:
    """Every alert as Markdown."""
    rows = ["| Alert | Comes as | It means | What to do |", "|---|---|---|---|"]
    rows += [f"| `{each.name}` | {each.severity} | {each.means} | {each.do} |" for each in ALERTS]
    return "\n".join(rows)


def metrics_table() -> str:
    """Every metric as Markdown, by the name that queries use."""
    rows = ["| Metric | Kind | Labels | What it counts |", "|---|---|---|---|"]
    for metric in METRICS:
        name = metric.name if metric.kind == "histogram" else str(metric)
        rows.append(f"| `{name}` | {metric.kind} | {', '.join(metric.labels)} | {metric.help} |")
    return "\n".join(rows)


if __name__ == "__main__":
    print(alerts_table(), metrics_table(), sep="\n\n")
