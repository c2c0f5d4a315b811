// The intake form: shows only the fields that are asked for, as the server tells whenever it has kept what was typed.

document.body.addEventListener('motcua:hidden', (event) => {
  document.querySelectorAll('#intake .mc-conditional').forEach((field) => {
    field.hidden = event.detail.fields.some((key) => field.id === `f-${key}-field`);
  });
});
