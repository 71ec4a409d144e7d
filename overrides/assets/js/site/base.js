/* What scripts add to pages that are whole without them. Each part stands alone: where its markup is missing it does nothing. */
var root = document.documentElement, assets = document.currentScript.src.replace(/js\/[^/]*$/, "");

function all(selector, within) {
  return Array.prototype.slice.call((within || document).querySelectorAll(selector));
}

function part(start) {
  try { start(); } catch (error) { if (window.console) console.warn(error); }
}

function fill(words, values) {
  return words.replace(/\{(\w+)\}/g, function (_, name) { return values[name]; });
}

function keep(name, value) {
  try {
    if (value) localStorage.setItem("ms-" + name, value);
    else localStorage.removeItem("ms-" + name);
  } catch (error) { /* no storage: the choice holds for this page */ }
}
