/* Two tiers: nobody touches for a while → a question with a countdown → the screen forgets and rests. */

/** True while somebody is listening. */
function isPlaying() {
  const media = [...document.querySelectorAll("audio, video")].some((one) => !one.paused && !one.ended);
  return media || Boolean(window.speechSynthesis && speechSynthesis.speaking);
}

/**
 * Watch for idleness with a clock that only goes forward. `wait` and `countdown` are seconds.
 * One timer runs for the life of the page; nothing grows however long the page stays.
 */
function startIdle(ask, { wait, countdown }) {
  const clock = () => performance.now() / 1000;
  let last = clock();
  const shown = ask.querySelector("[data-seconds]");

  function wake() {
    last = clock();
    if (ask.open) ask.close();
  }

  function tick() {
    if (isPlaying()) {
      wake();
      return;
    }
    const left = Math.ceil(wait + countdown - (clock() - last));
    if (left <= 0) forget();
    else if (left <= countdown) {
      shown.textContent = String(left);
      if (!ask.open) ask.showModal();
    }
  }

  ["pointerdown", "pointermove", "keydown", "input", "wheel"].forEach((name) => {
    document.addEventListener(name, wake, { capture: true, passive: true });
  });
  document.addEventListener("scroll", () => { if (!ask.open) wake(); }, { capture: true, passive: true });
  setInterval(tick, 1000);
}
