// The stages of Python's start as a calculator shows and says them: loading with its bytes, ready, failed.

const megabytes = (bytes) => (bytes / 1e6).toFixed(1);

/** Show a stage, never hidden behind a spinner without an end; `ready` is the state it ends in. */
export function showStage(calculator, { stage, loaded = 0, total = 0, reason = "", when = "start" }, ready) {
  const before = calculator.dataset.state;
  const state = { failed: "failed", ready }[stage] ?? "loading";
  calculator.dataset.state = state;
  const find = (selector) => calculator.querySelector(selector);
  find(".calculator-stage").hidden = state !== "loading";
  find(".calculator-failure").hidden = state !== "failed";
  find(".calculator-reason").textContent = reason;
  const failed = find(".calculator-failed");
  failed.textContent = state === "failed" ? failed.dataset[when] : "";
  find("progress").max = total || 1;
  find("progress").value = loaded;
  find(".calculator-bytes").textContent = stage === "starting" ? "starting" : total ? `${megabytes(loaded)} of ${megabytes(total)} MB` : "";
  return spoken(before, state, `${failed.textContent} ${reason}`.trim());
}

/** What a change of stage says: the load once at its beginning, its end where no answer follows. */
function spoken(before, state, failure) {
  if (state === "failed") return failure;
  if (state === "loading") return before === "loading" ? "" : "Loading Python. The answer stays as it is until then.";
  return before === "loading" ? "Python is ready." : "";
}
