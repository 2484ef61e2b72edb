// The left side: which file, a search in its outline, and the law's own words.

import { h, type Child } from "../dom.js";
import { say } from "../texts/texts.js";
import { button } from "./parts.js";
import type { Shell } from "./view.js";

export function left(shell: Shell, drawn: { files: () => void; outline: () => void; laws: () => void }): Child[] {
  const { state, bench } = shell;
  const files = h("select", { id: "file", class: "ds-input" }, bench.editor.files.map((each) => h("option", { value: each, selected: each === state.file }, shell.title(each))));
  files.addEventListener("change", () => {
    state.file = files.value;
    drawn.files();
  });
  const find = h("input", { id: "find", type: "search", class: "ds-input", value: state.filter, placeholder: say("find_norm"), autocomplete: "off" });
  find.addEventListener("input", () => {
    state.filter = find.value;
    drawn.outline();
  });
  const laws = button(say("show_laws"), () => drawn.laws(), { id: "laws", "aria-pressed": String(state.show_laws) });
  return [
    h(
      "div",
      { class: "left-head" },
      h("label", { for: "file", class: "unseen" }, say("rule_file")),
      files,
      h("label", { for: "find", class: "unseen" }, say("find_norm")),
      find,
      state.laws !== null && laws,
    ),
    h("div", { id: "outline", class: "outline-frame" }),
  ];
}
