"""Numbers said in words and in several tokens: "one and a half", "half a dozen", "2 to 3", "a cup and a half".

Tokens that make up one number become one; a range becomes its middle and asks.
"""

from dataclasses import replace
from typing import Final

from tracker.reading.numerals import Token
from tracker.reading.units import UNITS

_COUNTS: Final = {
    **{
        word: float(value)
        for value, word in enumerate(
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
            " eighteen nineteen".split(),
            start=1,
        )
    },
    **{
        word: 10.0 * value
        for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
    },
}
_PARTS: Final = {"half": 0.5, "halves": 0.5, "third": 1 / 3, "thirds": 1 / 3, "quarter": 0.25, "quarters": 0.25}
_SETS: Final = {"dozen": 12.0, "dozens": 12.0, "couple": 2.0, "pair": 2.0, "hundred": 100.0}
_ARTICLES: Final = ("a", "an")
# Behind these an "a" is a number: "I just had an apple".
_BEFORE_ARTICLE: Final = frozenset(
    "and with plus about just only also then had have having ate eat eaten drank drink drunk took take but"
    " except".split()
)
# Behind these a "half" is part of a name: "half fat cheese", "half and half".
_NOT_HALVED: Final = ("fat", "and", "&", "skimmed", "pounder", "-", "")


def _phrases() -> dict[tuple[str, ...], float]:
    """Return the value of each number said in up to three words."""
    phrases: dict[tuple[str, ...], float] = {(word,): value for word, value in _COUNTS.items()}
    for word, value in _COUNTS.items():
        phrases |= {(word, group): value * _SETS[group] for group in ("dozen", "hundred")}
        phrases |= {(word, part): value * _PARTS[part] for part in ("thirds", "quarters")}
        if value >= 20:
            phrases |= {(f"{word}-{unit}",): value + one for unit, one in _COUNTS.items() if one < 10}
    phrases |= {("a", group): value for group, value in _SETS.items()} | {
        (group,): _SETS[group] for group in ("dozen", "couple")
    }
    phrases |= {("a", part): _PARTS[part] for part in ("half", "quarter", "third")} | {
        ("half",): 0.5,
        ("quarter",): 0.25,
    }
    return (
        phrases
        | {("three-quarters",): 0.75}
        | dict.fromkeys((("half", "a", "dozen"), ("a", "half", "dozen"), ("half", "dozen")), 6.0)
    )


_PHRASES: Final = _phrases()


def join_numbers(tokens: list[Token]) -> list[Token]:
    """Replace number words and numbers that belong together ("one and a half", "2-3", "half a dozen") by one token."""
    joined: list[Token] = []
    place = 0
    while place < len(tokens):
        end, token = _number_at(tokens, place, joined)
        joined.append(token)
        place = end
    return _with_halves(joined)


def _number_at(tokens: list[Token], place: int, before: list[Token]) -> tuple[int, Token]:
    """Return the token at `place`, joined with what belongs to it, and the place after it."""
    end, value, token = _simple_number(tokens, place, before)
    if value is None:
        return place + 1, tokens[place]
    end, value = _with_part(tokens, end, value)
    alone = end == place + 1
    joined = replace(
        token,
        kind="number",
        text=" ".join(part.text for part in tokens[place:end]),
        end=tokens[end - 1].end,
        value=value,
        other=token.other if alone else None,
        article=token.article and alone,
    )
    if _is_minus(tokens, place):
        before.pop()
        joined = replace(joined, value=-value, start=tokens[place - 1].start, text=f"-{joined.text}")
    return _with_range(tokens, end, joined, before)


def _is_minus(tokens: list[Token], place: int) -> bool:
    """Whether a minus touches the number and nothing touches the minus ("-30 g", not "8-oz" or "a - 3")."""
    if place == 0 or tokens[place - 1].text != "-" or tokens[place - 1].end != tokens[place].start:
        return False
    return place == 1 or tokens[place - 2].end < tokens[place - 1].start or tokens[place - 2].kind == "mark"


def _simple_number(tokens: list[Token], place: int, before: list[Token]) -> tuple[int, float | None, Token]:
    """Return end, value and first token of the simplest number at `place`; the value is None when there is none."""
    token = tokens[place]
    if token.is_number:
        return *_scaled(tokens, place + 1, token.value), token
    if token.kind != "word":
        return place + 1, None, token
    for length in (3, 2, 1):
        texts = tuple(part.text for part in tokens[place : place + length])
        value = _PHRASES.get(texts) if len(texts) == length else None
        if value is not None and not _is_name(tokens, place, length):
            end = place + length
            return _of_a(tokens, end) if value < 1 else _of(tokens, end) if texts[-1] in _SETS else end, value, token
    if token.text in _ARTICLES and place + 1 < len(tokens) and _starts_part(before):
        return place + 1, 1.0, replace(token, article=True)
    return place + 1, None, token


def _is_name(tokens: list[Token], place: int, length: int) -> bool:
    """Whether "half" or "quarter" here belongs to what is named."""
    last, following = tokens[place + length - 1].text, _text(tokens, place + length)
    if last == "half":
        return following in _NOT_HALVED
    return last == "quarter" and length == 1 and following not in ("of", *_ARTICLES, *UNITS)


def _scaled(tokens: list[Token], place: int, value: float) -> tuple[int, float]:
    """Return the place after a number in figures and its value, with "dozen" or "quarters" behind it."""
    word = _text(tokens, place)
    if word in ("dozen", "dozens", "hundred"):
        return place + 1, value * _SETS[word]
    if word in ("thirds", "quarters"):
        return _of_a(tokens, place + 1), value * _PARTS[word]
    return (_of_a(tokens, place) if 0 < value < 1 else place), value


def _starts_part(before: list[Token]) -> bool:
    return not before or before[-1].kind == "mark" or before[-1].text in _BEFORE_ARTICLE


def _text(tokens: list[Token], place: int) -> str:
    return tokens[place].text if place < len(tokens) else ""


def _of(tokens: list[Token], place: int) -> int:
    return place + 1 if _text(tokens, place) == "of" else place


def _of_a(tokens: list[Token], place: int) -> int:
    """Return the place after "of", "a", "of a", "of an", "of the" where a part of one thing is named ("half of an")."""
    place = _of(tokens, place)
    return place + 1 if _text(tokens, place) in (*_ARTICLES, "the") else place


def _with_part(tokens: list[Token], place: int, value: float) -> tuple[int, float]:
    """Add what follows a whole number ("and a half", "and 1/2", "hundred and fifty"); return the place after it."""
    if value < 1 or value != int(value):
        return place, value
    after = place + 1 if _text(tokens, place) in ("and", "&") else place
    if after < len(tokens) and tokens[after].is_number and 0 < tokens[after].value < 1 and "/" in tokens[after].text:
        return after + 1, value + tokens[after].value
    if after == place:
        return place, value
    if _text(tokens, after) == "half" and _text(tokens, after + 1) in UNITS:  # "two and half cups"
        return after + 1, value + 0.5
    article = after + 1 if _text(tokens, after) == "a" else after
    if article > after and _text(tokens, article) in ("half", "quarter", "third"):
        return _of(tokens, article + 1), value + _PARTS[tokens[article].text]
    if place > 0 and tokens[place - 1].text == "hundred" and _text(tokens, after) in _COUNTS:
        return after + 1, value + _COUNTS[tokens[after].text]
    return place, value


def _with_range(tokens: list[Token], place: int, token: Token, before: list[Token]) -> tuple[int, Token]:
    """Join "2-3", "2 to 3", "2 or 3" and "between 2 and 3" into one number in the middle that asks."""
    link = _text(tokens, place)
    between = bool(before) and before[-1].text == "between" and link == "and"
    if token.article or not (link in ("-", "to", "or", "~") or between) or place + 1 >= len(tokens):
        return place, token
    if not tokens[place + 1].is_number and tokens[place + 1].text not in _COUNTS:
        return place, token
    end, value, _ = _simple_number(tokens, place + 1, [])
    if value is None or value <= 0:
        return place, token
    end, value = _with_part(tokens, end, value)
    start = before.pop().start if between else token.start
    middle = (token.value + value) / 2
    return end, replace(
        token,
        text=f"{token.text}{'-' if link == '-' else f' {link} '}{tokens[end - 1].text}",
        start=start,
        end=tokens[end - 1].end,
        value=middle,
        other=None,
        note=f"How much exactly: {token.value:g} or {value:g}?",
    )


def _with_halves(tokens: list[Token]) -> list[Token]:
    """Make "a cup and a half" one and a half cups."""
    joined: list[Token] = []
    for token in tokens:
        if (
            len(joined) > 1
            and joined[-1].text == "and"
            and joined[-2].text in UNITS
            and (len(joined) == 2 or joined[-3].value == 1 or joined[-3].kind == "mark")
            and token.text in ("a half", "a half of", "half")
            and token.is_number
        ):
            unit = joined[-2]
            counted = len(joined) > 2 and joined[-3].value == 1
            whole = joined[-3] if counted else replace(token, start=unit.start, end=unit.start)
            joined[-3 if counted else -2 :] = [replace(whole, value=1 + token.value, article=False), unit]
        else:
            joined.append(token)
    return joined
