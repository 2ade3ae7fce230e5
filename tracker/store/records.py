"""Settings and targets as JSON text, read tolerantly.

A value that is absent, unknown or cannot be falls back to its default, so that a text written by an older or a newer
version, or by hand, never keeps a person out of the diary.
"""

import json
from dataclasses import asdict, fields, is_dataclass, replace
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from tracker.errors import RefusedError

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    RecordT = TypeVar("RecordT", bound=DataclassInstance)
else:
    RecordT = TypeVar("RecordT")


def json_of(record: "DataclassInstance") -> str:
    """Return a frozen record, nested ones included, as JSON text."""
    return json.dumps(asdict(record), allow_nan=False)


def record_of(default: RecordT, text: str) -> RecordT:
    """Return the record written in `text`, with the values of `default` for what cannot be read."""
    try:
        return _filled(default, json.loads(text))
    except ValueError:
        return default


def _filled(default: RecordT, values: Any) -> RecordT:
    if not isinstance(values, dict):
        return default
    record = default
    hints = get_type_hints(type(default))
    for field in fields(default):
        if field.name not in values:
            continue
        value, old = values[field.name], getattr(default, field.name)
        if is_dataclass(old) and not isinstance(old, type):
            value = _filled(old, value)
        elif not _fits(value, hints[field.name]):
            continue
        elif get_origin(hints[field.name]) is tuple:
            value = tuple(value)
        try:
            record = replace(record, **{field.name: value})
        except RefusedError:
            continue
    return record


def _fits(value: object, wanted: Any) -> bool:
    """Whether a value read from JSON is of the annotated type; a whole number is a float too, a bool is no number."""
    if get_origin(wanted) is Literal:
        return value in get_args(wanted)
    if get_origin(wanted) is tuple:
        return isinstance(value, list) and all(_fits(each, get_args(wanted)[0]) for each in value)
    # A union with a Literal in it is the other of the two kinds.
    if isinstance(wanted, UnionType) or get_origin(wanted) is Union:
        return any(_fits(value, one) for one in get_args(wanted))
    if wanted is NoneType:
        return value is None
    if wanted is float:
        return isinstance(value, int | float) and not isinstance(value, bool)
    return type(value) is wanted
