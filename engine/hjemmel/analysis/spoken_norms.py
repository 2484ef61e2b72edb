"""Other norms as the sentences read back say them: by kind, title and provision."""

import re

from hjemmel.analysis.spoken_names import quoted
from hjemmel.core.nodes import Apply, Ref, Standing
from hjemmel.core.operators import Sense, sense
from hjemmel.core.outcome import Outcome
from hjemmel.core.program import Norm
from hjemmel.provenance.book import Book
from hjemmel.words.outcomes import definite, word
from hjemmel.words.predicates import predicate


def norm_called(book: Book, norm: Norm) -> str:
    """«kravet «om helsehjelp til alle» i § 4-4 første strekpunkt»; with its id where another is
    called the same."""
    called = (norm.kind, norm.title, norm.place)
    alike = [each for each in book.program.norms if (each.kind, each.title, each.place) == called]
    told = f" ({norm.id})" if len(alike) > 1 else ""
    return f"{definite(norm.kind)} {quoted(norm.title)} i {place_aloud(norm)}{told}"


_BELOW = re.compile(
    r"^(§ ?\d+(?:-\d+)?(?: [a-z])?) (?=[^\W\d]+ (?:pkt|§|artikkel|kapittel|vedlegg))"
)


def place_aloud(norm: Norm) -> str:
    """«§ 4-1, veilederen pkt. 4.1»: the heading, and the place in another source below it."""
    return _BELOW.sub(r"\1, ", norm.place)


def reference(book: Book, ref: Ref) -> str:
    """«kravet «om ett helseforetak» i § 4-2 første ledd er brutt»."""
    return f"{norm_called(book, book.norms[ref.norm])} {_stands(book, ref)}"


def of_norms(book: Book, group: Apply, told: list[str]) -> str:
    """That one, or none, of some norms stands so; said once where all are asked to stand alike."""
    some = sense(group) is Sense.SOME_NORM
    lead = "minst én av disse" if some else "ingen av disse"
    refs = [each for each in group.arguments if isinstance(each, Ref)]
    standings = {_stands(book, each) for each in refs}
    if len(refs) < len(told) or len(standings) > 1:
        return f"{lead}: {'; '.join(told)}"
    stands = standings.pop().replace("er ikke oppfylt", "er uoppfylt")
    return f"{lead} {stands}: {'; '.join(norm_called(book, book.norms[e.norm]) for e in refs)}"


def _stands(book: Book, ref: Ref) -> str:
    norm = book.norms[ref.norm]
    outcome = Outcome.MET if ref.standing is Standing.MET else Outcome.BROKEN
    return predicate(word(norm.kind, norm.highest_level, outcome, norm.presumption))
