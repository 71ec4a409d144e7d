/* Joins the index to the skeletons that wait for it, as soon as it has come. */
const place = new URL(document.getElementById("ms-finder").content.firstElementChild.dataset.index, location).href;
const site = place.slice(0, place.lastIndexOf("search/"));
const folder = site + "assets/search/";
const lang = document.documentElement.lang;

function start() {
  const index = readIndex(window.msSearch[lang], lang);

  // results of a query as [address, title, score], in the order in which they are shown; for tests
  window.msFind = (query, narrowed) => {
    const found = findPages(index, query, narrowed);
    return groupResults(index, found.results.slice(0, 20), index.data.say)
      .flatMap(([, results]) => results)
      .map(({ page, place, score }) => [page.address + (place ? "#" + place.anchor : ""), place ? place.title : page.title, score]);
  };

  for (const holder of document.querySelectorAll("[data-finder]")) {
    makeFinder(holder, index, { folder, site, lang, most: Number(holder.dataset.finder) });
    holder.setAttribute("data-ready", "");
  }
}

// text as the looked-up forms of its tokens; the index was cut by the same rules
window.msCut = (text) => cutTokens(text.normalize("NFC")).map((token) => token.forms);

if (window.msSearch && window.msSearch[lang]) start();
else {
  window.msStart = start; // the index is still under way: meanwhile the browser compiles the rules
  cutTokens(document.querySelector("main").textContent.slice(0, 6000));
}
