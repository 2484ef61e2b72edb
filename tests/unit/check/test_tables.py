"""What the checker finds out stands beside the tree: by node, and by place."""

from collections.abc import Iterator

import attrs
import pytest

from hjemmel.check.places import Places
from hjemmel.check.references import Constant, FactReference, NormReference
from hjemmel.check.rulebook import CheckedRulebook, check_rulebook
from hjemmel.check.tables import Tables, Use
from hjemmel.core.types import Date, Enumerated, Fraction, Listed, Row, Truth, Type, Whole, Year
from hjemmel.pipeline import compile_rules, gather
from hjemmel.source.source import Source, read_text
from hjemmel.syntax import tree
from support.golden_run import RULEBOOK, grammar, project, sentences
from unit.lowering.rulebook import FACTS, HEAD, NORM

LISTS = """oppføring sted
  opplysning navn er tekst, oppgis av tjenesten
  opplysning slag er slag, oppgis av tjenesten
  opplysning åpnet er årstall, oppgis av tjenesten

opplysninger om reise, reisen, reisens
  opplysning steder er liste av sted, oppgis av tjenesten
  opplysning andel er desimaltall, oppgis av tjenesten

"""
FILE = "x.ntr"
IN_YEAR = "tjenestens start er senest 1. mai i kalenderåret for tjenestens slutt"


def checked(norms: str) -> tuple[CheckedRulebook, Source]:
    """A rulebook with these norms, and its text."""
    source = read_text(FILE, FACTS + LISTS + HEAD + norms)
    files, _ = gather(("x",), {"x": source}, grammar())
    return check_rulebook(files, None).value, source


def at(rulebook: CheckedRulebook, source: Source, line: str, words: str) -> Use | None:
    """What stands at some words of the last line that has another text in it."""
    numbers = [n for n, each in enumerate(source.lines, 1) if line in each]
    column = source.lines[numbers[-1] - 1].index(words) + 1
    return Places(rulebook).at(FILE, numbers[-1], column)


def nodes(of: object) -> Iterator[object]:
    """A node of the tree, and all below it."""
    if isinstance(of, (tuple, list)):
        for each in of:
            yield from nodes(each)
    elif attrs.has(kind := type(of)) and kind.__module__.startswith("hjemmel.syntax"):
        yield of
        for each in attrs.fields(kind):
            yield from nodes(getattr(of, each.name))


@pytest.mark.parametrize(
    ("clause", "kind", "wanted"),
    [
        ("tjenestens år er 2024", tree.Number, Year()),
        ("antallet av reisens steder er 2", tree.Number, Whole()),
        ("antallet av reisens steder er 2", tree.CountOf, Whole()),
        ("reisens andel er minst 2", tree.Number, Fraction()),
        (
            IN_YEAR,
            tree.YearOf,
            Year(),
        ),
        (
            IN_YEAR,
            tree.DayIn,
            Date(),
        ),
        ("antall ulike slag blant reisens steder er 2", tree.Column, Enumerated("slag")),
        ("tjenesten er god", tree.Claim, None),
    ],
)
def test_an_expression_has_a_type(clause: str, kind: type, wanted: Type | None) -> None:
    """A number has that of the other side, and what is put together its own."""
    rulebook, _ = checked(f"{NORM}  oppfylt når {clause}\n")
    (norm,) = rulebook.sound
    assert norm.head.anatomy is not None
    found = [each for each in nodes(norm.head.anatomy.common.requirement) if type(each) is kind]
    assert [norm.tables.types.get(each) for each in found] == [wanted] * len(found)


def test_a_name_of_an_entry_refers_to_the_field_of_its_list() -> None:
    """Though a fact of the case is called the same; and its owner is the variable."""
    clause = "det finnes minst 1 blant reisens steder der slag er lokal"
    rulebook, source = checked(f"{NORM}  oppfylt når {clause}\n")
    use = at(rulebook, source, "der slag", "slag er lokal")
    assert use is not None
    assert use.reference == FactReference("1. oppføring", "slag", Enumerated("slag"), "sted")
    declared = Places(rulebook).declared(use.reference)
    assert declared is not None
    assert source.lines[declared.line - 2].strip().startswith("opplysning navn")
    value = at(rulebook, source, "der slag", "lokal")
    assert value is not None
    assert value.reference == Constant("lokal", Enumerated("slag"))
    steder = at(rulebook, source, "der slag", "reisens")
    assert steder is not None
    assert steder.reference == FactReference("reise", "steder", Listed(Row("sted")), "reise")


def test_names_written_alike_have_each_their_own_row() -> None:
    """One text, two nodes: of the case in the one clause, of an entry in the other."""
    rulebook, source = checked(
        f"{NORM}  oppfylt når tjenestens slag er lokal\n"
        "  og for alle blant reisens steder gjelder at åpnet er tjenestens år\n"
    )
    own, of_entry = (
        at(rulebook, source, line, words)
        for line, words in (("oppfylt når", "lokal"), ("og for alle", "åpnet"))
    )
    assert own is not None
    assert own.reference == Constant("lokal", Enumerated("slag"))
    assert of_entry is not None
    assert of_entry.reference == FactReference("1. oppføring", "åpnet", Year(), "sted")


def test_a_claim_a_predicate_and_a_norm_refer_too() -> None:
    """Each where its name stands, and nothing stands between them."""
    rulebook, source = checked(
        f"{NORM}  oppfylt når tjenesten er god\n\n"
        "krav y, etter forskrift § 4-2\n  oppfylt når § 4-2 «x» er oppfylt\n"
    )
    god = at(rulebook, source, "tjenesten er god", "god")
    assert god is not None
    assert god.reference == FactReference("tjeneste", "god", Truth(), "tjeneste")
    norm = at(rulebook, source, "er oppfylt", "§ 4-2 «x»")
    assert norm is not None
    assert norm.reference == NormReference(("4-2/x",))
    assert at(rulebook, source, "er oppfylt", "er oppfylt") is None


def test_a_group_of_norms_is_never_with_the_one_that_speaks_of_it() -> None:
    """One line says it for two norms, and refers to another group in each."""
    rulebook, _ = checked(
        "krav x, etter forskrift § 4-2\n"
        "  – a: alle krav i forskrift § 4-2 er oppfylt\n"
        "  – b: tjenesten er god\n"
    )
    tables = {each.head.id: each.tables for each in rulebook.norms}
    (group,) = [e for e in tables["4-2/a"].references.values() if isinstance(e, NormReference)]
    assert group.norms == ("4-2/b",)


def test_every_name_in_the_rules_refers_to_something() -> None:
    """In each norm of the project's rulebooks: by itself, or as part of a clause that does."""
    files, _ = gather((RULEBOOK,), project(), grammar())
    rulebook = check_rulebook(files, sentences()).value
    assert len(rulebook.sound) == len(rulebook.norms) > 100
    for norm in rulebook.norms:
        anatomy = norm.head.anatomy
        for part in (anatomy.common, *anatomy.editions) if anatomy else ():
            said = (part.scope, part.requirement, part.table, part.exceptions, part.latest)
            all_nodes = list(in_full(said, norm.tables))
            referring = [e for e in all_nodes if norm.tables.references.get(e) is not None]
            known = {id(inner) for each in referring for inner in nodes(each)}
            known |= {id(value) for each in all_nodes for value in outcome_words(each)}
            names = [each for each in all_nodes if isinstance(each, tree.Name)]
            assert [each.words for each in names if id(each) not in known] == [], norm.head.id


def in_full(said: object, tables: Tables) -> Iterator[object]:
    """The nodes of what is said; a sentence that means another clause is that clause."""
    for each in nodes(said):
        meant = tables.meanings.get(each)
        if meant is not None:
            yield from in_full(meant, tables)
    sentences = [each for each in nodes(said) if tables.meanings.get(each) is not None]
    within = {id(inner) for each in sentences for inner in nodes(each)}
    yield from (each for each in nodes(said) if id(each) not in within)


def outcome_words(clause: object) -> tuple[tree.Expression, ...]:
    """The words for how another norm came out, which name nothing."""
    if isinstance(clause, tree.Is) and isinstance(clause.left, tree.NormName | tree.NormGroup):
        return clause.values
    return ()


@pytest.mark.parametrize(
    ("clause", "code"),
    [
        ("tjenestens slag er ukjent", "NTR208"),  # a name without a meaning
        ("søknaden er komplett", "NTR220"),  # a meaning, but not of every case
    ],
)
def test_a_norm_with_an_error_has_no_meaning_and_the_others_have(clause: str, code: str) -> None:
    """What is wrong in one block is told, and leaves the other as it was."""
    good = "krav y, etter forskrift § 4-2\n  oppfylt når tjenesten er ny\n"
    text = f"{FACTS}{HEAD}{NORM}  oppfylt når {clause}\n\n{good}"
    result = compile_rules(("x",), {"x": read_text(FILE, text)}, grammar(), None)
    assert [each.code for each in result.diagnostics if each.is_error] == [code]
    assert [each.id for each in result.value.norms] == ["4-2/y"]
