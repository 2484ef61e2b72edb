"""An open question read back: when it arises, what each reading makes of it, and which is taken."""

from hjemmel.analysis.spoken import question_called, spoken
from hjemmel.analysis.spoken_names import quoted
from hjemmel.core.nodes import Apply, Literal, Node
from hjemmel.core.operators import Sense, sense
from hjemmel.core.program import Interpretation, Norm, Reading
from hjemmel.core.walk import children_of
from hjemmel.provenance.book import Book
from hjemmel.source.citation import Citation
from hjemmel.words.phrases import is_always


def read_question(book: Book, norm: Norm, asked: Interpretation) -> list[str]:
    """The question, when it arises, and what each reading means, each in a whole sentence."""
    number = question_called(book, asked).partition("«")[0].removeprefix("spørsmålet").rstrip()
    found = [
        f"Åpent spørsmål{number}: {asked.question} Kilden er {cited_aloud(asked.citations)}.",
        _arises(book, norm, asked),
        *(_reading(book, each) for each in asked.readings),
    ]
    return [*found, _taken(asked)]


def _arises(book: Book, norm: Norm, asked: Interpretation) -> str:
    when = "alltid" if is_always(asked.arises) else f"når {spoken(book, asked.arises, {})}"
    written = _written(norm, asked)
    if written is None:
        return f"Spørsmålet oppstår {when}."
    about = f"leddet om at {spoken(book, written, {})}"
    if day := _last_day(written):
        about = f"siste dag, som er skrevet som {spoken(book, day, {})}"
    return f"Spørsmålet gjelder {about}, og oppstår {when}."


def _last_day(node: Node) -> Node | None:
    """The day, of a node that says only by when."""
    match node:
        case Apply(_, (day, *_)) if sense(node) is Sense.LAST_DAY:
            return day
        case _:  # it says something that can hold
            return None


def _written(norm: Norm, asked: Interpretation) -> Node | None:
    """What the rule says where the question does not arise."""
    waiting = list(norm.clauses)
    while waiting:
        node = waiting.pop()
        match node:
            case Apply(_, (_, taken, written)) if (
                sense(node) is Sense.READ_AS and taken.origin.id == asked.clause
            ):
                return written
            case _:  # it may stand further in
                pass
        waiting += children_of(node)
    return None


def _reading(book: Book, of: Reading) -> str:
    if day := _last_day(of.replacement):
        return f"Etter lesemåten {quoted(of.words)} er siste dag da {spoken(book, day, {})}."
    lead = f"Etter lesemåten {quoted(of.words)} er leddet da"
    match of.replacement:
        case Literal(value=True):
            return f"{lead} oppfylt."
        case Literal(value=False):
            return f"{lead} ikke oppfylt."
        case other:
            return f"{lead} oppfylt når {spoken(book, other, {})}."


def _taken(asked: Interpretation) -> str:
    if asked.chosen is None:
        return "Ingen lesemåte er valgt: gir de ulike svar, er svaret uavklart."
    return f"Lesemåten {quoted(asked.chosen)} er valgt."


def cited_aloud(citations: tuple[Citation, ...]) -> str:
    """The provisions, one after another."""
    return "; ".join(map(str, citations))
