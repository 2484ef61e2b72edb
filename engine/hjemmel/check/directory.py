"""The norms of a rulebook by what a rule calls them."""

from attrs import field, frozen

from hjemmel.check import problems_references
from hjemmel.check.heads import Head
from hjemmel.check.sources import Sources
from hjemmel.diagnostics.diagnostic import Diagnostic
from hjemmel.diagnostics.suggest import alike, nearest
from hjemmel.source.parts import Path, meet, path_of
from hjemmel.source.provisions import provision, referred_to
from hjemmel.syntax.tree import NormGroup, NormName

_PLURALS = {"krav": "krav", "forbud": "forbud", "vilkår": "vilkår", "anbefalinger": "anbefaling",
            "frister": "frist", "anbefaling": "anbefaling", "frist": "frist"}  # fmt: skip

DEFINITION = "definisjon"
"""The kind of a norm that says what something is."""

_MOST_TOLD = 4
"""As many norms as an author wants to see of a section."""


@frozen
class Directory:
    """The norms by id, with what it takes to find one from a rule's words."""

    heads: tuple[Head, ...]
    sources: Sources
    by_title: dict[tuple[str, str], tuple[str, ...]] = field(init=False, repr=False, eq=False)
    defined: dict[str, tuple[Head, ...]] = field(init=False, repr=False, eq=False)

    @by_title.default
    def _by_title(self) -> dict[tuple[str, str], tuple[str, ...]]:
        """The ids by section and title."""
        found: dict[tuple[str, str], tuple[str, ...]] = {}
        for each in self.heads:
            key = (_key(each.section), each.title.casefold())
            found[key] = (*found.get(key, ()), each.id)
        return found

    @defined.default
    def _defined(self) -> dict[str, tuple[Head, ...]]:
        """The definitions by what they define."""
        found: dict[str, tuple[Head, ...]] = {}
        for each in self.heads:
            if each.kind == DEFINITION:
                key = each.title.casefold()
                found[key] = (*found.get(key, ()), each)
        return found

    def meant(self, name: NormName | NormGroup, by: str) -> tuple[str, ...]:
        """The ids of the norms that a norm means by a name, each once: of a group all but itself;
        of a title more than one is two readings."""
        if isinstance(name, NormGroup):
            return tuple(each for each in self._group(name) if each != by)
        named = self.by_title.get((_key(name.section), name.title.casefold()), ())
        return tuple(dict.fromkeys(named))

    def definitions(self, title: str) -> tuple[Head, ...]:
        """The definitions of what is called so."""
        return self.defined.get(title.casefold(), ())

    def unknown(self, name: NormName) -> Diagnostic:
        """The report of a norm that is not there, with what it may have been meant for.

        A norm of the section that is named comes first; one of another section is never put as
        the question «mente du», since the reference would be right and the law wrong.
        """
        here = [each for each in self.heads if _key(each.section) == _key(name.section)]
        near = nearest(name.title, [each.title for each in here])
        meant = next((each for each in here if (each.title,) == near), None)
        wanted = f"{referred_to(name.section)} «{name.title}»"
        if meant is not None:
            question = f"mente du {meant.reference}?"
            return problems_references.unknown_norm(wanted, name.span, question, meant.span)
        other = self._elsewhere(name, here)
        told = [self._here(name, here)]
        told += [f"et annet sted står {other.reference}"] if other else []
        span = other.span if other else None
        return problems_references.unknown_norm(wanted, name.span, "; ".join(told), span)

    def _here(self, name: NormName, here: list[Head]) -> str:
        section = referred_to(name.section)
        if not here:
            return f"{section} har ingen normer; rett henvisningen"
        close = sorted(here, key=lambda each: (-alike(name.title, each.title), each.span))
        titles = ", ".join(f"«{each.title}»" for each in close[:_MOST_TOLD])
        return f"{section} har {titles}{' …' if len(close) > _MOST_TOLD else ''}"

    def _elsewhere(self, name: NormName, here: list[Head]) -> Head | None:
        """A norm called much the same in another section, first in the same file."""
        others = [each for each in self.heads if each not in here]
        mine = [each for each in others if each.span.file == name.span.file]
        for found in (mine, others):
            near = nearest(name.title, [each.title for each in found])
            if near:
                return next(each for each in found if (each.title,) == near)
        return None

    def _group(self, group: NormGroup) -> list[str]:
        """The ids of the norms of a kind, in a place, whose highest source is the one named."""
        kind, place = _PLURALS.get(group.kind), group.place
        level, part = self.sources.level(place.source), path_of(place.part)
        return [
            head.id
            for head in self.heads
            if _key(head.section) == _key(place.provision)
            and (kind is None or head.kind == kind)
            and self.sources.highest(head.all_cited) == level
            and _is_in(path_of(head.part.part), part)
        ]


def _key(section: str) -> str:
    """A heading by which norms are found, however it is written."""
    return provision(section).casefold()


def _is_in(path: Path, part: Path) -> bool:
    return len(path) >= len(part) and meet(path, part)
