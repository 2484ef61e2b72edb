"""Source sentences that norms modelled before and do not now, and the other way."""

from attrs import frozen

from hjemmel.core.program import Program
from hjemmel.traceability.citing import citing


@frozen
class Sentence:
    """A source sentence, and the norms that model it in the one version.

    `mentioned` are the norms that still cite it in the other, without asking anything of it.
    """

    id: str
    norms: tuple[str, ...]
    mentioned: tuple[str, ...] = ()


@frozen
class Sentences:
    """Those that no norm models any more, and those that norms have begun to model."""

    lost: tuple[Sentence, ...] = ()
    new: tuple[Sentence, ...] = ()


def sentences(old: Program, new: Program) -> Sentences:
    """What is modelled in one version only."""
    before, after = citing(old), citing(new)
    return Sentences(
        tuple(
            Sentence(each, norms, after.mentioned.get(each, ()))
            for each, norms in before.modelled.items() if each not in after.modelled
        ),
        tuple(
            Sentence(each, norms, before.mentioned.get(each, ()))
            for each, norms in after.modelled.items() if each not in before.modelled
        ),
    )  # fmt: skip
