"""One item of a line, read: its amounts, and the words that name the food.

The same words can be read in more than one way ("2 salmon fillets": two fillets of salmon, or two of a food so named);
a reading offers the others, and whoever knows the foods chooses.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from tracker.reading.measures import FOODS_TOO, HEAPED, LEVEL, Cursor, Measure, is_vessel, mistyped_unit
from tracker.reading.numerals import Token
from tracker.reading.units import CONTAINERS, GRAMS, MILLILITRES, PILLS, SIZES, SMALL_UNITS, UNITS
from tracker.reading.weighing import FEWEST_BARE_ML, Quantity

_ABOUT: Final = frozenset("about around approx approximately roughly circa ca almost nearly ~ ≈".split())
_EACH: Final = frozenset(("each", "apiece", "@", "à"))
_ONE: Final = (*PILLS, "piece", "serving")
_VAGUE: Final = frozenset("some few several lots plenty bit little much many".split())
_TIMES: Final = frozenset(("x", "*"))
# Marks that carry no meaning of their own beside an amount.
_ODD_MARKS: Final = frozenset("$€£#<>^°%")
_METRIC: Final = frozenset((*GRAMS, *MILLILITRES, "iu")) - {"cup", "tbsp", "tsp"}
# Measures that mean one only before "of": "pot of tea", but "pot roast".
_NEVER_ONE: Final = FOODS_TOO | frozenset("half drop shot dash piece pot square bar spear".split())
_PACKED: Final = (*CONTAINERS, "piece", "bar", "slice")
# Vessels that begin no name of a food: "400 g can tomatoes", but "150 g pot roast".
_PLAIN_VESSELS: Final = ("can", "bottle", "glass", "carton")
# A unit written longer than this is a word ("litre"), not a sign ("ml", "fl oz").
_LONGEST_SIGN: Final = 3
# Read as one number, a blank would part thousands; as two, it is a count and a size ("2 500 ml bottles").
_MOST_PACKS: Final = 24


@dataclass(frozen=True, slots=True)
class Reading:
    """What one item of a line says.

    quantities: in the order written; none when no amount is said. words: the words left, which name the food.
    unit_words: the words taken as measure of the only quantity, as written. number_last: the last number stands after
    the food. implied: a measure without a number ("glass of milk"). about: the person said "about". vague: "some", "a
    few". each: the last quantity is of one of the first. in_can: it comes in a can. question: what must be asked
    whatever the food.
    """

    quantities: tuple[Quantity, ...]
    words: tuple[str, ...]
    unit_words: tuple[str, ...] = ()
    number_last: bool = False
    implied: bool = False
    about: bool = False
    vague: bool = False
    each: bool = False
    in_can: bool = False
    question: str | None = None

    def counted(self) -> "Reading | None":
        """Return the reading in which the measure is part of the name ("1 pot roast"); None when there is none."""
        if len(self.quantities) != 1 or not self.unit_words or self.quantities[0].unit in _METRIC:
            return None
        quantities = () if self.implied else (replace(self.quantities[0], unit=None, size=None),)
        return replace(self, quantities=quantities, words=self.unit_words + self.words, unit_words=())

    def trailing(self) -> "Reading | None":
        """Return the reading in which the last word is the measure ("2 salmon fillets"); None when there is none."""
        if len(self.quantities) != 1 or len(self.words) < 2 or self.quantities[0].unit is not None:
            return None
        unit = UNITS.get(self.words[-1])
        if unit is None or unit in _METRIC:
            return None
        quantities = (replace(self.quantities[0], unit=unit),)
        return replace(self, quantities=quantities, words=self.words[:-1], unit_words=self.words[-1:])

    def served(self) -> "Reading | None":
        """Return the reading in which one of what the last words say is meant ("tuna can", "soup big bowl"): it asks.

        None when an amount is said or they are no vessel.
        """
        for count in (2, 1):
            if not self.quantities and not self.vague and len(self.words) > count and is_vessel(self.words[-count:]):
                words, unit_words = self.words[:-count], self.words[-count:]
                size = UNITS[unit_words[0]] if count == 2 else None
                quantity = Quantity(1.0, UNITS[unit_words[-1]], size=size)
                question = self.question or f"One {' '.join(unit_words)} of it?"
                return replace(
                    self,
                    quantities=(quantity,),
                    words=words,
                    unit_words=unit_words,
                    implied=True,
                    in_can=quantity.unit == "can",
                    question=question,
                )
        return None

    def leading(self) -> "Reading | None":
        """Return the reading in which the first word is the measure ("2 fillets salmon"); None when there is none."""
        if len(self.quantities) != 1 or len(self.words) < 2 or self.quantities[0].unit is not None or self.number_last:
            return None
        unit = UNITS.get(self.words[0])
        if unit not in FOODS_TOO:
            return None
        quantities = (replace(self.quantities[0], unit=unit),)
        return replace(self, quantities=quantities, words=self.words[1:], unit_words=self.words[:1])


def read_quantity(tokens: Sequence[Token]) -> Reading:
    """Read the tokens of one item. Never raises."""
    reader = _Reader(Cursor(list(tokens)))
    reader.read()
    said = reader.said
    if reader.each_said and len(said.quantities) == 1 and not reader.multiplied:
        said = replace(said, question=said.question or "How many of them?")
    return replace(said, in_can=said.in_can or any(quantity.unit == "can" for quantity in said.quantities))


@dataclass(slots=True)
class _Reader:
    """One pass over the tokens: where it is, and what they said so far."""

    at: Cursor
    said: Reading = Reading((), ())
    multiplied: bool = False
    each_said: bool = False

    def read(self) -> None:
        while self.at.place < len(self.at.tokens):
            token = self.at.tokens[self.at.place]
            if token.is_number:
                self._number(token)
            elif self._remark(token):
                self.at.place += 1
            else:
                self._word(token)

    def _note(self, **changes: Any) -> None:
        self.said = replace(self.said, **changes)

    def _ask(self, question: str) -> None:
        self._note(question=self.said.question or question)

    def _remark(self, token: Token) -> bool:
        """Note a word or mark that says something about the amount; return whether it was one."""
        text = token.text
        if text in _ABOUT:
            self._note(about=True)
        elif text in _EACH:
            self._each()
        elif (text in ("per", "/") or (text == "a" and self.said.quantities)) and UNITS.get(self.at.text(1)) in _ONE:
            self.at.place += 1
            self._each()
        elif text in _VAGUE and not self.said.quantities and not self.said.words:
            self._note(vague=True)
            if self.at.text(1) == "of":
                self.at.place += 1
        elif text in _TIMES:
            self._times()
        elif token.kind == "mark":
            self._mark(text)
        else:
            return False
        return True

    def _each(self) -> None:
        """Note that the amount is of one: "100 mg each", "100 mg per tablet", "100 mg a piece"."""
        self.each_said = True
        self._note(each=True)

    def _mark(self, text: str) -> None:
        if text in _ODD_MARKS:
            self._ask(f"What does {text} mean here?")
        elif text.isdigit() or text.isnumeric():
            self._ask(f"What number is {text}?")

    def _times(self) -> None:
        """Take an "x" after the food or behind a size ("eggs x2", "250 ml x 2")."""
        if not self.at.at_number(1):
            self._ask("What does the x mean here?")
        elif len(self.said.quantities) == 1 and not self.multiplied:
            self.at.place += 1
            (quantity,) = self.said.quantities
            times = self.at.tokens[self.at.place].value
            self._note(quantities=(replace(quantity, amount=quantity.amount * times),))
            self.multiplied = True

    def _take_mistyped(self) -> Measure | None:
        """Take a mistyped measure before "of" ("hanful of"), and ask about it; None when there is none."""
        text = self.at.text()
        unit = mistyped_unit(text) if self.at.text(1) == "of" and self.at.text(2) else None
        if unit is None:
            return None
        self._ask(f"Is {unit} meant by {text!r}?")
        self.at.place += 2
        return Measure(unit, words=(text,))

    def _word(self, token: Token) -> None:
        """Take a word: a measure without a number at the beginning means one of it ("glass of milk")."""
        first = not self.said.quantities and not self.said.words
        if first and (mistyped := self._take_mistyped()) is not None:
            self._note(quantities=(Quantity(1.0, mistyped.unit),), unit_words=mistyped.words, implied=True)
            return
        unit, length = self.at.unit_at()
        if first and unit is not None and len(token.text) > 1 and self._means_one(unit, length):
            measure = self.at.take_measure()
            one = Quantity(1.0, measure.unit, size=measure.size)
            self._note(quantities=(one,), unit_words=measure.words, implied=True)
            several = measure.unit in SIZES and self.at.tokens[-1].text.endswith("s")
            if several and not self.at.tokens[-1].text.endswith("ss"):  # "medium fries", "large eggs"
                self._ask("How many?")
            return
        if first and token.text in HEAPED | LEVEL and self.at.unit_at(1)[0] is not None:
            if token.text in HEAPED:
                self._ask("How much is a heaped one: a level one, or more?")
        elif token.text != "of" or self.said.words:
            self._note(words=(*self.said.words, token.text))
        self._note(number_last=False)
        self.at.place += 1

    def _means_one(self, unit: str, length: int) -> bool:
        following = self.at.place + length
        if following >= len(self.at.tokens) or self.at.tokens[following].kind != "word":
            return False
        if self.at.text(length) == "of":
            return unit not in _METRIC or len(self.at.text()) > _LONGEST_SIGN  # "pint of milk", not "g of"
        if unit in _METRIC:
            return False
        last = self.at.text(length - 1)
        return unit not in _NEVER_ONE and (last == "glass" or not last.endswith("s"))

    def _number(self, token: Token) -> None:
        """Take a number with what belongs to it: a factor, a size, a measure."""
        follows_of = self.at.place > 0 and self.at.tokens[self.at.place - 1].text == "of"
        if follows_of and self.said.quantities and not self.said.words:  # "2 bottles of 500 ml water"
            self._note(each=True)
        times_before = self.at.place > 0 and self.at.tokens[self.at.place - 1].text in _TIMES
        self._note(number_last=bool(self.said.words) and not times_before)
        self.at.place += 1
        factor = 1.0
        if self.at.text() in _TIMES:
            self.at.place += 1
            if self.at.at_number():
                factor, token = token.value, self.at.tokens[self.at.place]
                self.at.place += 1
                self.multiplied = True
            else:
                self._note(each=True)  # "2x magnesium 150 mg"
        quantity, unit_words = self._measured(token)
        if quantity.unit is None and not self.said.words and self._is_list_number():
            self._ask(f"{quantity.amount:g} of them, or number {quantity.amount:g} of a list?")
        quantity = self._packed(token, quantity) or quantity
        if not self.said.quantities:
            self._note(unit_words=unit_words)
        if quantity.question is not None:
            self._ask(quantity.question)
        self._note(quantities=(*self.said.quantities, replace(quantity, amount=quantity.amount * factor)))
        self.at.pass_of()

    def _is_list_number(self) -> bool:
        """Whether the number just passed, the first token, stands as in a list: "2. eggs", "2) eggs"."""
        return self.at.place == 1 and self.at.text() in (".", ")") and bool(self.at.text(1))

    def _measured(self, token: Token) -> tuple[Quantity, tuple[str, ...]]:
        """Return the quantity of a number whose measure follows, and the words of the measure."""
        if self.at.text() == "-" and self.at.unit_at(1)[0] is not None:
            self.at.place += 1
        if token.article and self.at.text() in _VAGUE:
            self.at.place += 1
            self.at.pass_of()
            self._note(vague=True)
            return Quantity(1.0, None, "How much exactly?"), ()
        heaped = self.at.pass_fullness()
        measure = self._take_mistyped() or self.at.take_measure()
        quantity = self._decided(token, measure.unit, measure.size)
        if heaped and quantity.question is None:
            quantity = replace(quantity, question=f"How much is a heaped {measure.unit}?")
        return quantity, measure.words

    def _decided(self, token: Token, unit: str | None, size: str | None) -> Quantity:
        """Return the quantity, with a question when the number itself is open."""
        if token.note is not None:
            return Quantity(token.value, unit, token.note, size)
        if token.value <= 0:
            return Quantity(token.value, unit, "An amount must be more than zero.", size)
        if token.other is not None:
            value, other, question = _thousands(token, token.other, unit)
            return Quantity(value, unit, question, size, other)
        if token.spaced and not token.text.endswith("000"):
            return self._count_or_thousands(token, unit, size)
        return Quantity(token.value, unit, size=size)

    def _count_or_thousands(self, token: Token, unit: str | None, size: str | None) -> Quantity:
        """Read "2 500 ml bottles" as two of 500; without a vessel it may be 2500 as well."""
        count, _, rest = token.text.partition(" ")
        if (
            UNITS.get(self.at.text()) in CONTAINERS
            and unit in _METRIC
            and float(count) <= _MOST_PACKS
            and " " not in rest
        ):
            self.at.place += 1
            self.multiplied = True
            return Quantity(float(count) * float(rest), unit, size=size)
        return Quantity(token.value, unit, f"Is it {token.value:g}, or {count} times {rest}?", size)

    def _packed(self, token: Token, quantity: Quantity) -> Quantity | None:
        """Join "2 12 oz cans" and "a 500 ml bottle", a number and the size of one; None for anything else."""
        if quantity.unit is None and quantity.question is None and self.at.at_number():
            place = self.at.place
            self.at.place += 1
            size, _ = self._measured(self.at.tokens[place])
            packed = UNITS.get(self.at.text()) in _PACKED
            if size.unit in _METRIC and size.unit != "iu" and (packed or token.article or quantity.amount == 1):
                self._pass_vessel(packed)
                self.multiplied = True
                return replace(size, amount=size.amount * quantity.amount)
            self.at.place = place
        vessel = UNITS.get(self.at.text())
        if quantity.unit in _METRIC and vessel in CONTAINERS:
            self._pass_vessel(vessel in _PLAIN_VESSELS or self.at.text(1) in ("of", ""))
        return None

    def _pass_vessel(self, there: bool) -> None:
        """Pass a vessel that only holds what is measured: "500 ml bottle of water"."""
        if there:
            self._note(in_can=self.said.in_can or UNITS.get(self.at.text()) == "can")
            self.at.place += 1


def _thousands(token: Token, other: float, unit: str | None) -> tuple[float, float | None, str | None]:
    """Return value, other plausible value and question for "1,500" and "1.500".

    A comma before exactly three digits parts thousands and a point does not, unless that is absurd for the unit: then
    both are asked about.
    """
    question = f"Is it {min(token.value, other):g} or {max(token.value, other):g}{f' {unit}' if unit else ''}?"
    if "," in token.text:
        return (token.value, other, None) if unit in SMALL_UNITS or unit is None else (other, token.value, question)
    if unit in ("ml", "iu", "mg", "ug"):
        return token.value, other, question
    may_be_ml = unit is None and token.value >= FEWEST_BARE_ML
    return token.value, other if unit == "g" or may_be_ml else None, None
