// Questions beside the answer: which number gives another one, and many cases at once.

import { ask, listen } from "./desk.mjs";
import { named, texts } from "./fields.mjs";
import { made, row } from "./working.mjs";

const askers = new WeakMap();

/** Each kind of question is an asker of its own, so that none takes another's place. */
function asker(calculator, kind) {
  const own = askers.get(calculator) ?? askers.set(calculator, { solve: {}, scenarios: {} }).get(calculator);
  return own[kind];
}

function put(calculator, kind, question, answered) {
  const own = asker(calculator, kind);
  listen(own, ({ stage, reason = "" }) => stage === "failed" && answered({ failure: reason }));
  ask(own, { calculator: calculator.getAttribute("name"), ...question }, answered);
}

function said({ problems = [], failure, waiting = [] }) {
  if (failure) return `The calculation failed. ${failure}`;
  if (waiting.length) return "Enter the other numbers first.";
  return problems.map(({ message }) => message).join(" ");
}

export function solve(calculator, use) {
  const wish = Object.fromEntries([...calculator.querySelectorAll("[data-solve]")].map((field) => [field.dataset.solve, field.value]));
  const place = calculator.querySelector("[data-solution]");
  const target = calculator.querySelector('[data-solve="target"]');
  place.textContent = "Looking …";
  put(calculator, "solve", { inputs: texts(calculator), solve: wish }, (reply) => {
    const { solutions, message } = reply.solution ?? { solutions: [], message: said(reply) };
    const wrong = (reply.problems ?? []).some(({ input }) => input === "target");
    wrong ? target.setAttribute("aria-invalid", "true") : target.removeAttribute("aria-invalid");
    place.textContent = message;
    calculator.speak(message);
    const label = named(calculator, wish.input).labels[0].textContent;
    calculator.querySelector("[data-solutions]").replaceChildren(
      ...solutions.map((text) => {
        const button = made("button", "calculator-quiet", `Use ${text}`);
        button.type = "button";
        button.setAttribute("aria-label", `Use ${text} for ${label}`);
        button.addEventListener("click", () => use(wish.input, text));
        return button;
      }),
    );
  });
}

export function workOut(calculator) {
  const told = calculator.querySelector("[data-scenarios-told]");
  told.textContent = "Working …";
  put(calculator, "scenarios", { scenarios: calculator.querySelector("[data-scenarios]").value }, (reply) => {
    const { csv = "", rows = [] } = reply.scenarios ?? {};
    const refused = rows.slice(1).filter((cells) => cells.at(-1)).length;
    const [all, done] = [rows.length - 1, rows.length - 1 - refused];
    const count = refused ? `${done || "None"} of ${all} cases worked out; the column “Problem” says why` : `${all} ${all === 1 ? "case" : "cases"} worked out`;
    told.textContent = reply.scenarios ? `${count}.` : said(reply);
    calculator.speak(told.textContent);
    showCases(calculator, csv, rows);
  });
}

function showCases(calculator, csv, [head = [], ...rows]) {
  const answers = calculator.querySelector("[data-scenarios-answers]");
  answers.hidden = !rows.length;
  answers.querySelector("thead").replaceChildren(made("tr", "", ...head.map((label) => heading(label))));
  answers.querySelector("tbody").replaceChildren(...rows.map(row));
  const download = calculator.querySelector("[data-scenarios-csv]");
  if (download.href) URL.revokeObjectURL(download.href);
  download.hidden = !rows.length;
  if (!rows.length) return;
  download.href = URL.createObjectURL(new Blob([csv], { type: "text/csv" }));
  download.download = download.dataset.scenariosCsv;
}

function heading(label) {
  const cell = made("th", "", label);
  cell.scope = "col";
  return cell;
}
