"""A name stands bare where it can be read back, and only there."""

import pytest

from hjemmel.source.source import Source
from hjemmel.syntax import lines, tree
from hjemmel.syntax.blocks import NormBlock, RuleFile
from hjemmel.syntax.build_clauses import denied_parts
from hjemmel.syntax.lexicon import keywords
from hjemmel.syntax.lines import UNCITED
from hjemmel.syntax.parse import parse
from hjemmel.syntax.show import show
from hjemmel.syntax.show_names import words

BARE = (
    "tjenesten",
    "tjenestens type",
    "har varslet alle regionale helseforetak",
    "har samarbeid etter behov",
    "nasjonal behandlingstjeneste",
    "Helse Sør-Øst",
    "krav til helseforetak",
    "merknad fra dagen før",
    "henvist til",
)
QUOTED = (
    "kvalitet og kompetanse",
    "stedet der pasienten bor",
    "er godkjent",
    "minst mulig ventetid",
    "ingen",
    "alle krav i forskriften",
    "etter fristen",
    "den seneste av dagene",
    "kalenderåret for søknaden",
    "1. januar 2024",
    "5 år",
    "1 000 kroner",
    "22q11",
    "m.fl.",
    "prognose, livskvalitet",
    "gjelder saken",
    "",
    "to  blanke",
)


@pytest.mark.parametrize("name", BARE)
def test_a_name_that_can_be_read_back_stands_bare(name: str) -> None:
    """Quotes are noise where nothing can be mistaken."""
    assert words(name) == name


@pytest.mark.parametrize("name", QUOTED)
def test_a_name_that_could_be_mistaken_is_quoted(name: str) -> None:
    """A keyword, a value or a sign in a name is kept apart from the language's own."""
    assert words(name) == f"«{name}»"


def everywhere(name: tree.Name) -> tuple[lines.NormLine, ...]:
    """The name in each position that a condition or a value has for one."""
    other, entry = tree.Name("annet"), tree.Name(tree.THE_ENTRY)
    column = tree.Column(name, name, (tree.Claim(name, None, False),))
    clauses: tuple[tree.Clause, ...] = (
        tree.Claim(name, None, False),
        tree.Claim(*denied_parts(name, name), True),
        tree.Claim(name, None, False, others=(name, name)),
        tree.Among(name, name, True),
        tree.Bound(tree.DayOf(name), "senest", tree.DayOf(name)),
        tree.Judged(name, name, True),
        tree.CaseHas(name, False),
        tree.CaseHas(name, True),
        tree.Is(name, (name, name), False),
        tree.Is(other, (name, name), True),
        tree.Bound(name, "minst", name),
        tree.Exists(tree.Quantity("ingen", 0), name, (tree.Claim(name, None, False),) * 2),
        tree.ForEach(tree.Quantity("alle", 0), name, (tree.Claim(name, None, False),) * 2),
        tree.CoversEach(name, name),
        tree.Compare(name, "omfatter alt i", column),
        tree.Compare(name, "har ingenting utenom", name),
        tree.CoversSpan(column, "år", name, name),
        tree.HasEach(name, "måned", name, name),
        tree.IsTold(name),
        tree.IsWorkingDay(name, False, True),
        tree.Impersonal(name),
        tree.Counted(name, tree.Quantity("minst", 2), name, (tree.Claim(name, None, False),)),
        tree.OfEntries(tree.Quantity("alle", 0), name, (), None, (name,)),
        tree.EachHas("hver", name, (tree.Among(entry, name, False), tree.Claim(name, None, False))),
        tree.Is(tree.CountDistinct(column), (name,), False),
        tree.Is(tree.CountOf(name, (tree.Is(name, (name,), False),) * 2), (name,), False),
        tree.Either((tree.Claim(name, None, False), tree.Is(name, (name,), False))),
    )
    values: tuple[tree.Expression, ...] = (
        name,
        tree.DayIn(3, 1, name),
        tree.Later(12, "måneder", name, "ned"),
        tree.Extreme("seneste", name, name),
        tree.Extreme("tidligste", name, tree.Extreme("seneste", name, name)),
        tree.YearAfter(-1, name),
        tree.YearOf(name),
        tree.WorkingDays(3, name, False),
        tree.PeriodOf("kvartal", name),
        tree.EndOf(name),
        tree.Clamped(name, "tidligst", name, name),
    )
    cells = (lines.Cell("", (name, name)), lines.Cell("minst", (name,)))
    return (
        lines.AskedWith(name),
        lines.AppliesTo(name),
        lines.Requirement("oppfylt", tree.Condition((clauses, clauses[:1]))),
        lines.TableHead("oppfylt", (name, tree.CountDistinct(column))),
        lines.TableRow(cells),
        lines.Done(name),
        *(lines.Latest(value) for value in values),
    )


def is_read_back(text: str, grammar: str) -> bool:
    """Whether the name survives in every position."""
    norm = NormBlock("krav", "prøve", UNCITED, everywhere(tree.Name(text)))
    file = RuleFile("prøve", (norm,))
    return parse(Source("prøve", show(file)), grammar).value.file == file


@pytest.mark.parametrize("name", BARE + QUOTED)
def test_names_are_read_back_from_every_position(name: str, grammar: str) -> None:
    """How a name is written does not depend on where it stands."""
    assert is_read_back(" ".join(name.split()), grammar)


@pytest.mark.parametrize(
    "patterns",
    [("x {} y",), pytest.param(("{}", "{} x", "x {}"), marks=pytest.mark.grundig)],
)
def test_no_keyword_of_the_grammar_is_forgotten(patterns: tuple[str, ...], grammar: str) -> None:
    """Each keyword can be a name, and begin, end or stand inside one."""
    spoken = {phrase for phrases in keywords(grammar).values() for phrase in phrases}
    bare = {phrase.lstrip(", ") for phrase in spoken} - {""} | {
        "for alle",
        "for minst",
        "alle krav i",
        "minst ett vilkår i",
        "ingen normer i",
        "første ledd",
        "etter tabellen",
        "nr",
    }
    assert len(bare) > 100
    made = (pattern.format(each) for each in sorted(bare) for pattern in patterns)
    assert [each for each in made if not is_read_back(each, grammar)] == []


def test_every_piece_of_a_keyword_can_end_or_begin_a_name(grammar: str) -> None:
    """Two names and the word between them never make up a keyword."""
    spoken = {phrase for phrases in keywords(grammar).values() for phrase in phrases}
    pieces = {piece.strip(",") for phrase in spoken for piece in phrase.split()} - {""}
    made = (pattern.format(each) for each in sorted(pieces) for pattern in ("x {}", "{} x"))
    assert [each for each in made if not is_read_back(each, grammar)] == []


def test_to_og_med_is_not_made_by_two_names(grammar: str) -> None:
    """«den seneste av A til og med B» would be read as a stretch of years."""
    value = tree.Extreme("seneste", tree.Name("dagen til"), tree.Name("med forbehold"))
    norm = NormBlock("krav", "prøve", UNCITED, (lines.Latest(value),))
    file = RuleFile("prøve", (norm,))
    assert "dagen til og «med forbehold»" in show(file)
    assert parse(Source("prøve", show(file)), grammar).value.file == file
