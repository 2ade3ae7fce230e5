"""One measured figure beside its floor, and the table they are printed in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

_HEADER: Final = ("measured", "value", "floor", "", "ratio", "aim")
_ALIGN: Final = ("<", ">", ">", "<", ">", "<")  # names to the left, figures to the right


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the report.

    name: what was measured. value, unit: the figure. floor_name, floor_value: what the machine can do at best, in the
    same unit and run; None where there is none. ratio: value over floor, as the benchmark means it; None without one.
    aim: what we want, in words ("<= 1.3x", "< 1 ms"); empty when there is none.
    """

    name: str
    value: float
    unit: str
    floor_name: str | None = None
    floor_value: float | None = None
    ratio: float | None = None
    aim: str = ""


def table(rows: Iterable[Row]) -> str:
    """Return the rows as one table of aligned columns, figures to the right."""
    cells = [_HEADER, *map(_cells, rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return "\n".join(_line(line, widths) for line in cells)


def _cells(row: Row) -> tuple[str, ...]:
    return (
        row.name,
        figure(row.value, row.unit),
        "" if row.floor_value is None else figure(row.floor_value, row.unit),
        row.floor_name or "",
        "" if row.ratio is None else f"{row.ratio:.2f}x",
        row.aim,
    )


def figure(value: float, unit: str) -> str:
    """Return a value of three significant digits or more with its unit ("0.184 ms", "73,000 entries")."""
    decimals = max(0, 2 - _magnitude(value))
    return f"{value:,.{decimals}f} {unit}".rstrip()


def _magnitude(value: float) -> int:
    """Return the power of ten of the first digit."""
    return int(f"{value:e}".partition("e")[2])


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    aligned = (f"{cell:{align}{width}}" for cell, align, width in zip(cells, _ALIGN, widths, strict=True))
    return "  ".join(aligned).rstrip()
