// The Python side of the page: the engine, its libraries and what they use of the standard library,
// as byte code made by the very Python that is to run it.
import fs from "node:fs";
import path from "node:path";
import { loadPyodide } from "pyodide";
import { packed, squeezed } from "./pack.mjs";
import { PARTS, TOP, WEB, WHEELS } from "./places.mjs";
import { unzipped } from "./unzip.mjs";
import { given } from "./given.mjs";

const COMPILED = /emscripten|wasm32/;

const MADE_BY_US = /__pycache__|\.pyc$|_resources.web/;

/** The files below a folder, by their paths there. */
function files(folder) {
  const all = fs.readdirSync(folder, { withFileTypes: true, recursive: true }).filter((each) => each.isFile());
  return all.map((each) => path.relative(folder, path.join(each.parentPath, each.name))).filter((each) => !MADE_BY_US.test(each));
}

function put(python, to, from) {
  python.FS.mkdirTree(path.posix.dirname(to));
  python.FS.writeFile(to, fs.readFileSync(from));
}

function give(python) {
  const engine = path.join(TOP, "engine", "hjemmel");
  for (const each of files(engine)) put(python, `/build/own/hjemmel/${each}`, path.join(engine, each));
  const grammar = path.join(TOP, "grammar");
  for (const each of files(grammar)) put(python, `/build/own/hjemmel/_resources/grammar/${each}`, path.join(grammar, each));
  for (const each of fs.readdirSync(WHEELS).filter((name) => !COMPILED.test(name)))
    put(python, `/build/wheels/${each}`, path.join(WHEELS, each));
  for (const each of ["closure.py", "compiling.py"]) put(python, `/build/${each}`, path.join(WEB, "bundling", each));
}

/** Excel is read by a library of its own, which is unpacked when somebody gives a workbook. */
function calamine() {
  const wheel = fs.readdirSync(WHEELS).find((name) => COMPILED.test(name));
  const inside = unzipped(fs.readFileSync(path.join(WHEELS, wheel)));
  return [...inside].filter(([name]) => /^python_calamine\/.*\.(py|so)$/.test(name));
}

/** The engine packed, and what it says of the rules that ship. */
export async function python() {
  fs.mkdirSync(PARTS, { recursive: true });
  const runs = await loadPyodide();
  give(runs);
  const told = JSON.parse(await runs.runPythonAsync(fs.readFileSync(path.join(WEB, "bundling", "compiling.py"), "utf8")));
  if (told.missing.length) throw new Error(`motoren mangler ${told.missing.join(", ")}`);
  keep("excel", calamine());
  for (const name of ["standard", "engine"]) keep(name, unzipped(runs.FS.readFile(`/build/${name}.zip`)));
  runs.runPython("sys.path[:0] = [str(OWN), str(SITE)]");
  return given(runs);
}

const keep = (name, files) => fs.writeFileSync(path.join(PARTS, `${name}.pack.gz`), squeezed(packed(files)));
