// The rules and cases that a page of the documentation opens the bench with. They stand in the
// address, after the sign that no server is told of.

import type { Texts } from "./engine/contract.js";

export type Example = Readonly<{ name: string; rules: string; cases: string; day?: string }>;
export type Given = Readonly<{
  texts: Texts;
  names?: readonly string[];
  fixed?: readonly string[];
  day?: string;
  portfolio?: string;
}>;

const ADDRESS = /^#eksempel=([\w-]+)$/;
const BUILDS_ON = /^\s*bygger på +(\S+)/gim;

/** The example in an address; null where there is none, or it cannot be read. */
export function example_in(hash: string): Example | null {
  const found = ADDRESS.exec(hash);
  if (found === null) return null;
  try {
    const plain = atob(found[1]!.replaceAll("-", "+").replaceAll("_", "/"));
    const told: unknown = JSON.parse(new TextDecoder().decode(Uint8Array.from(plain, (each) => each.charCodeAt(0))));
    return is_example(told) ? told : null;
  } catch {
    return null;
  }
}

function is_example(told: unknown): told is Example {
  if (typeof told !== "object" || told === null) return false;
  const { name, rules, cases, day } = told as Record<string, unknown>;
  return [name, rules, cases].every((each) => typeof each === "string") && ["string", "undefined"].includes(typeof day);
}

/** What the bench begins with: the example first, then what it builds on, which stays as it is. What
 * an example cites may be invented, so it is not held against the list of sentences. */
export function with_example(held: Given, { name, rules, cases, day }: Example): Given {
  const texts = { ...held.texts, [name]: rules };
  const order: string[] = [];
  const put = (each: string): void => {
    if (order.includes(each) || texts[each] === undefined) return;
    order.push(each);
    for (const [, other] of texts[each].matchAll(BUILDS_ON)) put(other!);
  };
  put(name);
  return {
    texts: Object.fromEntries(order.map((each) => [each, texts[each]!])),
    names: [name],
    fixed: order.slice(1),
    portfolio: cases,
    ...(day === undefined ? {} : { day }),
  };
}
