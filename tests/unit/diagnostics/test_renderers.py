"""One finding, written for people, for programs and for those who show it beside the code."""

import json
from textwrap import dedent

import pytest

import hjemmel.syntax.problems  # noqa: F401  the catalogue is filled as problems are imported
from hjemmel.diagnostics import Diagnostic, Note, Severity, render_github, render_json, render_sarif
from hjemmel.diagnostics.catalogue import CATALOGUE, Entry
from hjemmel.diagnostics.render_text import render, summary
from hjemmel.source import Span

FILE = "rules/forskrift_kap4.ntr"
LINES = [
    "oppføring sted",
    "  opplysning helseforetak er tekst, oppgis av søkeren",
    "",
    "krav to foretak, etter forskrift § 4-2",
    "  oppfylt når   antall ulike helsforetak blant steder er 2",
]
UNKNOWN = Diagnostic(
    "NTR204",
    Severity.ERROR,
    "«helsforetak» er ikke erklært",
    Span(FILE, 5, 30, 41),
    "ukjent opplysning",
    "skriv «helseforetak», eller erklær opplysningen",
    (Note(Span(FILE, 2, 14, 26), "mente du denne?"),),
    "§ 4-2 første ledd",
)
UNUSED = Diagnostic(
    "NTR410", Severity.WARNING, "100 % ubrukt: «a», «b»\nog «c»", Span("a, b:c.ntr", 2, 3, 13)
)
NOWHERE = Diagnostic("NTR999", Severity.ERROR, "ingen regler", Span("", 0, 0, 0))


def at(line: str, column: int, end: int) -> list[str]:
    """The excerpt of a finding in the only line of a file."""
    found = Diagnostic("NTR100", Severity.ERROR, "m", Span("f", 1, column, end), "her")
    return render(found, [line]).split("\n")[2:]


# ---- for people


def test_a_finding_shows_the_line_the_word_the_note_and_the_way_out() -> None:
    """The whole look: heading, place in file and law, both lines, and help."""
    expected = """\
        feil[NTR204]: «helsforetak» er ikke erklært
          ┌─ rules/forskrift_kap4.ntr:5:30   § 4-2 første ledd
        5 │   oppfylt når   antall ulike helsforetak blant steder er 2
          │                              ^^^^^^^^^^^ ukjent opplysning
        2 │   opplysning helseforetak er tekst, oppgis av søkeren
          │              ------------ mente du denne?
          = hjelp: skriv «helseforetak», eller erklær opplysningen"""
    assert render(UNKNOWN, LINES) == dedent(expected)


def test_the_gutter_is_as_wide_as_the_longest_line_number() -> None:
    """Line numbers stand right-aligned, so the bars are under each other."""
    far = Diagnostic(
        "NTR1", Severity.WARNING, "m", Span("f", 100, 1, 2), notes=(Note(Span("f", 9, 1, 2), "n"),)
    )
    shown = render(far, ["x"] * 100).split("\n")
    assert shown == [
        "advarsel[NTR1]: m",
        "    ┌─ f:100:1",
        "100 │ x",
        "    │ ^",
        "  9 │ x",
        "    │ - n",
    ]


def test_norwegian_letters_take_one_place_and_wide_ones_two() -> None:
    """The underline stands under what it is about, whatever is before it."""
    assert at("æøå feil", 5, 9)[1] == "  │     ^^^^ her"
    assert at("日本 feil", 4, 8)[1] == "  │      ^^^^ her"
    assert at("feil 日本", 6, 8)[1] == "  │      ^^^^ her"


def test_a_tab_takes_one_place() -> None:
    """Columns count characters, and the line is shown as they are counted."""
    assert at("\tfeil", 2, 6) == ["1 │  feil", "  │  ^^^^ her"]


def test_control_signs_are_not_sent_to_the_terminal() -> None:
    """A file cannot make the terminal do anything."""
    assert at("\x1b[31mfeil", 6, 10) == ["1 │ ‹U+001B›[31mfeil", "  │             ^^^^ her"]


def test_nothing_is_clipped() -> None:
    """A long line is shown whole, with its mark at the far end."""
    line = "x" * 5000 + "feil"
    assert at(line, 5001, 5005) == [f"1 │ {line}", f"  │ {' ' * 5000}^^^^ her"]


def test_the_end_of_a_line_can_be_pointed_at() -> None:
    """What is missing is pointed at where it should have stood."""
    assert at("krav", 5, 6)[1] == "  │     ^ her"
    assert at("krav", 6, 6)[1] == "  │      ^ her"


def test_a_finding_without_a_place_has_no_excerpt() -> None:
    """What is wrong with a whole rulebook stands on no line."""
    assert render(NOWHERE, LINES) == "feil[NTR999]: ingen regler"


def test_a_note_about_another_file_names_it() -> None:
    """Its lines are not at hand; its place is."""
    elsewhere = Diagnostic(
        "NTR1", Severity.ERROR, "m", Span("f", 1, 1, 2), notes=(Note(Span("g", 7, 3, 4), "der"),)
    )
    assert render(elsewhere, ["x"]).split("\n")[-1] == "  = g:7:3: der"


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([], "ingen feil"),
        ([UNKNOWN], "1 feil"),
        ([UNUSED], "1 advarsel"),
        ([UNKNOWN, NOWHERE, UNKNOWN, UNUSED], "3 feil, 1 advarsel"),
        ([UNUSED, UNUSED], "2 advarsler"),
    ],
)
def test_the_summary_counts(found: list[Diagnostic], expected: str) -> None:
    """Errors first, and only what there is."""
    assert summary(found) == expected


# ---- for programs


def test_json_has_all_that_is_known() -> None:
    """Nothing has to be read out of the text for people."""
    [data] = json.loads(render_json.render([UNKNOWN]))
    note = {"text": "mente du denne?", "file": FILE, "line": 2, "column": 14, "end": 26}
    assert data == {
        "code": "NTR204",
        "severity": "error",
        "message": "«helsforetak» er ikke erklært",
        "file": FILE,
        "line": 5,
        "column": 30,
        "end": 41,
        "label": "ukjent opplysning",
        "help": "skriv «helseforetak», eller erklær opplysningen",
        "notes": [note],
        "place": "§ 4-2 første ledd",
    }


def test_sarif_places_a_finding_and_points_to_its_rule() -> None:
    """The region is one-based and ends after the last column, as in SARIF."""
    rules = (Entry("NTR204", "Ukjent", "Tekst."), Entry("NTR100", "Annet", "Tekst."))
    log = json.loads(render_sarif.render([UNKNOWN], rules))
    [run] = log["runs"]
    [result] = run["results"]
    assert (log["version"], run["columnKind"]) == ("2.1.0", "unicodeCodePoints")
    assert [each["id"] for each in run["tool"]["driver"]["rules"]] == ["NTR100", "NTR204"]
    assert (result["ruleId"], result["ruleIndex"], result["level"]) == ("NTR204", 1, "error")
    physical = result["locations"][0]["physicalLocation"]
    assert physical["artifactLocation"] == {"uri": FILE}
    assert physical["region"] == {"startLine": 5, "startColumn": 30, "endColumn": 41}
    assert result["relatedLocations"][0]["message"] == {"text": "mente du denne?"}


def test_sarif_file_names_are_uris() -> None:
    """A blank, a comma, a colon and a Norwegian letter are written as per cent."""
    found = Diagnostic("NTR1", Severity.ERROR, "m", Span("a b\\æ:.ntr", 1, 1, 2))
    run = render_sarif.as_data([found, NOWHERE], ())["runs"][0]
    uri = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "a%20b/%C3%A6%3A.ntr"
    assert "locations" not in run["results"][1]


def test_sarif_takes_the_whole_catalogue() -> None:
    """Every code has a title and a text, which SARIF asks of a rule."""
    rules = render_sarif.as_data([], CATALOGUE.values())["runs"][0]["tool"]["driver"]["rules"]
    assert len(rules) == len(CATALOGUE) > 8
    assert all(rule["shortDescription"]["text"] and rule["help"]["text"] for rule in rules)


def test_github_commands_are_one_line_each_and_escaped() -> None:
    """A comma or colon in a property, and a line end in the text, would break the command."""
    first, second, third = render_github.render([UNKNOWN, UNUSED, NOWHERE]).split("\n")
    assert first == (
        f"::error file={FILE},line=5,col=30,endColumn=41,title=NTR204::"
        "«helsforetak» er ikke erklært%0Askriv «helseforetak», eller erklær opplysningen"
    )
    assert second == (
        "::warning file=a%2C b%3Ac.ntr,line=2,col=3,endColumn=13,title=NTR410::"
        "100 %25 ubrukt: «a», «b»%0Aog «c»"
    )
    assert third == "::error title=NTR999::ingen regler"
