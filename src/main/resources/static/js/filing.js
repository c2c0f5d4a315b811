// Filing online: shows only the fields that are asked for, as the server tells whenever it has kept what was typed; sends once; prints.

document.body.addEventListener('motcua:hidden', (event) => {
  document.querySelectorAll('#filing .mc-conditional').forEach((field) => {
    field.hidden = event.detail.fields.some((key) => field.id === `f-${key}-field`);
  });
});

// Where the server cannot be asked, all fields stand there, as without scripts.
document.body.addEventListener('htmx:sendError', () => {
  document.querySelectorAll('#filing .mc-conditional').forEach((field) => { field.hidden = false; });
});

document.querySelectorAll('form[data-once]').forEach((form) => {
  form.addEventListener('submit', () => {
    form.querySelectorAll('button').forEach((button) => { button.disabled = true; });
  });
});
// Coming back by the browser's arrow finds the page as it was left.
window.addEventListener('pageshow', () => {
  document.querySelectorAll('form[data-once] button').forEach((button) => { button.disabled = false; });
});

document.querySelectorAll('[data-print]').forEach((button) => {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
});

document.getElementById('problems')?.focus();
