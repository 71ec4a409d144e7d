/* What the live preview adds to a page: it listens, loads the page again when it has changed, and
   shows what is wrong. Never part of the site. */
(function () {
  "use strict";
  const shown = document.currentScript.dataset;
  const own = new URL(".", document.currentScript.src).href;
  const here = `ms-live ${location.pathname}`;
  const box = place(); // before it is needed, so that its styles are there
  let source = null;
  let told = "";

  /** A place over the page that neither takes its styles nor gives any. */
  function place() {
    const host = document.createElement("ms-live");
    const root = host.attachShadow({ mode: "open" });
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = `${own}live.css`;
    const box = document.createElement("div");
    root.append(style, box);
    root.addEventListener("click", (event) => event.target.closest("button") && clear());
    document.body.append(host);
    return box;
  }

  function clear() {
    box.textContent = "";
  }

  function tell(html) {
    if (html === told) return;
    told = html;
    box.innerHTML = html;
  }

  function lose() {
    if (!told) {
      const note = document.createElement("p");
      note.textContent = shown.lost;
      box.replaceChildren(note);
    }
  }

  function reload() {
    source.close();
    sessionStorage.setItem(here, String(scrollY));
    location.reload();
  }

  function dress(mark) {
    for (const sheet of document.querySelectorAll("link[rel=stylesheet]")) {
      const fresh = sheet.cloneNode();
      fresh.href = `${sheet.href.split("?")[0]}?${mark}`;
      fresh.addEventListener("load", () => sheet.remove()); // never a moment without styles
      sheet.after(fresh);
    }
    shown.styles = mark;
  }

  function take(now) {
    if (!told) clear(); // connected again
    tell(now.problems);
    if (now.page !== shown.page || now.scripts !== shown.scripts) reload();
    else if (now.styles !== shown.styles) dress(now.styles);
  }

  /* A tab in the background keeps no connection: a browser has only six for a server. */
  function listen() {
    if (document.hidden) {
      if (source) source.close();
      source = null;
    } else if (!source) {
      source = new EventSource(`${own}news?page=${encodeURIComponent(location.pathname)}`);
      source.addEventListener("message", (event) => take(JSON.parse(event.data)));
      source.addEventListener("error", lose);
    }
  }

  const before = sessionStorage.getItem(here);
  if (before) {
    sessionStorage.removeItem(here);
    const back = () => scrollTo({ top: Number(before), behavior: "instant" });
    back();
    // scripts that come after the first picture may put something above the place
    new MutationObserver((_, seen) => {
      seen.disconnect();
      // and the browser moves the page by as much when it lays that out: again when it has
      requestAnimationFrame(() => requestAnimationFrame(back));
    }).observe(document.documentElement, { attributeFilter: ["data-js"] });
  }
  document.addEventListener("visibilitychange", listen);
  addEventListener("keydown", (event) => event.key === "Escape" && clear());
  listen();
})();
