"""Cases are read, judged and written one at a time."""

import gc
import json
import os
import subprocess
import sys
import weakref
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from hjemmel.backends.presuming import Presuming
from hjemmel.case.statements import Case
from hjemmel.explain.judge import Judge
from support.command_line import CASE, ENGINE, MET, Ntr

ONE = ("--norm", "4-2/to-helseregioner")
MANY, ALIVE = 200, 4
"""So many cases may be held at a time, by whoever reads, judges or writes one."""
KILLED = """
import os, sys
from hjemmel.cli import main
from hjemmel.explain.judge import Judge
judge, judged = Judge.judged, []
def killed(*given):
    judged.append(1)
    if len(judged) == 30:
        os._exit(9)
    return judge(*given)
Judge.judged = killed
main(sys.argv[1:], prog_name="ntr")
"""


def lines(count: int) -> Iterator[str]:
    """So many cases, every other of which is met, as lines of JSON."""
    for number in range(count):
        said = CASE["tjeneste"] if number % 2 else MET
        case = CASE | {"sak": f"S-{number}", "tittel": f"Nr. {number}", "tjeneste": said}
        yield json.dumps(case, ensure_ascii=False) + "\n"


def table(count: int) -> Iterator[str]:
    """So many cases as rows of a table."""
    yield "sak;vurderingsdato;tjeneste.type;tjeneste.godkjent;tjeneste.steder.helseregion\n"
    for number in range(count):
        regions = "Helse Vest; Helse Nord" if number % 2 else "Helse Vest; Helse Vest"
        yield f'S-{number};2024-05-01;flerregional behandlingstjeneste;ja;"{regions}"\n'


@pytest.fixture(autouse=True)
def files(folder: Path) -> Path:
    """Many cases in two formats."""
    (folder / "alle.jsonl").write_text("".join(lines(MANY)), "utf-8")
    (folder / "alle.csv").write_text("".join(table(MANY)), "utf-8")
    return folder


@pytest.mark.parametrize("name", ["alle.jsonl", "alle.csv"])
@pytest.mark.parametrize("form", ["csv", "jsonl", "json", "tekst"])
def test_at_most_a_few_cases_are_held(
    ntr: Ntr, monkeypatch: pytest.MonkeyPatch, name: str, form: str
) -> None:
    """However many there are; and the observations and valuations of each go with it."""
    alive: list[weakref.ref[object]] = []
    most, seen = 0, 0
    observe = Presuming.observe

    def counted(presuming: Presuming, case: Case, day: date) -> object:
        nonlocal most, seen
        observation = observe(presuming, case, day)
        alive[:] = [each for each in alive if each() is not None]
        alive.extend((weakref.ref(case), weakref.ref(observation)))
        seen += 1
        if seen % 50 == 0:
            gc.collect()
            most = max(most, sum(each() is not None for each in alive))
        return observation

    monkeypatch.setattr(Presuming, "observe", counted)
    assert ntr("vurder", name, "--format", form, "--ut", "svar", *ONE).exit_code == 1
    assert seen == MANY
    assert 0 < most <= 2 * ALIVE


@pytest.mark.parametrize("form", ["csv", "jsonl", "json"])
def test_the_first_answer_comes_before_the_last_case_is_read(folder: Path, form: str) -> None:
    """Whoever reads them need not wait; and who has seen enough stops the rest."""
    command = [sys.executable, "-m", "hjemmel", "vurder", "alle.jsonl", "--format", form, *ONE]
    with subprocess.Popen(
        command, env=os.environ | {"PYTHONPATH": str(ENGINE)}, cwd=folder,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as child:  # fmt: skip
        assert child.stdout is not None
        assert child.stderr is not None
        assert child.stdout.read(40)
        child.stdout.close()
        assert child.wait() == 141
        assert child.stderr.read() == b""


@pytest.mark.parametrize("form", ["csv", "jsonl", "json"])
def test_killed_in_the_middle_the_old_file_is_left(files: Path, form: str, tmp_path: Path) -> None:
    """A half one never looks whole."""
    (files / "svar").write_text("gammelt", "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", KILLED, "vurder", "alle.jsonl", "--format", form, "--ut", "svar"],
        env=os.environ | {"PYTHONPATH": str(ENGINE), "HJEMMEL_CACHE": str(tmp_path / "ny")},
        check=False,
    )
    assert done.returncode == 9
    assert (files / "svar").read_text("utf-8") == "gammelt"


@pytest.mark.parametrize("form", ["csv", "jsonl", "json"])
def test_a_disk_that_fills_in_the_middle(
    ntr: Ntr, files: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    """The old file is left, and nothing beside it."""
    (files / "svar").write_text("gammelt", "utf-8")
    ntr("vurder", "sak.json")  # fills the cache, which is written too
    before = sorted(each.name for each in files.iterdir())
    write, written = os.write, []

    def filling(file: int, content: bytes) -> int:
        written.append(content)
        if len(written) > 30:
            raise OSError(28, "full")
        return write(file, content)

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", filling)
        done = ntr("vurder", "alle.jsonl", "--format", form, "--ut", "svar", *ONE)
    assert done.exit_code == 2
    assert "kan ikke skrive til svar: det er ikke plass" in done.stderr
    assert (files / "svar").read_text("utf-8") == "gammelt"
    assert sorted(each.name for each in files.iterdir()) == before


def test_a_fault_of_ours_in_the_middle_is_told_as_ours(
    ntr: Ntr, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is not taken for a disk that cannot be written to, and the old file is left."""
    (files / "svar").write_text("gammelt", "utf-8")
    judged, made = Judge.judged, []

    def failing(*given: object) -> object:
        made.append(1)
        if len(made) > 30:
            raise OSError(28, "ikke disken")
        return judged(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(Judge, "judged", failing)
    done = ntr("vurder", "alle.jsonl", "--format", "csv", "--ut", "svar", *ONE)
    assert done.exit_code == 3
    assert "Feil i programmet" in done.stderr
    assert (files / "svar").read_text("utf-8") == "gammelt"


def test_a_bad_record_in_the_middle(ntr: Ntr, files: Path) -> None:
    """It is told where it comes, and those before and after it have their answers."""
    told = list(lines(6))
    told[3] = "{\n"
    (files / "blandet.jsonl").write_text("".join(told), "utf-8")
    done = ntr("vurder", "blandet.jsonl", "--format", "csv", *ONE)
    assert done.exit_code == 2
    answers = [each.split(";")[0] for each in done.stdout.splitlines()]
    assert answers == ["sak", "S-0", "S-1", "S-2", "S-4", "S-5"]
    output = done.output
    assert output.index("S-2;") < output.index("blandet.jsonl, linje 4") < output.index("S-4;")
    assert done.stderr.splitlines()[-1] == "1 satt til side, 5 saker lest"


def test_an_uneven_row_in_the_middle(ntr: Ntr, files: Path) -> None:
    """The same in a table."""
    told = list(table(6))
    told[4] = "S-3;2024-05-01\n"
    (files / "blandet.csv").write_text("".join(told), "utf-8")
    done = ntr("vurder", "blandet.csv", "--format", "jsonl", *ONE)
    assert done.exit_code == 2
    assert [json.loads(each)["sak"] for each in done.stdout.splitlines()] == [
        "S-0", "S-1", "S-2", "S-4", "S-5",
    ]  # fmt: skip
    assert "blandet.csv, linje 5: linjen har 2 felt, men overskriften har 5" in done.stderr


def test_a_file_that_is_no_text_to_its_end_has_no_answers(ntr: Ntr, files: Path) -> None:
    """How a file is written is found before its first case is judged."""
    for name in ("alle.jsonl", "alle.csv"):
        with (files / name).open("ab") as file:
            file.write("blåbær\n".encode("latin-1"))
        done = ntr("vurder", name, "--format", "csv", *ONE)
        assert (done.exit_code, done.stdout) == (2, "")
        assert "filen er ikke lagret som UTF-8; linje 20" in done.stderr
        assert "feil[NTR515]" in done.stderr


def test_one_name_twice_in_a_file_and_in_two(ntr: Ntr, files: Path) -> None:
    """Of a file the first is read; of two files both are, and it is told, with the places."""
    (files / "dobbel.jsonl").write_text("".join([*lines(300), *lines(1)]), "utf-8")
    done = ntr("vurder", "dobbel.jsonl", "--format", "jsonl", *ONE)
    assert (done.exit_code, len(done.stdout.splitlines())) == (2, 300)
    assert "saken «S-0» er allerede lest fra dobbel.jsonl, linje 1" in done.stderr
    done = ntr("vurder", "alle.csv", "alle.jsonl", "--format", "csv", *ONE)
    assert (done.exit_code, len(done.stdout.splitlines())) == (1, 2 * MANY + 1)
    assert "merk: saken «S-199» står både i alle.csv, linje 201 og i alle.jsonl, linje 200" in (
        done.stderr
    )


def test_a_list_of_documents_is_one_document(ntr: Ntr, files: Path) -> None:
    """Written part by part, it is what a list written whole would be."""
    whole = json.loads(ntr("vurder", "alle.jsonl", "--format", "json", *ONE).stdout)
    each = ntr("vurder", "alle.jsonl", "--format", "jsonl", *ONE).stdout.splitlines()
    assert whole == [json.loads(line) for line in each]
    two = ntr("vurder", "mange.jsonl", "--format", "json", *ONE).stdout
    assert two == json.dumps(json.loads(two), ensure_ascii=False, indent=1) + "\n"


def test_a_page_has_lines_for_the_gravest_of_very_many(ntr: Ntr, files: Path) -> None:
    """And says how many there are besides, and where they are to be had."""
    (files / "alle.jsonl").write_text("".join(lines(500)), "utf-8")
    few = ntr("vurder", "alle.jsonl", *ONE).stdout
    assert few.count("\nNr. ") == 500
    assert "til, ingen av dem mer alvorlig" not in few
    (files / "flere.jsonl").write_text("".join(lines(1300)), "utf-8")
    many = ntr("vurder", "flere.jsonl", *ONE).stdout
    assert "· 1300 saker ·" in many
    assert many.count("\nNr. ") == 500
    assert "… og 800 saker til, ingen av dem mer alvorlig." in many
    assert "--format csv --ut verdikter.csv" in many
    shown = [each for each in many.splitlines() if each.startswith("Nr. ")]
    assert all("fraveket" in each for each in shown)
    (row,) = [each for each in many.splitlines() if each.startswith("veilederen pkt. 2 nr. 4")]
    assert row.split()[-4:] == ["650", "650", "–", "–"]
