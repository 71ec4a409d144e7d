/* Panels of the header close with Esc and when the reader goes elsewhere. */
part(function () {
  var panels = all("header details");

  function close(except) {
    panels.forEach(function (panel) {
      if (panel.open && !(except && panel.contains(except))) panel.open = false;
    });
  }

  document.addEventListener("click", function (event) { close(event.target); });
  document.addEventListener("keydown", function (event) {
    var open = event.key === "Escape" && panels.filter(function (panel) { return panel.open; })[0];
    if (!open) return;
    open.querySelector("summary").focus();
    close();
  });
});
