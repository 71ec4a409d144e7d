/* What a public screen must not do: menus, zooming, dragging, selecting, sound louder than agreed. */

const root = document.documentElement;
const frame = document.getElementById("ms-kiosk");

function refuse(event) {
  event.preventDefault();
}

function startGuard() {
  ["contextmenu", "dragstart", "selectstart", "gesturestart"].forEach((name) => document.addEventListener(name, refuse));
  document.addEventListener("wheel", (event) => { if (event.ctrlKey) refuse(event); }, { passive: false });
  document.addEventListener("touchmove", (event) => { if (event.touches.length > 1) refuse(event); }, { passive: false });
  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.metaKey || (event.ctrlKey && event.key.toLowerCase() !== "k") || /^F\d+$/.test(event.key)) refuse(event);
  }, true);
  const loudest = Number(frame.dataset.volume);
  root.dataset.volume = loudest; // for the voice that reads aloud
  document.querySelectorAll("audio, video").forEach((media) => {
    const soften = () => { if (media.volume > loudest) media.volume = loudest; };
    media.autoplay = false;
    media.addEventListener("volumechange", soften);
    soften();
  });
}

/** Forget the visitor: what the reader chose and what is on the screen. */
function forget() {
  try {
    Object.keys(localStorage).filter((key) => key.startsWith("ms-")).forEach((key) => localStorage.removeItem(key));
    sessionStorage.clear();
  } catch (error) { /* no storage: nothing is kept */ }
  location.replace(frame.dataset.rest);
}
