"""Words that part a line, stand around its food, or describe it."""

from typing import Final

from tracker.reading.units import GRAMS

HARD: Final = frozenset((";", "+", "\n", "•", "·", "●", "▪"))
SOFT: Final = frozenset((",", "and", "&", "plus", "、", "，"))
WITH: Final = frozenset(("with", "w"))
MEALS: Final = frozenset(
    (
        "breakfast brekkie brekky brekfast bfast lunch luncheon dinner supper snack snacks brunch tea dessert meal"
        " elevenses morning noon afternoon evening night bed bedtime"
    ).split()
)
WHEN: Final = ("for", "at", "this", "before", "after", "with", "w", "as", "during")
# Of these, those that begin what is said of a meal ("for lunch I had ..."), and those that say which meal it was.
TIMED_WHEN: Final = ("for", "at", "this")
AS_A_MEAL: Final = ("for", "at", "with", "w", "as", "during")
FILLERS: Final = frozenset(
    "i i've we had took take taking ate drank drunk eaten have having eat drink just also then today my me logged log"
    " add only but except".split()
)
# Behind a comma or an "and".
LATER_FILLERS: Final = frozenset("then also but only just i i've had ate drank took finally later".split())
# What follows these was eaten although nothing else was: "nothing for lunch but 2 kiwis".
EXCEPTIONS: Final = frozenset("but except besides only just".split())
NOTHING: Final = frozenset(
    "nothing none nil nope no skipped skip skipping missed without didn't not nada fasted fasting zero".split()
)
NOTHING_TOO: Final = (
    NOTHING
    | MEALS
    | FILLERS
    | frozenset(
        "for at the this a an any anything else food yet eating was were all day did so far of to in with".split()
    )
)

# Words that describe a food without naming one: heat, state, cut.
DESCRIPTIONS: Final = frozenset(
    (
        "raw fresh cooked uncooked boiled steamed baked roasted roast grilled broiled fried pan-fried deep-fried"
        " poached scrambled"
        " sauteed sautéed stewed braised microwaved toasted smoked cured pickled canned tinned frozen thawed dried"
        " dry drained"
        " rinsed undrained soaked sprouted warm hot cold chilled iced chopped sliced diced cubed cut shredded"
        " grated mashed pureed"
        " crushed minced ground halved quartered peeled unpeeled pitted shelled hulled skinless boneless unsalted"
        " salted"
        " unsweetened sweetened plain organic ripe homemade home-made wholemeal skin skinned bone bones in oil"
        " brine water"
        " lean trimmed low-fat lowfat nonfat non-fat fat-free full-fat fat low full reduced semi-skimmed skimmed decaf"
        " decaffeinated black hard soft boiled hard-boiled soft-boiled sugar salt added no without unflavored"
        " unflavoured"
        " wild farmed atlantic breaded battered marinated seasoned grass-fed free-range baby young"
        " finely roughly freshly lightly thinly well medium-rare rare whole large small medium heaped level packed"
        " loosely"
        " with sunny side up over easy not drained-weight drained weight cooked-weight dry-weight"
    ).split()
)
EXACT: Final = frozenset((*GRAMS, "ml", "cl", "dl", "l", "fl oz"))
OF_AMOUNTS: Final = frozenset("of x each about approx around ca roughly apiece per".split())
SHARES: Final = frozenset("cocoa cacao fat milk-fat milkfat lean alcohol abv vol solids of minimum".split())
# A description needs one word that is no mere companion: "in water" alone may be a drink.
COMPANIONS: Final = frozenset(
    "with in water oil sugar salt fat milk side up over easy well whole whole skin bone bones".split()
)
