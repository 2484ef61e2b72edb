"""Parse tree to declarations: what a rule file says of facts, values, roles and days."""

from collections.abc import Sequence
from typing import Any

from attrs import evolve, frozen
from lark import Token
from lark.tree import Meta
from lark.visitors import v_args

from hjemmel.source.moment import Moment
from hjemmel.syntax import blocks, lines
from hjemmel.syntax.build_sources import Said, SourceBuilder, of, prose
from hjemmel.syntax.build_values import (
    IdleLineError,
    calendar_day,
    day_of_every_year,
    number,
)
from hjemmel.syntax.tree import Name

FACT_WORDS = {
    "JA_ELLER_NEI": "ja eller nei",
    "TIDSROM_I_MANEDER": "tidsrom i måneder",
    "TIDSROM_I_DAGER": "tidsrom i dager",
}


@frozen
class _Forms:
    """The forms of a record's name, until its block takes them."""

    definite: str
    genitive: str
    plural: str = ""
    entry: bool = False


@frozen
class _Plural:
    """What a fact is called of a list."""

    words: str


@frozen
class _OtherForm:
    """The other form of a fact's name."""

    name: Name


def _words(names: Sequence[Name], index: int) -> str:
    """What a name says, where it was written."""
    return names[index].words if index < len(names) else ""


def genitive_of(definite: str) -> str:
    """The plain genitive of a definite form: «tjenestens»."""
    return f"{definite}s"


def _only(said: list[Said]) -> str:
    """The text of the one line of a kind; a second would be forgotten."""
    for each in said[1:]:
        raise IdleLineError(each.line, "den kan bare stå én gang, slå dem sammen", each.span)
    return said[0].text if said else ""


@v_args(meta=True)
class DeclarationBuilder(SourceBuilder):
    """The head of a file and what it declares, on top of sources and headings."""

    # ---- the head of a file, and facts

    def regelverk(self, meta: Meta, children: list[Token]) -> blocks.RulebookHead:
        return blocks.RulebookHead(prose(children[1]), self.at(meta))

    def bygger_pa(self, _: Meta, children: list[Token]) -> blocks.Uses:
        return blocks.Uses(prose(children[1]).removesuffix(".ntr"), self.at(children[1]))

    def kalender(self, meta: Meta, children: list[Any]) -> blocks.CalendarBlock:
        _, name, _, first, _, last, *_ = children
        years = evolve(self.at(first), end=self.at(last).end)
        days = of(blocks.DayOffLine, children)
        return blocks.CalendarBlock(name, number(first), number(last), days, self.at(meta), years)

    def fridag(self, meta: Meta, children: list[Token | None]) -> blocks.DayOffLine:
        _, when, _, title = children
        assert when is not None  # the grammar has nothing else here
        name, where = prose(title) if title else "", self.at(meta)
        if when.type == "DAG_HVERT_AR":
            month, day = day_of_every_year(when)
            return blocks.DayOffLine(month, day, None, name, where)
        one = calendar_day(when)
        return blocks.DayOffLine(one.month, one.day, one.year, name, where)

    def begrep(self, meta: Meta, children: list[Any]) -> blocks.Term:
        _, name, *rest = children
        why = _only([each for each in rest if isinstance(each, Said)])
        return blocks.Term(name, of(blocks.ValueLine, rest), why, self.at(meta))

    def verdilinje(self, _: Meta, children: list[Any]) -> blocks.ValueLine:
        valid = next(iter(of(blocks.ValidLine, children)), None)
        names = list(of(Name, children))
        if valid and isinstance(children[-1], Name):
            after = names.pop()
            valid = evolve(valid, successor=after.words, at_successor=after.span)
        definite = names[1] if len(names) > 1 else blocks.NO_NAME
        return blocks.ValueLine(names[0], definite, valid)

    def varighet(self, meta: Meta, children: list[Any]) -> blocks.ValidLine:
        first, *rest = children
        moments, where = of(Moment, rest), self.at(meta)
        where = evolve(where, column=where.column + len(first) - len(first.lstrip(", ")))
        if first.type == "KOMMA_TIL_DAG":
            return blocks.ValidLine(None, moments[0], span=where)
        end = moments[1] if len(moments) > 1 else None
        return blocks.ValidLine(moments[0], end, span=where)

    def avlost_av(self, _: Meta, children: list[Token]) -> Said:
        return Said("avløst av", prose(children[1]), self.at(children[1]))

    def apen(self, meta: Meta, children: list[Token]) -> Said:
        return Said("åpen fordi", prose(children[1]), self.at(meta))

    def register(self, meta: Meta, children: list[Any]) -> blocks.RegisterBlock:
        entries: list[blocks.Institution] = []
        for each in children[2:]:
            if isinstance(each, blocks.Institution):
                entries.append(each)
            elif isinstance(each, blocks.KnownLine):
                entries[-1] = evolve(entries[-1], known=(*entries[-1].known, each))
        return blocks.RegisterBlock(children[1], tuple(entries), self.at(meta))

    def opplyst(self, meta: Meta, children: list[Any]) -> blocks.KnownLine:
        return blocks.KnownLine(children[1], children[3], children[4], self.at(meta))

    def institusjon(self, meta: Meta, children: list[Any]) -> blocks.Institution:
        written = [each for each in of(Token, children) if each.type == "TITTEL"]
        first, *rest = map(prose, written)
        spans = tuple(self.at(each) for each in written)
        valid = next(iter(of(blocks.ValidLine, children)), None)
        for after in of(Said, children):
            assert valid is not None  # the grammar has no successor without days
            valid = evolve(valid, successor=after.text, at_successor=after.span)
        return blocks.Institution(first, tuple(rest), self.at(meta), spans, valid)

    def rolle(self, meta: Meta, children: list[Any]) -> blocks.RoleBlock:
        holders, assumed = of(blocks.Holder, children), of(lines.Assumed, children)
        chosen = of(lines.ChosenDay, children)
        return blocks.RoleBlock(children[1], holders, assumed, chosen, self.at(meta))

    def innehaver(self, meta: Meta, children: list[Any]) -> blocks.Holder:
        start, end = children[1]
        joint, names = children[3]
        return blocks.Holder(start, end, names, joint, self.at(meta))

    def en_innehaver(self, _: Meta, children: list[Any]) -> tuple[str, tuple[Name, ...]]:
        return blocks.EITHER, of(Name, children)

    def en_av_flere(self, _: Meta, children: list[Any]) -> tuple[str, tuple[Name, ...]]:
        return blocks.EITHER, of(Name, children)

    def flere_sammen(self, _: Meta, children: list[Any]) -> tuple[str, tuple[Name, ...]]:
        return blocks.TOGETHER, of(Name, children)

    def periode(self, _: Meta, children: list[Any]) -> list[Any]:
        return [children[1], children[3]]

    def gruppe(self, meta: Meta, children: list[Any]) -> blocks.RecordBlock:
        name, definite, *genitive = of(Name, children)
        forms = _Forms(definite.words, _words(genitive, 0) or genitive_of(definite.words))
        return self._record(meta, children, name, forms)

    def oppforing(self, meta: Meta, children: list[Any]) -> blocks.RecordBlock:
        name, *forms = of(Name, children)
        definite, plural = _words(forms, 0), _words(forms, 1)
        return self._record(meta, children, name, _Forms(definite, "", plural, entry=True))

    def _record(
        self, meta: Meta, children: list[Any], name: Name, forms: _Forms
    ) -> blocks.RecordBlock:
        facts: list[blocks.FactLine] = []
        for each in children:
            match each:
                case blocks.FactLine():
                    facts.append(each)
                case Said("betyr") if not facts:
                    raise IdleLineError("betyr", "ingen opplysning står foran den", each.span)
                case Said("betyr") if facts[-1].meaning:
                    raise IdleLineError("betyr", "opplysningen har alt et «betyr»", each.span)
                case Said("betyr", meaning):
                    facts[-1] = evolve(facts[-1], meaning=meaning)
                case _:  # the words between, and what other lines say, are taken elsewhere
                    pass
        optional = _only([e for e in children if isinstance(e, Said) and e.line == "valgfri"])
        remarks = of(lines.Remark, children)
        return blocks.RecordBlock(
            name, forms.definite, forms.genitive, forms.plural, forms.entry, optional,
            tuple(facts), remarks, self.at(meta),
        )  # fmt: skip

    def valgfri(self, meta: Meta, children: list[Token]) -> Said:
        return Said("valgfri", prose(children[1]), self.at(meta))

    def betyr(self, meta: Meta, children: list[Token]) -> Said:
        return Said("betyr", prose(children[1]), self.at(meta))

    def opplysning(self, meta: Meta, children: list[Any]) -> blocks.FactLine:
        name, holder = of(Name, children)
        (kind,) = of(blocks.FactType, children)
        plural = "".join(each.words for each in of(_Plural, children))
        form = next((each.name for each in of(_OtherForm, children)), blocks.NO_NAME)
        return blocks.FactLine(name, plural, kind, holder, "", form, self.at(meta))

    def i_flertall(self, _: Meta, children: list[Any]) -> _Plural:
        return _Plural(children[1].words)

    def sagt_slik(self, _: Meta, children: list[Any]) -> _OtherForm:
        return _OtherForm(children[1])

    def ja_eller_nei(self, meta: Meta, children: list[Token]) -> blocks.FactType:
        return blocks.FactType(FACT_WORDS[children[0].type], False, self.at(meta))

    tidsrom_i_maneder = tidsrom_i_dager = ja_eller_nei

    def navngitt(self, meta: Meta, children: list[Name]) -> blocks.FactType:
        return blocks.FactType(children[0].words, False, self.at(meta))

    def liste_av(self, meta: Meta, children: list[Any]) -> blocks.FactType:
        return blocks.FactType(children[1].words, True, self.at(meta))

    def vurdering(self, meta: Meta, children: list[Any]) -> blocks.AssessmentBlock:
        matter, owner = of(Name, children)
        guides = tuple(each for each in children if type(each) is str)
        return blocks.AssessmentBlock(matter, owner, guides, self.at(meta))

    def holdepunkt(self, _: Meta, children: list[Token]) -> str:
        return prose(children[1])
