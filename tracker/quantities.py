"""Amounts as people write them: "30 g", "1 1/2 cups", "2 x 250 ml", "half an", "a handful of".

Here a text becomes an amount and a measure; what that weighs depends on the food (`grams_of`). A reading that cannot be
sure carries a question, it never guesses.
"""

from dataclasses import replace

from tracker.reading.phrase import Reading, read_quantity
from tracker.reading.tokens import tokens_of
from tracker.reading.weighing import Quantity, Weighed, grams_of

__all__ = ["Quantity", "Reading", "Weighed", "find_quantity", "grams_of", "read_quantity"]


def find_quantity(text: str) -> tuple[Quantity | None, str]:
    """Return the amount in a text ("30 g almonds", "salmon 150g") and the words that are left.

    The quantity is None when no amount is said. Its `question` is set when it has to be asked about. Never raises.
    """
    reading = read_quantity(tokens_of(text))
    words = " ".join(reading.words)
    if not reading.quantities:
        return None, words
    first = reading.quantities[0]
    question = reading.question or first.question
    if len(reading.quantities) > 1:
        question = question or "Which of the amounts is meant?"
    return replace(first, question=question), words
