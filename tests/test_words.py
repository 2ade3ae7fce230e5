"""The normal form of words: what a name and a query are compared by."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.synonyms import RELATED, SAME_PHRASE, SAME_WORD
from tracker.words import MAX_CHARACTERS, normalised_words, singular, tokens

# plural, singular
PLURALS = {
    "almonds": "almond",
    "leaves": "leaf",
    "loaves": "loaf",
    "olives": "olive",
    "chives": "chive",
    "berries": "berry",
    "anchovies": "anchovy",
    "cherries": "cherry",
    "cookies": "cookie",
    "smoothies": "smoothie",
    "pies": "pie",
    "tomatoes": "tomato",
    "potatoes": "potato",
    "mangos": "mango",
    "radishes": "radish",
    "peaches": "peach",
    "quiches": "quiche",
    "cheeses": "cheese",
    "glasses": "glass",
    "peas": "pea",
    "kiwis": "kiwi",
}
NO_PLURALS = (
    "asparagus",
    "hummus",
    "molasses",
    "couscous",
    "swiss",
    "citrus",
    "watercress",
    "gas",
    "pease",
    "milk",
    "bus",
)


@pytest.mark.parametrize(("plural", "expected"), PLURALS.items())
def test_a_plural_becomes_its_singular_and_stays_it(plural, expected):
    assert singular(plural) == expected
    assert singular(expected) == expected


@pytest.mark.parametrize("word", NO_PLURALS)
def test_a_word_that_only_looks_like_a_plural_stays(word):
    assert singular(word) == word


@pytest.mark.parametrize(
    ("text", "expected"),
    {
        "Spinach, cooked": "spinach cooked",
        "a handful of the almonds": "handful almond",
        "Jalapeño": "jalapeno",
        "crème fraîche": "creme fraiche",
        "cow’s milk": "cow milk",
        "M&M's": "m ms",
        "soy-milk": "soy milk",
        "soymilk": "soy milk",
        "soya milk": "soy milk",
        "flaxseeds": "flax seed",
        "linseed": "flax seed",
        "wholemeal bread": "whole wheat bread",
        "whole-wheat bread": "whole wheat bread",
        "courgettes": "zucchini",
        "aubergine": "eggplant",
        "rocket": "arugula",
        "prawns": "shrimp",
        "minced beef": "ground beef",
        "maize": "corn",
        "yoghurt": "yogurt",
        "high fibre": "high fiber",
        "skimmed milk": "nonfat milk",
        "fat-free milk": "nonfat milk",
        "semi-skimmed milk": "semiskimmed milk",
        "garbanzo beans": "chickpea",
        "chick peas": "chickpea",
        "jacket potato": "baked potato",
        "spring onions": "scallion",
        "Spinach, boiled, without salt": "spinach boiled unsalted",
        "coffee without milk": "coffee no-milk",
        "no": "no",
        "2 % milk": "2% milk",
        "2 percent milk": "2% milk",
        "cacao 70-85%": "cocoa 70% 85%",
        "1.5 l": "1.5 l",
        "лосось": "лосось",
    }.items(),
)
def test_a_text_is_reduced_to_its_words(text, expected):
    assert " ".join(normalised_words(text)) == expected


@pytest.mark.parametrize("text", ["", "   ", "\0", "😀", "'\"", "-,.;%", "of the"])
def test_a_text_without_words_has_none(text):
    assert normalised_words(text) == ()


def test_what_is_far_behind_is_not_read():
    assert normalised_words("a" * MAX_CHARACTERS + " spinach") == ("a" * MAX_CHARACTERS,)


@given(st.text())
def test_the_normal_form_of_any_text_is_stable(text):
    words = normalised_words(text)
    assert words == normalised_words(text)
    assert all(words)
    assert [word for word in tokens(text.casefold()) if not word] == []


@pytest.mark.parametrize("normal", sorted({*SAME_WORD.values(), *SAME_PHRASE.values()} - {""}))
def test_a_synonym_is_itself_in_normal_form(normal):
    assert normalised_words(normal) == tuple(normal.split())


@pytest.mark.parametrize("phrase", SAME_PHRASE)
def test_the_words_of_a_phrase_are_singular_so_that_it_is_found(phrase):
    assert " ".join(map(singular, tokens(phrase))) == phrase


@pytest.mark.parametrize("word", [*SAME_WORD, *RELATED, *(other for others in RELATED.values() for other in others)])
def test_a_word_with_a_synonym_is_singular(word):
    assert singular(word) == word
