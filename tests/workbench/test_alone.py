"""The bench where little else is installed: lark, attrs, and what reads and writes workbooks."""

import os
import subprocess
import sys
from pathlib import Path

from support.command_line import ENGINE

ABSENT = (
    "click", "duckdb", "numpy", "openpyxl", "pandas", "pyarrow", "pygls", "pypdf", "pyspark",
    "ruamel", "sqlalchemy", "vl_convert", "z3",
)  # fmt: skip
"""What is not in a browser."""
PROGRAM = """
import sys
from importlib.machinery import PathFinder

absent = set(sys.argv[1].split(","))

class Without:
    def find_spec(self, name, path=None, target=None):
        is_absent = name.partition(".")[0] in absent
        return None if is_absent else PathFinder.find_spec(name, path, target)

sys.meta_path[:] = [each for each in sys.meta_path if each is not PathFinder] + [Without()]
import datetime

class Day(datetime.date):
    @classmethod
    def today(cls):
        raise AssertionError("the bench read a clock")

datetime.date = Day
sys.path.insert(0, sys.argv[2])
from support.benches import ask, parking
from support.engine_texts import PARKING
from hjemmel.workbench.protocol import METHODS

session = parking()
asked = {
    "begun": (), "texts": (), "vocabulary": (), "compare": (), "portfolio": (),
    "analyse": ({"parkering": PARKING.replace("er høyst 1", "er høyst 3")},),
    "complete": ("parkering", 20, 12), "hover": ("parkering", 20, 12),
    "read_back": ("1-1/korttid",), "format": ("parkering",), "fix": ("parkering", []),
    "case": ("bil",), "reason": ("bil", "1-1/korttid"), "settling": ("tom", "1-1/takst"),
    "witness": ("1-1/korttid",), "questions": ("bil",), "fill": ("min", {"plass": {"timer": 1}}),
    "drop_case": ("min",), "set_day": ("2024-05-01",),
}
assert set(asked) == set(METHODS), set(asked) ^ set(METHODS)
for each, arguments in asked.items():
    ask(session, each, *arguments)
session.read_file("mal.xlsx", session.template())
assert '"answer"' in session.open_package(session.package())
found = {each.partition(".")[0] for each in sys.modules}
assert not found & absent, found & absent
print("alt svarte")
"""


def test_the_whole_protocol_answers_with_nothing_else_installed() -> None:
    """No library that a browser lacks is asked for, and no clock."""
    tests = Path(__file__).parents[1]
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, ",".join(ABSENT), str(tests)],
        env=os.environ | {"PYTHONPATH": str(ENGINE)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == "alt svarte\n", done.stderr
