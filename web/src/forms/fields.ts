// The fields of a form, one for each kind of answer. «Vet ikke» is what one begins with, and no
// answer ever becomes a no by itself.

import { h, type Child } from "../dom.js";
import type { Question } from "../engine/contract.js";
import { say } from "../texts/texts.js";
import { button, link } from "../views/parts.js";
import { read, value_of, written } from "./answers.js";

/** Where the answer to a question stands, and what is wrong with it. */
export type Slot = Readonly<{
  id: string;
  get: () => unknown;
  set: (value: unknown) => void;
  redraw: () => void;
  fault: (path: string) => string;
  path: string;
}>;

const FEW = 14;

export function field(of: Question, slot: Slot): HTMLElement {
  if (of.sort === "rows") return rows(of, slot);
  if (of.many) return of.values.length > 0 && of.values.length <= FEW * 2 ? several(of, slot) : lines(of, slot);
  if (of.sort === "truth" || of.sort === "assessment") return truth(of, slot);
  if (of.sort === "choice") return choice(of, slot);
  return text(of, slot);
}

// ---- what stands around a field

const help = (of: Question): Child => [
  of.meaning && h("span", { class: "help" }, of.meaning),
  of.guides.length > 0 && h("span", { class: "help" }, of.guides.join(" ")),
  h("span", { class: "help" }, [of.holder && say("given_by", { holder: of.holder }), of.provision].filter(Boolean).join(" · ")),
];

const fault = (slot: Slot): Child => {
  const told = slot.fault(slot.path);
  return told !== "" && h("span", { class: "field-fault", id: `${slot.id}-fault` }, told);
};

const labelled = (of: Question, slot: Slot, input: HTMLElement, more: Child = null): HTMLElement => {
  if (slot.fault(slot.path)) {
    input.setAttribute("aria-invalid", "true");
    input.setAttribute("aria-describedby", `${slot.id}-fault`);
  }
  return h("div", { class: "field" }, h("label", { for: slot.id }, of.question, help(of)), input, more, fault(slot));
};

const group = (of: Question, slot: Slot, content: Child): HTMLElement =>
  h("fieldset", { class: "field" }, h("legend", {}, of.question, help(of)), content, fault(slot));

const option = (kind: "radio" | "checkbox", name: string, label: string, checked: boolean, run: (now: boolean) => void): HTMLElement => {
  const input = h("input", { type: kind, name, checked });
  input.addEventListener("change", () => run(input.checked));
  return h("label", {}, input, h("span", {}, label));
};

// ---- one value

function truth(of: Question, slot: Slot): HTMLElement {
  const told = value_of(slot.get());
  const answers: [string, unknown][] = [[say("yes"), true], [say("no"), false], [say("unknown"), undefined]];
  const options = answers.map(([label, value]) => option("radio", slot.id, label, told === value, () => slot.set(value)));
  return group(of, slot, h("div", { class: "options" }, options));
}

function choice(of: Question, slot: Slot): HTMLElement {
  const told = value_of(slot.get());
  const input = h(
    "select",
    { id: slot.id, class: "ds-input" },
    h("option", { value: "" }, say("unknown")),
    of.values.map((each) => h("option", { value: each, selected: each === told }, each)),
  );
  input.addEventListener("change", () => slot.set(input.value || undefined));
  return labelled(of, slot, input);
}

function text(of: Question, slot: Slot): HTMLElement {
  const known = of.values.length > 0 ? `${slot.id}-known` : null;
  const input = h("input", { id: slot.id, class: "ds-input", type: "text", list: known, autocomplete: "off", value: written(of, slot.get()), placeholder: of.sort === "date" ? "dd.mm.åååå" : null });
  input.addEventListener("change", () => slot.set(read(of, input.value)));
  return labelled(of, slot, input, known && h("datalist", { id: known }, of.values.map((each) => h("option", { value: each }))));
}

// ---- several values

const listed = (slot: Slot): unknown[] | undefined => {
  const told = value_of(slot.get());
  return Array.isArray(told) ? told : undefined;
};

/** That there are none is an answer too. */
const none = (slot: Slot): HTMLElement =>
  option("checkbox", `${slot.id}-none`, say("none"), listed(slot)?.length === 0, (now) => {
    slot.set(now ? [] : undefined);
    slot.redraw();
  });

function several(of: Question, slot: Slot): HTMLElement {
  const told = new Set(listed(slot) ?? []);
  const options = of.values.map((each) =>
    option("checkbox", slot.id, each, told.has(each), (now) => {
      if (now) told.add(each);
      else told.delete(each);
      slot.set(told.size > 0 ? [...told] : undefined);
      slot.redraw();
    }),
  );
  return group(of, slot, h("div", { class: "options tall" }, options, none(slot)));
}

function lines(of: Question, slot: Slot): HTMLElement {
  const input = h("textarea", { id: slot.id, class: "ds-input", rows: 3 });
  input.value = (listed(slot) ?? []).map((each) => written(of, each)).join("\n");
  input.addEventListener("change", () => {
    const told = input.value.split("\n").map((each) => read(of, each)).filter((each) => each !== undefined);
    slot.set(told.length > 0 ? told : undefined);
  });
  return labelled(of, slot, input, [h("span", { class: "help" }, say("several")), h("div", { class: "options" }, none(slot))]);
}

// ---- entries

type Entry = Record<string, unknown>;

function rows(of: Question, slot: Slot): HTMLElement {
  const told = listed(slot) as Entry[] | undefined;
  const change = (entries: Entry[] | undefined): void => {
    slot.set(entries);
    slot.redraw();
  };
  return group(of, slot, [
    (told ?? []).map((each, at) => entry(of, slot, each, at, () => change(without(told!, at)))),
    h("div", { class: "actions" }, button(say("add_entry"), () => change([...(told ?? []), {}]), { id: `${slot.id}-add` }), !told?.length && none(slot)),
  ]);
}

function without(all: readonly Entry[], at: number): Entry[] | undefined {
  const left = all.filter((_, each) => each !== at);
  return left.length > 0 ? left : undefined;
}

function entry(of: Question, slot: Slot, told: Entry, at: number, remove: () => void): HTMLElement {
  const number = say("entry_number", { n: at + 1 });
  const fields = of.entry.map((each) =>
    field(each, {
      ...slot,
      id: `${slot.id}-${at}-${each.key}`,
      path: `${slot.path}[${at + 1}].${each.key}`,
      get: () => told[each.key],
      set: (value) => {
        if (value === undefined) delete told[each.key];
        else told[each.key] = value;
      },
    }),
  );
  return h("fieldset", { class: "entry" }, h("legend", { class: "quiet" }, number), fields, link(`${say("remove_entry")} ${number.toLowerCase()}`, remove));
}
