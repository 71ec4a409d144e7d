/* Glossary: a tap on a term shows its meaning beside it; a second tap leads to the glossary. */
part(function () {
  var terms = document.getElementById("ms-terms"), note = null, opener = null;
  if (!terms) return;
  var page = terms.getAttribute("data-page") + "#";

  function close() {
    if (!note) return;
    note.remove();
    opener.removeAttribute("aria-expanded");
    note = null;
  }

  function open(link, meaning) {
    close();
    opener = link;
    note = document.createElement("div");
    note.className = "ms-meaning";
    note.setAttribute("role", "dialog");
    note.setAttribute("aria-label", meaning.getAttribute("data-label"));
    note.tabIndex = -1;
    var text = meaning.cloneNode(true), more = document.createElement("a"), button = document.createElement("button");
    more.href = link.href;
    more.textContent = terms.getAttribute("data-more");
    button.type = "button";
    button.textContent = terms.getAttribute("data-close");
    button.addEventListener("click", function () { close(); link.focus(); });
    [text, more, button].forEach(function (child) { note.appendChild(child); });
    link.parentNode.insertBefore(note, link.nextSibling);
    link.setAttribute("aria-expanded", "true");
    var line = link.getBoundingClientRect(), frame = note.offsetParent.getBoundingClientRect();
    note.style.setProperty("--top", Math.round(line.bottom - frame.top + 6) + "px");
    note.style.setProperty("--left", Math.round(Math.max(0, Math.min(line.left - frame.left, frame.width - note.offsetWidth))) + "px");
    note.focus();
  }

  all('article a[href^="' + page + '"]').forEach(function (link) {
    var meaning = terms.content.querySelector('[data-term="' + link.hash.slice(1) + '"]');
    if (!meaning) return;
    link.classList.add("ms-term");
    link.setAttribute("aria-haspopup", "dialog");
    link.addEventListener("click", function (event) {
      if (event.ctrlKey || event.metaKey || event.shiftKey || (note && opener === link)) return;
      event.preventDefault();
      open(link, meaning);
    });
  });
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape" || !note) return;
    var link = opener;
    close();
    link.focus();
  });
  document.addEventListener("click", function (event) {
    if (note && !note.contains(event.target) && event.target !== opener) close();
  });
});
