/* Results to a list: the nearest first, then by section; each an option of the listbox. */
const NEAREST = 3;

function make(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text) node.textContent = text;
  return node;
}

/** Results in the order and the groups in which they are shown: [heading, results]. */
function groupResults(index, results, say) {
  if (results.length <= NEAREST + 2) return results.length ? [[say.results, results]] : [];
  const groups = new Map();
  for (const one of results.slice(NEAREST)) {
    const title = index.data.sections[one.page.section] || say.other;
    if (!groups.has(title)) groups.set(title, []);
    groups.get(title).push(one);
  }
  return [[say.nearest, results.slice(0, NEAREST)], ...groups];
}

function drawOption(index, found, one, id, root) {
  const option = make("a", "ms-hit");
  const anchor = one.place ? "#" + encodeURIComponent(one.place.anchor) : "";
  option.href = root + one.page.address + anchor;
  option.id = id;
  option.setAttribute("role", "option");
  option.setAttribute("aria-selected", "false");
  option.tabIndex = -1;
  const title = one.place ? one.place.title : one.page.title;
  const head = make("span", "ms-hit-title");
  putMarked(head, title, findMarks(index, title, found.groups));
  option.append(head);
  const where = [index.data.sections[one.page.section], one.place ? one.page.title : ""];
  option.append(make("span", "ms-hit-where", where.filter(Boolean).join(" › ")), make("span", "ms-hit-text"));
  return option;
}

/** Draw the results into `list`; return the shown ones with their nodes, in order. */
function drawResults(list, index, found, { say, root, most, name }) {
  const shown = [];
  list.textContent = "";
  groupResults(index, found.results.slice(0, most), say).forEach(([heading, results], number) => {
    const group = make("div", "ms-hits");
    const label = make("p", "ms-hits-title", heading);
    label.id = name + "-g" + number;
    group.setAttribute("role", "group");
    group.setAttribute("aria-labelledby", label.id);
    group.append(label);
    for (const one of results) {
      const node = drawOption(index, found, one, name + "-o" + shown.length, root);
      shown.push({ one, node });
      group.append(node);
    }
    list.append(group);
  });
  return shown;
}

/** Fill in what the text of a page says, and lead to the part that says it. */
function drawSnippet({ one, node }, index, found, parts) {
  const best = choosePart(index, parts, found.groups, one.place ? one.place.anchor : null);
  if (!best) return;
  const [anchor, title, text] = best.part;
  const marks = findMarks(index, text, found.groups);
  putMarked(node.lastChild, text, marks, chooseWindow(text, marks));
  const isSaidByTitle = findMarks(index, one.page.title, found.groups).length >= found.groups.length;
  if (!one.place && anchor && title && !isSaidByTitle) {
    node.hash = anchor;
    node.children[1].textContent += " › " + title;
  }
}
