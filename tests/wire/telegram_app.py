"""What Telegram tells a page that it opens, signed as it signs it."""

from __future__ import annotations

import hashlib
import hmac
import json
import time
from typing import Any
from urllib.parse import urlencode

from tests.wire.bot_api import check_webapp_signature

TOKEN = "4242:AAF-this_is_the_token_of_a_test_bot"


def init_data(user: Any, token: str = TOKEN, *, ago: float = 0, **more: str) -> str:
    """`initData` of a page that somebody opened so many seconds ago; aiogram's own check agrees."""
    fields = {
        "query_id": "AAHdF6IQAAAAAN0XohDhrOrc",
        "auth_date": str(int(time.time() - ago)),
        "signature": "c2lnbmF0dXJl",
        **({} if user is None else {"user": user if isinstance(user, str) else json.dumps(user)}),
        **more,
    }
    said = "\n".join(f"{name}={value}" for name, value in sorted(fields.items()))
    key = hmac.new(b"WebAppData", token.encode(), hashlib.sha256).digest()
    told = urlencode(fields | {"hash": hmac.new(key, said.encode(), hashlib.sha256).hexdigest()})
    assert check_webapp_signature(token, told)
    return told
