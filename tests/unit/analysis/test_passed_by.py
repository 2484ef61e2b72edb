"""What an amendment changes in one norm, and leaves as it was in others."""

from hjemmel.analysis.elsewhere.passed_by import passed_by
from hjemmel.analysis.elsewhere.render_passed_by import document, text
from hjemmel.render.lines import plain
from support.golden_run import program_of

RULES = """\
regelverk prøve

begrep region
  verdi nord
  verdi sør
  verdi vest
  verdi øst

begrep avdeling
  verdi nord
  verdi sør
  verdi vest

opplysninger om tjeneste, tjenesten, tjenestens
  opplysning åpen er ja eller nei, oppgis av tjenesten
  opplysning meldt er ja eller nei, oppgis av tjenesten
  opplysning region er region, oppgis av tjenesten
  opplysning avdeling er avdeling, oppgis av tjenesten
  opplysning virketid er tidsrom i måneder, oppgis av tjenesten
  opplysning start er dato, oppgis av tjenesten

§ 4-2 Prøve

krav måneder, etter forskrift § 4-2
  plikten ligger på tjenesten
  fra 1. januar 2020
    oppfylt når tjenestens start er senest 15. januar i kalenderåret for vurderingsdagen
      og        tjenestens virketid er minst 36 måneder
      og        tjenesten er meldt

krav det samme, etter forskrift § 4-2
  plikten ligger på tjenesten
  fra 1. januar 2020
    gjelder når tjenesten er meldt
      og        tjenestens region er nord eller sør eller vest
    oppfylt når tjenestens virketid er inntil 60 måneder
    tolkning    Regnes stengte dager med?, etter forskrift § 4-2
      for leddet  tjenestens virketid er inntil 60 måneder
      oppstår når tjenesten er åpen
      lesemåte    ja: regnes med når tjenestens virketid er minst 12 måneder
      lesemåte    nei: regnes med når tjenestens virketid er inntil 60 måneder
      valgt       ingen

krav dagen, etter forskrift § 4-2
  oppfylt når tjenestens start er senest 15. januar i kalenderåret for vurderingsdagen
    og        tjenestens avdeling er nord eller sør
    og        § 4-2 «måneder» er oppfylt

krav sluttdagen, etter forskrift § 4-2
  oppfylt når tjenestens start er etter 15. januar i kalenderåret for vurderingsdagen
  tolkning    Regnes stengte dager med?, etter forskrift § 4-2
    for leddet  tjenestens start er etter 15. januar i kalenderåret for vurderingsdagen
    oppstår når tjenesten er åpen
    lesemåte    ja: regnes med når tjenestens virketid er minst 12 måneder
    lesemåte    nei: regnes med når tjenestens virketid er inntil 60 måneder
    valgt       ingen
"""


def told(*edits: tuple[str, str], rules: str = RULES) -> dict[str, list[str]]:
    """Why other places are shown after some edits, and the norms."""
    new = rules
    for gone, come in edits:
        assert gone in new
        new = new.replace(gone, come, 1)
    old_program, new_program = program_of({"prøve": rules}), program_of({"prøve": new})
    return {str(each["hvorfor"]): [at["norm"] for at in each["steder"]]  # type: ignore[attr-defined]
            for each in document(new_program, passed_by(old_program, new_program))}  # fmt: skip


MONTHS, DAY = "4-2/måneder", "4-2/dagen"
LATER = ("senest 15. januar", "senest 16. januar")


def test_the_same_condition_and_the_same_day() -> None:
    """A deadline that is moved in one norm: first who has the whole condition, then the day."""
    condition, day, named = told(LATER).items()
    asked = "«tjenestens start er senest 15. januar i vurderingsåret»"
    why = f"Vilkåret {asked} står ikke lenger slik i {MONTHS}. Slik står det fortsatt i én norm:"
    assert condition == (why, [DAY])
    assert day == (
        f"«15. januar» (dag i året) er endret i {MONTHS}. Det står fortsatt i 2 normer:",
        [DAY, "4-2/sluttdagen"],
    )
    assert named == (f"{MONTHS} er endret. Én norm viser til den:", [DAY])


def test_a_fact_that_is_asked_of_in_another_way() -> None:
    """Who else asks of it; not those of which something more telling is said."""
    found = told(("er minst 36 måneder", "er minst 24 måneder"))
    why = f"{MONTHS} spør annerledes om «tjenestens virketid» enn før. Det spør også 2 normer om:"
    assert found[why] == ["4-2/det-samme", "4-2/sluttdagen"]


def test_what_the_norm_itself_still_has() -> None:
    """A value that is changed in one line of a norm, and not in another."""
    line = "oppfylt når tjenestens start er senest 15. januar i kalenderåret for vurderingsdagen\n"
    more = (
        "      og        tjenestens start er etter 15. januar i kalenderåret for vurderingsdagen\n"
    )
    found = told(LATER, rules=RULES.replace(line, line + more, 1))
    ((why, norms),) = ((w, each) for w, each in found.items() if w.startswith("«15. januar»"))
    assert norms == [MONTHS, DAY, "4-2/sluttdagen"]
    assert why.endswith("Det står fortsatt i 2 normer og andre deler av samme norm:")


def test_what_stands_in_the_same_norm_is_told_as_that() -> None:
    """The rest of it is told without."""
    rules = RULES.replace(
        "er meldt\n", "er meldt\n      og        tjenestens virketid er høyst 36 måneder\n", 1
    )
    old, new = (
        program_of({"prøve": each}) for each in (rules, rules.replace("minst 36", "minst 24"))
    )
    shown = plain(text(new, passed_by(old, new), 200))
    assert "Det står fortsatt i andre deler av samme norm:\n" in shown
    assert ", § 4-2, samme norm)\n" in shown
    (own,) = (at for each in document(new, passed_by(old, new)) for at in each["steder"]  # type: ignore[attr-defined]
              if at["samme_norm"])  # fmt: skip
    assert own["norm"] == MONTHS


def test_a_new_value_that_lists_lack() -> None:
    """A fifth region: who lists the others by hand, of that term only."""
    found = told(("  verdi øst\n", "  verdi øst\n  verdi innlandet\n"))
    why = "«innlandet» er ny i «region». Én norm lister andre, uten den nye:"
    assert found == {why: ["4-2/det-samme"]}


def test_a_question_that_is_closed() -> None:
    """And is still open in another norm."""
    start = RULES.index("    tolkning    Regnes")
    end = RULES.index("krav dagen")
    found = told((RULES[start:end], "\n"))
    question = "Spørsmålet «Regnes stengte dager med?» er ikke lenger åpent i 4-2/det-samme."
    assert found[f"{question} Det er åpent i én norm:"] == ["4-2/sluttdagen"]


def test_a_day_in_force() -> None:
    """What amendments often change in several norms at once."""
    why = f"{MONTHS} har ikke lenger en ordlyd fra 1. januar 2020. Det har én norm:"
    assert told(("fra 1. januar 2020", "fra 2. januar 2020")) == {why: ["4-2/det-samme"]}


def test_whose_duty_it_is() -> None:
    """When a duty moves, others may have to move with it."""
    why = f"Plikten i {MONTHS} ligger ikke lenger på tjenesten. Det gjør den i én norm:"
    found = told(("plikten ligger på tjenesten", "plikten ligger på departementet"))
    assert found == {why: ["4-2/det-samme"]}


def test_an_amendment_that_keeps_the_old_wording() -> None:
    """What the last wording no longer says, though the older one does; others say it still."""
    clause = "oppfylt når tjenestens start er senest {}. januar i kalenderåret for vurderingsdagen"
    block = RULES[RULES.index("  fra 1. januar 2020\n") : RULES.index("krav det samme")]
    rest = block[block.index("\n      og ") :].rstrip("\n")
    new = (
        f"  fra 1. januar 2020 til og med 31. desember 2025\n    {clause.format(15)}{rest}\n"
        f"  fra 1. januar 2026\n    {clause.format(20)}{rest}\n\n"
    )
    found = told((block, new))
    (norms,) = (norms for why, norms in found.items() if why.startswith("«15. januar»"))
    assert norms == [DAY, "4-2/sluttdagen"]


def test_a_role_that_somebody_else_will_hold() -> None:
    """Who names the body that held it, and not the role, is shown."""
    role = """
rolle myndigheten
  innehaver fra 1. januar 2010 er departementet
"""
    later = """
rolle myndigheten
  innehaver fra 1. januar 2010 til og med 31. desember 2026 er departementet
  innehaver fra 1. januar 2027 er direktoratet
"""
    duty = "plikten ligger på tjenesten\n  fra 1. januar 2020\n    gjelder"
    rules = RULES.replace("§ 4-2 Prøve", f"{role}\n§ 4-2 Prøve", 1)
    rules = rules.replace(duty, duty.replace("tjenesten", "departementet", 1), 1)
    found = told((role, later), rules=rules)
    why = "Rollen «myndigheten» har fått en ny innehaver. Én norm nevner departementet:"
    assert found[why] == ["4-2/det-samme"]


def test_a_title_touches_nothing() -> None:
    """Where the norm keeps its name."""
    title = "krav en annen dag, etter forskrift § 4-2"
    assert told(("krav dagen, etter forskrift § 4-2\n", f"{title}\n  kjennemerke {DAY}\n")) == {}


def test_a_norm_that_has_just_come_to_write_it_is_not_shown() -> None:
    """Nobody has forgotten what was written now."""
    found = told(("minst 36 måneder", "minst 48 måneder"), ("minst 12", "minst 36"))
    assert not any("36 måneder" in why or "3 år" in why for why in found)


def test_as_text() -> None:
    """The reason, the norm with its place, and the condition read back."""
    old, new = (program_of({"prøve": each}) for each in (RULES, RULES.replace(*LATER, 1)))
    shown = plain(text(new, passed_by(old, new), 200))
    assert shown.startswith("Andre steder\n")
    assert "  4-2/sluttdagen  (prøve.ntr linje 50, § 4-2)\n" in shown
    assert "      tjenestens start er etter 15. januar i vurderingsåret\n" in shown
    assert plain(text(new, (), 80)) == "Ingen andre normer har det som er endret.\n"
