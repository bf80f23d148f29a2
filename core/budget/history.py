"""Undo and redo: what was asked before and after, as one frozen value."""

from dataclasses import dataclass, field
from typing import Final, Self

from core.budget.question import Question

_MOST: Final = 100  # steps back


@dataclass(frozen=True, slots=True)
class History:
    """`past` oldest first, `now`, and `future` with the next step first."""

    now: Question = field(default_factory=Question)
    past: tuple[Question, ...] = ()
    future: tuple[Question, ...] = ()

    def then(self, asked: Question) -> Self:
        """The history with `asked` as the next step; the same history where nothing changes."""
        if asked == self.now:
            return self
        return type(self)(asked, (*self.past, self.now)[-_MOST:])

    def undone(self) -> Self:
        """One step back; the same history at its beginning."""
        if not self.past:
            return self
        return type(self)(self.past[-1], self.past[:-1], (self.now, *self.future))

    def redone(self) -> Self:
        """One step forward again; the same history at its end."""
        if not self.future:
            return self
        return type(self)(self.future[0], (*self.past, self.now), self.future[1:])
