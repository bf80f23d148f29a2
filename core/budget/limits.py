"""What a plan must respect besides the money."""

from dataclasses import dataclass

from core.errors import ImpossibleLimits


@dataclass(frozen=True, slots=True)
class Limits:
    """Creators that must be in, creators that must stay out, and how many may be in at most."""

    must: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    max_creators: int | None = None

    def __post_init__(self) -> None:
        both = sorted(set(self.must) & set(self.never))
        if both:
            raise ImpossibleLimits(
                f"{_names(both)} must be in the plan and must stay out of it.",
                "Take one of the two limits away.",
            )
        if self.max_creators is None:
            return
        if self.max_creators < 0:
            raise ImpossibleLimits(
                f"A plan cannot have at most {self.max_creators} creators.",
                "Give a number from 0 upwards, or leave the limit empty.",
            )
        wanted = sorted(set(self.must))
        if len(wanted) > self.max_creators:
            raise ImpossibleLimits(
                f"{len(wanted)} creators must be in ({_names(wanted)}), "
                f"but at most {self.max_creators} may be.",
                "Raise the number of creators or take a must-have away.",
            )

    def check_known(self, priced: set[str]) -> None:
        """Raise ImpossibleLimits for a must-have creator who has no option with a price."""
        absent = sorted(set(self.must) - priced)
        if absent:
            raise ImpossibleLimits(
                f"{_names(absent)} must be in the plan but nothing with a price and a value "
                "can be bought there.",
                "Type a price, or take the must-have away.",
            )


def _names(creators: list[str], shown: int = 3) -> str:
    """`a, b and 4 more`."""
    more = len(creators) - shown
    listed = ", ".join(creators[:shown])
    return f"{listed} and {more} more" if more > 0 else listed
