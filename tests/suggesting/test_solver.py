"""The solver on programmes that can be solved by eye."""

import random
import time

import pytest

from tracker.suggesting.solver import OutOfTimeError, Programme, Row, solve


def in_a_minute() -> float:
    return time.monotonic() + 60.0


def test_the_cheapest_columns_that_satisfy_all_rows_are_chosen() -> None:
    # Two of three, and not both of the cheap ones.
    rows = [Row({0: 1.0, 1: 1.0, 2: 1.0}, lower=2.0), Row({0: 1.0, 1: 1.0}, upper=1.0)]
    values = solve(Programme([1.0, 2.0, 5.0], rows), in_a_minute())
    assert values is not None
    assert [round(value) for value in values] == [1, 0, 1]


def test_a_share_may_be_a_fraction_and_a_choice_may_not() -> None:
    rows = [Row({0: 10.0, 1: 4.0}, lower=3.0)]
    values = solve(Programme([9.0, 2.0], rows, shares=1), in_a_minute())
    assert values == pytest.approx((0.0, 0.75))


def test_what_nothing_satisfies_has_no_answer() -> None:
    assert solve(Programme([1.0], [Row({0: 1.0}, lower=2.0)]), in_a_minute()) is None


def test_without_columns_only_rows_that_ask_for_nothing_hold() -> None:
    assert solve(Programme([], [Row({}, lower=0.0)]), in_a_minute()) == ()
    assert solve(Programme([], [Row({}, lower=1.0)]), in_a_minute()) is None
    assert solve(Programme([], [Row({}, upper=-1.0)]), in_a_minute()) is None


def test_a_row_without_terms_is_a_row_too() -> None:
    assert solve(Programme([1.0], [Row({}, upper=-1.0)]), in_a_minute()) is None


def test_when_time_is_up_nothing_is_claimed() -> None:
    with pytest.raises(OutOfTimeError):
        solve(Programme([1.0], [Row({0: 1.0}, lower=1.0)]), time.monotonic() - 1.0)


def test_a_search_that_takes_too_long_is_stopped() -> None:
    """Forty columns that no solver settles in a moment (market split, Cornuéjols and Dawande 1998)."""
    chance = random.Random(1)
    weights = [[chance.randrange(100) for _ in range(40)] for _ in range(5)]
    rows = [Row(dict(enumerate(map(float, row))), sum(row) // 2, sum(row) // 2) for row in weights]
    start = time.monotonic()
    with pytest.raises(OutOfTimeError):
        solve(Programme([1.0] * 40, rows), start + 0.2)
