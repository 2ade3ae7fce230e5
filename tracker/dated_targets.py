"""Targets with the day they are valid from: they hold until the next ones, and the days before keep theirs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from tracker.targets import Targets


@dataclass(frozen=True, slots=True)
class DatedTargets:
    """Targets from a day on. version: grows by one with each change. updated_at: None until saved."""

    valid_from: date
    targets: Targets
    version: int = 1
    updated_at: datetime | None = None

    @property
    def id(self) -> str:
        """What tells them from the person's others: the day as YYYY-MM-DD."""
        return self.valid_from.isoformat()


def retargeted(
    valid_from: date, targets: Targets, there: Sequence[DatedTargets]
) -> tuple[tuple[DatedTargets, ...], tuple[DatedTargets, ...]]:
    """Return the rows to be changed so that `targets` hold from that day on: as they are, and as they will be.

    there: all that are valid from that day or a later one; later ones go, or the change would end where they begin.
    """
    version = max((row.version for row in there if row.valid_from == valid_from), default=0) + 1
    return tuple(there), (DatedTargets(valid_from, targets, version),)
