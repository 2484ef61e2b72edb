"""`ntr kilder`: a new edition of an invented regulation held against the account of the old one."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from hjemmel.cli import terminal
from support.command_line import Ntr
from support.docs_page import ROOT
from support.new_editions import NEW, OLD, as_docx, as_html, as_pdf, as_pdf_text, edited

Told = Callable[..., dict[str, object]]


@pytest.fixture
def rules(folder: Path) -> Path:
    """A copy of the small rulebook with an account of its sentences."""
    return Path(shutil.copytree(ROOT / "eksempler" / "parkering", folder / "regler"))


@pytest.fixture
def asked(ntr: Ntr, rules: Path, folder: Path) -> Told:
    """What the command says of a text, as data."""

    def ask(content: str | bytes, *more: str, name: str = "ny.txt") -> dict[str, object]:
        data = content.encode() if isinstance(content, str) else content
        (folder / name).write_bytes(data)
        found = ntr("kilder", name, "--regelverk", str(rules), "--format", "json", *more)
        assert found.exit_code in (0, 1), found.output
        told: dict[str, object] = json.loads(found.stdout)
        differs = any(each["hva"] != "uendret" or each["nytt_sted"] for each in told["setninger"])
        assert found.exit_code == int(differs)
        return told

    return ask


def fates(told: dict[str, object]) -> dict[str, str]:
    """What became of each sentence that the account has, where it is not the same."""
    every = told["setninger"]
    assert isinstance(every, list)
    return {each["id"]: each["hva"] for each in every if each["id"] and each["hva"] != "uendret"}


def work(told: dict[str, object]) -> list[tuple[str, str]]:
    """The work in order: the sentence, and what is to be done."""
    every = told["oppgaver"]
    assert isinstance(every, list)
    return [(each["setninger"][0]["id"] or each["setninger"][0]["sted"], each["hva"])
            for each in every]  # fmt: skip


FORMS = {
    "txt": ("ny.txt", lambda text: text.encode()),
    "tekst fra pdf": ("ny.txt", as_pdf_text),
    "pdf": ("ny.pdf", as_pdf),
    "html": ("ny.html", as_html),
    "docx": ("ny.docx", as_docx),
}
CHANGED = {
    "P3#2": "endret", "P4#2": "endret", "P5#3": "endret", "P12#2": "endret", "P12a#4": "endret",
    "P12#4": "borte",
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_the_same_text_differs_in_nothing(asked: Told, form: str) -> None:
    """Whatever form it has, the account's own division is found, and the source is known again."""
    name, made = FORMS[form]
    told = asked(made(OLD), name=name)
    assert fates(told) == {}
    assert told["kilder"] == ["parkeringsforskriften"]
    assert told["antall"]["uendret"] == 17


@pytest.mark.parametrize("form", FORMS)
def test_a_new_edition_in_every_form(asked: Told, form: str) -> None:
    """The same sentences are changed, new, gone and renumbered, whatever the form."""
    name, made = FORMS[form]
    told = asked(made(NEW), name=name)
    assert fates(told) == CHANGED
    shifts = {each["id"]: each["nytt_sted"] for each in told["setninger"] if each["nytt_sted"]}
    assert shifts == {"P3#3": "parkeringsforskriften § 3 første ledd bokstav c"}
    new = [each["sted"] for each in told["setninger"] if each["hva"] == "ny"]
    assert new == ["parkeringsforskriften § 3 første ledd bokstav b"]


def test_the_work_comes_in_order(asked: Told) -> None:
    """Numbers first, then other words, what is new, what is gone, and last mere places."""
    assert [each for _, each in work(asked(NEW))] == [
        *["endret, og en norm skriver tall eller dager"] * 4,
        "endret, og normer bygger på den",
        "uendret, men viser til et sted der det står noe annet",
        "ny setning uten norm",
        "endret eller borte, uten at noen norm viser til den",
        "samme ord på et nytt sted",
    ]


def test_a_reference_that_means_something_else_now(asked: Told) -> None:
    """Letter b has become letter c; the paragraph that says «bokstav b» is as it was."""
    found = [(each["setninger"][0]["id"], each["viser_til"])
             for each in asked(NEW)["oppgaver"] if each["viser_til"]]  # fmt: skip
    assert found == [("P3#4", "Bokstav b")]


def test_norms_and_cases_are_named(asked: Told) -> None:
    """Each with the file and the line, and the numbers that the norm writes."""
    (task,) = asked(edited("innen tre uker etter at den", "innen fire uker etter at den"))[
        "oppgaver"
    ]
    (norm,) = task["normer"]
    assert (norm["id"], norm["skriver"]) == ("12/for-vedtak", ["21 dager"])
    assert norm["modellerer"]
    assert norm["fil"].endswith("parkering.ntr")
    rules = Path(norm["fil"]).read_text("utf-8").splitlines()
    assert "frist for vedtak" in rules[norm["linje"] - 1]
    assert all("12/for-vedtak" in each["normer"] for each in task["saker"])
    assert task["saker"][0]["side"] == "regler/saker.md"


@pytest.mark.parametrize(
    ("old", "new", "gone", "come"),
    [
        ("innen tre uker etter at den", "innen fire uker etter at den", "tre", "fire"),
        ("1 200 kroner", "1 500 kroner", "200", "500"),
        ("Vedtaket skal begrunnes.", "Vedtaket kan begrunnes.", "skal", "kan"),
        ("Vedtaket skal begrunnes.", "Vedtaket skal alltid begrunnes skriftlig.", None, None),
    ],
)
def test_the_old_text_is_found_again(
    asked: Told, old: str, new: str, gone: str | None, come: str | None
) -> None:
    """By its fingerprint, where one thing is otherwise; else it is said that it is not known."""
    told = asked(edited(old, new))
    (change,) = [each for each in told["setninger"] if each["hva"] == "endret"]
    (task,) = told["oppgaver"]
    if gone is None:
        assert (change["for"], change["grunnlag"], task["ord"]) == (None, "sted og rekkefølge", [])
        assert "hvilke ord som er endret i 1 setning" in told["kan_ikke_sies"]
    else:
        assert change["grunnlag"] == "funnet igjen"
        assert [each["tekst"] for each in task["ord"] if each["tegn"] != " "] == [gone, come]
        assert told["kan_ikke_sies"] is None


@pytest.mark.parametrize("given", ["regler/kilder/tekster.tsv", "gammel.txt"])
def test_with_the_old_text_every_word_is_told(asked: Told, folder: Path, given: str) -> None:
    """As a list of sentences, or as the older edition itself."""
    (folder / "gammel.txt").write_text(OLD, "utf-8")
    told = asked(edited("Vedtaket skal begrunnes.", "Vedtaket skal alltid begrunnes skriftlig."),
                 "--gammel", given)  # fmt: skip
    (task,) = told["oppgaver"]
    assert [each["tekst"].strip() for each in task["ord"] if each["tegn"] == "+"] == [
        "alltid", "skriftlig",
    ]  # fmt: skip
    assert told["kan_ikke_sies"] is None


def test_what_nothing_can_tell_is_said(asked: Told) -> None:
    """Two sentences where one stood, both unlike it: with the old text it can be told."""
    text = edited("Vedtaket skal begrunnes.", "Begrunnelsen er skriftlig. Den sendes søkeren.")
    told = asked(text)
    assert fates(told) == {"P12#3": "ikke avgjort"}
    assert "hva som er nytt, endret og borte blant 3 setninger" in told["kan_ikke_sies"]
    told = asked(text, "--gammel", "regler/kilder/tekster.tsv")
    assert fates(told) == {"P12#3": "borte"}
    assert told["antall"]["ny"] == 2


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("høyst 3 500 kilo", "høyst 3\u00a0500 kilo"),
        ("En husstand kan", "En hus\u00adstand kan"),
    ],
)
def test_spaces_and_unseen_signs_are_nothing(asked: Told, old: str, new: str) -> None:
    """They differ in no edition that anybody reads."""
    assert fates(asked(edited(old, new))) == {}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Vedtaket skal begrunnes.", "Vedtaket skal begrunnes"),
        (
            "Har husstanden delt bosted, kan den ha to.",
            "Har husstanden delt bosted, kan den ha to;",
        ),
    ],
)
def test_other_signs_are_told_as_that(asked: Told, old: str, new: str) -> None:
    """No norm is touched; only the fingerprint is another."""
    told = asked(edited(old, new))
    assert list(fates(told).values()) == ["bare tegn"]
    assert [each for _, each in work(told)] == ["bare tegn og skrivemåte er endret"]


def test_a_sentence_in_another_provision_has_moved(asked: Told) -> None:
    """The same words elsewhere: only the citation is to be put right."""
    text = edited("Vedtaket skal begrunnes. ", "").replace(
        "Hvem som kan klage", "Vedtaket skal begrunnes.\n\nHvem som kan klage"
    )
    moved = {each["id"]: each["nytt_sted"] for each in asked(text)["setninger"] if each["flyttet"]}
    assert moved == {"P12#3": "parkeringsforskriften § 12 a første ledd"}


def test_an_extract_takes_nothing_away(asked: Told) -> None:
    """A provision that is not in it is not gone; in a whole text it is."""
    part = OLD[: OLD.index("§ 12. ")]
    assert set(fates(asked(part)).values()) == {"borte"}
    assert fates(asked(part, "--utdrag")) == {}


def test_a_new_provision_is_new(asked: Told) -> None:
    """Its sentences have places of their own."""
    told = asked(OLD + "\n§ 13. Gebyr\n\nDen som parkerer uten kort, betaler 900 kroner.\n")
    new = [each["sted"] for each in told["setninger"] if each["hva"] == "ny"]
    assert new == ["parkeringsforskriften § 13"]


def test_a_text_of_no_known_source(ntr: Ntr, rules: Path, folder: Path) -> None:
    """It is said, with the sources to choose among."""
    (folder / "ny.txt").write_text("Noe helt annet.\n", "utf-8")
    found = ntr("kilder", "ny.txt", "--regelverk", str(rules))
    assert found.exit_code == 2
    assert "skriv hvilken med --kilde: parkeringsforskriften, rundskriv" in found.stderr


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"%PDF-1.7 \xff", "PDF-en er ødelagt"),
        (as_pdf(""), "bare bilder"),
        (b"\xd0\xcf\x11\xe0old", "gamle formatet"),
        (b"PK\x03\x04none", "kan ikke leses som et Word-dokument"),
        (b"\x00\x01\x02", "er ikke tekst"),
        (b"   \n", "har ingen tekst"),
    ],
)
def test_what_cannot_be_read(
    ntr: Ntr, rules: Path, folder: Path, content: bytes, said: str
) -> None:
    """Exit code 2, what is wrong, and what to do."""
    (folder / "ny.fil").write_bytes(content)
    found = ntr("kilder", "ny.fil", "--regelverk", str(rules))
    assert found.exit_code == 2
    assert said in found.stderr
    assert "= hjelp: " in found.stderr


@pytest.mark.parametrize("form", ["tekst", "markdown", "html"])
def test_every_form_tells_the_same(ntr: Ntr, rules: Path, folder: Path, form: str) -> None:
    """The changed words, the norm and the case stand in all of them; nothing is left unescaped."""
    (folder / "ny.txt").write_text(edited("ha to.", "ha <tre>."), "utf-8")
    found = ntr("kilder", "ny.txt", "--regelverk", str(rules), "--format", form, "--gammel",
                "regler/kilder/tekster.tsv")  # fmt: skip
    assert found.exit_code == 1
    for each in ("om antall kort", "4/om-antall-kort", "parkering.ntr linje 96", "saker.md"):
        assert each in found.stdout
    assert ("<tre>" in found.stdout) == (form == "tekst")


def test_an_edition_is_entered(ntr: Ntr, rules: Path, folder: Path) -> None:
    """Old sentences end, new ones begin; the account lists them as not modelled, and no more."""
    (folder / "ny.txt").write_text(NEW, "utf-8")
    book = ("--regelverk", str(rules))
    found = ntr("kilder", "ny.txt", *book, "--fra", "2027-01-01", "--skriv")
    assert found.exit_code == 1
    assert "  - P4#2  parkeringsforskriften  § 4    46c75dc14355500c" in found.stdout
    rows = (rules / "kilder" / "setninger.tsv").read_text("utf-8").splitlines()
    by_id = {each.split("\t")[0]: each.split("\t") for each in rows}
    assert by_id["P4#2"][5:] == ["", "2026-12-31"]
    assert by_id["P4#3"][:4] == ["P4#3", "parkeringsforskriften", "§ 4", ""]
    assert by_id["P4#3"][5:] == ["2027-01-01", ""]
    assert by_id["P3#7"][3:5] == ["første ledd bokstav c", by_id["P3#3"][4]]
    order = [each.split("\t")[0] for each in rows]
    assert order.index("P3#2") < order.index("P3#5") < order.index("P3#6") < order.index("P3#3")
    account = json.loads(ntr("dekning", *book, "--format", "json").stdout)
    assert {(each["art"], each["id"]) for each in account["funn"]} == {
        ("ikke gjort rede for", each)
        for each in ("P3#5", "P3#6", "P4#3", "P5#4", "P12#5", "P12a#5")
    }
    again = ntr("kilder", "ny.txt", *book)
    assert (again.exit_code, "Ingenting er endret." in again.stdout) == (0, True)


def test_a_wording_of_the_day_rests_on_the_new_sentence(
    ntr: Ntr, rules: Path, folder: Path
) -> None:
    """A citation means what the provision had when the wording begins."""
    (folder / "ny.txt").write_text(edited("ha to.", "ha tre."), "utf-8")
    book = ("--regelverk", str(rules))
    ntr("kilder", "ny.txt", *book, "--fra", "2027-01-01", "--skriv")
    place = rules / "parkering.ntr"
    text = place.read_text("utf-8")
    assert "P4#3" in ntr("dekning", *book).stdout
    new = "  fra 1. januar 2027\n    oppfylt når husstandens antall kort er høyst 3\n"
    place.write_text(with_wording(text, new), "utf-8")
    found = ntr("dekning", *book)
    assert "P4#3" not in found.stdout, found.stdout + found.stderr


def with_wording(text: str, new: str) -> str:
    """The rules with one more wording of the norm about the number of cards."""
    before, begin, rest = text.partition("krav om antall kort")
    norm, end, after = rest.partition("\n\n")
    return before + begin + norm + "\n" + new.rstrip("\n") + end + after


def test_nothing_is_written_without_a_day(ntr: Ntr, rules: Path, folder: Path) -> None:
    """The account is as it was."""
    (folder / "ny.txt").write_text(NEW, "utf-8")
    before = (rules / "kilder" / "setninger.tsv").read_bytes()
    found = ntr("kilder", "ny.txt", "--regelverk", str(rules), "--skriv")
    assert (found.exit_code, "--fra" in found.stderr) == (2, True)
    assert (rules / "kilder" / "setninger.tsv").read_bytes() == before


def test_the_page_of_the_guide_prints_what_is_so(
    ntr: Ntr, rules: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The new edition that stands on the page, and what the command says of it."""
    monkeypatch.setattr(terminal, "width", lambda _: 84)
    page = (ROOT / "docs" / "ny-tekst.md").read_text("utf-8")
    (folder / "ny.txt").write_text(fence(page, 'text title="ny.txt"'), "utf-8")
    found = ntr("kilder", "ny.txt", "--regelverk", str(rules))
    command, _, shown = fence(page, 'text title="kommando"').partition("\n")
    assert command == "$ ntr kilder ny.txt --regelverk regler"
    assert found.stdout.replace(f"{folder}/", "") == shown


def fence(page: str, opening: str) -> str:
    """What stands in the first fence that opens so."""
    return page.partition(f"```{opening}\n")[2].partition("```")[0]
