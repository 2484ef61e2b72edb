// The engine counts lines and columns from 1, a column a character as a person counts; the browser
// counts from 0, and a character outside the common ones as two.

export type Range = readonly [line: number, column: number, last_line: number, last_column: number];

/** The place in a line of a column that is counted as a person counts. */
export function place_in_line(line: string, column: number): number {
  let at = 0;
  for (let left = column - 1; left > 0 && at < line.length; left -= 1) at += line.codePointAt(at)! > 0xffff ? 2 : 1;
  return at;
}

/** The column, as a person counts, of a place in a line. */
export const column_of_place = (line: string, place: number): number => [...line.slice(0, place)].length + 1;
