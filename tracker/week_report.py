"""Two weeks as JSON and as plain lines, for the command line; see `tracker.report` for their manner."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from tracker.contributions import Contribution, MadeBy, Rest, Shift, listed, listed_shifts, made_by
from tracker.day_values import DayValue
from tracker.intake import COUNTED_WATER, METERS
from tracker.nutrients import DIARY_KEYS, NUTRIENTS
from tracker.report import amount_text
from tracker.weeks import SHOWN_KEYS, Difference, Mean, WeekComparison, WeekSummary

# How many foods the lines name; JSON has all.
_MOST_FOODS: Final = 5


def week_json(comparison: WeekComparison) -> dict[str, Any]:
    """Return a week and, under "against", the one it is compared with; "difference" is of the means.

    "compared" has the days of each that means are over; "same_days" says that they are fewer than seven because a week
    is in progress. "made_by" has foods per day of the means.
    """
    differences = comparison.differences
    return _summary_json(comparison.week) | {
        "against": _summary_json(comparison.against),
        "difference": {key: _difference_json(differences[key]) for key in DIARY_KEYS},
        "water_difference": _difference_json(differences[COUNTED_WATER]),
        "same_days": comparison.same_days,
        "note": comparison.in_words(),
        "made_by": {key: _made_by_json(made_by(comparison, key)) for key in SHOWN_KEYS},
    }


def _summary_json(summary: WeekSummary) -> dict[str, Any]:
    means = {key: summary.means[key] for key in DIARY_KEYS}
    water = summary.means[COUNTED_WATER]
    return {
        "week": str(summary.week),
        "days_logged": summary.days_logged,
        "mean": {key: mean.amount for key, mean in means.items()},
        "mean_days": {key: mean.days for key, mean in means.items()},
        "mean_at_least": {key: mean.at_least for key, mean in means.items()},
        "mean_known_share": {key: mean.known_share for key, mean in means.items()},
        "water": {
            "counted_ml": water.amount,
            "days": water.days,
            "at_least": water.at_least,
            "known_share": water.known_share,
        },
        "days_reached": dict(summary.days_reached),
        "in_progress": summary.in_progress.isoformat() if summary.in_progress else None,
        "compared": [day.isoformat() for day in summary.compared],
        "days": {key: [_value_json(value) for value in summary.values(key)] for key in SHOWN_KEYS},
    }


def _value_json(value: DayValue) -> dict[str, Any]:
    return {
        "day": value.day.isoformat(),
        "status": value.status,
        "mark": value.mark,
        "amount": value.amount,
        "at_least": value.at_least,
        "known_share": value.known_share,
        "target": value.target,
        "state": value.state,
        "reached": value.reached,
    }


def _difference_json(difference: Difference) -> dict[str, float | None]:
    return {"amount": difference.amount, "percent": difference.percent}


def _made_by_json(made: MadeBy) -> dict[str, Any]:
    return {
        "week": [_contribution_json(one) for one in made.week],
        "against": [_contribution_json(one) for one in made.against],
        "week_unknown": [_contribution_json(one) for one in made.week_unknown],
        "against_unknown": [_contribution_json(one) for one in made.against_unknown],
        "difference": [
            {"name": shift.name, "amount": shift.amount, "at_least": shift.at_least} for shift in made.shifts
        ],
    }


def _contribution_json(one: Contribution) -> dict[str, Any]:
    return {
        "name": one.name,
        "amount": one.amount,
        "per_day": one.per_day,
        "entries": one.entries,
        "unknown": one.unknown,
    }


def week_lines(comparison: WeekComparison) -> Iterator[str]:
    """Yield the two weeks as they are read on a terminal."""
    week, against = comparison.week, comparison.against
    yield f"{week.week} against {against.week}"
    for key in SHOWN_KEYS:
        mean, other = _mean_text(week, key), _mean_text(against, key)
        yield f"{_label(key):10} {mean} against {other}{_change_text(key, comparison.differences[key])}"
    for meter in METERS:
        reached, others = (f"{each.days_reached[meter]} of {each.days_counted[meter]}" for each in (week, against))
        yield f"{_label(meter):10} reached on {reached} days against {others}"
    for meter in METERS:
        yield from _made_by_lines(made_by(comparison, meter))
    if note := comparison.in_words():
        yield note
    if week.only_complete:
        yield "Means and days reached are of days marked complete alone."
    if week.in_progress:
        yield f"{week.in_progress.isoformat()} is in progress: not in the means yet."


def _label(key: str) -> str:
    return "Water" if key == COUNTED_WATER else NUTRIENTS[key].label


def _mean_text(summary: WeekSummary, key: str) -> str:
    mean: Mean = summary.means[key]
    if mean.amount is None:
        value = summary.so_far(key)
        if value is not None and value.amount is not None:
            return f"{summary.why_no_mean}, {amount_text(key, value.amount, at_least=value.at_least)} so far"
        return summary.why_no_mean or ("nothing known" if mean.at_least else "nothing logged")
    days = f"{mean.days} of {len(summary.compared)} days"
    known = f", {100 * mean.known_share:.0f} % known" if mean.at_least else ""
    return f"{amount_text(key, mean.amount, at_least=mean.at_least)} a day ({days}{known})"


def _change_text(key: str, difference: Difference) -> str:
    if difference.amount is None:
        return ""
    percent = "" if difference.percent is None else f", {difference.percent:+.0f} %"
    return f": {signed_amount(key, difference.amount)}{percent}"


def signed_amount(key: str, amount: float) -> str:
    """Return a difference with its sign and unit ("+310 mg", "-90 mg", "0 mg")."""
    text = amount_text(key, abs(amount))
    shown_as_nothing = not any(digit in text for digit in "123456789")
    return text if shown_as_nothing else f"{'+' if amount > 0 else '-'}{text}"


def _made_by_lines(made: MadeBy) -> Iterator[str]:
    label = _label(made.key)
    if made.week:
        told, rest = listed(made.week, _MOST_FOODS)
        foods = [f"{one.name} {amount_text(made.key, one.per_day)}" for one in told]
        yield f"{label:10} a day from {'; '.join((*foods, *_rest_text(made.key, rest, signed=False)))}"
    if made.shifts:
        shifts, rest = listed_shifts(made.shifts, _MOST_FOODS)
        if shifts:
            foods = [_shift_text(made.key, shift) for shift in shifts]
            yield f"{label:10} a day changed by {'; '.join((*foods, *_rest_text(made.key, rest, signed=True)))}"
    if unknown := _names((*made.week_unknown, *made.against_unknown)):
        others = len(unknown) - _MOST_FOODS
        more = f" and {others} more" if others > 0 else ""
        yield f"{label:10} unknown of {', '.join(unknown[:_MOST_FOODS])}{more}"


def _shift_text(key: str, shift: Shift) -> str:
    return f"{shift.name} {signed_amount(key, shift.amount)}{' (some unknown)' if shift.at_least else ''}"


def _rest_text(key: str, rest: Rest | None, *, signed: bool) -> Sequence[str]:
    if rest is None:
        return ()
    amount = signed_amount(key, rest.per_day) if signed else amount_text(key, rest.per_day)
    return (f"{rest.foods} other{'s' if rest.foods > 1 else ''} {amount}",)


def _names(found: Iterable[Contribution]) -> list[str]:
    return list(dict.fromkeys(one.name for one in found))
