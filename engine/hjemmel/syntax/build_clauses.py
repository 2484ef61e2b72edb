"""Parse tree to clauses and conditions."""

from typing import Any

from attrs import evolve
from lark import Token
from lark.tree import Meta
from lark.visitors import v_args

from hjemmel.source.provisions import provision
from hjemmel.syntax import tree
from hjemmel.syntax.build_values import ValueBuilder, counted, number
from hjemmel.syntax.verbs import denied_at


def parts(children: list[Any]) -> list[Any]:
    """The children that carry meaning: built nodes, not the words between them."""
    return [each for each in children if each is not None and not isinstance(each, Token)]


_THE_ENTRY = tree.Name(tree.THE_ENTRY)


def denied_parts(before: tree.Name, after: tree.Name) -> tuple[tree.Name, tree.Name]:
    """What is denied, in two parts as «ikke» parts them in a clause after «når»."""
    words = f"{before.words} {after.words}".split()
    at = denied_at(words)
    if at is None:
        return before, after
    first, second = " ".join(words[:at]), " ".join(words[at:])
    return tree.Name(first, before.span), tree.Name(second, after.span)


def _title(quoted: Token) -> str:
    return " ".join(quoted.strip("«»").split())


@v_args(meta=True)
class ClauseBuilder(ValueBuilder):
    """Clauses, on top of values."""

    def vilkar(self, meta: Meta, children: list[Any]) -> tree.Condition:
        return tree.Condition(tuple(parts(children)), self.at(meta), self.said(meta))

    def konjunksjon(self, _: Meta, children: list[Any]) -> tuple[tree.Clause, ...]:
        return tuple(parts(children))

    def enten(self, meta: Meta, children: list[Any]) -> tree.Either:
        return tree.Either(tuple(parts(children)), self.at(meta), self.said(meta))

    def pastand(self, meta: Meta, children: list[Any]) -> tree.Claim:
        name, *others = parts(children)
        where, words = self.at(meta), self.said(meta)
        return tree.Claim(name, None, False, where, words, tuple(others))

    def nektet(self, meta: Meta, children: list[Any]) -> tree.Claim:
        claimed, denied = denied_parts(*parts(children))
        return tree.Claim(claimed, denied, True, self.at(meta), self.said(meta))

    def ikke_det(self, meta: Meta, children: list[Any]) -> tree.Claim:
        (said,) = parts(children)
        words = said.words.split()
        at = denied_at(words)
        claimed, denied = said, None
        if at is not None:
            claimed = tree.Name(" ".join(words[:at]), said.span)
            denied = tree.Name(" ".join(words[at:]), said.span)
        return tree.Claim(claimed, denied, True, self.at(meta), self.said(meta))

    def vurdert(self, meta: Meta, children: list[Any]) -> tree.Judged:
        body, matter = parts(children)
        return tree.Judged(body, matter, True, self.at(meta), self.said(meta))

    def avvist(self, meta: Meta, children: list[Any]) -> tree.Judged:
        return evolve(self.vurdert(meta, children), positive=False)

    def saken_har(self, meta: Meta, children: list[Any]) -> tree.CaseHas:
        return tree.CaseHas(parts(children)[0], False, self.at(meta), self.said(meta))

    def saken_har_ikke(self, meta: Meta, children: list[Any]) -> tree.CaseHas:
        return evolve(self.saken_har(meta, children), negated=True)

    def likhet(self, meta: Meta, children: list[Any]) -> tree.Is:
        left, values = parts(children)
        if isinstance(left, (tree.CountDistinct, tree.CountOf)):
            values = tuple(map(counted, values))
        return tree.Is(left, values, False, self.at(meta), self.said(meta))

    def verdiliste(self, _: Meta, children: list[Any]) -> tuple[tree.Expression, ...]:
        return tuple(parts(children))

    innliste = verdiliste

    def det_er_likt(self, meta: Meta, children: list[Any]) -> tree.Is:
        return self.likhet(meta, [_THE_ENTRY, *children])

    def det_er_ulikt(self, meta: Meta, children: list[Any]) -> tree.Is:
        return self.ulikhet(meta, [_THE_ENTRY, *children])

    def medlem(self, meta: Meta, children: list[Any]) -> tree.Among:
        value, source = parts(children)
        return tree.Among(value, source, False, self.at(meta), self.said(meta))

    def ikke_medlem(self, meta: Meta, children: list[Any]) -> tree.Among:
        return evolve(self.medlem(meta, children), negated=True)

    def det_er_blant(self, meta: Meta, children: list[Any]) -> tree.Among:
        return self.medlem(meta, [_THE_ENTRY, *children])

    def det_er_ikke_blant(self, meta: Meta, children: list[Any]) -> tree.Among:
        return self.ikke_medlem(meta, [_THE_ENTRY, *children])

    def ulikhet(self, meta: Meta, children: list[Any]) -> tree.Is:
        return evolve(self.likhet(meta, children), negated=True)

    def grense(self, meta: Meta, children: list[Any]) -> tree.Bound:
        left, relation, right = children
        return tree.Bound(left, relation, counted(right), self.at(meta), self.said(meta))

    def virkedag(self, meta: Meta, children: list[Any]) -> tree.IsWorkingDay:
        day, said = children
        works, negated = said.endswith("virkedag"), said.type == "ER_IKKE_EN_VIRKEDAG"
        return tree.IsWorkingDay(day, works, negated, self.at(meta), self.said(meta))

    def oppgitt(self, meta: Meta, children: list[Any]) -> tree.IsTold:
        return tree.IsTold(children[0], self.at(meta), self.said(meta))

    def det_er_innenfor(self, meta: Meta, children: list[Any]) -> tree.Bound:
        return self.grense(meta, [_THE_ENTRY, *children])

    def hendelse(self, meta: Meta, children: list[Any]) -> tree.Bound:
        event, relation, day = children
        left = tree.DayOf(event, event.span)
        return tree.Bound(left, str(relation), day, self.at(meta), self.said(meta))

    def forhold(self, _: Meta, children: list[Token]) -> str:
        return str(children[0]).removeprefix("er ")

    def finnes(self, meta: Meta, children: list[Any]) -> tree.Exists:
        quantity, source, *filters = parts(children)
        return tree.Exists(quantity, source, tuple(filters), self.at(meta), self.said(meta))

    def for_hver(self, meta: Meta, children: list[Any]) -> tree.ForEach:
        quantity, source, *body = parts(children)
        return tree.ForEach(quantity, source, tuple(body), self.at(meta), self.said(meta))

    def mengde(self, _: Meta, children: list[Token]) -> tree.Quantity:
        return tree.Quantity(str(children[0]), number(children[1]) if len(children) > 1 else 0)

    def omfatter_hver(self, meta: Meta, children: list[Any]) -> tree.CoversEach:
        left, each = parts(children)
        return tree.CoversEach(left, each, self.at(meta), self.said(meta))

    def omfatter_alt(self, meta: Meta, children: list[Any]) -> tree.Compare:
        return self._compare(meta, children)

    def ingenting_utenom(self, meta: Meta, children: list[Any]) -> tree.Compare:
        return self._compare(meta, children)

    def samme_som(self, meta: Meta, children: list[Any]) -> tree.Compare:
        return self._compare(meta, children)

    def _compare(self, meta: Meta, children: list[Any]) -> tree.Compare:
        left, relation, right = children
        return tree.Compare(left, str(relation), right, self.at(meta), self.said(meta))

    def dekker(self, meta: Meta, children: list[Any]) -> tree.CoversSpan:
        left, first, last = parts(children)
        unit = children[1].split()[2]
        return tree.CoversSpan(left, unit, first, last, self.at(meta), self.said(meta))

    def har_hvert(self, meta: Meta, children: list[Any]) -> tree.HasEach:
        said, first, last = parts(children)
        unit = children[1].split()[1]
        return tree.HasEach(said, unit, first, last, self.at(meta), self.said(meta))

    def kolonne(self, meta: Meta, children: list[Any]) -> tree.Column:
        name, source, *filters = parts(children)
        return tree.Column(name, source, tuple(filters), self.at(meta))

    def antall_ulike(self, meta: Meta, children: list[Any]) -> tree.CountDistinct:
        return tree.CountDistinct(self.kolonne(meta, children), self.at(meta))

    def antallet(self, meta: Meta, children: list[Any]) -> tree.CountOf:
        source, *filters = parts(children)
        return tree.CountOf(source, tuple(filters), self.at(meta))

    def normref(self, meta: Meta, children: list[Token]) -> tree.NormName:
        section, title = children
        return tree.NormName(provision(str(section)), _title(title), self.at(meta))

    def normref_avsnitt(self, meta: Meta, children: list[Token]) -> tree.NormName:
        _, section, title = children
        return tree.NormName(str(section), _title(title), self.at(meta))

    def normgruppe(self, meta: Meta, children: list[Any]) -> tree.NormGroup:
        group, source, place = children
        *quantity, kind, _ = str(group).split()
        where = evolve(place, source=source.words)
        return tree.NormGroup(" ".join(quantity), kind, where, self.at(meta))
