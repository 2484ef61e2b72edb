"""`ntr dekning`: what it says, how it ends, and that it fails in both directions."""

import csv
import json
import shutil
from pathlib import Path

import pytest

from hjemmel.resources import folder as shipped
from hjemmel.traceability.fingerprints import fingerprint
from hjemmel.words.outcomes import LEADS
from support.command_line import Ntr
from support.whole_account import Whole, write_whole

BESIDE = ("legges det til grunn at", "da følger det at")
"""How what is presumed, and what follows, is read back."""
HEADING = "id\tkilde\tsted\tdel\tfingeravtrykk"


@pytest.fixture
def rules(folder: Path) -> Path:
    """A copy of the rules, with an account of which nothing is wanting."""
    return Path(shutil.copytree(shipped("rules"), folder / "regler"))


@pytest.fixture(autouse=True)
def whole(rules: Path) -> Whole:
    """What that account comes to."""
    return write_whole(rules / "kilder")


def book(rules: Path) -> str:
    """The rulebook of the copy by its path."""
    return str(rules / "forskrift_kap4.ntr")


def replaced(path: Path, old: str, new: str) -> None:
    """Change a file in one place."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def invented(rules: Path, folder: Path) -> Path:
    """Texts of our own: the copy's account has their fingerprints, so they read as before."""
    place = rules / "kilder" / "setninger.tsv"
    rows = [line.split("\t") for line in place.read_text(encoding="utf-8").splitlines()[1:]]
    texts = {row[0]: f"Oppdiktet setning «{row[0]}»." for row in rows}
    lines = ["\t".join([*row[:4], fingerprint(texts[row[0]])]) for row in rows]
    place.write_text("\n".join([HEADING, *lines]) + "\n", encoding="utf-8")
    (folder / "kilde").mkdir()
    return told(folder / "kilde" / "setninger.tsv", texts)


def told(path: Path, texts: dict[str, str]) -> Path:
    """Write texts as a file of sources."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter="\t").writerows([("id", "tekst"), *texts.items()])
    return path


def known(path: Path) -> dict[str, str]:
    """The texts of a file of sources."""
    with path.open(encoding="utf-8", newline="") as file:
        return dict(list(csv.reader(file, delimiter="\t"))[1:])


def test_an_account_in_which_nothing_is_wanting(ntr: Ntr, rules: Path, whole: Whole) -> None:
    """One line, and nothing found."""
    found = ntr("dekning", "--regelverk", book(rules))
    assert (found.output, found.exit_code) == (whole.line, 0)


def test_one_rulebook_is_held_against_all_of_it(ntr: Ntr, rules: Path, whole: Whole) -> None:
    """What the account is of, does not depend on which of its rulebooks is named."""
    for each in ("erne.ntr", "forskrift_kap4.ntr"):
        assert ntr("dekning", "--regelverk", str(rules / each)).output == whole.line


def test_a_norm_that_is_not_written(ntr: Ntr, rules: Path, whole: Whole) -> None:
    """It is counted as missing, and its sentence waits for it and is not accounted for."""
    with (rules / "kilder" / "normer.tsv").open("a", encoding="utf-8") as file:
        file.write("9/ny\tpkt. 3\tV3#1\t\tveileder\tkrav\n")
    aside = rules / "kilder" / "utenfor.tsv"
    kept = [each for each in aside.read_text("utf-8").splitlines() if not each.startswith("V3#1\t")]
    aside.write_text("\n".join(kept) + "\n", encoding="utf-8")
    found = ntr("dekning", "--regelverk", book(rules))
    assert found.exit_code == 1
    assert f"1 venter på en norm; {whole.norms} av {whole.norms + 1} normer" in found.output
    assert "\n  V3#1  veilederen pkt. 3 nr. 1 · venter på 9/ny\n" in found.output
    assert "Normer som ikke er skrevet ennå\n  9/ny  etter V3#1\n" in found.output


def test_what_is_only_cited_is_told_apart(ntr: Ntr, rules: Path, whole: Whole) -> None:
    """A sentence moved to «jf.» is modelled no more, and its norm misses it."""
    replaced(rules / "forskrift_kap4.ntr", "etter veilederen pkt. 4.4 nr. 3\n",
             "etter veilederen pkt. 4.4 nr. 4, jf. veilederen pkt. 4.4 nr. 3\n")  # fmt: skip
    found = ntr("dekning", "--regelverk", book(rules))
    assert found.exit_code == 1
    assert f"{whole.modelled - 1} modellert, {whole.mentioned + 1} bare sitert" in found.output
    assert "\n  4-4/avgrenset-til-tildelt-del  V4.4#3 (bare nevnt)\n" in found.output


def test_a_citation_taken_away(ntr: Ntr, rules: Path, whole: Whole) -> None:
    """The sentence and the norm are named."""
    replaced(rules / "forskrift_kap4.ntr", "etter veilederen pkt. 4.4 nr. 3\n",
             "etter veilederen pkt. 4.4 nr. 4\n")  # fmt: skip
    found = ntr("dekning", "--regelverk", book(rules))
    assert found.exit_code == 1
    less = f"{whole.sentences - 1} av {whole.sentences} setninger gjort rede for"
    assert found.output.startswith(f"{less}: {whole.modelled - 1} modellert")
    assert (
        "\n  V4.4#3  veilederen pkt. 4.4 nr. 3 · venter på 4-4/avgrenset-til-tildelt-del\n"
        in found.output
    )
    assert "\n  4-4/avgrenset-til-tildelt-del  V4.4#3\n" in found.output


def test_a_sentence_added(ntr: Ntr, rules: Path, whole: Whole) -> None:
    """It is named, and the account says how many there are."""
    with (rules / "kilder" / "setninger.tsv").open("a", encoding="utf-8") as file:
        file.write("V4.2#5\tveileder\tpkt. 4.2\t5\t0123456789abcdef\n")
    found = ntr("dekning", "--regelverk", book(rules))
    assert found.exit_code == 1
    assert found.output.startswith(f"{whole.sentences} av {whole.sentences + 1} setninger")
    assert "\n  V4.2#5  veilederen pkt. 4.2 nr. 5\n" in found.output


def test_a_norm_taken_away(ntr: Ntr, rules: Path) -> None:
    """Told as missing under the id it had, and as new under the one it has."""
    replaced(rules / "forskrift_kap4.ntr", "kjennemerke   4-4/oppgave-7",
             "kjennemerke   4-4/sjuende")  # fmt: skip
    found = ntr("dekning", "--regelverk", book(rules), "--format", "json")
    told_of = {(each["art"], each["id"]) for each in json.loads(found.output)["funn"]}
    assert found.exit_code == 1
    assert ("norm mangler", "4-4/oppgave-7") in told_of
    assert ("norm som ikke er ført opp", "4-4/sjuende") in told_of


def test_a_reason_taken_away_or_one_too_many(ntr: Ntr, rules: Path) -> None:
    """A sentence is accounted for once."""
    replaced(rules / "kilder" / "utenfor.tsv", "V3#5\t", "V3#6\t")
    found = ntr("dekning", "--regelverk", book(rules))
    assert found.exit_code == 1
    assert "V3#5  veilederen pkt. 3 nr. 5" in found.output
    assert (
        "V3#6  satt til side som innledning, men modellert · se 3/forskrift-og-føringer"
        in found.output
    )


def test_texts_that_read_as_before(ntr: Ntr, rules: Path, invented: Path, whole: Whole) -> None:
    """By file or by folder."""
    for place in (invented, invented.parent):
        found = ntr("dekning", "--regelverk", book(rules), "--kilde", str(place))
        all_of_them = f"{whole.sentences} av {whole.sentences}"
        assert found.output == f"{whole.line}{all_of_them} setninger leses som før i kilden\n"
        assert found.exit_code == 0


def test_a_sentence_that_has_changed(ntr: Ntr, rules: Path, invented: Path, whole: Whole) -> None:
    """The norms to look at, and the fingerprint to write down."""
    told(invented, known(invented) | {"V2#4": "Noe helt annet."})
    found = ntr("dekning", "--regelverk", book(rules), "--kilde", str(invented))
    assert found.exit_code == 1
    same = f"{whole.sentences - 1} av {whole.sentences}"
    assert f"{same} setninger leses som før" in found.output
    assert (f"V2#4  veilederen pkt. 2 nr. 4 · fingeravtrykk {fingerprint('Noe helt annet.')}"
            " · se 2/flerregional-én-tjeneste, 4-2/to-helseforetak, 4-2/to-helseregioner\n"
            ) in found.output  # fmt: skip


def test_a_sentence_gone_and_one_new(ntr: Ntr, rules: Path, invented: Path) -> None:
    """Both ways."""
    texts = known(invented)
    del texts["V5.3#26"]
    told(invented, texts | {"V4.2#5": "Ny."})
    found = ntr("dekning", "--regelverk", book(rules), "--kilde", str(invented))
    assert found.exit_code == 1
    assert "\n  V4.2#5  ved det som var V4.2#4 · " in found.output
    assert "\n  V5.3#26  veilederen pkt. 5.3 nr. 26 · se ern/partner-myndighet" in found.output


def test_texts_of_something_else(ntr: Ntr, folder: Path, whole: Whole) -> None:
    """The shipped account does not take other texts for its own."""
    other = told(folder / "annet.tsv", {"V2#4": "Noe helt annet."})
    found = ntr("dekning", "--kilde", str(other))
    assert found.exit_code == 1
    assert f"\n0 av {whole.sentences} setninger leses som før" in found.output


def test_sentence_beside_rule(ntr: Ntr, rules: Path, invented: Path, whole: Whole) -> None:
    """The text, and what the program has understood of it; or why there is nothing."""
    found = ntr("dekning", "--regelverk", book(rules), "--kilde", str(invented), "--vis").output
    assert (
        "V4.6#2  veilederen pkt. 4.6 nr. 2\n"
        "  «Oppdiktet setning «V4.6#2».»\n"
        "  → forbud «mot pasientbehandling» (4-6/ikke-pasientbehandling)\n"
        "    Forbudet gjelder når tjenestens type er nasjonal kompetansetjeneste og ((tjenesten er "
        "godkjent og tjenesten ikke er avviklet) og tjenesten er opprettet).\n"
        "    Forbudet er brutt når tjenesten driver pasientbehandling eller (tjenesten utreder "
        "enkeltpasienter, med forbehold for spørsmålet «Er utredning av enkeltpasienter "
        "behandling?»).\n"
    ) in found
    assert "  → Satt til side: innledning. Leder inn" in found
    assert whole.line in found


def test_every_norm_is_read_back(ntr: Ntr) -> None:
    """Each norm beside a sentence says what it takes."""
    found = ntr("dekning", "--vis", "--format", "json")
    read = [lines for line in json.loads(found.output)["linjer"] for lines in line["lest"].values()]
    assert len(read) > 215
    for named, *asked in read:
        assert named
        assert any(lead in each.lower() for lead in (*LEADS, *BESIDE) for each in asked)


def test_json(ntr: Ntr, rules: Path, whole: Whole) -> None:
    """The same figures, and a line for every sentence."""
    found = json.loads(ntr("dekning", "--regelverk", book(rules), "--format", "json").output)
    total, norms, cited = whole.sentences, whole.norms, whole.modelled + whole.mentioned
    assert found["setninger"] == {
        "i_alt": total, "gjort_rede_for": total, "sitert": cited, "modellert": whole.modelled,
        "bare_sitert": whole.mentioned, "satt_til_side": total - cited, "venter": 0,
    }  # fmt: skip
    assert found["normer"] == {
        "ventet": norms, "funnet": norms, "med_deler": norms, "uten_setning": 0
    }  # fmt: skip
    assert (found["fingeravtrykk"], found["funn"], len(found["linjer"])) == (None, [], total)
    assert found["linjer"][0]["grunn"] == "formål"
    assert "tekst" not in found["linjer"][0]


@pytest.mark.parametrize(
    ("file", "line", "said"),
    [
        ("setninger.tsv", "x", "1 felt, men overskriften har 5"),
        ("utenfor.tsv", "V1#1\tformål\tIgjen.", "V1#1 står to ganger"),
        ("normer.tsv", "4-9/ny\t§ 4-9\tF4-1#1\t\tforskrift\tkrv", "«krv» er ukjent"),
    ],
)
def test_an_account_that_cannot_be_read(
    ntr: Ntr, rules: Path, file: str, line: str, said: str
) -> None:
    """The line is named, and nothing is judged."""
    number = len((rules / "kilder" / file).read_text(encoding="utf-8").splitlines()) + 1
    with (rules / "kilder" / file).open("a", encoding="utf-8") as opened:
        opened.write(f"{line}\n")
    found = ntr("dekning", "--regelverk", book(rules))
    assert (found.exit_code, found.stdout) == (2, "")
    assert f"{file}, linje {number}: {said}" in found.stderr


def test_a_source_that_is_not_there(ntr: Ntr) -> None:
    """Unreadable input."""
    found = ntr("dekning", "--kilde", "nei.tsv")
    assert found.exit_code == 2
    assert "nei.tsv: filen finnes ikke" in found.stderr


OWN = """regelverk min

opplysninger om søknad, søknaden, søknadens
  opplysning komplett er ja eller nei, oppgis av søkeren

§ 1-1 Prøve

krav x, etter forskrift § 1-1 første ledd
  oppfylt når søknaden er komplett
"""
LISTS = {
    "setninger.tsv": f"{HEADING}\nF1-1#1\tforskrift\t§ 1-1\tførste ledd\t0123456789abcdef\n",
    "utenfor.tsv": "id\tgrunn\tmerknad\n",
    "normer.tsv": "id\tsted\tsetninger\tnivå\tslag\n1-1/x\t§ 1-1\tF1-1#1\tforskrift\tkrav\n",
}


@pytest.fixture
def own(folder: Path) -> Path:
    """A rulebook of one's own in a folder of its own, with its lists."""
    place = folder / "mine" / "kilder"
    place.mkdir(parents=True)
    (place.parent / "min.ntr").write_text(OWN, encoding="utf-8")
    for name, text in LISTS.items():
        (place / name).write_text(text, encoding="utf-8")
    return place


def test_a_rulebook_of_ones_own_is_held_against_its_own_lists(ntr: Ntr, own: Path) -> None:
    """And against nothing else."""
    found = ntr("dekning", "--regelverk", "mine/min.ntr")
    assert found.exit_code == 0
    assert found.output.startswith("1 av 1 setninger gjort rede for: 1 modellert")
    assert "1 av 1 normer" in found.output


@pytest.mark.parametrize(
    ("file", "line", "said"),
    [
        ("setninger.tsv", "F1-1#2\tforskrift\t§ 1-1\tandre ledd\t0123456789abcdef",
         "Setninger uten norm og uten grunn\n  F1-1#2  forskrift § 1-1 andre ledd"),
        ("normer.tsv", "1-1/y\t§ 1-1\tF1-1#1\tforskrift\tkrav",
         "Normer som ikke er skrevet ennå\n  1-1/y  "),
        ("utenfor.tsv", "F1-1#1\tformål\tSier hvorfor.",
         "Setninger som er både modellert og satt til side\n  F1-1#1"),
    ],
)  # fmt: skip
def test_a_rulebook_of_ones_own_that_lacks_something(
    ntr: Ntr, own: Path, file: str, line: str, said: str
) -> None:
    """From the sentences to the norms."""
    with (own / file).open("a", encoding="utf-8") as opened:
        opened.write(f"{line}\n")
    found = ntr("dekning", "--regelverk", "mine/min.ntr")
    assert found.exit_code == 1
    assert said in found.output


def test_a_norm_of_ones_own_that_is_not_on_the_list(ntr: Ntr, own: Path) -> None:
    """And from the norms to the sentences."""
    with (own.parent / "min.ntr").open("a", encoding="utf-8") as opened:
        opened.write("\n" + OWN[OWN.index("krav x") :].replace("krav x", "krav y"))
    found = ntr("dekning", "--regelverk", "mine/min.ntr")
    assert found.exit_code == 1
    assert "Normer som ikke er ført opp\n  1-1/y" in found.output


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        (LISTS, "«min» har ingen lister over setningene i kildene sine"),
        (["normer.tsv"], "listene over setningene i kildene er ikke hele: normer.tsv mangler"),
        (["setninger.tsv"], "ikke hele: setninger.tsv mangler"),
    ],
)
def test_rules_without_lists(ntr: Ntr, own: Path, missing: list[str], said: str) -> None:
    """What is missing, where it should be, and how each file begins."""
    for name in missing:
        (own / name).unlink()
    found = ntr("dekning", "--regelverk", "mine/min.ntr")
    assert (found.exit_code, found.stdout) == (2, "")
    assert said in found.stderr
    assert f"i mappen {Path('mine', 'kilder')}" in found.stderr
    for name in LISTS:
        assert (f"    {name}: " in found.stderr) == (name in missing)
    assert ("\n      id sted setninger nivå slag" in found.stderr) == ("normer.tsv" in missing)


@pytest.mark.parametrize(
    ("asked", "said"),
    [("nei", "fant ikke regelverket «nei»"), ("nei.ntr", "nei.ntr: filen finnes ikke")],
)
def test_rules_that_are_not_there(ntr: Ntr, asked: str, said: str) -> None:
    """Before anybody is asked to write lists for them."""
    found = ntr("dekning", "--regelverk", asked)
    assert found.exit_code == 2
    assert said in found.stderr


@pytest.mark.parametrize("command", ["kontroller", "dekning"])
@pytest.mark.parametrize("content", [b"x\n\n", "id\tkilde\næ".encode("latin-1"), b""])
def test_lists_that_cannot_be_read(ntr: Ntr, own: Path, command: str, content: bytes) -> None:
    """Whichever command looks at them."""
    (own / "setninger.tsv").write_bytes(content)
    options = ["--regelverk"] if command == "dekning" else []
    found = ntr(command, *options, "mine/min.ntr")
    assert (found.exit_code, found.stdout) == (2, "")
    assert "setninger.tsv" in found.stderr
    assert "hjelp: " in found.stderr
