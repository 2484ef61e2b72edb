"""What it takes, for other programs."""

from typing import assert_never

from hjemmel.analysis.settling.answers import Answer, Change, Settled, Settling, Step, Turning, Ways
from hjemmel.analysis.settling.render_text import grounds
from hjemmel.analysis.settling.replaying import Judging
from hjemmel.analysis.settling.step_words import StepWords
from hjemmel.case.observation import Path
from hjemmel.explain.unknown_facts import path_text
from hjemmel.explain.verdict import full_word, missing

Data = dict[str, object]
_KEYS = {
    Change.TELL: "oppgi",
    Change.ALTER: "endre",
    Change.ADD: "legg_til",
    Change.COMPLETE: "hel",
    Change.REMOVE: "ta_bort",
    Change.HAVE: "ha",
}


def document(judging: Judging, answer: Answer) -> Data:
    """The answer as dictionaries and lists."""
    words, before = StepWords(judging), answer.before
    found: Data = {"norm": before.norm.id, "ord": full_word(before, missing(before))}
    match answer:
        case Settling():
            needed = answer.needed
            return {
                **found,
                "avgjøres_av": [_ways(each, words) for each in answer.ways],
                "avgjøres_uansett_av":
                    None if needed is None else [_fact(each, words) for each in needed],
                "åpent_uansett": [
                    {"grunn": each.kind.value, "om": each.about} for each in answer.open_still
                ],
                **_grounds(answer),
            }  # fmt: skip
        case Turning():
            return {**found, "snus_av": _ways(answer.ways, words), **_grounds(answer)}
        case Settled():
            return found
        case _:
            assert_never(answer)


def _grounds(found: Settling | Turning) -> Data:
    return {
        "grunnlag": found.basis.value,
        "hvorfor": found.reason.value if found.reason else None,
        "sagt": grounds(found),
    }


def _ways(of: Ways, words: StepWords) -> Data:
    verdict = of.found[0].verdict if of.found else None
    return {
        "ord": verdict.word if verdict else None,
        "hjemler": [str(each) for each in verdict.citations] if verdict else [],
        "alle": of.is_all,
        "måter": [[_step(each, words) for each in way.steps] for way in of.found],
    }


def _step(of: Step, words: StepWords) -> Data:
    return {
        "hva": _KEYS[of.change],
        "opplysning": path_text(of.path),
        "sagt": words.step(of),
        "for_eksempel": of.is_example,
        "hos": words.holder(of.path).removeprefix("hos "),
    }


def _fact(path: Path, words: StepWords) -> Data:
    return {
        "opplysning": path_text(path),
        "sagt": words.name(path),
        "hos": words.holder(path).removeprefix("hos "),
    }
