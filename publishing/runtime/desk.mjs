// The page's side of the worker: one worker a visit, shared by all calculators on all pages.
//
// Each asker has at most one question waiting, the latest; one question at a time is at the desk.
// A run over its limit is ended with its worker, and so is a start that goes silent. The first run of a worker
// makes ready what later ones find, which takes a slow machine seconds; it may take longer.

import { today } from "./age.mjs";
import runtime from "./config.mjs";

const RUN_LIMIT = 2_000;
const FIRST_RUN_LIMIT = 10_000;
const SILENCE_LIMIT = 30_000;
const SLOW = "This took too long to work out and was stopped. Enter smaller numbers, or fewer rows.";
const SILENT = "Nothing arrived from the network for half a minute.";

const listeners = new Map();
const waiting = new Map();
let worker = null;
let ready = false;
let warm = false;
let asked = null;
let timer = 0;
let failures = 0;
let last = { stage: "static" };

/** Tell `listener` of every stage of the start from now on, for as long as `asker` listens. */
export function listen(asker, listener) {
  listeners.set(asker, listener);
  if (worker) listener(last);
}

/** Forget `asker` and its question. */
export function leave(asker) {
  listeners.delete(asker);
  waiting.delete(asker);
}

/** Start Python, unless it runs already. */
export function start() {
  if (worker) return;
  const address = (path) => new URL(path, runtime.root).href;
  const paths = ["indexURL", "stdLibURL", "lockFileURL", "packageBaseUrl"];
  const again = failures ? `?again=${failures}` : "";
  const settings = { ...runtime, again, ...Object.fromEntries(paths.map((name) => [name, address(runtime[name])])) };
  const load = `self.runtime=${JSON.stringify(settings)};import(${JSON.stringify(new URL("./worker.mjs", import.meta.url).href + again)})`;
  const blob = new Blob([`${load}.catch((e)=>postMessage({stage:"failed",reason:String(e)}))`], { type: "text/javascript" });
  const source = URL.createObjectURL(blob);
  worker = new Worker(source, { type: "module" });
  worker.addEventListener("message", ({ data }) => data.stage && heard(data));
  worker.addEventListener("error", () => heard({ stage: "failed", reason: "The browser refused to start the worker." }));
  heard({ stage: "loading", loaded: 0, total: 0 });
}

/** Put a question; `answered` gets its reply, unless the same asker asks again before. */
export function ask(asker, question, answered) {
  waiting.set(asker, { question, answered });
  start();
  next();
}

function heard(message) {
  last = message;
  ready = message.stage === "ready";
  clearTimeout(timer);
  if (message.stage === "failed") fail();
  else if (!ready) timer = setTimeout(heard, SILENCE_LIMIT, { stage: "failed", reason: SILENT });
  for (const listener of listeners.values()) listener(message);
  if (ready) next();
}

function fail() {
  failures += 1;
  stop();
}

function stop() {
  worker?.terminate();
  worker = asked = null;
  ready = warm = false;
}

function next() {
  const [[asker, { question, answered }] = [null, {}]] = waiting;
  if (!ready || asked || !asker) return;
  waiting.delete(asker);
  asked = asker;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => finish(JSON.parse(data), asker, answered);
  worker.postMessage(JSON.stringify({ ...question, today: today() }), [port2]);
  timer = setTimeout(() => {
    port1.close(); // a reply that is already on its way comes too late
    stop();
    finish({ problems: [{ input: "", message: SLOW }] }, asker, answered);
    start();
  }, warm ? RUN_LIMIT : FIRST_RUN_LIMIT);
}

function finish(reply, asker, answered) {
  clearTimeout(timer);
  asked = null;
  warm = ready;
  if (reply.renew) {
    stop();
    start();
  }
  try {
    if (!waiting.has(asker) && listeners.has(asker)) answered(reply);
  } catch (error) {
    answered({ failure: String(error) });
  } finally {
    next();
  }
}
