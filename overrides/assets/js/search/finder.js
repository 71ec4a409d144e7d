/* The field and its list, in a dialog or on the search page: a combobox as ARIA describes it. */

const fill = (words, values) => words.replace(/\{(\w+)\}/g, (_, key) => values[key]);

/** Make a finder of the skeleton in `holder`. `most`: how many results it shows. */
function makeFinder(holder, index, { folder, site, lang, most }) {
  const { say } = index.data;
  const input = holder.querySelector("input");
  const name = input.id;
  const status = make("p", "ms-found-count");
  const list = make("div", "ms-list");
  const filters = make("div", "ms-choices");
  const more = make("p", "ms-more");
  const chosen = { section: -1, period: -1 };
  let shown = [];
  let active = -1;
  let asked = 0;

  status.setAttribute("role", "status");
  list.id = name + "-list";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", say.results);
  Object.entries({ role: "combobox", "aria-expanded": "false", "aria-autocomplete": "list", "aria-controls": list.id })
    .forEach(([key, value]) => input.setAttribute(key, value));

  function addFilter(key, label, all, names) {
    const wrap = make("label", "", label + " ");
    const select = make("select");
    [all, ...names].forEach((text, at) => select.append(new Option(text, at - 1)));
    select.addEventListener("change", () => {
      chosen[key] = Number(select.value);
      answer();
    });
    wrap.append(select);
    filters.append(wrap);
    return select;
  }

  const sections = addFilter("section", say.section, say.all_sections, index.data.sections);
  const periods = addFilter("period", say.period, say.all_periods, index.data.periods);
  filters.hidden = true;
  holder.append(filters, status, list, more);

  function activate(next) {
    if (shown[active]) shown[active].node.setAttribute("aria-selected", "false");
    active = next;
    const node = shown[active] && shown[active].node;
    if (!node) {
      input.removeAttribute("aria-activedescendant");
      return;
    }
    node.setAttribute("aria-selected", "true");
    input.setAttribute("aria-activedescendant", node.id);
    node.scrollIntoView({ block: "nearest" });
  }

  function describe(found, query) {
    const count = found.results.length;
    if (!query.trim()) return say.hint;
    if (!count) return fill(say.none, { query: query.trim() });
    const unknown = found.unknown.length ? " " + fill(say.unknown, { words: found.unknown.join(", ") }) : "";
    return fill(found.isWhole ? say.count : say.partly, { count }) + unknown;
  }

  function suggest() {
    [[say.suggest_sitemap, say.sitemap], [say.suggest_timeline, say.timeline], [say.suggest_glossary, say.glossary]]
      .filter(([, address]) => address)
      .forEach(([text, address]) => {
        const link = make("a", "", text);
        link.href = site + address;
        more.append(link, " ");
      });
  }

  function answer() {
    const query = input.value;
    const turn = (asked += 1);
    const found = findPages(index, query, chosen);
    activate(-1);
    status.textContent = describe(found, query);
    for (const [at, option] of [...sections.options].entries()) {
      if (at) option.textContent = index.data.sections[at - 1] + " (" + (found.sections.get(at - 1) || 0) + ")";
    }
    filters.hidden = !query.trim() || (!found.sections.size && periods.value === "-1" && sections.value === "-1");
    shown = drawResults(list, index, found, { say, root: site, most, name });
    input.setAttribute("aria-expanded", String(shown.length > 0));
    more.textContent = "";
    if (!shown.length && query.trim()) suggest();
    else if (found.results.length > shown.length && say.page) {
      const all = make("a", "", fill(say.all, { count: found.results.length }));
      all.href = site + say.page + "?q=" + encodeURIComponent(query.trim());
      more.append(all);
    }
    // after the results are on the screen: what they say can wait, they cannot
    requestAnimationFrame(() => setTimeout(() => {
      if (turn !== asked) return;
      for (const item of shown) {
        fetchParts(index, folder, item.one.page.number, (parts) => {
          if (turn === asked) drawSnippet(item, index, found, parts);
        });
      }
    }));
  }

  input.addEventListener("input", answer);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing || !shown.length) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      activate((active + step + shown.length + (active < 0 && step < 0 ? 1 : 0)) % shown.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      shown[Math.max(active, 0)].node.click();
    }
  });
  list.addEventListener("pointermove", (event) => {
    const at = shown.findIndex(({ node }) => node === event.target.closest("a"));
    if (at >= 0 && at !== active) activate(at);
  });
  answer();
}

const shelves = new Map();

/** Fetch the text file that holds a page, once; call back with the parts of that page. */
function fetchParts(index, folder, number, done) {
  let shelf = 0;
  let first = 0;
  while (number >= first + index.data.shelves[shelf][1]) first += index.data.shelves[shelf++][1];
  const name = index.data.shelves[shelf][0];
  const give = () => {
    const texts = window.msSearch[name];
    if (texts) done(texts[number - first]);
  };
  if (!shelves.has(name)) {
    shelves.set(name, new Promise((resolve) => {
      const script = document.createElement("script");
      script.src = folder + name + ".js";
      script.onload = script.onerror = resolve;
      document.head.append(script);
    }));
  }
  shelves.get(name).then(give);
}
