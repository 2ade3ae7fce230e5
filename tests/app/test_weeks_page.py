"""The comparison of two weeks: the address, the sentence, the tables, the chart and the foods, from made-up days."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from html import unescape
from typing import Any
from urllib.parse import parse_qs

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from tests.app.test_targets_page import open_part
from tests.builders import a_supplement, an_entry
from tracker.contributions import made_by
from tracker.days import Week
from tracker.diary import Diary, Settings
from tracker.entries import Entry
from tracker.intake import METERS, Day, day_intake
from tracker.marks import Mark
from tracker.targets import Targets, WaterRule
from tracker.ui import downloads, targets_form
from tracker.ui.charts import week_chart
from tracker.ui.made_by import made_by_html
from tracker.ui.meters import STYLE
from tracker.ui.week_answer import answer_html, sentence
from tracker.ui.week_legend import legend_html
from tracker.ui.week_table import days_html, means_html
from tracker.weeks import SHOWN_KEYS, WeekComparison, compare, summarise_week

NewApp = Callable[..., AppTest]

W47 = Week(date(2026, 11, 16))
W46 = Week(date(2026, 11, 9))
LATER = date(2026, 12, 31)


def entry(day: date, name: str = "Food", **amounts: Any) -> Entry:
    known = {"water_g": 0.0, "energy_kcal": 100.0, "fiber_g": 0.0, "magnesium_mg": 0.0, "vitamin_d_ug": 0.0}
    at = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    return an_entry(name=name, food_id=name, day=day, at=at, **(known | amounts))


def a_day(number: int, *entries: Mapping[str, Any], mark: Mark | None = None, targets: Targets | None = None) -> Day:
    """Return a day of November 2026."""
    day = date(2026, 11, number)
    return day_intake(day, [entry(day, **amounts) for amounts in entries], targets or Targets(), mark=mark)


def compared(*days: Day, today: date = LATER, only_complete: bool = False, against: Week = W46) -> WeekComparison:
    """Return 2026-W47 against another week; days that are not given have no entries."""
    given = {day.day: day for day in days}
    every = [given.get(date(2026, 11, number), a_day(number)) for number in range(9, 23)]
    return compare(*(summarise_week(week, every, today, only_complete=only_complete) for week in (W47, against)))


def text_of(html: str) -> str:
    """Return what is read: without tags and styles."""
    return unescape(" ".join(re.sub(r"<style>.*?</style>|<[^>]+>", " ", html, flags=re.DOTALL).split()))


def cells(table: str, row: str) -> list[str]:
    """Return the texts of the cells of a row, which begins with that name."""
    found = re.search(rf"<tr><th scope='row'>{row}</th>(.*?)</tr>", table)
    assert found, table
    return [text_of(cell).replace("\u00a0", " ") for cell in re.findall(r"<td[^>]*>(.*?)</td>", found[1])]


# 16 and 17 November: 500 and 1 mg; 9 and 10 November: 200 mg, and 100 mg beside a food of which nothing is known.
FOUR_DAYS = (
    a_day(16, {"magnesium_mg": 500.0}),
    a_day(17, {"magnesium_mg": 1.0}),
    a_day(9, {"magnesium_mg": 200.0}),
    a_day(10, {"magnesium_mg": 100.0}, {"magnesium_mg": None, "energy_kcal": 300.0}),
)


# Words and tables


def test_a_mean_stands_with_its_denominator_what_is_known_of_it_and_the_days_reached():
    # 250.5 mg; (200 + 100) / 2 mg, of which all and a quarter (100 of 400 kcal) is known.
    assert cells(means_html(compared(*FOUR_DAYS)), "Magnesium") == [
        "250 mg 2 of 7 days, all known reached 1 of 2 days",
        "at least 150 mg 2 of 7 days, 62 % known reached 0 of 2 days",
        "+100 mg (+67 %), more",
    ]


def test_what_is_only_almost_known_is_never_called_all():
    days = [a_day(16, {"magnesium_mg": 1.0, "energy_kcal": 9999.0}, {"magnesium_mg": None, "energy_kcal": 1.0})]
    assert "99 % known" in cells(means_html(compared(*days)), "Magnesium")[0]


def test_a_day_says_amount_target_and_state_and_a_day_without_entries_or_values_says_so():
    tea = a_day(13, {"magnesium_mg": None})
    table = days_html(compared(*FOUR_DAYS, tea, a_day(18, mark="not tracked")), "magnesium_mg")
    assert cells(table, "Monday") == ["500 mg 16 Nov of 400 mg ● reached", "200 mg 9 Nov of 400 mg ○ below"]
    assert cells(table, "Tuesday")[1] == "at least 100 mg 10 Nov of 400 mg ○ below, 25 % known"
    assert cells(table, "Wednesday") == ["not tracked 18 Nov", "not logged 11 Nov"]
    assert cells(table, "Friday") == ["not logged 20 Nov", "nothing known 13 Nov"]
    assert cells(table, "Change") == ["+100 mg (+67 %), more"]


def test_the_targets_of_the_days_are_their_own_and_waters_moves_with_fiber():
    table = days_html(
        compared(
            a_day(16, {"water_g": 2100.0, "fiber_g": 35.0}),
            a_day(17, {"water_g": 2100.0}),
            a_day(9, {"water_g": 1500.0}, targets=Targets(water=WaterRule(base_ml=1500.0))),
        ),
        "water",
    )
    assert cells(table, "Monday") == [
        "2,100 mL 16 Nov of 2,250 mL ○ below",
        "1,500 mL 9 Nov of 1,500 mL ● reached",
    ]
    assert cells(table, "Tuesday")[0] == "2,100 mL 17 Nov of 2,000 mL ● reached"


def test_every_day_of_the_table_is_a_link_to_that_day():
    links = re.findall(r'href="\./\?day=([\d-]+)"', days_html(compared(), "water"))
    assert sorted(links) == [f"2026-11-{number:02d}" for number in range(9, 23)]


SENTENCES: list[tuple[dict[str, float | None], dict[str, float | None], str]] = [
    (
        {"water_g": 2000.0, "magnesium_mg": 300.0, "vitamin_d_ug": 1.0},
        {"water_g": 1000.0, "magnesium_mg": 400.0, "vitamin_d_ug": 2.0},
        "2026-W47: more water and less magnesium and vitamin D than in 2026-W46.",
    ),
    (
        {"water_g": 2000.0, "magnesium_mg": 300.0, "vitamin_d_ug": 1.0},
        {"water_g": 1000.0, "magnesium_mg": 300.2, "vitamin_d_ug": None},
        "2026-W47: more water than in 2026-W46, about as much magnesium. Of vitamin D too little is known to say.",
    ),
    (
        {"water_g": 9.0, "magnesium_mg": 3.0, "vitamin_d_ug": 1.0},
        {"water_g": 9.0, "magnesium_mg": 3.0, "vitamin_d_ug": 1.0},
        "2026-W47: about as much water, magnesium and vitamin D as in 2026-W46.",
    ),
    (
        {"water_g": 9.7, "magnesium_mg": 300.0, "vitamin_d_ug": 1.0},
        {"water_g": 10.0, "magnesium_mg": 200.0, "vitamin_d_ug": 2.0},
        "2026-W47: more magnesium and less vitamin D than in 2026-W46, about as much water.",
    ),
]


@pytest.mark.parametrize(("week", "against", "expected"), SENTENCES)
def test_the_answer_is_one_sentence(week: dict[str, Any], against: dict[str, Any], expected: str):
    assert sentence(compared(a_day(16, week), a_day(9, against))) == expected


def test_without_a_day_in_one_of_the_weeks_the_answer_says_that_they_cannot_be_compared():
    assert sentence(compared(a_day(16, {}))).startswith("2026-W47 and 2026-W46 cannot be compared")


def test_a_week_in_progress_says_which_days_are_compared_and_the_day_in_progress_stays_out_of_the_mean():
    comparison = compared(*FOUR_DAYS, today=date(2026, 11, 17))
    assert "2026-W47 is still in progress: means are of Monday in both weeks." in text_of(answer_html(comparison))
    assert cells(means_html(comparison), "Magnesium") == [
        "500 mg 1 of 1 day, all known reached 1 of 1 day",
        "200 mg 1 of 1 day, all known reached 0 of 1 day",
        "+300 mg (+150 %), more",
    ]
    assert cells(days_html(comparison, "magnesium_mg"), "Tuesday")[0] == "1 mg 17 Nov of 400 mg … so far"


def test_on_its_first_day_a_week_says_what_there_is_so_far_and_never_that_nothing_is_logged():
    comparison = compared(*FOUR_DAYS, today=date(2026, 11, 16))
    card = answer_html(comparison).partition("<h2>Magnesium</h2>")[2].partition("</section>")[0]
    assert text_of(card).startswith("no average yet 500 mg so far against at least 150 mg, 2 of 7 days")
    assert cells(means_html(comparison), "Magnesium")[0] == "no average yet 500 mg so far reached 1 of 1 day"
    assert cells(days_html(comparison, "magnesium_mg"), "Average")[0].startswith("no average yet 500 mg so far")
    made = text_of(made_by_html(comparison, made_by(comparison, "magnesium_mg")))
    assert "2026-W47 No average yet. 2026-W46 Food 150 mg" in made
    assert "nothing logged" not in text_of(answer_html(comparison) + means_html(comparison))
    other = compared(*FOUR_DAYS, today=date(2026, 11, 9))
    assert cells(means_html(other), "Magnesium")[0].startswith("still to come")
    assert "Still to come." in text_of(made_by_html(other, made_by(other, "magnesium_mg")))


def test_a_card_has_mean_difference_denominators_and_the_days_as_signs():
    card = answer_html(compared(*FOUR_DAYS)).partition("<h2>Magnesium</h2>")[2].partition("</section>")[0]
    text = text_of(card).replace("\u00a0", " ")
    assert text.startswith("250 mg a day · 2 of 7 days, all known ▲ +100 mg (+67 %), more against at least 150 mg")
    assert "a difference of what is known" in text
    assert "reached 1 of 2 days, against 0 of 2" in text
    assert text.endswith("W47 ● ○ – – – – – W46 ○ ○ – – – – –")
    assert "2026-W47: Mon 16 Nov reached, Tue 17 Nov below, Wed 18 Nov not logged" in card


def test_means_of_complete_days_alone_are_said_to_be_that():
    comparison = compared(a_day(16, {"magnesium_mg": 9.0}, mark="complete"), *FOUR_DAYS[1:], only_complete=True)
    assert cells(means_html(comparison), "Magnesium")[0].startswith("9 mg 1 of 7 days")
    assert "days marked complete alone" in text_of(answer_html(comparison))


amounts = st.none() | st.just(0.0) | st.floats(0.001, 5e3)


@given(st.lists(st.tuples(amounts, amounts, amounts), min_size=14, max_size=14), st.sampled_from(SHOWN_KEYS))
def test_the_tables_have_the_numbers_of_the_domain(values: list[tuple[float | None, ...]], key: str):
    columns = ("water_g", "magnesium_mg", "vitamin_d_ug")
    days = [
        a_day(9 + number, dict(zip(columns, of_day, strict=True)) | {"fiber_g": of_day[1], "calcium_mg": of_day[0]})
        for number, of_day in enumerate(values)
    ]
    comparison = compared(*days)
    means, by_day = means_html(comparison), days_html(comparison, key)
    for shown in SHOWN_KEYS:
        name = {"water": "Water", "vitamin_d_ug": "Vitamin D"}.get(shown, shown.partition("_")[0].capitalize())
        row = cells(means, name)
        for cell, summary in zip(row, (comparison.week, comparison.against), strict=False):
            mean = summary.means[shown]
            assert number_in(cell, shown) == rounded(mean.amount, shown)
            assert f"{mean.days} of 7 days" in cell
            assert ("at least" in cell) is (mean.amount is not None and mean.at_least)
            if shown in METERS:
                assert f"reached {summary.days_reached[shown]} of {summary.days_counted[shown]} day" in cell
    for summary, column in ((comparison.week, 0), (comparison.against, 1)):
        for value in summary.values(key):
            assert number_in(cells(by_day, f"{value.day:%A}")[column], key) == rounded(value.amount, key)


def number_in(cell: str, key: str) -> float | None:
    found = re.match(r"(?:at least )?([\d,.]+) (?:mL|mg|IU|g)\b", cell)
    return float(found[1].replace(",", "")) if found else None


def rounded(value: float | None, key: str) -> float | None:
    if value is None:
        return None
    shown = value * 40 if key == "vitamin_d_ug" else value
    return round(shown, 1 if key == "fiber_g" else 0)


# The chart


def spec() -> dict[str, Any]:
    return dict(week_chart.spec(0, is_one_week=False))


def test_a_bar_a_day_with_that_days_own_target_gaps_as_gaps_and_unknown_as_signs():
    days = (*FOUR_DAYS, a_day(11, {"magnesium_mg": None}), a_day(18, {"magnesium_mg": 7.0}, mark="not tracked"))
    rows = week_chart.rows(compared(*days, today=date(2026, 11, 19)), "magnesium_mg")
    drawn = [(row["week"], row["weekday"], row["amount"], row["target"], row["sign"], row["pale"]) for row in rows]
    assert drawn == [
        ("week", "Mon", 500, 400, "", False),
        ("week", "Tue", 1, 400, "", False),
        ("week", "Wed", 7, 400, "×", True),
        ("against", "Mon", 200, 400, "", False),
        ("against", "Tue", 100, 400, "≥", False),
        ("against", "Wed", None, 400, "?", False),
    ]
    assert rows[0]["link"] == "./?day=2026-11-16"


def test_vitamin_d_is_drawn_in_iu_and_what_has_no_target_without_one():
    comparison = compared(a_day(16, {"vitamin_d_ug": 25.0, "calcium_mg": 300.0}))
    ((vitamin_d,), (calcium,)) = (week_chart.rows(comparison, key) for key in ("vitamin_d_ug", "calcium_mg"))
    assert (vitamin_d["amount"], vitamin_d["target"], vitamin_d["words"]) == (1000, 1000, "1,000 IU")
    assert (calcium["amount"], calcium["target"], calcium["target_words"]) == (300, None, "none")


def test_every_layer_takes_its_places_from_the_same_order():
    layers = spec()["layer"]
    assert len(layers) == 3
    for channel in ("x", "xOffset"):
        assert len({str(layer["encoding"][channel]) for layer in layers}) == 1
    assert layers[0]["encoding"]["xOffset"]["scale"]["domain"] == ["week", "against"]
    assert layers[0]["encoding"]["x"]["sort"][0] == "Mon"
    assert week_chart.spec(6, is_one_week=False)["layer"][0]["encoding"]["x"]["sort"][:2] == ["Sun", "Mon"]


def test_the_weeks_have_colours_of_their_own_and_another_sign_in_chart_and_legend():
    outlines = spec()["layer"][0]["encoding"]["stroke"]["scale"]["range"]
    assert len(set(outlines)) == 2
    assert not [colour for colour in outlines if colour in STYLE]
    # One is filled with its colour, the other with a fifth of it.
    assert spec()["layer"][0]["encoding"]["fill"]["scale"]["range"] == [outlines[0], f"{outlines[1]}33"]
    legend = legend_html(compared(*FOUR_DAYS), "magnesium_mg")
    assert re.findall(r"border-color:(#\w+)\"></i>([\w-]+)", legend) == [
        (outlines[0], "2026-W47"),
        (outlines[1], "2026-W46"),
    ]
    assert "≥ at least: part is unknown" in legend
    assert "so far" not in legend


def test_a_week_held_against_itself_is_drawn_once():
    comparison = compared(*FOUR_DAYS, against=W47)
    assert {row["week"] for row in week_chart.rows(comparison, "water")} == {"week"}
    one = week_chart.spec(0, is_one_week=True)["layer"][0]["encoding"]
    assert one["fill"]["scale"]["domain"] == ["week"]
    assert legend_html(comparison, "water").count("<i ") == 1
    assert sentence(comparison) == "2026-W47 is held against itself: choose another week to compare it with."


# The foods


def test_foods_are_ranked_in_each_week_and_explain_the_difference():
    seeds, salmon, leaf = {"name": "Seeds"}, {"name": "Salmon"}, {"name": "<i>Leaf</i>"}
    comparison = compared(
        a_day(16, seeds | {"magnesium_mg": 310.0}, leaf | {"magnesium_mg": 20.0}, {"name": "Tea"}),
        a_day(17, {"name": "Bar", "magnesium_mg": None}, {"name": "Bar", "magnesium_mg": None}),
        a_day(9, salmon | {"magnesium_mg": 90.0}, leaf | {"magnesium_mg": 20.0}),
    )
    html = made_by_html(comparison, made_by(comparison, "magnesium_mg"))
    text = text_of(html)
    assert "Why 2026-W47 differs from 2026-W46 Seeds +310 mg Salmon −90 mg 2 other foods 0 mg" in text
    assert "2026-W47 Seeds 310 mg <i>Leaf</i> 20 mg 1 other food 0 mg Not known of: Bar × 2" in text
    assert "2026-W46 Salmon 90 mg <i>Leaf</i> 20 mg" in text
    assert "<i>Leaf" not in html


def test_a_supplement_is_among_what_made_it_and_drinks_that_do_not_count_are_not():
    day = date(2026, 11, 16)
    pill = a_supplement(name="Pill", day=day, at=datetime(2026, 11, 16, 8, tzinfo=UTC), magnesium_mg=200.0)
    comparison = compared(day_intake(day, [pill, entry(day, "Oats", magnesium_mg=50.0)], Targets()))
    assert "Pill 200 mg Oats 50 mg" in text_of(made_by_html(comparison, made_by(comparison, "magnesium_mg")))


# The page


def words_of(app: AppTest) -> str:
    elements: list[Any] = [*app.html, *app.markdown, *app.info, *app.error]
    shown = [str(getattr(element, "value", None) or element.proto.body) for element in elements]
    return text_of(" ".join(shown)).replace("\\", "").replace("\u00a0", " ")


def weeks_page(new_app: NewApp, **parameters: str) -> AppTest:
    app = new_app(**parameters).switch_page("pages/weeks.py").run()
    assert not app.exception
    return app


def asked(app: AppTest) -> dict[str, str]:
    return {name: values[0] if isinstance(values, list) else values for name, values in app.query_params.items()}


@pytest.fixture
def logged(diary: Diary) -> Iterator[Diary]:
    """Give a diary with 500 mg on 16 November, marked complete, 1 mg on the 17th, 200 mg on the 9th; it is December."""
    with time_machine.travel(datetime(2026, 12, 3, 12, tzinfo=UTC), tick=True):
        for number, magnesium_mg in ((16, 500.0), (17, 1.0), (9, 200.0)):
            diary.log([entry(date(2026, 11, number), magnesium_mg=magnesium_mg, calcium_mg=7.0)], sure=True)
        diary.mark([date(2026, 11, 16)], "complete")
        yield diary


PAIR = {"week": "2026-W47", "against": "2026-W46"}


def test_the_address_names_weeks_nutrient_and_complete_days(new_app: NewApp, logged: Diary):
    words = words_of(weeks_page(new_app, **PAIR, nutrient="magnesium_mg"))
    assert "2026-W47: more magnesium than in 2026-W46" in words
    assert "Magnesium, mg by day" in words
    assert "250 mg 2 of 7 days" in words
    words = words_of(weeks_page(new_app, **PAIR, nutrient="calcium_mg", complete="1"))
    assert "Calcium, mg by day" in words
    assert "500 mg 1 of 7 days" in words


@pytest.mark.parametrize(
    ("parameters", "sentence_of_it", "still"),
    [
        ({"week": "soon", "against": "2026-W46"}, "'soon' is not a week like 2026-W47. Here is 2026-W49.", "2026-W46"),
        ({"week": "2026-W47", "against": "2026-W60"}, "'2026-W60' is not a week like", "2026-W46"),
        ({"week": "0001-W01"}, "0001-W01 is too far away for a diary. Here is 2026-W49.", "2026-W48"),
        ({"nutrient": "*gold*"} | PAIR, "'*gold*' is no nutrient of this page", "Water, mL by day"),
        ({"view": "sideways"} | PAIR, "'sideways' is no view of this page: compare or long.", "Water, mL by day"),
        ({"complete": "maybe"} | PAIR, "2026-W47: more magnesium", "2 of 7 days"),
        ({"week": "1900-W02", "against": "1900-W02"}, "Nothing is logged in 1900-W02 and 1900-W02.", ""),
        ({"week": "1900-W01"}, "Nothing is logged in 1900-W01 and 1899-W52.", ""),
    ],
)
def test_what_is_wrong_in_an_address_is_said_and_the_page_shows_the_rest(
    new_app: NewApp, logged: Diary, parameters: dict[str, str], sentence_of_it: str, still: str
):
    app = weeks_page(new_app, **parameters)
    labels = " ".join(field.label for field in app.date_input)
    assert sentence_of_it in words_of(app)
    assert still in words_of(app) + labels


def test_without_an_address_it_is_this_week_against_the_one_before_and_an_empty_diary_says_what_to_do(
    new_app: NewApp, diary: Diary
):
    app = weeks_page(new_app)
    this_week = Week.of(diary.today())
    assert [field.label for field in app.date_input] == [
        f"Week {this_week} from",
        f"Against {this_week.shifted(-1)} from",
    ]
    assert "Log a day on the page Today" in app.info[0].value
    assert not app.get("vega_lite_chart")


@pytest.mark.parametrize(
    ("pressed", "week", "against"),
    [
        ("week.before", "2026-W46", "2026-W45"),
        ("week.after", "2026-W48", "2026-W47"),
        ("against.before", "2026-W47", "2026-W45"),
        ("against.after", "2026-W47", "2026-W47"),
        ("against.4", "2026-W47", "2026-W43"),
        ("week.this", "2026-W49", "2026-W48"),
    ],
)
def test_each_way_to_other_weeks_writes_both_into_the_address(
    new_app: NewApp, logged: Diary, pressed: str, week: str, against: str
):
    app = weeks_page(new_app, **PAIR)
    app.button(pressed).click().run()
    assert asked(app) == {"week": week, "against": against}
    assert [field.label for field in app.date_input] == [f"Week {week} from", f"Against {against} from"]


def test_any_day_picked_shows_its_week(new_app: NewApp, logged: Diary):
    app = weeks_page(new_app, **PAIR)
    app.date_input("against.picker").set_value(date(2026, 10, 4)).run()
    assert asked(app) == {"week": "2026-W47", "against": "2026-W40"}
    assert app.date_input("against.picker").value == date(2026, 9, 28)


def test_the_nutrient_and_complete_days_are_chosen_on_the_page_and_kept_in_the_address(new_app: NewApp, logged: Diary):
    app = weeks_page(new_app, **PAIR)
    app.segmented_control("address.nutrient").set_value("magnesium_mg").run()
    app.toggle("weeks.complete").set_value(True).run()
    assert asked(app) == PAIR | {"nutrient": "magnesium_mg", "complete": "1"}
    assert "500 mg 1 of 7 days" in words_of(app)
    app.toggle("weeks.complete").set_value(False).run()
    app.segmented_control("address.nutrient").set_value("water").run()
    assert asked(app) == PAIR


def test_the_page_links_to_itself_with_all_that_it_shows(new_app: NewApp, logged: Diary):
    app = weeks_page(new_app, **PAIR, nutrient="calcium_mg", complete="1")
    bodies = "".join(element.proto.body for element in app.html)
    link = re.search(r'href="\./weeks\?([^"]+)"', bodies)
    assert link
    assert {name: values[0] for name, values in parse_qs(unescape(link[1])).items()} == PAIR | {
        "nutrient": "calcium_mg",
        "complete": "1",
    }


@pytest.mark.parametrize(("day", "first_day"), [("Saturday", "2026-11-14"), ("Sunday", "2026-11-15")])
def test_a_week_starts_on_the_day_set_on_the_page_targets(new_app: NewApp, logged: Diary, day: str, first_day: str):
    app = open_part(new_app().switch_page("pages/targets.py").run(), targets_form.UNITS)
    app.selectbox("settings.weekday").select(day)
    app.button("settings.save").click().run()
    app = weeks_page(new_app, **PAIR)
    assert app.date_input("week.picker").value == date.fromisoformat(first_day)
    table = next(element.proto.body for element in app.html if "by day</caption>" in element.proto.body)
    assert re.findall(r"scope='row'>(\w+day)<", table)[0] == day


def test_another_weekday_that_was_set_stays_until_it_is_changed(new_app: NewApp, diary: Diary):
    diary.save_settings(replace(Settings(), first_weekday=2))
    app = open_part(new_app().switch_page("pages/targets.py").run(), targets_form.UNITS)
    assert app.selectbox("settings.weekday").value == 2
    app.button("settings.save").click().run()
    assert diary.settings.first_weekday == 2


def test_words_of_people_are_text_on_the_page(new_app: NewApp, logged: Diary):
    logged.log([entry(date(2026, 11, 16), "<b>x</b><img src=y>", water_g=10.0)], sure=True)
    bodies = "".join(element.proto.body for element in weeks_page(new_app, **PAIR).html)
    assert "&lt;b&gt;x" in bodies
    assert "<img" not in bodies


def test_a_file_has_the_mark_that_tells_spreadsheets_utf_8():
    assert downloads._file(lambda: "food\r\nÄpfel\r\n").decode("utf-8-sig").startswith("food")
    assert downloads._file(lambda: "").startswith(b"\xef\xbb\xbf")


def test_there_is_a_file_of_averages_days_and_foods(new_app: NewApp, logged: Diary):
    app = weeks_page(new_app, **PAIR)
    names = [element.proto.label for element in app.get("download_button")]
    assert names == ["Averages (CSV)", "Days (CSV)", "Foods (CSV)"]
