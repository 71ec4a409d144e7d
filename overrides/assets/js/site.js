/* What scripts add to pages that are whole without them. Each part stands alone: where its markup is missing it does nothing. */
(function () {
  "use strict";
  var root = document.documentElement, assets = document.currentScript.src.replace(/js\/[^/]*$/, "");

  function all(selector, within) {
    return Array.prototype.slice.call((within || document).querySelectorAll(selector));
  }

  function part(start) {
    try { start(); } catch (error) { if (window.console) console.warn(error); }
  }

  function fill(words, values) {
    return words.replace(/\{(\w+)\}/g, function (_, name) { return values[name]; });
  }

  function keep(name, value) {
    try {
      if (value) localStorage.setItem("ms-" + name, value);
      else localStorage.removeItem("ms-" + name);
    } catch (error) { /* no storage: the choice holds for this page */ }
  }

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

  /* Search: opened by its link, by "/" or Ctrl+K, or by the search page; nothing is fetched before. */
  part(function () {
    var made = document.getElementById("ms-finder"), onPage = document.querySelector("main [data-finder]"), dialog = null;
    if (!made) return;

    function fetchSearch() {
      var sheet = document.createElement("link");
      // the heavy one first; the engine is ready before it has come
      ["search/" + root.lang + ".js", "js/search.js"].forEach(function (name) {
        var script = document.createElement("script");
        script.src = assets + name;
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

  /* Filters: chips are links; here they become buttons that narrow the list at once. */
  part(function () {
    var bars = all("[data-filter]").map(makeBar);
    if (!bars.length) return;

    function makeBar(node) {
      var bar = { node: node, facets: [], lists: [], found: node.querySelector(".ms-found") };
      bar.words = bar.found.textContent;
      bar.lists = all('[data-list="' + node.getAttribute("data-filter") + '"]').map(makeList);
      bar.items = bar.lists.reduce(function (items, list) { return items.concat(list.items); }, []);
      bar.facets = all("[data-facet]", node).map(function (row) {
        var facet = { key: row.getAttribute("data-facet"), value: "" };
        facet.chips = all("[data-value]", row);
        facet.chips.forEach(function (chip) {
          chip.setAttribute("role", "button");
          chip.addEventListener("click", function (event) {
            event.preventDefault();
            var value = chip.getAttribute("data-value");
            facet.value = facet.value === value ? "" : value;
            apply(bar);
            remember();
          });
          chip.addEventListener("keydown", function (event) {
            if (event.key !== " ") return;
            event.preventDefault();
            chip.click();
          });
        });
        return facet;
      });
      return bar;
    }

    /* A list goes with the heading and the words above it when nothing in it is left. */
    function makeList(node) {
      var list = { items: all("[data-don-vi],[data-chu-de],li", node), nodes: [node] };
      list.items = list.items.filter(function (item) { return Object.keys(item.dataset).length; });
      for (var above = node.previousElementSibling; above; above = above.previousElementSibling) {
        if (above.matches("[data-list],.ms-filters,.ms-group,.ms-deck,.ms-chart,.ms-compare,table")) return list;
        if (/^H[2-4]$/.test(above.tagName)) {
          list.nodes.push.apply(list.nodes, between(above, node));
          return list;
        }
      }
      return list;
    }

    function between(first, end) {
      var nodes = [];
      for (var node = first; node && node !== end; node = node.nextElementSibling) nodes.push(node);
      return nodes;
    }

    function fits(item, facet, value) {
      return !value || (" " + (item.getAttribute("data-" + facet.key) || "") + " ").indexOf(" " + value + " ") >= 0;
    }

    function left(bar, except) {
      return bar.items.filter(function (item) {
        return bar.facets.every(function (facet) { return facet === except || fits(item, facet, facet.value); });
      });
    }

    function apply(bar) {
      var shown = left(bar);
      bar.items.forEach(function (item) { item.hidden = shown.indexOf(item) < 0; });
      bar.lists.forEach(function (list) {
        var empty = list.items.every(function (item) { return item.hidden; });
        list.nodes.forEach(function (node) { node.hidden = empty; });
      });
      bar.facets.forEach(function (facet) {
        var others = left(bar, facet);
        facet.chips.forEach(function (chip) {
          var value = chip.getAttribute("data-value"), count = chip.querySelector(".ms-count");
          var number = others.filter(function (item) { return fits(item, facet, value); }).length;
          if (count) count.textContent = number;
          chip.classList.toggle("ms-none", !number);
          chip.setAttribute("aria-pressed", String(facet.value === value));
        });
      });
      var values = { n: shown.length, all: bar.items.length };
      bar.found.textContent = !shown.length ? bar.node.getAttribute("data-none")
        : shown.length === bar.items.length ? bar.words : fill(bar.node.getAttribute("data-some"), values);
    }

    function remember() {
      var chosen = [];
      bars.forEach(function (bar) {
        bar.facets.forEach(function (facet) { if (facet.value) chosen.push(facet.key + "-" + facet.value); });
      });
      var address = location.href.split("#")[0] + (chosen.length ? "#" + chosen.join("+") : "");
      try { history.replaceState(null, "", address); } catch (error) { location.hash = chosen.join("+"); }
    }

    /* The address says what is chosen; an address inside the list shows its place whatever was chosen. */
    function recall() {
      var names = location.hash.slice(1).split("+").filter(Boolean), known = 0, first = null;
      bars.forEach(function (bar) {
        bar.facets.forEach(function (facet) {
          facet.chips.forEach(function (chip) {
            var value = chip.getAttribute("data-value");
            if (value && names.indexOf(facet.key + "-" + value) >= 0) {
              if (!known) bars.forEach(clear);
              known += 1;
              facet.value = value;
              first = first || bar.node;
            }
          });
        });
      });
      if (!known) {
        var target = names.length === 1 && document.getElementById(names[0]);
        if (target && target.closest("[hidden]")) {
          bars.forEach(clear);
          first = target;
        }
      }
      bars.forEach(apply);
      if (first) first.scrollIntoView();
    }

    function clear(bar) {
      bar.facets.forEach(function (facet) { facet.value = ""; });
    }

    addEventListener("hashchange", recall);
    recall();
  });

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

  /* Then and now: the two pictures lie over each other and the reader draws the line. */
  part(function () {
    all(".ms-then-now[data-share]").forEach(function (pair) {
      var range = pair.querySelector("input[type=range]");

      function cut() {
        pair.style.setProperty("--cut", range.value + "%");
        range.setAttribute("aria-valuetext", fill(pair.getAttribute("data-share"), { n: range.value }));
      }

      range.addEventListener("input", cut);
      cut();
    });
  });

  /* Read aloud with the device's own voice; where it has none for the page's language the button stays away. */
  part(function () {
    var buttons = all("[data-read]"), article = document.querySelector("main article"), speech = window.speechSynthesis;
    if (!buttons.length || !article || !speech) return;
    var lang = article.getAttribute("lang") || root.lang, blocks = [], at = -1, voice = null;

    function findVoice() {
      voice = speech.getVoices().filter(function (one) {
        return one.lang.toLowerCase().replace("_", "-").split("-")[0] === lang.split("-")[0];
      })[0];
      buttons.forEach(function (button) { button.toggleAttribute("data-ready", Boolean(voice)); });
    }

    function spoken(block) {
      var copy = block.cloneNode(true);
      all(".ms-cite,.ms-here,.ms-tag,svg,[hidden]", copy).forEach(function (one) { one.remove(); });
      return copy.textContent.replace(/\s+/g, " ").trim();
    }

    function gather() {
      var skip = "figure,table,nav,aside,form,fieldset,.ms-notes,.ms-filters,.ms-rail,[hidden],details:not([open])";
      blocks = all("main .ms-lede").concat(all("h2,h3,h4,p,li,dt,dd", article)).filter(function (block) {
        return !block.closest(skip) && !block.querySelector("p,li") && block.id !== "nguon-trang-nay";
      });
    }

    function say(state, label) {
      buttons.forEach(function (button) {
        var status = button.parentNode.querySelector("[role=status]");
        button.textContent = button.getAttribute("data-" + label);
        button.setAttribute("aria-pressed", String(label === "stop"));
        if (status) status.textContent = button.getAttribute("data-" + state);
      });
    }

    function stop(state) {
      if (blocks[at]) blocks[at].classList.remove("ms-reading");
      at = -1;
      speech.cancel();
      say(state, "start");
    }

    function next() {
      if (blocks[at]) blocks[at].classList.remove("ms-reading");
      at += 1;
      if (at >= blocks.length) { stop("finished"); return; }
      var here = at, text = spoken(blocks[at]), words = new SpeechSynthesisUtterance(text);
      if (!text) { next(); return; }
      words.voice = voice;
      words.lang = voice.lang;
      words.onend = function () { if (here === at) next(); };
      words.onerror = function () { if (here === at) stop("stopped"); };
      blocks[at].classList.add("ms-reading");
      speech.speak(words);
    }

    buttons.forEach(function (button) {
      button.addEventListener("click", function () {
        if (at >= 0) { stop("stopped"); return; }
        gather();
        say("started", "stop");
        next();
      });
    });
    addEventListener("pagehide", function () { speech.cancel(); });
    if (speech.addEventListener) speech.addEventListener("voiceschanged", findVoice);
    findVoice();
  });
})();
