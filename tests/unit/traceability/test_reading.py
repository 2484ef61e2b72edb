"""The files of the account are read strictly: what cannot be understood is named by its line."""

from collections.abc import Callable
from pathlib import Path

import pytest

from hjemmel.core.program import Kind
from hjemmel.traceability.ledger import Expected, Ground, Ledger, SetAside
from hjemmel.traceability.reading import Unreadable, read_ledger, read_texts
from support.invented_account import FILES

Written = Callable[..., Path]
SENTENCES, ASIDE, NORMS = FILES["setninger.tsv"], FILES["utenfor.tsv"], FILES["normer.tsv"]


def test_a_readable_account(written: Written) -> None:
    """Places as a lawyer writes them, the reason, and the norm with what it presumes."""
    found = read_ledger(written())
    assert isinstance(found, Ledger)
    assert [each.place for each in found.sentences.values()] == [
        "veileder pkt. 1 nr. 1", "forskrift § 4-1 første ledd", "forskrift § 4-4"
    ]  # fmt: skip
    assert found.set_aside == {"V1#1": SetAside(Ground.REPETITION, "Sier det samme.", "F4-1#1")}
    assert found.expected == (
        Expected("4-1/en", ("F4-1#1", "V1#1"), "forskrift", Kind.DEADLINE, presumed=True),
    )


def test_what_a_norm_only_mentions_is_among_its_sentences(written: Written) -> None:
    """The column may be left out; then all are modelled."""
    norms = NORMS.replace("setninger\t", "setninger\tsitert\t").replace("V1#1\t", "V1#1\tV1#1\t")
    found = read_ledger(written(normer=norms))
    assert isinstance(found, Ledger)
    (norm,) = found.expected
    assert (norm.modelled, norm.mentioned) == (("F4-1#1",), ("V1#1",))


def test_a_part_says_of_what_in_its_place(written: Written) -> None:
    """Only the place tells it from a norm of its own, whose id may begin with another's."""
    line = NORMS.splitlines()[1]
    part = line.replace("4-1/en", "4-1/en-del").replace("\t", "\tdel av 4-1/en, ", 1)
    found = read_ledger(written(normer=f"{NORMS}{part}\n"))
    assert isinstance(found, Ledger)
    assert [each.is_part for each in found.expected] == [False, True]


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("setninger", SENTENCES.replace("sted", "plass"), "linje 1: overskriften mangler"),
        ("setninger", "", "linje 0: overskriften mangler"),
        ("setninger", SENTENCES + "\n", "linje 5: 0 felt, men overskriften har 5"),
        ("setninger", SENTENCES.replace("F4-4#1", "V1#1"), "linje 4: V1#1 står to ganger"),
        ("setninger", SENTENCES.replace("V1#1", "V1"), "linje 2: «V1» er ingen id"),
        ("setninger", SENTENCES.replace("veileder", " "), "kilden mangler"),
        ("setninger", SENTENCES.replace("\t1\t", "\tén\t"), "linje 2: «én» er ingen del av"),
        ("setninger", SENTENCES.replace("cdef", "CDEF"), "er ikke et fingeravtrykk"),
        ("utenfor", ASIDE.replace("gjentar F4-1#1", "gjentar"), "«gjentar» er ingen grunn"),
        ("utenfor", ASIDE.replace("gjentar F", "formål F"), "«formål F4-1#1» er ingen grunn"),
        ("utenfor", ASIDE.replace("gjentar F4-1#1", "annet"), "«annet» er ukjent under «grunn»"),
        ("utenfor", ASIDE.replace("Sier det samme.", " "), "linje 2: merknaden mangler"),
        (
            "utenfor",
            ASIDE.replace("Sier", "Sier\u2028F4-1#1"),
            "linje 2: her står et skjult linjeskift",
        ),
        ("normer", NORMS.replace("4-1/en", "4-1/\u0435n"), "linje 2: her står et forvekslingstegn"),
        ("utenfor", ASIDE.replace("Sier", '"Sier'), "anførselstegn mangler sin make"),
        ("normer", NORMS.replace("4-1/en", ""), "linje 2: «» er ingen id"),
        ("normer", NORMS.replace("F4-1#1 V1#1", ""), "«» er ingen setning"),
        ("normer", NORMS.replace("V1#1", "V1#a"), "«V1#a» er ingen setning"),
        (
            "normer",
            NORMS.replace("setninger\t", "setninger\tsitert\t").replace("V1#1\t", "V1#1\tV1#2\t"),
            "«V1#2» er nevnt, men står ikke under «setninger»",
        ),
        ("normer", NORMS.replace("frist", "ønske"), "«ønske» er ukjent under «slag»"),
    ],
)
def test_what_cannot_be_understood(written: Written, file: str, text: str, said: str) -> None:
    """The file, the line, what is wrong with it and what to do."""
    found = read_ledger(written(**{file: text}))
    assert isinstance(found, Unreadable)
    assert f"{file}.tsv" in found.reason
    assert said in found.reason
    assert found.help


def test_a_file_that_is_not_there(written: Written) -> None:
    """It is named."""
    folder = written()
    (folder / "utenfor.tsv").unlink()
    found = read_ledger(folder)
    assert isinstance(found, Unreadable)
    assert "utenfor.tsv: filen finnes ikke" in found.reason


def test_texts_from_a_file_or_its_folder(tmp_path: Path) -> None:
    """Other columns are of no matter, and a text may hold quotation marks."""
    path = tmp_path / "setninger.tsv"
    path.write_text('\ufeffid\tx\ttekst\nV1#1\t\t"Kalt ""to""."\n', encoding="utf-8")
    assert read_texts(path) == read_texts(tmp_path) == {"V1#1": 'Kalt "to".'}


def test_texts_in_another_encoding(tmp_path: Path) -> None:
    """Said, not guessed."""
    path = tmp_path / "kilde.tsv"
    path.write_bytes("id\ttekst\nV1#1\tå\n".encode("latin-1"))
    found = read_texts(path)
    assert isinstance(found, Unreadable)
    assert "UTF-8" in found.reason
