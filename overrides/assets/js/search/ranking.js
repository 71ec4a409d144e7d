/* Which pages answer a query, the best first: titles above headings above text. */
const TITLE = 10;
const PLACE = 6;
const ALSO = 0.1; // what the page says beside a heading in it that answers
const RUNNING = 0.15; // by so much a word in the text counts less with each doubling of its length

// pages are read for what they tell; lists, questions and registers lead to them
const TEXT_OF = { landing: 1.3, article: 1.25, timeline: 1.1, indicator: 1.05, questions: 0.9, quiz: 0.6, register: 0.55, home: 0.8 };
const NAME_OF = { landing: 1.1, article: 1.1, timeline: 0.9, questions: 0.6, quiz: 0.8, register: 0.6, home: 0.7, explorer: 0.6, list: 0.8 };

const MEANING = /(^|\s)(la gi|nghia|meaning|what is|what are)(\s|$)/;
const ASKING = /\?|(^|\s)(nao|gi|ai|dau|may|sao|bao nhieu|how|what|who|whose|when|where|which|why|did|does|is|are)(\s|$)/;
const CONTEXT = 0.6; // a word of the section's name, on its pages
// pages that say less of the query than a share of what the best say are left out, but for those
// whose whole title is in it
const ENOUGH = 0.7;
const SOME = 0.35;
const MANY = 60;

const sum = (values) => values.reduce((total, value) => total + value, 0);
const worth = (groups) => sum(groups.map((group) => group.worth));

/** How well one group is met: the points of its best way, and its share of what that way could get.
    A way of several words counts less with each that is missing. */
function meetGroup({ ways, size }, shareOf) {
  let points = 0;
  let share = 0;
  for (const way of ways) {
    let got = 0;
    let most = 0;
    let met = 0;
    for (const match of way) {
      const one = shareOf(match);
      if (one) met += 1;
      got += one * match.rare;
      most += match.rare;
    }
    const fit = (met / way.length) ** 2;
    points = Math.max(points, got * fit * (size / way.length));
    share = Math.max(share, (got / most) * fit);
  }
  return { points, share };
}

/** Where a title says a match best, and how well. After the word before it is better than elsewhere. */
function findInTitle({ tokens, keys }, { map }, after) {
  let share = 0;
  let place = -1;
  for (let at = 0; at < tokens.length; at += 1) { // asked some thousand times a query
    for (const form of tokens[at]) {
      const value = map.get(form) || 0;
      if (value > share || (value && value === share && at === after)) { share = value; place = at; }
    }
  }
  let isKey = false;
  for (const key of keys) if (map.get(key) > share) { share = map.get(key); isKey = true; }
  return { place, share, isKey };
}

/** How well a title says each group, and how strong it is: all of the query, all of the title, in order.
    `around` tells which groups are said above the title: by its section, by its page. */
function judgeTitle(title, groups, around) {
  const used = new Set();
  let last = -2;
  let inOrder = 0;
  let byKey = 0; // the day of an event, the number of a document: as good as its whole title
  const points = groups.map((group) =>
    meetGroup(group, (match) => {
      const { place, share, isKey } = findInTitle(title, match, last + 1);
      if (isKey) byKey += 1;
      if (place >= 0) {
        if (place === last + 1 && !used.has(place)) inOrder += 1;
        used.add(place);
        last = place;
      }
      return share;
    }).points);
  const covered = byKey ? 1 : title.tokens.length && used.size / title.tokens.length;
  const follows = used.size > 1 ? inOrder / (used.size - 1) : 0;
  const met = worth(groups.filter((_, at) => points[at] || around[at])) / worth(groups);
  return { points, covered, strength: Math.sqrt(met) * (0.45 + 0.55 * covered) * (1 + 0.5 * Math.min(1, follows)) };
}

/** How well the name of a page's section says a match. */
function inContext(index, page, { map }) {
  const context = index.contexts[page.section];
  if (context) for (const word of map.keys()) if (context.has(index.folds[word])) return CONTEXT;
  return 0;
}

/** How well a page says a match anywhere; its section's name is said on every page of the section. */
function shareOn(index, page, match) {
  const share = match.pages.get(page.number) || 0;
  return share >= CONTEXT ? share : Math.max(share, inContext(index, page, match));
}

/** How well the text of a page says each group. */
function judgeText(index, page, groups) {
  const weight = (TEXT_OF[page.kind] || 1) / (1 + RUNNING * page.length);
  return groups.map((group) => weight * meetGroup(group, (match) => shareOn(index, page, match)).points);
}

/** A figure of later years comes before the same figure of earlier ones. */
function freshness({ kind, title }) {
  const years = kind === "indicator" ? title.match(/\b20\d\d\b/g) : null;
  return years ? 1 + (Math.max(...years) - 2000) / 100 : 1;
}

/** A page with its points, and the place in it that answers better than its title, if one does. */
function judgePage(index, page, groups, { isAllowed, mayAnswer, asked }) {
  const name = (asked[page.kind] || NAME_OF[page.kind] || 1) * freshness(page);
  const own = judgeText(index, page, groups);
  const better = (points, said, weight) =>
    points.map((value, at) => Math.max(value, name * weight * said.strength * said.points[at]));
  const section = groups.map((group) => meetGroup(group, (match) => inContext(index, page, match)).points);
  const title = judgeTitle(page, groups, section);
  const around = section.map((points, at) => points || title.points[at]);
  if (title.covered === 1) title.points = around; // “Tourism” in “Potentials” is “tourism potentials”
  const titled = better(own, title, TITLE);
  let best = { page, place: null, isNamed: title.covered === 1, score: (1 + ALSO) * sum(titled) };
  for (const place of page.places) {
    if (!isAllowed(place.periods) || !mayAnswer(place)) continue;
    readPlace(index, place);
    for (const heading of [place, ...place.names.map((tokens) => ({ tokens, keys: [] }))]) {
      const score = sum(better(titled, judgeTitle(heading, groups, around), PLACE)) + ALSO * sum(titled);
      if (score > best.score) best = { ...best, place, score };
    }
  }
  return best;
}

/** Whether a place may say a word of the query, told from its letters: what has digits may, in another
    form; and where a query may mean many words, all may. */
function sieve(index, groups) {
  const meant = groups.flatMap(({ ways }) => ways.flat().flatMap(({ map }) => [...map.keys()]));
  if (meant.length > MANY) return () => true;
  const words = [...new Set(meant.map((word) => index.folds[word]))];
  return ({ plain }) => /\d/.test(plain) || words.some((word) => plain.includes(word));
}

/** The pages that say enough of the query, each with the share it says; a rare word counts for more. */
function chooseCandidates(index, groups, isAllowed) {
  const numbers = new Set(groups.flatMap(({ ways }) => ways.flat().flatMap(({ pages }) => [...pages.keys()])));
  const whole = worth(groups);
  const said = [...numbers]
    .map((number) => index.pages[number])
    .filter((page) => isAllowed(page.periods))
    .map((page) => {
      const shares = groups.map((group) => meetGroup(group, (match) => shareOn(index, page, match)).share);
      const said = sum(groups.map(({ worth: value }, at) => value * shares[at]));
      return { page, share: said / whole, isWhole: shares.every(Boolean) };
    });
  const most = said.reduce((best, { share }) => Math.max(best, share), 0);
  return { most, isWhole: said.some((one) => one.isWhole), candidates: said.filter(({ share }) => share >= SOME * most) };
}

/** Answer a query. `section` and `period` narrow it (-1: all). */
function findPages(index, query, { section = -1, period = -1 } = {}) {
  const groups = readQuery(index, query);
  const isAllowed = (periods) => period < 0 || Boolean(periods & (1 << period));
  const plain = fold(query.toLowerCase());
  const asked = { questions: ASKING.test(plain) && 1.2, register: MEANING.test(plain) && 1.2 };
  const { most, isWhole, candidates } = chooseCandidates(index, groups, isAllowed);
  const mayAnswer = sieve(index, groups);
  const judged = [];
  for (const { page, share } of candidates) {
    const one = judgePage(index, readPage(index, page), groups, { isAllowed, mayAnswer, asked });
    if (share >= ENOUGH * most || one.isNamed) judged.push({ ...one, score: one.score * share ** 1.5 });
  }
  judged.sort((one, two) => two.score - one.score || one.page.number - two.page.number);
  const sections = new Map();
  for (const one of judged) sections.set(one.page.section, (sections.get(one.page.section) || 0) + 1);
  return {
    groups,
    sections,
    isWhole,
    unknown: groups.filter(({ ways }) => ways.every((way) => way.some(({ map }) => !map.size))).map(({ typed }) => typed),
    results: section < 0 ? judged : judged.filter((one) => one.page.section === section),
  };
}
