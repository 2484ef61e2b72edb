// A package from a colleague: its texts are put into the editor, and its cases on the bench.

import type { Bench } from "./bench.js";
import type { Texts, Uploaded } from "./engine/contract.js";
import { given } from "./journal.js";
import { count, say } from "./texts/texts.js";

type Opened = Readonly<{ texts: Texts; cases: Uploaded | readonly string[]; same_base: boolean }>;

/** Opens it; what is to be said of that. */
export async function opened_package(bench: Bench, name: string, bytes: Uint8Array): Promise<string> {
  const opened = await bench.open_package<Opened>(name, bytes);
  for (const [file, text] of Object.entries(opened.texts)) bench.editor.write(file, text);
  bench.journal.push(given("open_package", [name], bytes));
  await bench.update();
  await bench.rejudge();
  const cases = "cases" in opened.cases ? opened.cases.cases : opened.cases;
  const told = say("package_opened", { files: count(Object.keys(opened.texts).length, "rule_files_one"), cases: count(cases.length, "cases_one") });
  return opened.same_base ? told : `${told} ${say("package_other_base")}`;
}
