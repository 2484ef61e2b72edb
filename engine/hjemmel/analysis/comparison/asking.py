"""What a norm asks, apart from what it is called, rests on and says of itself."""

from collections.abc import Hashable

from hjemmel.core.program import Norm


def asked(of: Norm) -> Hashable:
    """All of a norm that decides how it stands; equal where it is written the same."""
    editions = tuple(
        (each.wording.start, each.wording.end, each.applies, each.requirement, each.deciding)
        for each in of.editions
    )
    pauses = tuple((each.start, each.end) for each in of.suspensions)
    questions = tuple(
        (each.arises, each.readings, each.chosen) for each in of.interpretations
    )  # fmt: skip
    return of.kind.forbids, of.subject, of.deciding, editions, pauses, questions
