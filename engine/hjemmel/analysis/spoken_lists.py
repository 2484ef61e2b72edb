"""What is said of the entries of a list, in words."""

from collections.abc import Callable

from hjemmel.analysis.spoken_entries import entry_of
from hjemmel.analysis.spoken_names import column_of, fact, named, value
from hjemmel.core.nodes import Apply, Each, Fact, Literal, Node, Quantifier
from hjemmel.core.operators import OPERATORS, Sense, sense
from hjemmel.core.schema import ELEMENT
from hjemmel.provenance.book import Book
from hjemmel.words import phrases
from hjemmel.words.phrases import Names
from hjemmel.words.values import listed

Say = Callable[[Book, Node, Names], str]
"""A node in words; in brackets where it has joints of its own."""


def each_said(book: Book, node: Each, names: Names, say: Say, grouped: Say) -> str:
    """What is asked of a list, or counted in it."""
    inner = phrases.entering(book, node, names)
    domain = f"{fact(book, node.domain, names)}{_where(book, node, inner, grouped)}"
    match node.quantifier:
        case Quantifier.COUNT if phrases.is_always(node.body):
            return f"antallet av {domain}"
        case Quantifier.COUNT:
            joint = ", og der" if "der (" in domain else " der"
            return f"antallet av {domain}{joint} ({say(book, node.body, inner)})"
        case Quantifier.DISTINCT:
            return f"antall ulike {_told_apart(book, node, inner, say)}{domain}"
        case Quantifier.SOME if said := among(book, node, names, say, "er"):
            return said
        case Quantifier.SOME:
            entry = entry_of(book.program.schema, inner[node.variable])
            lead = f"minst {entry.one} {'i' if entry.many else 'av'}"
            return _of_each(book, node, lead, domain, inner, grouped)
        case _ if said := _all_among(book, node, names):
            return said
        case _:
            entry = entry_of(book.program.schema, inner[node.variable])
            lead = f"alle {entry.many} i" if entry.many else "alle"
            return _of_each(book, node, lead, domain, inner, grouped)


def none_said(book: Book, node: Each, names: Names, say: Say, grouped: Say) -> str:
    """That no entry is so."""
    if said := among(book, node, names, say, "ikke er"):
        return said
    inner = phrases.entering(book, node, names)
    domain = f"{fact(book, node.domain, names)}{_where(book, node, inner, grouped)}"
    entry = entry_of(book.program.schema, inner[node.variable])
    lead = f"ingen {entry.many} i" if entry.many else "ingen av"
    return _of_each(book, node, lead, domain, inner, grouped)


def _of_each(book: Book, node: Each, lead: str, domain: str, inner: Names, grouped: Say) -> str:
    comma = "" if phrases.is_always(node.where) else ","
    return f"det for {lead} {domain}{comma} gjelder at {grouped(book, node.body, inner)}"


def _where(book: Book, node: Each, inner: Names, grouped: Say) -> str:
    """Which entries are meant; in brackets where what is counted ends it."""
    if phrases.is_always(node.where):
        return ""
    told = grouped(book, node.where, inner)
    counts = node.quantifier in (Quantifier.COUNT, Quantifier.DISTINCT)
    return f" der ({told})" if counts and not told.startswith("(") else f" der {told}"


def _told_apart(book: Book, node: Each, inner: Names, say: Say) -> str:
    match node.body:
        case Fact(name=name) as column if name != ELEMENT and column.subject == node.variable:
            return f"{column_of(book, column, inner)} blant "
        case _:
            return f"{say(book, node.body, inner)} blant "


def among(book: Book, node: Each, names: Names, say: Say, verb: str) -> str:
    """«departementet er blant søknadens kopimottakere»; nothing of what says something else."""
    if not phrases.is_always(node.where) or not isinstance(node.body, Apply):
        return ""
    match node.body.arguments:
        case (Fact(subject=node.variable, name=name), sought) if (
            name == ELEMENT and OPERATORS[node.body.operator].equates and _is_outside(sought, node)
        ):
            return f"{say(book, sought, names)} {verb} blant {fact(book, node.domain, names)}"
        case _:  # more is asked of the entries
            return ""


def _is_outside(sought: Node, node: Each) -> bool:
    """Whether what is sought is no entry of the list itself."""
    return isinstance(sought, Literal) or (
        isinstance(sought, Fact) and sought.name != ELEMENT and sought.subject != node.variable
    )


def _all_among(book: Book, node: Each, names: Names) -> str:
    """«alt i tjenestens tilbud er blant tjenestens godkjente innhold»."""
    match node.body:
        case Each(quantifier=Quantifier.SOME, body=Apply() as same) as some if (
            phrases.is_always(node.where) and phrases.is_always(some.where)
            and some.domain.subject != node.variable and OPERATORS[same.operator].equates
            and _entries(same) == [some.variable, node.variable]
        ):  # fmt: skip
            inner, outer = fact(book, node.domain, names), fact(book, some.domain, names)
            return f"alt i {inner} er blant {outer}"
        case _:  # something else is asked of each
            return ""


def _entries(same: Apply) -> list[str]:
    return [each.subject for each in same.arguments
            if isinstance(each, Fact) and each.name == ELEMENT]  # fmt: skip


def covered(book: Book, node: Apply, names: Names, grouped: Say) -> str:
    """«A, B og C er hver for seg blant søknadens støttende regioner»; nothing of what has no such
    form."""
    values, first = _values(node), node.arguments[0]
    if values is None or not isinstance(first, Each) or not isinstance(first.body, Apply):
        return ""
    told = listed([value(each) for each in values], "og")
    domain = fact(book, first.domain, names)
    sought = first.body.arguments[0]
    assert isinstance(sought, Fact)
    if sought.name == ELEMENT and phrases.is_always(first.where):
        return f"hver av {told} er blant {domain}"
    inner = phrases.entering(book, first, names)
    entry = entry_of(book.program.schema, inner[first.variable])
    column = "den" if sought.name == ELEMENT else named(phrases.short_name(book, sought, inner))
    lead = f"minst {entry.one} {'i' if entry.many else 'av'}"
    return f"hver av {told} er {column} for {lead} {domain}{_where(book, first, inner, grouped)}"


def _values(node: Apply) -> list[Literal] | None:
    """The values that some entries are asked to be, of one list and one fact of its entries."""
    found, asked = [], set()
    for each in node.arguments:
        match each:
            case Each(
                Quantifier.SOME,
                variable,
                body=Apply(_, (Fact() as entry, Literal() as one)) as same,
            ) if entry.subject == variable and sense(same) is Sense.IS:
                found.append(one)
                asked.add((each.variable, each.domain, each.where, entry))
            case _:  # something else is asked
                return None
    return found if len(asked) == 1 and len(found) > 1 else None
