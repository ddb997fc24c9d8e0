"""The Bot API server itself, driven by aiogram's own client: if both agree, it is not only right to us."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramBadRequest,
    TelegramConflictError,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.methods import SendMessage
from aiogram.types import (
    BotCommand,
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    ReplyParameters,
)

from tests.patience import PATIENCE
from tests.wire.telegram import Broken, Drop, TelegramServer, TooMany
from tests.wire.telegram_check import Violation
from tests.wire.telegram_people import painting

KEYBOARD = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Go", callback_data="go:1")]])


def client(telegram: TelegramServer, token: str = "") -> Bot:
    return Bot(token or telegram.token, AiohttpSession(api=TelegramAPIServer.from_base(telegram.url)))


@pytest.fixture
async def bot(telegram: TelegramServer) -> AsyncIterator[Bot]:
    async with client(telegram) as bot:
        yield bot


async def test_messages_go_both_ways(telegram: TelegramServer, bot: Bot) -> None:
    alice = telegram.person("Alice", "ko")
    assert (await bot.get_me()).username == "LukisBot"
    sent = await alice.send("/그려줘 고양이")
    (update,) = await bot.get_updates(timeout=50)
    assert update.message is not None
    assert update.message.from_user is not None
    assert (update.message.text, update.message.from_user.language_code) == ("/그려줘 고양이", "ko")
    assert await bot.get_updates(offset=update.update_id + 1) == []
    answer = await bot.send_message(
        alice.id, "hello", reply_parameters=ReplyParameters(message_id=sent.id), reply_markup=KEYBOARD
    )
    seen = await alice.expect_text("hello")
    assert (seen.id, seen.replies_to, seen.buttons) == (answer.message_id, sent.id, {"Go": "go:1"})


async def test_photos_documents_and_albums(telegram: TelegramServer, bot: Bot) -> None:
    alice = telegram.person("Alice")
    photo = BufferedInputFile(painting("red", (1600, 900)), "a.png")
    one = await bot.send_photo(alice.id, photo, caption="one")
    assert [p.width for p in one.photo or []] == [90, 320, 800, 1280]
    assert (await alice.expect_photo()).image().getpixel((5, 5)) == pytest.approx((254, 0, 0), abs=3)
    two = await bot.send_media_group(alice.id, [InputMediaPhoto(media=photo), InputMediaPhoto(media=photo)])
    assert len({m.media_group_id for m in two}) == 1
    file = await bot.send_document(alice.id, photo)
    assert file.document is not None
    assert file.document.file_name == "a.png"
    downloaded = await bot.download(file.document)
    assert downloaded is not None
    assert downloaded.read() == photo.data


async def test_changes_and_presses(telegram: TelegramServer, bot: Bot) -> None:
    alice = telegram.person("Alice")
    sent = await bot.send_message(alice.id, "one", reply_markup=KEYBOARD)
    message = await alice.expect_text("one")
    pressing = asyncio.create_task(alice.press(message, "Go"))
    (update,) = await bot.get_updates(timeout=50)
    assert update.callback_query is not None
    assert update.callback_query.data == "go:1"
    await bot.answer_callback_query(update.callback_query.id, text="gone")
    assert await pressing == "gone"
    await bot.edit_message_text("two", chat_id=alice.id, message_id=sent.message_id)
    assert (message.texts, message.buttons) == (["one", "two"], {})
    with pytest.raises(TelegramBadRequest, match="message is not modified"):
        await bot.edit_message_text("two", chat_id=alice.id, message_id=sent.message_id)
    picture = InputMediaPhoto(media=BufferedInputFile(painting(), "a.png"), caption="three")
    await bot.edit_message_media(picture, chat_id=alice.id, message_id=sent.message_id)
    assert message.is_photo
    with pytest.raises(TelegramBadRequest, match="no text in the message"):
        await bot.edit_message_text("four", chat_id=alice.id, message_id=sent.message_id)
    await bot.delete_message(alice.id, sent.message_id)
    assert message.deleted
    with pytest.raises(TelegramBadRequest, match="message to edit not found"):
        await bot.edit_message_caption(chat_id=alice.id, message_id=sent.message_id, caption="x")


@pytest.mark.parametrize(
    ("words", "refused"),
    [
        (" ", "text is empty"),
        ("x" * 4097, "too long"),
        ("🦊" * 2049, "too long"),
    ],
)
async def test_what_telegram_refuses_is_refused(
    telegram: TelegramServer, bot: Bot, words: str, refused: str
) -> None:
    alice = telegram.person("Alice")
    with pytest.raises(TelegramBadRequest, match=refused):
        await bot.send_message(alice.id, words)


async def test_chats_that_refuse(telegram: TelegramServer, bot: Bot) -> None:
    alice = telegram.person("Alice")
    alice.block()
    with pytest.raises(TelegramForbiddenError, match="blocked"):
        await bot.send_message(alice.id, "hello")
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        await bot.send_message(99, "hello")
    group = telegram.group("Painters", alice, kind="group")
    new = await group.become_supergroup()
    with pytest.raises(TelegramMigrateToChat) as moved:
        await bot.send_message(group.id, "hello")
    assert moved.value.migrate_to_chat_id == new.id


async def test_faults_are_those_that_were_asked_for(telegram: TelegramServer, bot: Bot) -> None:
    alice = telegram.person("Alice")
    telegram.fail("sendMessage", TooMany(7))
    with pytest.raises(TelegramRetryAfter) as told:
        await bot.send_message(alice.id, "hello")
    assert told.value.retry_after == 7
    telegram.fail("sendMessage", Drop(after=True))
    with pytest.raises(TelegramNetworkError):
        await bot.send_message(alice.id, "hello")
    assert len(alice.chat.log) == 1, "it arrived, but nobody knows"
    telegram.fail("*", Broken(502), times=2)
    for _ in range(2):
        with pytest.raises(ClientDecodeError, match="Bad Gateway"):
            await bot.get_me()
    assert (await bot.get_me()).id == 4242


async def test_two_pollers_are_in_conflict(telegram: TelegramServer, bot: Bot) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=50))
    await telegram.world.until(lambda: telegram._poll, PATIENCE)
    async with client(telegram) as other:
        second = asyncio.create_task(other.get_updates(timeout=1))
        with pytest.raises(TelegramConflictError):
            await first
        assert await second == []


async def test_a_wrong_token_is_refused(telegram: TelegramServer) -> None:
    async with client(telegram, "4242:AAE-some_other_token_some_other_token") as stranger:
        with pytest.raises(TelegramUnauthorizedError):
            await stranger.get_me()


async def test_menus_need_names_that_telegram_takes(telegram: TelegramServer, bot: Bot) -> None:
    await bot.set_my_commands([BotCommand(command="imagine", description="Draw")], language_code="ko")
    assert telegram.world.commands["ko"][0]["command"] == "imagine"
    with pytest.raises(TelegramBadRequest):
        await bot.set_my_commands([BotCommand(command="그려줘", description="Draw")])


async def test_what_the_bot_api_does_not_have_fails_the_test() -> None:
    async def send_nonsense() -> None:
        async with TelegramServer() as telegram, client(telegram) as bot:
            with pytest.raises(TelegramBadRequest):
                await bot(SendMessage(chat_id=telegram.person("Alice").id, text="hello", colour="red"))

    with pytest.raises(Violation, match="colour"):
        await send_nonsense()
