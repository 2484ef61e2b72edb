"""«den dagen søknaden ble sendt»: the day of what happened."""

from collections.abc import Iterator

from hjemmel.check import problems_names
from hjemmel.check.checking import Checking
from hjemmel.check.infer_names import is_ambiguous, refer
from hjemmel.check.names import NamedFact, is_definite, of_case, of_the_case
from hjemmel.core.schema import FieldDeclaration, RecordDeclaration
from hjemmel.core.types import Date, Type
from hjemmel.diagnostics.suggest import nearest
from hjemmel.syntax import tree


def infer_event(ctx: Checking, day: tree.DayOf) -> Type | None:
    """The day that a sentence tells of. None where no day is told so, or more than one."""
    words = day.event.words.casefold()
    found = [each for each in _events(ctx) if each.written.casefold() == words]
    if is_ambiguous(ctx, day.words, found, day.event.span):
        return None
    if not found:
        _unknown(ctx, day)
        return None
    refer(ctx, day, found[0], day.words, day.event.span)
    return ctx.typed(day, Date())


def _events(ctx: Checking) -> Iterator[NamedFact]:
    """Every day that is declared with what happened on it, by the sentences that say so."""
    for record in of_the_case(ctx.schema):
        for field in record.fields:
            if field.type == Date() and field.form and not is_definite(field.form):
                for said in _sentences(record, field, ctx.subject):
                    yield of_case(record, field, said)


def _sentences(record: RecordDeclaration, field: FieldDeclaration, subject: str) -> Iterator[str]:
    """A form with the part in it is a sentence by itself; else the part stands before it. Where the
    norm is about the part, it may be «den» or «det»."""
    form, owner = field.form, record.definite
    if f" {owner.casefold()} " in f" {form.casefold()} ":
        yield form
        if record.key == subject:
            yield from (_with(form, owner, each) for each in ("den", "det"))
        return
    yield f"{owner} {form}"
    if record.key == subject:
        yield from (f"{each} {form}" for each in ("den", "det"))


def _with(form: str, owner: str, pronoun: str) -> str:
    """The sentence with a pronoun for the part."""
    at = f" {form.casefold()} ".index(f" {owner.casefold()} ")
    return f"{form[:at]}{pronoun}{form[at + len(owner) :]}"


def _unknown(ctx: Checking, day: tree.DayOf) -> None:
    if ctx.was_lost(day.event.words):
        return
    known = {each.written: each for each in _events(ctx)}
    near = nearest(day.event.words, known)
    help = f"mente du «den dagen {near[0]}»?" if near else (
        "si i erklæringen hva som skjedde den dagen: «opplysning dato, ble sendt, er dato»"
    )  # fmt: skip
    declared = known[near[0]].declared if near else None
    ctx.report(
        problems_names.unknown_name(day.event.words, day.event.span, help, declared, "".join(near))
    )
