/* From the text of a page: the part that answers a query best, and the words to mark in it. */
const BEFORE = 60;
const AROUND = 170;

/** Where a text says the query: [start, end, group], in order. */
function findMarks(index, text, groups) {
  const marks = [];
  for (const { forms, start, end } of cutTokens(text)) {
    const numbers = forms.map((form) => index.numbers.get(form));
    const group = groups.findIndex(({ ways }) =>
      ways.some((way) => way.some(({ map }) => numbers.some((number) => map.has(number)))));
    if (group >= 0) marks.push([start, end, group]);
  }
  return marks;
}

/** The window of a text with the most different words of the query, the nearest together first. */
function chooseWindow(text, marks) {
  let best = { from: 0, count: 0 };
  marks.forEach(([start], at) => {
    const inside = marks.slice(at).filter(([, end]) => end <= start + AROUND - BEFORE);
    const count = new Set(inside.map(([, , group]) => group)).size + inside.length / 100;
    if (count > best.count) best = { from: start, count };
  });
  let from = Math.max(0, best.from - BEFORE);
  if (from) from = text.indexOf(" ", from) + 1;
  let to = Math.min(text.length, from + AROUND);
  if (to < text.length) to = text.lastIndexOf(" ", to);
  return [from, to];
}

/** The part of a page that answers best: [anchor, title, text] and its marks; null when none does. */
function choosePart(index, parts, groups, anchor) {
  let best = null;
  for (const part of parts) {
    const marks = findMarks(index, part[1] + " " + part[2], groups);
    const met = new Set(marks.map(([, , group]) => group)).size;
    const score = met + Math.min(marks.length, 9) / 20 + (anchor !== null && part[0] === anchor ? 10 : 0);
    if (marks.length && (!best || score > best.score)) best = { part, met, score };
  }
  return best;
}

/** Put `text` into `node` with the marks as <mark>. */
function putMarked(node, text, marks, [from, to] = [0, text.length]) {
  node.textContent = from ? "… " : "";
  let at = from;
  for (const [start, end] of marks) {
    if (start < from || end > to) continue;
    node.append(text.slice(at, start));
    const mark = document.createElement("mark");
    mark.textContent = text.slice(start, end);
    node.append(mark);
    at = end;
  }
  node.append(text.slice(at, to) + (to < text.length ? " …" : ""));
}
