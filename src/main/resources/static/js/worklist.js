// The worklist is read anew every minute: what was ticked and written stays, and nothing moves under a hand that works.
"use strict";
(() => {
  const list = () => document.getElementById("list");
  const ticks = () => [...list().querySelectorAll("input[name=task]")];
  let kept = { tasks: [], to: "", reason: "" };

  document.addEventListener("htmx:beforeRequest", event => {
    const busy = list().querySelector("fieldset :focus") || document.querySelector("dialog[open]");
    if (event.target === list() && (busy || document.hidden)) event.preventDefault();
  });
  document.addEventListener("htmx:beforeSwap", () => {
    kept = {
      tasks: ticks().filter(tick => tick.checked).map(tick => tick.value),
      to: document.getElementById("to")?.value ?? "",
      reason: document.getElementById("reason")?.value ?? "",
    };
  });
  document.addEventListener("htmx:afterSwap", () => {
    ticks().forEach(tick => { tick.checked = kept.tasks.includes(tick.value); });
    for (const id of ["to", "reason"]) {
      const field = document.getElementById(id);
      if (field) field.value = kept[id];
    }
  });
  document.addEventListener("change", event => {
    if (event.target.matches("[data-all]")) {
      ticks().forEach(tick => { tick.checked = event.target.checked; });
    }
  });
})();
