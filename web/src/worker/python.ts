// Python, started from what the page handed over. Nothing is fetched: `fetch` answers from memory,
// and knows nothing else.

import createPyodideModule from "pyodide/pyodide.asm.mjs";
import type { PyodideAPI } from "pyodide";
import { unsqueezed, type Parts } from "../engine/parts.js";
import type { Step } from "../engine/transport.js";
import { unpack } from "./packs.js";

const HERE = "https://inne.i.filen/";
const STANDARD = "/lib/python3.14";
export const SITE = "/lib/site";
const EMPTY_ZIP = Uint8Array.of(0x50, 0x4b, 5, 6, ...new Array<number>(18).fill(0));

declare const PYODIDE_LOCK: object;

export async function started_python(parts: Parts, told: (step: Step) => void): Promise<PyodideAPI> {
  told("python");
  const [wasm, standard, engine] = [parts.wasm, parts.standard, parts.engine].map((each) => unsqueezed(each).arrayBuffer());
  globalThis.fetch = async (asked) => {
    const name = String(asked).slice(HERE.length);
    if (name === "pyodide.asm.wasm") return new Response(await wasm!, { headers: { "content-type": "application/wasm" } });
    if (name === "none.zip") return new Response(EMPTY_ZIP);
    throw new TypeError(`ingenting hentes: ${String(asked)}`);
  };
  const { loadPyodide } = await import("pyodide"); // it reads its surroundings as it is run
  const options = {
    indexURL: HERE,
    packageBaseUrl: HERE,
    stdLibURL: `${HERE}none.zip`,
    lockFileContents: PYODIDE_LOCK,
    createPyodideModule,
    stdin: () => null,
    env: { HOME: "/", PYTHONPATH: STANDARD },
    fsInit: async (files: Parameters<typeof unpack>[0]) => unpack(files, await standard!, STANDARD),
  };
  const python = await loadPyodide(options as unknown as Parameters<typeof loadPyodide>[0]);
  told("engine");
  unpack(python.FS as never, await engine!, SITE);
  python.runPython(`import sys; sys.path.insert(0, "${SITE}")`);
  return python;
}
