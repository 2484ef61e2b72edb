// Made of the grammar when the page is built: `bundling/words.mjs`.
declare module "grammar-words" {
  export type GrammarWord = Readonly<{ name: string; pattern: string }>;
  const words: Readonly<Record<"opening" | "binding" | "values" | "cited", readonly GrammarWord[]>>;
  export default words;
}
