"""What is needed to show a sentence beside the rules made from it."""

from collections.abc import Mapping

from attrs import frozen


@frozen
class Shown:
    """The sentences' texts, as far as they are at hand, and each norm read back in sentences."""

    texts: Mapping[str, str]
    read: Mapping[str, tuple[str, ...]]
