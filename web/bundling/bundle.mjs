// The programs and the style of the page, each as one text.
import path from "node:path";
import fs from "node:fs";
import esbuild from "esbuild";
import { PYODIDE, WEB } from "./places.mjs";
import { words } from "./words.mjs";

export const from_grammar = {
  name: "grammar-words",
  setup(build) {
    build.onResolve({ filter: /^grammar-words$/ }, () => ({ path: "grammar-words", namespace: "made" }));
    build.onLoad({ filter: /.*/, namespace: "made" }, () => ({ contents: JSON.stringify(words()), loader: "json" }));
  },
};

async function built(options) {
  const made = await esbuild.build({
    bundle: true,
    write: false,
    absWorkingDir: WEB,
    target: "es2023",
    charset: "utf8",
    legalComments: "none",
    logLevel: "error",
    plugins: [from_grammar],
    ...options,
  });
  return made.outputFiles[0].text;
}

export const program = (entry) => built({ entryPoints: [`src/${entry}`], format: "iife", minify: true });

export const style = () => built({ entryPoints: ["src/style/main.css"], minify: true, loader: { ".woff2": "dataurl" } });

/** Pyodide is to find neither a page nor Node around it, and no packages but those it is given. */
export async function worker() {
  const lock = JSON.parse(fs.readFileSync(path.join(PYODIDE, "pyodide-lock.json"), "utf8"));
  const { version } = JSON.parse(fs.readFileSync(path.join(PYODIDE, "package.json"), "utf8"));
  const text = await built({
    entryPoints: ["src/worker/worker.ts"],
    format: "iife",
    minify: true,
    external: ["node:*", "ws"],
    loader: { ".py": "text" },
    define: {
      "import.meta.url": JSON.stringify("https://inne.i.filen/pyodide.asm.mjs"),
      PYODIDE_LOCK: JSON.stringify({ info: { ...lock.info, version }, packages: {} }),
    },
  });
  return `globalThis.importScripts = undefined;\n${text}`;
}
