"""The command that says what would close a day's gap."""

import io
import json
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tests.suggesting.builders import a_day, candidate
from tracker.__main__ import main
from tracker.diary import Diary
from tracker.settings import Settings
from tracker.store import open_store
from tracker.suggest import suggest_from
from tracker.suggest_report import (
    LABELS_NOTE,
    ONLY_PLAIN,
    UV_NOTE,
    gap_text,
    notes_of,
    suggestion_json,
    suggestion_lines,
)
from tracker.suggesting.exclusions import WORDS, Exclusions
from tracker.suggesting.gaps import gap_of
from tracker.suggesting.wishes import Wishes
from tracker.targets import Targets, WaterRule
from tracker.units import Units

Run = Callable[..., tuple[int, str, str]]
KALE = candidate("Kale", 40.0, 90.0, 0.0, measure="cup", grams=120.0, amounts={"fiber_g": 11.0, "water_g": 100.0})
TROUT = candidate("Trout", 120.0, 20.0, 13.5, amounts={"fiber_g": None})


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs one command on a fresh diary and gives status, output and errors."""

    def command(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.StringIO(""))
        status = main(["--db", f"sqlite:///{tmp_path / 'diary.db'}", *arguments])
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return command


def answer(result: tuple[int, str, str]) -> Any:
    status, out, err = result
    assert (status, err) == (0, "")
    return json.loads(out)


def test_the_command_says_what_is_left_and_up_to_five_ways(run: Run) -> None:
    run("log", "150 g salmon, 1 cup cooked spinach", "--day", "2026-11-20")
    status, out, _ = run("suggest", "--day", "2026-11-20")
    lines = out.splitlines()
    assert status == 0
    assert lines[0].startswith("2026-11-20, left: magnesium ")
    assert all(unit in lines[0] for unit in (" IU (", " µg)", " mL"))
    assert [line[:3] for line in lines if line[:1].isdigit()][1:] == ["1. ", "2. ", "3. ", "4. ", "5. "]


def test_json_has_the_numbers_of_the_same_function_unrounded(run: Run) -> None:
    run("log", "100 g salmon", "--day", "2026-11-20")
    said = answer(run("suggest", "--day", "2026-11-20", "--json"))
    assert said["day"] == "2026-11-20"
    assert (said["energy_cap_kcal"], said["without"], said["open"], said["together"]) == (800, [], [], True)
    assert len(said["ways"]) == 5
    for way in said["ways"]:
        assert way["adds"]["magnesium_mg"] >= said["gap"]["magnesium_mg"]
        assert way["adds"]["vitamin_d_ug"] >= said["gap"]["vitamin_d_ug"]
        assert way["left"]["magnesium_mg"] == way["left"]["vitamin_d_ug"] == 0
        assert 1 <= len(way["foods"]) <= 3
    day = answer(run("day", "2026-11-20", "--json"))
    assert said["gap"]["magnesium_mg"] == 400 - day["totals"]["magnesium_mg"]["amount"]


def test_options_override_the_wishes_for_one_call(run: Run, tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'diary.db'}")
    Diary(store, ZoneInfo("UTC")).save_settings(Settings(wishes=Wishes(Exclusions(("fish", "seafood")), 300.0)))
    store.close()

    def groups_of(*options: str) -> Any:
        said = answer(run("suggest", "--json", *options))
        return said["without"], said["energy_cap_kcal"]

    assert groups_of() == (["fish", "seafood"], 300)
    assert groups_of("--without", "vegan,nuts") == (["vegan", "nuts"], 300)
    assert groups_of("--without", "none", "--kcal", "500") == ([], 500)
    assert groups_of("--without", "sr:11457") == (["sr:11457"], 300)
    assert groups_of() == (["fish", "seafood"], 300)


def test_the_answer_says_what_was_left_out(run: Run) -> None:
    _, out, _ = run("suggest", "--without", "gluten, vegan, almonds", "--kcal", "500")
    assert out.splitlines()[1] == "Wished: vegan, no grains, almonds, at most 500 kcal"
    _, out, _ = run("suggest")
    assert "Wished" not in out


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--without", "vegn"), "No food is called “vegn”: did you mean vegan?"),
        (("--without", "glue"), "No food is called “glue”: write names with commas between, such as tofu."),
        (("--kcal", "0"), "The most energy must be more than 0"),
        (("--kcal", "nan"), "The most energy must be more than 0"),
        (("--day", "someday"), "someday"),
        (
            ("--kcal", "abc"),
            "Argument --kcal: 'abc' is no number of kcal, such as 500; see `python -m tracker suggest --help`.",
        ),
        (("--kcal",), "Argument --kcal: expected one argument"),
        (("--foo",), "Unrecognized arguments: --foo"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_one_sentence(run: Run, options: tuple[str, str], said: str) -> None:
    status, out, err = run("suggest", *options)
    assert (status, out) == (2, "")
    assert said in err
    assert len(err.splitlines()) == 1


def test_a_way_is_said_with_what_it_adds_and_the_water_after_it() -> None:
    found = suggest_from(a_day(88.0, 12.0), [KALE, TROUT], Wishes())
    assert list(suggestion_lines(found)) == [
        "2026-11-20, left: magnesium 88 mg; vitamin D 480 IU (12.0 µg); water 800 mL (27 fl oz)",
        "1. 1 serving Trout (100 g) + 1 cup Kale (120 g)",
        # 18 g of fiber before and 11 after: 4 g above 25 are 100 mL; 2,100 less 1,200 less 60 and 100 in the foods.
        (
            "   adds energy 160 kcal, magnesium 110 mg, vitamin D 540 IU (13.5 µg), fiber at least 11.0 g; "
            "the water target is then 2,100 mL (71 fl oz), 740 mL (25 fl oz) of it left"
        ),
        "Any one of these closes magnesium and vitamin D within 800 kcal.",
    ]
    json_way = suggestion_json(found)["ways"][0]
    assert json_way["adds"] == pytest.approx(
        {"energy_kcal": 160, "magnesium_mg": 110, "vitamin_d_ug": 13.5, "fiber_g": 11, "water_g": 160}
    )
    assert (json_way["at_least"], json_way["water_target_ml"]) == (["fiber_g"], 2100)


def test_under_a_fluid_limit_the_limit_stays_and_water_is_no_goal() -> None:
    targets = Targets(water=WaterRule(fluid_limit_ml=1500.0))
    found = suggest_from(a_day(88.0, 0.0, targets), [KALE], Wishes())
    lines = list(suggestion_lines(found))
    assert lines[0] == "2026-11-20, left: magnesium 88 mg; 300 mL (10 fl oz) within your fluid limit"
    assert lines[2].endswith("fiber 11.0 g; the fluid limit stays 1,500 mL (51 fl oz)")
    full = suggest_from(a_day(88.0, 0.0, targets, water_g=1450.0), [KALE], Wishes())
    assert full.ways == ()
    assert notes_of(full) == ("Food has water too, and your fluid limit leaves 50 mL (2 fl oz): more would pass it.",)
    passed = notes_of(suggest_from(a_day(88.0, 5.0, targets, water_g=1550.0), [KALE, TROUT], Wishes()))
    assert passed == ("Food has water too, and your fluid limit leaves nothing: more would pass it.",)
    only_drinks = replace(targets, water_counts="drinks")
    roomy = suggest_from(a_day(88.0, 5.0, only_drinks, water_g=1550.0), [KALE], Wishes())
    assert not any("fluid limit" in note for note in notes_of(roomy))


def test_where_hardly_any_food_is_within_the_energy_that_is_the_reason() -> None:
    within = Wishes(energy_cap_kcal=1.5)
    assert notes_of(suggest_from(a_day(88.0, 12.0), [KALE, TROUT], within)) == tuple(
        f"Food cannot close what is left of {left}: hardly any food is within 1.5 kcal. Allow more energy."
        for left in ("magnesium, 88 mg", "vitamin D, 480 IU (12.0 µg)")
    )
    half = suggest_from(a_day(170.0, 0.0), [KALE], Wishes(energy_cap_kcal=60.5))
    (note,) = notes_of(half)
    assert note == (
        "Within 60.5 kcal food cannot close what is left of magnesium, 170 mg: the most is 90 mg, from 1 cup Kale; "
        "with more energy it could."
    )


def test_amounts_are_in_the_units_of_the_person(run: Run, tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'diary.db'}")
    Diary(store, ZoneInfo("UTC")).save_settings(Settings(units=Units("fl oz", "µg", "oz")))
    store.close()
    lines = run("suggest")[1].splitlines()
    assert lines[0].endswith("vitamin D 25.0 µg (1,000 IU); water 68 fl oz (2,000 mL)")
    assert " oz)" in lines[1]
    assert " µg (" in lines[2]


def test_single_foods_are_left_out_by_name(run: Run) -> None:
    said = answer(run("suggest", "--json", "--without", "Swiss chard; spinach, nuts"))
    assert said["without"][0] == "nuts"
    assert len(said["without"]) == 3
    names = {food["name"].partition(",")[0] for way in said["ways"] for food in way["foods"]}
    assert names
    assert not names & {"Swiss chard", "Spinach"}


def test_the_help_says_what_can_be_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["suggest", "--help"])
    said = " ".join(capsys.readouterr().out.split())
    assert f"{', '.join(WORDS)}, none, or the names of foods (almonds, tofu)" in said


def test_it_says_plainly_what_food_cannot_close() -> None:
    kale = candidate("Kale", 40.0, 90.0, 1.0, measure="cup")
    wishes = Wishes(Exclusions(("fish",)))
    assert notes_of(suggest_from(a_day(88.0, 12.0), [kale], wishes)) == (
        (
            "Food cannot close what is left of vitamin D, 480 IU (12.0 µg): "
            "within 800 kcal, the most is 80 IU (2.0 µg), from 2 cups Kale."
        ),
        UV_NOTE,
        "Any one of these closes magnesium within 800 kcal.",
        f"With anything left out, {ONLY_PLAIN}. {LABELS_NOTE}",
    )
    nothing = notes_of(suggest_from(a_day(0.0, 12.0), [KALE], Wishes()))
    assert nothing[0].endswith("480 IU (12.0 µg): none of the everyday foods that are not left out gives any.")


def test_it_says_that_both_do_not_fit_and_that_nothing_is_left() -> None:
    beans = candidate("Beans", 700.0, 90.0, 0.0)
    assert (
        "Magnesium and vitamin D cannot both be closed within 800 kcal: each way closes what it can of both."
        in notes_of(suggest_from(a_day(88.0, 12.0), [beans, TROUT], Wishes()))
    )
    reached = suggest_from(a_day(88.0, 12.0), [KALE], Wishes())
    assert reached.gap.needs
    done = gap_of(a_day(0.0, 0.0, water_g=2000.0))
    assert gap_text(done) == "nothing"


def test_a_day_that_has_all_says_so(run: Run) -> None:
    run("log", "3 cups cooked spinach, 1 fillet salmon, 1 fillet salmon", "--sure", "--day", "2026-11-20")
    status, out, _ = run("suggest", "--day", "2026-11-20")
    assert status == 0
    assert out.splitlines()[-1] == "Magnesium and vitamin D are reached: there is nothing for food to close."


def test_what_is_partly_unknown_is_at_most_left() -> None:
    gap = gap_of(a_day(88.0, 0.0, fiber_g=None, water_g=None))
    assert gap_text(gap) == "magnesium 88 mg; water at most 2,000 mL (68 fl oz)"


def test_every_word_that_can_be_left_out_is_one_the_command_takes() -> None:
    for word in WORDS:
        assert Exclusions.parse(word)
