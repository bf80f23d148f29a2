"""Every problem a person may meet, each with what is wrong and what to do next.

MicroscopeError
├── UnreadableFile       these bytes hold nothing we can use
│   └── UnknownColumns   a table that can be used once somebody says which column is what
├── StoreError
│   ├── NewerDatabase    the database was written by a newer Microscope
│   └── AlreadyHere      the same file was brought in before
├── NoPlan
│   ├── ImpossibleLimits no plan can satisfy these limits
│   └── UndecidedLimits  no plan was found, and none is proven impossible
└── UnknownName          a name that is not in the list of known ones
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


class MicroscopeError(Exception):
    """Something a person can act on: `what` happened and what to `do` next, in plain sentences."""

    def __init__(self, what: str, do: str) -> None:
        super().__init__(f"{what} {do}")
        self.what = what
        self.do = do


class UnreadableFile(MicroscopeError):
    """The file cannot be used: what it seems to be, and what would work instead."""


class UnknownColumns(UnreadableFile):
    """A table in which nobody is named, as far as its headings say.

    `columns` proposes what each column is: column, meaning, example_1, example_2, example_3.
    """

    def __init__(self, what: str, do: str, columns: "pd.DataFrame") -> None:
        super().__init__(what, do)
        self.columns = columns


class StoreError(MicroscopeError):
    """The database could not do what was asked; nothing was changed."""


class NewerDatabase(StoreError):
    """The database was written by a newer version; it is left untouched."""


class AlreadyHere(StoreError):
    """This very file is in the store already, under the upload named by `upload_id`."""

    def __init__(self, what: str, do: str, upload_id: str) -> None:
        super().__init__(what, do)
        self.upload_id = upload_id


class NoPlan(MicroscopeError):
    """There is no plan to show."""


class ImpossibleLimits(NoPlan):
    """No plan satisfies the limits; the sentence names the ones that collide."""


class UndecidedLimits(NoPlan):
    """No plan was found under the limits in reasonable time; there may be one."""


class UnknownName(MicroscopeError):
    """A name was asked for that does not exist; the sentence lists the ones that do."""

    @classmethod
    def among(cls, kind: str, given: object, known: object) -> "UnknownName":
        names = ", ".join(sorted(str(name) for name in known))  # type: ignore[attr-defined]
        return cls(f"There is no {kind} called “{given}”.", f"Choose one of: {names}.")
