/* What was typed without the typing program, or with a slip: Telex and VNI keys, one wrong letter,
   words run together. All of it is asked only for words that are not known as they stand. */
const TELEX_TONES = { s: "\u0301", f: "\u0300", r: "\u0309", x: "\u0303", j: "\u0323" };
const VNI_TONES = { 1: "\u0301", 2: "\u0300", 3: "\u0309", 4: "\u0303", 5: "\u0323" };
const SYLLABLE = /^(?:b|ch?|đ|d|gh?|gi|h|kh?|l|m|ngh?|nh?|p|ph|qu|r|s|th?|tr|v|x)?[aăâeêioôơuưy]{1,3}(?:ch?|m|ng|nh?|p|t)?$/;

function withHorns(word) {
  return word.includes("uo") ? word.replace("uo", "ươ")
    : word.includes("ưo") ? word.replace("ưo", "ươ")
    : word.includes("uơ") ? word.replace("uơ", "ươ")
    : "";
}

/** The syllable that Telex keys spell ("thuyr" is "thủy"), its tone behind; "" when they spell none. */
function fromTelex(keys) {
  if (!/^[a-z]{2,10}$/.test(keys)) return "";
  const tone = /^([^aeiouyw]*[aeiouyw].*?)([sfrxj])(.*)$/.exec(keys);
  let word = tone ? tone[1] + tone[3] : keys;
  word = word.replace(/^d(.*)d/, "đ$1");
  for (const [plain, hat] of [["a", "â"], ["e", "ê"], ["o", "ô"]]) {
    word = word.replace(new RegExp(plain + "([^w]*?)" + plain), hat + "$1");
  }
  if (word.includes("w")) {
    const rest = word.replace(/uw/, "ư").replace(/ow/, "ơ").replace(/aw/, "ă");
    const left = rest.replace("w", "");
    word = withHorns(left) || (rest !== left
      ? rest.replace(/^([^aou]*?)w/, "$1ư").replace(/([aou])([^aouw]*)w/, (_, vowel, between) =>
        ({ a: "ă", o: "ơ", u: "ư" })[vowel] + between)
      : rest);
  }
  return word !== keys && SYLLABLE.test(word) ? word + (tone ? TELEX_TONES[tone[2]] : "") : "";
}

/** The syllable that VNI keys spell ("d9ien65" is "điện"), its tone behind; "" when they spell none. */
function fromVni(keys) {
  if (!/^[a-z]+[1-9][a-z1-9]*$/.test(keys)) return "";
  let word = "";
  let tone = "";
  for (const key of keys) {
    if (VNI_TONES[key]) tone = VNI_TONES[key];
    else if (key === "6") word = word.replace(/([aeo])([^aeo]*)$/, (_, vowel, rest) => ({ a: "â", e: "ê", o: "ô" })[vowel] + rest);
    else if (key === "7") word = withHorns(word) || word.replace(/([uo])([^uo]*)$/, (_, vowel, rest) => ({ u: "ư", o: "ơ" })[vowel] + rest);
    else if (key === "8") word = word.replace(/a([^a]*)$/, "ă$1");
    else if (key === "9") word = word.replace(/^d/, "đ");
    else word += key;
  }
  return SYLLABLE.test(word) ? word + tone : "";
}

/** Whether two words differ by one letter: one more, one less, another, or two neighbours swapped. */
function isNear(one, two) {
  if (Math.abs(one.length - two.length) > 1) return false;
  let at = 0;
  while (at < one.length && one[at] === two[at]) at += 1;
  const restOne = one.slice(at);
  const restTwo = two.slice(at);
  return restOne.slice(1) === restTwo
    || restOne === restTwo.slice(1)
    || restOne.slice(1) === restTwo.slice(1)
    || (restOne[0] === restTwo[1] && restOne[1] === restTwo[0] && restOne.slice(2) === restTwo.slice(2));
}

/** The known words that a run of letters consists of, the fewest of them; null when there is no such cut. */
function cutRun(run, isKnown, most = 5) {
  const best = [[]];
  for (let end = 1; end <= run.length; end += 1) {
    for (let start = Math.max(0, end - 7); start < end; start += 1) {
      const before = best[start];
      if (!before || before.length === most || !isKnown(run.slice(start, end))) continue;
      if (!best[end] || before.length + 1 < best[end].length) best[end] = before.concat(run.slice(start, end));
    }
  }
  return best[run.length] || null;
}
