/* Joins the fetched index to the skeletons that wait for it. */
const assets = document.currentScript.src.replace(/js\/[^/]*$/, "");
const lang = document.documentElement.lang;
const index = readIndex(window.msSearch[lang], lang);

/** Results of a query as [address, title], in the order in which they are shown; for tests and benches. */
window.msFind = (query, narrowed) => {
  const found = findPages(index, query, narrowed);
  return groupResults(index, found.results.slice(0, 20), index.data.say)
    .flatMap(([, results]) => results)
    .map(({ page, place, score }) => [page.address + (place ? "#" + place.anchor : ""), place ? place.title : page.title, score]);
};

/** Text as the looked-up forms of its tokens; the index was cut by the same rules. */
window.msCut = (text) => cutTokens(text.normalize("NFC")).map((token) => token.forms);

for (const holder of document.querySelectorAll("[data-finder]")) {
  makeFinder(holder, index, { assets, lang, most: Number(holder.dataset.finder) });
  holder.setAttribute("data-ready", "");
}
