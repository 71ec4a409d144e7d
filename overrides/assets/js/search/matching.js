/* What was typed to the known words that it may mean, each with a share of at most 1. */
const SELDOM = 3; // a word on so few pages may be several words run together
const EVERYWHERE = 0.3; // what a word counts that every page says
const SHARE = { unmarked: 0.95, opened: 0.9, otherMarks: 0.35, month: 0.8, document: 0.95, number: 0.9, slip: 0.5, firstSlip: 0.3 };

function firstAtLeast(sorted, value) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How well the marks of a known word answer those that were typed; none typed fit all. */
function fitMarks(known, typed, isPrefix) {
  if (known === typed) return 1;
  if (fold(typed) === typed) return SHARE.unmarked;
  const tone = TONE.test(typed.slice(-1)) ? typed.slice(-1) : "";
  const fits = isPrefix && known.startsWith(typed.slice(0, typed.length - tone.length)) && known.endsWith(tone);
  return fits ? SHARE.opened : SHARE.otherMarks;
}

/** Known words that are `typed` or, when it is not finished, begin with it: word → share. */
function matchForm(index, typed, isOpen = false) {
  const found = new Map();
  const plain = fold(typed);
  const isPrefix = isOpen || typed.includes("/"); // a document is known by the start of its number
  for (let at = firstAtLeast(index.folds, plain); at < index.folds.length; at += 1) {
    const known = index.folds[at];
    if (isPrefix ? !known.startsWith(plain) : known !== plain) break;
    const isDocument = /[/-]/.test(known[plain.length] || ""); // all of its number, if not its year or board
    const whole = known === plain ? 1 : isDocument ? SHARE.document : 0.45 + 0.3 * (plain.length / known.length);
    found.set(at, whole * fitMarks(index.words[at], typed, isPrefix));
  }
  return found;
}

/** The days of a month that was typed as 12/1953. */
function matchMonth(index, typed) {
  const found = new Map();
  if (!/^\d{1,2}\/\d{4}$/.test(typed)) return found;
  index.words.forEach((word, at) => { if (word.endsWith("/" + typed)) found.set(at, SHARE.month); });
  return found;
}

/** The documents whose number begins with what was typed as a plain number. */
function matchDocument(index, typed) {
  if (!/^\d{1,4}$/.test(typed)) return new Map();
  const found = ["/", "-"].flatMap((mark) => [...matchForm(index, typed + mark, true)]);
  return new Map(found.filter(([word]) => !/^\d+\/(\d+\/)?\d{4}$/.test(index.words[word])));
}

/** In English the plural of a word for the word, and the other way round. */
function matchNumber(index, typed) {
  if (index.lang !== "en" || !/^[a-z]{3,}$/.test(typed)) return new Map();
  const forms = [typed + "s", typed.replace(/s$/, ""), typed.replace(/y$/, "ies"), typed.replace(/ies$/, "y")];
  const found = forms.filter((form) => form !== typed).flatMap((form) => [...matchForm(index, form)]);
  return new Map(found.map(([word, share]) => [word, share * SHARE.number]));
}

/** Known words at one slip from `typed`. A slip seldom falls on the first letter. */
function matchNear(index, typed) {
  const found = new Map();
  const plain = fold(typed);
  if (plain.length < 4 || /\d/.test(plain)) return found;
  index.folds.forEach((known, at) => {
    if (isNear(known, plain)) found.set(at, known[0] === plain[0] ? SHARE.slip : SHARE.firstSlip);
  });
  return found;
}

/** A run of letters as the known words it consists of, as ways: "laichau" is "lai" and "chau". */
function cutApart(index, typed) {
  const run = fold(typed);
  if (!/^[a-z]{5,}$/.test(run) || SYLLABLE.test(run)) return [];
  const parts = cutRun(run, (part) => part !== run && part.length > 1 && matchForm(index, part).size > 0);
  return parts ? [parts.map((part) => matchForm(index, part))] : [];
}

/** The ways to understand one typed word; a way is a list of matches that belong together. */
function understand(index, typed, isOpen) {
  const found = new Map([matchMonth, matchDocument, matchNumber].flatMap((match) => [...match(index, typed)]));
  for (const [word, share] of matchForm(index, typed, isOpen)) found.set(word, share);
  if (found.size) {
    const count = [...found.keys()].reduce((sum, word) => sum + pagesWith(index, word).length, 0);
    return count > SELDOM ? [[found]] : [[found], ...cutApart(index, typed)];
  }
  for (const spelt of [fromTelex(typed), fromVni(typed)]) {
    const meant = spelt ? matchForm(index, spelt, isOpen) : found;
    if (meant.size) return [[meant]];
  }
  const near = matchNear(index, typed);
  return [...(near.size ? [[near]] : []), ...cutApart(index, typed)];
}

/** The longest phrase that begins at a word and can be said in another way, by the glossary. */
function findAlias(index, plain, at) {
  let best = null;
  for (const group of index.aliases) {
    for (const form of group) {
      const isSaid = form.every((word, step) => fold(word) === plain[at + step]);
      if (isSaid && (!best || form.length > best.length)) {
        best = { length: form.length, others: group.filter((other) => other !== form) };
      }
    }
  }
  return best;
}

/** A match with the pages that say it, and how much it counts: more, the fewer they are. */
function weigh(index, map) {
  const pages = new Map();
  for (const [word, share] of map) {
    for (const page of pagesWith(index, word)) pages.set(page, Math.max(share, pages.get(page) || 0));
  }
  return { map, pages, rare: EVERYWHERE + Math.log((1 + index.pages.length) / (1 + pages.size)) };
}

/** How much it counts to meet a group: as much as its best way; what nobody says counts most. */
function worthOf(index, size, ways) {
  const worths = ways.map((way) => (size / way.length) * way.reduce((sum, { rare }) => sum + rare, 0));
  return worths.length ? Math.max(...worths) : size * Math.log(1 + index.pages.length);
}

/** A query to groups, all of which a page should meet; each group has several ways to be met. */
function readQuery(index, query) {
  const typed = cutTokens(query.normalize("NFC")).map((token) => token.forms[0].replace(/^0+(?=\d+$)/, ""));
  const isFinished = /\s$/.test(query);
  const plain = typed.map(fold);
  const groups = [];
  for (let at = 0; at < typed.length; ) {
    const alias = findAlias(index, plain, at);
    const size = alias ? alias.length : 1;
    const said = typed.slice(at, at + size);
    const own = said.map((word, step) => understand(index, word, !isFinished && at + step === typed.length - 1));
    const ways = size === 1 ? own[0] : [own.flatMap((choices) => choices[0] || [])];
    for (const form of alias ? alias.others : []) ways.push(form.map((word) => matchForm(index, word)));
    const weighed = ways.map((way) => way.map((map) => weigh(index, map)));
    groups.push({ size, typed: said.join(" "), ways: weighed, worth: worthOf(index, size, weighed) });
    at += size;
  }
  return groups;
}
