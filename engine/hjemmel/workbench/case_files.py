"""Files of cases on the bench, each read by every version of the rules that asks for it."""

from attrs import field, frozen

from hjemmel.case.statements import Case
from hjemmel.core.schema import Schema
from hjemmel.facts.faults import Reading
from hjemmel.facts.held_bytes import read_held


@frozen(eq=False)
class CaseFile:
    """Bytes with cases in them. `own`: somebody put them on the bench; else the portfolio.

    The name's ending says how they are read, as with a file.
    """

    name: str
    data: bytes = field(repr=False)
    own: bool = True

    def read_by(self, schema: Schema) -> Reading:
        """What the rules with this schema read of it."""
        return read_held(self.name, self.data, schema)


@frozen(eq=False)
class Held:
    """A case on the bench, and the file that it came in."""

    case: Case
    file: CaseFile

    @property
    def title(self) -> str:
        """What it is called."""
        return self.case.title or self.case.id
