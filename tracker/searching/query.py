"""A query: what each of its words may stand for, and how much it weighs."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Final

import numpy as np

from tracker.searching.rows import NameRows, Posting
from tracker.searching.spelling import Spelling
from tracker.synonyms import RELATED
from tracker.words import (
    COOKED_WORDS,
    MAX_CHARACTERS,
    NEGATION,
    OPTIONAL_WORDS,
    STATE_WORDS,
    normalised_words,
    singular,
    tokens,
    words_of,
)

# A query is read up to this many different words; nobody types more to name one food.
MAX_WORDS: Final = 12
# A state ("raw") says less about what is looked for than a thing does.
STATE_WEIGHT: Final = 0.3

# Points; one is about one word too many behind the comma of a name. Chosen by trying on lists of queries.
OPTIONAL_FOUND: Final = 3.0
COOKED_OTHERWISE: Final = -0.5  # "grilled" answered by "baked"
RELATED_WORD: Final = -0.5
COMPLETED: Final = -0.2  # "spina" -> spinach
COMPLETED_LETTER: Final = -0.1  # for each letter still to come: "wat" is water before watercress
COMPLETED_COMMON: Final = 0.25  # for each e-fold of names with the word: "br" is bread before brazil nuts
COMPLETED_THOUGH_A_WORD: Final = -2.5  # "egg" -> eggplant
JOINED: Final = -0.3  # "butter milk" -> buttermilk
CORRECTED: Final = -0.5
CORRECTED_FIRST_LETTER: Final = -2.0
UNWANTED: Final = -6.0  # "coffee without milk", and there is milk in it


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a query.

    posting: the rows that answer to it; of an unwanted word ("no-milk"), those that hold what is unwanted. likely: the
    word it most likely stands for. optional: a food need not answer to it. typo: it is only known after correction.
    """

    word: str
    posting: Posting
    likely: str
    optional: bool = False
    typo: bool = False

    @property
    def unwanted(self) -> bool:
        """Whether it says what must not be in the food."""
        return self.word.startswith(NEGATION)

    @property
    def state(self) -> bool:
        """Whether it only says the state of the food."""
        return self.word in STATE_WORDS


class QueryReader:
    """Reads queries over the rows of a table; keeps only caches of words already typed."""

    def __init__(self, rows: NameRows) -> None:
        self._rows = rows
        self._postings = rows.postings
        self._spelling = Spelling(rows.normal_forms)
        self._completed: Callable[[str], Posting] = lru_cache(maxsize=4096)(self._find_completed)

    def terms(self, text: str, *, unfinished: bool) -> list[Term]:
        """Return the terms of a text, at most MAX_WORDS words of it; unfinished: its last word may be."""
        words = list(dict.fromkeys(normalised_words(text)))[:MAX_WORDS]
        written = tokens(text[:MAX_CHARACTERS])
        if not words and unfinished:
            words = written[-1:]  # "or" alone is not a small word but the beginning of "orange"
        written_as = {singular(token): token for token in written}
        terms: list[Term] = []
        for word in words:
            terms += self._read(word, written_as.get(word, word), unfinished and word == words[-1])
        return self._with_joined(terms)

    def weights(self, terms: Sequence[Term]) -> list[float]:
        """Return the share of the query each term makes up; optional ones none, unless there are no others."""
        wanted = [term for term in terms if not term.unwanted]
        demanded = [term for term in wanted if not term.optional] or wanted
        rarity = {term.word: self._rarity(term) for term in demanded}
        total = sum(rarity.values())
        return [rarity.get(term.word, 0.0) / total if total else 0.0 for term in terms]

    def _read(self, word: str, written: str, unfinished: bool) -> list[Term]:
        """Return what a word asks for: itself or what it begins, else its corrections, else the two it is made of."""
        if word.startswith(NEGATION):
            return [self._unwanted(word)]
        optional = word in OPTIONAL_WORDS or word.isdigit()
        options = self._known(word)
        if unfinished:
            completed = self._completed(written)
            if len(completed.rows):
                options.append(completed.plus(COMPLETED_THOUGH_A_WORD if options else COMPLETED))
            elif not options and (forms := self._spelling.completions(written)):
                return [self._term(part) for part in forms[0]]  # "wholeme" -> whole, wheat
        if options:
            posting = self._rows.merged(options).plus(OPTIONAL_FOUND if optional else 0.0)
            return [Term(word, posting, word, optional)]
        if corrections := self._spelling.corrections(written, unfinished):
            return self._corrected(word, written, corrections)
        if parts := self._spelling.parts(word):
            return [self._term(part) for part in parts]
        return [Term(word, self._rows.merged(()), word, optional)]

    def _term(self, word: str) -> Term:
        return Term(word, self._rows.merged(self._known(word)), word)

    def _known(self, word: str) -> list[Posting]:
        """Return the postings of what a finished word may stand for; empty if the table has nothing of it."""
        points = {word: 0.0} | dict.fromkeys(RELATED.get(word, ()), RELATED_WORD)
        if word in COOKED_WORDS:
            points = dict.fromkeys(COOKED_WORDS, COOKED_OTHERWISE) | points
        return [self._postings[other].plus(lost) for other, lost in points.items() if other in self._postings]

    def _corrected(self, word: str, written: str, corrections: Sequence[tuple[str, ...]]) -> list[Term]:
        """Return one term for all corrections that are one word; if none is, the words of the likeliest."""
        single = [forms[0] for forms in corrections if len(forms) == 1]
        if not single:
            return [replace(self._term(part), typo=True) for part in corrections[0]]
        postings = [
            self._postings[other].plus(CORRECTED if other[0] == written[0] else CORRECTED_FIRST_LETTER)
            for other in single
        ]
        return [Term(word, self._rows.merged(postings), single[0], typo=True)]

    def _unwanted(self, word: str) -> Term:
        held = [self._postings[part] for part in words_of(word.removeprefix(NEGATION)) if part in self._postings]
        rows = self._rows.merged(held).rows
        if word in self._postings:  # "Mashed potatoes, without milk" names the milk and holds none
            rows = np.setdiff1d(rows, self._postings[word].rows)
        return Term(word, Posting(rows, np.full(len(rows), UNWANTED)), word, optional=True)

    def _find_completed(self, beginning: str) -> Posting:
        """Return the rows that hold a word that begins so; a common word and one nearly typed is more likely meant."""
        options = []
        for forms in self._spelling.completions(beginning):
            if len(forms) == 1:
                posting = self._postings[forms[0]]
                common = COMPLETED_COMMON * math.log(len(posting.rows))
                options.append(posting.plus(common + COMPLETED_LETTER * max(0, len(forms[0]) - len(beginning))))
        return self._rows.merged(options)

    def _with_joined(self, terms: Sequence[Term]) -> list[Term]:
        """Let two neighbours also be one word ("butter milk"), where the table has it."""
        read = list(terms)
        for place, (first, second) in enumerate(pairwise(terms)):
            posting = self._postings.get(singular(first.word + second.word))
            if posting is not None:
                for part in (place, place + 1):
                    both = self._rows.merged((read[part].posting, posting.plus(JOINED)))
                    read[part] = replace(read[part], posting=both)
        return read

    def _rarity(self, term: Term) -> float:
        """Return the weight of a term: a word that few names have says more."""
        rarity = 1.0 + math.log((1 + len(self._rows.base)) / (1 + len(term.posting.rows)))
        return STATE_WEIGHT * rarity if term.state else rarity
