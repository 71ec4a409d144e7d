/* Start what the page has. A part that fails leaves the others alone. */

const assets = document.currentScript.src.replace(/js\/[^/]*$/, "");

function part(begin) {
  try { begin(); } catch (error) { console.warn(error); }
}

if (frame) {
  const rest = document.querySelector(".ms-rest");
  part(startGuard);
  if (rest) part(() => startRest(rest));
  else {
    part(() => startIdle(frame.querySelector("[data-idle]"), { wait: Number(frame.dataset.wait), countdown: Number(frame.dataset.countdown) }));
    part(startBar);
    part(() => startAway(frame.querySelector("[data-outside]"), assets));
    part(startKeyboard);
  }
  part(startSecret);
  const state = document.querySelector("[data-from]");
  if (state) part(() => startState(state));
}

window.msTelex = typeAll;
