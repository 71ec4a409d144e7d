/* The index of one language, read back. Written by scripts/microsite/search/index.py. */
const FIRST = "#".charCodeAt(0);
const STEP = 57;

/** A capital tells how much of the word before it a word keeps. */
function readWords(text) {
  const words = [];
  let word = "";
  for (let at = 0, end = 1; at < text.length; at = end, end += 1) {
    while (end < text.length && (text.charCodeAt(end) < 65 || text.charCodeAt(end) > 90)) end += 1;
    word = word.slice(0, text.charCodeAt(at) - 65) + text.slice(at + 1, end);
    words.push(word);
  }
  return words;
}

function readIndex(data, lang) {
  const words = readWords(data.words);
  const numbers = new Map();
  for (let at = 0; at < words.length; at += 1) numbers.set(words[at], at);
  return {
    data,
    lang,
    words,
    folds: fold(words.join(" ")).split(" "), // all at once: a call for each word would take longer
    numbers,
    hits: data.hits.split("!"),
    pages: data.pages.map(([address, title, kind, section, periods, length, places], number) => ({
      number, address, title, kind, section, periods, length, places, isRead: false,
    })),
    contexts: data.sections.map((title) => new Set(cutTokens(title).map((token) => fold(token.forms[0])))),
    aliases: data.aliases.map((group) => group.map((phrase) => cutTokens(phrase).map((token) => token.forms[0]))),
  };
}

/** The known words of a text: for each of its words the numbers of its forms. */
function cutKnown(index, text) {
  return cutTokens(text).map((token) => token.forms.map((form) => index.numbers.get(form)));
}

/** Cut a page's title into known words, the first time that the page comes into question; its places
    are many, so they wait until they come into question themselves, and are said without marks here. */
function readPage(index, page) {
  if (page.isRead) return page;
  page.isRead = true;
  page.tokens = cutKnown(index, page.title);
  page.keys = page.names = [];
  const plain = fold(page.places.map(([, title, , ...keys]) => title + " " + keys.join(" ")).join("\n").toLowerCase()).split("\n");
  page.places = page.places.map(([anchor, title, periods, ...keys], at) =>
    ({ anchor, title, periods, keys, plain: plain[at], isRead: false }));
  return page;
}

function readPlace(index, place) {
  if (place.isRead) return place;
  const { title, keys } = place;
  return Object.assign(place, {
    isRead: true,
    anchor: place.anchor || slugify(title),
    tokens: cutKnown(index, title),
    keys: keys.map((key) => index.numbers.get(key)),
    names: keys.filter((key) => key.includes(" ")).map((key) => cutKnown(index, key)),
  });
}

/** The numbers of the pages that say a word. */
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
