/* An index to results. No page, no network: given the index of one language it answers queries. */
const FIRST = 35; // "#": see scripts/microsite/search/index.py
const STEP = 57;

const TITLE = 8;
const PLACE = 6;
const SELDOM = 3; // a word on so few pages may be several words run together
const RUNNING = 0.15; // by so much a word in the text counts less with each doubling of its length
// pages are read for what they tell; lists, questions and registers lead to them
const TEXT_OF = { landing: 1.3, article: 1.25, timeline: 1.1, indicator: 1.05, questions: 0.9, quiz: 0.6, register: 0.55, home: 0.8 };
const NAME_OF = { landing: 1.15, article: 1.2, timeline: 1.05, questions: 0.6, quiz: 0.6, register: 0.85, home: 0.7 };

function readWords(text) {
  let word = "";
  return text.split(/(?=[A-Z])/).map((entry) => {
    word = word.slice(0, entry.charCodeAt(0) - 65) + entry.slice(1);
    return word;
  });
}

function readIndex(data) {
  const words = readWords(data.words);
  const pages = data.pages.map(([address, title, kind, section, periods, length, places]) => ({
    address, title, kind, section, periods, length, places, isRead: false,
  }));
  return {
    data, words, pages,
    folds: fold(words.join(" ")).split(" "), // all at once: a call for each word would take longer
    hits: data.hits.split("!"),
    numbers: new Map(words.map((word, number) => [word, number])),
    aliases: data.aliases.map((group) => group.map((phrase) => cutTokens(phrase).map((token) => token.forms[0]))),
  };
}

/** Cut a page's titles into known words, the first time that it comes into question. */
function readPage(index, page) {
  if (page.isRead) return page;
  const known = (text) => cutTokens(text).map((token) => token.forms.map((form) => index.numbers.get(form)));
  page.isRead = true;
  page.tokens = known(page.title);
  page.keys = [];
  page.places = page.places.map(([anchor, title, periods, ...keys]) => ({
    anchor: anchor || slugify(title), title, periods, tokens: known(title), keys: keys.map((key) => index.numbers.get(key)),
  }));
  return page;
}

/** The pages that say a word, by number. */
function pagesWith(index, word) {
  const found = [];
  let page = -1;
  for (const letter of index.hits[word]) {
    if (letter === "~") page += STEP;
    else {
      page += letter.charCodeAt(0) - FIRST + 1;
      found.push(page);
    }
  }
  return found;
}

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

/** The days of a month that was typed as 12/1953. */
function matchMonth(index, wanted) {
  const found = new Map();
  if (!/^\d{1,2}\/\d{4}$/.test(wanted)) return found;
  index.words.forEach((word, at) => { if (word.endsWith("/" + wanted)) found.set(at, 0.8); });
  return found;
}

/** How well a known word answers an accented one: the same marks, or others. */
function sameMarks(known, wanted, isPrefix) {
  if (known === wanted) return 1;
  const tone = TONE.test(wanted.slice(-1)) ? wanted.slice(-1) : "";
  const bare = tone ? wanted.slice(0, -1) : wanted;
  const fits = isPrefix && known.startsWith(bare) && (!tone || known.endsWith(tone));
  return fits ? 0.9 : 0.35;
}

/** Known words that are `wanted`, or begin with it: word number → how well, at most 1. */
function matchForm(index, wanted, isOpen) {
  const found = new Map();
  const plain = fold(wanted);
  const isPrefix = isOpen || wanted.includes("/");
  for (let at = firstAtLeast(index.folds, plain); at < index.folds.length; at += 1) {
    const known = index.folds[at];
    if (isPrefix ? !known.startsWith(plain) : known !== plain) break;
    const whole = known.length === plain.length ? 1 : 0.45 + 0.3 * (plain.length / known.length);
    const marks = plain === wanted ? (index.words[at] === plain ? 1 : 0.95) : sameMarks(index.words[at], wanted, isPrefix);
    found.set(at, whole * marks);
  }
  return found;
}

function matchNear(index, wanted) {
  const found = new Map();
  const plain = fold(wanted);
  if (plain.length < 4 || /\d/.test(plain)) return found;
  index.folds.forEach((known, at) => {
    // a slip seldom falls on the first letter; where it does the word is less likely meant
    if (isNear(known, plain)) found.set(at, (known[0] === plain[0] ? 0.5 : 0.3) * (index.words[at] === wanted ? 1 : 0.95));
  });
  return found;
}

/** A typed token to lists of matched words, each list to be met whole: mostly one list of one. */
function understand(index, typed, isLast) {
  const found = matchForm(index, typed, false);
  if (isLast) for (const [word, share] of matchForm(index, typed, true)) if (!found.has(word)) found.set(word, share);
  for (const [word, share] of matchMonth(index, typed)) found.set(word, share);
  if (found.size) return isSeldom(index, found) ? [[found], ...cutApart(index, typed)] : [[found]];
  for (const spelt of [fromTelex(typed), fromVni(typed)]) {
    const meant = spelt ? matchForm(index, spelt, isLast) : found;
    if (meant.size) return [[meant]];
  }
  const near = matchNear(index, typed);
  return near.size ? [[near], ...cutApart(index, typed)] : cutApart(index, typed);
}

/** A run of letters as the known words it consists of: "laichau" is "lai" and "chau". */
function cutApart(index, typed) {
  const run = fold(typed);
  if (!/^[a-z]{6,}$/.test(run) || SYLLABLE.test(run)) return [];
  const isKnown = (part) => part.length > 1 && matchForm(index, part, false).size > 0;
  const parts = cutRun(run, (part) => part !== run && isKnown(part));
  return parts ? [parts.map((part) => matchForm(index, part, false))] : [];
}

function isSeldom(index, found) {
  let count = 0;
  for (const word of found.keys()) count += pagesWith(index, word).length;
  return count <= SELDOM;
}

function weigh(index, map) {
  const pages = new Map();
  for (const [word, share] of map) {
    for (const page of pagesWith(index, word)) pages.set(page, Math.max(share, pages.get(page) || 0));
  }
  return { map, pages, rare: Math.log(1 + index.pages.length / (1 + pages.size)) };
}

/** A query to groups, all of which a page should meet; a group is a choice between ways to say it. */
function readQuery(index, query) {
  const typed = cutTokens(query.normalize("NFC")).map((token) => token.forms[0]);
  const isOpen = !/\s$/.test(query);
  const plain = typed.map(fold);
  const groups = [];
  for (let at = 0; at < typed.length; ) {
    const same = findAlias(index, plain, at);
    const length = same ? same.length : 1;
    const own = [];
    for (let step = at; step < at + length; step += 1) own.push(understand(index, typed[step], isOpen && step === typed.length - 1));
    const ways = length === 1 ? own[0] : [own.flatMap((choices) => choices[0])];
    for (const form of same ? same.others : []) ways.push(form.map((word) => matchForm(index, word, false)));
    groups.push({ typed: typed.slice(at, at + length).join(" "), size: length, ways: ways.map((way) => way.map((map) => weigh(index, map))) });
    at += length;
  }
  return groups;
}

/** The longest phrase at a token for which the glossary knows another. */
function findAlias(index, plain, at) {
  let best = null;
  for (const group of index.aliases) {
    for (const form of group) {
      const fits = form.every((word, step) => fold(word) === plain[at + step]);
      if (fits && (!best || form.length > best.length)) {
        best = { length: form.length, others: group.filter((other) => other !== form) };
      }
    }
  }
  return best;
}

/** How well a title says each group; and how much of the title the query covers. */
function judgeTitle({ tokens, keys }, groups) {
  const used = new Set();
  let inOrder = 0;
  let last = -2;
  const points = groups.map(({ ways, size }) => {
    let best = 0;
    let at = [];
    for (const way of ways) {
      let sum = 0;
      const places = [];
      for (const { map, rare } of way) {
        let share = 0;
        let where = -1;
        tokens.forEach((forms, place) => {
          for (const form of forms) {
            const value = map.get(form) || 0;
            if (value > share || (value === share && value && place === last + 1)) { share = value; where = place; }
          }
        });
        for (const key of keys) share = Math.max(share, map.get(key) || 0);
        if (!share) { sum = 0; break; }
        if (where >= 0) places.push(where);
        sum += share * rare;
      }
      sum *= size / way.length;
      if (sum) for (const place of places) used.add(place);
      if (sum > best) { best = sum; at = places; }
    }
    for (const place of at) {
      if (place === last + 1) inOrder += 1;
      last = place;
    }
    return best;
  });
  const covered = tokens.length ? used.size / tokens.length : 0;
  const follows = used.size > 1 ? inOrder / (used.size - 1) : 0;
  const met = points.filter(Boolean).length / groups.length;
  return { points, strength: met * (0.35 + 0.65 * covered) * (1 + 0.5 * Math.min(1, follows)) };
}

function judgeText(page, number, groups) {
  const prior = TEXT_OF[page.kind] || 1;
  return groups.map(({ ways, size }) => {
    let best = 0;
    for (const way of ways) {
      let sum = 0;
      for (const { pages, rare } of way) {
        const share = pages.get(number);
        if (!share) { sum = 0; break; }
        sum += share * rare;
      }
      best = Math.max(best, (sum * size) / way.length);
    }
    return (best * prior) / (1 + RUNNING * page.length);
  });
}

function judgePage(page, number, groups, isAllowed) {
  const text = judgeText(page, number, groups);
  const title = judgeTitle(page, groups);
  const name = NAME_OF[page.kind] || 1;
  const base = groups.map((_, at) => Math.max(text[at], name * TITLE * title.strength * title.points[at]));
  const sum = (values) => values.reduce((total, value) => total + value, 0);
  const ownScore = sum(base);
  const places = [];
  for (const place of page.places) {
    if (!isAllowed(place.periods)) continue;
    const said = judgeTitle(place, groups);
    if (!said.points.some(Boolean)) continue;
    const both = base.map((value, at) => Math.max(value, name * PLACE * said.strength * said.points[at]));
    const gain = sum(both) - ownScore;
    if (gain > 0) places.push({ place, score: ownScore + gain, met: both.filter(Boolean).length });
  }
  places.sort((one, two) => two.score - one.score);
  const top = places[0];
  const met = top ? Math.max(top.met, base.filter(Boolean).length) : base.filter(Boolean).length;
  return { number, page, met, score: top ? top.score : ownScore, place: top ? top.place : null, more: places.slice(1, 4).map((one) => one.place) };
}

/** Answer a query. `section` and `period` narrow it (-1: all). */
function findPages(index, query, { section = -1, period = -1 } = {}) {
  const groups = readQuery(index, query).filter(({ ways }) => ways.length);
  const isAllowed = (bits) => period < 0 || Boolean(bits & (1 << period));
  const judged = [];
  if (groups.length) {
    const candidates = new Set(groups.flatMap(({ ways }) => ways.flat().flatMap(({ pages }) => [...pages.keys()])));
    for (const number of candidates) {
      const page = index.pages[number];
      if (!isAllowed(page.periods)) continue;
      const one = judgePage(readPage(index, page), number, groups, isAllowed);
      if (one.met) judged.push(one);
    }
  }
  const most = judged.reduce((best, one) => Math.max(best, one.met), 0);
  const kept = judged.filter((one) => one.met === most);
  kept.sort((one, two) => two.score - one.score || one.number - two.number);
  const sections = new Map();
  for (const one of kept) sections.set(one.page.section, (sections.get(one.page.section) || 0) + 1);
  const unknown = groups.filter(({ ways }) => ways.every((way) => way.some(({ map }) => !map.size)));
  return {
    groups,
    sections,
    isWhole: most === groups.length,
    unknown: unknown.map(({ typed }) => typed),
    results: section < 0 ? kept : kept.filter((one) => one.page.section === section),
  };
}
