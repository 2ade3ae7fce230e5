"""What can go wrong with the database, one class and one sentence each.

`place` names the file or the server, never a password: see `tracker.store.address.Address.place`.
"""

from tracker.errors import TrackerError


class DatabaseError(TrackerError):
    """Any failure of the database; the children below say which."""


class DatabaseUrlError(DatabaseError):
    """An address that is none, or of a database this app does not know.

    The address itself is not shown: it may hold a password.
    """

    def __init__(self, origin: str) -> None:
        super().__init__(
            f"The database address in {origin} cannot be used: write sqlite:///folder/file.db or "
            "postgresql://user:password@host/database."
        )


class SecretsFileError(DatabaseError):
    """A secrets file that cannot be read."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"The file {path}, which may hold the database address, cannot be read: {why}.")


class FolderError(DatabaseError):
    """The folder for the diary can be neither found nor made, or nothing can be made in it."""

    def __init__(self, folder: str, why: str) -> None:
        super().__init__(f"The folder for the diary, {folder}, cannot be used: {why}.")


class NewerDatabaseError(DatabaseError):
    """A database that a later version of this app has changed."""

    def __init__(self, place: str) -> None:
        super().__init__(
            f"The diary {place} was last used by a newer version of this app; install that version to open it."
        )


class ForeignDatabaseError(DatabaseError):
    """A database with tables of these names that this app did not make."""

    def __init__(self, place: str) -> None:
        super().__init__(
            f"{place} holds tables of another program, so it was left alone; choose another database for the diary."
        )


class UnreadableDatabaseError(DatabaseError):
    """A file that is no SQLite database, or a damaged one."""

    def __init__(self, place: str) -> None:
        super().__init__(
            f"The diary {place} cannot be read: the file is damaged or no diary. Put a backup in its place."
        )


class DiskFullError(DatabaseError):
    """No room for what was to be saved; what was saved before is untouched."""

    def __init__(self, place: str) -> None:
        super().__init__(f"Nothing was saved: the disk with the diary {place} is full. Free some space and try again.")


class ReadOnlyError(DatabaseError):
    """A database that can be read but not written."""

    def __init__(self, place: str) -> None:
        super().__init__(f"Nothing was saved: the diary {place} can only be read. Allow writing there and try again.")


class RemovedError(DatabaseError):
    """The file of the diary went away while it was in use; what would be written to it now would be lost."""

    def __init__(self, place: str) -> None:
        super().__init__(
            f"The diary {place} was moved or deleted while the app was running, so nothing can be saved. Put the file "
            "back to go on with it, or start the app again to begin a new diary."
        )


class ReplacedError(DatabaseError):
    """Another file lies where the diary was; what would be written to the old one now would be lost."""

    def __init__(self, place: str) -> None:
        super().__init__(
            f"The diary {place} was replaced by another file while the app was running, so nothing was saved. Start "
            "the app again to go on with the file that is there now."
        )


class BusyError(DatabaseError):
    """Another program keeps the database locked for longer than the time-out."""

    def __init__(self, place: str) -> None:
        super().__init__(f"Nothing was saved: another program keeps the diary {place} locked. Try again in a moment.")


class UnreachableError(DatabaseError):
    """A database server that does not answer, or stopped answering."""

    def __init__(self, place: str) -> None:
        super().__init__(f"The database server {place} cannot be reached. Check that it runs and try again.")


class RejectedError(DatabaseError):
    """A database server that answers but lets nobody in: user, password or name of the database."""

    def __init__(self, place: str) -> None:
        super().__init__(
            f"The database server {place} refuses the connection. Check the user, the password and the database's name."
        )


class FailedError(DatabaseError):
    """Any other failure, with the first line of what the database says."""

    def __init__(self, place: str, what: str) -> None:
        super().__init__(f"The database {place} reports an error: {what}.")


class DuplicateEntryError(DatabaseError):
    """An entry with this id is in the diary already."""

    def __init__(self) -> None:
        super().__init__("This entry has been saved already.")


class StaleEntryError(DatabaseError):
    """A row is no longer as it was read: changed, deleted or restored meanwhile, as by a second window.

    what: "entry", "food", "meal".
    """

    def __init__(self, what: str = "entry") -> None:
        super().__init__(
            f"This {what} was changed in another window; nothing was saved. Look at it as it is now and change it"
            " again."
        )
