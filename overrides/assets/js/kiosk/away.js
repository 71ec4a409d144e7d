/* Addresses outside: a screen without network shows them to be taken along, as a code and as text. */

const SVG = "http://www.w3.org/2000/svg";
const QUIET = 4; // modules of white that a reader of the code needs around it

/** Draw the code of `[size, base64 of its rows of bits]`. */
function drawCode([size, packed]) {
  const bits = atob(packed);
  let path = "";
  for (let at = 0; at < size * size; at += 1) {
    if (bits.charCodeAt(at >> 3) & (128 >> (at & 7))) path += "M" + ((at % size) + QUIET) + " " + (Math.floor(at / size) + QUIET) + "h1v1h-1z";
  }
  const svg = document.createElementNS(SVG, "svg");
  const whole = size + 2 * QUIET;
  svg.setAttribute("viewBox", "0 0 " + whole + " " + whole);
  svg.setAttribute("aria-hidden", "true");
  const shape = document.createElementNS(SVG, "path");
  shape.setAttribute("d", path);
  svg.append(shape);
  return svg;
}

function startAway(dialog, assets) {
  let wanted = "";
  const place = dialog.querySelector("[data-code]");

  function show() {
    const code = window.msAway && window.msAway[wanted];
    place.replaceChildren(...(code ? [drawCode(code)] : []));
  }

  document.addEventListener("click", (event) => {
    const door = event.target.closest("[data-away]");
    if (!door) return;
    wanted = door.dataset.away;
    dialog.querySelector("[data-title]").textContent = door.textContent;
    dialog.querySelector("[data-address]").textContent = wanted.replace(/^https?:\/\//, "").replace(/\/$/, "");
    show();
    dialog.showModal();
    if (window.msAway) return;
    const script = document.createElement("script");
    script.src = assets + "kiosk/away.js";
    script.onload = show;
    document.head.append(script);
  });
}
