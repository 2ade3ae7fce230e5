"""Which mistyped words are taken for the word they are near to."""

import pytest

from tracker.searching.slips import is_one_slip, is_slip


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("brocoli", "broccoli"),
        ("brocolli", "broccoli"),
        ("bannana", "banana"),
        ("appel", "apple"),
        ("avacado", "avocado"),
        ("almont", "almond"),
        ("spinich", "spinach"),
        ("oatmel", "oatmeal"),
        ("cheeze", "cheese"),
        ("parmezan", "parmesan"),
        ("mozarela", "mozzarella"),
    ],
)
def test_a_letter_missing_doubled_swapped_or_alike_is_a_slip(written: str, meant: str) -> None:
    assert is_slip(written, meant)


@pytest.mark.parametrize(
    ("written", "meant"),
    [("risotto", "ricotta"), ("bailey", "barley"), ("shreddy", "shredded"), ("bream", "cream"), ("skate", "steak")],
)
def test_a_word_of_its_own_is_no_slip(written: str, meant: str) -> None:
    assert not is_slip(written, meant)


@pytest.mark.parametrize(
    ("written", "meant", "one"),
    [("hanful", "handful", True), ("galss", "glass", True), ("handful", "handful", False), ("hnfl", "handful", False)],
)
def test_one_slip_is_neither_none_nor_two(written: str, meant: str, one: bool) -> None:
    assert is_one_slip(written, meant) is one
