"""What is raised to a program that uses the engine. Each says its code, which has a page."""

from attrs import frozen

from hjemmel.engine.diagnostics import Diagnostic


class HjemmelError(Exception):
    """Something that the caller can do something about. `code` is that of the page on it."""

    code: str

    def __init__(self, code: str, message: str) -> None:
        super().__init__(code, message)
        self.code = code
        self.message = message

    def __str__(self) -> str:
        return f"{self.code}: {self.message}"


class RulebookError(HjemmelError):
    """A rulebook that cannot be used: it is not there, cannot be read, or has errors.

    `diagnostics` are all that was found where it has errors, warnings too; else there are none.
    """

    def __init__(
        self, code: str, message: str, diagnostics: tuple[Diagnostic, ...] = (), help: str = ""
    ) -> None:
        super().__init__(code, message)
        self.diagnostics = diagnostics
        self.help = help

    def __reduce__(self) -> tuple[type["RulebookError"], tuple[object, ...]]:
        return type(self), (self.code, self.message, self.diagnostics, self.help)


@frozen
class Unread:
    """Something told of a case that is not read: its code, where it stands, and what to do.

    `place` is the way to it in the case: `tjeneste.steder[1].helseregion`; empty for the whole.
    """

    code: str
    place: str
    message: str
    help: str = ""


class FactsError(HjemmelError):
    """What was given cannot be read as a case. `problems` are all that was found wrong."""

    def __init__(self, code: str, message: str, problems: tuple[Unread, ...] = ()) -> None:
        super().__init__(code, message)
        self.problems = problems

    def __reduce__(self) -> tuple[type["FactsError"], tuple[object, ...]]:
        return type(self), (self.code, self.message, self.problems)


class UnknownNormError(HjemmelError, LookupError):
    """The rulebook has no norm of this id."""

    def __reduce__(self) -> tuple[type["UnknownNormError"], tuple[object, ...]]:
        return type(self), (self.code, self.message)
