// Compiles Pyodide's standard library with Pyodide itself: node compile_stdlib.mjs <pyodide folder> <output zip>
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [, , folder, output] = process.argv;
const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`).href);
const python = await loadPyodide();
python.runPython(readFileSync(new URL("compile_stdlib.py", import.meta.url), "utf-8"));
const compiled = python.globals.get("compile_library")(python.toPy(new Uint8Array(readFileSync(`${folder}/python_stdlib.zip`))).tobytes());
writeFileSync(output, compiled.toJs());
process.exit(0);
