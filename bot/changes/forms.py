"""The forms in which people ask for a change, as patterns over what a picture shows."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.changes.clauses import MAKE, REMOVE
from bot.changes.kinds import of_kind

FRAGMENTS = {
    "make": MAKE,
    "remove": REMOVE,
    "all": r"(?:everything|all(?: of (?:it|them|this))?|them|these|those|they|both(?: of them)?)",
    "it": r"(?:it|him|her(?! \w+ \w)|he|she|this|that|"
    r"(?:the|this) (?:whole )?(?:picture|image|scene|photo|drawing|thing))",
    "aspect": r"(?:(?:the|an?|its|his|her|their) )?(?P<aspect>colou?rs?|background|backdrop|time(?: of (?:the )?day)?|"
    r"weather|season|style|place|location|setting|scene|number|size|material|mood)",
    "be": r"(?:(?:to )?(?:look|be|become|appear|seem|go|turn)s?(?: (?:more|like it is|like it's|as if it were))? )?",
    "into": r"(?:(?:in ?to|to|as|be|become) )?",
    "is": r"(?:is|are|was|were|would be|should be|must be|should|must|has to be|to be|can be)",
    "verb": rf"(?:(?:{'|'.join(sorted(of_kind('verb'), key=len, reverse=True))})s?\b|\w{{3,40}}ing\b)",
}
"""What patterns of wishes are made of; `known` and `noun` are what the picture shows."""

FORMS = (
    (
        r"(?:replace|swap|exchange|switch|substitute|change)(?: out)? (?P<x>.{1,80}?) (?:with|for|by) (?P<y>.{1,300})",
        "swap",
    ),
    (r"(?:instead of|in place of|rather than) (?P<both>.{1,300})", "instead"),
    (r"(?P<y>.{1,80}?),? (?:instead of|in place of|rather than) (?P<x>.{1,300})", "swap"),
    (r"not (?P<x>.{1,80}?)(?:,? but|,) (?:rather )?(?P<y>.{1,300})", "swap"),
    (r"(?:put|place|hang) (?P<x>(?:an?|some|two|three|\d+) .{1,300})", "add"),
    (r"(?:put|place) (?P<x>(?!<it>|<all>).{1,80}?) (?:on|onto) (?:<it>|them|<known>)", "add"),
    (r"take (?P<x>.{1,80}?) (?:away|off|out)", "remove"),
    (r"<remove> (?P<x>.{1,300})", "remove"),
    (r"(?:<make> )?the colou?r of (?P<of>.{1,80}?) (?:<is> |<into>)(?P<value>\S{1,40})", "make"),
    (r"(?:<make> )?<aspect> (?:<is> |with |<into>)(?P<value>.{1,300})", "aspect"),
    (r"give (?:it|him|her|them|<known>) (?P<x>.{1,300})", "add"),
    (r"have (?:it|him|her|them) (?P<value><verb>.{0,300})", "act"),
    (r"(?:add|include|insert|attach|append|plus|with|have(?! <it> \w)) (?P<x>.{1,300})", "add"),
    (r"dress (?:it|him|her|them|<known>) (?:up )?(?:in|with|as) (?P<x>.{1,300})", "dress"),
    (r"(?:put|place) (?P<of><it>) <known> (?P<value>(?:in|on|at|to|by|under) .{1,200})", "make"),
    (
        r"(?:move|put|place|bring|take|send|transfer|shift|set) (?:<it>|<all>|<known>) "
        r"(?:(?:in)?to |(?=(?:the|an?) ))(?P<x>.{1,300})",
        "move",
    ),
    (
        r"(?:move|put|place|bring|set) (?P<x>(?P<thing>(?:the|an?|some) .{1,80}?) (?:in|on|to|into|onto) .{1,200})",
        "bring",
    ),
    (r"<make> (?:<it> |<all> |them )?(?P<n>\w{1,40}) (?P<of><noun>)", "number"),
    (r"<make> the (?P<value>[\w-]{1,40}(?: and [\w-]{1,40})?) (?P<of><noun>)", "quality"),
    (r"<make> (?P<of>.{1,80}?)(?:'s)? colou?r (?:to |into )?(?P<value>\S{1,40})", "make"),
    (r"<make> (?:<it>|<all>|<known>) have (?P<x>.{1,300})", "add"),
    (r"(?:the <noun>|<it>) (?:has|have|should have) (?P<x>.{1,300})", "add"),
    (
        r"(?:change|turn|transform|convert|swap) (?P<of><known>|<it>) (?:in ?)?to (?P<value>.{1,300})",
        "become",
    ),
    (r"<make> (?P<of><known>) <be><into>(?P<value>.{1,300})", "make"),
    (r"<make> (?P<of><all>|<it>) <be><into>(?P<value>.{1,300})", "make"),
    (r"<make> (?P<of>(?:the|its|his|her|their) [\w-]{1,40}) <be><into>(?P<value>.{1,300})", "make"),
    (
        r"(?:change|turn|transform|convert|paint|make) (?P<of>[\w-]{1,40}) (?:in)?to (?P<value>.{1,300})",
        "make",
    ),
    (r"draw <it> (?P<value>.{1,300})", "bare"),
    (r"(?P<of><known>|<it>|<all>) <is> (?P<value>.{1,300})", "make"),
    (r"(?P<of>the <noun>) (?:now )?(?P<value>.{1,300})", "modify"),
    (r"<make> <be><into>(?P<value>.{1,300})", "bare"),
    (r"(?P<n>\w{1,40}) (?:of (?:them|it|those|these)|(?P<of><noun>))", "number"),
    (r"(?:(?:a lot |much |many |some )?more|less|fewer|lots of|a lot of) .{1,300}", "more"),
)
"""What is plainly asked for, and who reads it; the particular before the general."""

TWO = (
    r"(?P<x>[^,]{1,80}), (?P<y>.{1,300})",
    r"(?P<x><known>) (?P<y>.{1,300})",
    r"(?P<x>.{1,80}?) (?P<y>(?:an?|the|some|two|three) .{1,300})",
    r"(?P<x>\S{1,40}) (?P<y>\S{1,40})",
)
"""How two things stand one behind the other: "the fox, a cat", "the fox a cat"."""

ON = r"(?P<x>.{1,200}?) (?:on|onto|to|for|in|at|upon) (?:<it>|them|the sky|(?:its|his|her|their) \w{1,40}|<known>)"


@lru_cache(maxsize=256)
def compiled(form: str, noun: str) -> re.Pattern[str]:
    """A form as a pattern, over a picture that shows what `noun` matches."""
    known = rf"(?:[\w'-]{{1,40}} ){{0,3}}?(?:{noun})\b(?!-)"
    articles = r"(?:(?:the|its|his|her|their|that|this|an?|all(?: of)? the) )?"
    parts = {**FRAGMENTS, "noun": f"(?:{known})", "known": f"(?:{articles}{known})"}
    for name, part in parts.items():
        form = form.replace(f"<{name}>", part)
    return re.compile(form, re.IGNORECASE)
