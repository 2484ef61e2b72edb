"""The rules of the bench: what is found of them, what is changed, and what is asked of a word."""

from base64 import b64encode

from hjemmel.store import storage
from hjemmel.workbench.protocol import Session
from support.benches import ask, parking, refused
from support.engine_texts import PARKING

ONE_HOUR = PARKING.replace("plassens timer er høyst 1", "plassens timer er høyst 3")


def test_nothing_is_changed_at_first() -> None:
    """The outline and the norms are those of the text."""
    begun = parking().started
    found = begun["analysis"]
    assert found is not None
    assert (found["ok"], found["changed"], found["edited"]) == (True, [], [])
    assert [each["id"] for each in found["norms"]][:2] == ["1-1/korttid", "1-1/takst"]
    kinds = {each["kind"] for each in found["outline"]["parkering"]}
    assert {"regelverk", "paragraf", "begrep"} <= kinds


def test_a_changed_word_is_told_by_its_norm() -> None:
    """And told no more once it is as it was."""
    session = parking()
    found = ask(session, "analyse", {"parkering": ONE_HOUR})
    assert (found["changed"], found["edited"]) == (["1-1/korttid"], ["parkering"])
    assert ask(session, "analyse", {"parkering": PARKING})["changed"] == []


def test_where_the_text_has_errors_the_last_that_had_none_is_judged_by() -> None:
    """The mistake is told at the word, and the verdicts are said not to be of the text."""
    session = parking()
    ask(session, "analyse", {"parkering": ONE_HOUR})
    rows = ask(session, "compare")["rows"]
    broken = ONE_HOUR.replace("når plassens takst", "når plassens takt")
    found = ask(session, "analyse", {"parkering": broken})
    (wrong,) = found["diagnostics"]
    line, start, _, end = wrong["range"]
    assert not found["ok"]
    assert broken.split("\n")[line - 1][start - 1 : end - 1] == "plassens takt"
    assert (wrong["severity"], wrong["page"]) == ("error", f"feil/{wrong['code']}.md")
    compared = ask(session, "compare")
    assert (compared["current"], compared["rows"]) == (False, rows)


def test_a_fix_mends_what_it_is_a_fix_of() -> None:
    """The text that it gives has no errors."""
    session = parking()
    broken = PARKING.replace("når plassens takst", "når plassens takt")
    found = ask(session, "analyse", {"parkering": broken})
    (fix,) = found["diagnostics"][0]["fixes"]
    mended = ask(session, "fix", fix["file"], fix["edits"])
    assert mended == {"file": "parkering", "text": PARKING}
    assert session.bench.texts["parkering"] == broken  # until it is analysed


def test_a_fix_of_another_text_is_refused() -> None:
    """Its places are not in this one."""
    beside = [{"range": [900, 1, 900, 4], "text": "x"}]
    assert "finnes ikke" in refused(parking(), "fix", "parkering", beside)["message"]


def test_rules_that_begin_with_errors_have_the_first_usable_text_as_their_base() -> None:
    """Until then nothing can be judged, and that is said."""
    broken = PARKING.replace("når plassens takst", "når plassens takt")
    session = parking(texts={"parkering": broken})
    assert "feil" in refused(session, "compare")["message"]
    assert ask(session, "analyse", {"parkering": PARKING})["ok"]
    assert len(ask(session, "portfolio")["cases"]) == 3
    assert ask(session, "compare")["rows"] == []


def test_a_file_more_and_a_file_less() -> None:
    """Its norms are new, and gone."""
    session = parking()
    more = "regelverk mer\n\n§ 2 Mer\n\nkrav alltid, etter § 2 første ledd\n  oppfylt når"
    more += " plassens timer er minst 0\n"
    found = ask(session, "analyse", {"mer": f"bygger på parkering\n{more}"})
    told = found["diagnostics"]
    assert found["edited"] == ["mer"], told
    assert ask(session, "analyse", {"mer": None})["edited"] == []


def test_a_file_that_others_have_written_stays_as_it_is() -> None:
    """It can be read and not changed."""
    session = parking(fixed=["parkering"])
    assert "kan ikke endres" in refused(session, "analyse", {"parkering": ONE_HOUR})["message"]
    assert ask(session, "analyse", {"parkering": PARKING})["ok"]


def test_a_norm_is_read_back_before_and_now() -> None:
    """The sentences that differ are those of the changed word."""
    session = parking()
    ask(session, "analyse", {"parkering": ONE_HOUR})
    found = ask(session, "read_back", "1-1/korttid")
    differ = [pair for pair in zip(found["before"], found["after"], strict=True)
              if pair[0] != pair[1]]  # fmt: skip
    assert len(differ) == 1
    assert "høyst 3" in differ[0][1]
    assert "ingen norm" in refused(session, "read_back", "1-1/nei")["message"]


def test_the_names_that_rules_can_use() -> None:
    """Each with its type, its holder and what it can be."""
    found = {each["name"]: each for each in ask(parking(), "vocabulary")}
    fact = found["plassens kjøretøy"]
    assert fact["values"] == ["bil", "sykkel"]
    assert (fact["holder"], fact["file"]) == ("eieren", "parkering")
    assert found["bil"]["sort"] == "verdi"
    assert found["plassen"]["sort"] == "del av saken"


def test_what_a_word_means_and_what_may_follow() -> None:
    """By line and column, as an editor counts them."""
    session = parking()
    lines = PARKING.split("\n")
    line = next(at for at, each in enumerate(lines, 1) if "gjelder når plassens" in each)
    column = lines[line - 1].index("kjøretøy") + 1
    hover = ask(session, "hover", "parkering", line, column)
    assert (hover["name"], hover["declared"]["file"]) == ("plassens kjøretøy", "parkering")
    offered = ask(session, "complete", "parkering", line, len(lines[line - 1]) - 2)
    assert "bil" in {each["text"] for each in offered}
    assert "ingen regelfil" in refused(session, "hover", "annen", 1, 1)["message"]


def test_the_one_layout() -> None:
    """A file that cannot be read is left, and that is said."""
    session = parking()
    ask(
        session,
        "analyse",
        {"parkering": PARKING.replace("\n  gjelder når", "\n      gjelder  når")},
    )
    assert ask(session, "format", "parkering")["text"].count("      gjelder") == 0
    ask(session, "analyse", {"parkering": PARKING.replace("krav takst,", "kra takst,")})
    assert "feil" in refused(session, "format", "parkering")["message"]


def test_what_is_not_understood_is_told_as_data() -> None:
    """No question ends the session."""
    session = parking()
    assert "kjenner ikke" in refused(session, "tull")["message"]
    assert "andre opplysninger" in refused(session, "reason", "bil")["message"]
    assert refused(session, "analyse", 3)["code"] == "intern"
    assert ask(session, "analyse", {})["ok"]


def test_a_stored_program_is_judged_by_before_anything_is_parsed() -> None:
    """It gives what the texts give."""
    first = parking()
    program = b64encode(storage.dump(first.bench.now.program)).decode()
    second: Session = parking(program=program)
    assert second.started["analysis"] is None
    assert ask(second, "portfolio") == ask(first, "portfolio")
    assert ask(second, "analyse", {"parkering": ONE_HOUR})["changed"] == ["1-1/korttid"]
    ask(first, "analyse", {"parkering": ONE_HOUR})
    assert ask(second, "compare") == ask(first, "compare")
