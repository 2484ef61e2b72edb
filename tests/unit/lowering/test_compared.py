"""What stands after «jf.» is cited, and nothing rests on it."""

import json

import pytest

from hjemmel.render.verdict_json import WHOLE, entries
from hjemmel.source.citation import Level
from hjemmel.source.source import read_text
from hjemmel.syntax.parse import parse
from hjemmel.syntax.show import show
from support.golden_run import grammar, judged
from unit.lowering.rulebook import GOOD, HEAD, codes, norm, program

NORM = "krav x, etter veileder pkt. 2 nr. 3, jf. forskrift § 4-2 første ledd, nettside pkt. 1\n"


def test_what_is_compared_with_does_not_lift_the_level() -> None:
    """A guide's norm stays a guide's, whatever it is compared with."""
    assert norm(NORM + GOOD).highest_level == Level.GUIDE
    assert norm(NORM.replace(", jf.", ",") + GOOD).highest_level == Level.REGULATION


def test_each_is_called_by_what_it_is() -> None:
    """«jf.» is said of every place after it."""
    cited = norm(NORM + GOOD).wordings[0].citations
    assert [str(each) for each in cited] == [
        "veileder pkt. 2 nr. 3", "jf. forskrift § 4-2 første ledd", "jf. nettside pkt. 1",
    ]  # fmt: skip


def test_programs_find_it_under_its_own_name() -> None:
    """`hjemmel` has what the verdict rests on, and nothing else."""
    verdicts = judged(program(NORM + GOOD), '{"vurderingsdato": "2024-01-01"}').verdicts
    made = json.loads(json.dumps(entries(list(verdicts.values()), WHOLE)))
    assert made[0]["hjemmel"] == ["veileder pkt. 2 nr. 3"]
    assert made[0]["jf"] == ["forskrift § 4-2 første ledd", "nettside pkt. 1"]


@pytest.mark.parametrize("written", [", jf. ", ", jf ", ", jfr. ", " , Jfr "])
def test_it_is_written_in_one_way(written: str) -> None:
    """The formatter writes «jf.», whichever of the usual forms was meant."""
    source = read_text("regler", HEAD + NORM.replace(", jf. ", written) + GOOD)
    assert NORM in show(parse(source, grammar()).value.file)


def test_it_does_not_do_alone() -> None:
    """A norm that only compares has nothing to rest on."""
    assert codes("krav x, jf. forskrift § 4-2\n" + GOOD)


def test_a_place_that_is_not_there_is_reported_there_too() -> None:
    """An unknown source is an error, after «jf.» as after «etter»."""
    assert codes(NORM.replace("nettside", "rundskrivet") + GOOD) == ["NTR250"]
