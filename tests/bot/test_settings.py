"""Settings: read, refused in plain words, and written down once."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from bot.bootstrap import assemble, only_one
from bot.logs import Redacted
from bot.settings import BadSetting, Settings, example

ROOT = Path(__file__).parent.parent.parent


def test_the_example_file_is_the_settings() -> None:
    assert (ROOT / ".env.example").read_text("utf-8") == example()


def test_settings_come_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("TELEGRAM_TOKEN=12:ab\nALLOWED=telegram:1, discord:2\nTRANSLATORS=glossary\nWEB_PORT=\n")
    settings = Settings.read(_env_file=file)
    assert settings.allowed == ("telegram:1", "discord:2")
    assert settings.translators == ("glossary",)
    assert settings.web_port == 8017
    assert settings.secrets() == ["12:ab"]
    assert "12:ab" not in repr(settings)


@pytest.mark.parametrize(
    ("name", "value"),
    [("web_port", "99999"), ("access", "closed"), ("max_waiting_jobs", "0"), ("log_level", "LOUD")],
)
def test_a_bad_setting_is_named(name: str, value: str) -> None:
    with pytest.raises(BadSetting, match=f"^{name.upper()}: "):
        Settings.read(_env_file=None, **{name: value})


async def test_a_data_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    with pytest.raises(BadSetting, match=r"^DATA_DIR: "):
        async with assemble(Settings.read(_env_file=None, data_dir=tmp_path / "data"), platforms=[]):
            pass


def test_two_programs_do_not_share_a_data_folder(tmp_path: Path) -> None:
    with only_one(tmp_path), pytest.raises(BadSetting, match="another Lukis"), only_one(tmp_path):
        pass
    with only_one(tmp_path):
        pass


async def test_nothing_to_run_is_said() -> None:
    with pytest.raises(BadSetting, match=r"^WEB: "):
        async with assemble(Settings.read(_env_file=None, web=False)):
            pass


def test_no_token_reaches_the_log() -> None:
    record = logging.LogRecord("x", logging.INFO, "", 1, "POST /bot%s/getMe", ("12:ab",), None)
    assert Redacted(["12:ab"]).format(record).endswith("POST /bot<secret>/getMe")
