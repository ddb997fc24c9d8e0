"""Settings: read, refused in plain words, and written down once."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.bootstrap import assemble
from bot.engines import starting_engine
from bot.home import InUse, only_one
from bot.locales import Locales
from bot.logs import Redacted
from bot.platforms.web.platform import WebPlatform
from bot.programs.serve import greeting
from bot.settings import AccessSettings, BadSetting, Settings, example
from bot.store import open_store
from tests.bot.store.keeping import ask
from tests.chat import FakePlatform
from tests.fakes import FakeEngine

ROOT = Path(__file__).parent.parent.parent


def test_the_example_file_is_the_settings() -> None:
    assert (ROOT / ".env.example").read_text("utf-8") == example()


def test_settings_come_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text(
        "TELEGRAM_TOKEN=12:ab\nACCESS=allowlist\nALLOWED=telegram:1, discord:2\nTRANSLATORS=glossary\nWEB_PORT=\n"
    )
    settings = Settings.read(env_file=file)
    assert settings.access.allowed == ("telegram:1", "discord:2")
    assert settings.translation.translators == ("glossary",)
    assert settings.web.port == 8017
    assert settings.secrets() == ["12:ab"]
    assert "12:ab" not in repr(settings)


def test_the_environment_wins_over_the_file_and_what_is_chosen_over_both(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / ".env"
    file.write_text(
        "WEB_PORT=1\nDEEPL_API_KEY=from-the-file\nTRANSLATION_TIMEOUT=3\nLANGUAGE=id\nWEB=false\n"
    )
    for name, value in {
        "WEB_PORT": "2",
        "TRANSLATION_TIMEOUT": "4",
        "LANGUAGE": "",
        "web_host": "::1",
    }.items():
        monkeypatch.setenv(name, value)
    settings = Settings.read(file, web_port=3)
    assert (settings.web.port, settings.web.host, settings.web.on) == (3, "::1", False)
    assert (settings.translation.timeout, settings.language) == (4, "id")
    assert settings.secrets() == ["from-the-file"]


def test_only_a_settings_whole_name_sets_it(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (
        "TOKEN",
        "PORT",
        "NAMES",
        "TIMEOUT",
        "DEFAULT",
        "LANGUAGES",
        "ADDRESSES",
        "TRANSLATION",
        "UPLOADS",
    ):
        monkeypatch.setenv(name, "1")
    assert Settings.read(None, access="allowlist") == Settings(access=AccessSettings(who="allowlist"))
    with pytest.raises(TypeError, match="no such setting: port"):
        Settings.read(None, port=1)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("web_port", "99999"),
        ("access", "closed"),
        ("max_waiting_jobs", "0"),
        ("log_level", "LOUD"),
        ("translation_timeout", "0"),
        ("memory_budget_gb", "lots"),
        ("memory_budget_gb", "inf"),
        ("memory_budget_gb", "nan"),
        ("shutdown_grace", "nan"),
        ("devices", "tpu"),
        ("devices", "cuda:0,cuda:x"),
        ("language", "xx"),
        ("allowed", "@name"),
        ("allowed", "telegram:@name"),
        ("admins", "telegram:1,12"),
        ("admins", "telegram:１２"),
        ("devices", "cuda:٣"),
        ("devices", "cuda:00"),
        ("memory_budget_gb", "1e300"),
        ("telegram_api_url", "127.0.0.1:8081"),
        ("telegram_api_url", "http://"),
        ("discord_api_url", "not a url"),
        ("web_names", "http://paint.example.org"),
        ("web_names", "paint.example.org,*"),
        ("web_host", "*"),
        ("web_host", "http://127.0.0.1"),
        ("web_host", "localhost:80"),
        ("web_host", " "),
        ("translation_device", "tpu"),
        ("translation_device", "cuda:x"),
        ("data_dir", "~nobody-of-that-name/lukis"),
    ],
)
def test_a_bad_setting_is_named(name: str, value: str) -> None:
    with pytest.raises(BadSetting, match=f"^{name.upper()}: "):
        Settings.read(env_file=None, **{name: value})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("devices", "cuda,cuda:1,cpu,mps"),
        ("language", "pt-BR"),
        ("allowed", "telegram:-100123,discord:45,web:a-b_c"),
        ("translation_device", "cuda:1"),
        ("web_host", "::1"),
        ("web_host", "fe80::1%eth0"),
        ("web_host", "my-machine.local"),
    ],
)
def test_a_good_one_is_taken(name: str, value: str) -> None:
    Settings.read(None, access="allowlist", **{name: value})


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_bytes("LANGUAGE=id # não".encode("latin-1"))
    with pytest.raises(BadSetting, match=r"\.env: it is not UTF-8 text"):
        Settings.read(file)
    for encoding in ("utf-16", "utf-16-le"):
        file.write_bytes("LANGUAGE=id".encode(encoding))
        with pytest.raises(BadSetting, match="UTF-8"):
            Settings.read(file)


def folder(place: Path) -> None:
    place.mkdir()


def dangling_link(place: Path) -> None:
    place.symlink_to("nowhere")


def link_to_itself(place: Path) -> None:
    place.symlink_to(place)


def link_to_a_folder(place: Path) -> None:
    place.symlink_to(place.parent)


@pytest.mark.parametrize("make", [folder, dangling_link, link_to_itself, link_to_a_folder, os.mkfifo])
def test_what_is_no_file_in_its_place_is_named(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / ".env")
    with pytest.raises(BadSetting, match=r"\.env: it is no file"):
        Settings.read(tmp_path / ".env")


def test_no_file_and_a_link_to_one_are_fine(tmp_path: Path) -> None:
    assert Settings.read(tmp_path / ".env") == Settings.read(None)
    (tmp_path / "mine").write_text("WEB_PORT=8")
    (tmp_path / ".env").symlink_to("mine")
    assert Settings.read(tmp_path / ".env").web.port == 8


def test_a_folder_at_home_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    settings = Settings.read(None, data_dir="~/lukis", models_dir="~/models")
    assert (settings.data_dir, settings.models.folder) == (tmp_path / "lukis", tmp_path / "models")


@pytest.mark.parametrize(
    ("host", "page"),
    [
        ("0.0.0.0", "http://127.0.0.1:8017/"),
        ("::", "http://[::1]:8017/"),
        ("::1", "http://[::1]:8017/"),
        ("localhost", "http://localhost:8017/"),
    ],
)
def test_the_greeting_names_an_address_that_a_browser_takes(host: str, page: str) -> None:
    assert page in greeting(Settings.read(None, web_host=host), Locales.load().say("en"))


@pytest.mark.parametrize("line", ['ACCESS="allowlist', "ACCESS='allowlist", 'MODEL="a" b'])
def test_a_line_that_can_not_be_read_is_named_and_not_left_out(tmp_path: Path, line: str) -> None:
    file = tmp_path / ".env"
    file.write_text(f"LANGUAGE=id\n{line}\nWEB=false\n")
    with pytest.raises(BadSetting, match=r"\.env: line 2 can't be read"):
        Settings.read(file)


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("ACESS=allowlist", "ACCESS"),
        ("ALLOW=telegram:1", "ALLOWED"),
        ("admin=telegram:1", "ADMINS"),
        ("TELEGRAM_BOT_TOKEN=12:ab", "TELEGRAM_TOKEN"),
        ("MODEL_DIR=mine", "MODELS_DIR"),
    ],
)
def test_a_misspelt_name_in_the_file_is_named(tmp_path: Path, line: str, meant: str) -> None:
    file = tmp_path / ".env"
    file.write_text(f"LANGUAGE=id\n{line}\n")
    name = line.partition("=")[0]
    with pytest.raises(BadSetting, match=rf"\.env: there is no setting {name}; did you mean {meant}\?"):
        Settings.read(file)


def test_names_of_other_programs_are_nobody_s_mistake(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / ".env"
    file.write_text("PORT=1\nHOST=a\nHTTP_PROXY=b\nCOMPOSE_PROJECT_NAME=c\nHF_HOME=d\nPATH=/bin\nTOKEN=e\n")
    monkeypatch.setenv("MODELS", "anybody's")
    assert Settings.read(file) == Settings()


def test_a_cluster_has_as_many_devices_at_most_as_at_least_or_more() -> None:
    cluster = Settings.read(None, cluster_least=2, cluster_most=2).cluster
    assert (cluster.least, cluster.most) == (2, 2)
    for given in ({"cluster_most": 1}, {}):
        with pytest.raises(BadSetting, match=r"^CLUSTER_LEAST: 2 is more than CLUSTER_MOST, which is [01]"):
            Settings.read(None, cluster_least=2, **given)


@pytest.mark.parametrize("access", ["open", "allowlist"])
def test_who_is_allowed_is_said_together_with_whether_that_counts(access: str) -> None:
    with pytest.raises(BadSetting, match=r"^ACCESS: ALLOWED alone keeps nobody out; write ACCESS=allowlist"):
        Settings.read(None, allowed="telegram:1")
    assert Settings.read(None, allowed="telegram:1", access=access).access.who == access


@pytest.mark.parametrize(
    "text", ["\ufeffWEB_PORT=8", "WEB_PORT=8\r\n", 'export WEB_PORT = "8" # mine', "WEB_PORT=7\nWEB_PORT=8"]
)
def test_a_file_as_people_write_it(tmp_path: Path, text: str) -> None:
    file = tmp_path / ".env"
    file.write_bytes(text.encode())
    assert Settings.read(file).web.port == 8


def test_a_models_folder_that_is_a_file_is_named(tmp_path: Path) -> None:
    file = tmp_path / "model.safetensors"
    file.touch()
    with pytest.raises(BadSetting, match=r"^MODELS_DIR: "):
        starting_engine(Settings.read(None, models_dir=file))


@pytest.mark.parametrize("host", ["bad host", "a..b", "a" * 70 + ".de"])
async def test_a_host_that_is_no_address_is_named(tmp_path: Path, host: str) -> None:
    async with assemble(Settings.read(None, data_dir=tmp_path), engine=FakeEngine(), platforms=[]) as lukis:
        with pytest.raises(BadSetting, match=r"^WEB_HOST: "):
            await WebPlatform(host, 0).run(lukis.service)


@pytest.mark.parametrize("model", ["nosuch", "../starter", "Starter 2"])
def test_a_model_that_is_not_there_is_named(tmp_path: Path, model: str) -> None:
    with pytest.raises(BadSetting, match=r"MODEL: there is no .* There are: starter, starter-edit\."):
        starting_engine(Settings.read(None, models_dir=tmp_path, model=model))


def test_a_model_that_is_broken_is_named_with_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "mine.safetensors").write_bytes(b"no header")
    (tmp_path / "old.ckpt").write_bytes(b"")
    for model, why in (("mine", "mine” can't be used: .+"), ("old", "old” can't be used: it is a pickle")):
        with pytest.raises(BadSetting, match=rf"^MODEL: “{why}"):
            starting_engine(Settings.read(None, models_dir=tmp_path, model=model))


@pytest.mark.parametrize("model", ["starter", "org/name", None])
def test_a_model_that_is_there_or_will_be_is_taken(tmp_path: Path, model: str | None) -> None:
    assert (
        starting_engine(Settings.read(None, models_dir=tmp_path, model=model)).models()[0].name == "starter"
    )


@pytest.mark.parametrize("devices", ["cuda:77", "cpu,xpu:77", "cuda:0,cuda:77"])
async def test_a_device_that_is_not_there_is_named_and_what_waits_stays(tmp_path: Path, devices: str) -> None:
    platform = FakePlatform()
    async with open_store(tmp_path) as store:
        await ask(store, "fox", platform=platform.name)
    with pytest.raises(BadSetting, match=r"^DEVICES: there is no (cuda|xpu):\d+ .* there are: .*cpu"):
        async with assemble(Settings.read(None, data_dir=tmp_path, devices=devices), platforms=[platform]):
            pass
    async with open_store(tmp_path) as store:
        assert [job.id for job in await store.jobs.unfinished([platform.name])] == ["fox"]


async def test_a_data_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    with pytest.raises(BadSetting, match=r"^DATA_DIR: "):
        async with assemble(Settings.read(env_file=None, data_dir=tmp_path / "data"), platforms=[]):
            pass


def test_two_programs_do_not_share_a_data_folder(tmp_path: Path) -> None:
    with only_one(tmp_path), pytest.raises(InUse, match="another Lukis"), only_one(tmp_path):
        pass
    with only_one(tmp_path):
        pass


async def test_nothing_to_run_is_said() -> None:
    with pytest.raises(BadSetting, match=r"^WEB: "):
        async with assemble(Settings.read(env_file=None, web=False)):
            pass


def test_no_token_reaches_the_log() -> None:
    record = logging.LogRecord("x", logging.INFO, "", 1, "POST /bot%s/getMe", ("12:ab",), None)
    assert Redacted(["12:ab"]).format(record).endswith("POST /bot<secret>/getMe")


def test_telegram_sends_only_where_it_would() -> None:
    def hook(address: str, **more: str) -> str | None:
        token = {"telegram_token": "12:ab"}
        return Settings.read(
            env_file=None, telegram_webhook_url=address, **token, **more
        ).telegram.webhook_url

    for fine in ("https://a.example/telegram", "https://a.example:8443/"):
        assert hook(fine) == fine
    own = {"telegram_api_url": "http://127.0.0.1:8081"}
    assert hook("http://127.0.0.1:9999/", **own) == "http://127.0.0.1:9999/"
    for wrong in ("http://a.example/telegram", "https://a.example:9999/", "https://a.example:x/"):
        with pytest.raises(
            BadSetting, match="TELEGRAM_WEBHOOK_URL: it must begin with https:// and have port 443"
        ):
            hook(wrong)
    with pytest.raises(BadSetting, match="TELEGRAM_WEBHOOK_URL: it must not hold the token") as told:
        hook("https://a.example/12:ab")
    assert "12:ab" not in str(told.value)
