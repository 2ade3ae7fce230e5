"""The weight of a magnesium salt -> the magnesium in it, which is what counts.

Most labels state the magnesium itself ("Magnesium 100 mg"); some products name only the salt ("magnesium citrate
500 mg"). The share of magnesium follows from the formula: atoms of magnesium times 24.305 g/mol, by the molar mass of
what is weighed, crystal water included. Printed shares of products agree where they state the same form.
"""

from dataclasses import dataclass
from typing import Final

from tracker.entries import refuse_impossible_amount

# Standard atomic weight of magnesium, https://www.ciaaw.org/magnesium.htm
MAGNESIUM_G_PER_MOL: Final = 24.305


@dataclass(frozen=True, slots=True)
class Salt:
    """A salt as it is weighed. molar_mass: g/mol of `formula`, which holds `atoms` atoms of magnesium."""

    name: str
    formula: str
    atoms: int
    molar_mass: float
    remark: str = ""

    @property
    def share(self) -> float:
        """The share of its weight that is magnesium, 0 to 1."""
        return self.atoms * MAGNESIUM_G_PER_MOL / self.molar_mass


# The usual ones first. Molar masses are sums of standard atomic weights over the formula.
SALTS: Final = (
    Salt("citrate", "Mg3C12H10O14", 3, 451.11, "the usual powder, without crystal water"),
    Salt("bisglycinate (glycinate)", "MgC4H8N2O4", 1, 172.42, "many products are mixed with oxide: use the label"),
    Salt("oxide", "MgO", 1, 40.30),
    Salt("malate", "MgC4H4O5", 1, 156.38, "dimagnesium malate has more: use the label"),
    Salt("chloride hexahydrate", "MgCl2H12O6", 1, 203.30),
    Salt("carbonate", "MgCO3", 1, 84.31, "basic carbonate differs: use the label"),
    Salt("lactate dihydrate", "MgC6H14O8", 1, 238.48),
    Salt("taurate", "MgC4H12N2O6S2", 1, 272.58),
    Salt("L-threonate", "MgC8H14O10", 1, 294.50),
    Salt("gluconate dihydrate", "MgC12H26O16", 1, 450.63),
    Salt("aspartate dihydrate", "MgC8H16N2O10", 1, 324.53),
    Salt("orotate dihydrate", "MgC10H10N4O10", 1, 370.51),
    Salt("pidolate", "MgC10H12N2O6", 1, 280.52),
    Salt("hydroxide", "MgH2O2", 1, 58.32, "milk of magnesia, a laxative"),
    Salt("sulfate heptahydrate (Epsom salt)", "MgSO11H14", 1, 246.47, "a laxative"),
    Salt("citrate nonahydrate", "Mg3C12H28O23", 3, 613.25),
    Salt("citrate, 1:1", "MgC6H6O7", 1, 214.41),
    Salt("lactate, without water", "MgC6H10O6", 1, 202.44),
    Salt("gluconate, without water", "MgC12H22O14", 1, 414.60),
    Salt("aspartate, without water", "MgC8H12N2O8", 1, 288.49),
    Salt("chloride, without water", "MgCl2", 1, 95.21),
    Salt("sulfate, without water", "MgSO4", 1, 120.37),
)


def elemental_mg(salt: Salt, salt_mg: float) -> float:
    """Return the magnesium in `salt_mg` mg of a salt, mg. Raises RefusedError for a weight that is no amount."""
    refuse_impossible_amount(salt_mg)
    return salt_mg * salt.share
