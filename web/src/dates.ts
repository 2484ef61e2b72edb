// Days as they are told and written in Norwegian. A field for a day is a text field: the browser's
// own follows the language of the browser, and shows an American day to many a Norwegian.

const MONTHS = ["januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "desember"];
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const NUMBERS = /^(\d{1,2})[./ -](\d{1,2})[./ -](\d{4})$/;
const WORDS = /^(\d{1,2})\.? *([a-z]+)\.? +(\d{4})$/;

/** «15. januar 2026» of 2026-01-15. */
export function told_day(iso: string): string {
  const [, year, month, day] = ISO.exec(iso) ?? [];
  return year === undefined ? iso : `${Number(day)}. ${MONTHS[Number(month) - 1] ?? "?"} ${year}`;
}

/** «15.01.2026» of 2026-01-15, as it is written in a field. */
export function short_day(iso: string): string {
  const [, year, month, day] = ISO.exec(iso) ?? [];
  return year === undefined ? iso : `${day}.${month}.${year}`;
}

/** 2026-01-15 of what a person writes; null where it is no day. */
export function read_day(written: string): string | null {
  const text = written.trim().toLowerCase();
  const iso = ISO.exec(text);
  if (iso) return real_day(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numbers = NUMBERS.exec(text);
  if (numbers) return real_day(Number(numbers[3]), Number(numbers[2]), Number(numbers[1]));
  const words = WORDS.exec(text);
  const month = words ? MONTHS.findIndex((each) => each.startsWith(words[2]!) && words[2]!.length >= 3) : -1;
  return words && month >= 0 ? real_day(Number(words[3]), month + 1, Number(words[1])) : null;
}

function real_day(year: number, month: number, day: number): string | null {
  const made = new Date(Date.UTC(year, month - 1, day));
  const same = made.getUTCFullYear() === year && made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
  return same ? made.toISOString().slice(0, 10) : null;
}

/** The day that it is where the reader is. */
export function today(now: Date = new Date()): string {
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
