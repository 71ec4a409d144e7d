/* The resting screen: slides by turns until somebody touches. Nothing stays at one place for long. */

const SECONDS = 10;
// pixels by which everything moves at each turn, so that no edge burns into the glass
const SHIFTS = [[0, 0], [3, -2], [-2, 3], [-4, -3], [2, 4], [4, 1], [-3, -1]];

function startRest(screen) {
  const slides = [...screen.querySelectorAll(".ms-slide")];
  let turn = 0;

  function show() {
    slides.forEach((slide, at) => slide.toggleAttribute("data-on", at === turn % slides.length));
    const [x, y] = SHIFTS[turn % SHIFTS.length];
    screen.style.setProperty("--x", x + "px");
    screen.style.setProperty("--y", y + "px");
  }

  function begin(event) {
    const other = event.target.closest && event.target.closest("a[hreflang]");
    event.preventDefault();
    location.replace(other ? other.href : frame.dataset.home);
  }

  // on the click that follows the touch, so that it does not fall through to what comes next
  document.addEventListener("click", begin);
  document.addEventListener("keydown", begin);
  setInterval(() => {
    turn += 1;
    show();
  }, SECONDS * 1000);
  show();
}
