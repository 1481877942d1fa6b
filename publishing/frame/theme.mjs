// The theme's script: it finds what is searched for, and puts pages in place without loading them. Nobody needs either
// before a link or the search is neared, so it is loaded then: who only reads or computes is spared it and the index.
//
// Until it is there, or where it does not arrive, links lead to pages in the ordinary way; a search that is opened waits
// for it, or says that it cannot search.

const NEEDING = "a[href], [data-opens=search], #search";
const SIGNS = ["pointerover", "focusin"]; // a finger that touches comes over something, too
const source = new URL(document.querySelector("[data-theme]").dataset.theme, location.href).href;

/** Resolves to the theme's stream of pages: it tells at once, and after each page that was put in place. */
export const pages = new Promise((resolve, reject) => {
  const listeners = new AbortController();
  const near = ({ target }) => {
    if (!target.closest(NEEDING)) return;
    listeners.abort();
    load(resolve, reject);
  };
  for (const sign of SIGNS) document.addEventListener(sign, near, { signal: listeners.signal, passive: true });
});

/** The theme remembers a press until it has the map of the site. By then the browser has followed the link: were it put
 * in place as well, it would stand twice in the history, and the way back would lead to where one is. A press with
 * Control is none that the theme would follow.
 */
function over(press) {
  Object.defineProperty(press, "ctrlKey", { value: true });
}

window.addEventListener("click", over); // after all that listen within the page

function load(resolve, reject) {
  const script = document.createElement("script");
  script.src = source;
  script.addEventListener("load", () => {
    document.dispatchEvent(new Event("DOMContentLoaded")); // the theme begins at this event, which is long over
    resolve(window.document$);
  });
  script.addEventListener("error", reject);
  document.head.append(script);
}
