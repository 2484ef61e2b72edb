"""Whether the rules mean what they did: the same names refer to the same things.

What a name refers to is told without names: by the place where it is declared, or by the first
place where it stands.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from hjemmel.check.references import CaseYear, Constant, NormReference, Reference
from hjemmel.check.rulebook import check_rulebook
from hjemmel.diagnostics.diagnostic import Diagnostic
from hjemmel.editing.components import same_thing
from hjemmel.editing.declared import Declared
from hjemmel.editing.renaming.change import Change, changed, line_before
from hjemmel.editing.renaming.refused import RenameRefused, would_be_wrong, would_mean_another
from hjemmel.pipeline import gather
from hjemmel.source.source import Source

Meaning = tuple[str, int, object]
"""Where a name stands, by file and line, and what it refers to."""
Read = tuple[Declared, tuple[Diagnostic, ...]]


def read(names: tuple[str, ...], library: Mapping[str, Source], grammar: str) -> Read:
    """Some texts as one rulebook, with all that is wrong with them."""
    files, found = gather(names, library, grammar)
    checked = check_rulebook(files, None)
    return Declared(checked.value), (*found, *checked.diagnostics)


def lost(
    before: Read,
    names: tuple[str, ...],
    library: Mapping[str, Source],
    changes: Sequence[Change],
    grammar: str,
    name: str,
) -> RenameRefused | None:  # fmt: skip
    """What would be lost by some changes; None where the rules mean what they did."""
    after = read(names, changed(library, changes), grammar)
    had = Counter((each.code, each.span.file) for each in before[1])
    for each in after[1]:
        had[each.code, each.span.file] -= 1
        if had[each.code, each.span.file] < 0:
            line = line_before(changes, each.span.file, each.span.line)
            return would_be_wrong(name, each.message, each.span.file, line)
    old = _meanings(before[0], ())
    new = _meanings(after[0], changes)
    for was, now in zip(old, new, strict=False):
        if was != now:
            return would_mean_another(name, was[0], was[1])
    if len(old) != len(new):
        file, line, _ = (old or new)[-1]
        return would_mean_another(name, file, line)
    return None


def _meanings(declared: Declared, changes: Sequence[Change]) -> list[Meaning]:
    places, norms = declared.places, {head.id: n for n, head in enumerate(declared.heads)}
    spans = {each.span for each in places.uses if places.is_declared_at(each)}
    ordinal = {span: n for n, span in enumerate(sorted(spans, key=lambda span: span.order))}
    first: dict[Reference, int] = {}

    def meant(reference: Reference) -> object:
        if isinstance(reference, NormReference):
            return tuple(sorted(norms[each] for each in reference.norms if each in norms))
        at = places.declared(reference)
        if at is not None:
            return ordinal[at]
        if isinstance(reference, Constant | CaseYear):
            return reference  # a number, a day or a text, which no name stands for
        return type(reference).__name__, first.setdefault(same_thing(reference), len(first))

    return [
        (each.span.file, line_before(changes, each.span.file, each.span.line),
         meant(each.reference))
        for each in places.uses
    ]  # fmt: skip
