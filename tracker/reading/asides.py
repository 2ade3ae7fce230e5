"""What stands in a line beside the food: the time of day ("8am coffee", "last night") and the signs of a list.

A clock time is never an amount, and a bullet ("- 2 eggs") no minus. Such an aside is blanked out before the line is
read, letter for letter, so that every place in the line stays where it is.
"""

import re
from collections.abc import Iterator
from typing import Final

from tracker.reading.line_words import MEALS
from tracker.reading.name_book import NameBook
from tracker.reading.tokens import normalised
from tracker.reading.units import UNITS

_HOUR_MINUTE: Final = r"(?:[01]?\d|2[0-3])[:h][0-5]\d(?: ?[ap]\.?m\b\.?)?"
_HOUR_HALF: Final = r"(?:1[0-2]|0?[1-9])(?:[.:][0-5]\d)? ?(?:[ap]m\b|[ap]\.m\.|o'clock\b)"
_CLOCK: Final = re.compile(
    rf"(?<![\w.,:/])(?:(?:at|around|about|by) |@ ?)?(?:{_HOUR_MINUTE}|{_HOUR_HALF})(?!\w)(?: ?[-:](?=\s))?", re.ASCII
)
# "at 10 a banana": the hour stands before another amount.
_AT_HOUR: Final = re.compile(
    r"(?:^|(?<=[\n;]))\s*at (?:1?\d|2[0-4])(?=\s*[,:]|\s+(?:\d|an?\b|one\b|two\b|half\b))", re.ASCII
)
# "12.30 lentil soup": at the beginning of a line, behind its bullet, and before what is no measure.
_DOTTED: Final = re.compile(
    r"(?:^|(?<=\n))[^\S\n]*(?:[-*•·●▪][^\S\n]+)?((\d{1,2})\.([0-5]\d))(?=[^\S\n]+(\d|[a-zµ]+))", re.ASCII
)
# "1.50" and "2.25" are rather amounts than times of the night.
_AMOUNTS_TOO: Final = ("00", "25", "50")
_LATEST_NIGHT_HOUR: Final = 5
_PART_OF_DAY: Final = r"(?:morning?|afternoon|evening|night)"
_BEDTIME: Final = r"(?:going to )?bed(?:time)?"
_TIME_WORDS: Final = re.compile(
    r"(?<![\w'&-])(?:"
    rf"(?:(?:at|around|about|by) )?\d{{1,2}} in the {_PART_OF_DAY}"
    rf"|(?:early |late |all )?(?:in|during|through|throughout|over) the (?:early |late )?(?:{_PART_OF_DAY}|day)"
    rf"|(?:early |late )?(?:last|this|each|every|yesterday|tomorrow) {_PART_OF_DAY}"
    r"|(?:at|late at|around|about) (?:night|midnight|midday|noon)"
    rf"|(?:just |right |shortly )?(?:before|b4|after|at) (?:{_BEDTIME}|getting up|waking up)"
    r"|all (?:day|night|morning|afternoon|evening)(?: long)?|yesterday|tonight"
    r")(?![\w'&-])(?: ?:)?",
    re.ASCII,
)
_MEAL_BEFORE: Final = re.compile(rf"\b(?:{'|'.join(sorted(MEALS))})[ (]*$")
_BULLET: Final = re.compile(r"[^\S\n]*([-*•·●▪])[^\S\n]+(?=\S)")
_LIST_NUMBER: Final = re.compile(r"\s*(\d{1,2})[.)]\s+(?=\S)", re.ASCII)


def without_asides(line: str, book: NameBook) -> str:
    """Return the line, as long as it was, with blanks for times, and for the bullets and numbers of a list.

    What a known name holds stays. A single "2. eggs" stays too: it may be two eggs.
    """
    text, origin = normalised(line)
    asides = [*_list_signs(text), *_times(text, book)]
    for start, end in asides:
        first, behind = origin[start], origin[end]
        line = line[:first] + " " * (behind - first) + line[behind:]
    return line


def _times(text: str, book: NameBook) -> Iterator[tuple[int, int]]:
    found = [match.span() for pattern in (_CLOCK, _AT_HOUR, _TIME_WORDS) for match in pattern.finditer(text)]
    found += [match.span(1) for match in _DOTTED.finditer(text) if _is_time(match)]
    names = [(name.start, name.end) for name in book.spans(text)] if found else []
    for start, end in found:
        if not any(start < name_end and name_start < end for name_start, name_end in names):
            # "lunch at 13:00: 2 kiwis": the colon is the meal's.
            meal = text[end - 1] in ":-" and _MEAL_BEFORE.search(text, 0, start)
            yield start, end - 1 if meal else end


def _is_time(dotted: re.Match[str]) -> bool:
    """Whether "12.30" at the beginning of a line is a time: an hour and minutes, and no measure follows."""
    hour, minutes, following = dotted[2], dotted[3], dotted[4]
    if int(hour) >= 24 or following in UNITS:
        return False
    return hour[0] == "0" or int(hour) > _LATEST_NIGHT_HOUR or minutes not in _AMOUNTS_TOO


def _list_signs(text: str) -> Iterator[tuple[int, int]]:
    """Yield where bullets stand at the beginning of lines, and numbers when every line has the one or the other.

    Numbers alone count from 1 on; amid bullets they only grow. A single "2. eggs" may be two eggs.
    """
    bullets: list[tuple[int, int]] = []
    numbers: list[tuple[int, int]] = []
    values: list[int] = []
    others = place = 0
    for line in text.split("\n"):
        bullet, number = _BULLET.match(line), _LIST_NUMBER.match(line)
        if bullet is not None:
            bullets.append((place, place + bullet.end()))
        elif number is not None:
            values.append(int(number[1]))
            numbers.append((place, place + number.end()))
        elif line.strip() and not _MEAL_BEFORE.fullmatch(line.strip(" :")):
            others += 1
        place += len(line) + 1
    yield from bullets
    counted = values == list(range(1, len(values) + 1)) and len(values) > 1
    if others == 0 and (counted or (bullets and values == sorted(set(values)))):
        yield from numbers
