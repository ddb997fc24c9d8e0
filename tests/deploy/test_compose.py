"""The compose files: read by Compose itself, together as one puts them together, and held against the code."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.programs.serve import BEYOND
from engine.cluster.ports import NODE
from tests.deployed import FOLDER, GRACE, ROOT, SETTINGS, VERSION, understood, unknown

TOGETHER = {
    "one box": ["compose.yaml"],
    "one box with cards": ["compose.yaml", "deploy/compose.gpu.yaml"],
    "the head of a cluster": ["compose.yaml", "deploy/compose.cluster.yaml"],
    "a worker of one": ["deploy/compose.worker.yaml"],
}
PINNED = re.compile(r"[\w./-]+:v?\d+\.\d+\.\d+(-\w+)?")
PROVISIONED = FOLDER / "grafana/provisioning"
GUARDED = {"read_only": True, "cap_drop": ["ALL"], "security_opt": ["no-new-privileges:true"]}


def read(files: list[str]) -> dict[str, Any]:
    """What Compose makes of the files, with all profiles; not what stands in anybody's `.env`."""
    program = Path(sys.executable).with_name("docker-compose")
    chosen = [word for file in files for word in ("-f", file)]
    options = [
        "--project-directory",
        str(ROOT),
        "--env-file",
        "/dev/null",
        "--profile",
        "*",
        "config",
        "--no-env-resolution",
        "--format=json",
    ]
    done = subprocess.run(
        [program, *chosen, *options],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "JOIN": "box1", "ENGINE": "ray://box1"},
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stderr) == (0, "")
    told: dict[str, Any] = json.loads(done.stdout)
    return told


@pytest.mark.parametrize("files", TOGETHER.values(), ids=list(TOGETHER))
def test_compose_takes_them_and_each_service_may_do_no_more_than_it_must(files: list[str]) -> None:
    services = read(files)["services"]
    for name, service in services.items():
        assert {key: service.get(key) for key in GUARDED} == GUARDED, name
        assert not {"privileged", "cap_add", "ipc"} & service.keys(), name
        assert PINNED.fullmatch(service["image"]), service["image"]
        assert all(port["host_ip"] == "127.0.0.1" for port in service.get("ports", ())), name
        assert all("/docker.sock" not in each.get("source", "") for each in service.get("volumes", ())), name
    ours = [service for service in services.values() if service["image"].startswith("lukis:")]
    for service in ours:
        assert service["image"].partition(":")[2].partition("-")[0] == VERSION
        env = service["environment"]
        assert unknown(env) == set()
        assert {each["target"] for each in service["volumes"]} == {env["DATA_DIR"], env["MODELS_DIR"]}
        assert service["env_file"] == [{"path": str(ROOT / ".env"), "required": False}]
        grace = float(env.get("SHUTDOWN_GRACE", GRACE))
        assert seconds(service["stop_grace_period"]) > grace + BEYOND
        if command := service.get("command"):
            understood(command)


def test_one_box_keeps_its_data_in_volumes_and_its_page_to_itself() -> None:
    lukis = read(TOGETHER["one box"])["services"]["lukis"]
    assert "pid" not in lukis
    (page,) = lukis["ports"]
    assert (str(page["target"]), page["published"]) == (str(SETTINGS["WEB_PORT"]),) * 2


def test_who_watches_finds_lukis_and_its_dashboard() -> None:
    services = read(TOGETHER["one box"])["services"]
    (scraped,) = yaml.safe_load((FOLDER / "prometheus/compose.yml").read_text())["scrape_configs"]
    (where,) = scraped["static_configs"]
    assert where["targets"] == [f"lukis:{services['lukis']['environment']['METRICS_PORT']}"]
    assert "--config.file=/etc/prometheus/compose.yml" in services["prometheus"]["command"]
    (asked,) = yaml.safe_load((PROVISIONED / "datasources/lukis.yml").read_text())["datasources"]
    assert asked["url"] == f"http://prometheus:{services['prometheus']['ports'][0]['target']}"
    (shown,) = yaml.safe_load((PROVISIONED / "dashboards/lukis.yml").read_text())["providers"]
    lies = {each["target"]: Path(each["source"]) for each in services["grafana"]["volumes"]}
    assert lies[f"{shown['options']['path']}/lukis.json"] == FOLDER / "grafana/lukis.json"
    assert lies["/etc/grafana/provisioning"] == PROVISIONED
    assert all(services[name]["profiles"] == ["watch"] for name in ("prometheus", "grafana"))


def test_with_cards_all_of_them_and_an_image_that_is_built_for_them() -> None:
    lukis = read(TOGETHER["one box with cards"])["services"]["lukis"]
    (cards,) = lukis["deploy"]["resources"]["reservations"]["devices"]
    assert (cards["driver"], cards["count"], cards["capabilities"]) == ("nvidia", -1, ["gpu"])
    assert lukis["image"].endswith(f"-{lukis['build']['args']['TORCH']}")


def test_a_cluster_is_joined_by_the_machines_themselves_and_what_listens_is_looked_at() -> None:
    services = (
        read(TOGETHER["the head of a cluster"])["services"] | read(TOGETHER["a worker of one"])["services"]
    )
    for name, service in services.items():
        if name in ("lukis", "head", "worker"):
            assert service["network_mode"] == "host" and "ports" not in service
        if name in ("head", "worker"):
            assert service["init"] and service["deploy"]["resources"]["reservations"]["devices"]
            assert f"'127.0.0.1', {NODE['node-manager-port']}" in service["healthcheck"]["test"][-1]
    assert (
        services["lukis"]["environment"]["WEB_HOST"]
        == services["lukis"]["environment"]["METRICS_HOST"]
        == "127.0.0.1"
    )
    assert services["lukis"]["pid"] == services["head"]["pid"] == "host"
    assert (services["lukis"]["environment"]["ENGINE"], services["head"]["environment"]["ENGINE"]) == (
        "ray://box1",
        "",
    )
    assert services["worker"]["command"] == ["worker", "--join", "box1"]


def seconds(told: str) -> int:
    """How long `1m30s` is."""
    parts = re.fullmatch(r"(?:(\d+)m)?(?:(\d+)s)?", told)
    assert parts, told
    return 60 * int(parts[1] or 0) + int(parts[2] or 0)
