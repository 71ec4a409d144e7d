/* Before first paint: the reader's theme and text size. */
(function (root) {
  root.setAttribute("data-js", "");
  try {
    ["theme", "size"].forEach(function (name) {
      var kept = localStorage.getItem("ms-" + name);
      if (kept) root.setAttribute("data-" + name, kept);
    });
  } catch (error) { /* no storage: nothing to restore */ }
})(document.documentElement);
