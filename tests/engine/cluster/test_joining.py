"""Who may be a machine of a cluster: in a network of its own, with the key that nobody else reads, of one version."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from engine.cluster.access import BadAccess, Credentials
from engine.cluster.here import BadDevices, Machine, visible
from engine.cluster.network import BadNetwork, address_in
from engine.cluster.node import Node
from engine.cluster.versions import Versions

HOME = {"lo": ["127.0.0.1", "::1"], "eth0": ["192.168.1.5", "fe80::1"], "tailscale0": ["100.64.0.7"]}
RENTED = {"lo": ["127.0.0.1"], "eth0": ["5.9.1.2"], "wg0": ["10.8.0.2"]}


def test_a_network_is_asked_for_by_name_and_a_public_address_needs_a_firewall() -> None:
    assert address_in("tailscale0", False, HOME) == "100.64.0.7"
    assert address_in("192.168.0.0/16", False, HOME) == "192.168.1.5"
    assert address_in("192.168.1.5", False, HOME) == "192.168.1.5"
    assert address_in("wg0", True, RENTED) == "10.8.0.2"
    for network, firewalled, here, said in (
        ("", False, HOME, "such as --network eth0; there are eth0 (192.168.1.5), tailscale0 (100.64.0.7)"),
        ("10.0.0.0/8", False, HOME, "no address in 10.0.0.0/8; there are eth0"),
        ("eth7", False, HOME, "“eth7” is no network of this machine"),
        ("wg0", False, RENTED, "a public address, 5.9.1.2"),
        ("eth0", False, {"eth0": ["10.0.0.5", "2a01:4f8::1"]}, "a public address, 2a01:4f8::1"),
    ):
        with pytest.raises(BadNetwork) as refused:
            address_in(network, firewalled, here)
        assert said in str(refused.value)


def test_a_key_is_made_once_for_its_owner_alone_and_is_refused_where_others_may_read_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("RAY_AUTH_TOKEN", raising=False)
    access = Credentials(tmp_path / "cluster" / "key")
    for empty in (False, True):  # as an .env leaves it that names it and says nothing
        if empty:
            monkeypatch.setenv("RAY_AUTH_TOKEN", "")
        with pytest.raises(BadAccess, match="copy it from there"):
            access.check()
    assert access.environment()["RAY_AUTH_TOKEN_PATH"] == str(access.key)
    access.make_key()
    key = access.key.read_text()
    access.make_key()
    access.check()
    assert access.key.read_text() == key and len(key) == 64
    assert (access.key.stat().st_mode & 0o777, access.key.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    assert key not in str(access.environment()) and access.environment()["RAY_AUTH_MODE"] == "token"
    access.key.chmod(0o640)
    with pytest.raises(BadAccess, match=r"others may read .*key \(640\): chmod 600"):
        access.check()
    access.key.chmod(0o600)
    encrypted = replace(access, tls=tmp_path)
    with pytest.raises(BadAccess, match=r"CLUSTER_TLS: .*tls\.crt is not there"):
        encrypted.check()
    for name in ("tls.crt", "tls.key", "ca.crt"):
        (tmp_path / name).touch(0o644)
    with pytest.raises(BadAccess, match=r"others may read .*tls\.key"):
        encrypted.check()
    (tmp_path / "tls.key").chmod(0o640)
    encrypted.check()
    assert encrypted.environment()["RAY_TLS_SERVER_KEY"] == str(tmp_path / "tls.key")


def test_what_a_machine_runs_is_compared_in_words() -> None:
    here = Versions.here()
    assert here.unlike(Versions.read(here.written())) == ""
    assert here.unlike(replace(here, python="3.9.1", ray="1.0")) == (
        f"Python 3.9.1, here {here.python}; Ray 1.0, here {here.ray}"
    )
    assert "other code (abc, here" in here.unlike(replace(here, code="abc"))
    assert "Lukis ?, here" in here.unlike(Versions.of({"version": "of one that told nothing else"}))


def test_a_node_says_nothing_in_its_command_that_is_secret_and_keeps_to_its_ports(tmp_path: Path) -> None:
    head = Node("box1", "10.0.0.5", tmp_path, 2, 2, environment=Machine("/models", "cuda:0").environment())
    worker = replace(head, head=head.joins)
    said = " ".join(head.command())
    for part in (
        "--head",
        "--port=6379",
        '{"lukis_gpu": 2}',
        "--num-gpus=2",
        "--max-worker-port=6499",
        "--no-monitor",
    ):
        assert part in said
    assert "--address=10.0.0.5:6379" in worker.command() and "--head" not in worker.command()
    assert "--include-dashboard=false" in said and "--disable-usage-stats" in said
    assert head.variables()["RAY_gcs_storage"] == "rocksdb" and "RAY_gcs_storage" not in worker.variables()
    assert int(head.variables()["RAY_health_check_failure_threshold"]) * 3 > 60, "out of reach for a minute"
    assert len(str(head.temporary)) <= 40 or str(head.temporary).startswith("/tmp/lukis-")


def test_devices_are_shared_out_one_a_worker() -> None:
    assert visible(["cuda:0", "cuda:2"]) == ("cuda:0", 2, {"CUDA_VISIBLE_DEVICES": "0,2"})
    assert visible(["cuda:0", "cuda:1"], "2,GPU-8932f937")[2] == {"CUDA_VISIBLE_DEVICES": "2,GPU-8932f937"}
    assert visible(["cuda:1"], "2, 3")[2] == {"CUDA_VISIBLE_DEVICES": "3"}, "others have the first two"
    assert visible(["cpu"]) == ("cpu", 0, {}) and visible([]) == ("cpu", 0, {})
    for devices in (["cuda", "cpu"], ["mps", "mps"]):
        with pytest.raises(BadDevices):
            visible(devices)
