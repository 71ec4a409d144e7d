/* In the head of every page. Before the first paint: the reader's theme and text size. After it: what
   scripts add, so that no page waits for them. */
(function (root, later) {
  function begin() {
    if (document.readyState === "loading") { addEventListener("DOMContentLoaded", begin); return; }
    later.splice(0).forEach(function (name, at, all) { /* taken out, so none is fetched twice */
      var script = document.createElement("script");
      script.src = document.querySelector("[rel=stylesheet]").href.replace(/css\/[^\/]*$/, "js/" + name + ".js");
      script.async = false; /* one after the other */
      if (!all[at + 1]) script.onload = function () { root.setAttribute("data-js", "ready"); };
      document.head.appendChild(script);
    });
  }

  root.setAttribute("data-js", "");
  addEventListener("load", function () { setTimeout(begin, 999); });
  try {
    ["theme", "size"].forEach(function (name) {
      var kept = localStorage.getItem("ms-" + name);
      if (kept) root.setAttribute("data-" + name, kept);
    });
    new PerformanceObserver(begin).observe({ type: "paint", buffered: true });
  } catch (error) { /* nothing kept, or an old browser: it begins once all is loaded */ }
})(document.documentElement, document.currentScript.getAttribute("data-later").split(","));
