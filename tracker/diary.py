"""The verbs of the diary: log, edit, delete, copy, undo, read.

Every verb that changes entries is one transaction and returns the `Change` it made, which `undo` takes back. Ranges of
days are half-open. What a call costs depends on the days asked for, never on the length of the diary.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from tracker import days
from tracker.changes import Change
from tracker.conditions import DayCondition, reconditioned
from tracker.contributions import Given
from tracker.dated_targets import retargeted
from tracker.day_contexts import contexts
from tracker.days import DateError, Week
from tracker.entries import Entry, Meal, Usage, check, new_id
from tracker.errors import NeedsConfirmationError
from tracker.history import History
from tracker.intake import Day, DayTotals, day_intake
from tracker.marks import Mark, refuse_impossible_marks, remarked
from tracker.settings import MAX_GLASS_ML, Settings, SettingsError
from tracker.store import DuplicateEntryError, StaleEntryError, Store
from tracker.store import changes as change_rows
from tracker.store import entries as entry_rows
from tracker.store import given as given_rows
from tracker.store import kept as kept_rows
from tracker.store import persons as person_rows
from tracker.store import sums as sum_rows
from tracker.targets import Targets
from tracker.unlikely_targets import question_about
from tracker.weeks import SHOWN_KEYS, WeekComparison, compare, summarise_week

__all__ = ["LOCAL_PERSON", "MAX_GLASS_ML", "USAGE_DAYS", "Change", "Diary", "Settings", "SettingsError"]

# The one person of an app without sign-in.
LOCAL_PERSON: Final = "local"
# Long enough to hold a person's habits, short enough to cost the same in year ten.
USAGE_DAYS: Final = 90


class Diary:
    """One person's diary. Cheap to make: one for each run of a page or command; settings are read once in its life."""

    def __init__(self, store: Store, zone: ZoneInfo, person_id: str = LOCAL_PERSON) -> None:
        """Open the diary of a person at clocks that show the time of `zone`; nothing is read yet."""
        self._zone_here = zone
        self.store = store
        self.person_id = person_id
        self._settings: Settings | None = None
        self._edition: str | None = None

    @property
    def zone(self) -> ZoneInfo:
        """The zone of the person's clocks: the one they chose, else the one the diary was opened with."""
        name = self.settings.time_zone
        return days.time_zone(name) if name else self._zone_here

    @property
    def settings(self) -> Settings:
        """The person's settings; the defaults where nothing was saved."""
        if self._settings is None:
            self._read_edition()
            with self.store.reading() as connection:
                self._settings = person_rows.settings_of(connection, self.person_id, Settings())
        return self._settings

    @property
    def edition(self) -> str:
        """What tells this diary from any other and from any other state of it, whichever program changed it.

        Asked once between changes, before anything else is read: what is read is at least as new, so that what is
        worked out from it may be kept under the edition. See `Store.edition`.
        """
        return self._edition or self._read_edition()

    def _read_edition(self) -> str:
        self._edition = f"{self.store.edition()} {self.person_id}"
        return self._edition

    def save_settings(self, settings: Settings) -> None:
        """Save all settings. Days that are in the diary stay as they were logged."""
        with self.store.writing() as connection:
            person_rows.save_settings(connection, self.person_id, settings, self._utc_now())
        self._forget()

    def now(self) -> datetime:
        """Return the present moment on the person's wall clock."""
        return days.now(self.zone)

    def today(self) -> date:
        """Return the logical day in progress."""
        return days.logical_day(self.now(), self.zone, self.settings.day_start_hour)

    def moment_of(self, day: date, meal: Meal) -> datetime:
        """Return when a meal of a day was: now if it is the meal of this hour, else its usual time."""
        now = self.now()
        if day == self.today() and meal == days.meal_at(now.time()):
            return now
        return days.usual_moment(day, meal, self.zone, self.settings.day_start_hour)

    def is_empty(self) -> bool:
        """Whether nothing has been logged yet, or all of it was deleted."""
        with self.store.reading() as connection:
            return not entry_rows.has_entries(connection, self.person_id)

    def log(self, entries: Sequence[Entry], *, sure: bool = False) -> Change:
        """Save new entries: all of them or, if one cannot be saved, none.

        Several entries share a batch unless they carry one. sure: the person has confirmed what is unlikely.
        Raises RefusedError, NeedsConfirmationError, DuplicateEntryError when saved before, or another child of
        DatabaseError.
        """
        today = self.today()
        for entry in entries:
            check(entry, today, sure=sure)
        batch_id = new_id() if len(entries) > 1 else None
        new = (replace(entry, version=1, batch_id=entry.batch_id or batch_id) for entry in entries)
        return self.apply(Change((), tuple(new)))

    def edit(self, entry: Entry, *, sure: bool = False) -> Change:
        """Save an entry over the row it was read from; `entry.version` says which state that was.

        Only what changed is asked about. Raises StaleEntryError if the row is no longer as it was read, RefusedError,
        NeedsConfirmationError, or another child of DatabaseError.
        """
        with self.store.reading() as connection:
            before = entry_rows.entry_of(connection, self.person_id, entry.id)
        if before is None or before.version != entry.version:
            raise StaleEntryError
        check(entry, self.today(), sure=sure, before=before)
        return self.apply(Change((before,), (replace(entry, version=entry.version + 1),)))

    def delete(self, entries: Sequence[Entry]) -> Change:
        """Delete entries as they were read: all of them or none.

        Raises StaleEntryError if one of them is no longer as it was read, or another child of DatabaseError.
        """
        return self.apply(Change(tuple(entries), ()))

    def copy(self, entries: Sequence[Entry], day: date, meal: Meal | None = None, *, sure: bool = False) -> Change:
        """Save copies of entries on a day, as one batch, with the nutrients and the time of day they were logged with.

        meal: another meal for all of them. Raises as `log` does; amounts are not asked about again.
        """
        today, batch_id = self.today(), new_id()
        copies = []
        for entry in entries:
            at = days.moment(day, entry.at.time(), self.zone, self.settings.day_start_hour)
            copied = replace(
                entry,
                id=new_id(),
                day=day,
                at=at,
                meal=meal or entry.meal,
                source="copy",
                batch_id=batch_id,
                version=1,
            )
            check(copied, today, sure=sure, before=entry)
            copies.append(copied)
        return self.apply(Change((), tuple(copies)))

    def undo(self, change: Change) -> Change:
        """Take a change back and return the change that this is, so that undoing it again does the first one anew.

        Deleted entries come back with their ids. Versions grow all the same: a window that still shows the state in
        between must not overwrite it unseen. Raises StaleEntryError if an entry is no longer what the change made of
        it, or another child of DatabaseError.
        """
        try:
            with self.store.writing() as connection:
                back = self._stamped(change_rows.reversal(connection, self.person_id, change))
                change_rows.write_change(connection, self.person_id, back)
        except DuplicateEntryError:
            raise StaleEntryError from None
        self._forget()
        return back

    def entries(self, start: date, end: date) -> tuple[Entry, ...]:
        """Return the entries of the days from `start` on and before `end`, oldest moment first."""
        with self.store.reading() as connection:
            return tuple(entry_rows.entries_between(connection, self.person_id, start, end))

    def day(self, day: date) -> Day:
        """Return the totals of a day, held against the targets valid on it."""
        return self._days(day, days.day_after(day), (day,))[0]

    def days(self, start: date, end: date) -> tuple[Day, ...]:
        """Return every day from `start` on and before `end`, also those without entries.

        Each is held against the targets valid on it.
        """
        return self._days(start, end, days.days_between(start, end))

    def day_totals(self, start: date, end: date) -> tuple[DayTotals, ...]:
        """Return what every day from `start` on and before `end` comes to, as `days` does but without entries.

        The database adds up, so that a year costs little; of nutrients only those of TOTAL_KEYS.
        """
        with self.store.reading() as connection:
            sums = sum_rows.sums_between(connection, self.person_id, start, end)
            dated = person_rows.targets_between(connection, self.person_id, start, end)
            marks = kept_rows.marks_between(connection, self.person_id, start, end)
            conditions = kept_rows.conditions_between(connection, self.person_id, start, end)
        wanted = days.days_between(start, end)
        return tuple(
            sum_rows.totals_of_sums(
                of.day, sums.get(of.day, ()), of.targets, of.mark, of.condition.activity_ml, of.condition.heat_ml
            )
            for of in contexts(wanted, dated, marks, conditions)
        )

    def compare_weeks(self, week: Week, against: Week, *, only_complete: bool = False) -> WeekComparison:
        """Return two weeks and what changed; days that are in progress or still to come are in no mean.

        only_complete: means are over days marked complete alone.
        """
        today = self.today()
        week_summary, against_summary = (
            summarise_week(each, self.days(each.start, each.end), today, only_complete=only_complete)
            for each in (week, against)
        )
        return compare(week_summary, against_summary)

    def compare_shown(self, week: Week, against: Week, *, only_complete: bool = False) -> WeekComparison:
        """Return what `compare_weeks` does, of SHOWN_KEYS alone and of days without entries.

        The database adds up, so that a page costs little; `given` has what ranks the foods of one of the keys.
        """
        totals = [day for start, end in _ranges(week, against) for day in self.day_totals(start, end)]
        today = self.today()
        return compare(
            *(
                summarise_week(each, totals, today, only_complete=only_complete, keys=SHOWN_KEYS)
                for each in (week, against)
            )
        )

    def given(self, comparison: WeekComparison, key: str) -> tuple[Given, ...]:
        """Return what each entry of both weeks gave of COUNTED_WATER or a nutrient, in no order."""
        with self.store.reading() as connection:
            return tuple(
                given
                for start, end in _ranges(comparison.week.week, comparison.against.week)
                for given in given_rows.given_between(connection, self.person_id, start, end, key)
            )

    def history(self, last: Week, weeks: int) -> History:
        """Return so many weeks, the last of them `last`, for a longer view. Raises DateError before the calendar."""
        try:
            first = last.shifted(1 - weeks)
        except OverflowError:
            raise DateError(f"{weeks} weeks before {last}", "in the calendar") from None
        return History(self.day_totals(first.start, last.end), self.today(), last.start.weekday())

    def whole_history(self, last: Week) -> History:
        """Return all weeks from that of the first entry on; `last` alone when nothing is logged before its end.

        The only view whose cost grows with the diary.
        """
        first_day = self.first_day() or last.start
        first = Week.of(min(first_day, last.start), last.start.weekday())
        return self.history(last, (last.start - first.start).days // 7 + 1)

    def first_day(self) -> date | None:
        """Return the first day with an entry; None when nothing is logged."""
        with self.store.reading() as connection:
            return entry_rows.first_day(connection, self.person_id)

    def mark(self, wanted: Collection[date], mark: Mark | None) -> Change:
        """Mark days, or take their marks away with None; days that are marked so already stay as they are.

        Raises MarkError, StaleEntryError if another window marked one of them meanwhile, or another child of
        DatabaseError.
        """
        refuse_impossible_marks(wanted, mark, self.today())
        with self.store.reading() as connection:
            there = kept_rows.marks_between(connection, self.person_id, min(wanted), days.day_after(max(wanted)))
        before, after = remarked(wanted, mark, there)
        return self.apply(Change((), (), before, after))

    def targets_on(self, day: date) -> Targets:
        """Return the targets valid on a day; the set "documents" where none were saved."""
        with self.store.reading() as connection:
            dated = person_rows.targets_between(connection, self.person_id, day, days.day_after(day))
        return dated[-1][1] if dated else Targets()

    def set_targets(self, valid_from: date, targets: Targets, *, sure: bool = False) -> Change:
        """Save targets that hold from a day on; days before keep theirs, targets saved for later days go.

        Raises NeedsConfirmationError for numbers that are new and unlikely, unless `sure`; StaleEntryError if another
        window changed one of them meanwhile, or another child of DatabaseError.
        """
        question = None if sure else question_about(targets, self.targets_on(valid_from))
        if question:
            raise NeedsConfirmationError(question)
        with self.store.reading() as connection:
            there = kept_rows.targets_from(connection, self.person_id, valid_from)
        return self.apply(Change((), (), *retargeted(valid_from, targets, there)))

    def later_targets(self, after: date) -> tuple[date, ...]:
        """Return the days after `after` from which other targets are to hold, oldest first."""
        with self.store.reading() as connection:
            there = kept_rows.targets_from(connection, self.person_id, days.day_after(after))
        return tuple(sorted(row.valid_from for row in there))

    def condition_of(self, day: date) -> DayCondition:
        """Return what a day was like: an ordinary day where nothing was said."""
        with self.store.reading() as connection:
            there = kept_rows.conditions_between(connection, self.person_id, day, days.day_after(day))
        return there.get(day, DayCondition(day))

    def set_condition(self, wanted: DayCondition) -> Change:
        """Save what a day was like: its activity and whether it was hot; its water target follows.

        Raises StaleEntryError if another window changed it meanwhile, or another child of DatabaseError.
        """
        with self.store.reading() as connection:
            there = kept_rows.conditions_between(connection, self.person_id, wanted.day, days.day_after(wanted.day))
        return self.apply(Change((), (), *reconditioned(wanted, there.get(wanted.day))))

    def usage(
        self, limit: int = 200, meal: Meal | None = None, food_ids: Collection[str] | None = None
    ) -> Mapping[str, Usage]:
        """Return by food id how foods were used in the last USAGE_DAYS days, the most logged first.

        meal: only at that meal. food_ids: only of these foods.
        """
        end = days.day_after(self.today())
        start = end - timedelta(days=USAGE_DAYS)
        with self.store.reading() as connection:
            used = entry_rows.usage_between(connection, self.person_id, start, end, limit, meal, food_ids)
        return {usage.food_id: usage for usage in used}

    def apply(self, change: Change) -> Change:
        """Make a change in one transaction and return it as it is in the database; the verbs have checked its rows.

        Raises StaleEntryError if a row of `before` is no longer as it was read, DuplicateEntryError if a new one is
        there already, or another child of DatabaseError.
        """
        stamped = self._stamped(change)
        if stamped:
            with self.store.writing() as connection:
                change_rows.write_change(connection, self.person_id, stamped)
        self._forget()
        return stamped

    def _forget(self) -> None:
        """Forget what was read before a change."""
        self._settings = self._edition = None

    def _stamped(self, change: Change) -> Change:
        """Return the change with its new rows as they will be read once they are saved now."""
        updated_at = self._utc_now()
        return replace(
            change,
            after=tuple(
                replace(entry, at=days.with_fixed_offset(entry.at), updated_at=updated_at) for entry in change.after
            ),
            kept_after=tuple(replace(row, updated_at=updated_at) for row in change.kept_after),
        )

    def _days(self, start: date, end: date, wanted: Sequence[date]) -> tuple[Day, ...]:
        with self.store.reading() as connection:
            entries = entry_rows.entries_between(connection, self.person_id, start, end)
            dated = person_rows.targets_between(connection, self.person_id, start, end)
            marks = kept_rows.marks_between(connection, self.person_id, start, end)
            conditions = kept_rows.conditions_between(connection, self.person_id, start, end)
        by_day: dict[date, list[Entry]] = defaultdict(list)
        for entry in entries:
            by_day[entry.day].append(entry)
        return tuple(
            replace(
                day_intake(
                    of.day,
                    by_day[of.day],
                    of.targets,
                    mark=of.mark,
                    activity_ml=of.condition.activity_ml,
                    heat_ml=of.condition.heat_ml,
                ),
                condition=of.condition,
            )
            for of in contexts(wanted, dated, marks, conditions)
        )

    def _utc_now(self) -> datetime:
        return days.now(self._zone_here).astimezone(UTC)


def _ranges(week: Week, other: Week) -> Sequence[tuple[date, date]]:
    """Return the days of two weeks as ranges: one where they touch, which is one question to the database."""
    first, last = sorted((week, other), key=lambda each: each.start)
    if last.start <= first.end:
        return ((first.start, last.end),)
    return ((first.start, first.end), (last.start, last.end))
