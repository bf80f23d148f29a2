"""What answers are made of: fields may be missing, new ones may come, one bad item harms no other.

What is kept of an answer is what stands in these shapes, and no more.
"""

from typing import Annotated, Any, Final, TypeVar

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetPydanticSchema,
    OnErrorOmit,
)
from pydantic.alias_generators import to_camel
from pydantic_core import CoreSchema, core_schema


class Shape(BaseModel):
    """An object in an answer, its fields named as in Python."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class Camel(Shape):
    """An object whose fields are named likeThis."""

    model_config = ConfigDict(
        extra="ignore", frozen=True, alias_generator=to_camel, populate_by_name=True
    )


# Written as schemas and not as functions, because an answer then never becomes Python objects
# before it is judged.
_DIGITS: Final = core_schema.str_schema(strict=True, pattern=r"^[0-9.eE+]+$")
_COUNT: Final = core_schema.union_schema(
    [
        core_schema.float_schema(strict=True, ge=0, allow_inf_nan=False),  # -1: hidden, with some
        core_schema.chain_schema(
            [_DIGITS, core_schema.float_schema(ge=0, allow_inf_nan=False)],
        ),
    ],
    mode="left_to_right",
)


def _or_null(schema: CoreSchema) -> CoreSchema:
    """`schema`, and null for what does not fit it."""
    return core_schema.with_default_schema(schema, default=None, on_error="default")


def _always(schema: CoreSchema) -> GetPydanticSchema:
    return GetPydanticSchema(lambda _, __: schema)


def _item_or_null(source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
    return _or_null(handler(source))


def _list_or_empty(source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
    empty = core_schema.no_info_plain_validator_function(lambda _: [])
    return core_schema.union_schema([handler(source), empty], mode="left_to_right")


Count = Annotated[float | None, _always(_or_null(_COUNT))]
Text = Annotated[str | None, _always(_or_null(core_schema.str_schema(strict=True, pattern=r"\S")))]
Flag = Annotated[bool | None, _always(_or_null(core_schema.bool_schema(strict=True)))]

NONE: Final[Any] = Field(default_factory=list)  # what a list is that is not there

Item = TypeVar("Item", bound=BaseModel)
Maybe = Annotated[Item | None, GetPydanticSchema(_item_or_null)]


def each(item: type[Item]) -> Any:
    """The type of a list of `item`: what does not fit is left out, no list at all is empty."""
    return Annotated[list[OnErrorOmit[item]], GetPydanticSchema(_list_or_empty)]  # type: ignore[valid-type]
