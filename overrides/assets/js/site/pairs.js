/* Then and now: the two pictures lie over each other and the reader draws the line. */
part(function () {
  all(".ms-then-now[data-share]").forEach(function (pair) {
    var range = pair.querySelector("input[type=range]");

    function cut() {
      pair.style.setProperty("--cut", range.value + "%");
      range.setAttribute("aria-valuetext", fill(pair.getAttribute("data-share"), { n: range.value }));
    }

    range.addEventListener("input", cut);
    cut();
  });
});
