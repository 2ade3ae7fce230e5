"""What stands in a line beside the food: the time of day ("8am coffee") and the numbers of a list ("1. 2 eggs").

A clock time is never an amount. It is blanked out before the line is read, letter for letter, so that every place in
the line stays where it is.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tracker.reading.name_book import NameBook
from tracker.reading.tokens import normalised

_HOUR_MINUTE: Final = r"(?:[01]?\d|2[0-3])[:h][0-5]\d(?: ?[ap]\.?m\b\.?)?"
_HOUR_HALF: Final = r"(?:1[0-2]|0?[1-9])(?:[.:][0-5]\d)? ?(?:[ap]m\b|[ap]\.m\.|o'clock\b)"
_CLOCK: Final = re.compile(
    rf"(?<![\w.,:/])(?:(?:at|around|about|by) |@ ?)?(?:{_HOUR_MINUTE}|{_HOUR_HALF})(?!\w)(?: ?[-:](?=\s))?", re.ASCII
)
# "at 10 a banana": the hour stands before another amount.
_AT_HOUR: Final = re.compile(
    r"(?:^|(?<=[\n;]))\s*at (?:1?\d|2[0-4])(?=\s*[,:]|\s+(?:\d|an?\b|one\b|two\b|half\b))", re.ASCII
)
_LIST_NUMBER: Final = re.compile(r"\s*(\d{1,2})[.)]\s+(?=\S)", re.ASCII)


def without_asides(line: str, book: NameBook) -> str:
    """Return the line, as long as it was, with blanks for clock times and for the numbers of a numbered list.

    What a known name holds stays. A single "2. eggs" stays too: it may be two eggs.
    """
    text, origin = normalised(line)
    asides = [*_list_numbers(text), *_clock_times(text, book)]
    for start, end in asides:
        first, behind = origin[start], origin[end]
        line = line[:first] + " " * (behind - first) + line[behind:]
    return line


def _clock_times(text: str, book: NameBook) -> Iterator[tuple[int, int]]:
    found = [match.span() for pattern in (_CLOCK, _AT_HOUR) for match in pattern.finditer(text)]
    names = [(name.start, name.end) for name in book.spans(text)] if found else []
    for start, end in found:
        if not any(start < name_end and name_start < end for name_start, name_end in names):
            yield start, end


def _list_numbers(text: str) -> Sequence[tuple[int, int]]:
    """Return where the numbers stand of a text whose every line is numbered, from 1 on; nothing for other texts."""
    spans: list[tuple[int, int]] = []
    place = 0
    for line in text.split("\n"):
        match = _LIST_NUMBER.match(line)
        if match is not None and int(match[1]) == len(spans) + 1:
            spans.append((place, place + match.end()))
        elif line.strip():
            return ()
        place += len(line) + 1
    return spans if len(spans) > 1 else ()
