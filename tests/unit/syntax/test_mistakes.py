"""Each mistake is reported once, where it is, with a way out, and costs its own line."""

import pytest

from hjemmel.diagnostics.checked import Checked
from hjemmel.source.source import read_text
from hjemmel.syntax import lines
from hjemmel.syntax.blocks import NormBlock, Term
from hjemmel.syntax.parse import Parsed, parse

HEAD = "krav a, etter forskrift § 4-2\n"
GOOD = "krav god, etter forskrift § 4-2\n  oppfylt når tjenesten er godkjent\n"


def read(text: str, grammar: str) -> Checked[Parsed]:
    """The parse of a text."""
    return parse(read_text("prøve.ntr", text), grammar)


CLASSIC = [
    pytest.param("opfylt når x", "NTR101", 3, 13, "mente du «oppfylt når»?", id="line-word"),
    pytest.param("gjelder søknaden er ny", "NTR101", 3, 10, "«gjelder når", id="half-a-line-word"),
    pytest.param("fra 01/01 2024", "NTR130", 7, 17, "1. januar 2024", id="digits"),
    pytest.param("senest 2024/01/01", "NTR130", 10, 20, "1. januar 2024", id="digits-iso"),
    pytest.param("fra 31. november 2023", "NTR132", 7, 24, "rett dagen", id="no-such-day"),
    pytest.param("senest 29. februar i søknadens år", "NTR132", 10, 21, "skriv 28.", id="leap-day"),
    pytest.param(f"oppfylt når a er minst {'9' * 29}", "NTR133", 26, 55, "rett", id="digits-29"),
    pytest.param(f"oppfylt når a er 0,{'1' * 5000}", "NTR133", 20, 5022, "rett", id="fraction"),
    pytest.param(f"senest {'9' * 5000} dager etter a", "NTR133", 10, 5016, "rett", id="period"),
    pytest.param(f"oppfylt når a er {'9' * 5000} kroner", "NTR133", 20, 5027, "rett", id="amount"),
    pytest.param(
        f"oppfylt når det finnes minst {'9' * 5000} blant a", "NTR133", 32, 5032, "rett", id="count"
    ),
    pytest.param(
        "oppfylt når k har vurdert at a og b", "NTR140", 34, 36, "skriv navnet i «…»", id="and"
    ),
    pytest.param("oppfylt når enten a eller b", "NTR141", 23, 28, "med komma", id="either-or"),
    pytest.param("oppfylt når virketid <= 5 år", "NTR152", 24, 26, "«er høyst»", id="sign"),
    pytest.param("oppfylt når (a)", "NTR152", 15, 16, "skriv", id="parenthesis"),
    pytest.param("oppfylt når typen er", "NTR105", 23, 24, "et navn", id="unfinished"),
    pytest.param("verdi x", "NTR102", 3, 8, "flytt linjen", id="misplaced"),
    pytest.param("oppfylt når antall ulike a b er 2", "NTR100", 32, 34, "«blant»", id="unexpected"),
]


@pytest.mark.parametrize(("line", "code", "column", "end", "way_out"), CLASSIC)
def test_a_mistake_is_reported_where_it_is(
    line: str, code: str, column: int, end: int, way_out: str, grammar: str
) -> None:
    """Code, span and help; and the lines around it are read."""
    text = f"{HEAD}  merknad før\n  {line}\n  merknad etter\n{GOOD}"
    result = read(text, grammar)
    [found] = result.diagnostics
    assert (found.code, found.span.line, found.span.column, found.span.end) == (
        code, 3, column, end
    )  # fmt: skip
    assert way_out in found.help
    assert found.message
    assert found.label
    first, second = result.value.file.blocks
    assert isinstance(first, NormBlock)
    assert first.lines == (lines.Remark("før"), lines.Remark("etter"))
    assert isinstance(second, NormBlock)
    assert second.title == "god"


def test_a_binding_word_in_a_declared_name_is_reported(grammar: str) -> None:
    """«kvalitet og kompetanse» is a name only in quotes."""
    result = read("begrep v\n  verdi kvalitet og kompetanse\n  verdi b\n", grammar)
    assert [(each.code, str(each.span)) for each in result.diagnostics] == [
        ("NTR140", "prøve.ntr:2:18")
    ]
    [term] = result.value.file.blocks
    assert isinstance(term, Term)
    assert [each.name.words for each in term.values] == ["b"]


def test_a_sentence_broken_by_a_line_end_is_reported_where_it_goes_on(grammar: str) -> None:
    """A word processor breaks lines; a line that goes on begins with «og» or «eller når»."""
    result = read(f"{HEAD}  oppfylt når antall ulike a blant\n  region er 2\n{GOOD}", grammar)
    first = result.diagnostics[0]
    assert (first.code, first.span.line, first.span.column, first.span.end) == ("NTR101", 3, 3, 9)
    assert "«eller når»" in first.help
    assert len(result.value.file.blocks) == 2


def test_a_number_in_letters_is_a_name_to_the_parser(grammar: str) -> None:
    """«ett» is a word like others; the check of names tells that it is none."""
    assert read(f"{HEAD}  oppfylt når antall ulike a blant b er ett\n", grammar).ok


FIVE = """\
begrep type
  verdi god og dårlig
  verdi ny

krav en, etter forskrift § 4-2
  gjelder når   tjenestens type == ny
  opfylt når    tjenesten er godkjent
  merknad       uskadd

kraf to, etter forskrift § 4-2
  oppfylt når   tjenesten er godkjent

krav tre, etter forskrift § 4-2
  fra 30. februar 2024
    oppfylt når tjenesten er godkjent
"""


def test_five_mistakes_are_five_diagnostics(grammar: str) -> None:
    """None hides another, and none is told twice."""
    result = read(FIVE, grammar)
    found = sorted((d.span.line, d.span.column, d.span.end, d.code) for d in result.diagnostics)
    assert found == [
        (2, 13, 15, "NTR140"),
        (6, 33, 35, "NTR152"),
        (7, 3, 13, "NTR101"),
        (10, 1, 5, "NTR101"),
        (14, 7, 23, "NTR132"),
    ]
    assert all(each.help for each in result.diagnostics)
    assert result.value.damaged == {1, 5, 10, 13}


def test_a_mistake_costs_its_own_line(grammar: str) -> None:
    """Of the five blocks with mistakes only the one without a head is lost."""
    term, one, three = read(FIVE, grammar).value.file.blocks
    assert isinstance(term, Term)
    assert [each.name.words for each in term.values] == ["ny"]
    assert isinstance(one, NormBlock)
    assert one.lines == (lines.Remark("uskadd"),)
    assert isinstance(three, NormBlock)
    assert [type(each) for each in three.lines] == [lines.Requirement]


def test_what_was_lost_is_kept_as_text(grammar: str) -> None:
    """Words declared in a lost line are not to be reported as unknown."""
    lost = "\n".join(read(FIVE, grammar).value.unread)
    assert "god og dårlig" in lost


def test_the_lines_that_continue_a_lost_line_are_lost_with_it(grammar: str) -> None:
    """An «og» without its «gjelder når» would be one more mistake."""
    text = f"{HEAD}  gjelder når a ! b\n    og c\n  eller når d\n  oppfylt når e\n"
    result = read(text, grammar)
    assert len(result.diagnostics) == 1
    [norm] = result.value.file.blocks
    assert isinstance(norm, NormBlock)
    assert [type(each) for each in norm.lines] == [lines.Requirement]


def test_a_norm_without_a_source_is_reported(grammar: str) -> None:
    """A norm says what it rests on; a process need not."""
    result = read("krav uten kilde\n  oppfylt når x\nprosess p\n  steg a b\n", grammar)
    [found] = result.diagnostics
    assert (found.code, str(found.span)) == ("NTR160", "prøve.ntr:1:6")
    assert "«uten kilde»" in found.message


def test_a_mistake_in_one_block_of_a_large_file_is_on_its_own_line(grammar: str) -> None:
    """Blocks are parsed alone; their lines are counted from the top of the file."""
    text = GOOD * 50 + "krav x, etter forskrift § 4-2\n  oppfylt når a > b\n" + GOOD * 50
    result = read(text, grammar)
    [found] = result.diagnostics
    assert found.span.line == 102
    assert len(result.value.file.blocks) == 101
