"""The sections of one rulebook on two days."""

from collections.abc import Iterator, Sequence

from attrs import evolve

from hjemmel.analysis.comparison.aspects import Aspect, Difference
from hjemmel.analysis.comparison.days import (
    DaysCompared,
    Force,
    NormOnDays,
    RoleOnDays,
    Standing,
    Turned,
)
from hjemmel.analysis.read_back import read_norm
from hjemmel.analysis.render_comparison.blocks import (
    Block,
    Fold,
    Page,
    Part,
    Points,
    Rows,
    Say,
    Section,
)
from hjemmel.analysis.render_comparison.effects import read_lines
from hjemmel.analysis.render_comparison.words import capital, counted, heading, names, norms_counted
from hjemmel.core.schema import Tenure
from hjemmel.provenance.book import Book, new_book
from hjemmel.render.change_words import answer, causes
from hjemmel.render.verdict_text import provision
from hjemmel.source.days import day_in_words
from hjemmel.source.moment import period_in_words
from hjemmel.words.periods import period

_NONE = "ingen ordlyd gjelder"


def page(found: DaysCompared) -> Page:
    """The whole."""
    first, second = map(day_in_words, found.days)
    about = (f"Regelverk: {found.label}", f"Før: {first}", f"Nå: {second}")
    made = (_gist(found), _norms(found), _roles(found), _affected(found))
    sections = tuple(each for each in made if each is not None)
    return Page("Hva som skiller de to dagene", about, sections)


def _gist(found: DaysCompared) -> Section:
    first, second = map(day_in_words, found.days)
    if not found.may_turn:
        lead = f"Reglene er de samme {first} og {second}."
        blocks: list[Block] = [Say(lead, "strong")]
    else:
        count = norms_counted(len(found.norms))
        lead = f"{capital(count)} har en annen ordlyd i kraft {second} enn {first}."
        blocks = [Say(lead, "strong"), Points(tuple(_counts(found)))]
    return Section("kort", "Kort sagt", (*blocks, *_services(found)))


def _counts(found: DaysCompared) -> Iterator[str]:
    for force in Force:
        norms = [each.norm.id for each in found.norms if each.force is force]
        if norms:
            yield f"{capital(norms_counted(len(norms)))} {force.value}: {names(norms)}"
    if found.through:
        told = names(each.id for each in found.through)
        yield f"{capital(norms_counted(len(found.through)))} bygger på disse: {told}"
    if found.roles:
        told = names(each.name for each in found.roles)
        count = counted(len(found.roles), "rolle", "roller")
        yield f"{capital(count)} har, eller kan ha, en annen innehaver: {told}"


def _services(found: DaysCompared) -> Iterator[Block]:
    if found.count is None:
        return
    all_of = f"Porteføljen har {counted(found.count, 'tjeneste', 'tjenester')}"
    services = tuple(dict.fromkeys(e.name for e in found.by_edition if e.change.is_turned))
    if services:
        count = counted(len(services), "tjeneste", "tjenester")
        told = f"{count} får et annet verdikt fordi ordlyden er en annen: {names(services)}."
    else:
        told = "ingen verdikt er endret fordi ordlyden er en annen."
    yield Say(f"{all_of}: {told}", "strong")
    days = {each.name for each in found.by_day}
    if days:
        count = counted(len(days), "tjeneste", "tjenester")
        yield Say(f"I {count} er et verdikt et annet bare fordi dagen er en annen.")


def _norms(found: DaysCompared) -> Section | None:
    if not found.norms:
        return None
    book = new_book(found.program)
    parts = []
    for force in Force:
        parts += [
            Part(f"{heading(e.norm)}: {force.value}", tuple(_norm(book, e)), "changed")
            for e in found.norms if e.force is force
        ]  # fmt: skip
    return Section("ordlyder", "Normer med en annen ordlyd", tuple(parts))


def _norm(book: Book, of: NormOnDays) -> Iterator[Block]:
    yield Points((f"Før: {_standing(of.before)}", f"Nå: {_standing(of.after)}"))
    if of.is_by_another_day:
        told = "Normen regnes etter en annen dag enn vurderingsdagen. Den avgjør ordlyden i en sak."
        yield Say(told, "muted")
    sides = tuple(
        read_norm(book, evolve(of.norm, editions=each.editions)) if each.editions else ()
        for each in (of.before, of.after)
    )
    lost = tuple(each for each in sides[0] if each not in sides[1])
    new = tuple(each for each in sides[1] if each not in sides[0])
    yield read_lines(Difference(Aspect.READ, lost, new))


def _standing(of: Standing) -> str:
    told = [f"ordlyden {period(each.wording)}" for each in of.editions]
    told += [_NONE] if of.may_be_none else []
    return ", eller ".join(told)


def _roles(found: DaysCompared) -> Section | None:
    parts = tuple(Part(capital(each.name), (_role(each),)) for each in found.roles)
    return Section("roller", "Roller som ligger hos en annen", parts) if parts else None


def _role(of: RoleOnDays) -> Points:
    told = [f"Før: {_holders(of.before)}", f"Nå: {_holders(of.after)}"]
    told += [f"Normer som spør om rollen: {names(e.id for e in of.norms)}"] if of.norms else []
    return Points(tuple(told))


def _holders(of: Sequence[Tenure]) -> str:
    told = [f"{each.holder} ({period_in_words(each.start, each.end)})" for each in of]
    return ", eller ".join(told) or "ingen"


def _affected(found: DaysCompared) -> Section | None:
    if found.count is None:
        return None
    turned = [each for each in found.by_edition if each.change.is_turned]
    same = [each for each in found.by_edition if not each.change.is_turned]
    blocks: list[Block] = [*_groups(turned)]
    if not turned:
        blocks.append(Say("Ingen verdikt er endret fordi ordlyden er en annen."))
    if same:
        lead = "Samme verdikt, men etter en annen ordlyd"
        blocks.append(Fold(lead, tuple(_groups(same))))
    if found.by_day:
        blocks.append(Fold("Bare dagen er en annen", tuple(_groups(found.by_day))))
    if found.set_aside or found.unread:
        aside = counted(found.set_aside, "sak er satt til side", "saker er satt til side")
        unread = counted(found.unread, "opplysning er ikke lest", "opplysninger er ikke lest")
        blocks.append(Say(f"Ikke alt i porteføljen kunne leses: {aside}, {unread}.", "warning"))
    return Section("tjenester", "Hvem som berøres", tuple(blocks))


def _groups(of: Sequence[Turned]) -> Iterator[Block]:
    """By provision, then by norm and cause."""
    places: dict[str, list[Turned]] = {}
    for each in of:
        places.setdefault(provision(each.change.norm), []).append(each)
    for place, group in places.items():
        rows: dict[tuple[str, str, str, str], list[str]] = {}
        for each in group:
            change = each.change
            why = "; ".join(causes(change))
            key = (change.norm.id, answer(change.before), answer(change.after), why)
            rows.setdefault(key, []).append(each.name)
        told = tuple((*key, names(services)) for key, services in rows.items())
        yield Part(capital(place), (Rows(("norm", "før", "nå", "hvorfor", "tjenester"), told),))
