// A package from a colleague: its texts are put into the editor, and its cases on the bench.

import type { Bench } from "./bench.js";
import type { Opened } from "./engine/contract.js";
import { given } from "./journal.js";
import { count, say } from "./texts/texts.js";

/** Opens it; what is to be said of that. */
export async function opened_package(bench: Bench, bytes: Uint8Array): Promise<string> {
  const opened = await bench.give<Opened>("open_package", [], bytes);
  bench.journal.push(given("open_package", [], bytes));
  if (opened.day) bench.state.day = opened.day;
  for (const [file, text] of Object.entries(opened.texts)) if (text !== null) bench.editor.write(file, text);
  await bench.update();
  await bench.rejudge();
  const told = say("package_opened", {
    files: count(Object.keys(opened.texts).length, "rule_files_one"),
    cases: count(opened.cases.length, "cases_one"),
  });
  return [told, opened.text].filter(Boolean).join(" ");
}
