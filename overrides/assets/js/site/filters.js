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
