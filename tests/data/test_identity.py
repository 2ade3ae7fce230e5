"""Ids that never change and names that never repeat."""

from building.food import FNDDS, LEGACY
from building.identity import give_ids, slug, tell_apart
from tests.data.builders import source_food


def test_slugs_are_readable_and_short():
    assert slug("Spinach, fresh, cooked, no added fat") == "spinach-fresh-cooked-no-added-fat"
    assert slug("Crème brûlée") == "creme-brulee"
    assert slug("K's, plain") == "ks-plain"
    assert len(slug("word " * 40)) <= 70
    assert not slug("word " * 40).endswith("-")


def ids(*foods):
    give_ids(foods)
    return [food.id for food in foods]


def test_foods_of_sr24_keep_their_number():
    assert ids(source_food("Nuts, almonds", number="12061")) == ["sr:12061"]


def test_slugs_that_meet_do_not_depend_on_the_order():
    one = source_food("Milk, dry", source=FNDDS)
    other = source_food("Milk; dry", source=LEGACY)
    forward = dict(zip("ab", ids(one, other), strict=True))
    backward = dict(zip("ba", ids(other, one), strict=True))
    assert forward == backward
    assert forward["a"] != forward["b"]
    assert all(text.startswith("milk-dry-") for text in forward.values())


def test_the_staple_keeps_the_name_and_the_other_says_more():
    staple = source_food("Beans, kidney, canned", by_hand=True, staple=1)
    other = source_food("Beans, kidney, all types, mature seeds, canned")
    staple.name = other.name = "Kidney beans, canned"
    tell_apart([other, staple])
    assert staple.name == "Kidney beans, canned"
    assert other.name == "Beans, kidney, all types, mature seeds, canned"


def test_names_that_no_words_tell_apart_name_their_source():
    old, new = source_food("Dulce de Leche"), source_food("Dulce de leche", source=FNDDS)
    tell_apart([old, new])
    assert len({old.name.lower(), new.name.lower()}) == 2
