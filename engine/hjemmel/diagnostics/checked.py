"""What a phase gives back: a value, and what is wrong with its input."""

from typing import Generic, TypeVar

from attrs import frozen

from hjemmel.diagnostics.diagnostic import Diagnostic

T = TypeVar("T")


@frozen
class Checked(Generic[T]):
    """A value with diagnostics. With errors among them the value is only good for
    finding more errors."""

    value: T
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def ok(self) -> bool:
        """True where nothing hinders use."""
        return not any(each.is_error for each in self.diagnostics)
