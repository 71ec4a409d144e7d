/* Read aloud with the device's own voice; where it has none for the page's language the button stays away. */
part(function () {
  var buttons = all("[data-read]"), article = document.querySelector("main article"), speech = window.speechSynthesis;
  if (!buttons.length || !article || !speech) return;
  var lang = article.getAttribute("lang") || root.lang, blocks = [], at = -1, voice = null;

  function findVoice() {
    voice = speech.getVoices().filter(function (one) {
      return one.lang.toLowerCase().replace("_", "-").split("-")[0] === lang.split("-")[0];
    })[0];
    buttons.forEach(function (button) { button.toggleAttribute("data-ready", Boolean(voice)); });
  }

  function spoken(block) {
    var copy = block.cloneNode(true);
    all(".ms-cite,.ms-here,.ms-tag,svg,[hidden]", copy).forEach(function (one) { one.remove(); });
    return copy.textContent.replace(/\s+/g, " ").trim();
  }

  function gather() {
    var skip = "figure,table,nav,aside,form,fieldset,.ms-notes,.ms-filters,.ms-rail,[hidden],details:not([open])";
    blocks = all("main .ms-lede").concat(all("h2,h3,h4,p,li,dt,dd", article)).filter(function (block) {
      return !block.closest(skip) && !block.querySelector("p,li") && block.id !== "nguon-trang-nay";
    });
  }

  function say(state, label) {
    buttons.forEach(function (button) {
      var status = button.parentNode.querySelector("[role=status]");
      button.textContent = button.getAttribute("data-" + label);
      button.setAttribute("aria-pressed", String(label === "stop"));
      if (status) status.textContent = button.getAttribute("data-" + state);
    });
  }

  function stop(state) {
    if (blocks[at]) blocks[at].classList.remove("ms-reading");
    at = -1;
    speech.cancel();
    say(state, "start");
  }

  function next() {
    if (blocks[at]) blocks[at].classList.remove("ms-reading");
    at += 1;
    if (at >= blocks.length) { stop("finished"); return; }
    var here = at, text = spoken(blocks[at]), words = new SpeechSynthesisUtterance(text);
    if (!text) { next(); return; }
    words.voice = voice;
    words.lang = voice.lang;
    words.volume = Number(root.getAttribute("data-volume") || 1); // a public screen has less
    words.onend = function () { if (here === at) next(); };
    words.onerror = function () { if (here === at) stop("stopped"); };
    blocks[at].classList.add("ms-reading");
    speech.speak(words);
  }

  buttons.forEach(function (button) {
    button.addEventListener("click", function () {
      if (at >= 0) { stop("stopped"); return; }
      gather();
      say("started", "stop");
      next();
    });
  });
  addEventListener("pagehide", function () { speech.cancel(); });
  if (speech.addEventListener) speech.addEventListener("voiceschanged", findVoice);
  findVoice();
});
