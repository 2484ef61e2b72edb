"""`--hva-skal-til` and `--foresla`, as people use them."""

import json
from pathlib import Path

import pytest

from support.command_line import Ntr

RULES = """\
regelverk egne regler

kilde badeforskriften, gjelder fra 1. januar 2020
  slag          lokal forskrift
  full tittel   forskrift 3. desember 2019 nr. 900 om badeanlegg (oppdiktet)
  vises til som § 3 første ledd

opplysninger om anlegg, anlegget
  opplysning har alarm er ja eller nei, oppgis av eieren
  opplysning har telefon er ja eller nei, oppgis av eieren

§ 3 Varsling
krav om varsling, etter badeforskriften § 3
  gjelder for   anlegget
  fra 1. januar 2020
    oppfylt når anlegget har alarm
  fra 1. januar 2024
    oppfylt når anlegget har alarm
      og        anlegget har telefon

krav om alarm, etter badeforskriften § 3
  gjelder for   anlegget
  oppfylt når   anlegget har alarm
"""
PAGE = """\
# Badet

```sak
{"vurderingsdato": "2024-06-01", "anlegg": {"har_alarm": true, "har_telefon": true}}
```
```verdikt
3/om-varsling: oppfylt
```
"""


@pytest.fixture
def bath(folder: Path) -> Path:
    """A folder with rules, a page of cases, and two places to judge."""
    (folder / "bad").mkdir()
    (folder / "bad" / "bad.ntr").write_text(RULES, "utf-8")
    (folder / "bad" / "sak.md").write_text(PAGE, "utf-8")
    cases = [
        {"sak": "A", "vurderingsdato": "2024-06-01", "anlegg": {"har_alarm": True}},
        {"sak": "B", "vurderingsdato": "2024-06-01", "anlegg": {}},
    ]
    (folder / "saker.jsonl").write_text("".join(json.dumps(e) + "\n" for e in cases), "utf-8")
    return folder


def test_what_would_settle_it(ntr: Ntr, bath: Path) -> None:
    """The answers, what each leads to, and who has them."""
    found = ntr("forklar", str(bath / "saker.jsonl"), "--regelverk", str(bath / "bad"),
                "--norm", "3/om-varsling", "--hva-skal-til")  # fmt: skip
    assert found.exit_code == 0, found.output
    assert "oppfylt, etter badeforskriften § 3, hvis" in found.stdout
    assert "om anlegget har telefon: nei (hos eieren)" in found.stdout


def test_which_answers_settle_most(ntr: Ntr, bath: Path) -> None:
    """An alarm settles one norm in B whatever the answer is, and another by one answer only."""
    found = ntr("vurder", str(bath / "saker.jsonl"), "--regelverk", str(bath / "bad"),
                "--hva-skal-til", "--format", "json")  # fmt: skip
    assert found.exit_code == 0, found.output
    worth = {each["opplysning"]: each for each in json.loads(found.stdout)}
    assert worth["anlegg.har_alarm"]["saker"] == [
        {"sak": "B", "sikkert": ["3/om-alarm"], "kanskje": ["3/om-varsling"]}
    ]
    assert worth["anlegg.har_telefon"]["saker"] == [
        {"sak": "A", "sikkert": ["3/om-varsling"], "kanskje": []},
        {"sak": "B", "sikkert": [], "kanskje": ["3/om-varsling"]},
    ]


def test_a_table_of_what_settles_most_is_refused(ntr: Ntr, bath: Path) -> None:
    """It says which forms there are."""
    found = ntr("vurder", str(bath / "saker.jsonl"), "--hva-skal-til", "--format", "csv")
    assert found.exit_code == 2
    assert "velg tekst eller json" in found.stderr


def test_proposed_pages_are_to_be_filled_in(ntr: Ntr, bath: Path) -> None:
    """They are written with cases, are not tried before somebody has filled them in, and hold
    once that is done right."""
    to = bath / "forslag"
    found = ntr("test", str(bath / "bad"), "--foresla", str(to))
    assert found.exit_code == 1, found.output
    pages = sorted(to.iterdir())
    assert [e.name for e in pages] == ["forslag-3-om-alarm.md", "forslag-3-om-varsling.md"]
    text = pages[1].read_text("utf-8")
    assert "Ingen sak er vurdert etter ordlyden fra 1. januar 2020" in text
    assert "3/om-varsling: fyll ut" in text
    rules = str(bath / "bad")
    unfilled = ntr("test", str(to), "--regelverk", rules)
    assert unfilled.exit_code == 2
    assert "svaret for «3/om-varsling» er ikke fylt ut" in unfilled.stderr
    again = ntr("test", str(bath / "bad"), "--foresla", str(to))
    assert "finnes fra før" in again.stderr
