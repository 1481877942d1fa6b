// Runs in a module worker: starts Python, then answers questions at its desk.
//
// The page starts it from a small blob that sets `self.runtime` and imports this file, because only
// a worker started so is held to the page's content security policy. To the page go messages
// { stage: "loading", loaded, total } in bytes, { stage: "starting" }, { stage: "ready" } and
// { stage: "failed", reason }. A question arrives as a JSON text with a port for its JSON reply.
//
// `loadPyodide()` never settles on a missing or broken wasm, and a browser may keep a bad copy for
// ten minutes; so each file is fetched here with its integrity hash, and a second time past the cache.
// Scripts cannot be fetched so: after a failure, `runtime.again` asks for them under another address.

const { runtime } = self;
const fetchPlain = self.fetch.bind(self);
const total = Object.values(runtime.files).reduce((sum, { size }) => sum + size, 0);
const TINIEST_MODULE = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);
let loaded = 0;

function fail(reason) {
  self.postMessage({ stage: "failed", reason });
}

function counted(response) {
  const count = new TransformStream({
    transform(chunk, controller) {
      loaded += chunk.byteLength;
      self.postMessage({ stage: "loading", loaded, total });
      controller.enqueue(chunk);
    },
  });
  return new Response(response.body.pipeThrough(count), { headers: response.headers });
}

async function fetchChecked(address, name, options) {
  for (const cache of ["default", "reload"]) {
    try {
      const response = await fetchPlain(address, { ...options, cache, integrity: runtime.files[name].integrity });
      if (response.ok) return counted(response);
    } catch {
      // a network error or a wrong hash: the second turn goes past the cache
    }
  }
  fail(`The file ${name} could not be loaded.`);
  throw new Error(name);
}

self.fetch = (request, options) => {
  const address = String(request.url ?? request);
  const name = address.split("/").pop();
  return name in runtime.files ? fetchChecked(address, name, options) : fetchPlain(request, options);
};

self.addEventListener("unhandledrejection", (event) => fail(`Python did not start: ${event.reason}`));

async function start() {
  await WebAssembly.compile(TINIEST_MODULE);
  const module = (name) => import(new URL(name, runtime.indexURL).href + runtime.again);
  const [{ loadPyodide }, { default: createPyodideModule }] = await Promise.all(["pyodide.mjs", "pyodide.asm.mjs"].map(module));
  const { indexURL, stdLibURL, lockFileURL, packageBaseUrl } = runtime;
  const places = { indexURL, stdLibURL, lockFileURL, packageBaseUrl, createPyodideModule };
  const python = await loadPyodide({ ...places, packages: [runtime.package] });
  if (!python.loadedPackages[runtime.package]) throw new Error(`the package ${runtime.package} is missing`);
  self.postMessage({ stage: "starting" });
  return python.pyimport(runtime.desk);
}

try {
  const desk = await start();
  self.addEventListener("message", ({ data, ports: [port] }) => port.postMessage(desk.reply(data)));
  self.postMessage({ stage: "ready" });
} catch (error) {
  fail(`Python did not start: ${error.message ?? error}`);
}
