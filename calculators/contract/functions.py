"""The few functions that a calculator's body may call beside plain arithmetic."""

from collections.abc import Iterable


class NotAllowed(Exception):
    """Raised by `require`: numbers that are each well formed but do not go together."""

    def __init__(self, field: str, message: str) -> None:
        self.field = field
        self.message = message
        super().__init__(message)


def require(holds: bool, field: str, message: str) -> None:
    """Stop with `message` at the input `field` unless `holds`; `{name}` in it is that input as shown."""
    if not holds:
        raise NotAllowed(field, message)


def first[T](values: Iterable[T]) -> T | None:
    """The first of `values`, or None where there is none."""
    return next(iter(values), None)
