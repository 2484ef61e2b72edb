"""What a template asks, and the provisions that ask it."""

import pytest
from attrs import evolve

from hjemmel.core.nodes import Apply, Each, Fact, Literal, Node, Op, Quantifier
from hjemmel.core.program import (
    Conclusion,
    Edition,
    Interpretation,
    Kind,
    Norm,
    Program,
    Reading,
    Wording,
)
from hjemmel.core.schema import FieldDeclaration, RecordDeclaration, Schema
from hjemmel.core.types import Assessed, Date, Listed, Row, Text, Truth, Type
from hjemmel.facts.provisions import provisions
from hjemmel.facts.questions import presence_question, question
from hjemmel.source.citation import Citation, Level
from hjemmel.words.predicates import predicate

YES = Literal(True, Truth())
REGULATION = Citation(Level.REGULATION, "§ 4-4", "første ledd")
GUIDE = Citation(Level.GUIDE, "pkt. 4.4", "nr. 2")
PAGE = Citation(Level.PAGE, "pkt. 1")
PLACES = Fact("tjeneste", "steder", Listed(Row("sted")))


def fact(subject: str, name: str) -> Fact:
    return Fact(subject, name, Truth())


def norm(number: int, requirement: Node, *cited: Citation, applies: Node = YES) -> Norm:
    wording = Wording(None, None, cited)
    return Norm(
        f"4-4/{number}", "", Kind.DUTY, "", "", "tjeneste", YES,
        (Edition(wording, applies, requirement),),
    )  # fmt: skip


def told(*norms: Norm) -> dict[tuple[str, str], str]:
    return dict(provisions(Program("", "", Schema(), norms, ())))


def test_the_regulation_stands_first() -> None:
    """Each provision once, whatever part of it is cited, and the highest source first."""
    other = Citation(Level.GUIDE, "pkt. 4.4", "nr. 7")
    found = told(norm(1, fact("tjeneste", "x"), PAGE, GUIDE, other, REGULATION))
    assert found["tjeneste", "x"] == "§ 4-4, veileder pkt. 4.4, nettside pkt. 1"


def test_many_provisions() -> None:
    """Three are named, and that there are more is said."""
    cited = [Citation(Level.REGULATION, f"§ 4-{each}") for each in range(1, 5)]
    three = told(norm(1, fact("tjeneste", "x"), *cited[:3]))["tjeneste", "x"]
    assert three == "§ 4-1, § 4-2, § 4-3"
    four = told(*(norm(at, fact("tjeneste", "x"), each) for at, each in enumerate(cited)))
    assert four["tjeneste", "x"] == "§ 4-1, § 4-2, § 4-3 m.fl."


def test_wherever_a_norm_asks() -> None:
    """In its scope, of the entries of a list, and in how an open question may be read."""
    each = Each(Quantifier.ALL, "stedet", PLACES, YES, fact("stedet", "egnet"))
    asked = norm(
        1, Apply(Op.AND, (each, fact("tjeneste", "x"))), GUIDE, applies=fact("søknad", "y")
    )
    reading = Reading("ja", fact("tjeneste", "z"))
    question = Interpretation("?", "", fact("tjeneste", "w"), (reading,), None, (), 0)
    asked = evolve(asked, interpretations=(question,))
    assert set(told(asked)) == {
        ("tjeneste", "*"), ("tjeneste", "steder"), ("sted", "egnet"), ("tjeneste", "x"),
        ("søknad", "y"), ("tjeneste", "z"), ("tjeneste", "w"),
    }  # fmt: skip


def test_what_only_a_conclusion_asks_for() -> None:
    """It has the conclusion's provision; where a norm asks as well, only the norm's."""
    beside = norm(2, Apply(Op.AND, (fact("tjeneste", "x"), fact("tjeneste", "y"))), GUIDE)
    follows = Conclusion(beside, fact("tjeneste", "y"), True)
    asking = (norm(1, fact("tjeneste", "x"), PAGE),)
    program = Program("", "", Schema(), asking, (), conclusions=(follows,))
    found = dict(provisions(program))
    assert found["tjeneste", "x"] == "nettside pkt. 1"
    assert found["tjeneste", "y"] == "veileder pkt. 4.4"


@pytest.mark.parametrize(
    ("name", "kind", "asked"),
    [
        ("har felles kvalitetskrav", Truth(), "Har tjenesten felles kvalitetskrav?"),
        ("godkjent", Truth(), "Er tjenesten godkjent?"),
        ("følges av rapport", Truth(), "Følges tjenesten av rapport?"),
        ("type", Text(), "Hva er tjenestens type?"),
        ("siste virkedag", Date(), "Hva er tjenestens siste virkedag?"),
        ("dag for sending", Date(), "Hva er tjenestens dag for sending?"),
        ("siste evaluering", Date(), "Hvilken dag er tjenestens siste evaluering?"),
        ("steder", Listed(Row("sted")), "Hvilke er tjenestens steder?"),
        ("kopimottakere", Listed(Text()), "Hvilke er tjenestens kopimottakere?"),
        ("tilbud", Listed(Text()), "Hva er tjenestens tilbud?"),
        (
            "tilbudet er egnet",
            Assessed("myndigheten"),
            "Har myndigheten vurdert det slik at tilbudet er egnet?",
        ),
    ],
)
def test_questions(name: str, kind: Type, asked: str) -> None:
    """A fact as somebody would ask for it."""
    record = RecordDeclaration("tjeneste", "tjenesten", "tjenestens", ())
    assert question(record, FieldDeclaration("x", name, kind), predicate) == asked


def test_entries_without_a_form_of_their_own() -> None:
    """Where there is nothing to say it of, the fact is asked for by its name."""
    record = RecordDeclaration("sted", "sted", "sted", (), entry=True)
    declared = FieldDeclaration("x", "har avtale om drift", Truth())
    assert question(record, declared, predicate) == "Har avtale om drift?"


@pytest.mark.parametrize(
    ("key", "definite", "asked"),
    [
        ("søknad", "søknaden", "Finnes det en søknad?"),
        ("nettverk", "nettverket", "Finnes det et nettverk?"),
        ("årlig_vurdering", "den årlige vurderingen", "Finnes det en årlig vurdering?"),
        ("vedtak", "vedtakene", "Finnes vedtak?"),
    ],
)
def test_whether_a_case_has_a_record(key: str, definite: str, asked: str) -> None:
    """Asked of something that there need not be, with the article of its gender."""
    assert presence_question(RecordDeclaration(key, definite, "", ())) == asked
