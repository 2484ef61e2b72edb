"""The cases of the bench: before and now, their reasons, and those of one's own."""

import json
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import hjemmel
from support.benches import ask, parking, refused, words
from support.engine_texts import PARKING

THREE = PARKING.replace("plassens timer er høyst 1", "plassens timer er høyst 3")


def test_the_portfolio_by_word() -> None:
    """As many of each as the ordinary verdicts have."""
    found = {each["id"]: each for each in ask(parking(), "portfolio")["cases"]}
    assert [*found] == ["bil", "sykkel", "tom"]
    assert found["bil"]["counts"]["brutt"] == 1
    assert found["bil"]["first"] == "korttid: brutt"
    assert not found["bil"]["own"]
    rulebook = hjemmel.load_texts({"parkering": PARKING})
    judged = rulebook.judge({"plass": {}}, "2024-03-01")
    undecided = sum(each.word.startswith("uavklart") for each in judged.verdicts)
    assert found["tom"]["counts"]["uavklart"] == undecided


def test_a_changed_limit_turns_the_case_that_it_is_about() -> None:
    """And no other; whoever raises the norm is counted."""
    session = parking()
    ask(session, "analyse", {"parkering": THREE})
    found = ask(session, "compare")
    assert words(found["rows"]) == {("bil", "1-1/korttid", "brutt", "oppfylt")}
    assert found["affected"] == found["direct"] == ["1-1/korttid"]
    assert found["raised"] == {"1-1/korttid": 2}  # «tom» may be a car too
    assert "1-1/korttid" in found["read"]


def test_the_same_word_for_another_reason_is_counted() -> None:
    """Two hours are too many where one is allowed, and where none is."""
    session = parking()
    none = PARKING.replace("plassens timer er høyst 1", "plassens timer er høyst 0")
    assert ask(session, "analyse", {"parkering": none})["ok"]
    found = ask(session, "compare")
    assert found["rows"] == []
    assert found["why"] == {"1-1/korttid": 1}  # nothing is known of «tom» by either


def test_a_norm_that_is_new_and_one_that_is_gone() -> None:
    """A case that raises it has a word on one side only."""
    session = parking()
    gone = PARKING.replace("krav takst, etter veileder pkt. 1 nr. 1\n"
                           "  oppfylt når plassens takst er minst 20 kroner\n", "")  # fmt: skip
    found = ask(session, "analyse", {"parkering": gone})
    assert found["gone"] == ["1-1/takst"]
    compared = ask(session, "compare")
    assert ("bil", "1-1/takst", "oppfylt", None) in words(compared["rows"])
    reason = ask(session, "reason", "bil", "1-1/takst")
    assert reason["after"] is None
    assert reason["before"]["word"] == "oppfylt"


def test_a_case_with_the_words_it_had_before() -> None:
    """Where the word is another; and with its facts, for a form."""
    session = parking()
    ask(session, "analyse", {"parkering": THREE})
    page = ask(session, "case", "bil")
    lines = {each["norm"]: each for each in page["verdicts"]}
    assert lines["1-1/korttid"]["before"] == ["brutt", "broken"]
    assert lines["1-1/takst"]["before"] is None
    assert page["told"] == {"plass": {"kjøretøy": "bil", "timer": 2, "takst": 30}}
    assert page["day"] == "2024-03-01"
    assert "ingen sak" in refused(session, "case", "nei")["message"]


def test_both_sides_of_a_reason() -> None:
    """The steps are those of the façade."""
    session = parking()
    assert ask(session, "reason", "bil", "1-1/korttid")["before"] is None
    ask(session, "analyse", {"parkering": THREE})
    found = ask(session, "reason", "bil", "1-1/korttid")
    assert (found["before"]["word"], found["after"]["word"]) == ("brutt", "oppfylt")
    judged = hjemmel.load_texts({"parkering": PARKING}).judge(
        {"plass": {"kjøretøy": "bil", "timer": 2, "takst": 30}}, "2024-03-01"
    )
    steps = judged.verdict("1-1/korttid").reason
    assert [each["what"] for each in found["before"]["reason"]] == [each.what for each in steps]
    assert found["before"]["own_words"].startswith("En bil står")


def test_what_it_takes() -> None:
    """An open verdict can be settled, a broken one turned, and one that holds needs nothing."""
    session = parking()
    open_one = ask(session, "settling", "tom", "1-1/takst")
    assert open_one["sort"] == "avgjøre"
    assert {each["word"] for each in open_one["ways"]} >= {"oppfylt"}
    broken = ask(session, "settling", "bil", "1-1/korttid")
    assert (broken["sort"], bool(broken["ways"])) == ("snu", True)
    assert ask(session, "settling", "bil", "1-1/takst")["sort"] == "ingenting"


def test_a_case_that_shows_the_difference() -> None:
    """It lies on the bench afterwards, and says what each version says of it."""
    session = parking()
    ask(session, "analyse", {"parkering": THREE})
    found = ask(session, "witness", "1-1/korttid")
    assert found["found"]
    assert found["before"][0] != found["after"][0]
    shown = ask(session, "case", found["case"])
    assert shown["own"]
    assert (found["case"], "1-1/korttid", found["before"][0], found["after"][0]) in words(
        ask(session, "compare")["rows"]
    )
    assert ask(session, "drop_case", found["case"]) is True
    assert "ingen sak" in refused(session, "case", found["case"])["message"]


def test_where_nothing_differs_no_case_is_shown() -> None:
    """A new norm differs from nothing; one that is called otherwise stands the same."""
    session = parking()
    ask(session, "analyse", {"parkering": PARKING.replace("krav takst,", "krav takst2,")})
    assert not ask(session, "witness", "1-1/takst2")["found"]
    assert ask(session, "witness", "1-1/korttid")["text"]


def test_a_case_of_the_portfolio_is_not_taken_away() -> None:
    """Only one's own are."""
    assert "porteføljen" in refused(parking(), "drop_case", "bil")["message"]


def test_a_form_asks_what_one_kind_of_case_needs() -> None:
    """What most norms wait for comes first, and a list asks of its entries."""
    session = parking()
    form = ask(session, "questions")
    assert form["kinds"]["values"] == ["bil", "sykkel"]
    plass = form["parts"][0]
    asked = {each["path"]: each for each in plass["questions"]}
    assert asked["plass.timer"]["sort"] == "whole"
    assert asked["plass.naboer"]["sort"] == "rows"
    assert [each["key"] for each in asked["plass.naboer"]["entry"]] == ["kjøretøy"]
    assert [each["optional"] for each in form["parts"]] == [False, True]
    of_cars = ask(session, "questions", "bil")
    assert set(of_cars["first"]) >= {"plass.timer", "plass.takst"}
    assert "slaget" in refused(session, "questions", "buss")["message"]
    filled = ask(session, "questions", None, "bil")
    assert filled["told"]["plass"]["timer"] == 2
    assert "plass.timer" not in filled["first"]


def test_a_form_filled_in_gives_the_verdict_of_the_case() -> None:
    """As the façade judges it; a name that is there is taken over."""
    session = parking()
    answers = {"plass": {"kjøretøy": "bil", "timer": 1, "takst": ""}}
    assert ask(session, "fill", "", answers)["case"] == "egen-1"
    lines = {each["norm"]: each["word"] for each in ask(session, "case", "egen-1")["verdicts"]}
    judged = hjemmel.load_texts({"parkering": PARKING}).judge(
        {"plass": {"kjøretøy": "bil", "timer": 1}}, date(2024, 3, 1)
    )
    assert lines == {each.norm: each.word for each in judged.verdicts}
    ask(session, "fill", "egen-1", {"plass": {"kjøretøy": "bil", "timer": 9}})
    lines = {each["norm"]: each["word"] for each in ask(session, "case", "egen-1")["verdicts"]}
    assert lines["1-1/korttid"] == "brutt"


def test_bad_answers_are_told_by_field() -> None:
    """What is no case is not put on the bench."""
    session = parking()
    found = ask(session, "fill", "min", {"plass": {"timer": "mange", "takst": 30}})
    assert found["case"] == "min"
    assert [each["field"] for each in found["wrong"]] == ["plass.timer"]
    odd = ask(session, "fill", "odd", {"plasss": {"timer": 1}})
    assert (odd["case"], bool(odd["wrong"])) == (None, True)
    assert "ingen sak" in refused(session, "case", "odd")["message"]


def test_files_of_cases() -> None:
    """Read as the commands read them; what is no file of cases leaves the bench as it was."""
    session = parking()
    case = {"sak": "fra-fil", "plass": {"kjøretøy": "sykkel"}}
    found = json.loads(session.read_file("a.json", json.dumps(case).encode()))["answer"]
    assert found["cases"] == ["fra-fil"]
    table = "sak;plass.kjøretøy;plass.timer\nfra-csv;bil;2\n".encode()
    assert json.loads(session.read_file("b.csv", table))["answer"]["cases"] == ["fra-csv"]
    wrong = json.loads(session.read_file("c.doc", b""))["answer"]
    assert wrong["rejected"][0]["help"]
    ids = [each["id"] for each in ask(session, "portfolio")["cases"]]
    assert ids == ["bil", "sykkel", "tom", "fra-fil", "fra-csv"]


def test_the_template_is_read_again() -> None:
    """A workbook made here is one that the bench reads."""
    session = parking()
    found = json.loads(session.read_file("mal.xlsx", session.template()))["answer"]
    assert found["rejected"][0]["code"] == "NTR516"  # it has no cases yet


def test_the_day_is_given() -> None:
    """Without one a case without its own cannot be judged; a bad one is told."""
    session = parking(day=None)
    assert "vurderingsdag" in refused(session, "portfolio")["help"]
    assert ask(session, "set_day", "2021-03-01") == "2021-03-01"
    assert ask(session, "portfolio")["cases"][0]["counts"]["brutt"] == 0  # two hours were allowed
    assert "ingen dato" in refused(session, "set_day", "31.1.2026")["message"]


def test_a_package_is_opened_again_to_the_same() -> None:
    """Its texts, its cases, its day; and it says where it is from other rules."""
    session = parking()
    ask(session, "analyse", {"parkering": THREE})
    ask(session, "fill", "min", {"plass": {"kjøretøy": "bil", "timer": 2}})
    ask(session, "witness", "1-1/korttid")
    packed = session.package()
    assert packed == session.package()
    other = parking()
    opened = json.loads(other.open_package(packed))["answer"]
    assert (opened["base"], opened["text"]) == (True, "")
    assert opened["texts"] == {"parkering": THREE}
    assert ask(other, "compare") == ask(session, "compare")
    assert other.package() == packed
    later = parking(texts={"parkering": PARKING.replace("minst 20 kroner", "minst 25 kroner")})
    assert "annen utgave" in json.loads(later.open_package(packed))["answer"]["text"]


def test_what_is_no_package_is_refused() -> None:
    """Whatever it is, the bench is as it was."""
    session = parking()
    packed = session.package()
    told_of = ZipFile(BytesIO(packed)).getinfo("endring.json")
    begins = told_of.header_offset + 30 + len(told_of.filename)
    hurt = packed[:begins] + b"\xff" * 8 + packed[begins + 8 :]
    for data in (b"PK", packed[:-30], hurt):
        told = json.loads(session.open_package(data))
        assert "ingen pakke" in told["error"]["message"]
    assert ask(session, "analyse", {})["edited"] == []
