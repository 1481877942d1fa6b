// <proof-run>: puts every worked example to Python in this browser, and shows which come out as expected.
//
// Nothing runs before the button is pressed. One example a question, so that each has the time that a
// reader's own question has. Python compares; here replies are only gathered. A run lives in this module
// for the visit, because the theme makes the element anew when a contents link is followed.

import { ask, leave, listen } from "./desk.mjs";
import { made } from "./working.mjs";

const asker = {};
let run = { state: "static" };
let element = null;

class ProofRun extends HTMLElement {
  connectedCallback() {
    element = this;
    this.find(".proof-start").addEventListener("click", begin);
    if (run.state !== "static") draw(); // before a run, what the page brings stands
  }

  disconnectedCallback() {
    if (element === this) element = null;
  }

  find(selector) {
    return this.querySelector(selector);
  }
}

async function begin() {
  if (run.state === "running") return;
  run = { state: "running", stage: { stage: "loading" }, todo: [], done: [], different: [], here: "" };
  draw();
  const own = run;
  try {
    const response = await fetch(new URL("./proof.json", import.meta.url), { cache: "no-cache" });
    const { calculators } = await response.json();
    own.todo = calculators.flatMap(({ calculator, cases }) => cases.map((one) => ({ calculator, proof: [one] })));
  } catch {
    return end("failed", "The expected answers could not be loaded.", "Check your connection and run them again.");
  }
  listen(asker, staged);
  next();
}

/** A stage of Python's start, as the calculators show it. */
function staged(message) {
  run.stage = message;
  if (message.stage === "failed") return end("failed", "The live calculation could not start.", message.reason);
  draw();
}

function next() {
  const question = run.todo[run.done.length];
  if (question) ask(asker, question, (reply) => answered(question, reply));
  else end(run.different.length ? "different" : "equal");
}

function answered(question, { proof, failure, problems = [] }) {
  if (failure) return end("failed", "The calculation failed.", failure);
  const stopped = { case: `${question.calculator}, example ${question.proof[0].number}`, told: problems.map(({ message }) => message) };
  const { equal, different, here } = proof ?? { equal: [], different: [stopped], here: run.here };
  run.done.push({ calculator: question.calculator, equal: equal.length });
  run.different.push(...different);
  run.here = here;
  draw();
  next();
}

/** The end of a run: shown, and said once. */
function end(state, failed = "", reason = "") {
  leave(asker);
  Object.assign(run, { state, failed, reason });
  draw();
  if (element) element.find(".calculator-status").textContent = failed ? `${failed} ${reason}` : result();
}

function equals(lines) {
  return lines.filter(({ equal }) => equal).length;
}

function result() {
  return `${equals(run.done)} of ${run.done.length} equal to CPython`;
}

function draw() {
  if (!element) return;
  const { state } = run;
  const finished = state === "equal" || state === "different";
  element.dataset.state = state;
  element.find(".proof-start").setAttribute("aria-disabled", String(state === "running"));
  element.find(".proof-start").textContent = state === "static" || state === "running" ? "Run all examples here" : "Run them again";
  for (const [part, here] of Object.entries({ stage: state === "running", failure: state === "failed", answer: finished })) {
    element.find(`.proof-${part}`).hidden = !here;
  }
  if (state === "static") return;
  drawStage();
  drawRows();
  element.find(".proof-failed").textContent = run.failed ?? "";
  element.find(".proof-reason").textContent = run.reason ?? "";
  element.find(".proof-result").textContent = finished ? result() : "";
  element.find(".proof-here").textContent = finished ? `Here: ${run.here}.` : "";
  element.find(".proof-differences").replaceChildren(...run.different.map(difference));
}

function drawStage() {
  const loading = run.stage.stage !== "ready";
  const { loaded = 0, total = 0 } = run.stage;
  const [value, max] = loading ? [loaded, total] : [run.done.length, run.todo.length];
  element.find(".proof-stage label").textContent = loading ? "Loading Python" : "Running the examples";
  Object.assign(element.find("progress"), { max: max || 1, value });
  element.find(".proof-count").textContent = loading ? "" : `${value} of ${max}`;
}

function drawRows() {
  for (const cell of element.querySelectorAll("[data-equal-of]")) {
    const lines = run.done.filter(({ calculator }) => calculator === cell.dataset.equalOf);
    cell.textContent = lines.length ? `${equals(lines)} of ${lines.length}` : "–";
  }
}

function difference(one) {
  return made("li", "", made("strong", "", one.case), ...one.told.map((sentence) => made("p", "", sentence)));
}

customElements.define("proof-run", ProofRun);
