// The engine in a worker: one question at a time, in the order that they are asked.

import type { PyodideAPI } from "pyodide";
import type { PyProxy } from "pyodide/ffi";
import { unsqueezed, type Parts } from "../engine/parts.js";
import type { Answered, Asked } from "./messages.js";
import { unpack } from "./packs.js";
import { SITE, started_python } from "./python.js";

import glue from "./glue.py";

type Said = string | PyProxy;
type Glue = Readonly<Record<"start" | "call" | "give" | "take", (...values: unknown[]) => Said>>;

let python: PyodideAPI | null = null;
let session: Glue | null = null;
let excel: string | null = null;

const say = (told: Answered): void => postMessage(told);

async function start(parts: Parts, given: string): Promise<Said> {
  python = await started_python(parts, (step) => say({ kind: "step", step }));
  excel = parts.excel;
  python.runPython(glue);
  session = Object.fromEntries(["start", "call", "give", "take"].map((each) => [each, python!.globals.get(each)])) as Glue;
  say({ kind: "step", step: "rules" });
  return session.start(given);
}

/** What reads workbooks is big, and is unpacked the first time somebody brings a file. */
async function with_excel(): Promise<void> {
  if (excel === null) return;
  const pack = await unsqueezed(excel).arrayBuffer();
  excel = null;
  unpack(python!.FS as never, pack, SITE);
  python!.runPython("import importlib; importlib.invalidate_caches()");
}

async function asked_of(asked: Asked): Promise<Said> {
  if (asked.kind === "start") return start(asked.parts, asked.given);
  if (asked.kind === "call") return session!.call(asked.method, asked.values);
  const values = JSON.stringify(asked.values);
  if (asked.kind === "take") return session!.take(asked.method, values);
  await with_excel();
  return session!.give(asked.method, values, asked.bytes);
}

async function answered(asked: Asked): Promise<string | Uint8Array> {
  const found = await asked_of(asked);
  if (typeof found === "string") return found;
  const bytes = found.toJs() as Uint8Array;
  found.destroy();
  return bytes;
}

/** Whether Python can be asked again: an exception of its own leaves it as it was. */
const is_fatal = (wrong: unknown): boolean => python === null || !(wrong instanceof python.ffi.PythonError);

async function ask(asked: Asked): Promise<void> {
  const began = performance.now();
  try {
    const value = await answered(asked);
    say({ kind: "done", id: asked.id, value, milliseconds: performance.now() - began });
  } catch (wrong) {
    const why = wrong instanceof Error ? wrong.message : String(wrong);
    say({ kind: "failed", id: asked.id, why, fatal: is_fatal(wrong) });
  }
}

let before: Promise<void> = Promise.resolve();
onmessage = ({ data }: MessageEvent<Asked>) => {
  before = before.then(() => ask(data));
};
