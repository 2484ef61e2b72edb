"""The draft of the law: it can be used, its cases hold, and it accounts for every sentence."""

from pathlib import Path

from support.command_line import Ntr

DRAFT = Path(__file__).parents[2] / "utkast"
RULES = str(DRAFT / "regler")


def test_its_rules_are_sound(ntr: Ntr) -> None:
    """Not even a warning."""
    told = ntr("kontroller", RULES)
    assert (told.exit_code, told.output.count("ingen feil")) == (0, 1)


def test_its_cases_hold(ntr: Ntr) -> None:
    """Every expectation, and every text is as it is written now."""
    told = ntr("test", str(DRAFT / "saker"), "--regelverk", RULES)
    assert told.exit_code == 0, told.output[-2000:]


def test_it_accounts_for_the_sources(ntr: Ntr) -> None:
    """Every sentence, and every norm of the inventory is written."""
    told = ntr("dekning", "--regelverk", RULES)
    assert told.output.startswith("254 av 254 setninger gjort rede for")
    assert "191 av 191 normer" in told.output


def test_its_portfolio_is_shown_on_one_screen(ntr: Ntr, folder: Path) -> None:
    """Thirty lines with a rule, the kinds of answer, the span of a boundary and the portfolio."""
    data = DRAFT / "data"
    told = ntr("omvisning", str(data / "omvisning.jsonl"), str(data / "portefolje.jsonl"),
               "--per", "2024-06-01", "--regelverk", RULES, "--les", "4-2/to-helseregioner",
               "--vis", "4-1/rett-mottaker", "--vis", "4-2/to-helseregioner", "--vis",
               "ern/fullverdig-søker", "--rapport", str(folder / "side.html"))  # fmt: skip
    assert told.exit_code == 0, told.output
    words = {line.strip().split("  ")[0] for line in told.output.splitlines()}
    assert {"oppfylt", "FRAVEKET", "BRUTT", "uavklart"} <= words
    assert "mellom 1. januar 2024 og 5. april 2024" in told.output
