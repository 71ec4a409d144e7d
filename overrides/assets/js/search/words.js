/* Text to the words that are looked up. The twin of scripts/microsite/search/tokens.py: what differs
   there or here is not found. */
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/;
const MONTHS = [
  "january", "february", "march", "april", "may", "june", "july",
  "august", "september", "october", "november", "december",
];
const TOKEN = new RegExp(
  "(\\d{1,2}([/.-])\\d{1,2}\\2\\d{4}(?!\\d)" + // a date
    "|(?:ngày )?\\d{1,2} tháng \\d{1,2} năm \\d{4}(?!\\d)" +
    "|\\d{1,2} (?:" + MONTHS.join("|") + ") \\d{4}(?!\\d))" +
    "|(\\d+(?:/\\d+)*/[\\p{L}\\p{N}]+(?:-[\\p{L}\\p{N}]+)*|\\d+-\\p{L}{2,}(?:/[\\p{L}\\p{N}]+)*)" + // a document's number
    "|(\\d{1,3}(?:[.,]\\d{3})+(?:[.,]\\d+)?(?!\\d)|\\d+[.,]\\d+(?!\\d))" + // a number
    "|[\\p{L}\\p{N}]+",
  "gu",
);

const evened = new Map();

/** A word with its tone mark behind its last letter, so that thuỷ and thủy are one. */
function evenTone(word) {
  if (/^[\x00-\x7f]*$/.test(word)) return word;
  if (!evened.has(word)) {
    const apart = word.normalize("NFD");
    const tone = TONE.exec(apart);
    evened.set(word, tone ? apart.replace(tone[0], "").normalize("NFC") + tone[0] : word);
  }
  return evened.get(word);
}

/** A word without marks, đ as d. */
function fold(word) {
  return word.replace(/đ/g, "d").normalize("NFD").replace(/[\u0300-\u036f]/g, "");
}

/** The part of an address that a heading gets. */
function slugify(text) {
  return (fold(text.toLowerCase()).match(/[a-z0-9]+/g) || []).join("-");
}

function formsOf(said, date, document, number) {
  const whole = said.replace(/(^|\D)0+(?=\d)/g, "$1");
  if (date) {
    const name = MONTHS.find((month) => whole.includes(month));
    const inDigits = name ? whole.replace(name, MONTHS.indexOf(name) + 1) : whole;
    const [day, month, year] = inDigits.match(/\d+/g);
    return [day + "/" + month + "/" + year, year].concat(name || []);
  }
  if (document) return [whole].concat(whole.split(/[/-]/).filter((part) => /^(\d{4}|\D.+)$/.test(part)));
  return [number ? said.replace(/\D/g, "") : evenTone(said)];
}

/** Each token of a text: its forms, the one that says most first, and where it stands. */
function cutTokens(text) {
  const found = [];
  for (const match of text.toLowerCase().matchAll(TOKEN)) {
    const forms = formsOf(match[0], match[1], match[3], match[4]);
    found.push({ forms, start: match.index, end: match.index + match[0].length });
  }
  return found;
}
