// What the one file carries besides its own program: the engine's parts and the rules, each in an
// element of its own that nothing runs.

export const PARTS = ["wasm", "standard", "engine", "excel"] as const;
export type PartName = (typeof PARTS)[number];
export type Parts = Readonly<Record<PartName, string>>;

const element = (name: string): HTMLElement | null => document.getElementById(`part-${name}`);

/** The text of a part, in base64 or JSON. */
export function part(name: string): string {
  const held = element(name)?.textContent;
  if (held == null) throw new Error(`filen mangler delen «${name}»`);
  return held;
}

export const has_part = (name: string): boolean => element(name) !== null;

/** Bytes of base64. */
export function bytes_of(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const made = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) made[at] = text.charCodeAt(at);
  return made;
}

/** What was squeezed, as a stream of its bytes. */
export const unsqueezed = (base64: string): Response =>
  new Response(new Blob([bytes_of(base64)]).stream().pipeThrough(new DecompressionStream("gzip")));
