"""One finding about a rule file."""

from enum import Enum

from attrs import field, frozen

from hjemmel.source.span import Span


class Severity(Enum):
    """An error stops the rulebook from being used; a warning does not."""

    ERROR = "feil"
    WARNING = "advarsel"


@frozen
class Note:
    """Another place that has to do with it."""

    span: Span
    text: str


@frozen
class Diagnostic:
    """A finding: its code in the catalogue, the words for this case, and its place.

    `label` stands under the underlined word; `place` is where in the law it is. `replacement` is
    what may stand in the place of the underlined words, where the help asks for just that.
    """

    code: str
    severity: Severity
    message: str
    span: Span
    label: str = ""
    help: str = ""
    notes: tuple[Note, ...] = ()
    place: str = field(default="", eq=False)
    replacement: str = field(default="", eq=False)

    @property
    def is_error(self) -> bool:
        """True where the rulebook cannot be used."""
        return self.severity is Severity.ERROR
