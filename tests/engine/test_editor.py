"""What an editor asks while somebody writes: outline, completion, hover."""

from pathlib import Path

import pytest

import hjemmel
from support.engine_texts import PARKING

RULES = Path(__file__).resolve().parents[2] / "rules"
NORM = "krav nytt, etter forskrift § 1-1 første ledd\n"
OTHER = """\
bygger på parkering

§ 1-2 Annet

krav nytt, etter forskrift § 1-1
  oppfylt når plassens timer er 2"""
RECORD = "opplysninger om bil, bilen, bilens\n"


def offered(written: str, head: str = NORM) -> dict[str, int]:
    """What is offered at the end of a text, with the column that each begins at."""
    text = f"{PARKING}\n{head}{written}"
    lines = text.split("\n")
    found = hjemmel.complete(text, len(lines), len(lines[-1]) + 1)
    assert all(each.range.end_column == len(lines[-1]) + 1 for each in found)
    return {each.text: each.range.start_column for each in found}


# --- outline -------------------------------------------------------------------------------------


def test_norms_stand_below_their_heading() -> None:
    """And declarations have what they declare below them."""
    found = {each.name: each for each in hjemmel.symbols(PARKING)}
    assert list(found) == [
        "parkering",
        "forskrift",
        "veileder",
        "kjøretøy",
        "plass",
        "nabo",
        "klage",
        "§ 1-1",
    ]
    assert [each.name for each in found["kjøretøy"].children] == ["bil", "sykkel"]
    section = found["§ 1-1"]
    assert section.kind is hjemmel.SymbolKind.SECTION
    assert [each.name for each in section.children] == [
        "korttid", "takst", "felles", "klaget", "hensyn",
    ]  # fmt: skip


def test_sources_are_found_in_the_outline() -> None:
    """Each with what kind of source it is, where that is said."""
    found = hjemmel.symbols("kilde havneloven, gjelder fra 1. januar 2020\n  slag lov\n")
    assert [(each.kind.value, each.name, each.detail) for each in found] == [
        ("kilde", "havneloven", "lov")
    ]


def test_a_symbol_has_its_name_and_all_that_belongs_to_it() -> None:
    """From the first line to the last that is written."""
    lines = PARKING.split("\n")
    norm = hjemmel.symbols(PARKING)[-1].children[0]
    at, whole = norm.range, norm.whole
    assert lines[at.start_line - 1][at.start_column - 1 : at.end_column - 1] == "korttid"
    assert (lines[whole.start_line - 1][:12], lines[whole.end_line - 1]) == (
        "krav korttid", "    oppfylt når plassens timer er høyst 1",
    )  # fmt: skip
    assert whole.end_column == len(lines[whole.end_line - 1]) + 1


def test_a_file_with_mistakes_has_an_outline() -> None:
    """Of what can be read of it."""
    text = PARKING.replace("krav takst,", "krv takst,").replace("verdi bil", "vrdi bil")
    names = [each.name for each in hjemmel.symbols(text)[-1].children]
    assert names == ["korttid", "felles", "klaget", "hensyn"]
    assert hjemmel.symbols("") == ()


def test_two_places_of_a_section() -> None:
    """Each has the norms that stand below it."""
    text = PARKING.replace("krav takst", "andre ledd\n\nkrav takst")
    text = text.replace("krav felles", "tredje ledd\n\nkrav felles")
    section = hjemmel.symbols(text)[-1]
    assert [each.name for each in section.children] == ["korttid", "andre ledd", "tredje ledd"]
    assert [each.name for each in section.children[1].children] == ["takst"]


@pytest.mark.parametrize("path", sorted(RULES.glob("*.ntr")), ids=lambda each: each.stem)
def test_the_outline_of_what_is_shipped(path: Path) -> None:
    """Every name stands where it is said to, and what belongs to a symbol holds those below it."""

    def see(symbol: hjemmel.Symbol) -> None:
        line = lines[symbol.range.start_line - 1]
        assert symbol.name.split()[0] in line[symbol.range.start_column - 1 :]
        for each in symbol.children:
            assert symbol.whole.start_line <= each.whole.start_line
            assert each.whole.end_line <= symbol.whole.end_line
            see(each)

    text = path.read_text("utf-8")
    lines = text.split("\n")
    for each in hjemmel.symbols(text):
        see(each)


# --- completion ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "text", "column"),
    [
        ("  opp", "oppfylt når", 3),
        ("  oppfylt når plassens timer er 2\n  o", "og", 3),
        ("  oppfylt når pl", "plassens timer", 15),
        ("  oppfylt når plassens t", "plassens takst", 15),
        ("  oppfylt når plassens kjøretøy er ", "sykkel", 36),
        ("  oppfylt når plassens kjøretøy er s", "sykkel", 36),
        ("  oppfylt når plassens kjøretøy er bil eller ", "sykkel", 46),
        ("  oppfylt når plassens timer ", "er minst", 30),
        ("  oppfylt når plassens timer er hø", "er høyst", 30),
        ("  oppfylt når plassens timer er 2\n  og plassens t", "plassens timer", 6),
        ("  oppfylt når for alle blant ", "plassens naboer", 30),
        ("  oppfylt når for alle blant plassens naboer gjelder at kj", "kjøretøy", 57),
        ("  gjelder for ", "klagen", 15),
        ("  gjelder når saken har ", "klage", 25),
        ("  fra 1. januar 2024, etter ", "forskrift", 29),
        ("  fra 1. januar 2024, etter forskrift § 1-1, ve", "veileder", 46),
        ("  med mindre liten, etter f", "forskrift", 27),
        ("  oppfylt når minst ett krav i ", "veileder", 32),
        ("  oppfylt når dette er ??? galt\n  gj", "gjelder når", 3),
        ("  tolkning Når?\n    for leddet sen", "senest", 16),
        ("  tolkning Når?\n    lesemåte før: sen", "senest", 19),
    ],
)
def test_what_may_come_next(written: str, text: str, column: int) -> None:
    """Words of the language and declared names, each with what it takes the place of."""
    assert offered(written)[text] == column


def test_what_may_be_said_impersonally_is_offered() -> None:
    """What a part of the case may be, and what a list is said with «har» by."""
    record = (
        "opplysninger om bil, bilen\n  opplysning betalt er ja eller nei, oppgis av eieren\n"
        "  opplysning år, har betalt avgift for, er liste av årstall, oppgis av eieren\n\n"
    )
    found = offered("  oppfylt når det er ", f"{record}§ 1-2 Avgift\n\n{NORM}")
    assert {"betalt": 22, "betalt avgift for": 22}.items() <= found.items()


def test_what_does_not_fit_is_not_offered() -> None:
    """Values of the type alone, lists alone, facts of entries only where there is a list."""
    assert "plassens timer" not in offered("  oppfylt når plassens kjøretøy er ")
    assert "plassens timer" not in offered("  oppfylt når for alle blant ")
    assert "kjøretøy" not in offered("  oppfylt når ")
    assert "nettside" not in offered("  fra 1. januar 2024, etter ")
    assert offered("  med egne ord pl") == {}
    assert offered("  oppfylt når plassens timer er 2\n  opp")["oppstår når"] == 3


def test_declarations_are_completed_too() -> None:
    """Types, and those who are known to hold facts."""
    assert offered("  opplysning timer er ", RECORD)["kjøretøy"] == 23
    assert offered("  opplysning timer er ", RECORD)["ja eller nei"] == 23
    assert offered("  opplysning timer er tekst, oppgis av e", RECORD)["eieren"] == 40
    assert "oppfylt når" not in offered("  ", RECORD)


def test_names_come_from_the_texts_built_on() -> None:
    """Those that are given; others are not looked for."""
    text = OTHER
    with_them = hjemmel.complete(text, 6, 17, {"parkering": PARKING})
    assert "plassens timer" in [each.text for each in with_them]
    assert [each for each in hjemmel.complete(text, 6, 17) if each.kind is hjemmel.Offer.FACT] == []


def test_every_place_in_a_rule_file_has_an_answer() -> None:
    """At columns all over it: whatever is half written, nothing is raised."""
    for number, line in enumerate(PARKING.split("\n"), 1):
        for column in range(1 + number % 4, len(line) + 2, 4):
            for each in hjemmel.complete(PARKING, number, column):
                assert each.range.start_column <= column
            hjemmel.hover(PARKING, number, column)


def test_what_stands_in_a_file_is_among_what_was_offered() -> None:
    """Before each fact of the shipped rules, that fact is offered."""
    text = (RULES / "forskrift_kap4.ntr").read_text("utf-8")
    lines = text.split("\n")
    asked = [
        (n, e) for n, e in enumerate(lines, 1) if " når " in e and "tjenestens funksjon er" in e
    ]
    assert asked
    for number, line in asked[:5]:
        begins = line.index("tjenestens")
        found = hjemmel.complete(text, number, begins + 4, hjemmel.shipped_texts())
        assert "tjenestens funksjon" in [each.text for each in found]
        assert {each.range.start_column for each in found} == {begins + 1}


# --- hover ---------------------------------------------------------------------------------------


def hovered(words: str) -> hjemmel.Hover:
    """What is said of the first place of some words."""
    lines = PARKING.split("\n")
    number = next(n for n, each in enumerate(lines, 1) if words in each)
    column = lines[number - 1].index(words) + 1
    found = hjemmel.hover(PARKING, number, column)
    assert found is not None
    at = found.range
    assert lines[number - 1][at.start_column - 1 : at.end_column - 1] in words
    return found


def test_a_fact() -> None:
    """Its type, who has it, what it means, and where it is declared."""
    found = hovered("plassens kjøretøy")
    assert (found.about, found.name) == ("opplysning", "plassens kjøretøy")
    assert (found.type, found.holder) == ("en verdi av «kjøretøy»", "eieren")
    assert found.meaning == "Det som står på plassen."
    assert found.declared is not None
    declared = PARKING.split("\n")[found.declared.start_line - 1]
    assert declared[found.declared.start_column - 1 :].startswith("kjøretøy er kjøretøy")
    assert found.text.startswith("opplysning: plassens kjøretøy\n")


def test_a_norm_and_a_word_of_the_language() -> None:
    """The one has its citations and id, the other a page."""
    norm = hovered("korttid")
    assert (norm.about, norm.type) == ("krav", "1-1/korttid")
    assert norm.citations == ("forskrift § 1-1 første ledd",)
    word = hovered("oppfylt når")
    assert (word.about, word.page) == ("ord i språket", "språk/ord.md")


def test_prose_means_nothing_here() -> None:
    """A word of the language within free text is no word of the language."""
    line = next(n for n, e in enumerate(PARKING.split("\n"), 1) if "står høyst to" in e)
    column = PARKING.split("\n")[line - 1].index("høyst") + 1
    assert hjemmel.hover(PARKING, line, column) is None
    assert hjemmel.hover(PARKING, 9_999, 1) is None


def test_what_another_text_declares_is_found_there() -> None:
    """With the name of its file."""
    text = OTHER
    found = hjemmel.hover(text, 6, 16, {"parkering": PARKING})
    assert found is not None
    assert (found.name, found.file) == ("plassens timer", "parkering.ntr")
    assert found.declared is not None
    assert found.declared.start_column == 14


def told_of(line: str, words: str, text: str = PARKING) -> hjemmel.Hover:
    """What is said of some words in the first line that has another text in it."""
    lines = text.split("\n")
    number = next(n for n, each in enumerate(lines, 1) if line in each)
    found = hjemmel.hover(text, number, lines[number - 1].index(words) + 1)
    assert found is not None
    return found


def declared_line(of: hjemmel.Hover, text: str = PARKING) -> str:
    """The text from where something is declared."""
    assert of.declared is not None
    return text.split("\n")[of.declared.start_line - 1][of.declared.start_column - 1 :]


def test_a_name_means_what_it_refers_to_there() -> None:
    """Of an entry it is the entry's own, though a fact of the case is called the same."""
    found = told_of("blant plassens naboer", "kjøretøy er")
    assert (found.about, found.name, found.holder) == ("opplysning", "kjøretøy", "naboen")
    assert declared_line(found) == "kjøretøy er kjøretøy, oppgis av naboen"
    assert declared_line(told_of("gjelder når", "plassens")).endswith("oppgis av eieren")


@pytest.mark.parametrize(
    ("line", "words", "about", "name", "declared"),
    [
        ("gjelder at kjøretøy", "sykkel", "verdi", "sykkel", "sykkel"),
        ("for leddet", "plassens", "opplysning", "plassens kjøretøy", "kjøretøy er kjøretøy, opp"),
        ("for leddet", "sykkel", "verdi", "sykkel", "sykkel"),
        ("oppstår når", "bil", "verdi", "bil", "bil"),
        ("gjelder for", "klagen", "del av saken", "klagen", "klage, klagen, klagens"),
        ("timer er heltall", "timer", "opplysning", "plassens timer", "timer er heltall"),
        ("kjøretøy er kjøretøy", "kjøretøy,", "begrep", "kjøretøy", "kjøretøy"),
        ("liste av nabo", "liste av nabo", "oppføring", "nabo", "nabo"),
        ("oppføring nabo", "nabo", "oppføring", "nabo", "nabo"),
        ("krav felles", "felles", "krav", "felles", "felles, etter"),
    ],
)
def test_where_a_name_is_declared(
    line: str, words: str, about: str, name: str, declared: str
) -> None:
    """Whatever it is the name of, and also where it is declared itself."""
    found = told_of(line, words)
    assert (found.about, found.name) == (about, name)
    assert declared_line(found).startswith(declared)


MORE = """

rolle direktoratet
  innehaver fra 1. januar 2020 er Veivesenet

vurdering plassen gir trygghet, gjøres av direktoratet

krav trygt, etter forskrift § 1-1 femte ledd
  oppfylt når § 1-1 «takst» er oppfylt
  og direktoratet har vurdert at plassen gir trygghet
"""


def test_norms_roles_and_assessments() -> None:
    """Another norm by its title, and who has judged what."""
    text = PARKING + MORE
    norm = told_of("oppfylt når § 1-1", "§ 1-1 «takst»", text)
    assert (norm.about, norm.type) == ("krav", "1-1/takst")
    assert declared_line(norm, text).startswith("takst, etter veileder")
    role = told_of("og direktoratet", "direktoratet", text)
    assert (role.about, role.name) == ("rolle", "direktoratet")
    matter = told_of("og direktoratet", "plassen gir trygghet", text)
    assert (matter.about, matter.holder) == ("vurdering", "direktoratet")
    assert declared_line(matter, text).startswith("plassen gir trygghet, gjøres av")


def test_what_refers_to_nothing_is_a_word_of_the_language() -> None:
    """Though it is written as something declared is."""
    text = PARKING.replace("  verdi sykkel", "  verdi sykkel\n  verdi «er minst»")
    found = told_of("er minst 20", "er minst", text)
    assert (found.about, found.name) == ("ord i språket", "er minst")


def test_a_line_that_cannot_be_read_goes_by_its_words() -> None:
    """There nothing is known of what it refers to."""
    text = PARKING.replace("er minst 20 kroner", "er ??? kroner")
    found = told_of("er ???", "plassens takst", text)
    assert (found.about, found.name) == ("opplysning", "plassens takst")
