// Writes what Python answered into a calculator: text as text, nothing formatted, nothing computed.

import { fields, named, showOrigin } from "./fields.mjs";
import { made, writeWorking } from "./working.mjs";

const before = new WeakMap();

/** Keep what the answer says now, to be told beside what it says after the next change. */
export function keepAnswer(calculator) {
  const outputs = [...calculator.querySelectorAll("output[name]")];
  before.set(calculator, Object.fromEntries(outputs.map((output) => [output.name, shown(output)])));
}

/** Forget it: while numbers are missing there is no answer to compare with. */
export function dropAnswer(calculator) {
  before.delete(calculator);
}

function shown({ parentElement: place, textContent: text }) {
  return { text, unit: place.querySelector("[data-unit-of]:not([hidden])")?.textContent ?? "" };
}

export function write(calculator, answer) {
  writeFollow(calculator, Object.values(answer.outputs)[0]);
  writeWarnings(calculator.querySelector("[data-warnings]"), answer.warnings);
  writeAge(calculator.querySelector("[data-good-until]"), answer);
  for (const [name, output] of Object.entries(answer.outputs)) writeOutput(calculator, name, output, answer.bands[name]);
  for (const [name, table] of Object.entries(answer.tables)) writeTable(calculator, name, table, answer);
  for (const [name, { state, phrase }] of Object.entries(answer.inputs)) {
    showOrigin(calculator, name, state, answer.origins[name]);
    const shown = calculator.querySelector(`[data-shown-of="${name}"]`);
    if (shown) shown.textContent = phrase;
    calculator.querySelector(`[data-note-for="${name}"]`).textContent = answer.notes[name] ?? "";
  }
  writeWorking(calculator, answer);
}

function writeFollow(calculator, { text, data, after }) {
  calculator.querySelector("[data-follow]").textContent = text;
  calculator.querySelector("[data-follow-unit]").textContent = data === "" ? "" : after;
}

function writeWarnings(place, warnings) {
  place.hidden = !warnings.length;
  place.querySelector("ul").replaceChildren(...warnings.map((words) => made("li", "", words)));
}

/** Until when it is good, in both wordings; `age.mjs` shows the one that is true. */
function writeAge(place, { good_until: day, age: { due, overdue } }) {
  place.hidden = !day;
  place.querySelector("[data-due]").textContent = due;
  place.querySelector("[data-overdue]").textContent = overdue;
  place.querySelector("[data-review-by]").dataset.reviewBy = day ?? "";
}

function writeOutput(calculator, name, { text, data, after }, band = "") {
  const output = calculator.querySelector(`output[name="${name}"]`);
  output.textContent = text;
  output.dataset.value = data;
  calculator.querySelector(`[data-band-of="${name}"]`).textContent = band;
  const unit = calculator.querySelector(`[data-unit-of="${name}"]`);
  if (unit) unit.textContent = after;
  if (unit) unit.hidden = data === "";
  writeWas(calculator, output);
}

/** What an output said before the change: in words, and as a mark that needs no motion. */
function writeWas(calculator, output) {
  const now = shown(output);
  const was = before.get(calculator)?.[output.name] ?? now;
  const changed = was.text !== now.text || was.unit !== now.unit;
  const words = output.closest(".calculator-verdict") ? "changed" : `was ${was.text}${was.unit === now.unit ? "" : was.unit}`;
  output.closest("[data-output]").toggleAttribute("data-changed", changed);
  calculator.querySelector(`[data-was-of="${output.name}"]`).textContent = changed ? words : "";
}

function writeTable(calculator, name, { columns = [], rows }, { missing_tables: missing, table_bands: bands, where }) {
  const table = calculator.querySelector(`[data-table="${name}"]`);
  for (const [place, { beside }] of columns.entries()) table.tHead.rows[0].cells[place].querySelector("span").textContent = beside;
  const widened = bands[name] ?? {};
  table.querySelector("[data-where]").textContent = Object.keys(widened).length ? `with what they may be ${where}` : "";
  table.tBodies[0].replaceChildren(
    ...rows.map((cells, number) => {
      const row = made("tr");
      row.append(...cells.map(({ text }, place) => made(place ? "td" : "th", "", text)));
      row.cells[0].scope = "row";
      for (const [place, { data }] of cells.entries()) {
        const band = widened[columns[place].name]?.[number];
        row.cells[place].dataset.value = data;
        if (band) row.cells[place].dataset.band = band;
      }
      return row;
    }),
  );
  calculator.querySelector(`[data-missing-table="${name}"]`).textContent = missing[name] ?? "";
}

/** Each problem at its field; those without a field at the answer. Returns what to say. */
export function tell(calculator, told) {
  const names = new Set(fields(calculator).map(({ name }) => name));
  const problems = told.map((each) => (names.has(each.input) ? each : { ...each, input: "" }));
  for (const place of calculator.querySelectorAll("[data-problem-for]")) {
    const name = place.dataset.problemFor;
    const message = problems.filter(({ input }) => input === name).map(({ message }) => message).join(" ");
    if (place.textContent !== message) place.textContent = message;
    const field = name && named(calculator, name);
    if (field) message ? field.setAttribute("aria-invalid", "true") : field.removeAttribute("aria-invalid");
    if (field && message) calculator.querySelector(`[data-note-for="${name}"]`).textContent = "";
  }
  for (const { input } of problems) named(calculator, input)?.closest("details")?.setAttribute("open", "");
  return problems.map(({ input, message }) => `${spoken(calculator, input)}${message}`).join(" ");
}

/** The field that a problem is about, by its label, for the ear. */
function spoken(calculator, input) {
  const label = input && named(calculator, input)?.labels[0]?.textContent.trim();
  return label ? `${label}: ` : "";
}
