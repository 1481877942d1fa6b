// Light or dark. Without a choice the page follows the system; a choice against the system is kept, one for it is not,
// so that the page follows again. The script in the masthead sets the scheme before the first paint.

const KEY = `${window.__md_scope.pathname}.scheme`;
const system = matchMedia("(prefers-color-scheme: dark)");

function kept() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // storage is blocked
  }
}

function keep(scheme) {
  try {
    if (scheme === ofSystem()) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, scheme);
  } catch {
    // storage is blocked: the choice lasts as long as the page
  }
}

function ofSystem() {
  return system.matches ? "slate" : "default";
}

function show(scheme) {
  document.body.setAttribute("data-md-color-scheme", scheme);
  document.querySelector("[data-scheme]").setAttribute("aria-pressed", String(scheme === "slate"));
}

document.querySelector("[data-scheme]").addEventListener("click", () => {
  const scheme = document.body.getAttribute("data-md-color-scheme") === "slate" ? "default" : "slate";
  keep(scheme);
  show(scheme);
});
system.addEventListener("change", () => kept() === null && show(ofSystem()));
