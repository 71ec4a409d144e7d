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

  key("back").addEventListener("click", () => {
    const isOurs = document.referrer || history.length > 1;
    if (isOurs && !root.hasAttribute("data-first")) history.back();
    else location.href = frame.dataset.home;
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
