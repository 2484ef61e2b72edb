"""The bench behind one door: the name of a method and its arguments in, JSON out.

Whoever hosts it (a worker in a browser, a local server) gives the texts, the day and the bytes of
files, and writes what is to be written. Here there are no files, no clock and no network.
"""

import json
from base64 import b64decode
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from inspect import signature
from typing import Any

from hjemmel import __version__
from hjemmel.engine.errors import HjemmelError
from hjemmel.engine.rulebook import Rulebook
from hjemmel.store import storage
from hjemmel.workbench import shapes, told_cases, told_rules
from hjemmel.workbench.bench import Workbench
from hjemmel.workbench.case_files import CaseFile
from hjemmel.workbench.compared import compared
from hjemmel.workbench.edits import edited
from hjemmel.workbench.filling import fill
from hjemmel.workbench.forms import questions
from hjemmel.workbench.package import open_package, package
from hjemmel.workbench.problem import RefusedError
from hjemmel.workbench.settled import settling
from hjemmel.workbench.uploads import put_file, template, uploaded
from hjemmel.workbench.witness import witness

_OURS = "intern"
_STAYS = "det du har skrevet, er ikke borte; meld gjerne fra"
PORTFOLIO = "portefølje.jsonl"
_NO_PORTFOLIO: shapes.Uploaded = {
    "file": PORTFOLIO, "cases": [], "rejected": [], "unread": [], "notes": [],
}  # fmt: skip


class Session:
    """One bench and those who ask of it. `start` gives it; `call` asks by name.

    Every answer is JSON of `shapes.Answered`: `{"answer": …}`, or `{"error": {…}}` where what is
    asked for cannot be done.
    """

    def __init__(self, bench: Workbench, started: shapes.Started) -> None:
        self.bench = bench
        self.started = started

    @classmethod
    def start(cls, given: Mapping[str, Any]) -> "Session":
        """A bench from `texts` (by name), and of what may be given besides: `names` of the
        rulebooks asked for, `sentences` (the list of source sentences), `portfolio` (JSON lines, or
        `{"name", "text"}` or `{"name", "base64"}`), `program` (a stored program in base64, of
        just these texts), `fixed` (files that stay as they are), `draft` (texts that are otherwise
        now, as `analyse` takes them) and `day` (ISO)."""
        bench = Workbench.of(
            given["texts"], given.get("names"), given.get("sentences"), given.get("fixed") or ()
        )
        session = cls(bench, _nothing())
        session._begin(given)
        return session

    def _begin(self, given: Mapping[str, Any]) -> None:
        bench, analysis = self.bench, None
        if stored := given.get("program"):
            bench.take(Rulebook(storage.load(b64decode(stored))))
        if not stored or given.get("draft"):
            bench.write(given.get("draft") or {})
            analysis = told_rules.analysis(bench)
        if given.get("day"):
            self.set_day(given["day"])
        if given.get("portfolio"):
            bench.files.append(_portfolio(given["portfolio"]))
        read = [uploaded(each, bench.now) for each in bench.files if bench.draft]
        self.started = {
            "version": __version__,
            "names": list(bench.names),
            "fixed": sorted(bench.fixed),
            "fingerprint": bench.base.rulebook.fingerprint if bench.base else "",
            "norms": told_rules.norms(bench.base) if bench.base else [],
            "analysis": analysis,
            "portfolio": read[0] if read else _NO_PORTFOLIO,
            "day": bench.day.isoformat() if bench.day else None,
        }

    def call(self, method: str, arguments: Sequence[Any]) -> str:
        """What a method answers, as JSON."""
        return _json(self.answer(method, arguments))

    def answer(self, method: str, arguments: Sequence[Any]) -> shapes.Answered:
        """The same as data."""
        asked = METHODS.get(method)
        if asked is None:
            return _failed("", f"arbeidsbenken kjenner ikke «{method}»", "")
        try:
            signature(asked).bind(self, *arguments)
        except TypeError:
            return _failed("", f"«{method}» fikk andre opplysninger enn den venter", "")
        return self._answered(lambda: asked(self, *arguments))

    def _answered(self, ask: Callable[[], Any]) -> shapes.Answered:
        """The answer, or why there is none; whatever goes wrong, what is on the bench stays."""
        try:
            return {"answer": ask()}
        except RefusedError as wrong:
            return _failed(wrong.code, wrong.message, wrong.help)
        except HjemmelError as wrong:
            return _failed(wrong.code, wrong.message, getattr(wrong, "help", ""))
        except Exception as fault:  # ours, or of who asked; told, so that nobody loses a draft
            return _failed(_OURS, _told(fault), _STAYS)

    # ---- rules

    def begun(self) -> shapes.Started:
        """What the bench began with."""
        return self.started

    def texts(self) -> shapes.Texts:
        """The rule files, as they were and as they are."""
        bench = self.bench
        return {"base": dict(bench.base_texts), "now": dict(bench.texts),
                "fixed": sorted(bench.fixed)}  # fmt: skip

    def analyse(self, texts: Mapping[str, str | None]) -> shapes.Analysis:
        """The rules with some texts in the place of those of the same names (None: gone)."""
        self.bench.write(texts)
        return told_rules.analysis(self.bench)

    def vocabulary(self) -> list[shapes.Entry]:
        """Every name that a rule can use."""
        return told_rules.entries(self.bench.now.program)

    def complete(self, file: str, line: int, column: int) -> list[shapes.Completion]:
        """What may stand before a column of a line."""
        return told_rules.completions(self.bench, file, line, column)

    def hover(self, file: str, line: int, column: int) -> shapes.Hover | None:
        """What the words at a place mean; None where nothing is known of them."""
        return told_rules.hover(self.bench, file, line, column)

    def read_back(self, norm: str) -> shapes.ReadBack:
        """«Slik leses normen», before and now."""
        return told_rules.read_back(self.bench, norm)

    def format(self, file: str) -> shapes.Text:
        """A file in the one layout; the bench is as it was until it is analysed."""
        return {"file": file, "text": told_rules.laid_out(self.bench, file)}

    def fix(self, file: str, edits: Sequence[Mapping[str, Any]]) -> shapes.Text:
        """A file with the edits of a fix made; the bench is as it was until it is analysed."""
        return {"file": file, "text": edited(self.bench.text(file), edits)}

    # ---- cases

    def compare(self) -> shapes.Compared:
        """What the draft does to the cases."""
        return compared(self.bench)

    def portfolio(self) -> shapes.Portfolio:
        """All cases, each in a line."""
        return told_cases.portfolio(self.bench)

    def case(self, name: str) -> shapes.CasePage:
        """A case with all its verdicts."""
        return told_cases.case_page(self.bench, name)

    def reason(self, case: str, norm: str) -> shapes.Reason:
        """The whole reason of a norm in a case, before and now."""
        return told_cases.reason(self.bench, case, norm)

    def settling(self, case: str, norm: str) -> shapes.Settling:
        """«Hva skal til»: what would settle the norm in a case, or turn it. It is searched for."""
        return settling(self.bench, case, norm)

    def witness(self, norm: str) -> shapes.Witness:
        """A case that shows what the draft does with a norm, put on the bench if one is found."""
        return witness(self.bench, norm)

    # ---- cases of one's own

    def questions(self, kind: str | None = None, case: str | None = None) -> shapes.Form:
        """A form: of all that can be asked, of what one kind of case needs, or of a case."""
        return questions(self.bench, kind, case)

    def fill(self, name: str, answers: Mapping[str, Any]) -> shapes.Filled:
        """A case from a form's answers, as JSON would have them; `tittel` and `vurderingsdato`
        stand among the parts. An empty name gets one; the name of one's own case changes it."""
        return fill(self.bench, name, answers)

    def drop_case(self, name: str) -> bool:
        """Take away a case of one's own."""
        self.bench.drop(name)
        return True

    def set_day(self, iso: str) -> str:
        """The day that cases without their own are judged by."""
        try:
            self.bench.day = date.fromisoformat(iso)
        except ValueError:
            raise RefusedError(f"«{iso}» er ingen dato", "skriv den som 2026-01-31") from None
        return self.bench.day.isoformat()

    # ---- files, as bytes

    def read_file(self, name: str, data: bytes) -> str:
        """Cases from the bytes of a file, on the bench from now on; JSON of `shapes.Uploaded`."""
        return _json(self._answered(lambda: put_file(self.bench, name, bytes(data))))

    def open_package(self, data: bytes) -> str:
        """What a package changes, put on the bench; JSON of `shapes.Opened`."""
        return _json(self._answered(lambda: open_package(self.bench, bytes(data))))

    def template(self) -> bytes:
        """An Excel workbook to fill cases in; RefusedError where it cannot be made."""
        return _file(lambda: template(self.bench))

    def package(self) -> bytes:
        """The package to hand on; RefusedError where it cannot be made."""
        return _file(lambda: package(self.bench))


def _told(fault: Exception) -> str:
    return f"noe gikk galt i programmet ({type(fault).__name__}: {fault})"


def _file(make: Callable[[], bytes]) -> bytes:
    """A file; RefusedError, whatever it is that keeps it from being made."""
    try:
        return make()
    except RefusedError:
        raise
    except Exception as fault:
        raise RefusedError(_told(fault), _STAYS, _OURS) from fault


def _json(of: shapes.Answered) -> str:
    return json.dumps(of, ensure_ascii=False)


def _failed(code: str, message: str, help: str) -> shapes.Answered:
    return {"error": {"code": code, "message": message, "help": help}}


def _nothing() -> shapes.Started:
    return {"version": __version__, "names": [], "fixed": [], "fingerprint": "", "norms": [],
            "analysis": None, "portfolio": _NO_PORTFOLIO, "day": None}  # fmt: skip


def _portfolio(given: str | Mapping[str, str]) -> CaseFile:
    if isinstance(given, str):
        return CaseFile(PORTFOLIO, given.encode(), own=False)
    data = b64decode(given["base64"]) if "base64" in given else given["text"].encode()
    return CaseFile(given["name"], data, own=False)


Method = Callable[..., Any]
METHODS: Mapping[str, Method] = {
    "begun": Session.begun,
    "texts": Session.texts,
    "analyse": Session.analyse,
    "vocabulary": Session.vocabulary,
    "complete": Session.complete,
    "hover": Session.hover,
    "read_back": Session.read_back,
    "format": Session.format,
    "fix": Session.fix,
    "compare": Session.compare,
    "portfolio": Session.portfolio,
    "case": Session.case,
    "reason": Session.reason,
    "settling": Session.settling,
    "witness": Session.witness,
    "questions": Session.questions,
    "fill": Session.fill,
    "drop_case": Session.drop_case,
    "set_day": Session.set_day,
}
"""What may be called by name with JSON arguments."""
