/* Text size and theme: theme.js restores what is kept here. */
part(function () {
  var sizes = all("[data-size-step]"), themes = all("[data-theme-set]");

  function choose(name, value) {
    if (value) root.setAttribute("data-" + name, value);
    else root.removeAttribute("data-" + name);
    keep(name, value);
    show();
  }

  function show() {
    var size = Number(root.getAttribute("data-size")) || 0;
    var theme = root.getAttribute("data-theme") || "auto";
    sizes.forEach(function (button) {
      var step = Number(button.getAttribute("data-size-step"));
      if (step) button.setAttribute("aria-disabled", String(step < 0 ? size <= -1 : size >= 3));
      else button.setAttribute("aria-pressed", String(!size));
    });
    themes.forEach(function (button) {
      button.setAttribute("aria-pressed", String(button.getAttribute("data-theme-set") === theme));
    });
  }

  sizes.forEach(function (button) {
    button.addEventListener("click", function () {
      var step = Number(button.getAttribute("data-size-step"));
      var size = Number(root.getAttribute("data-size")) || 0;
      size = step ? Math.max(-1, Math.min(3, size + step)) : 0;
      choose("size", size ? String(size) : "");
    });
  });
  themes.forEach(function (button) {
    button.addEventListener("click", function () {
      var theme = button.getAttribute("data-theme-set");
      choose("theme", theme === "auto" ? "" : theme);
    });
  });
  show();
});
