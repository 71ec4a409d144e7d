/* A quiz, one question at a time: choose, be told, count. Nothing is stored and nothing leaves the page. */
(function () {
  "use strict";
  var root = document.documentElement, quizzes = all(document, "[data-quiz]").map(play);

  function all(within, selector) { return Array.prototype.slice.call(within.querySelectorAll(selector)); }

  function play(quiz) {
    var asks = all(quiz, ".ms-ask"), knots = all(quiz, ".ms-knots li"), key = quiz.querySelector(".ms-key");
    var score = quiz.querySelector(".ms-score"), numeral = quiz.querySelector(".ms-numeral");
    var next = quiz.querySelector(".ms-next"), again = quiz.querySelector(".ms-again"), every = quiz.querySelector(".ms-every");
    var done = 0, right = 0, now = 0, pointed = false, onward = null;

    function words(name, values) {
      return quiz.getAttribute("data-" + name).replace(/\{(\w+)\}/g, function (_, key) { return values[key]; });
    }

    function isDone(ask) { return ask.hasAttribute("data-done"); }

    /* The next question without an answer, after the last one from the first on. */
    function open() {
      for (var step = 1; step < asks.length; step += 1) {
        if (!isDone(asks[(now + step) % asks.length])) return (now + step) % asks.length;
      }
      return -1;
    }

    function show(at) {
      now = at;
      asks.forEach(function (ask, i) { ask.toggleAttribute("data-now", i === at); });
      knots.forEach(function (knot, i) {
        var state = asks[i].getAttribute("data-done"), link = knot.firstElementChild;
        if (state) knot.setAttribute("data-done", state);
        else knot.removeAttribute("data-done");
        link.setAttribute("aria-label", words(state ? "said-" + state : "said", { n: i + 1 }));
        if (i === at) link.setAttribute("aria-current", "step");
        else link.removeAttribute("aria-current");
      });
      next.hidden = open() < 0 || quiz.hasAttribute("data-all") || !isDone(asks[at]);
    }

    function go(at) {
      show(at);
      var top = quiz.querySelector(".ms-knots").getBoundingClientRect().top;
      if (top < 0 || top > innerHeight / 2) quiz.querySelector(".ms-knots").scrollIntoView();
      if (quiz.hasAttribute("data-all")) asks[at].scrollIntoView();
      (asks[at].querySelector("input:checked") || asks[at].querySelector("input")).focus({ preventScroll: true });
    }

    function judge(ask, input) {
      if (isDone(ask)) return;
      var answer = ask.querySelector("[data-right]"), isRight = input === answer;
      ask.setAttribute("data-done", isRight ? "yes" : "no");
      all(ask, "input").forEach(function (one) { one.setAttribute("aria-disabled", "true"); });
      answer.parentNode.classList.add("ms-right");
      if (!isRight) input.parentNode.classList.add("ms-wrong");
      ask.querySelector(".ms-verdict").textContent = isRight ? words("yes")
        : words("no", { right: answer.value + ". " + answer.parentNode.lastElementChild.textContent });
      ask.querySelector("details").open = true;
      ask.querySelector(".ms-submit").hidden = true;
      done += 1;
      right += isRight ? 1 : 0;
      again.hidden = false;
      show(asks.indexOf(ask));
      var ended = done === asks.length;
      quiz.toggleAttribute("data-ended", ended);
      numeral.textContent = ended ? right + "/" + done : "";
      score.textContent = words(ended ? "end" : "score", { right: right, done: done, all: asks.length });
      if (ended && onward) onward.hidden = false;
    }

    asks.forEach(function (ask, at) {
      var submit = ask.querySelector(".ms-submit");
      ask.addEventListener("pointerdown", function () { pointed = true; });
      ask.addEventListener("keydown", function (event) {
        pointed = false;
        if (event.key === "Enter" && event.target.matches("input:checked")) judge(ask, event.target);
      });
      ask.addEventListener("click", function (event) {
        if (isDone(ask) && event.target.closest("label")) event.preventDefault();
      });
      ask.addEventListener("change", function (event) {
        if (pointed) judge(ask, event.target);
        else submit.hidden = isDone(ask);
      });
      submit.addEventListener("click", function () {
        judge(ask, ask.querySelector("input:checked"));
        ask.querySelector("input:checked").focus();
      });
      if (knots[at]) {
        knots[at].firstElementChild.addEventListener("click", function (event) {
          event.preventDefault();
          go(at);
        });
      }
    });
    next.addEventListener("click", function () { go(open()); });
    again.addEventListener("click", function () {
      done = right = 0;
      asks.forEach(function (ask) {
        ask.removeAttribute("data-done");
        all(ask, "input").forEach(function (input) { input.checked = false; input.removeAttribute("aria-disabled"); });
        all(ask, ".ms-right,.ms-wrong").forEach(function (label) { label.classList.remove("ms-right", "ms-wrong"); });
        ask.querySelector(".ms-verdict").textContent = "";
        ask.querySelector("details").open = false;
      });
      quiz.removeAttribute("data-ended");
      score.textContent = numeral.textContent = "";
      again.hidden = true;
      if (onward) onward.hidden = true;
      if (knots.length) go(0);
      else asks[0].querySelector("input").focus();
    });
    if (every) {
      every.addEventListener("click", function () {
        var isAll = quiz.toggleAttribute("data-all");
        every.setAttribute("aria-pressed", String(isAll));
        show(now);
      });
    }
    all(quiz, "[data-print]").forEach(function (button) {
      button.addEventListener("click", function () {
        root.setAttribute("data-printing", "");
        quiz.setAttribute("data-sheet", "");
        window.print();
      });
    });
    addEventListener("beforeprint", function () { key.open = true; });
    addEventListener("afterprint", function () {
      root.removeAttribute("data-printing");
      quiz.removeAttribute("data-sheet");
      key.open = false;
    });

    quiz.toggleAttribute("data-one", knots.length > 0);
    show(0);
    return {
      /* Show the question that an address names. */
      find: function (id) {
        var at = asks.map(function (ask) { return ask.id; }).indexOf(id);
        if (at >= 0) show(at);
        return asks[at];
      },
      /* Offer the quiz after this one at the end. */
      lead: function (following) {
        if (!following || !following.id) return;
        onward = document.createElement("a");
        onward.className = "ms-button";
        onward.href = "#" + following.id;
        onward.textContent = following.getAttribute("data-onward");
        onward.hidden = true;
        again.parentNode.insertBefore(onward, again);
      },
    };
  }

  function recall() {
    quizzes.forEach(function (quiz) {
      var ask = quiz.find(decodeURIComponent(location.hash.slice(1)));
      if (ask) ask.scrollIntoView();
    });
  }

  quizzes.forEach(function (quiz, at) { quiz.lead(all(document, "[data-quiz]")[at + 1]); });
  addEventListener("hashchange", recall);
  recall();
})();
