/* Ticks every dossier that may be signed, or none. */
(() => {
  const button = document.getElementById("tick-all");
  if (!button) {
    return;
  }
  const boxes = [...document.querySelectorAll("input[name=task]:not(:disabled)")];
  button.hidden = boxes.length === 0;
  button.addEventListener("click", () => {
    const all = boxes.every((box) => box.checked);
    boxes.forEach((box) => { box.checked = !all; });
  });
})();
