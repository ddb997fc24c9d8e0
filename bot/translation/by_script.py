"""Which language letters other than Latin are in.

Most scripts are one language's. Where several share one, each letter that a language doesn't have speaks against it,
each word that its dictionary has for it; statistics of letters and what is commonest decide between equals.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from bot.translation.glossary.forms import normaliser
from bot.translation.text import script, scripts
from bot.translation.vocabulary import vocabulary

_BY_SCRIPT = {
    "Hangul": "ko",
    "Kana": "ja",
    "Han": "zh",
    "Arabic": "ar",
    "Devanagari": "hi",
    "Cyrillic": "ru",
    "Greek": "el",
    "Hebrew": "he", "Thai": "th", "Bengali": "bn", "Tamil": "ta", "Telugu": "te", "Kannada": "kn",
    "Malayalam": "ml", "Gujarati": "gu", "Gurmukhi": "pa", "Armenian": "hy", "Georgian": "ka", "Khmer": "km",
    "Lao": "lo", "Myanmar": "my", "Sinhala": "si", "Ethiopic": "am", "Tibetan": "bo", "Mongolian": "mn",
}  # fmt: skip
_RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
_ARABIC = "ابتثجحخدذرزسشصضطظعغفقلمنهوءآؤئ"
_NAGARI = "".join(chr(c) for c in range(0x0904, 0x093A) if c not in (0x0929, 0x0931, 0x0933, 0x0934))
_SHARED: dict[str, dict[str, str]] = {
    "Arabic": {
        "ar": _ARABIC + "أإةىكي", "fa": _ARABIC + "أپچژگکی", "ur": _ARABIC + "پچژگکیٹڈڑںےہھۂۓ",
        "ps": _ARABIC + "أپچژګگکیيېۍټډړښږڼځڅۀ", "ckb": "ابتجحخدرزسشعغفقلمنهوئپچژگکیێۆڕڵڤەھ",
        "ug": "ابتجخدرزسشغفقلمنوئپچژگكىيېۆۇۈۋەڭھ", "sd": _ARABIC + "پچگکيڀٻٺٽٿڄڃڇڏڌڊڍڙڦڳڱڻھ",
    },
    "Cyrillic": {
        "ru": _RUSSIAN, "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя", "bg": "абвгдежзийклмнопрстуфхцчшщъьюя",
        "sr": "абвгдђежзијклљмнњопрстћуфхцчџш", "mk": "абвгдѓежзѕијклљмнњопрстќуфхцчџш",
        "be": "абвгдеёжзійклмнопрстуўфхцчшыьэюя", "kk": _RUSSIAN + "әғқңөұүһі", "ky": _RUSSIAN + "ңөү",
        "tg": "абвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷшъэюя", "mn": _RUSSIAN + "өү", "tt": _RUSSIAN + "әөүҗңһ",
        "ba": _RUSSIAN + "ғҙҡңөҫүһә",
    },
    "Devanagari": {"hi": _NAGARI, "mr": _NAGARI + "ळऱ", "ne": _NAGARI},
    "Han": {"zh": "", "ja": "", "yue": ""},
    "Hebrew": {"he": "", "yi": ""},
    "Bengali": {"bn": "", "as": ""},
}  # fmt: skip
"""Languages of a script, the commonest first, with the letters that each writes; none where that tells nothing."""
_SMALL = {
    "ar": "في على من مع إلى تحت فوق أمام خلف بين هذا هذه التي الذي كل بجانب داخل",
    "fa": "در از با به و که را روی یک زیر است می این آن بر کنار بالای پشت",
    "ur": "میں کی کا کے ہے اور پر سے ایک ہیں کو نے تھا رہی رہا نیچے پاس ساتھ",
    "ps": "په د کې او یو یوه سره باندې لاندې دی ده چې",
    "ckb": "لە و بە لەسەر لەگەڵ ئەم یەک",
    "ug": "ۋە بىر بىلەن ئۈستىدە ئاستىدا",
    "sd": "۾ جي جو جا تي ۽ سان هڪ آهي",
    "ru": "в на с и под из у над за по возле со во от для",
    "uk": "у в на з і та під із над біля за до зі для що",
    "bg": "в на с и под от до със над край във по през",
    "sr": "у на са и под од изнад поред за је испод крај који која",
    "mk": "во на со и под од над до покрај кој која е", "be": "у на з і пад каля над за са да",
    "kk": "мен және бар бір үстінде астында жанында", "ky": "менен жана бир үстүндө астында жанында",
    "tg": "дар бо ва аз як дар зери болои",
    "mn": "дээр ба дотор нэг доор болон байгаа",
    "tt": "һәм белән бер өстендә астында",
    "ba": "һәм менән бер өҫтөндә аҫтында",
    "hi": "और में का की के है पर से एक हैं को ने नीचे पास साथ ऊपर रहा रही हुए हुआ वाला वाली",
    "mr": "आणि मध्ये चा ची चे आहे वर एक आहेत खाली जवळ सोबत असलेला असलेली व हा ही ते",
    "ne": "र मा को का की छ छन् एउटा माथि मुनि सँग गर्दै भएको लाई रहेको रहेकी",
}  # fmt: skip
"""Small words, between the others of any prompt."""
_ENDINGS = {
    "mr": ("ात", "ावर", "च्या", "लेला", "लेली", "लेले", "णारा", "णारी", "ुने", "ारी"),
    "ne": ("मा", "को", "लाई", "ेकी", "नो", "लो", "तो", "ढो"),
    "be": ("ны", "езе", "аўка"),
    "kk": ("дағы", "дегі", "тағы", "тегі"),
}
"""Endings that other languages of the script seldom have."""
_LONG = 5  # letters of a word whose ending tells something
_ONLY = {"yue": "嘅喺咗啲冇唔佢哋嚟", "as": "ৰৱ", "yi": "װױײ"}
"""Letters that no other language of a script has."""
_COMMON = {"ar": 0.4, "ru": 0.4, "hi": 0.4, "fa": 0.2, "uk": 0.25, "sr": 0.3, "bg": 0.15, "kk": 0.1}
"""What is likelier before a word is read."""
_STRANGER, _HINT, _STATISTICS, _ENDING = 2.0, 1.5, 1.5, 0.5
_DENSE = ("Han", "Kana", "Hangul")  # one letter can be a word
Ranks = Callable[[Sequence[str], str], Mapping[str, float]]
"""How likely each of some languages is by statistics of a text's letters."""


def load() -> None:
    """Reads the words of languages that share a script."""
    for languages in _SHARED.values():
        for language in languages:
            vocabulary(language)


def other_letters(part: str) -> Counter[str]:
    """Letters of other scripts than Latin; not single ones, as in "a Δ shaped ship", where Latin words stand too."""
    counted = scripts(part)
    if counted["Latin"]:
        counted = sum((scripts(w) for w in part.split() if _is_word(w)), Counter[str]())
    return Counter({name: n for name, n in counted.items() if name not in ("Latin", "Other")})


def is_shared(letters: Counter[str]) -> bool:
    """Whether the commonest script of these is several languages'."""
    return letters.most_common(1)[0][0] in _SHARED


def language_of(letters: Counter[str], text: str, hint: str | None, ranks: Ranks) -> str:
    """The language of a text in these letters.

    Args:
        hint: the person's language.
        ranks: statistics of letters.
    """
    if letters["Kana"]:
        return "ja"
    name = letters.most_common(1)[0][0]
    shared = _SHARED.get(name)
    if not shared:
        return _BY_SCRIPT.get(name, "und")
    for language, own in _ONLY.items():
        if language in shared and any(c in text for c in own):
            return language
    if not next(iter(shared.values())):
        return hint if hint in shared else next(iter(shared))
    likely = ranks(list(shared), text)
    scores = {language: _score(text, language, alphabet, likely) for language, alphabet in shared.items()}
    if hint in scores:
        scores[hint] += _HINT
    return max(scores, key=lambda language: scores[language])


def _score(text: str, language: str, alphabet: str, likely: Mapping[str, float]) -> float:
    composed = unicodedata.normalize("NFC", text.lower())
    strangers = {c for c in composed if unicodedata.category(c) == "Lo" or c.isalpha()} - set(alphabet)
    strange = sum(script(c) in ("Arabic", "Cyrillic", "Devanagari") for c in strangers)
    words = normaliser(language)(composed).split()
    small = _SMALL.get(language, "").split()
    known = sum(word in vocabulary(language) or word in small for word in words)
    ended = sum(w.endswith(_ENDINGS.get(language, ())) for w in words if len(w) >= _LONG)
    likely_so = _COMMON.get(language, 0.0) + _STATISTICS * likely.get(language, 0.0)
    return known + _ENDING * ended + likely_so - _STRANGER * strange


def _is_word(text: str) -> bool:
    letters = [c for c in text if script(c) not in ("Latin", "Other")]
    return len(letters) > 2 or any(script(c) in _DENSE for c in letters)
