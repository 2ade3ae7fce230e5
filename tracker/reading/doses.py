"""Supplements in a line: "magnesium citrate 200 mg", "vitamin D3 2000 IU", "3 x 100 mg magnesium".

A dose is what a label states: mg of elemental magnesium, IU or µg of vitamin D (1 µg = 40 IU). It is a supplement only
when nothing but the nutrient, its form and the pill is named: "vitamin d milk" and "magnesium rich water" are foods.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tracker.nutrients import ug_from_iu
from tracker.quantities import Quantity, Reading
from tracker.reading.units import PILLS

_FORMS: Final = frozenset(
    "citrate glycinate bisglycinate biglycinate diglycinate oxide malate threonate l-threonate chloride taurate"
    " taurinate orotate"
    " sulfate sulphate carbonate lactate gluconate aspartate pidolate complex chelate chelated elemental".split()
)
_AROUND: Final = frozenset(
    "supplement supplements vitamin vit tablet tablets tab tabs capsule capsules cap caps caplet caplets softgel"
    " softgels pill pills"
    " drop drops gummy gummies spray sprays powder sachet sachets effervescent liquid dose doses mineral extra high"
    " strength as the"
    " from of in per a one my daily oral".split()
)
_DISPLAY: Final = {"mg": "mg", "ug": "µg", "iu": "IU"}
_D_WORDS: Final = frozenset(
    "vitamind vitamind2 vitamind3 vit-d vit-d3 vitamin-d vitamin-d2 vitamin-d3 d3 d2 d-3 cholecalciferol"
    " ergocalciferol calciferol"
    " colecalciferol d-vitamin vitd vitd3".split()
)
# Taken as pills by many; the app counts none of them.
_UNCOUNTED: Final = frozenset(
    "zinc iron selenium iodine copper chromium manganese folate folic acid biotin niacin thiamine thiamin"
    " riboflavin b1 b2 b3 b5 b6 b7"
    " b9 b12 b-12 c e k k1 k2 a multivitamin multivitamins multi multimineral q10 coq10 melatonin ashwagandha"
    " creatine collagen probiotic"
    " probiotics turmeric curcumin".split()
)
_KEY_OF: Final = {
    "magnesium": "magnesium_mg",
    "mag": "magnesium_mg",
    "calcium": "calcium_mg",
    "potassium": "potassium_mg",
}
# Labels of these state the salt, of which the mineral is only a part.
_SALTS_STATED: Final = frozenset(("calcium_mg", "potassium_mg"))
_LEAST_IU: Final = 100.0


@dataclass(frozen=True, slots=True)
class Dose:
    """A supplement: name, what the whole of it gives (key of tracker.nutrients -> amount), amount and measure as said.

    amount: None when no dose is known. question: what must be asked; None when it is plain.
    """

    name: str
    key: str | None
    gives: float | None
    amount: float | None
    measure: str | None
    question: str | None = None


def read_dose(reading: Reading) -> Dose | None:
    """Return the dose an item says; None when it is no supplement."""
    words = [part for word in reading.words for part in ([word] if word in _FORMS | _D_WORDS else word.split("-"))]
    keys, rest, forms = _nutrients(words)
    doses = [quantity for quantity in reading.quantities if quantity.unit in _DISPLAY]
    name = _name(keys, forms)
    uncounted = [word for word in rest if word in _UNCOUNTED]
    if len(uncounted) == len(rest) and rest and (not keys or len(rest) > 0) and _pill_like(reading, doses, words):
        named = name or " ".join(words).capitalize()
        return _asked(
            named, f"Only magnesium, vitamin D, calcium and potassium are counted; is {' '.join(words)} needed here?"
        )
    if not keys:
        return None
    if rest:
        if any(dose.unit in ("iu", "ug") for dose in doses) or (doses and len(keys) == 1):
            return _asked(name, f"Is this a supplement? {' '.join(rest)!r} is not known as one.")
        return None
    if any(quantity.unit not in (None, *_DISPLAY, *PILLS, "g", "packet", "serving") for quantity in reading.quantities):
        return _asked(name, "How much of it, in mg, µg or IU?")
    if len(keys) > 1:
        return _asked(name, "How much of each? Write one item for each.")
    return _dose(name, keys[0], doses, reading, has_form=bool(forms))


def _pill_like(reading: Reading, doses: Sequence[Quantity], words: Sequence[str]) -> bool:
    if "vitamin" in words or "multivitamin" in words or "vit" in words:
        return True
    return bool(doses) and len(reading.quantities) == len(doses)


def _nutrients(words: Sequence[str]) -> tuple[list[str], list[str], list[str]]:
    """Return keys named, words that belong to no supplement, and forms ("citrate", "D3")."""
    keys: list[str] = []
    rest: list[str] = []
    forms: list[str] = []
    place = 0
    while place < len(words):
        word, following = words[place], words[place + 1] if place + 1 < len(words) else ""
        if word in ("vitamin", "vit") and following in ("d", "d2", "d3"):
            keys.append("vitamin_d_ug")
            forms.append(following.upper())
            place += 1
        elif word in _D_WORDS:
            keys.append("vitamin_d_ug")
            forms.append("D3" if word.endswith("3") else "D2" if word.endswith("2") else "D")
        elif word in _KEY_OF:
            keys.append(_KEY_OF[word])
        elif word in _FORMS:
            forms.append(word)
        elif word not in _AROUND:
            rest.append(word)
        place += 1
    return list(dict.fromkeys(keys)), rest, forms


def _name(keys: Sequence[str], forms: Sequence[str]) -> str:
    names = []
    for key in keys:
        if key == "vitamin_d_ug":
            names.append(f"vitamin {next((form for form in reversed(forms) if form[0] == 'D'), 'D')}")
        else:
            names.append(next(word for word, its_key in _KEY_OF.items() if its_key == key))
    salts = [form for form in forms if form[0] != "D"]
    text = " and ".join(names) + (f" {' '.join(salts)}" if salts and names else "")
    return text[:1].upper() + text[1:]


def _asked(name: str, question: str) -> Dose:
    return Dose(name, None, None, None, None, question)


def _dose(name: str, key: str, doses: Sequence[Quantity], reading: Reading, *, has_form: bool) -> Dose:
    counts = [quantity for quantity in reading.quantities if quantity.unit not in _DISPLAY]
    question = reading.question
    if not doses:
        return _bare(name, key, counts)
    first = doses[0]
    gives = _gives(key, first)
    if gives is None:
        return Dose(
            name,
            key,
            None,
            None,
            None,
            f"{name} is not measured in {_DISPLAY.get(first.unit or '', first.unit)}. How much is it?",
        )
    if first.other is not None and first.unit == "ug":
        question = question or f"Is it {first.amount:g} or {first.other:g} µg?"
    if len(doses) > 2 or (len(doses) == 2 and not _same(key, first, doses[1])):
        question = question or "Which of the amounts is meant?"
    times = 1.0
    if len(counts) > 1:
        question = question or "How many of them?"
    elif counts and counts[0].amount != 1:
        times = counts[0].amount
        if not reading.each and question is None:
            unit = _DISPLAY[first.unit or ""]
            question = f"{first.amount:g} {unit} in all, or {first.amount:g} {unit} each?"
    if question is None and key in _SALTS_STATED and has_form:
        question = "How much of it is the mineral itself?"
    return Dose(name, key, gives * times, first.amount * times, _DISPLAY[first.unit or ""], question)


def _gives(key: str, dose: Quantity) -> float | None:
    """Return the dose in the unit of its key; None when no label would state it so."""
    if key == "vitamin_d_ug":
        return ug_from_iu(dose.amount) if dose.unit == "iu" else dose.amount if dose.unit == "ug" else None
    return dose.amount if dose.unit == "mg" else None


def _same(key: str, first: Quantity, second: Quantity) -> bool:
    one, other = _gives(key, first), _gives(key, second)
    return one is not None and other is not None and abs(one - other) <= 0.01 * max(one, other)


def _bare(name: str, key: str, counts: Sequence[Quantity]) -> Dose:
    """Propose a unit for a number without one: it is asked about."""
    bare = [count.amount for count in counts if count.unit is None]
    if len(bare) == 1 and bare[0] > 20:
        if key != "vitamin_d_ug":
            return Dose(name, key, bare[0], bare[0], "mg", f"Is it {bare[0]:g} mg?")
        if bare[0] >= _LEAST_IU:
            return Dose(name, key, ug_from_iu(bare[0]), bare[0], "IU", f"Is it {bare[0]:g} IU?")
        return Dose(name, key, bare[0], bare[0], "µg", f"Is it {bare[0]:g} µg?")
    wanted = "IU or µg" if key == "vitamin_d_ug" else "mg"
    return Dose(name, key, None, None, None, f"How many {wanted} of {name.lower()}?")
