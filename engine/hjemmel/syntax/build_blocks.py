"""Parse tree to lines and blocks."""

from typing import Any

from lark import Token
from lark.tree import Meta
from lark.visitors import v_args

from hjemmel.syntax import blocks, lines
from hjemmel.syntax.build_clauses import parts
from hjemmel.syntax.build_declarations import DeclarationBuilder
from hjemmel.syntax.build_sources import of, prose
from hjemmel.syntax.build_values import (
    calendar_day,
    counted,
)
from hjemmel.syntax.tree import Name, NormName


def _cited(children: list[Any]) -> lines.Cited:
    return next(iter(of(lines.Cited, children)), lines.UNCITED)


@v_args(meta=True)
class BlockBuilder(DeclarationBuilder):
    """Remarks and norms, on top of what is declared."""

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
