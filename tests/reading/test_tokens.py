"""A line cut into numbers, words and marks: the numbers as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.reading.tokens import normalised, tokens_of


def shown(line: str, names: tuple[str, ...] = ()) -> list[object]:
    return [token.value if token.is_number else token.text for token in tokens_of(line, names)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("30", 30),
        ("1.5", 1.5),
        ("1,5", 1.5),
        (".5", 0.5),
        ("0,75", 0.75),
        ("1,000", 1000),
        ("12,000", 12000),
        ("1,234,567", 1234567),
        ("1,2345", 1.2345),
        ("1,50", 1.5),
        ("1.234,5", 1234.5),
        ("1,234.5", 1234.5),
        ("1'000", 1000),
        ("1 000", 1000),
        ("12 500", 12500),
        ("1\u00a0000", 1000),  # a blank that does not break
        ("1\u2009000", 1000),  # a thin blank
        ("１２", 12),  # full width
        ("1/2", 0.5),
        ("3/4", 0.75),
        ("½", 0.5),
        ("⅓", 1 / 3),
        ("1½", 1.5),
        ("1 ½", 1.5),
        ("2 1/2", 2.5),
        ("1-1/2", 1.5),
        ("1 and 1/2", 1.5),
        ("two", 2),
        ("twelve", 12),
        ("twenty-five", 25),
        ("a dozen", 12),
        ("two dozen", 24),
        ("2 dozen", 24),
        ("1\u20442", 0.5),  # with the fraction slash
        ("half a dozen", 6),
        ("half-dozen", None),  # no number is better than a wrong one
        ("a couple of", 2),
        ("half", None),  # half of what?
        ("two hundred", 200),
        ("one hundred and fifty", 150),
        ("one and a half", 1.5),
        ("two and a quarter", 2.25),
        ("0.00012345678901234567", 0.00012345678901234567),
    ],
)
def test_a_number_is_read_as_it_is_written(text: str, value: float | None) -> None:
    numbers = [token for token in tokens_of(text) if token.is_number]
    assert [token.value for token in numbers] == ([] if value is None else [pytest.approx(value)])
    assert all(token.note is None for token in numbers)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("half an avocado", [0.5, "avocado"]),
        ("half of an apple", [0.5, "apple"]),
        ("½ of an apple", [0.5, "apple"]),
        ("three quarters of a cup", [0.75, "cup"]),
        ("a quarter of a melon", [0.25, "melon"]),
        ("a cup and a half of rice", [1.5, "cup", "rice"]),
        ("half and half", ["half", "and", "half"]),
        ("half fat cheese", ["half", "fat", "cheese"]),
        ("a banana", [1.0, "banana"]),
        ("vitamin a", ["vitamin", "a"]),
        ("30g", [30.0, "g"]),
        ("8-oz steak", [8.0, "-", "oz", "steak"]),
        ("7-grain bread", ["7-grain", "bread"]),
        ("2% milk", ["2%", "milk"]),
        ("70-85% cacao", ["70-85%", "cacao"]),
        ("omega 3 egg", ["omega-3", "egg"]),
        ("b12", ["b12"]),
        ("eggs x2", ["eggs", "x", 2.0]),
        ("2×250 ml", [2.0, "x", 250.0, "ml"]),
        ("-30 g", [-30.0, "g"]),
        ("−30 g", [-30.0, "g"]),
        ("almonds - 30 g", ["almonds", "-", 30.0, "g"]),
        ("1 egg and 1/2 avocado", [1.0, "egg", "and", 0.5, "avocado"]),
        ("zero coke", ["zero", "coke"]),
    ],
)
def test_numbers_keep_apart_from_words_that_only_look_like_them(text: str, parts: list[object]) -> None:
    assert shown(text) == parts


def test_a_name_that_begins_with_a_digit_stays_whole_when_it_is_known() -> None:
    assert shown("7up 330ml", ("7up",)) == ["7up", 330.0, "ml"]
    assert shown("2eggs", ("7up",)) == [2.0, "eggs"]


@pytest.mark.parametrize("text", ["2-3", "2 - 3", "2 to 3", "2 or 3", "between 2 and 3", "two or three", "2–3"])
def test_a_range_is_one_number_that_asks(text: str) -> None:
    (token,) = tokens_of(text)
    assert token.value == 2.5
    assert token.note is not None


@pytest.mark.parametrize("text", ["1/0", "80/20", "1.2.3", "1,2,3", "3/2/1", "1 5/4"])
def test_a_number_that_makes_no_sense_asks(text: str) -> None:
    assert any(token.note is not None for token in tokens_of(text))


def test_both_readings_of_a_thousands_sign_are_kept() -> None:
    (comma,), (point,) = tokens_of("1,500"), tokens_of("1.500")
    assert (comma.value, comma.other) == (1500.0, 1.5)
    assert (point.value, point.other) == (1.5, 1500.0)


@given(st.text())
def test_every_token_stands_where_it_says(line: str) -> None:
    tokens = tokens_of(line)
    assert all(0 <= token.start < token.end <= len(line) for token in tokens)
    assert [token.start for token in tokens] == sorted(token.start for token in tokens)


@given(st.text())
def test_each_plain_sign_knows_where_it_comes_from(line: str) -> None:
    text, origin = normalised(line)
    assert len(origin) == len(text) + 1
    assert origin == sorted(origin)
    assert origin[-1] == len(line)
