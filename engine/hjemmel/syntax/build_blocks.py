"""Parse tree to lines and blocks."""

from collections.abc import Sequence
from typing import Any

from attrs import evolve, frozen
from lark import Token
from lark.tree import Meta
from lark.visitors import v_args

from hjemmel.source.moment import Moment
from hjemmel.syntax import blocks, lines
from hjemmel.syntax.build_clauses import parts
from hjemmel.syntax.build_sources import Said, SourceBuilder, of, prose
from hjemmel.syntax.build_values import (
    IdleLineError,
    calendar_day,
    counted,
    day_of_every_year,
    number,
)
from hjemmel.syntax.tree import Name, NormName

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


def _cited(children: list[Any]) -> lines.Cited:
    return next(iter(of(lines.Cited, children)), lines.UNCITED)


@v_args(meta=True)
class BlockBuilder(SourceBuilder):
    """Blocks, on top of sources and headings."""

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

    # ---- remarks and norms

    def merknad(self, meta: Meta, children: list[Token]) -> lines.Remark:
        return lines.Remark(prose(children[1]), self.at(meta))

    def norm(self, _: Meta, children: list[Any]) -> blocks.NormBlock:
        kind, title, *rest = children
        body = tuple(each for each in rest if _is_line(each))
        return blocks.NormBlock(kind, prose(title), _cited(rest), body, self.at(title))

    def slag(self, _: Meta, children: list[Token]) -> str:
        return str(children[0]).lower()

    def kjennemerke(self, meta: Meta, children: list[Token]) -> lines.Mark:
        return lines.Mark(prose(children[1]), self.at(meta))

    def egne_ord(self, meta: Meta, children: list[Token]) -> lines.OwnWords:
        return lines.OwnWords(prose(children[1]), self.at(meta))

    def forutsatt(self, meta: Meta, children: list[Token]) -> lines.Presumed:
        return lines.Presumed(prose(children[1]), self.at(meta))

    def plikten(self, meta: Meta, children: list[Any]) -> lines.Binds:
        return lines.Binds(lines.DUTY, of(Name, children), self.at(meta))

    def retten(self, meta: Meta, children: list[Any]) -> lines.Binds:
        return lines.Binds(lines.RIGHT, of(Name, children), self.at(meta))

    def sokes_med(self, meta: Meta, children: list[Any]) -> lines.AskedWith:
        return lines.AskedWith(children[1], self.at(meta))

    def gjelder_for(self, meta: Meta, children: list[Any]) -> lines.AppliesTo:
        return lines.AppliesTo(children[1], self.at(meta))

    def gjelder_nar(self, meta: Meta, children: list[Any]) -> lines.Scope:
        return lines.Scope(children[1], self.at(meta))

    def regnes_etter(self, meta: Meta, children: list[Any]) -> lines.Deciding:
        return lines.Deciding(children[1], children[-1] is not None, self.at(meta))

    def ordlyd(self, meta: Meta, children: list[Any]) -> lines.Edition:
        _, start, _, end, *rest = children
        return lines.Edition(start, end, _cited(rest), self.at(meta))

    def dag_er_valgt(self, meta: Meta, children: list[Token]) -> lines.ChosenDay:
        return lines.ChosenDay(calendar_day(children[1]), prose(children[3]), self.at(meta))

    def ikke_i_kraft(self, meta: Meta, children: list[Any]) -> lines.NotInForce:
        _, start, _, end, *rest = children
        return lines.NotInForce(start, end, _cited(rest), self.at(meta))

    def antatt(self, meta: Meta, children: list[Token]) -> lines.Assumed:
        return lines.Assumed(str(children[1]), prose(children[3]), self.at(meta))

    def utfall(self, meta: Meta, children: list[Any]) -> lines.Requirement:
        word = str(children[0]).lower().rsplit(" ", 1)[0]
        return lines.Requirement(word, children[1], self.at(meta))

    def betyr_at(self, meta: Meta, children: list[Any]) -> lines.Requirement:
        return lines.Requirement("betyr", children[1], self.at(meta))

    def legges_til_grunn(self, meta: Meta, children: list[Any]) -> lines.Requirement:
        return lines.Requirement("legges til grunn", children[1], self.at(meta))

    def folger_at(self, meta: Meta, children: list[Any]) -> lines.Requirement:
        return lines.Requirement("følger", children[1], self.at(meta))

    def tabell(self, meta: Meta, children: list[Any]) -> lines.TableHead:
        word = str(children[0]).lower().split(" etter ")[0]
        return lines.TableHead(word, tuple(parts(children)), self.at(meta), self.said(meta))

    def rad(self, meta: Meta, children: list[Any]) -> lines.TableRow:
        return lines.TableRow(tuple(parts(children)), self.at(meta), self.said(meta))

    def celle_likhet(self, meta: Meta, children: list[Any]) -> lines.Cell:
        return lines.Cell("", children[0], self.at(meta))

    def celle_grense(self, meta: Meta, children: list[Any]) -> lines.Cell:
        return lines.Cell(children[0], (counted(children[1]),), self.at(meta))

    def uten_er(self, _: Meta, children: list[Token]) -> str:
        return str(children[0])

    def celle_alt(self, meta: Meta, _: list[Token]) -> lines.Cell:
        return lines.Cell("", (), self.at(meta))

    def utfort(self, meta: Meta, children: list[Any]) -> lines.Done:
        return lines.Done(children[1], self.at(meta))

    def senest(self, meta: Meta, children: list[Any]) -> lines.Latest:
        words = self.said(meta).partition(" ")[2]
        return lines.Latest(children[1], self.at(meta), words)

    def strekpunkt(self, _: Meta, children: list[Any]) -> lines.Item:
        where = self.at(children[1])
        return lines.Item(prose(children[1]), _cited(children), children[-1], where)

    def unntak(self, _: Meta, children: list[Any]) -> lines.ExceptionLine:
        name, condition = prose(children[1]), children[-1]
        where = self.at(children[1])
        return lines.ExceptionLine(name, "", _cited(children), condition, where)

    def unntak_fra(self, _: Meta, children: list[Any]) -> lines.ExceptionLine:
        name, parent = prose(children[1]), prose(children[3])
        where, above = self.at(children[1]), self.at(children[3])
        return lines.ExceptionLine(name, parent, _cited(children), children[-1], where, above)

    def tolkning(self, meta: Meta, children: list[Any]) -> lines.Question:
        return lines.Question(prose(children[1]), _cited(children), self.at(meta))

    def for_leddet(self, meta: Meta, children: list[Any]) -> lines.OnClause:
        return lines.OnClause(children[1], self.at(meta))

    def oppstar(self, meta: Meta, children: list[Any]) -> lines.Arises:
        return lines.Arises(children[1], self.at(meta))

    def lesemate(self, _: Meta, children: list[Any]) -> lines.ReadingLine:
        return lines.ReadingLine(prose(children[1]), children[-1], self.at(children[1]))

    def regnes_med(self, _: Meta, __: list[Token]) -> bool:
        return True

    def regnes_ikke_med(self, _: Meta, __: list[Token]) -> bool:
        return False

    def regnes_med_nar(self, _: Meta, children: list[Any]) -> Any:
        return children[1]

    def valgt_ingen(self, meta: Meta, _: list[Token]) -> lines.Chosen:
        return lines.Chosen(None, self.at(meta))

    def valgt(self, _: Meta, children: list[Token]) -> lines.Chosen:
        return lines.Chosen(prose(children[1]), self.at(children[1]))

    def prosess(self, _: Meta, children: list[Any]) -> blocks.ProcessBlock:
        _, title, *rest = children
        body = tuple(each for each in rest if _is_line(each))
        return blocks.ProcessBlock(prose(title), _cited(rest), body, self.at(title))

    def steg(self, _: Meta, children: list[Any]) -> blocks.StepLine:
        letter = str(children[0]).split()[-1].lower()
        where = self.at(children[1])
        return blocks.StepLine(letter, prose(children[1]), _cited(children), where)

    def tilsvarende(self, meta: Meta, children: list[Any]) -> blocks.LikewiseBlock:
        remarks = tuple(e for e in children if isinstance(e, (lines.OwnWords, lines.Remark)))
        return blocks.LikewiseBlock(_cited(children), of(NormName, children), remarks,
                                    self.at(meta))  # fmt: skip

    def henvisning(self, _: Meta, children: list[Any]) -> NormName:
        return children[1]  # type: ignore[no-any-return]


def _is_line(child: Any) -> bool:
    return child is not None and not isinstance(child, (Token, lines.Cited))
