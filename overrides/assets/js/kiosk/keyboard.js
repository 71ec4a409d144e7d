/* The touch keyboard under a search field. It writes Telex, and is gone with its dialog. */

const ROWS = ["1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"];

function makeKeyboard(input, words) {
  const board = document.createElement("div");
  board.className = "ms-keys";
  board.setAttribute("role", "group");
  board.setAttribute("aria-label", words.keys);

  function write(value) {
    input.value = value;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function add(row, label, act, name) {
    const key = document.createElement("button");
    key.type = "button";
    key.textContent = label;
    if (name) {
      key.className = "ms-key-" + name;
      key.setAttribute("aria-label", words[name]);
    }
    key.addEventListener("click", () => {
      act();
      input.focus({ preventScroll: true });
    });
    row.append(key);
  }

  ROWS.forEach((letters, at) => {
    const row = document.createElement("div");
    [...letters].forEach((letter) => add(row, letter, () => write(/\d/.test(letter) ? input.value + letter : typeTelex(input.value, letter))));
    if (at === ROWS.length - 1) add(row, "⌫", () => write([...input.value.normalize("NFC")].slice(0, -1).join("")), "erase");
    board.append(row);
  });
  const last = document.createElement("div");
  add(last, words.clear, () => write(""), "clear");
  add(last, words.space, () => write(input.value + " "), "space");
  add(last, words.done, () => {
    const dialog = input.closest("dialog");
    const first = (dialog || document).querySelector(".ms-hit");
    if (first) first.click();
  }, "done");
  board.append(last);
  board.addEventListener("pointerdown", refuse); // the field keeps the focus and its caret
  return board;
}

function startKeyboard() {
  document.addEventListener("focusin", (event) => {
    const input = event.target;
    if (!input.matches("[data-finder] input, [role=combobox]")) return;
    const holder = input.closest("[data-finder], dialog") || input.closest("form").parentNode;
    if (holder.querySelector(".ms-keys")) return;
    input.inputMode = "none"; // the system's own keyboard stays away
    holder.append(makeKeyboard(input, frame.dataset));
  });
}
