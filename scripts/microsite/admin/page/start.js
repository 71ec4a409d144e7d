/* The language of the page is the language of the form, until the editor chooses another. */
(() => {
  const PLACE = "sveltia-cms.prefs";
  const LOCALES = { vi: "vi", en: "en-US" };
  try {
    const kept = JSON.parse(localStorage.getItem(PLACE) ?? "{}");
    kept.locale ??= LOCALES[document.documentElement.lang];
    localStorage.setItem(PLACE, JSON.stringify(kept));
  } catch {
    // without storage the form follows the browser
  }
})();
