/* The bar at the bottom: back, text size, contrast, listening; home and language are links. */

function startBar() {
  const key = (name) => frame.querySelector('[data-key="' + name + '"]');
  const sizes = ["", "1", "2"];

  function choose(name, value) {
    if (value) root.setAttribute("data-" + name, value);
    else root.removeAttribute("data-" + name);
    try {
      if (value) localStorage.setItem("ms-" + name, value);
      else localStorage.removeItem("ms-" + name);
    } catch (error) { /* no storage: it holds for this page */ }
    show();
  }

  function show() {
    key("size").setAttribute("aria-pressed", String(root.hasAttribute("data-size")));
    key("contrast").setAttribute("aria-pressed", String(root.getAttribute("data-theme") === "contrast"));
  }

  const back = wayBack();
  key("back").addEventListener("click", () => {
    if (!back()) location.href = frame.dataset.home;
  });
  key("size").addEventListener("click", () => {
    const at = sizes.indexOf(root.getAttribute("data-size") || "");
    choose("size", sizes[(at + 1) % sizes.length]);
  });
  key("contrast").addEventListener("click", () => {
    choose("theme", root.getAttribute("data-theme") === "contrast" ? "" : "contrast");
  });

  // listening: the page's own button knows whether there is a voice; a recording comes first
  const listen = key("listen");
  const recording = document.querySelector("main audio");
  const reader = document.querySelector("[data-read]");
  listen.addEventListener("click", () => {
    if (!recording) reader.click();
    else if (recording.paused) recording.play();
    else recording.pause();
  });
  const look = () => { listen.disabled = !recording && !(reader && reader.hasAttribute("data-ready")); };
  if (reader) new MutationObserver(look).observe(reader, { attributes: true });
  look();
  show();
}

/** A function that goes back one step of this visit and says whether there was one. The browser's own
    history goes on from visitor to visitor; the steps of a visit are counted, and forgotten with it. */
function wayBack() {
  const name = "ms-steps";
  let isGoing = false;
  const steps = () => Number(sessionStorage.getItem(name)) || 0;
  const step = (by) => sessionStorage.setItem(name, String(steps() + by));
  const [arrival] = performance.getEntriesByType("navigation");
  if (arrival.type === "navigate") step(1);
  addEventListener("hashchange", () => {
    if (!isGoing) step(1);
    isGoing = false;
  });
  addEventListener("pageshow", () => { isGoing = false; });
  return () => {
    const isWay = steps() > 1;
    step(isWay ? -1 : -steps());
    if (!isWay) return false;
    isGoing = true;
    history.back();
    return true;
  };
}

/** The place that tells the technician the state: it opens after five seconds of holding the mark. */
function startSecret() {
  const mark = document.querySelector("[data-hold]");
  if (!mark) return;
  let timer = 0;
  const release = () => clearTimeout(timer);
  mark.addEventListener("click", refuse);
  mark.addEventListener("pointerdown", () => {
    release();
    timer = setTimeout(() => { location.href = mark.href; }, 5000);
  });
  ["pointerup", "pointercancel", "pointerleave"].forEach((name) => mark.addEventListener(name, release));
}
