/* The home page leads with one day of the year; this puts today's in its place, or the next one. */
part(function () {
  var days = document.querySelector("[data-days]"), day = days && days.querySelector(".ms-day");
  if (!day) return;
  var now = new Date(), found = all("[data-day]", days), next = found[0];

  function two(number) { return ("0" + number).slice(-2); }

  var today = two(now.getMonth() + 1) + "-" + two(now.getDate());
  for (var at = 0; at < found.length; at += 1) {
    if (found[at].getAttribute("data-day") >= today) { next = found[at]; break; }
  }
  if (!next) return;
  var kicker = document.createElement("p");
  kicker.className = "ms-kicker";
  kicker.textContent = days.getAttribute(next.getAttribute("data-day") === today ? "data-today" : "data-next");
  day.insertBefore(kicker, day.firstChild);
  day.querySelector(".ms-numeral").textContent = next.querySelector("strong").textContent;
  day.querySelector("h3").textContent = next.getAttribute("data-year") + ": " + next.querySelector("span").textContent;
  day.querySelector("a").href = next.querySelector("a").href;
});
