"""What stays for good is not looked through again and again."""

from __future__ import annotations

import gc

import pytest

from engine.lasting import lasting


def test_the_collector_passes_over_what_lasts() -> None:
    with lasting():
        stays: list[object] = [[]]
        assert not gc.isenabled()
    later: list[object] = [[]]
    looked_through = [id(one) for one in gc.get_objects()]
    assert gc.isenabled()
    assert id(stays) not in looked_through and id(later) in looked_through


def test_it_collects_again_after_a_failure() -> None:
    with pytest.raises(ImportError), lasting():
        raise ImportError("a library that is not there")
    assert gc.isenabled()
