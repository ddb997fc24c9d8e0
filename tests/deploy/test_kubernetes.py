"""The manifests for Kubernetes: held against Kubernetes' own schemas, and against the code."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import kubernetes_validate
import pytest
import yaml

from tests.deployed import FOLDER, LEAVING, SETTINGS, VERSION, understood, unknown

KUBERNETES = ("1.30", "1.37")
"""The oldest and the newest that they are for."""

THINGS: list[dict[str, Any]] = [
    thing
    for file in sorted((FOLDER / "kubernetes").glob("*.yaml"))
    for thing in yaml.safe_load_all(file.read_text("utf-8"))
]


def named(kind: str, name: str = "lukis") -> dict[str, Any]:
    """The thing of that kind and name."""
    (found,) = (thing for thing in THINGS if (thing["kind"], thing["metadata"]["name"]) == (kind, name))
    return found


def pods() -> Iterator[dict[str, Any]]:
    """What is told of each pod."""
    yield named("Deployment")["spec"]["template"]["spec"]


@pytest.mark.parametrize("version", KUBERNETES)
def test_kubernetes_takes_them(version: str) -> None:
    for thing in THINGS:
        kubernetes_validate.validate(thing, version, strict=True)
        assert thing["kind"] == "Namespace" or thing["metadata"]["namespace"] == "lukis"


def test_each_pod_may_do_no_more_than_it_must() -> None:
    for pod in pods():
        context = pod["securityContext"]
        assert context["runAsNonRoot"] and context["runAsUser"] == context["fsGroup"] == 10001
        assert context["seccompProfile"] == {"type": "RuntimeDefault"}
        assert pod["automountServiceAccountToken"] is False
        assert pod["terminationGracePeriodSeconds"] > LEAVING
        for container in pod["containers"]:
            assert container["securityContext"] == {
                "allowPrivilegeEscalation": False,
                "readOnlyRootFilesystem": True,
                "capabilities": {"drop": ["ALL"]},
            }
            assert container["image"].partition(":")[2].partition("-")[0] == VERSION
            assert unknown(each["name"] for each in container["env"]) == set()
            assert {each["name"] for each in pod["volumes"]} == {
                each["name"] for each in container["volumeMounts"]
            }
            if arguments := container.get("args"):
                understood(arguments)


def test_there_is_one_bot_which_keeps_its_data_and_is_looked_after() -> None:
    deployment = named("Deployment")["spec"]
    assert (deployment["replicas"], deployment["strategy"]) == (1, {"type": "Recreate"})
    pod = deployment["template"]["spec"]
    (container,) = pod["containers"]
    claims = [each["persistentVolumeClaim"] for each in pod["volumes"] if "persistentVolumeClaim" in each]
    claimed = {claim["claimName"] for claim in claims}
    assert claimed == {"data", "models"} and all(named("PersistentVolumeClaim", name) for name in claimed)
    ports = {each["name"]: each["containerPort"] for each in container["ports"]}
    assert ports["page"] == SETTINGS["WEB_PORT"]
    probes = [container[f"{kind}Probe"] for kind in ("startup", "liveness", "readiness")]
    assert {probe["httpGet"]["path"] for probe in probes} == {"/healthz"}
    assert all(probe["httpGet"]["port"] in ports for probe in probes)
    assert {each["targetPort"] for each in named("Service")["spec"]["ports"]} == ports.keys()
    labels = deployment["template"]["metadata"]["labels"]
    assert named("Service")["spec"]["selector"] == deployment["selector"]["matchLabels"] == labels
    assert named("NetworkPolicy")["spec"]["podSelector"]["matchLabels"] == labels


def test_the_example_of_a_secret_has_settings_and_no_secret() -> None:
    given = named("Secret")["stringData"]
    assert unknown(given) == set()
    assert all(given[name] == (SETTINGS[name] or "") for name in given)
