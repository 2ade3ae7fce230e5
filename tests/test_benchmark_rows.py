"""The table that `make bench` prints."""

import pytest

from benchmarks.rows import Row, figure, table


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (0.0, "ms", "0.00 ms"),
        (0.18449, "ms", "0.184 ms"),
        (0.000421, "s", "0.000421 s"),
        (1.5, "x", "1.50 x"),
        (41.26, "ms", "41.3 ms"),
        (999.6, "ms", "1,000 ms"),
        (73000, "entries", "73,000 entries"),
        (12.0, "", "12.0"),
    ],
)
def test_a_figure_keeps_three_digits_and_its_unit(value: float, unit: str, shown: str):
    assert figure(value, unit) == shown


def test_rows_stand_in_aligned_columns_and_a_missing_floor_stays_blank():
    printed = table(
        [
            Row("search, p95", 0.5, "ms", "SQLite FTS5", 0.25, 2.0, "< 1 ms"),
            Row("load", 0.31, "s", aim="< 0.5 s"),
        ]
    )
    assert printed.splitlines() == [
        "measured        value     floor               ratio  aim",
        "search, p95  0.500 ms  0.250 ms  SQLite FTS5  2.00x  < 1 ms",
        "load          0.310 s                                < 0.5 s",
    ]


def test_a_report_without_rows_is_its_header():
    assert table([]) == "measured  value  floor    ratio  aim"
