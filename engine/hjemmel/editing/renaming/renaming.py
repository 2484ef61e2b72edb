"""All the changes that give something a new name, where the rules then mean what they did."""

import re
from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from hjemmel.check.heads import STEP
from hjemmel.check.references import (
    Constant,
    FactReference,
    NormReference,
    RecordReference,
    Reference,
)
from hjemmel.check.tables import Use
from hjemmel.core.types import Registered
from hjemmel.editing.components import (
    Component,
    Piece,
    components,
    only_norm,
    spaced_out,
)
from hjemmel.editing.declared import Declared
from hjemmel.editing.library import connected
from hjemmel.editing.renaming import refused
from hjemmel.editing.renaming.change import Change
from hjemmel.editing.renaming.kept import lost, read
from hjemmel.editing.renaming.refused import RenameRefused
from hjemmel.editing.renaming.said_of import said_of
from hjemmel.editing.renaming.target import Lines, Spot, Target, lines_of, other_forms, target_at
from hjemmel.source.look_alikes import misleading
from hjemmel.source.signs import plain
from hjemmel.source.source import Source
from hjemmel.source.span import Span
from hjemmel.syntax.build_declarations import genitive_of
from hjemmel.syntax.show_names import words as written
from hjemmel.syntax.verbs import begins_with_verb

_UNFIT = re.compile(r"[«»|:;\n\r\t]|^[\s,.-]|[\s,.-]$|, ")


@frozen
class Named:
    """What stands at a place and may get a new name: the stretch, and the name to begin from."""

    span: Span
    name: str


def named_at(
    file: str, line: int, column: int, library: Mapping[str, Source], grammar: str
) -> Named | RenameRefused:
    """What would be renamed at a place of a text, or why nothing would."""
    declared, _ = read(connected(file, library, grammar), library, grammar)
    spot = Spot(library[file].name, line, column)
    target = target_at(spot, declared, lines_of(library), grammar)
    if isinstance(target, RenameRefused):
        return target
    return Named(target.span, _plain(target, declared)[0])


def renamed(
    file: str, line: int, column: int, new: str, library: Mapping[str, Source], grammar: str
) -> tuple[Change, ...] | RenameRefused:  # fmt: skip
    """The changes that give what stands at a place a new name, in all the texts.

    Only the form that stands there gets a new one: a definite is changed for itself. A regular
    genitive goes with its definite. It is tried out before it is told: whatever would not be read
    as before is refused.
    """
    new = " ".join(plain(new).split())
    if not new or _UNFIT.search(new) or misleading(new):
        return refused.SIGNS if new else refused.EMPTY
    names = connected(file, library, grammar)
    before = read(names, library, grammar)
    lines = lines_of(library)
    target = target_at(Spot(library[file].name, line, column), before[0], lines, grammar)
    if isinstance(target, RenameRefused):
        return target
    wrong = next((each for each in before[1] if each.is_error), None)
    if wrong is not None:
        return refused.unreadable(wrong.span.file)
    changes = _changes(target, new, before[0], lines, grammar)
    if isinstance(changes, RenameRefused):
        return changes
    return lost(before, names, library, changes, grammar, new) or changes


def _plain(target: Target, declared: Declared) -> tuple[str, ...]:
    """The form to change, and the genitive that goes with it, where it is one of a pair."""
    for thing in target.things:
        if not isinstance(thing, RecordReference):
            continue
        record = declared.schema.record(thing.record)
        if record is None:
            continue
        definite = record.one if record.entry else record.definite
        genitive = genitive_of(definite) if record.entry else record.genitive
        if definite and genitive == genitive_of(definite) and target.form in (definite, genitive):
            return definite, genitive
    return (target.form,)


def _changes(
    target: Target, new: str, declared: Declared, lines: Lines, grammar: str
) -> tuple[Change, ...] | RenameRefused:
    old = _plain(target, declared)
    news = (new, genitive_of(new))[: len(old)]
    forms = {form.casefold(): to for form, to in zip(old, news, strict=True)}
    found: dict[Span, Change] = {}
    for use in declared.places.uses:
        line = lines[use.span.file][use.span.line - 1]
        parts = list(components(use, line, declared))
        if not parts and isinstance(use.reference, FactReference):
            found |= {each.span: each for each in _in_phrase(use, line, forms)}
        for part in parts:
            if part.reference in target.things and part.form.casefold() in forms:
                change = _change(part, use, line, forms[part.form.casefold()], declared)
                if isinstance(change, RenameRefused):
                    return change
                found[change.span] = change
    for part in other_forms(declared, lines):
        if part.reference in target.things and part.form.casefold() in forms:
            found[part.span] = Change(part.span, written(forms[part.form.casefold()]))
    if any(isinstance(each, RecordReference) for each in target.things):
        for change in said_of(forms, declared, lines, grammar):
            found.setdefault(change.span, change)
    return (*_whole(found.values()), *_marks(target.things, declared, lines))


def _in_phrase(use: Use, line: str, forms: Mapping[str, str]) -> Iterator[Change]:
    """Where a form stands in words that name several things at once: «et av tjenestens steder»,
    «representerer en brukerorganisasjon»."""
    phrase = line[use.span.column - 1 : use.span.end - 1]
    for form, new in forms.items():
        pattern = re.compile(rf"(?<![\w-])({spaced_out(form)})(?![\w-])", re.IGNORECASE)
        for found in pattern.finditer(phrase):
            start = use.span.column + found.start()
            span = Span(use.span.file, use.span.line, start, start + len(found[0]))
            yield Change(span, new)


def _whole(found: Iterable[Change]) -> Iterator[Change]:
    """Without what stands within something that is changed as a whole."""
    changes = sorted(found, key=lambda each: (each.span.order[:3], -each.span.end))
    last: Span | None = None
    for each in changes:
        within = (
            last is not None
            and last.order[:2] == each.span.order[:2]
            and (each.span.column < last.end)
        )
        if not within:
            last = each.span
            yield each


def _change(
    part: Component, use: Use, line: str, new: str, declared: Declared
) -> Change | RenameRefused:
    """What is put in the place of a part of what is written, in «…» where it now needs that."""
    if part.piece is not Piece.WHOLE:
        verb, _, rest = new.partition(" ")
        if not rest or not begins_with_verb(new):
            return refused.in_two(part.span.file, part.span.line)
        return Change(part.span, verb if part.piece is Piece.VERB else rest)
    phrase = line[use.span.column - 1 : use.span.end - 1]
    is_free = isinstance(part.reference, NormReference) or _is_spelled(part, use, declared)
    if is_free or phrase.startswith("«"):
        return Change(part.span, new)
    if part.span == use.span or not isinstance(use.reference, FactReference):
        return Change(part.span, written(new))  # words of the language may stand before it
    start, end = part.span.column - use.span.column, part.span.end - use.span.column
    whole = f"{phrase[:start]}{new}{phrase[end:]}"
    if re.search(r"\ber\b", phrase):
        return Change(part.span, written(new))
    return Change(part.span, new) if written(whole) == whole else Change(use.span, written(whole))


def _is_spelled(part: Component, use: Use, declared: Declared) -> bool:
    """Whether it is declared as free text, as the names of institutions are."""
    is_entry = isinstance(part.reference, Constant) and isinstance(part.reference.type, Registered)
    return is_entry and declared.places.is_declared_at(use)


def _marks(things: frozenset[Reference], declared: Declared, lines: Lines) -> Iterator[Change]:
    """A norm keeps the id that its old title gave it: verdicts and tests know it by that."""
    for thing in things:
        head = only_norm(thing.norms, declared.heads) if isinstance(thing, NormReference) else None
        anatomy = head.anatomy if head else None
        if head is None or head.kind == STEP or head.item or (anatomy and anatomy.mark):
            continue
        file, line = head.span.file, head.span.line
        end = len(lines[file][line - 1].rstrip()) + 1
        yield Change(Span(file, line, end, end), f"\n  kjennemerke   {head.id}")
