/* The technician's page: what the launcher wrote beside the versions, when it has. */

function startState(place) {
  const script = document.createElement("script");
  script.src = place.dataset.from;
  script.onload = () => {
    for (const [name, value] of Object.entries(window.msKiosk || {})) {
      const shown = place.querySelector('[data-state="' + name + '"]');
      if (shown) shown.textContent = value;
    }
  };
  document.head.append(script);
}
