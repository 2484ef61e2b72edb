// A case that is being filled in: the form, what is answered, and what was wrong with it.

import type { Bench } from "../bench.js";
import type { Filled, Form, Rejected } from "../engine/contract.js";
import { put, part_of, type Answers } from "./answers.js";

export interface Filling {
  form: Form;
  /** The name of the case; empty until it has got one. */
  name: string;
  answers: Answers;
  wrong: readonly Rejected[];
}

/** A form for a kind of case; without a kind, only what kinds there are. */
export async function begun(bench: Bench, kind: string | null, answers: Answers = {}): Promise<Filling> {
  const form = await bench.ask<Form>("questions", kind, null);
  const filling: Filling = { form, name: "", answers, wrong: [] };
  if (kind !== null && form.kinds) tell_kind(filling, kind);
  return filling;
}

/** The form of a case that is there. */
export async function taken_up(bench: Bench, name: string): Promise<Filling> {
  const form = await bench.ask<Form>("questions", null, name);
  const { sak: _, ...answers } = form.told as Answers;
  return { form, name, answers: structuredClone(answers), wrong: [] };
}

/** Another kind asks for other things; what is answered stays answered. */
export async function of_kind(bench: Bench, filling: Filling, kind: string): Promise<Filling> {
  const made = await begun(bench, kind, filling.answers);
  return { ...made, name: filling.name };
}

function tell_kind(filling: Filling, kind: string): void {
  const [part, key] = filling.form.kinds!.path.split(".");
  put(part_of(filling.answers, part!), key!, kind);
}

export function kind_told(filling: Filling): string {
  const [part, key] = (filling.form.kinds?.path ?? "").split(".");
  const told = part === undefined ? undefined : (filling.answers[part] as Record<string, unknown> | undefined)?.[key ?? ""];
  return typeof told === "string" ? told : "";
}

/** Puts the case on the bench; its name, or null where answers are to be mended first. */
export async function judged(bench: Bench, filling: Filling): Promise<string | null> {
  const filled = await bench.put<Filled>("fill", filling.name, filling.answers);
  filling.wrong = filled.wrong;
  if (filled.case !== null) filling.name = filled.case;
  return filled.wrong.length === 0 ? filled.case : null;
}
