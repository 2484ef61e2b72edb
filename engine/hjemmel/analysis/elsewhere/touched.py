"""What a change of one norm touches, that other norms may have too."""

from attrs import field, frozen

from hjemmel.analysis.elsewhere.written import Written
from hjemmel.core.nodes import Node
from hjemmel.source.moment import Moment


@frozen
class OldCondition:
    """A condition that is gone."""

    condition: Node


@frozen
class NewName:
    """A name that has come to a term or a register."""

    term: str
    name: str


@frozen
class OldValue:
    """A value that is no longer written."""

    value: Written


@frozen
class OldQuestion:
    """A question that is no longer open."""

    question: str


@frozen
class OldDay:
    """A day on which a wording no longer begins or ends."""

    day: Moment
    edge: str


@frozen
class OldDuty:
    """A body or a role that the duty is no longer on."""

    body: str


@frozen
class OldHolder:
    """A body that held a role last, which somebody else holds, or will hold."""

    role: str
    body: str


@frozen
class Named:
    """The changed norm itself, where others refer to it."""

    norm: str


@frozen
class Asked:
    """A fact that is asked of in another way. `asking` is a node that asks of it."""

    path: tuple[str, ...]
    asking: Node = field(eq=False)


Touched = (
    OldCondition | NewName | OldValue | OldQuestion | OldDay | OldDuty | OldHolder | Named | Asked
)
ORDER = (OldCondition, NewName, OldHolder, OldQuestion, OldValue, OldDuty, Named, OldDay, Asked)
"""The most telling first: who has the same condition has seldom got it by chance."""
