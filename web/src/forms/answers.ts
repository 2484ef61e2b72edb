// The answers of a form, as a case is written in JSON. What is not answered has no place in it.

import { read_day, short_day } from "../dates.js";
import type { Question } from "../engine/contract.js";

export type Answers = Record<string, unknown>;
type Group = Record<string, unknown>;

export const is_group = (value: unknown): value is Group => typeof value === "object" && value !== null && !Array.isArray(value);

/** A fact may be told with who says it and when; what is asked here is its value. */
export const value_of = (told: unknown): unknown => (is_group(told) && "verdi" in told ? told["verdi"] : told);

/** Puts a value in a group, or takes it away; what is told besides of it, stays. */
export function put(group: Group, key: string, value: unknown): void {
  const before = group[key];
  if (value === undefined) delete group[key];
  else if (is_group(before) && "verdi" in before) group[key] = { ...before, verdi: value };
  else group[key] = value;
}

/** A part of the case, there or made. */
export function part_of(answers: Answers, key: string): Group {
  const found = answers[key];
  if (is_group(found)) return found;
  const made: Group = {};
  answers[key] = made;
  return made;
}

/** Takes away a part of which nothing is told, unless that it is there is told. */
export function tidy(answers: Answers, key: string, keeps_empty: boolean): void {
  const found = answers[key];
  if (!keeps_empty && is_group(found) && Object.keys(found).length === 0) delete answers[key];
}

const NUMBER = /^-?\d+([.,]\d+)?$/;
const NUMBERS: ReadonlySet<string> = new Set(["year", "whole", "fraction", "money", "months", "days"]);

/** What is written in a field, as the case has it. What cannot be read stays, and the engine says why. */
export function read(of: Pick<Question, "sort">, written: string): unknown {
  const text = written.trim();
  if (text === "") return undefined;
  if (of.sort === "date") return read_day(text) ?? text;
  const plain = text.replace(/(?<=\d)[ \u00a0](?=\d)/g, "");
  if (NUMBERS.has(of.sort) && NUMBER.test(plain)) return Number(plain.replace(",", "."));
  return text;
}

/** What stands in the field of a value. */
export function written(of: Pick<Question, "sort">, told: unknown): string {
  const value = value_of(told);
  if (value === undefined || value === null) return "";
  if (of.sort === "date") return short_day(String(value));
  return typeof value === "number" ? String(value).replace(".", ",") : String(value);
}

/** How many facts are told in a part. */
export const count_told = (told: unknown): number => (is_group(told) ? Object.keys(told).length : 0);
