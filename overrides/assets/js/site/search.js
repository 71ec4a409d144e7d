/* Search: opened by its link, by "/" or Ctrl+K, or by the search page; nothing is fetched before. */
part(function () {
  var made = document.getElementById("ms-finder"), onPage = document.querySelector("main [data-finder]"), dialog = null;
  if (!made) return;

  function fetchSearch() {
    var sheet = document.createElement("link");
    // the heavy one first; the engine is ready before it has come
    [made.content.firstElementChild.getAttribute("data-index"), assets + "js/search.js"].forEach(function (address) {
      var script = document.createElement("script");
      script.src = address;
      script.onload = function () { if (window.msStart && window.msSearch) { window.msStart(); window.msStart = null; } };
      document.head.appendChild(script);
    });
    sheet.rel = "stylesheet";
    sheet.href = assets + "css/found.css";
    if (!onPage) document.head.appendChild(sheet);
  }

  function open() {
    var field;
    if (onPage) { onPage.querySelector("input").focus(); return; }
    if (!dialog) {
      dialog = document.body.appendChild(made.content.firstElementChild.cloneNode(true));
      dialog.addEventListener("click", function (event) { if (event.target === dialog) dialog.close(); });
      // at once: left to the browser, the dialog closes a moment later
      dialog.addEventListener("keydown", function (event) {
        if (event.key !== "Escape" || event.isComposing) return;
        event.preventDefault();
        dialog.close();
      });
      fetchSearch();
    }
    if (!dialog.open) dialog.showModal();
    field = dialog.querySelector("input");
    field.focus();
    field.select();
  }

  if (onPage) {
    onPage.appendChild(made.content.querySelector("form").cloneNode(true));
    onPage.querySelector("button").remove();
    onPage.querySelector("form").addEventListener("submit", function (event) { event.preventDefault(); });
    onPage.querySelector("input").value = new URLSearchParams(location.search).get("q") || "";
    fetchSearch();
  }
  all("[data-search]").forEach(function (door) {
    door.addEventListener("click", function (event) {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      open();
    });
  });
  document.addEventListener("keydown", function (event) {
    var isTyping = event.target.closest && event.target.closest("input, textarea, select, [contenteditable]");
    // a dialog that has just closed may keep the focus in its hidden field for a moment
    if (dialog && !dialog.open && dialog.contains(event.target)) isTyping = null;
    var isSlash = event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey;
    var isK = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === "k";
    if (!isSlash && !isK) return;
    event.preventDefault();
    open();
  });
});
