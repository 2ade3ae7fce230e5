"""The water rule on the Targets page: its numbers, a chart of the target against fiber, and what is known."""

from typing import Final

import streamlit as st

from tracker.intake import Day
from tracker.targets import Targets, WaterRule, fiber_curve
from tracker.ui import target_fields
from tracker.ui.charts import fiber_chart
from tracker.ui.notes import note
from tracker.ui.target_fields import LIMIT, RULE
from tracker.ui.text import WATER, amount, number, plain, unit_words

_COUNTS: Final = "targets.counts"
_ALCOHOL: Final = "targets.alcohol"
# Markdown of ours, by the key of the field.
_NOTES: Final = {
    "fiber_free": "25 g: the adequate intake of [EFSA 2010](http://www.efsa.europa.eu/en/efsajournal/pub/1462), and "
    "the fiber at which two litres were tried.",
    "slope": "25 mL: a comfort rule of ours, one 250 mL glass for 10 g; nobody publishes such a rule. It lies between "
    "the water that [fiber carries](https://pmc.ncbi.nlm.nih.gov/articles/PMC4528039) (3 to 5 mL) and the [labels of "
    "fiber products](https://dailymed.nlm.nih.gov/dailymed/drugInfo.cfm?setid=9c4c41d8-a2d5-4168-9e97-9f9d47fc5e63) "
    "(30 to 70).",
    "most_fiber": "1,000 mL, four glasses: a convention of ours. Base and additions never go above 4,000 mL.",
    "limit": "What a doctor allowed you in a day. It takes the place of the rule: nothing is ever added to it, not for "
    "fiber, activity or heat.",
}
_EVIDENCE: Final = (
    "**What is known, and what is not.** One trial of 117 adults with constipation, all on 25 g of fiber a day, found "
    "that about two litres did more than about one ([Anti 1998](https://www.ncbi.nlm.nih.gov/pubmed/9684123)). No "
    "trial shows that more than two litres does more. Trials that gave healthy people extra water, with bran or "
    "without, saw no change ([overview](https://pmc.ncbi.nlm.nih.gov/articles/PMC6356561/table/nutrients-11-00070-t003))"
    ", and a review found that drinking more helps constipation only in people who lack water ([Müller-Lissner 2005]"
    "(https://mdsite.deno.dev/https://doi.org/10.1111/j.1572-0241.2005.40885.x)). So the extra water is for comfort. "
    "With heart failure or kidney disease, ask your doctor how much you may drink."
)


def draw_fields(targets: Targets) -> None:
    """Draw the numbers of the rule and what counts, filled with what is saved, each with its source."""
    for field in (*RULE, LIMIT):
        with st.grid(2, min_column_width=260, vertical_alignment="center"):
            target_fields.draw(field, targets)
            problem = target_fields.problem_of(field, targets)
            note(_NOTES[field.key] if problem is None else f"{plain(problem)} {_NOTES[field.key]}")
    st.session_state.setdefault(_COUNTS, targets.water_counts)
    st.session_state.setdefault(_ALCOHOL, targets.alcoholic_drinks_count)
    st.radio("What counts as water", ["all", "drinks"], key=_COUNTS, format_func=_counts_label)
    st.checkbox("Alcoholic drinks count (2 g alcohol per 100 g or more)", key=_ALCOHOL)


def chosen(before: Targets) -> dict[str, object]:
    """Return what counts, as chosen, by the name it has in Targets."""
    return {
        "water_counts": st.session_state.get(_COUNTS, before.water_counts),
        "alcoholic_drinks_count": bool(st.session_state.get(_ALCOHOL, before.alcoholic_drinks_count)),
    }


def draw_chart(rule: WaterRule, day: Day, activity_ml: float, heat_ml: float) -> None:
    """Draw the target against fiber by a rule, with the point of a day, and the evidence beside it."""
    fiber_g = day.totals["fiber_g"].amount or 0.0
    points = fiber_curve(rule, activity_ml, heat_ml, fiber_g)
    here = next(target_ml for at_g, target_ml in points if at_g == fiber_g)
    words = f"{number(fiber_g, 1)} g fiber so far today: {amount(WATER, here)}"
    with st.grid(2, min_column_width=300):
        rows, spec = fiber_chart.rows(points, (fiber_g, here), words), fiber_chart.spec(unit_words(WATER))
        st.vega_lite_chart(rows, dict(spec), alt=f"The water target by fiber. {words}.")
        note(_EVIDENCE)


def _counts_label(value: str) -> str:
    return "Drinks and the water in food" if value == "all" else "Drinks only"
