"""The three meters of a day, as one HTML element.

One element instead of a dozen, because each costs time on every rerun. A meter is a <details>: opened, it ranks the
entries that make its number, without asking the server. Colour is never the only sign: every state has a shape and a
word, the second part of a bar is striped. The colours keep three to one against both themes and stay apart for
colour-blind eyes (after Okabe and Ito); a minimum that is passed is never red.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from tracker.day_values import target_of
from tracker.entries import Entry
from tracker.intake import METERS, Day, NutrientTotal, counted_water_ml, day_intake
from tracker.nutrients import total
from tracker.targets import MAX_TARGET_ML, State, Targets
from tracker.ui.text import WATER, amount, both_units, html, label, number, second_unit, typed

_MOST_SMALL_LINES: Final = 5
SMALLER: Final = ("fiber_g", "energy_kcal", "calcium_mg", "potassium_mg")
_STATE_WORDS: Final[dict[State, str]] = {
    "below": "below target",
    "reached": "target reached",
    "above_limit": "above the limit",
}

STYLE: Final = """<style>
.hm{display:grid;grid-template-columns:repeat(auto-fit,minmax(13.5rem,1fr));gap:.5rem}
.hm [open]{grid-column:1/-1}
.hm *{box-sizing:border-box}
.hm details{border:1px solid color-mix(in srgb,currentColor 22%,transparent);border-radius:.6rem;min-width:0}
.hm summary{list-style:none;cursor:pointer;padding:.5rem .75rem .55rem;border-radius:.6rem;display:block}
.hm summary::-webkit-details-marker{display:none}
.hm summary:focus-visible{outline:2px solid currentColor;outline-offset:2px}
.hm .r{display:flex;justify-content:space-between;align-items:baseline;gap:.5rem}
.hm .m,.hm .s{white-space:nowrap;flex:none}
.hm p,.hm .p{display:block}
.hm .l{font-weight:600}
.hm .s{font-size:.8rem;display:inline-flex;align-items:center;gap:.3rem;white-space:nowrap}
.hm .v{display:flex;flex-wrap:wrap;align-items:baseline;column-gap:.3rem;
font-size:1.35rem;font-weight:650;line-height:1.25;min-height:1.25em;
font-variant-numeric:tabular-nums}
.hm .w1{flex-wrap:wrap}.hm .w1 span,.hm .v small{white-space:nowrap}
.hm .v small{font-size:.8rem;font-weight:400}
.hm .n{font-size:.8rem;line-height:1.35;margin:.15rem 0 0}
.hm .b{position:relative;display:flex;height:.8rem;margin:.2rem 0 .3rem;border-radius:.4rem;overflow:hidden;
background:color-mix(in srgb,currentColor 13%,transparent)}
.hm .b i{height:100%}
.hm .b u{position:absolute;top:0;bottom:0;border-left:2px solid currentColor;
background:repeating-linear-gradient(90deg,color-mix(in srgb,currentColor 45%,transparent) 0 2px,transparent 2px 6px)}
.hm .b b{position:absolute;top:0;bottom:0;width:2px;background:currentColor}
.hm .f{background:var(--c)}
.hm .g{background:repeating-linear-gradient(135deg,var(--c) 0 4px,color-mix(in srgb,var(--c) 45%,transparent) 4px 7px)}
.hm .q{white-space:nowrap;margin-right:.6rem}
.hm .k{display:inline-block;width:.7rem;height:.7rem;border-radius:.15rem;margin-right:.25rem;vertical-align:-.05rem}
.hm .o{width:.75rem;height:.75rem;border-radius:50%;border:2px solid currentColor;flex:none}
.hm .reached .o{background:currentColor}
.hm .above_limit .o{border-radius:0;border:0;background:currentColor;clip-path:polygon(50% 0,100% 100%,0 100%)}
.hm ol{list-style:none;margin:0;padding:0 .75rem .5rem;font-size:.85rem;font-variant-numeric:tabular-nums}
.hm li{display:flex;gap:.5rem;margin:0;padding:.15rem 0;font-size:inherit}.hm li span{flex:1;overflow-wrap:anywhere}
.hm .e{padding:0 .75rem .5rem}
.hm .m::after{content:"";display:inline-block;width:.4rem;height:.4rem;margin-left:.35rem;vertical-align:.12rem;
border:solid currentColor;border-width:0 1.5px 1.5px 0;transform:rotate(45deg)}
.hm [open] .m::after{transform:rotate(225deg);vertical-align:-.05rem}
.hm .w{--c:#1f83bd}.hm .magnesium_mg{--c:#0b8f6a}.hm .vitamin_d_ug{--c:#b8730d}
.hm.few{grid-template-columns:repeat(auto-fit,minmax(7.5rem,1fr))}
.hm.few .v{font-size:1.05rem}
</style>"""


@dataclass(frozen=True, slots=True)
class _Meter:
    """What one meter shows. parts: label and amount of the two parts of its bar. extra: the target's part for fiber."""

    key: str
    value: float | None
    target: float
    state: State
    at_least: bool
    known_share: float
    parts: tuple[tuple[str, float | None], tuple[str, float | None]]
    notes: tuple[str, ...] = ()
    extra: float = 0.0
    is_limit: bool = False  # the target is not to be passed, and need not be reached


def meters_html(day: Day) -> str:
    """Return the three meters of a day; text of people in it is escaped."""
    meters = (_water(day), _nutrient(day, "magnesium_mg"), _nutrient(day, "vitamin_d_ug"))
    return f'<div class="hm">{"".join(_card(day, meter) for meter in meters)}</div>'


def smaller_html(day: Day) -> str:
    """Return fiber, energy, calcium and potassium: smaller, with a target where one is set, opening into entries."""
    return f'<div class="hm few">{"".join(_small_card(day, key) for key in SMALLER)}</div>'


def _water(day: Day) -> _Meter:
    water, target = day.water, day.water.target
    notes = [_target_words(day)]
    if water.alcoholic_ml:
        notes.append(f"{amount(WATER, water.alcoholic_ml)} in alcoholic drinks does not count")
    food_counts = day.targets.water_counts == "all"
    if not food_counts:
        notes.append("only drinks count")
    return _Meter(
        key=WATER,
        value=water.counted_ml,
        target=target.target_ml,
        state=day.states[WATER],
        at_least=water.at_least,
        known_share=water.known_share,
        parts=(("drinks", water.drinks_ml), ("food", water.food_ml if food_counts else None)),
        notes=tuple(notes),
        extra=target.fiber_ml or 0.0,
        is_limit=target.is_limit,
    )


def _target_words(day: Day) -> str:
    """Return how the water target came about; the fiber part is named as what it is."""
    target = day.water.target
    if target.base_ml is None:
        return "Your fluid limit; nothing is added to it"
    fiber_g = day.totals["fiber_g"].amount
    more = [
        f" + {amount(WATER, part)} for {what}"
        for part, what in (
            (target.fiber_ml, f"{number(fiber_g or 0.0)} g fiber"),
            (target.activity_ml, "activity"),
            (target.heat_ml, "a hot day"),
        )
        if part
    ]
    if more:
        most = f", at most {amount(WATER, MAX_TARGET_ML)}" if target.target_ml == MAX_TARGET_ML else ""
        return f"{amount(WATER, target.base_ml)}{''.join(more)}{most}: a comfort rule, not a medical requirement"
    # 24.96 g is not 25 g yet; all else is rounded as everywhere.
    shown_g = 0.0 if fiber_g is None else round(fiber_g, 1)
    if fiber_g is not None and fiber_g < day.targets.water.fiber_free_g <= shown_g:
        shown_g = math.floor(10.0 * fiber_g) / 10.0
    so_far = "" if fiber_g is None else f" ({number(shown_g, 1)} g so far)"
    return f"Rises above {typed(day.targets.water.fiber_free_g)} g fiber{so_far}: a comfort rule"


def _nutrient(day: Day, key: str) -> _Meter:
    nutrient = day.totals[key]
    _, target = _value_and_target(day, key)
    notes = (_limit_words(day, key),) if day.states[key] == "above_limit" else ()
    return _Meter(
        key=key,
        value=nutrient.amount,
        target=target,
        state=day.states[key],
        at_least=nutrient.at_least,
        known_share=nutrient.known_share,
        parts=(("food", nutrient.food), ("supplement", nutrient.supplement)),
        notes=notes,
    )


def _limit_words(day: Day, key: str) -> str:
    if key == "magnesium_mg":
        return f"Above the limit of {amount(key, day.targets.magnesium_supplement_limit_mg)} from supplements"
    return f"Above the limit of {both_units(key, day.targets.vitamin_d_limit_ug)} a day"


def _card(day: Day, meter: _Meter) -> str:
    shown = "w" if meter.key == WATER else meter.key
    notes = "".join(f'<span class="n p">{html(note)}</span>' for note in (*_completeness(meter), *meter.notes))
    return (
        f'<details class="{shown}"><summary><span class="r"><span class="l">{html(label(meter.key))}</span>'
        f'<span class="s {meter.state}"><span class="o"></span>{_state_words(meter)}</span></span>'
        f"{_value(meter)}{_bar(meter)}{_legend(meter)}{notes}"
        f'<span class="r n w1"><span>{html(_left(meter))}</span><span class="m">What made it</span></span></summary>'
        f"{_ranked(day, meter.key)}</details>"
    )


def _value(meter: _Meter) -> str:
    """Return the line with value, target and percent; with nothing known it says so instead of a zero."""
    goal = html(f"of {amount(meter.key, meter.target)}")
    if meter.value is None:
        return f'<span class="r"><span class="v"><small>nothing logged yet, {goal}</small></span></span>'
    prefix = "<small>at least</small> " if meter.at_least else ""
    value, second = html(amount(meter.key, meter.value)), second_unit(meter.key, meter.value)
    second = f"<small>{html(second)}</small> " if second else ""
    percent = f"{number(100.0 * meter.value / meter.target)} %" if meter.target else ""
    return (
        f'<span class="r"><span class="v">{prefix}{value} {second}<small>{goal}</small></span>'
        f'<span class="s"><b>{percent}</b></span></span>'
    )


def _left(meter: _Meter) -> str:
    """Return what is left to the target, in both units."""
    if meter.value is not None and meter.value >= meter.target:
        return ""
    left = meter.target - (meter.value or 0.0)
    words = f"{'up to ' if meter.at_least else ''}{both_units(meter.key, left)}"
    return f"{words} left of your limit" if meter.is_limit else f"{words} to go"


def _state_words(meter: _Meter) -> str:
    """Return the state in words; a limit is nothing to be below of or to reach."""
    return "within your limit" if meter.is_limit and meter.state != "above_limit" else _STATE_WORDS[meter.state]


def _completeness(meter: _Meter) -> tuple[str, ...]:
    if not meter.at_least or meter.value is None:
        return ()
    return (f"{number(100.0 * meter.known_share)} % of the day's energy has a value",)


def _bar(meter: _Meter) -> str:
    """Return the bar: two parts, the end of the target that is for fiber, and a mark at a target that is passed."""
    value = meter.value or 0.0
    full = max(value, meter.target) or 1.0
    first, second = (f"{100.0 * (part or 0.0) / full:.1f}" for _, part in meter.parts)
    goal = 100.0 * meter.target / full
    fiber = 100.0 * min(meter.extra, meter.target) / full
    zone = f'<u style="left:{goal - fiber:.1f}%;width:{fiber:.1f}%"></u>' if fiber else ""
    mark = f'<b style="left:{goal:.1f}%"></b>' if value > meter.target else ""
    words = f"{label(meter.key)}: {both_units(meter.key, meter.value)} of {both_units(meter.key, meter.target)}"
    return (
        f'<span class="b" role="progressbar" aria-label="{html(label(meter.key))}" aria-valuemin="0" '
        f'aria-valuemax="{full:.0f}" aria-valuenow="{value:.0f}" aria-valuetext="{html(words)}">'
        f'<i class="f" style="width:{first}%"></i><i class="g" style="width:{second}%"></i>{zone}{mark}</span>'
    )


def _legend(meter: _Meter) -> str:
    """Return the key to the two parts; only parts that are known.

    With nothing known yet the first part stands alone, so that the first entry does not push down what is below.
    """
    known = [(sign, name, part) for sign, (name, part) in zip("fg", meter.parts, strict=True) if part is not None]
    keys = [
        f'<span class="q"><span class="k {sign}"></span>{html(name)} {html(amount(meter.key, part))}</span>'
        for sign, name, part in known
    ] or [f"no {html(meter.parts[0][0])} yet"]
    return f'<span class="n p">{" ".join(keys)}</span>'


def _small_card(day: Day, key: str) -> str:
    nutrient: NutrientTotal = day.totals[key]
    known = "nothing yet" if nutrient.amount is None else amount(key, nutrient.amount)
    prefix = "<small>at least</small> " if nutrient.at_least and nutrient.amount is not None else ""
    target = target_of(day, key)
    goal = "" if target is None else f" <small>of {html(amount(key, target))}</small>"
    return (
        f'<details><summary><span class="r"><span class="s">{html(label(key))}</span><span class="m"></span></span>'
        f'<span class="v">{prefix}{html(known)}{goal}</span></summary>'
        f"{_ranked(day, key, _MOST_SMALL_LINES)}</details>"
    )


def _ranked(day: Day, key: str, most: int | None = None) -> str:
    """Return the foods by what they gave, the most first; then those whose value is unknown, without a number.

    A food that was logged more than once is one line. most: how many lines are shown, the rest as one; None for all.
    """
    gave: dict[str, list[float | None]] = {}
    for entry in day.entries:
        value = counted_water_ml(entry, day.targets) if key == WATER else entry.amount_of(key)
        gave.setdefault(entry.name, []).append(value)
    sums = {name: total(values) for name, values in gave.items()}
    everything = total(sums.values()) or 0.0
    ranked = sorted(sums.items(), key=lambda line: -(-1.0 if line[1] is None else line[1]))
    lines = [
        _line(f"{html(name)}{f' × {len(gave[name])}' if len(gave[name]) > 1 else ''}", key, value, everything)
        for name, value in ranked[:most]
    ]
    others = [value for _, value in ranked[len(lines) :]]
    if others:
        lines.append(_line(f"{len(others)} others", key, total(others), everything))
    return f"<ol>{''.join(lines)}</ol>" if lines else '<p class="n e">Nothing logged yet.</p>'


def _line(name_html: str, key: str, value: float | None, everything: float) -> str:
    share = f" · {number(100.0 * value / everything)} %" if value is not None and everything else ""
    return f"<li><span>{name_html}</span>{html(amount(key, value))}{share}</li>"


def adds_html(entries: Sequence[Entry], after: Day) -> str:
    """Return what entries add to the three numbers together; `after` is the day with them."""
    lines = []
    for key, (adds, at_least) in _given(entries, after.targets).items():
        if adds is not None:
            value, target = _value_and_target(after, key)
            then = f"{_least(_is_at_least(after, key))}{amount(key, value)} of {amount(key, target)}"
            lines.append(f"{label(key)}: adds {_least(at_least)}{amount(key, adds)}, then {then}")
        elif at_least:
            lines.append(f"{label(key)}: not known for {'this food' if len(entries) == 1 else 'these foods'}")
    return "".join(f'<p style="margin:0;font-size:.9rem">{html(line)}</p>' for line in lines)


def gave_words(entries: Sequence[Entry], targets: Targets) -> str:
    """Return what entries gave of the three, in a few words; what is nothing is left out, what is unknown is said."""
    words = []
    for key, (adds, at_least) in _given(entries, targets).items():
        if adds:
            words.append(f"{_least(at_least)}{amount(key, adds)} {_inside(label(key))}")
        elif at_least:
            words.append(f"{_inside(label(key))} unknown")
    return ", ".join(words)


def _least(at_least: bool) -> str:
    return "at least " if at_least else ""


def _is_at_least(day: Day, key: str) -> bool:
    return day.water.at_least if key == WATER else day.totals[key].at_least


def _given(entries: Sequence[Entry], targets: Targets) -> dict[str, tuple[float | None, bool]]:
    """Return what entries give of the three together, and whether it may be more, as part of it is unknown."""
    alone = day_intake(date.min, entries, targets)
    given = {key: (alone.totals[key].amount, alone.totals[key].at_least) for key in METERS if key != WATER}
    return {WATER: (alone.water.counted_ml, alone.water.at_least)} | given


def _inside(name: str) -> str:
    """Return a name as it is written inside a sentence."""
    return name[0].lower() + name[1:]


def _value_and_target(day: Day, key: str) -> tuple[float | None, float]:
    if key == WATER:
        return day.water.counted_ml, day.water.target.target_ml
    return day.totals[key].amount, day.targets.magnesium_mg if key == "magnesium_mg" else day.targets.vitamin_d_ug
