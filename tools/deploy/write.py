"""Writes what lies in `deploy/` for Prometheus and Grafana: `python -m tools.deploy.write`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml

from tools.deploy.alerts import SCRAPED, rules
from tools.deploy.dashboard import dashboard

FOLDER = Path(__file__).parents[2] / "deploy"
PORT = 8018
NOTE = "# Written by `python -m tools.deploy.write` from tools/deploy/: change it there.\n"


def prometheus(host: str) -> dict[str, Any]:
    """How Prometheus asks Lukis on that host."""
    return {
        "global": {"scrape_interval": "15s", "evaluation_interval": "15s"},
        "rule_files": ["alerts.yml"],
        "scrape_configs": [
            {"job_name": SCRAPED, "static_configs": [{"targets": [f"{host}:{PORT}"]}]},
        ],
    }


def files() -> dict[str, str]:
    """What is written, by its place in the folder."""
    return {
        "prometheus/prometheus.yml": _yaml(prometheus("127.0.0.1")),
        "prometheus/compose.yml": _yaml(prometheus("lukis")),
        "prometheus/alerts.yml": _yaml(rules()),
        "grafana/lukis.json": json.dumps(dashboard(), ensure_ascii=False, indent=2) + "\n",
    }


def _yaml(what: dict[str, Any]) -> str:
    text: str = yaml.safe_dump(what, sort_keys=False, allow_unicode=True, width=120)
    return NOTE + text


if __name__ == "__main__":
    for name, text in files().items():
        file = FOLDER / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
        print(file.relative_to(FOLDER.parent))
