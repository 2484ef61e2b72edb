"""Where names stand, told to an editor: declared, named, cited, and given a new one."""

import pytest

import hjemmel
from support.engine_texts import PARKING

NEIGHBOUR = """\
regelverk nabolag
bygger på parkering

§ 1-2 Naboer

krav ordnet, etter forskrift § 1-2
  gjelder når plassens kjøretøy er sykkel
  oppfylt når § 1-1 «korttid» er oppfylt
    og minst ett krav i forskrift § 1-1 er oppfylt
"""
TEXTS = {"parkering": PARKING, "nabolag": NEIGHBOUR}


def place(text: str, words: str, nth: int = 0) -> tuple[int, int]:
    """Where some words begin, from 1."""
    found = [(n, row.index(words) + 1) for n, row in enumerate(text.split("\n"), 1) if words in row]
    return found[nth]


def at(file: str, where: hjemmel.Range) -> str:
    """What stands at a range."""
    row = TEXTS[file.removesuffix(".ntr")].split("\n")[where.start_line - 1]
    return row[where.start_column - 1 : where.end_column - 1]


def changed(texts: dict[str, str], edits: tuple[hjemmel.Edit, ...]) -> dict[str, str]:
    """The texts with the edits made."""
    found = {name: text.split("\n") for name, text in texts.items()}
    for each in sorted(edits, key=lambda edit: (edit.file, edit.range), reverse=True):
        rows, where = found[each.file.removesuffix(".ntr")], each.range
        row = rows[where.start_line - 1]
        rows[where.start_line - 1] = (
            row[: where.start_column - 1] + each.text + row[where.end_column - 1 :]
        )
    return {name: "\n".join(rows) for name, rows in found.items()}


def renamed(words: str, new: str, texts: dict[str, str] = TEXTS, file: str = "parkering") -> str:
    """All the texts with what stands at some words renamed; or why it is refused."""
    line, column = place(texts[file], words)
    found = hjemmel.rename(texts, file, line, column, new)
    if isinstance(found, hjemmel.RenameRefused):
        return found.reason
    new_texts = changed(texts, found)
    assert not [each for each in hjemmel.check_texts(new_texts) if each.is_error]
    return "\n".join(new_texts.values())


# --- declarations, mentions and sources ----------------------------------------------------------


@pytest.mark.parametrize(
    ("file", "words", "declared"),
    [
        ("nabolag", "kjøretøy er", [("parkering.ntr", "kjøretøy")]),
        ("nabolag", "plassens", [("parkering.ntr", "plass")]),
        ("nabolag", "sykkel", [("parkering.ntr", "sykkel")]),
        ("nabolag", "korttid", [("parkering.ntr", "korttid")]),
        ("nabolag", "minst ett", [("parkering.ntr", "korttid"), ("parkering.ntr", "felles"),
                                  ("parkering.ntr", "hensyn")]),
        ("parkering", "liste av nabo", [("parkering.ntr", "nabo")]),
        ("parkering", "med egne ord", []),
    ],
)  # fmt: skip
def test_where_a_name_is_declared(file: str, words: str, declared: list[tuple[str, str]]) -> None:
    """In the file or in one it builds on; of a group, each of the norms."""
    found = hjemmel.declaration(TEXTS, file, *place(TEXTS[file], words))
    assert [(each.file, at(each.file, each.range)) for each in found] == declared


def test_what_is_built_on_is_a_file() -> None:
    """And leads to its beginning."""
    (found,) = hjemmel.declaration(TEXTS, "nabolag.ntr", 2, 12)
    assert (found.file, found.range.start_line) == ("parkering.ntr", 1)


def test_everywhere_a_thing_is_named() -> None:
    """Also from the file that declares it, where only others know who builds on it."""
    found = hjemmel.references(TEXTS, "parkering", *place(PARKING, "verdi sykkel"))
    assert found == ()
    line, column = place(PARKING, "verdi sykkel")
    found = hjemmel.references(TEXTS, "parkering", line, column + 6)
    assert {at(each.file, each.range) for each in found} == {"sykkel"}
    assert [each.file for each in found].count("nabolag.ntr") == 1
    assert [each.declares for each in found].count(True) == 1


def test_a_norm_is_named_by_groups_too() -> None:
    """«Minst ett krav i …» names each of them."""
    found = hjemmel.references(TEXTS, "nabolag", *place(NEIGHBOUR, "korttid"))
    assert sorted(at(each.file, each.range) for each in found) == [
        "korttid",
        "korttid",
        "minst ett krav i forskrift § 1-1",
    ]


def test_the_sentences_of_a_citation() -> None:
    """By the lines that they have in the list."""
    rows = (
        "id\tkilde\tsted\tdel\tx\nF1\tforskrift\t§ 1-1\tførste ledd\tx\n"
        "F2\tforskrift\t§ 1-1\tandre ledd\tx\n"
    )
    line, column = place(PARKING, "forskrift § 1-1 andre ledd")
    (found,) = hjemmel.source_sentences(TEXTS, "parkering", line, column + 3, rows)
    assert (found.id, found.line) == ("F2", 3)
    assert at("parkering", found.cited) == "forskrift § 1-1 andre ledd"
    assert hjemmel.source_sentences(TEXTS, "parkering", 1, 1, rows) == ()


def test_who_builds_on_a_file() -> None:
    """Directly or through others."""
    texts = TEXTS | {
        "tredje": "regelverk tredje\nbygger på nabolag\n",
        "alene": "regelverk alene\n",
    }
    assert hjemmel.builds_on(texts, "parkering") == ("nabolag.ntr", "tredje.ntr")


# --- new names -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "new", "has", "has_not"),
    [
        ("timer er heltall", "antall timer",
         ["plassens antall timer er høyst"], ["plassens timer"]),
        ("sykkel", "tråsykkel",
         ["verdi tråsykkel", "plassens kjøretøy er tråsykkel"], ["er sykkel"]),
        ("korttid", "korte opphold",
         ["krav korte opphold, etter", "  kjennemerke   1-1/korttid", "§ 1-1 «korte opphold» er"],
         ["«korttid»"]),
    ],
)  # fmt: skip
def test_a_new_name(words: str, new: str, has: list[str], has_not: list[str]) -> None:
    """Stands in every file in the place of the old, and nothing else is changed."""
    found = renamed(words, new)
    assert all(each in found for each in has)
    assert not any(each in found for each in has_not)


def test_the_forms_of_a_name_are_changed_each_for_itself() -> None:
    """But a regular genitive goes with its definite."""
    found = renamed("plassens kjøretøy", "ruten")
    assert "opplysninger om plass, ruten" in found
    assert "gjelder når rutens kjøretøy er bil" in found
    assert "plassens" not in found


def test_a_name_that_ikke_stands_within() -> None:
    """Is parted where the new one is, or refused where it cannot be."""
    text = """\
regelverk x

opplysninger om klage, klagen
  opplysning har fått svar er ja eller nei, oppgis av oss

§ 1 A

krav en, etter forskrift § 1
  oppfylt når klagen har ikke fått svar

krav to, etter forskrift § 1
  oppfylt når klagen har fått svar
"""
    found = renamed("har fått svar er", "får et brev", {"x": text}, "x")
    assert "oppfylt når klagen får ikke et brev" in found
    assert "oppfylt når klagen får et brev" in found
    assert "«ikke» inne i navnet" in renamed("har fått svar er", "svarløs", {"x": text}, "x")


def test_an_institution_is_the_same_as_the_one_that_holds_facts() -> None:
    """Its name in the register and as a holder are changed together."""
    text = """\
regelverk x

register organ
  institusjon Tilsynet, også skrevet Det store tilsynet

rolle myndigheten
  innehaver fra 1. januar 2020 er Tilsynet

opplysninger om brev, brevet
  opplysning mottaker er organ, oppgis av Tilsynet

§ 1 A

krav en, etter forskrift § 1
  oppfylt når brevets mottaker er Tilsynet eller myndigheten
"""
    found = renamed("Tilsynet, også", "Kontrollen", {"x": text}, "x")
    assert found.count("Kontrollen") == 4
    assert "også skrevet Det store tilsynet" in found
    assert "er Tilsynet" not in found


def test_what_a_register_knows_is_named_there() -> None:
    """Facts, values and those that have taken over stand in the register too."""
    text = """\
regelverk x

begrep eierskap
  verdi statlig
  verdi privat

register organ
  institusjon Tilsynet
    opplyst eierskap er statlig
  institusjon Gamletilsynet, til og med 31. desember 2020, avløst av Tilsynet

opplysninger om brev, brevet
  opplysning mottaker er organ, oppgis av senderen
  opplysning eierskap er eierskap, oppgis av senderen

§ 1 A

krav en, etter forskrift § 1
  oppfylt når brevets eierskap er statlig
    og brevets mottaker er Tilsynet
"""
    assert "opplyst eiere er statlig" in renamed("eierskap er eierskap", "eiere", {"x": text}, "x")
    found = renamed("statlig", "offentlig", {"x": text}, "x")
    assert "opplyst eierskap er offentlig" in found
    assert "avløst av Kontrollen" in renamed("Tilsynet", "Kontrollen", {"x": text}, "x")


def test_a_name_that_needs_marks_gets_them() -> None:
    """Where it stands by itself and in a path."""
    found = renamed("timer er heltall", "tid og sted")
    assert "opplysning «tid og sted» er heltall" in found
    assert "«plassens tid og sted» er høyst 2" in found


@pytest.mark.parametrize(
    ("words", "new", "why"),
    [
        ("takst er", "timer", "erklært to ganger"),
        ("krav korttid", "x", "ord i språket"),
        ("regelverk", "x", "ord i språket"),
        ("veileder, gjelder", "x", "kilde får ikke nytt navn"),
        ("Det som står", "x", "ingenting"),
        ("timer er", "", "tomt"),
        ("timer er", "a«b", "tegn"),
        ("timer er", "ti\u00admer", "tegn"),
        ("timer er", "tіmer", "tegn"),
    ],
)
def test_what_gets_no_new_name_is_told_with_why(words: str, new: str, why: str) -> None:
    """A name that is taken, words of the language, sources, free text, and odd names."""
    assert why in renamed(words, new)


def test_where_there_are_errors_nothing_is_renamed() -> None:
    """Nobody can tell whether the meaning would be kept."""
    texts = TEXTS | {"nabolag": NEIGHBOUR.replace("er sykkel", "er sykel")}
    assert renamed("timer er", "tid", texts) == (
        "nabolag.ntr har feil, og da kan ingen se om reglene betyr det samme etterpå"
    )


def test_what_would_be_renamed() -> None:
    """The stretch that stands there, and the form that is changed with it."""
    line, column = place(PARKING, "plassens kjøretøy")
    found = hjemmel.rename_at(TEXTS, "parkering", line, column)
    assert isinstance(found, hjemmel.Renameable)
    assert (at("parkering", found.range), found.name) == ("plassens", "plassen")
    assert isinstance(hjemmel.rename_at(TEXTS, "parkering", 999, 1), hjemmel.RenameRefused)


def test_letters_that_are_put_together_are_counted_as_they_stand() -> None:
    """Where «ø» is two characters in the file, ranges are by the file."""
    text = PARKING.replace("kjøretøy", "kjo\u0308reto\u0308y")
    line, column = place(text, "timer er høyst 2")
    found = hjemmel.rename({"parkering": text}, "parkering", line, column, "tid")
    assert isinstance(found, tuple)
    rows = text.split("\n")
    for each in found:
        row = rows[each.range.start_line - 1]
        assert row[each.range.start_column - 1 : each.range.end_column - 1] == "timer"


def back_and_forth(texts: dict[str, str], file: str, words: str) -> bool:
    """Whether a name that is changed and changed back gives the texts as they were."""
    line, column = place(texts[file], words)
    begun = hjemmel.rename_at(texts, file, line, column)
    assert isinstance(begun, hjemmel.Renameable), begun
    there = hjemmel.rename(texts, file, line, column, f"{begun.name}prøve")
    assert isinstance(there, tuple), there
    new = changed(texts, there)
    assert not [each for each in hjemmel.check_texts(new) if each.is_error]
    back = hjemmel.rename(new, file, line, column, begun.name)
    assert isinstance(back, tuple), back
    return changed(new, back) == texts


@pytest.mark.parametrize(
    "words",
    ["kjøretøy\n", "bil\n", "plass, plassen", "plassen, plassens", "plassens\n", "timer er",
     "naboer er", "nabo\n", "parkeringsvakten", "dag er", "klagen, klagens"],
)  # fmt: skip
def test_a_name_changed_back_is_as_it_was(words: str) -> None:
    """In all the files, and in each of its forms."""
    texts = {name: f"{text}\n" for name, text in TEXTS.items()}
    assert back_and_forth(texts, "parkering", words.strip())


@pytest.mark.grundig
@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("ord_kap4", "tjeneste, tjenesten"),
        ("ord_kap4", "tjenesten\n"),
        ("ord_kap4", "godkjent "),
        ("ord_kap4", "steder, stedene"),
        ("ord_kap4", "sted "),
        ("ord_kap4", "referansegruppen,"),
        ("ord_kap4", "brukerorganisasjon"),
        ("ord_kap4", "myndigheten"),
        ("forskrift_kap4", "gyldig godkjent"),
        ("forskrift_kap4", "om rett mottaker,"),
        ("register", "Helse Nord,"),
        ("register", "helseforetak"),
    ],
)
def test_names_of_the_project_changed_back_are_as_they_were(file: str, words: str) -> None:
    """Also those that are said in many ways."""
    texts = {name: text for name, text in hjemmel.shipped_texts().items() if name != "erne"}
    assert back_and_forth(texts, file, words.strip())
