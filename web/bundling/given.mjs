// What the page begins with: the rules, the list of sentences and the cases that ship, the program
// they make, and what is found of them, so that nothing need be parsed before somebody edits.
import fs from "node:fs";
import path from "node:path";
import { TOP } from "./places.mjs";

const PREPARE = `
import json
from base64 import b64encode
from hjemmel.store import storage
from hjemmel.workbench.protocol import Session

given = json.loads(GIVEN)
session = Session.start(given)
started = session.started
given["names"] = started["names"]
given["program"] = b64encode(storage.dump(session.bench.base.program)).decode()
json.dumps({"given": given, "analysis": started["analysis"]}, ensure_ascii=False)
`;

const read = (...at) => fs.readFileSync(path.join(TOP, ...at), "utf8");

function shipped() {
  const names = fs.readdirSync(path.join(TOP, "rules")).filter((each) => each.endsWith(".ntr")).sort();
  const texts = Object.fromEntries(names.map((each) => [path.basename(each, ".ntr"), read("rules", each)]));
  return { texts, sentences: read("rules", "kilder", "setninger.tsv"), portfolio: read("data", "portefolje.jsonl") };
}

/** @param {import("pyodide").PyodideAPI} python one with the engine in it */
export function given(python) {
  python.globals.set("GIVEN", JSON.stringify(shipped()));
  return JSON.parse(python.runPython(PREPARE));
}
