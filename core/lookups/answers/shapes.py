"""What answers are made of: fields may be missing, new ones may come, one bad item harms no other.

What is kept of an answer is what stands in these shapes, and no more.
"""

from typing import Annotated, Any, Final, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, OnErrorOmit
from pydantic.alias_generators import to_camel


class Shape(BaseModel):
    """An object in an answer, its fields named as in Python."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class Camel(Shape):
    """An object whose fields are named likeThis."""

    model_config = ConfigDict(
        extra="ignore", frozen=True, alias_generator=to_camel, populate_by_name=True
    )


def _count(value: Any) -> float | None:
    if isinstance(value, bool) or value is None:
        return None
    try:
        number = float(value)
    except (TypeError, ValueError):
        return None
    return number if 0 <= number < float("inf") else None  # -1 is how some write “hidden”


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def _flag(value: Any) -> bool | None:
    return value if isinstance(value, bool) else None


def _object(value: Any) -> Any:
    return value if isinstance(value, dict | BaseModel) else None


def _list(value: Any) -> Any:
    return value if isinstance(value, list) else []


Count = Annotated[float | None, BeforeValidator(_count)]
Text = Annotated[str | None, BeforeValidator(_text)]
Flag = Annotated[bool | None, BeforeValidator(_flag)]

NONE: Final[Any] = Field(default_factory=list)  # what a list is that is not there

Item = TypeVar("Item", bound=BaseModel)
Maybe = Annotated[Item | None, BeforeValidator(_object)]


def each(item: type[Item]) -> Any:
    """The type of a list of `item`: what does not fit is left out, no list at all is empty."""
    return Annotated[list[OnErrorOmit[item]], BeforeValidator(_list)]  # type: ignore[valid-type]
