"""The pages that people and programs read."""

import json
import re
from html.parser import HTMLParser
from importlib.resources import files

import pytest
from jsonschema import Draft202012Validator

from hjemmel.case.statements import Assessment
from hjemmel.core.effect import Effect
from hjemmel.core.outcome import Outcome
from hjemmel.explain.verdict import Verdict
from hjemmel.render import case_html, portfolio_table, reason_text, verdict_json, verdict_text
from hjemmel.render.lines import plain
from hjemmel.render.portfolio import CaseVerdicts, portfolio
from hjemmel.render.rows import HEADER, rows
from hjemmel.render.summary import gist
from hjemmel.render.told import notes_of, told_reason
from support.example import (
    DAY,
    NATIONAL,
    PROGRAM,
    judged,
    observation,
    said,
    service,
    sites,
)

OTHER = {
    **service(
        type=NATIONAL,
        gevinst=None,
        opprettet=None,
        hemmelig=False,
        steder=sites(("Ahus", "Helse Sør-Øst"), ("OUS", None)),
    ),
    "søknad": said(dato=DAY.replace(year=2023), mottaker="departementet"),
}
CASES = (
    CaseVerdicts("S-1", "Eksempeltjenesten", tuple(judged(service()).values())),
    CaseVerdicts("S-2", "<b>Smith & sønner</b>", tuple(judged(OTHER).values())),
)


def the(norm: str, case: int = 0) -> Verdict:
    """One verdict of one of the cases."""
    return next(each for each in CASES[case].verdicts if each.norm.id == norm)


# --- one line --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("case", "norm", "text"),
    [
        (0, "4-2/to-helseregioner", "helseregion = Helse Sør-Øst; Helse Sør-Øst"),
        (0, "4-1/rett-mottaker", "saken har ingen søknad"),
        (
            1,
            "4-1/rett-mottaker",
            (
                "mottaker = departementet; antatt: ordlyden fra 1. januar 2022 til og med "
                "31. desember 2023"
            ),
        ),
        (0, "4-4/alle-regioner", "mangler Helse Nord, Helse Midt-Norge, Helse Vest"),
        (0, "4-5/åpenhet", "unntak: hemmelig tjeneste"),
        (1, "4-3/helsegevinst", "skjønn: departementet har ikke vurdert at det er helsegevinst"),
        (1, "4-1/avvikling", "§ 4-2 «ett helseforetak»: brutt"),
        (0, "ern/søker", "tolkning: Regnes en flerregional tjeneste som nasjonal?"),
        (
            0,
            "4-2/ett-helseforetak",
            "gjelder når tjenestens type er nasjonal behandlingstjeneste: holder ikke",
        ),
        (
            0,
            "4-1/opprettet",
            "opprettelsesdato = 1. desember 2022 · siste dag = 31. januar 2023",
        ),
    ],
)
def test_the_gist_says_what_decided(case: int, norm: str, text: str) -> None:
    """In one line, and only what is decisive."""
    assert gist(the(norm, case)) == text


# --- text ------------------------------------------------------------------------------------


def test_a_case_page_is_aligned_and_within_its_width() -> None:
    """Whatever the width; and nothing is left out to get there."""
    headings = verdict_text.headings(PROGRAM, observation(service()), "Eksempeltjenesten")
    for width in (72, 80, 120):
        text = plain(verdict_text.case_page(headings, DAY, CASES[0].verdicts, width))
        assert max(map(len, text.splitlines())) <= width
        for verdict in CASES[0].verdicts:
            assert set(gist(verdict).split()) <= set(text.split()) | {""}
    assert text.startswith("Flerregional behandlingstjeneste · Eksempeltjenesten · per 1. mai 2024")


def test_a_departure_from_the_guide_is_no_breach() -> None:
    """In capitals, but with its own word."""
    text = plain(verdict_text.case_page((), DAY, CASES[0].verdicts, 140))
    line = next(each for each in text.splitlines() if "to helseregioner" in each)
    assert re.fullmatch(
        r"veileder pkt\. 2 nr\. 4 +to helseregioner +FRAVEKET +helseregion = .* ◀ avgjørende", line
    )


def test_the_whole_reason_is_a_tree() -> None:
    """Stages, the wording with what is assumed, and only the alternative in force."""
    text = plain(reason_text.page(the("4-1/rett-mottaker", 1), 80))
    assert text == (
        "4-1/rett-mottaker · rett mottaker\n"
        "krav: fraveket\n"
        "hjemmel: veileder pkt. 4.1 nr. 1 til 3\n"
        "\n"
        "✓ saken har søknad ◀\n"
        "✓ en ordlyd er i kraft: fra 1. januar 2022 til og med 31. desember 2023 (første\n"
        "  og siste dag er antatt: kildene sier det ikke)\n"
        "  hjemmel: veileder pkt. 4.1 nr. 1 til 3\n"
        "  ✓ regnes etter søknadens dato: 1. mai 2023 ◀\n"
        "✗ oppfylt når søknadens mottaker er Helsedirektoratet: mottaker = departementet\n"
        "  ◀\n"
    )


def test_notes_tell_of_empty_lists_missing_grounds_and_no_norm_to_ask() -> None:
    """What is no outcome, but worth knowing."""
    empty = judged(service(steder=sites(), hemmelig=False))
    assert "tom liste" in notes_of(told_reason(empty["4-5/åpenhet"]))
    bare = judged(service(gevinst=True))
    assert notes_of(told_reason(bare["4-3/helsegevinst"])) == ("grunnlag ikke oppgitt",)
    grounded = judged(service(gevinst=Assessment(True, grounds="vedtak")))
    assert notes_of(told_reason(grounded["4-3/helsegevinst"])) == ()


# --- json ------------------------------------------------------------------------------------


def documents() -> list[dict[str, object]]:
    """The cases as JSON gives them."""
    made = [
        verdict_json.document(each.id, each.title, PROGRAM, DAY, "0.1.0", each.verdicts)
        for each in CASES
    ]
    return json.loads(json.dumps(made))  # type: ignore[no-any-return]


def test_json_follows_its_schema() -> None:
    """The schema is a valid one, and every document is as it says."""
    text = files("hjemmel.render").joinpath("verdict.schema.json").read_text(encoding="utf-8")
    schema = json.loads(text)
    Draft202012Validator.check_schema(schema)
    for each in documents():
        Draft202012Validator(schema).validate(each)


def test_json_has_the_keys_of_the_contract() -> None:
    """Others build on these."""
    document = documents()[1]
    assert document["regelverk"] == {"navn": "prøve", "sha256": "ab" * 32}
    verdicts = document["verdikter"]
    assert isinstance(verdicts, list)
    found = next(each for each in verdicts if each["norm"] == "4-1/rett-mottaker")
    reasons = found.pop("begrunnelse")
    assert found == {
        "norm": "4-1/rett-mottaker",
        "tittel": "rett mottaker",
        "slag": "krav",
        "niva": "veileder",
        "svar": "holder ikke",
        "virkning": "fravik",
        "brudd": False,
        "utfall": "brutt",
        "ord": "fraveket",
        "hjemmel": ["veileder pkt. 4.1 nr. 1 til 3"],
        "ordlyd": {"fra": "2022-01-01", "til": "2023-12-31", "antatt": True},
        "mangler": [],
    }
    assert reasons[-1] == {
        "hva": "oppfylt når søknadens mottaker er Helsedirektoratet",
        "hjemmel": "",
        "verdi": "mottaker = departementet",
        "utfall": "holder ikke",
        "avgjorende": True,
        "fordi": [],
        "sted": {"norm": "4-1/rett-mottaker", "bestemmelse": "§ 4-1 første ledd", "steg": "krav"},
    }


# --- html ------------------------------------------------------------------------------------

VOID = {"meta", "br"}


class Tags(HTMLParser):
    """Sees that every tag is closed, and keeps what is referred to."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: set[str] = set()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)
        for name, value in attrs:
            assert name not in ("src", "onclick", "style")
            if name == "id":
                self.ids.add(value or "")
            if name == "href":
                self.links.append(value or "")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_page_stands_alone_and_is_well_formed() -> None:
    """No scripts, nothing fetched, all links within the page, all text escaped."""
    page = "".join(case_html.page(PROGRAM, DAY, "0.1.0", CASES[1], ""))
    tags = Tags()
    tags.feed(page)
    assert tags.open == []
    assert all(link.removeprefix("#") in tags.ids for link in tags.links)
    assert "<script" not in page
    assert "<b>Smith" not in page
    assert "&lt;b&gt;Smith &amp; sønner&lt;/b&gt;" in page


# --- portfolio -------------------------------------------------------------------------------


def test_a_portfolio_counts_by_level() -> None:
    """A breach of the regulation and a departure from the guide are different columns."""
    found = portfolio(CASES)
    assert found.cases[0].counts == {
        "brutt": 1,
        "fraveket": 1,
        "ikke oppfylt": 0,
        "nektet": 0,
        "uavklart": 1,
    }
    assert found.cases[1].first == "ett helseforetak: brutt"
    assert sum(sum(each.counts.values()) for each in found.norms) == len(CASES) * len(PROGRAM.norms)
    assert ("stedets helseregion", "mangler", "helseforetaket", 1) in {
        (each.name, each.kind, each.holder, each.cases) for each in found.gaps
    }


def test_a_case_with_nothing_grave_tells_what_most_norms_wait_for() -> None:
    """A refused permission is no breach, and never stands as the gravest thing."""
    kept = (Outcome.UNDECIDED, Outcome.MET)
    asked = {**service(), "søknad": said(dato=DAY, mottaker="departementet")}
    refused = [each for each in judged(asked).values() if each.word == "nektet"]
    calm = [each for each in CASES[1].verdicts if each.outcome in kept]
    found = portfolio((CaseVerdicts("S-3", "", (*refused, *calm)),)).cases[0]
    assert found.counts["nektet"] == 1
    assert (the("4-1/avvikling").word, the("4-1/avvikling").effect) == ("ikke åpen", Effect.NONE)
    assert found.first == "skjønn: departementet har ikke vurdert at det er helsegevinst"
    assert portfolio((CaseVerdicts("S-4", "", tuple(refused)),)).cases[0].first == ""


def test_the_portfolio_page_stays_within_its_width() -> None:
    """And a portfolio of nothing is still a page."""
    for width in (80, 120):
        text = plain(portfolio_table.page("prøve", DAY, portfolio(CASES), width))
        assert max(map(len, text.splitlines())) <= width
    assert plain(portfolio_table.page("prøve", DAY, portfolio(()), 80)).startswith(
        "prøve · 0 saker"
    )


def test_rows_are_as_wide_as_their_header() -> None:
    """One row for each norm."""
    made = rows(CASES[1], DAY)
    assert len(made) == len(PROGRAM.norms)
    assert {len(each) for each in made} == {len(HEADER)}
    lacks = {row[HEADER.index("mangler")] for row in made}
    assert any("(skjønn, hos departementet)" in each for each in lacks)
