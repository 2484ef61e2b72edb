// Fyll ut sak: a form made from the declarations, with what is most missing first.

import { read_day, short_day } from "../dates.js";
import { h, type Child } from "../dom.js";
import type { Kinds, Part, Question } from "../engine/contract.js";
import { count_told, part_of, put, tidy } from "../forms/answers.js";
import { field, type Slot } from "../forms/fields.js";
import { begun, judged, kind_told, of_kind, type Filling } from "../forms/filling.js";
import { count, say } from "../texts/texts.js";
import { button } from "./parts.js";
import type { Shell } from "./view.js";

const MOST_FIRST = 12;
const JSON_FILE = "application/json";

export async function form(shell: Shell): Promise<Child[]> {
  const filling = (shell.state.filling ??= await begun(shell.bench, null));
  const chosen = filling.form.kind !== null || filling.form.case !== null || filling.form.kinds === null;
  return [
    h("h2", {}, say("form_title")),
    h("p", { class: "quiet" }, say("form_lead")),
    faults(filling),
    title(filling),
    day(filling),
    filling.form.kinds && kinds(shell, filling, filling.form.kinds),
    chosen && questions(shell, filling),
    h(
      "div",
      { class: "form-bar" },
      button(say("form_judge"), () => void judge(shell, filling), { id: "judge", "data-variant": "primary", disabled: !chosen }),
      button(say("form_save"), () => save(shell, filling), { disabled: !chosen }),
      button(say("form_clear"), () => clear(shell), { "data-variant": "tertiary" }),
    ),
  ];
}

// ---- about the case

function faults(filling: Filling): Child {
  if (filling.wrong.length === 0) return null;
  const lines = filling.wrong.map((each) => h("li", {}, h("b", {}, each.place), each.place && ": ", each.reason, each.help && `. ${each.help}`));
  return h("div", { class: "box broken", role: "alert", id: "form-faults" }, h("p", {}, h("b", {}, count(filling.wrong.length, "form_faults_one"))), h("ul", { class: "plain" }, lines));
}

function title(filling: Filling): HTMLElement {
  const told = filling.answers["tittel"];
  const input = h("input", { id: "form-title", class: "ds-input", type: "text", autocomplete: "off", value: typeof told === "string" ? told : "" });
  input.addEventListener("input", () => put(filling.answers, "tittel", input.value.trim() || undefined));
  return h("div", { class: "field" }, h("label", { for: "form-title" }, say("form_name")), input);
}

function day(filling: Filling): HTMLElement {
  const told = filling.answers["vurderingsdato"];
  const input = h("input", { id: "form-day", class: "ds-input", type: "text", autocomplete: "off", placeholder: "dd.mm.åååå", value: typeof told === "string" ? short_day(told) : "", "aria-describedby": "form-day-fault" });
  const fault = h("span", { class: "field-fault", id: "form-day-fault" });
  input.addEventListener("change", () => {
    const written = input.value.trim();
    const read = read_day(written);
    fault.textContent = written && read === null ? say("no_such_day") : "";
    put(filling.answers, "vurderingsdato", written ? (read ?? written) : undefined);
  });
  return h("div", { class: "field" }, h("label", { for: "form-day" }, say("form_day"), h("span", { class: "help" }, say("form_day_help"))), input, fault);
}

function kinds(shell: Shell, filling: Filling, of: Kinds): HTMLElement {
  const told = kind_told(filling);
  const input = h("select", { id: "form-kind", class: "ds-input" }, !told && h("option", { value: "" }, say("form_kind_any")), of.values.map((each) => h("option", { value: each, selected: each === told }, each)));
  input.addEventListener("change", () =>
    void shell.bench.quietly(async () => {
      shell.state.filling = await of_kind(shell.bench, filling, input.value);
      shell.redraw();
    }),
  );
  return h("div", { class: "field" }, h("label", { for: "form-kind" }, say("form_kind")), input);
}

// ---- what is asked

function questions(shell: Shell, filling: Filling): Child[] {
  const { parts, kinds: asked } = filling.form;
  const first = most_missing(filling);
  const is_first = new Set(first.map(([, question]) => question.path));
  const left = (part: Part): Question[] => part.questions.filter((each) => !is_first.has(each.path) && each.path !== asked?.path);
  return [
    first.length > 0 && h("section", { class: "form-part" }, h("h3", {}, say("form_first")), first.map(([part, each]) => field(each, slot(shell, filling, part, each)))),
    parts.map((part) => (left(part).length > 0 || part.optional) && rest(shell, filling, part, left(part))),
  ];
}

/** What most norms wait for; what is within a list stands with its list. */
function most_missing(filling: Filling): [Part, Question][] {
  const all = filling.form.parts.flatMap((part) => part.questions.map((each): [Part, Question] => [part, each]));
  const paths = new Set(filling.form.first);
  const rank = ([, { path }]: [Part, Question]): number => filling.form.first.findIndex((each) => each === path || each.startsWith(`${path}.`));
  const wanted = all.filter(([, each]) => paths.has(each.path) || each.entry.some((one) => paths.has(one.path)));
  return wanted.sort((a, b) => rank(a) - rank(b)).slice(0, MOST_FIRST);
}

function rest(shell: Shell, filling: Filling, part: Part, left: readonly Question[]): HTMLElement {
  const told = count_told(filling.answers[part.key]);
  const more = told > 0 ? say("answered", { some: told, all: part.questions.length }) : count(part.questions.length, "questions_one");
  return h(
    "details",
    { class: "form-part", "data-key": `part-${part.key}` },
    h("summary", {}, part.title, h("span", { class: "quiet" }, ` ${more}`)),
    part.optional && presence(shell, filling, part),
    left.map((each) => field(each, slot(shell, filling, part, each))),
  );
}

function presence(shell: Shell, filling: Filling, part: Part): HTMLElement {
  const input = h("input", { type: "checkbox", id: `has-${part.key}`, checked: part.key in filling.answers });
  input.addEventListener("change", () => {
    if (input.checked) part_of(filling.answers, part.key);
    else delete filling.answers[part.key];
    shell.redraw();
  });
  return h("div", { class: "options field" }, h("label", { for: `has-${part.key}` }, input, h("span", {}, part.presence.replace(/\?$/, ""), ": ", say("form_here"))));
}

function slot(shell: Shell, filling: Filling, part: Part, of: Question): Slot {
  return {
    id: `q-${of.path.replaceAll(".", "-")}`,
    path: of.path,
    get: () => (filling.answers[part.key] as Record<string, unknown> | undefined)?.[of.key],
    set: (value) => {
      put(part_of(filling.answers, part.key), of.key, value);
      tidy(filling.answers, part.key, false);
    },
    redraw: () => shell.redraw(),
    fault: (path) => filling.wrong.filter((each) => each.field === path).map((each) => [each.reason, each.help].filter(Boolean).join(". ")).join(" "),
  };
}

// ---- what is done with it

async function judge(shell: Shell, filling: Filling): Promise<void> {
  filling.answers["tittel"] ??= say("form_my_case");
  await shell.bench.quietly(async () => {
    const name = await judged(shell.bench, filling);
    shell.state.filling = filling;
    if (name !== null) shell.show("cases", { kind: "case", id: name });
    else shell.show("form");
  });
}

function save(shell: Shell, filling: Filling): void {
  const text = JSON.stringify({ sak: filling.name || "min-sak", ...filling.answers }, null, 2);
  shell.save("min-sak.json", new TextEncoder().encode(`${text}\n`), JSON_FILE);
}

function clear(shell: Shell): void {
  shell.state.filling = null;
  shell.show("form");
}
