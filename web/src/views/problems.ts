// Feil: what is found wrong, each with where it is, what to do, and a button that does it.

import { h, type Child } from "../dom.js";
import type { Diagnostic } from "../engine/contract.js";
import { count, say } from "../texts/texts.js";
import { button, capital } from "./parts.js";
import type { Shell } from "./view.js";

export function problems(shell: Shell): Child[] {
  const found = shell.state.analysis?.diagnostics ?? [];
  if (found.length === 0) return [h("h2", {}, say("tab_problems")), h("p", {}, say("no_problems"))];
  return [h("h2", {}, count(found.length, "problems_one")), h("ul", { class: "problems" }, found.map((each) => line(shell, each)))];
}

function line(shell: Shell, of: Diagnostic): HTMLElement {
  const where = say("file_and_line", { file: shell.title(of.file), line: of.range[0] });
  return h(
    "li",
    { class: of.severity === "error" ? "broken" : "departed" },
    h(
      "button",
      { type: "button", class: "problem", onclick: () => shell.point({ file: of.file, range: of.range }) },
      h("span", { class: "quiet small" }, [of.severity === "warning" && say("warning"), of.place, where].filter(Boolean).join(" · ")),
      h("b", {}, of.message),
      of.help && h("span", {}, of.help),
      h("code", { class: "small quiet" }, of.code),
    ),
    of.notes.map((each) => h("p", { class: "problem-note" }, `${each.message} (${say("file_and_line", { file: shell.title(each.file), line: each.range[0] })})`)),
    of.fixes.length > 0 && h("p", { class: "actions" }, of.fixes.map((fix) => button(capital(fix.title), () => shell.bench.editor.mend(fix)))),
  );
}
