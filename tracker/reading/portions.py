"""A food's own portions: which of them a measure means, which one is a piece, and what they tell about its density."""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Final

from tracker.foods import Food, Portion
from tracker.reading.units import GRAMS, MILLILITRES, SIZES, UNITS
from tracker.words import OPTIONAL_WORDS

# Two readings that differ by more are asked about (DESIGN.md, "What a line means").
TOLERANCE: Final = 0.20

# Measures that tell a density, the surest first.
_VOLUMES: Final = ("cup", "fl oz", "tbsp", "tsp", "pint", "quart", "l")
# USDA's cup weights are rounded to the gram: two digits of density are what they can tell.
_DENSITY_DIGITS: Final = 2
# g/mL from popcorn to honey; anything else is a slip in the table.
_DENSITIES: Final = (0.02, 1.7)

# What a household measure is not filled with unless the person says so.
_CHANGED: Final = frozenset(
    "mashed pureed puree ground melted whipped powder powdered crumbled crushed juice dry packed unpacked condensed"
    " frozen"
    " cooked prepared yields drained unpopped stewed sifted unsifted dipped compact sieved".split()
)
_MASHED: Final = frozenset("mashed pureed puree crushed blended".split())
# Portions that stand for one whole thing, by their own word ...
_WHOLE: Final = frozenset("piece each item unit individual fruit nut medium".split())
# ... or when the food is named after them or is usually had so.
_ONE_OF: Final = frozenset(
    "large egg bar cookie cracker biscuit sandwich burger burrito taco muffin bagel croissant doughnut pancake"
    " waffle tortilla"
    " bun pita patty link frankfurter sausage spear stalk head ear leaf clove pepper potato onion tomato carrot"
    " bulb sprout pod"
    " olive date fig prune cherry grape strawberry radish pickle gherkin dumpling meatball breast thigh drumstick"
    " wing chop"
    " kernel pizza pretzel cake pastry cube square floret half steak fillet".split()
)
# A bare count of a food is no count of its parts: "3 salmon" are not three fillets, "1 lettuce" is not a leaf.
_CUTS: Final = frozenset("fillet steak patty breast thigh drumstick wing chop half leaf clove floret".split())
# A "piece" that weighs as much as one of these is one.
_PARTS: Final = frozenset("clove floret leaf chop steak".split())
_WHOLES: Final = frozenset("head medium bar".split())
# Kinds that weigh less or more than the plain food; their pieces are not its pieces.
_KINDS: Final = frozenset("cherry baby mini miniature cocktail grape snack bite fun giant jumbo king new".split())
# For these a "piece" by rule of thumb is a palm's size of anything, not the weight of one.
_VAGUE_PIECES: Final = frozenset("fish meat dishes vegetables greens legumes grains other fats".split())
# What bread is a piece of may be a slice or a loaf; a chapati is one.
_NO_PIECES: Final = frozenset("bread toast".split())
_SIZES_OF_HEAPS: Final = frozenset((*GRAMS, *MILLILITRES))
_WORD: Final = re.compile(r"[^\W\d_]+")


def differ(first_g: float, second_g: float) -> bool:
    """Whether two weights are more than TOLERANCE of the larger apart."""
    return abs(first_g - second_g) > TOLERANCE * max(first_g, second_g)


def spoken(portion: Portion) -> str:
    """Return a portion as a question names it: "cup, sliced (166 g)"."""
    return f"{portion.measure} ({portion.grams_each:.3g} g)"


def own_portion(food: Food, unit: str, words: Collection[str] = ()) -> tuple[Portion | None, str | None]:
    """Return the food's own portion for a measure, and a question when its portions differ and nothing said which.

    unit: canonical name. Among several ("cup, whole", "cup, sliced") the one whose detail is in `words` is taken, else
    the first that is not a changed form ("cup, pureed").
    """
    fitting = [(rank, portion) for portion in food.portions if (rank := _fit(portion, unit, food, words)) is not None]
    if not fitting:
        return None, None
    best_rank = min(rank for rank, _ in fitting)
    equal = [portion for rank, portion in fitting if rank == best_rank]
    best = equal[0]
    heaviest = max(equal, key=lambda portion: portion.grams_each)
    if unit in MILLILITRES and not _MASHED.isdisjoint(words) and not _is_said(best, food, words):
        return best, f"How much does one {unit} of it weigh when it is {min(_MASHED.intersection(words))}?"
    open_detail = _detail(best) and not _is_said(best, food, words)
    if open_detail and heaviest.grams_each > best.grams_each * (1 + TOLERANCE):
        return best, f"Which {unit}: {spoken(best)} or {spoken(heaviest)}?"
    return best, None


def sized_portion(food: Food, unit: str, size: str) -> Portion | None:
    """Return the portion that is of that very size ("small slice", "glass, small"); None when the food has none."""
    for portion in food.portions:
        words = head_of(portion.measure) | _detail(portion)
        if unit in words and size in words and not ("extra" in words and size == "large"):
            return portion
    return None


def _fit(portion: Portion, unit: str, food: Food, words: Collection[str]) -> tuple[int, int] | None:
    """Return how well a portion fits a measure, lower is better; None if not at all."""
    head = head_of(portion.measure)
    # A pot of tea holds anything from 400 mL to 1.2 L.
    if unit not in head or (unit == "pot" and food.is_drink):
        return None
    extra = head - {unit} - names_of(food.name)
    detail = _detail(portion)
    said = _is_said(portion, food, words)
    if not said and not (detail | extra).isdisjoint(_CHANGED):
        return None
    if unit not in SIZES and not extra.isdisjoint((*SIZES, "extra", "mini", "miniature")):
        return None
    if (unit == "large" and "extra" in extra) or (unit in MILLILITRES and extra):
        return None
    return (0 if said else 1 if not detail else 2, len(extra))


@lru_cache(maxsize=4_096)
def head_of(measure: str) -> frozenset[str]:
    """Return the canonical words of a measure before its comma ("can or bottle" -> can, or, bottle)."""
    head = measure.lower().split(",")[0].split("(")[0].strip()
    if head in UNITS:
        return frozenset((UNITS[head],))
    return frozenset(UNITS.get(word, word) for word in head.split())


def _detail(portion: Portion) -> frozenset[str]:
    return _detail_of(portion.measure)


@lru_cache(maxsize=4_096)
def _detail_of(measure: str) -> frozenset[str]:
    _, _, detail = measure.lower().partition(",")
    return frozenset(_WORD.findall(detail))


def _is_said(portion: Portion, food: Food, words: Collection[str]) -> bool:
    """Whether the person said the detail of a portion ("chopped"); the food's own name is no detail."""
    own = names_of(food.name)
    detail = _detail(portion)
    if not detail.isdisjoint(_MASHED) and not _MASHED.isdisjoint(words):
        return True
    return any(word in words for word in detail if own.isdisjoint(forms_of(word)))


@lru_cache(maxsize=4_096)
def names_of(name: str) -> frozenset[str]:
    """Return the words of a name and what their singulars may be."""
    return frozenset(form for word in _WORD.findall(name.lower()) for form in forms_of(word))


def forms_of(word: str) -> tuple[str, ...]:
    """Return a word and what its singular may be ("tomatoes" -> tomatoes, tomatoe, tomato)."""
    if word.endswith("ies"):
        return word, word[:-1], word[:-3] + "y"
    if word.endswith("es"):
        return word, word[:-1], word[:-2]
    return (word, word[:-1]) if word.endswith("s") else (word,)


def label_of(portion: Portion, unit: str, food: Food, words: Collection[str]) -> str | None:
    """Return the measure as it reads back to the same portion; None when no words do.

    That is the bare unit when it would choose this portion, else "cup, chopped".
    """
    if unit == "half":  # reads as a number
        return None
    if not _is_said(portion, food, words) or own_portion(food, unit) == (portion, None):
        return unit
    detail = portion.measure.partition(",")[2].strip()
    return f"{unit}, {detail}" if frozenset(detail.split()) <= OPTIONAL_WORDS - frozenset(SIZES) else None


def piece_label(portion: Portion, food: Food) -> str | None:
    """Return the measure that reads back to this portion: its own word, "piece" or its size; None when none does."""
    head = portion.measure.lower().split(",")[0].strip()
    for word in (UNITS.get(head), *(UNITS.get(part) for part in head.split())):
        if word not in (None, "piece", "half") and own_portion(food, word)[0] is portion:
            return word
    if piece(food, (food.name.lower(),)) is portion and slice_besides(food, portion.grams_each) is None:
        return "piece"
    sizes = (
        size for size in SIZES for sized in (own_portion(food, size)[0],) if sized and sized.grams == portion.grams
    )
    return next(sizes, None)


def slice_besides(food: Food, grams_each: float) -> Portion | None:
    """Return the slice that "a piece" of this food may be as well, when it weighs something else."""
    cut = next((portion for portion in food.portions if "slice" in head_of(portion.measure)), None)
    return None if cut is None or not differ(grams_each, cut.grams_each) else cut


def density(food: Food) -> float | None:
    """Return g per mL as the food's own measures of volume tell, a heap's air included; None when they do not."""
    for unit in _VOLUMES:
        portion, question = own_portion(food, unit)
        if portion is not None and question is None:
            value = round(portion.grams_each / MILLILITRES[unit], _DENSITY_DIGITS)
            if _DENSITIES[0] <= value <= _DENSITIES[1]:
                return value
    return None


def piece(food: Food, words: Collection[str] = ()) -> Portion | None:
    """Return the portion that is one of this food ("an egg", "a banana"); None when it does not come in pieces.

    words: what the person calls it; "2 bagels" are counted by the portion "bagel".
    """
    ranked = sorted(_pieces(food, words), key=lambda found: found[0])
    return ranked[0][1] if ranked else None


def whole_of(food: Food, part: Portion) -> Portion | None:
    """Return the whole thing that a portion counted as one is only a part of ("head", "bar"); None if it is whole."""
    for portion in food.portions:
        head = head_of(portion.measure)
        is_whole = len(head) == 1 and not head.isdisjoint(_WHOLES) and not _detail(portion)
        if is_whole and portion.grams_each > part.grams_each and differ(portion.grams_each, part.grams_each):
            return portion
    return None


def _is_vague(portion: Portion, food: Food) -> bool:
    """Whether a rule of thumb for a piece is of anything a palm's size, not of one such thing."""
    if food.group == "grains":
        return portion is not food.usual_portion or not _NO_PIECES.isdisjoint(names_of(food.name))
    return food.group in _VAGUE_PIECES or not food.staple


def _pieces(food: Food, words: Collection[str]) -> Iterator[tuple[int, Portion]]:
    """Yield rank and portion of all that may be one whole thing."""
    plain = [word for text in words for word in _WORD.findall(text)]
    said = {UNITS.get(form, form) for word in plain for form in forms_of(word)}
    if "leaf" in said and "leaf" not in forms_of(UNITS.get(plain[-1], plain[-1])):  # "1 leaf lettuce" is no leaf
        said.remove("leaf")
    cuts = (
        {portion.grams_each for portion in food.portions if not head_of(portion.measure).isdisjoint(_PARTS)}
        if said.isdisjoint(_CUTS)
        else set()
    )
    own_words = said | names_of(food.name) & (_ONE_OF - _CUTS)
    kinds = {word for word in plain if word in _KINDS} - names_of(food.name)
    slices = {portion.grams_each for portion in food.portions if "slice" in head_of(portion.measure)}
    for portion in food.portions:
        head = head_of(portion.measure)
        if not kinds <= head | _detail(portion):
            continue
        if head == {"slice"} and "toast" in said:
            yield 3, portion
        elif portion.grams_each in slices or not _detail(portion).isdisjoint(_CHANGED) or head <= _SIZES_OF_HEAPS:
            continue  # "a pizza" is not its slice, a food is not counted in cups
        elif portion.approximate and "piece" in head and _is_vague(portion, food):
            continue
        elif "piece" in head and portion.grams_each in cuts:
            continue  # a "piece" of garlic is a clove
        elif portion is food.usual_portion and len(head) == 1 and not head.isdisjoint(_WHOLE | _ONE_OF - _CUTS | said):
            yield 0, portion
        elif not head.isdisjoint(_WHOLE):
            yield (1 if len(head) == 1 else 3), portion
        elif len(head) == 1 and not head.isdisjoint(own_words):
            yield 2, portion
