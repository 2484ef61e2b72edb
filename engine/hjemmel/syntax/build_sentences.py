"""Parse tree to sentences of a group: «alle steder som …, har …», «hver region har …»."""

from typing import Any

from attrs import evolve
from lark import Token
from lark.tree import Meta
from lark.visitors import v_args

from hjemmel.syntax import tree
from hjemmel.syntax.build_clauses import ClauseBuilder, parts
from hjemmel.syntax.numerals import ONES, number_of


def quantity(words: str) -> tree.Quantity:
    """«minst to», «ingen», «hver»."""
    *word, last = words.split()
    number = number_of(last)
    if not word or number is None:
        return tree.Quantity(words, 0)
    return tree.Quantity(" ".join(word), number, ONES.get(last, ""))


@v_args(meta=True)
class SentenceBuilder(ClauseBuilder):
    """Sentences of groups, on top of clauses."""

    def flokk(self, meta: Meta, words: list[Token]) -> tree.Name:
        return self.navn(meta, words)

    def mengdeord(self, _: Meta, children: list[Token]) -> Token:
        return children[0]

    def som_ledd(self, _: Meta, children: list[Any]) -> tuple[tree.Clause, ...]:
        return tuple(parts(children))

    def om_flokken(self, meta: Meta, children: list[Any]) -> tree.OfEntries:
        group, *others = children[1], *parts(children[2:])
        return self._of(meta, children, group, (), None, tuple(others))

    def om_flokken_er(self, meta: Meta, children: list[Any]) -> tree.OfEntries:
        return self._of(meta, children, children[1], (), children[2])

    def om_flokken_ikke(self, meta: Meta, children: list[Any]) -> tree.OfEntries:
        said = evolve(self.ikke_det(meta, children[2:]), words=f"ikke {children[3].words}")
        return self._of(meta, children, children[1], (), said)

    def om_flokken_som(self, meta: Meta, children: list[Any]) -> tree.OfEntries:
        _, group, filters, _, said = children
        return self._of(meta, children, group, filters, said)

    def om_flokken_uten_komma(self, meta: Meta, children: list[Any]) -> tree.OfEntries:
        return self._of(meta, children, children[1], children[2], None)

    def _of(
        self, meta: Meta, children: list[Any], group: tree.Name,
        filters: tuple[tree.Clause, ...], said: tree.Clause | None,
        others: tuple[tree.Name, ...] = (),
    ) -> tree.OfEntries:  # fmt: skip
        many = quantity(str(children[0]))
        where, words = self.at(meta), self.said(meta)
        return tree.OfEntries(many, group, filters, said, others, where, words)

    def hver_en_av(self, meta: Meta, children: list[Any]) -> tree.EachHas:
        word, group, *rest = children
        found = tuple(parts(rest))
        return tree.EachHas(str(word), group, found, self.at(meta), self.said(meta))

    def hver_enten(self, meta: Meta, children: list[Any]) -> tree.EachHas:
        each = self.hver_en_av(meta, children)
        first, *others = each.parts
        if not isinstance(first, tree.Claim):
            return each
        group = evolve(each.group, words=f"{each.group.words} {first.name.words}")
        return evolve(each, group=group, parts=tuple(others))

    def hver_blant_eller(self, meta: Meta, children: list[Any]) -> tree.EachHas:
        word, group, _, source, *rest = children
        among = tree.Among(tree.Name(tree.THE_ENTRY), source, False, source.span, source.words)
        return self.hver_en_av(meta, [word, group, among, *rest])

    def tallfestet(self, meta: Meta, children: list[Any]) -> tree.Counted:
        owner, many, group, filters = children
        where, words = self.at(meta), self.said(meta)
        return tree.Counted(owner, quantity(str(many)), group, filters or (), where, words)

    def upersonlig(self, meta: Meta, children: list[Any]) -> tree.Impersonal:
        return tree.Impersonal(children[1], self.at(meta), self.said(meta))

    def upersonlig_hvert(self, meta: Meta, children: list[Any]) -> tree.Impersonal:
        said = self.har_hvert(meta, children[1:])
        return tree.Impersonal(said, self.at(meta), self.said(meta))
