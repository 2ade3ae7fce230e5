"""Tokens of a line, and the value of a number as it is written: "1 1/2", "1,000", "1 000", "1.234,5".

What stays open (a sign that is thousands or decimal) is kept in the token for whoever weighs it.
"""

import re
from dataclasses import dataclass, replace
from typing import Final, Literal

# In the order in which they are tried at one place of a text.
NUMBER: Final = re.compile(
    r"(?P<mixed>\d{1,4}(?: +|-)\d{1,2} ?/ ?\d{1,2}(?![\d/.,]))"
    r"|(?P<fraction>\d{1,4} ?/ ?\d{1,4}(?![\d/]))"
    r"|(?P<spaced>[1-9]\d{0,2}(?: \d{3})+(?![\d.,/]\d|\d))"
    r"|(?P<plain>\d+(?:[.,']\d+)*|\.\d+)",
    re.ASCII,
)
_COMMA_THOUSANDS: Final = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+", re.ASCII)
_DOT_THOUSANDS: Final = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+", re.ASCII)
_APOSTROPHE_THOUSANDS: Final = re.compile(r"[1-9]\d{0,2}(?:'\d{3})+", re.ASCII)
# Denominators of kitchen fractions; "80/20" is a kind of mince.
_DENOMINATORS: Final = (2, 3, 4, 5, 6, 8, 10, 12, 16)
# Enough for any amount a computer writes ("0.00012345678901234567").
MOST_DIGITS: Final = 25


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of a line.

    text: lower case. start, end: where it stands in the line as typed. value: of a number. other: what the number is if
    its sign is read the other way ("1,500": 1500 or 1.5). note: a question the number itself raises. exact: False after
    "about".
    """

    kind: Literal["number", "word", "mark"]
    text: str
    start: int
    end: int
    value: float = 0.0
    other: float | None = None
    note: str | None = None
    spaced: bool = False  # thousands parted by a blank: "1 500"
    article: bool = False  # "a" or "an"

    @property
    def is_number(self) -> bool:
        """Whether it is a number, "a" and "an" included."""
        return self.kind == "number"


def number_token(text: str, start: int, end: int) -> Token:
    """Return the token of a number as NUMBER matched it; start, end: its place in the line as typed."""
    match = NUMBER.fullmatch(text)
    token = Token("number", text, start, end)
    if match is None:
        return token
    if match["mixed"]:
        whole, top, bottom = re.findall(r"\d+", text)
        return _fraction(token, float(whole), int(top), int(bottom))
    if match["fraction"]:
        top, bottom = re.findall(r"\d+", text)
        return _fraction(token, 0.0, int(top), int(bottom))
    if match["spaced"]:
        return replace(token, value=float(text.replace(" ", "")), spaced=True)
    return _plain_number(token)


def _fraction(token: Token, whole: float, top: int, bottom: int) -> Token:
    if bottom not in _DENOMINATORS or top == 0 or (whole and top >= bottom):
        return replace(token, value=whole, note=f"What does {token.text} mean here?")
    return replace(token, value=whole + top / bottom)


def _plain_number(token: Token) -> Token:
    """Read a number with its signs: a comma before exactly three digits parts thousands, otherwise it is decimal."""
    text = token.text
    if text.isdigit():
        return replace(token, value=float(text))
    if _APOSTROPHE_THOUSANDS.fullmatch(text):
        return replace(token, value=float(text.replace("'", "")))
    if _COMMA_THOUSANDS.fullmatch(text):
        other = float(text.replace(",", ".")) if text.count(",") == 1 else None
        return replace(token, value=float(text.replace(",", "")), other=other)
    if _DOT_THOUSANDS.fullmatch(text):
        if text.count(".") == 1:
            return replace(token, value=float(text), other=float(text.replace(".", "")))
        return replace(token, value=float(text.replace(".", "")))
    signs = [sign for sign in text if not sign.isdigit()]
    if len(signs) == 1 and signs[0] in ".,":
        return replace(token, value=float(text.replace(",", ".")))
    # "1,234.5" and "1.234,5": the last sign is decimal when it stands once and the others part thousands.
    if "'" not in text and len(set(signs)) == 2 and signs.count(signs[-1]) == 1:
        head, tail = text.rsplit(signs[-1], 1)
        if (_COMMA_THOUSANDS if signs[0] == "," else _DOT_THOUSANDS).fullmatch(head):
            return replace(token, value=float(re.sub(r"\D", "", head) + "." + tail))
    return replace(token, note=f"What number is {text[:40]}?")
