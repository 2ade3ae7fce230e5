"""What a person does not eat: groups and single foods, or all that is not vegan.

A name tells only so much of what is in a food, so doubt leaves out: with any exclusion only plain everyday foods of
single-food groups remain, less those whose own name mentions something excluded. The screen says all the same that
labels must be read for allergies.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Self

from tracker.errors import RefusedError
from tracker.foods import GROUPS, Food, FoodTable

# Foods of one thing; of dishes, sweets, fats and the rest nobody knows from the table what is in them.
SINGLE_FOOD_GROUPS: Final = frozenset(GROUPS) - {"dishes", "sweets", "fats", "other"}
VEGAN_GROUPS: Final = frozenset({"nuts", "seeds", "greens", "vegetables", "mushrooms", "legumes", "grains", "fruit"})
VEGAN: Final = "vegan"
# What people call more than one group, or a group by another name. Who eats no fish seldom means only fish.
_SAID: Final = {
    "vegetarian": ("fish", "seafood", "meat"),
    "fish": ("fish", "seafood"),
    "shellfish": ("seafood",),
    "beans": ("legumes",),
    "milk": ("dairy",),
    "peanuts": ("nuts",),
    "nut": ("nuts",),
    "egg": ("eggs",),
    # What only labels tell for certain: the groups whose foods have it.
    "gluten": ("grains",),
    "wheat": ("grains",),
    "lactose": ("dairy",),
    "soy": ("legumes",),
    "soya": ("legumes",),
}
# What can be left out, as it is typed.
WORDS: Final = (VEGAN, "vegetarian", *GROUPS)
_NOTHING: Final = frozenset({"", "none", "nothing"})
# Of the table, only everyday foods in plain form: staple 1 and 2.
EVERYDAY: Final = 1

# What the name of a food says is in it, by group. Whole words, or beginnings of words where a hyphen ends them.
_NAMED: Final = {
    # Peanuts and coconut are among the nuts of the table, as most people mean them; granola has them unsaid.
    "nuts": r"\w*nuts?|almond\w*|cashew\w*|pecan\w*|pistachio\w*|macadamia\w*|filbert\w*|praline\w*|marzipan|nougat"
    r"|trail mix|granola|muesli",
    "seeds": r"\w*seeds?|tahini|sesame|hummus|flax\w*|chia|hemp|halva|multigrain|muesli|granola",
    "fish": r"\w*fish|salmon|tuna|anchov\w*|sardines?|herring|cod|mackerel|trout|caviar|roe|surimi|worcestershire"
    r"|caesar",
    "seafood": r"shrimps?|prawns?|crabs?|lobsters?|clams?|oysters?|mussels?|scallops?|squid|octopus|shellfish|crayfish"
    r"|surimi",
    "legumes": r"\w*beans?|lentils?|peas?|chickpeas?|hummus|falafel|soy\w*|tofu|tempeh|edamame|dal|lupins?|miso|natto"
    r"|peanut\w*",
    "grains": r"bread\w*|\w*wheat\w*|pasta|noodles?|macaroni|spaghetti|rice|oat\w*|barley|rye|cereals?|crackers?|flour"
    r"|crumbs?|stuffing|tortillas?|couscous|bulgur|seitan|gluten|sandwich\w*|buns?|rolls?|granola|muesli",
    "dairy": r"milk\w*|cheese\w*|cream\w*|butter|buttermilk|yogurts?|whey|casein|kefir|gratin|alfredo|custard|ghee"
    r"|latte|cappuccino|chocolate",
    "eggs": r"eggs?|mayonnaise|omelets?|quiche|meringue|custard",
    "meat": r"\w*meats?|beef|pork|ham|bacon|chicken|turkey|sausages?|franks?|frankfurters?|hot dogs?|lard|lamb|veal"
    r"|duck|goose|liver|gelatin|pepperoni|salami|broth|gravy|chili|venison|burgers?",
    "mushrooms": r"mushrooms?|truffles?|fungi",
    "greens": r"greens|spinach|kale|chard|lettuce|collards?|arugula|cabbage|florentine|sauerkraut|kimchi",
    "vegetables": r"vegetables?|tomato\w*|onions?|garlic|potato\w*|carrots?|corn|peppers?",
    "fruit": r"fruits?|raisins?|apples?|bananas?|\w*berr(?:y|ies)|dates?|figs?|orange|lemon|coconut|granola|muesli",
    # Often made with milk, egg, honey or butter, which their names do not say.
    VEGAN: r"honey|granola|muesli|bagels?|sweet rolls?|cinnamon rolls?|brioche|challah|croissants?|pancakes?|waffles?",
}
_NOT_VEGAN: Final = ("fish", "seafood", "dairy", "eggs", "meat", VEGAN)
# Names that only sound like another group: no butter, no lamb, no oysters, no meat in them.
_NUT_BUTTER: Final = re.compile(r"\b(nut|peanut|almond|cashew|seed|sesame) butters?\b")
_PLANT_MILK: Final = re.compile(r"\b(soy|soya|oat|almond|rice|coconut) (?:milks?|drinks?)\b")
_SOUNDS_LIKE: Final = re.compile(
    r"\b(?:butter(?:head|nut| beans?)|lamb's (?:lettuce|quarters)"
    r"|oyster mushrooms?|mushrooms?, oyster|coconut meat)\b"
)
# Of many things that are not named.
_MIXED: Final = re.compile(r"\b(?:mixed|assorted|blend|mix)\b")


class ExclusionError(RefusedError):
    """A word that names nothing that can be left out."""

    def __init__(self, word: str) -> None:
        super().__init__(f"{word!r} cannot be left out by name: use {', '.join(WORDS[:-1])} or {WORDS[-1]}.")


@dataclass(frozen=True, slots=True)
class Exclusions:
    """What a person leaves out.

    groups: of GROUPS. food_ids: single foods. vegan: all but VEGAN_GROUPS. With none of these nothing is left out.
    """

    groups: tuple[str, ...] = ()
    food_ids: tuple[str, ...] = ()
    vegan: bool = False

    def __post_init__(self) -> None:
        """Raise ExclusionError for a group that is not one."""
        for group in self.groups:
            if group not in GROUPS:
                raise ExclusionError(group)

    def __bool__(self) -> bool:
        """Whether anything is left out."""
        return bool(self.groups or self.food_ids or self.vegan)

    @classmethod
    def parse(cls, text: str, table: FoodTable | None = None) -> Self:
        """Return what words between commas leave out ("vegan, nuts, fish"); "none" leaves out nothing.

        table: where it is given, a word may also be the id of one of its foods. Raises ExclusionError, which lists the
        words, for any other.
        """
        groups: set[str] = set()
        food_ids: set[str] = set()
        vegan = False
        for typed in text.split(","):
            word = " ".join(typed.casefold().split())
            if word == VEGAN:
                vegan = True
            elif word in _SAID:
                groups.update(_SAID[word])
            elif word in GROUPS:
                groups.add(word)
            elif table is not None and table.get(typed.strip()) is not None:
                food_ids.add(typed.strip())
            elif word not in _NOTHING:
                raise ExclusionError(typed.strip())
        return cls(tuple(group for group in GROUPS if group in groups), tuple(sorted(food_ids)), vegan)

    @property
    def words(self) -> tuple[str, ...]:
        """What `parse` reads back: "vegan" first, then groups, then ids."""
        return (*((VEGAN,) if self.vegan else ()), *self.groups, *self.food_ids)

    def allowed(self, foods: Iterable[Food], table: FoodTable) -> list[Food]:
        """Return those of the foods that are not left out, in their order; all when nothing is. table: of all foods."""
        if not self:
            return list(foods)
        groups = (VEGAN_GROUPS if self.vegan else SINGLE_FOOD_GROUPS) - set(self.groups)
        singles = tuple(head_of(food.name) for food in map(table.get, self.food_ids) if food is not None)
        named = _named(self.groups, self.vegan, singles)
        return [
            food
            for food in foods
            if food.group in groups
            and food.staple >= EVERYDAY
            and not food.is_own  # what is in it, only its label knows
            and food.id not in self.food_ids
            and not (self.vegan and _is_fortified(food))
            and not named.search(_plain(food))
        ]


def head_of(name: str) -> str:
    """Return what a food is before its kinds and cookings: "salmon" of "Salmon, baked or grilled"."""
    return name.partition(",")[0].casefold()


@lru_cache(maxsize=64)
def _named(groups: tuple[str, ...], vegan: bool, singles: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds an excluded thing in a name."""
    wanted = dict.fromkeys((*groups, *(_NOT_VEGAN if vegan else ())))
    patterns = [_NAMED[group] for group in wanted if group in _NAMED]
    # "Almonds" also names almond butter.
    patterns += [rf"{re.escape(single.removesuffix('s'))}\w*" for single in singles]
    return re.compile(rf"\b(?:{'|'.join((*patterns, _MIXED.pattern))})\b")


def _plain(food: Food) -> str:
    """Return what people call a food, in lower case, without what only sounds like another group."""
    names = " | ".join((food.name, *food.also)).casefold()
    return _SOUNDS_LIKE.sub(" ", _PLANT_MILK.sub(r"\1", _NUT_BUTTER.sub(r"\1", names)))


def _is_fortified(food: Food) -> bool:
    """Whether vitamin D was added to a plant, of which mushrooms alone have some: it is mostly from wool fat."""
    return food.group != "mushrooms" and (food.per_100_g.get("vitamin_d_ug") or 0.0) > 0
