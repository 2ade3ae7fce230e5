"""Which columns are kept."""

import numpy as np

from tracker.suggesting.dominance import undominated


def kept(courses: list[int], *burdens: list[float]) -> list[int]:
    return undominated(np.array(courses), [np.array(figures) for figures in burdens])


def test_a_column_goes_that_another_of_its_course_beats_in_everything() -> None:
    assert kept([0, 0, 1], [1.0, 2.0, 3.0], [1.0, 1.0, 3.0]) == [0, 2]


def test_a_column_stays_that_is_better_in_anything() -> None:
    assert kept([0, 0], [1.0, 2.0], [2.0, 1.0]) == [0, 1]


def test_of_equal_columns_the_first_stays() -> None:
    assert kept([0, 0, 0], [2.0, 1.0, 1.0]) == [1]
    assert kept([1, 0, 1], [1.0, 1.0, 1.0]) == [0, 1]


def test_no_columns_keep_none() -> None:
    assert kept([], []) == []
