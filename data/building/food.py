"""What a source says about one food, before it becomes a row of the table."""

from dataclasses import dataclass, field
from typing import Final

#: Nutrient columns of foods.csv in order, each per 100 g of edible food, with the decimals they are written with.
DECIMALS: Final = {
    "water_g": 2,
    "energy_kcal": 1,
    "protein_g": 2,
    "fiber_g": 2,
    "magnesium_mg": 2,
    "vitamin_d_ug": 3,
    "calcium_mg": 2,
    "potassium_mg": 2,
    "sodium_mg": 2,
    "alcohol_g": 2,
    "caffeine_mg": 1,
}

#: Amounts that the steps need and the table does not keep.
HELPERS: Final = ("fat_g", "carbohydrate_g", "ash_g", "phosphorus_mg")

#: What a food should be known for; a row that lacks one of these is second choice beside its twin.
TRACKED: Final = (
    "water_g",
    "energy_kcal",
    "fiber_g",
    "magnesium_mg",
    "vitamin_d_ug",
    "calcium_mg",
    "potassium_mg",
    "sodium_mg",
)

SR24: Final = "USDA SR24"
LEGACY: Final = "USDA SR Legacy"
FNDDS: Final = "USDA FNDDS"

Amounts = dict[str, float | None]


@dataclass(frozen=True, slots=True)
class Measure:
    """A household measure as a source words it: `amount` of `text` weigh `grams` g."""

    amount: float
    text: str
    grams: float


@dataclass(slots=True)
class SourceFood:
    """One food of one source. `amounts` are per 100 g, None where the source is silent.

    number: the NDB number in SR24, empty elsewhere. category: the source's food category, empty in SR24. by_hand: named
    in the hand-written files, so it is never left out nor merged into another row.
    """

    source: str
    source_name: str
    number: str
    category: str
    amounts: Amounts
    measures: tuple[Measure, ...] = ()
    id: str = ""
    name: str = ""
    also: list[str] = field(default_factory=list)
    group: str = ""
    staple: int = 0
    by_hand: bool = False

    @property
    def missing(self) -> int:
        """How many of the tracked amounts are unknown."""
        return sum(self.amounts[key] is None for key in TRACKED)
