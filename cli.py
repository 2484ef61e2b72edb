"""Run ``ntr`` straight from a checkout, with nothing of ours installed: ``python cli.py …``."""

import runpy
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "engine"))
runpy.run_module("hjemmel", run_name="__main__", alter_sys=True)
