// What esbuild reads for us, and what comes without types.
declare module "*.py" {
  const text: string;
  export default text;
}
declare module "pyodide/pyodide.asm.mjs" {
  const make: (settings: object) => Promise<unknown>;
  export default make;
}
