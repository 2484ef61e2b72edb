// Word by word, what is gone and what has come.

export type Piece = Readonly<{ kind: "same" | "gone" | "come"; text: string }>;

/** The pieces of two texts in the order that one reads them: what is gone stands before what came. */
export function difference(before: string, after: string): Piece[] {
  const [a, b] = [words(before), words(after)];
  const table = common(a, b);
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      pieces.push({ kind: "same", text: a[i]! });
      i += 1;
      j += 1;
    } else if (j >= b.length || (i < a.length && at(table, i + 1, j) >= at(table, i, j + 1))) {
      pieces.push({ kind: "gone", text: a[i]! });
      i += 1;
    } else {
      pieces.push({ kind: "come", text: b[j]! });
      j += 1;
    }
  }
  return joined(pieces);
}

const words = (text: string): string[] => text.split(/(\s+)/).filter((each) => each !== "");
const at = (table: readonly Uint16Array[], i: number, j: number): number => table[i]?.[j] ?? 0;

/** How many words the rests of both have in common, from each place of both. */
function common(a: readonly string[], b: readonly string[]): Uint16Array[] {
  const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      table[i]![j] = a[i] === b[j] ? at(table, i + 1, j + 1) + 1 : Math.max(at(table, i + 1, j), at(table, i, j + 1));
  return table;
}

/** Neighbours of one kind are one piece; a space between two changed words changes with them. */
function joined(pieces: readonly Piece[]): Piece[] {
  const made: Piece[] = [];
  for (const each of pieces) {
    const last = made.at(-1);
    if (last?.kind === each.kind) made[made.length - 1] = { kind: each.kind, text: last.text + each.text };
    else made.push(each);
  }
  return made;
}

/** What two lists of paragraphs come to, side by side: the pairs that are not the same. */
export function changed_paragraphs(before: readonly string[], after: readonly string[]): [string, string][] {
  const [kept_before, kept_after] = [new Set(after), new Set(before)];
  const gone = before.filter((each) => !kept_before.has(each));
  const come = after.filter((each) => !kept_after.has(each));
  const most = Math.max(gone.length, come.length);
  return Array.from({ length: most }, (_, n) => [gone[n] ?? "", come[n] ?? ""]);
}
