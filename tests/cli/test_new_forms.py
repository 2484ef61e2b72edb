"""`ntr formater --nye-former`: older clauses as sentences, and what is told of those that stay."""

from pathlib import Path

import pytest

from support.command_line import Ntr

OLD = """\
regelverk prøve
bygger på ord


§ 4-2 Prøve

krav steder, etter forskriften § 4-2
  oppfylt når   antallet av tjenestens steder er minst 2
    og          antall ulike land blant nettverkets medlemmer er 8
"""
NEW = OLD.replace("antallet av tjenestens steder er minst 2", "tjenesten har minst to steder")
STAYS = """\
prøve.ntr:9: «antall ulike land blant nettverkets medlemmer er 8» står som før:
  opplysningen «land» har ingen form med verb og «ved», «i» eller «fra»: «opplysning land, …, er …»
"""


@pytest.fixture
def rules(folder: Path) -> Path:
    """A rule file with a clause that has a newer form, and one that lacks a word for it."""
    words = (
        "regelverk ord\n\nkilde forskriften, gjelder fra 1. januar 2011\n"
        "  slag forskrift\n\n"
        "opplysninger om tjeneste, tjenesten\n"
        "  opplysning steder er liste av sted, oppgis av regionen\n\n"
        "opplysninger om nettverk, nettverket\n"
        "  opplysning medlemmer er liste av sted, oppgis av regionen\n\n"
        "oppføring sted\n  opplysning land er tekst, oppgis av regionen\n"
    )
    (folder / "ord.ntr").write_text(words, "utf-8")
    path = folder / "prøve.ntr"
    path.write_text(OLD, "utf-8")
    return path


def test_clauses_are_written_anew_and_the_others_told(ntr: Ntr, rules: Path) -> None:
    """With «--sjekk» nothing is written; once written, nothing more is to be."""
    checked = ntr("formater", "--nye-former", "--sjekk", "prøve.ntr")
    assert (checked.exit_code, checked.stderr) == (1, "")
    assert checked.stdout == f"prøve.ntr: ville bli endret\n{STAYS}"
    assert rules.read_text("utf-8") == OLD
    written = ntr("formater", "--nye-former", "prøve.ntr")
    assert (written.exit_code, written.stdout) == (0, f"prøve.ntr: endret\n{STAYS}")
    assert rules.read_text("utf-8") == NEW
    again = ntr("formater", "--nye-former", "--sjekk", "prøve.ntr")
    assert (again.exit_code, again.stdout) == (0, STAYS)


def test_without_it_clauses_stay(ntr: Ntr, rules: Path) -> None:
    """The formatter alone changes no form."""
    assert ntr("formater", "prøve.ntr").exit_code == 0
    assert rules.read_text("utf-8") == OLD


def test_line_ends_and_mark_are_kept(ntr: Ntr, rules: Path) -> None:
    """The rest of the file is as it was, to the byte."""
    rules.write_bytes(b"\xef\xbb\xbf" + rules.read_bytes().replace(b"\n", b"\r\n"))
    ntr("formater", "--nye-former", "prøve.ntr")
    after = rules.read_bytes()
    assert after == b"\xef\xbb\xbf" + NEW.replace(
        "\n", "\r\n").encode()  # fmt: skip


@pytest.mark.parametrize(("file", "text"), [
    ("prøve.ntr", "minst 2"), ("ord.ntr", "er tekst"), ("ord.ntr", "regelverk ord"),
])  # fmt: skip
def test_a_faulty_rulebook_is_left_as_it_is(ntr: Ntr, rules: Path, file: str, text: str) -> None:
    """Also where the fault is in a file that it builds on: then nobody knows what is the same."""
    path = rules.parent / file
    path.write_text(path.read_text("utf-8").replace(text, "tull og tøys"), "utf-8")
    before = rules.read_text("utf-8")
    done = ntr("formater", "--nye-former", "prøve.ntr")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "feil[NTR" in done.stderr
    assert done.stderr.endswith("prøve.ntr er ikke endret.\n")
    assert rules.read_text("utf-8") == before


def test_a_folder_is_written_file_by_file(ntr: Ntr, rules: Path) -> None:
    """Those that hold words alone have nothing to write anew."""
    ntr("formater", str(rules.parent / "ord.ntr"))
    done = ntr("formater", "--nye-former", "--sjekk", str(rules.parent))
    assert done.stdout.startswith("prøve.ntr: ville bli endret\n")
    assert "ord.ntr" not in done.stdout


def test_the_shipped_rules_are_in_the_newer_forms(ntr: Ntr) -> None:
    """There is nothing to write anew, and nothing that stays for want of a word."""
    done = ntr("formater", "--nye-former", "--sjekk")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "")


def test_the_help_says_what_it_does(ntr: Ntr) -> None:
    """In the words of the command."""
    assert "--nye-former" in ntr("formater", "--hjelp").stdout
