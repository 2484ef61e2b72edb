// Elements, made without strings of HTML: what a rule or a case says is always text.

export type Child = Node | string | number | null | undefined | false | readonly Child[];
type Listener = (event: Event) => void;
export type Properties = Readonly<Record<string, string | number | boolean | null | undefined | Listener>>;

/** An element; a property that begins with `on` listens, one that is null or false is left out. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Properties = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) set(made, name, value);
  made.append(...flat(children));
  return made;
}

function set(made: HTMLElement, name: string, value: Properties[string]): void {
  if (value == null || value === false) return;
  if (typeof value === "function") made.addEventListener(name.slice(2), value);
  else made.setAttribute(name, value === true ? "" : String(value));
}

function flat(children: readonly Child[]): (Node | string)[] {
  return children.flatMap((each): (Node | string)[] => {
    if (each == null || each === false) return [];
    if (each instanceof Node || typeof each === "string") return [each];
    return typeof each === "number" ? [String(each)] : flat(each);
  });
}

/** The element of that id, which the page is known to have. */
export function found<T extends HTMLElement = HTMLElement>(id: string): T {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`siden mangler #${id}`);
  return element as T;
}

/** Text that only a screen reader reads. */
export const unseen = (text: string): HTMLElement => h("span", { class: "unseen" }, text);

/**
 * Puts other content into a place, and keeps what a reader would miss: where the keyboard is, what
 * was unfolded, and how far down one had come.
 */
export function redraw(place: HTMLElement, content: readonly Child[], from: "top" | "kept" = "kept"): void {
  const keyboard = kept_focus(place);
  const open = new Map([...place.querySelectorAll<HTMLDetailsElement>("details[data-key]")].map((each) => [each.dataset["key"], each.open]));
  const at = place.scrollTop;
  place.replaceChildren(...flat(content));
  for (const each of place.querySelectorAll<HTMLDetailsElement>("details[data-key]"))
    each.open = open.get(each.dataset["key"]) ?? each.open;
  place.scrollTop = from === "top" ? 0 : at;
  keyboard();
}

function kept_focus(place: HTMLElement): () => void {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement) || !place.contains(active) || !active.id) return () => undefined;
  const { id } = active;
  const marked = active instanceof HTMLInputElement && /^(text|search)$/.test(active.type) ? active.selectionEnd : null;
  return () => {
    const again = document.getElementById(id);
    again?.focus({ preventScroll: true });
    if (marked !== null && again instanceof HTMLInputElement) again.setSelectionRange(marked, marked);
  };
}
