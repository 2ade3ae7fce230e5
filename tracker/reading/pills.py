"""A person's supplements in a line: "my magnesium", "2 magnesium pills", "10 drops vitamin d".

A dose that is said ("magnesium 200 mg") is read as said, whatever supplements a person has.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tracker.reading.doses import read_dose
from tracker.reading.phrase import Reading
from tracker.reading.units import PILLS, UNITS
from tracker.reading.weighing import is_amount
from tracker.search import normalised_words
from tracker.supplement import Supplement

_UNITS: Final = (None, "piece", "serving", "packet", "scoop", "dose", *PILLS)
# Words that say that something is taken as a supplement, beside those of PILLS.
_PILL_WORDS: Final = frozenset("dose doses supplement supplements packet packets sachet sachets".split())
# Words without which the rest still names the supplement.
_BESIDE: Final = frozenset("my the of a an daily".split())
# A bare number above this is milligrams or units, not pills.
_MOST_PILLS: Final = 10.0
_MOST_DROPS: Final = 100.0
_LEAST_LETTERS: Final = 3
_DROP: Final = "drop"


@dataclass(frozen=True, slots=True)
class Taken:
    """How many of a supplement a line says. question: what is open; None when it is plain."""

    supplement: Supplement
    times: float
    question: str | None = None


def read_pills(reading: Reading, supplements: Sequence[Supplement]) -> Taken | None:
    """Return which supplement an item names, and how many; None when it names none. Of several, the first is asked."""
    if len(reading.quantities) > 1 or any(quantity.unit not in _UNITS for quantity in reading.quantities):
        return None
    found, unit_said = _named(reading, supplements)
    if not found:
        return None
    unit = unit_said or (reading.quantities[0].unit if reading.quantities else None)
    times = reading.quantities[0].amount if reading.quantities else 1.0
    if not is_amount(times) or times > (_MOST_PILLS if unit is None else _MOST_DROPS):
        return None
    return Taken(found[0], times, _question(reading, found, unit))


def _question(reading: Reading, found: Sequence[Supplement], unit: str | None) -> str | None:
    pill = found[0]
    if len(found) > 1:
        return f"Which one: {', '.join(each.name for each in found)}?"
    question = reading.question or (reading.quantities[0].question if reading.quantities else None)
    if question is not None:
        return question
    if reading.vague or (not reading.quantities and _is_plural(reading.words)):
        return f"How many of {pill.name}?"
    if (unit == _DROP) != (pill.measure == _DROP) and unit in PILLS and pill.measure in PILLS:
        return f"{pill.name} is counted by the {pill.measure}. How many is that?"
    return None


def _named(reading: Reading, supplements: Sequence[Supplement]) -> tuple[list[Supplement], str | None]:
    """Return the supplements that the words name, and the word for a pill among them."""
    whole = " ".join(reading.words)
    exact = [pill for pill in supplements if " ".join(normalised_words(pill.name)) == " ".join(normalised_words(whole))]
    if exact:
        return exact[:1], None
    unit = next((UNITS[word] for word in reading.words if UNITS.get(word) in PILLS), None)
    said = [
        word
        for word in normalised_words(" ".join(word for word in reading.words if UNITS.get(word) not in PILLS))
        if word not in _PILL_WORDS | _BESIDE
    ]
    counted_so = any(quantity.unit in PILLS for quantity in reading.quantities)
    like_a_pill = unit is not None or counted_so or any(word in _PILL_WORDS for word in reading.words)
    if not said or not (like_a_pill or read_dose(reading) is not None):
        return [], None
    found = [pill for pill in supplements if _answers(normalised_words(pill.name), said)]
    return [pill for pill in found if list(normalised_words(pill.name)) == said][:1] or found, unit


def _answers(name: Sequence[str], said: Sequence[str]) -> bool:
    """Whether each word is one of the name, or its beginning ("mag", "d" for "d3")."""
    return all(
        any(
            own == word
            or (len(word) >= _LEAST_LETTERS and own.startswith(word))
            or (own.startswith(word) and own[len(word) :].isdigit())
            for own in name
        )
        for word in said
    )


def _is_plural(words: Sequence[str]) -> bool:
    return any(UNITS.get(word) in PILLS and word not in PILLS for word in words)
