"""A row of a result explained: as the case itself would be, and as it was judged."""

import json
from pathlib import Path

import pytest

from support.archives import PER, judged
from support.command_line import Ntr
from support.tables import Row, as_texts, table


@pytest.mark.usefixtures("alone")
def test_a_row_is_explained_as_it_was_judged(ntr: Ntr) -> None:
    """With or without what is taken as given, and by what columns were said to mean."""
    Path("saker.csv").write_text("Saksnr;tjeneste.type\nA;nasjonal behandlingstjeneste\n", "utf-8")
    Path("kolonner.tsv").write_text("kolonne\tleses som\nSaksnr\tsak\n", "utf-8")
    said = ("--kolonner", "kolonner.tsv")
    norm = ("--norm", "ern/fullverdig-søker")
    judged(ntr, "saker.csv", more=(*PER, *said, "--uten-formodninger"))
    explained = ntr("forklar", "ut", "--sak", "A", *norm, *said)
    by_itself = ntr("forklar", "saker.csv", *norm, *said, *PER, "--uten-formodninger")
    assert explained.stdout == by_itself.stdout
    assert by_itself.stdout != ntr("forklar", "saker.csv", *norm, *said, *PER).stdout
    refused = ntr("forklar", "ut", "--sak", "A", *norm)
    assert refused.exit_code == 2
    assert "en annen --kolonner" in refused.stderr


@pytest.mark.usefixtures("alone")
def test_a_row_is_explained_as_the_case_itself_would_be(ntr: Ntr, rows: list[Row]) -> None:
    """From the tables alone."""
    table(rows)
    judged(ntr, "saker.parquet")
    norm = ("--norm", "4-2/to-helseregioner")
    for row in rows[:100:20]:
        case = Path("alene.json")
        case.write_text(json.dumps(as_texts(row), ensure_ascii=False), "utf-8")
        by_itself = ntr("forklar", "alene.json", *norm, *PER).stdout
        explained = ntr("forklar", "ut", "--sak", row["sak"], *norm).stdout
        assert explained == by_itself


@pytest.mark.usefixtures("alone")
def test_without_its_table_a_row_says_what_it_says_itself(ntr: Ntr, rows: list[Row]) -> None:
    """How the norm stands, what decided it, and what is missing."""
    table([{"sak": "A", "tjeneste": {"type": "nasjonal behandlingstjeneste"}}])
    judged(ntr, "saker.parquet")
    Path("saker.parquet").unlink()
    done = ntr("forklar", "ut", "--sak", "A", "--norm", "4-2/ett-helseforetak")
    assert "borte eller endret" in done.stderr
    assert "4-2/ett-helseforetak: uavklart" in done.stdout
    assert "avgjør: om saken har tjeneste, vurderingsdagen, " in done.stdout
    assert "mangler: tjeneste.godkjent" in done.stdout


@pytest.mark.usefixtures("alone")
def test_a_row_that_is_not_there_is_told(ntr: Ntr, rows: list[Row]) -> None:
    """Also a folder that is no result, and a case that is not named."""
    table(rows[:2])
    judged(ntr, "saker.parquet", more=(*PER, "--norm", "4-2"))
    norm = ("--norm", "4-2/to-helseregioner")
    for arguments, told in (
        (("ut", "--sak", "borte", *norm), "ingen sak som heter «borte»"),
        (("ut", *norm), "hvilken sak"),
        ((".", "--sak", "S-1", *norm), "er ikke et resultat"),
        (("ut", "--sak", "S-1", "--norm", "ern/fullverdig-søker"), "har ikke normen"),
        (("sak.json", "--sak", "S-1", *norm), "--sak gjelder bare"),
        (("ut", "--sak", "S-1", *norm, *PER), "ta bort --per"),
        (("ut", "--sak", "S-1", *norm, "--uten-formodninger"), "ta bort --per og --uten"),
    ):
        done = ntr("forklar", *arguments)
        assert done.exit_code == 2
        assert told in done.stderr
