"""What a case lets the engine see: assessments, disagreement, pending matters, acts not done."""

from datetime import date
from typing import Any

import pytest

from hjemmel.case.observation import Doubt, Observation, PartialList, Unknown, observe
from hjemmel.case.one_of import ContestedView, OneOf
from hjemmel.case.statements import (
    Assessment,
    Case,
    Content,
    Entries,
    Grade,
    NotDone,
    Pending,
    Statement,
    Unreadable,
    Unrecognised,
)
from hjemmel.core.schema import (
    FieldDeclaration,
    RecordDeclaration,
    Register,
    RegisterEntry,
    Role,
    Schema,
    Tenure,
)
from hjemmel.core.types import Assessed, Date, Listed, Registered, Row, Text, Truth, Whole

P = date(2024, 5, 1)
BEFORE, AFTER = date(2023, 5, 1), date(2024, 5, 2)

FIELDS = (
    FieldDeclaration("gevinst", "gevinst", Assessed("myndigheten"), holder="myndigheten"),
    FieldDeclaration("råd", "råd", Assessed("nemnda"), holder="nemnda"),
    FieldDeclaration("behov", "behov", Assessed("myndigheten")),
    FieldDeclaration("godkjent", "godkjent", Truth(), holder="departementet"),
    FieldDeclaration("antall", "antall", Whole(), holder="søkeren"),
    FieldDeclaration("meldt", "meldt", Date(), holder="søkeren"),
    FieldDeclaration("eier", "eier", Registered("helseforetak")),
    FieldDeclaration("steder", "steder", Listed(Row("sted")), holder="søkeren"),
    FieldDeclaration("navn", "navn", Listed(Text())),
    FieldDeclaration("eiere", "eiere", Listed(Registered("helseforetak"))),
)
SCHEMA = Schema(
    records=(
        RecordDeclaration("tjeneste", "tjenesten", "tjenestens", FIELDS),
        RecordDeclaration(
            "sted",
            "stedet",
            "stedets",
            (
                FieldDeclaration("by", "by", Text()),
                FieldDeclaration("navn", "navn", Listed(Text())),
            ),
            entry=True,
        ),
        RecordDeclaration("søknad", "søknaden", "søknadens", (), optional=True),
    ),
    registers=(Register("helseforetak", (RegisterEntry("OUS"),)),),
    roles=(
        Role(
            "myndigheten",
            (
                Tenure(None, date(2023, 12, 31), "Helsedirektoratet"),
                Tenure(date(2024, 1, 1), None, "departementet"),
            ),
        ),
    ),
)


def seen(key: str, *statements: Statement | Content) -> Observation:
    """A case where only this is said."""
    told = tuple(each if isinstance(each, Statement) else Statement(each) for each in statements)
    return observe(Case("sak", None, {"tjeneste": {key: told}}), SCHEMA, P)


def value(key: str, *statements: Statement | Content) -> Any:
    """What is seen of it."""
    record = seen(key, *statements).view["tjeneste"]
    assert record is not None
    return record[key]


def doubt(key: str, *statements: Statement | Content) -> Doubt | None:
    """Why it is unknown."""
    return seen(key, *statements).doubts.get(("tjeneste", key))


# --- records and silence ---------------------------------------------------------------------


def test_a_record_the_case_does_not_have_is_absent() -> None:
    """And one that is empty is there, with nothing known."""
    view = observe(Case("sak", None, {"tjeneste": {}}), SCHEMA, P).view
    assert view["søknad"] is None
    assert view["tjeneste"] == dict.fromkeys((each.key for each in FIELDS), None)
    assert "sted" not in view


def test_the_day_of_evaluation_is_a_fact() -> None:
    """Known to rules as the date of the case."""
    assert observe(Case("sak", None, {}), SCHEMA, P).view["sak"] == {"vurderingsdato": P}


def test_silence_is_missing() -> None:
    """With whoever holds the fact."""
    assert doubt("antall") == Doubt(Unknown.MISSING, "søkeren")


# --- vurdering -------------------------------------------------------------------------------

COUNTS = [
    ("positive", Assessment(True), True),
    ("negative", Assessment(False), False),
    ("by the holder that day", Assessment(True, "Helsedirektoratet", BEFORE), True),
    ("by the holder today", Assessment(True, "departementet", P), True),
    ("by the role itself", Assessment(True, "myndigheten", BEFORE), True),
    ("made today", Assessment(True, None, P), True),
    ("bare yes", True, True),
    ("bare no", False, False),
]


@pytest.mark.parametrize(("_", "told", "expected"), COUNTS)
def test_an_assessment_that_counts(_: str, told: Content, expected: bool) -> None:
    """Made by today, by the body that held the role that day."""
    assert value("gevinst", told) is expected
    assert doubt("gevinst", told) is None


DOES_NOT_COUNT = [
    ("made after the day", Assessment(True, "departementet", AFTER)),
    ("made after the day, by nobody named", Assessment(False, None, AFTER)),
    ("by the holder of another day", Assessment(True, "departementet", BEFORE)),
    ("by the holder before", Assessment(True, "Helsedirektoratet", P)),
    ("by another body", Assessment(False, "fylkeslegen", BEFORE)),
]


@pytest.mark.parametrize(("_", "told"), DOES_NOT_COUNT)
def test_an_assessment_that_does_not_count(_: str, told: Assessment) -> None:
    """It leaves discretion to whoever holds the role on the day of evaluation."""
    found = doubt("gevinst", told)
    assert value("gevinst", told) is None
    assert found is not None
    assert (found.kind, found.holder) == (Unknown.DISCRETION, "departementet")


def test_an_assessment_belongs_to_the_owner_of_its_type() -> None:
    """Also where the fact is declared without a holder."""
    assert value("behov", Assessment(True, "departementet", P)) is True


def test_an_assessment_not_made() -> None:
    """Discretion is missing, not a fact, and the holder of the day is to exercise it."""
    assert doubt("gevinst") == Doubt(Unknown.DISCRETION, "departementet")


def test_an_assessment_of_a_body_that_is_no_role() -> None:
    """The body itself must make it."""
    assert value("råd", Assessment(True, "nemnda", BEFORE)) is True
    found = doubt("råd", Assessment(True, "departementet", BEFORE))
    assert found is not None
    assert (found.kind, found.holder) == (Unknown.DISCRETION, "nemnda")


@pytest.mark.parametrize("told", [True, Assessment(True, "departementet", P)])
def test_grounds_not_given_are_noted(told: Content) -> None:
    """A bare answer counts, with a finding."""
    assert seen("gevinst", told).notes == {("tjeneste", "gevinst"): "grunnlag ikke oppgitt"}


def test_grounds_given_are_not_noted() -> None:
    """Nothing to remark."""
    assert seen("gevinst", Assessment(True, "departementet", P, "rapport")).notes == {}


# --- motstrid --------------------------------------------------------------------------------


def by(grade: Grade, content: Content, source: str = "kilde") -> Statement:
    """A statement of a grade."""
    return Statement(content, source, grade)


@pytest.mark.parametrize(
    ("highest", "lower"),
    [
        (Grade.OFFICIAL, Grade.SELF_REPORTED),
        (Grade.SELF_REPORTED, Grade.PARTY),
        (Grade.PARTY, Grade.DERIVED),
        (Grade.OFFICIAL, Grade.DERIVED),
    ],
)
def test_the_highest_grade_decides(highest: Grade, lower: Grade) -> None:
    """Whatever the lower ones say, in either order."""
    assert value("antall", by(lower, 1), by(highest, 2)) == 2
    assert value("antall", by(highest, 2), by(lower, 1), by(lower, 3)) == 2


def test_a_bare_value_is_official() -> None:
    """It weighs more than what a party says."""
    assert value("antall", by(Grade.PARTY, 1), 2) == 2


@pytest.mark.parametrize("grade", list(Grade))
def test_two_of_the_same_grade_that_differ(grade: Grade) -> None:
    """It lies between them for as long as they do."""
    told = by(grade, 1, "årsrapport"), by(grade, 2, "søknad")
    assert value("antall", *told) == (1, 2)
    assert doubt("antall", *told) == Doubt(Unknown.CONFLICT, "søkeren", "årsrapport: 1; søknad: 2")


def test_two_of_the_same_grade_that_agree() -> None:
    """No conflict, whatever their sources."""
    assert value("antall", by(Grade.PARTY, 1, "a"), by(Grade.PARTY, 1, "b")) == 1


def test_a_truth_is_no_number() -> None:
    """Yes and 1 are not the same statement."""
    found = doubt("antall", True, 1)
    assert found is not None
    assert found.kind is Unknown.CONFLICT


def test_lists_agree_in_any_order_but_not_in_number() -> None:
    """Lists are compared as multisets."""
    one, other = Entries(("a", "b", "a")), Entries(("b", "a", "a"))
    assert value("navn", one, other) == ["a", "b", "a"]
    for differing in (("a", "b"), ("a", "b", "b")):
        assert value("navn", one, Entries(differing)) == ["a", "b"]
        assert isinstance(value("navn", one, Entries(differing)), PartialList)
    assert isinstance(value("navn", one, Entries(("a", "b", "a"), complete=False)), PartialList)


def test_what_lists_that_differ_share_keeps_its_number() -> None:
    """The entries are those of the first, with what may be more."""
    told = Entries(("c", "a", "b", "a")), Entries(("a", "b", "d"))
    found = seen("navn", *told)
    assert found.view["tjeneste"] == {**(found.view["tjeneste"] or {}), "navn": ["a", "b"]}
    assert found.as_told(("tjeneste", "navn", 0, "")) == ("tjeneste", "navn", 1, "")
    conflict = found.doubts["tjeneste", "navn"]
    assert (conflict.kind, conflict.words) == (
        Unknown.CONFLICT, "uten kilde: 4 oppføringer; uten kilde: 3 oppføringer"
    )  # fmt: skip


def test_names_that_differ_are_one_of_them() -> None:
    """And the view says that there is such a name in it."""
    found = seen("eier", "OUS", "UNN")
    assert (found.view["tjeneste"] or {})["eier"] == OneOf(("OUS", "UNN"))
    assert isinstance(found.view, ContestedView)
    assert not isinstance(seen("eier", "OUS", "OUS").view, ContestedView)


@pytest.mark.parametrize("other", [Pending("behandles"), Unrecognised("OSU"), Unreadable("nei")])
def test_what_nobody_knows_leaves_all_open(other: Content) -> None:
    """One of the sources may then say anything."""
    assert value("eier", "OUS", other) is None
    assert value("antall", 2, other) is None


def test_an_act_that_one_source_says_is_not_done() -> None:
    """It may be any day from the one that the other gives."""
    assert value("meldt", NotDone(), date(2023, 1, 1)) == (date(2023, 1, 1), None)
    assert value("meldt", NotDone(), date(2099, 1, 1)) == (P, None)


def test_assessments_agree_by_their_result() -> None:
    """Who made them and why does not make them differ."""
    one = Assessment(True, "departementet", P, "en grunn")
    assert value("gevinst", one, Assessment(True, "myndigheten", P, "en annen")) is True
    assert value("gevinst", one, Assessment(False, "departementet", P)) is None


def test_a_bare_answer_agrees_with_an_assessment_of_the_same_result() -> None:
    """A bare answer counts as made by the declared owner."""
    assert value("gevinst", True, Assessment(True, "departementet", P)) is True


def test_the_order_of_statements_never_matters() -> None:
    """An assessment that does not count says the same before one that does as after it."""
    counts = Assessment(True, "departementet", P)
    does_not = Assessment(True, "fylkeslegen", P)
    assert value("gevinst", counts, does_not) is value("gevinst", does_not, counts)


def test_lists_inside_entries_agree_in_any_order() -> None:
    """A list of records whose own lists stand in another order is the same list."""
    one = Entries(({"navn": (Statement(Entries(("a", "b"))),)},))
    other = Entries(({"navn": (Statement(Entries(("b", "a"))),)},))
    assert doubt("steder", one, other) is None


def test_entries_agree_whatever_their_sources() -> None:
    """What is said is compared, not who says it."""
    one = Entries(({"by": (Statement("Oslo", "årsrapport"),)},))
    other = Entries(({"by": (Statement("Oslo", "søknad"),)},))
    assert doubt("steder", one, other) is None


# --- pending, not done, not recognised, in part ----------------------------------------------


def test_a_pending_matter() -> None:
    """Unknown until it is decided."""
    assert value("godkjent", Pending("behandles")) is None
    assert doubt("godkjent", Pending("behandles")) == Doubt(
        Unknown.PENDING, "departementet", "behandles"
    )


def test_a_pending_assessment() -> None:
    """Awaits whoever holds the role today."""
    assert doubt("gevinst", Pending("møte i juni")) == Doubt(
        Unknown.PENDING, "departementet", "møte i juni"
    )


def test_an_act_not_done() -> None:
    """If it comes, it comes no earlier than today."""
    assert value("meldt", NotDone()) == (P, None)
    found = doubt("meldt", NotDone())
    assert found is not None
    assert found.kind is Unknown.PENDING


def test_a_name_that_the_register_does_not_have() -> None:
    """Unknown, with a suggestion, and never another institution."""
    told = Unrecognised("OSU", ("OUS",))
    assert value("eier", told) is None
    assert doubt("eier", told) == Doubt(
        Unknown.MISSING, "", "«OSU» står ikke i registeret, mente du OUS?"
    )


def test_a_name_not_recognised_in_a_list() -> None:
    """No member, and the list may have more; what stands after it keeps its number as told."""
    found = seen("eiere", Entries(("OUS", Unrecognised("X", place="celle B3"), "UNN")))
    record = found.view["tjeneste"]
    assert record is not None
    assert record["eiere"] == ["OUS", "UNN"]
    assert isinstance(record["eiere"], PartialList)
    assert found.doubts["tjeneste", "eiere"] == Doubt(
        Unknown.MISSING, "", "«X» står ikke i registeret (celle B3)"
    )
    assert found.as_told(("tjeneste", "eiere", 1, "")) == ("tjeneste", "eiere", 2, "")
    assert found.as_told(("tjeneste", "eiere", 0, "")) == ("tjeneste", "eiere", 0, "")


def test_a_list_known_in_part() -> None:
    """It has these members, and there may be more."""
    told = Entries(("a",), complete=False)
    assert value("navn", told) == ["a"]
    assert isinstance(value("navn", told), PartialList)
    found = doubt("navn", told)
    assert found is not None
    assert found.kind is Unknown.MISSING


def test_a_list_of_none() -> None:
    """An empty list is known to be empty."""
    assert value("navn", Entries(())) == []
    assert not isinstance(value("navn", Entries(())), PartialList)
    assert doubt("navn", Entries(())) is None


def test_facts_of_entries() -> None:
    """Each entry is seen as a record is, its silence too."""
    found = seen("steder", Entries(({"by": (Statement("Oslo"),)}, {})))
    record = found.view["tjeneste"]
    assert record is not None
    assert record["steder"] == [{"by": "Oslo", "navn": None}, {"by": None, "navn": None}]
    assert found.doubts["tjeneste", "steder", 1, "by"] == Doubt(Unknown.MISSING)


def test_where_a_value_comes_from() -> None:
    """The source of what is seen is kept."""
    told = Statement(2, "årsrapport 2023")
    assert seen("antall", told).sources == {("tjeneste", "antall"): "årsrapport 2023"}


def test_the_kinds_of_unknown_stand_in_fixed_order() -> None:
    """The order in which they are shown."""
    kinds = [each.value for each in Unknown]
    assert kinds == ["mangler", "skjønn", "tolkning", "motstrid", "avventer"]
