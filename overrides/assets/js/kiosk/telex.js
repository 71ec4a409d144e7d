/* Telex: plain letters to Vietnamese ones, word by word, as the common input methods do it. */

const TONES = { s: "\u0301", f: "\u0300", r: "\u0309", x: "\u0303", j: "\u0323" };
const SHAPES = { aa: "â", ee: "ê", oo: "ô", aw: "ă", ow: "ơ", uw: "ư", dd: "đ" };
const VOWELS = "aăâeêioôơuưy";
const ENDING = /^(?:[iuy]|c|ch|m|n|ng|nh|p|t)?$/i; // what may follow a vowel in its syllable
const TONE_MARK = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Split a word into its letters without tone, and the tone. */
function splitTone(word) {
  const taken = word.normalize("NFD");
  const tone = (taken.match(TONE_MARK) || [""])[0];
  return [taken.replace(TONE_MARK, "").normalize("NFC"), tone];
}

/** Put a tone on the vowel where it is written: hoà, quý, thuở, giữ, chuyện. */
function setTone(letters, tone) {
  if (!tone) return letters;
  const lower = letters.toLowerCase();
  const lead = /^(?:gi(?=[aăâeêoôơuưy])|qu)/.exec(lower);
  const from = lead ? lead[0].length : 0;
  const places = [];
  for (let at = from; at < lower.length; at += 1) if (VOWELS.includes(lower[at])) places.push(at);
  if (!places.length && lead) places.push(1);
  if (!places.length) return letters;
  // a letter with a shape carries the tone, the last one of them (ươ); then: before a final consonant the last vowel
  const shaped = places.filter((at) => "ăâêôơư".includes(lower[at]));
  const isOpen = places[places.length - 1] === lower.length - 1;
  let at = places[places.length - 1];
  if (shaped.length) at = shaped[shaped.length - 1];
  else if (isOpen && places.length > 1) at = places[places.length - 2];
  return (letters.slice(0, at + 1) + tone + letters.slice(at + 1)).normalize("NFC");
}

const matchCase = (made, like) => (like === like.toUpperCase() && like !== like.toLowerCase() ? made.toUpperCase() : made);

/** Return `word` with one more letter typed at its end. */
function typeLetter(word, typed) {
  const key = typed.toLowerCase();
  const [letters, tone] = splitTone(word);
  const hasVowel = [...letters.toLowerCase()].some((one) => VOWELS.includes(one));
  if (TONES[key] && hasVowel) {
    // the same key again takes the tone away and is written
    return tone === TONES[key] ? letters + typed : setTone(letters, TONES[key]);
  }
  if (key === "z" && tone) return letters;
  if (key === "w") {
    const made = withHorn(letters);
    if (made !== letters) return setTone(made, tone);
  }
  return setTone(shapeOf(letters, key) || withPair(letters) + typed, tone);
}

/** Before one more letter uơ becomes ươ (thuở, but được); the u of qu stays. */
const withPair = (letters) => letters.replace(/(?<!q)u(?=ơ$)/iu, (found) => matchCase("ư", found));

/** `w` shapes the vowels before it: uo → ươ inside a syllable, a → ă, o → ơ, u → ư. */
function withHorn(letters) {
  const pair = /(?<!q)uo(?=[iu]?[^aeiouy]*$)(?!$)/i.exec(letters);
  if (pair) return letters.slice(0, pair.index) + matchCase("ư", pair[0][0]) + matchCase("ơ", pair[0][1]) + letters.slice(pair.index + 2);
  for (let at = letters.length - 1; at >= 0; at -= 1) {
    const made = SHAPES[letters[at].toLowerCase() + "w"];
    if (made) return letters.slice(0, at) + matchCase(made, letters[at]) + letters.slice(at + 1);
  }
  return letters;
}

/** A letter typed again shapes its twin, also past the end of the syllable: ddienej, vieetj. */
function shapeOf(letters, key) {
  const made = SHAPES[key + key];
  if (!made) return "";
  const at = letters.toLowerCase().lastIndexOf(key);
  if (at < 0 || (key === "d" ? at !== 0 : !ENDING.test(letters.slice(at + 1)))) return "";
  return letters.slice(0, at) + matchCase(made, letters[at]) + letters.slice(at + 1);
}

/** Return `text` with one more letter typed at its end; only its last word changes. */
function typeTelex(text, typed) {
  const [, before, word] = /^(.*?)(\p{L}*)$/su.exec(text);
  return before + typeLetter(word, typed);
}

/** Return what typing `keys` one after another gives. */
const typeAll = (keys) => [...keys].reduce(typeTelex, "");
