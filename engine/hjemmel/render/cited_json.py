"""What a verdict or a part of it cites, as JSON."""

from collections.abc import Sequence

from hjemmel.source.citation import Citation, compared, resting


def cited(citations: Sequence[Citation]) -> dict[str, list[str]]:
    """What it rests on; under a name of its own what is only compared with, where that is any."""
    beside = [each.bare for each in compared(citations)]
    made = {"hjemmel": [each.bare for each in resting(citations)]}
    return made | {"jf": beside} if beside else made
