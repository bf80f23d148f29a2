"""What a client said of the creators in a file that we gave."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

import msgspec


class Said(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the client said of one creator (`platform/handle`); an empty answer is none."""

    creator: str
    answer: Literal["approve", "decline", ""]
    comment: str


@dataclass(frozen=True, slots=True)
class Reply:
    """A whole reply: to which file, by whom, when, and what was said of each creator."""

    file: str
    title: str
    by: str
    answered_at: datetime
    decisions: tuple[Said, ...]

    def having(self, answer: str) -> int:
        """How many creators got this answer."""
        return sum(said.answer == answer for said in self.decisions)
