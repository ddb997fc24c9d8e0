"""What Telegram says of us and of the chats that we are let into."""

from __future__ import annotations

from telegram import Bot, ChatMemberBanned, ChatMemberLeft, ChatMemberRestricted
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.platforms.telegram.errors import is_bad_token, ours
from bot.platforms.telegram.poll import WRONG
from bot.platforms.telegram.webhook import look_at_hook
from bot.ports import BadToken, Unavailable
from bot.standing import Rights, Standing, Unheard

_RIGHTS = {
    "can_send_messages": "Send messages",
    "can_send_photos": "Send photos",
    "can_send_documents": "Send files",
}


async def standing(bot: Bot, chats: list[str], hooked: bool) -> Standing:
    """See `Looks.look`; the bot's token has the form of one, and updates are sent to us if `hooked`."""
    try:
        async with bot:
            rights = {chat: await _rights(bot, chat) for chat in chats}
            return Standing(f"@{bot.username}", rights, await _unheard(bot) if hooked else None)
    except TelegramError as error:
        if is_bad_token(error):
            raise BadToken(WRONG) from None  # its own words hold the token
        raise Unavailable(str(ours(error))) from None


async def _unheard(bot: Bot) -> Unheard | None:
    """What Telegram could not send; an error that is over is none."""
    told = await look_at_hook(bot)
    if not (told.pending_update_count and told.last_error_message):
        return None
    return Unheard(told.url, told.last_error_message[:200], told.pending_update_count)


async def _rights(bot: Bot, chat: str) -> Rights:
    """What we lack in a chat."""
    try:
        member = await bot.get_chat_member(int(chat), bot.id)
    except (BadRequest, Forbidden):
        return None
    if isinstance(member, ChatMemberLeft | ChatMemberBanned):
        return None
    if not isinstance(member, ChatMemberRestricted):
        return ()
    return tuple(words for right, words in _RIGHTS.items() if not getattr(member, right))
