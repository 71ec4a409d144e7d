/* Before first paint: the reader's theme and text size. After it: what scripts add, so that no page waits for it. */
(function (root, here) {
  root.setAttribute("data-js", "");
  try {
    ["theme", "size"].forEach(function (name) {
      var kept = localStorage.getItem("ms-" + name);
      if (kept) root.setAttribute("data-" + name, kept);
    });
  } catch (error) { /* no storage: nothing to restore */ }
  addEventListener("DOMContentLoaded", function () {
    requestAnimationFrame(function () {
      setTimeout(function () {
        here.getAttribute("data-later").split(" ").forEach(function (name, at, all) {
          var script = document.createElement("script");
          script.src = here.src.replace("theme.js", name);
          script.async = false; // one after the other
          if (at === all.length - 1) script.onload = function () { root.setAttribute("data-js", "ready"); };
          document.head.appendChild(script);
        });
      });
    });
  });
})(document.documentElement, document.currentScript);
