"""Of a table no more is read than what the chosen norms ask for, and the answers are the same."""

from collections.abc import Callable
from pathlib import Path
from shutil import rmtree

import pytest

from support.archives import PER, answers, judged, one_at_a_time, result
from support.command_line import Ntr
from support.tables import Row, flat, portfolio, table, with_oddities

CHOSEN = (("4-2/to-helseregioner",), ("4-4/oppgave-8", "ern/evaluert"), ("3/privat-ideell-avtale",))
SOME = 30


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize("told", [list, with_oddities, flat, portfolio])
def test_answers_are_those_of_one_case_at_a_time(
    ntr: Ntr, rows: list[Row], told: Callable[[list[Row]], list[Row]]
) -> None:
    """Also where facts follow from others, are taken as given, or are known to a register."""
    table(told(rows)[:SOME])
    for norms in CHOSEN:
        chosen = (*PER, *(word for norm in norms for word in ("--norm", norm)))
        judged(ntr, "saker.parquet", more=chosen)
        expected = one_at_a_time(ntr, "saker.parquet", *chosen)
        assert expected
        assert answers(result()) == expected
        rmtree("ut")


@pytest.mark.usefixtures("alone")
def test_what_nobody_asks_for_is_not_read(ntr: Ntr) -> None:
    """A cell that is wrong costs nothing where no norm asks for it, and the summary says so."""
    table([{"sak": "A", "tjeneste": {"type": "annen tjeneste", "virketid": "lenge"}}])
    done = judged(ntr, "saker.parquet", more=(*PER, "--norm", "2/fellesbetegnelse"))
    assert "er bare det normene som er valgt, spør om, lest" in done.stdout
    assert "lenge" not in done.output
    assert [each["2/fellesbetegnelse"] for each in result()] == ["holder ikke"]
    rmtree("ut")
    done = judged(ntr, "saker.parquet", more=PER)
    assert "er bare det normene som er valgt" not in done.stdout
    assert "lenge" in Path("ut/del-00000-ikke-lest.jsonl").read_text("utf-8")


@pytest.mark.usefixtures("alone")
def test_rows_called_the_same_are_counted(ntr: Ntr) -> None:
    """Each that is called as one before it; the day of each may be another."""
    table([{"sak": name, "tjeneste": {"type": "annen tjeneste"}} for name in "ABACAB"])
    done = judged(ntr, "saker.parquet", more=(*PER, "--norm", "2/fellesbetegnelse"))
    assert "3 rader heter det samme som en annen" in done.output
