"""The manifests for Kubernetes: held against Kubernetes' own schemas, and against the code."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from functools import reduce
from importlib.metadata import version
from typing import Any

import kubernetes_validate
import pytest
import yaml

from bot.settings import Settings
from engine.cluster.messages import DEVICE
from engine.cluster.ports import HEAD, NODE
from engine.cluster.scaling import IDLE
from tests.deployed import FOLDER, LEAVING, ROOT, SETTINGS, VERSION, understood, unknown

KUBERNETES = ("1.30", "1.37")
"""The oldest and the newest that they are for."""

THINGS: list[dict[str, Any]] = [
    thing
    for file in sorted((FOLDER / "kubernetes").glob("*.yaml"))
    for thing in yaml.safe_load_all(file.read_text("utf-8"))
]
RAY, GUARD = yaml.safe_load_all((FOLDER / "kubernetes/cluster/raycluster.yaml").read_text("utf-8"))
PATCH = yaml.safe_load((FOLDER / "kubernetes/cluster/deployment-patch.yaml").read_text("utf-8"))

AUTOSCALING = yaml.safe_load((FOLDER / "kubernetes/cluster/autoscaling-patch.yaml").read_text("utf-8"))
WAY = yaml.safe_load((FOLDER / "kubernetes/cluster/autoscaling.yaml").read_text("utf-8"))


def patched(thing: Any, patch: Any) -> Any:
    """A thing as `kubectl patch` leaves it: what has a name is found by that."""
    if isinstance(patch, dict):
        return {**thing, **{key: patched(thing.get(key, type(each)()), each) for key, each in patch.items()}}
    if isinstance(patch, list) and isinstance(patch[0], dict):
        known = {each["name"]: each for each in thing}
        return [
            *(known | {each["name"]: patched(known.get(each["name"], {}), each) for each in patch}).values()
        ]
    return patch


def named(kind: str, name: str = "lukis") -> dict[str, Any]:
    """The thing of that kind and name."""
    (found,) = (thing for thing in THINGS if (thing["kind"], thing["metadata"]["name"]) == (kind, name))
    return found


def pods() -> Iterator[dict[str, Any]]:
    """What is told of each pod."""
    yield named("Deployment")["spec"]["template"]["spec"]
    yield patched(named("Deployment"), PATCH)["spec"]["template"]["spec"]
    for group in (RAY["spec"]["headGroupSpec"], *RAY["spec"]["workerGroupSpecs"]):
        yield group["template"]["spec"]


def containers(pod: dict[str, Any]) -> list[dict[str, Any]]:
    """All of a pod's."""
    return [*pod["containers"], *pod.get("initContainers", ())]


@pytest.mark.parametrize("release", KUBERNETES)
def test_kubernetes_takes_them(release: str) -> None:
    of_ray = [{"apiVersion": "v1", "kind": "Pod", "metadata": {}, "spec": pod} for pod in pods()]
    for thing in [*THINGS, GUARD, patched(named("Deployment"), PATCH), *of_ray]:
        kubernetes_validate.validate(thing, release, strict=True)
    for thing in [*THINGS, RAY, GUARD]:
        assert thing["kind"] == "Namespace" or thing["metadata"]["namespace"] == "lukis"


def test_each_pod_may_do_no_more_than_it_must() -> None:
    for pod in pods():
        context = pod["securityContext"]
        assert context["runAsNonRoot"] and context["runAsUser"] == context["fsGroup"] == 10001
        assert context["seccompProfile"] == {"type": "RuntimeDefault"}
        assert pod["automountServiceAccountToken"] is False
        assert pod["terminationGracePeriodSeconds"] > LEAVING
        for container in containers(pod):
            assert container["securityContext"] == {
                "allowPrivilegeEscalation": False,
                "readOnlyRootFilesystem": True,
                "capabilities": {"drop": ["ALL"]},
            }
            assert container["image"].partition(":")[2].partition("-")[0] == VERSION
            assert unknown(each["name"] for each in container["env"]) == set()
            mounted = {each["name"]: each["mountPath"] for each in container["volumeMounts"]}
            assert mounted.keys() <= {each["name"] for each in pod["volumes"]}
            assert {"/data", "/tmp"} <= set(mounted.values())
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
    chosen = deployment["selector"]["matchLabels"]
    assert chosen.items() <= labels.items()
    assert (
        chosen
        == named("Service")["spec"]["selector"]
        == named("NetworkPolicy")["spec"]["podSelector"]["matchLabels"]
    )


def test_the_cluster_is_joined_by_the_key_and_at_the_ports_that_it_has() -> None:
    head, (workers,) = RAY["spec"]["headGroupSpec"], RAY["spec"]["workerGroupSpecs"]
    service, key = f"{RAY['metadata']['name']}-head-svc", RAY["metadata"]["name"]
    assert RAY["spec"]["authOptions"] == {"mode": "token"}
    assert RAY["spec"]["rayVersion"] == version("ray")
    assert json.loads(json.loads(workers["rayStartParams"]["resources"])) == {DEVICE: 1}
    joined = [
        container["args"]
        for pod in pods()
        for container in containers(pod)
        if "worker" in container.get("args", ())
    ]
    assert {arguments[arguments.index("--join") + 1] for arguments in joined} == {service} and len(
        joined
    ) == 2
    assert PATCH["spec"]["template"]["spec"]["shareProcessNamespace"] is True
    (bot,) = PATCH["spec"]["template"]["spec"]["containers"]
    env = {each["name"]: each for each in bot["env"]}
    assert Settings.read(None, engine=env["ENGINE"]["value"]).cluster.head == f"{service}:{HEAD}"
    assert env["RAY_AUTH_TOKEN"]["valueFrom"]["secretKeyRef"] == {"name": key, "key": "auth_token"}
    (gcs,) = head["template"]["spec"]["containers"][0]["ports"]
    assert gcs["containerPort"] == HEAD
    probes = [
        container[probe]["tcpSocket"]["port"]
        for group in (head, workers)
        for container in group["template"]["spec"]["containers"]
        for probe in ("startupProbe", "livenessProbe", "readinessProbe")
    ]
    assert set(probes) == {NODE["node-manager-port"]}
    together = GUARD["spec"]["podSelector"]["matchLabels"].items()
    told = [named("Deployment")["spec"], head, workers]
    assert all(together <= each["template"]["metadata"]["labels"].items() for each in told)


def test_the_autoscaler_may_start_as_many_cards_as_lukis_asks_for_and_reach_kubernetes() -> None:
    changed = deepcopy(RAY)
    for each in AUTOSCALING:
        *way, last = each["path"].strip("/").split("/")
        inside = reduce(lambda part, key: part[int(key) if isinstance(part, list) else key], way, changed)
        assert each["op"] == ("replace" if last in inside else "add")
        inside[last] = each["value"]
    spec = changed["spec"]
    (cards,) = spec["workerGroupSpecs"]
    head = spec["headGroupSpec"]["template"]["spec"]
    beside = {"name": "autoscaler", **spec["autoscalerOptions"]}
    assert spec["enableInTreeAutoscaling"] and beside.pop("version") == "v2"  # of which Lukis asks
    assert beside["image"].partition(":")[2].startswith(version("ray"))
    assert beside.pop("upscalingMode") and 0 < beside.pop("idleTimeoutSeconds") < IDLE
    assert cards["minReplicas"] == Settings().cluster.least
    told = re.findall(r"CLUSTER_MOST=(\d+)", (ROOT / "docs/cluster.md").read_text("utf-8"))
    assert {int(most) for most in told} == {cards["maxReplicas"]}
    assert head["automountServiceAccountToken"] is True
    pod = {"apiVersion": "v1", "kind": "Pod", "metadata": {}}
    pod["spec"] = {**head, "containers": [*head["containers"], beside]}
    for release in KUBERNETES:
        for thing in (pod, WAY):
            kubernetes_validate.validate(thing, release, strict=True)
    labels = {"ray.io/node-type": "head", **spec["headGroupSpec"]["template"]["metadata"]["labels"]}
    assert WAY["spec"]["podSelector"]["matchLabels"] == labels
    assert WAY["metadata"]["namespace"] == RAY["metadata"]["namespace"]


def test_the_example_of_a_secret_has_settings_and_no_secret() -> None:
    given = named("Secret")["stringData"]
    assert unknown(given) == set()
    assert all(given[name] == (SETTINGS[name] or "") for name in given)
