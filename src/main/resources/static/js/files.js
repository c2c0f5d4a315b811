// Files of a dossier: drop them on the form, look at them without leaving the page. Without this script the form is a
// plain file input and each file opens in a tab.

const LONGEST = 60 * 1024 * 1024;

const form = (element) => element instanceof Element ? element.closest('.mc-drop') : null;

const fail = (where) => {
  const told = where.querySelector('.mc-drop-failed');
  told.textContent = where.dataset.failed;
  told.hidden = false;
};

const take = (where, files) => {
  const input = where.querySelector('input[type=file]');
  input.files = files;
  input.dispatchEvent(new Event('change', {bubbles: true}));
};

for (const kind of ['dragenter', 'dragover']) {
  document.addEventListener(kind, (event) => {
    const zone = event.target.closest?.('.mc-files')?.querySelector('.mc-drop');
    if (zone && event.dataTransfer.types.includes('Files')) {
      event.preventDefault();
      zone.classList.add('mc-over');
    }
  });
}
document.addEventListener('dragleave', (event) => {
  if (!event.relatedTarget?.closest?.('.mc-files')) {
    document.querySelectorAll('.mc-over').forEach((zone) => zone.classList.remove('mc-over'));
  }
});
document.addEventListener('drop', (event) => {
  const zone = event.target.closest?.('.mc-files')?.querySelector('.mc-drop');
  if (zone && event.dataTransfer.files.length > 0) {
    event.preventDefault();
    zone.classList.remove('mc-over');
    take(zone, event.dataTransfer.files);
  }
});

document.addEventListener('change', (event) => {
  const where = form(event.target);
  if (!where || event.target.type !== 'file' || event.target.files.length === 0) {
    return;
  }
  const size = [...event.target.files].reduce((sum, file) => sum + file.size, 0);
  if (size > LONGEST) {
    fail(where);
  } else {
    where.requestSubmit();
  }
});

// How much of what is being sent has left.
document.addEventListener('htmx:xhr:progress', (event) => {
  const bar = form(event.target)?.querySelector('.mc-progress');
  if (bar && event.detail.lengthComputable) {
    bar.hidden = false;
    bar.value = 100 * event.detail.loaded / event.detail.total;
  }
});
document.addEventListener('htmx:beforeRequest', (event) => {
  const where = form(event.target);
  if (where) {
    where.querySelector('.mc-drop-failed').hidden = true;
  }
});
document.addEventListener('htmx:afterRequest', (event) => {
  const bar = form(event.target)?.querySelector('.mc-progress');
  if (bar) {
    bar.hidden = true;
  }
});

for (const kind of ['htmx:responseError', 'htmx:sendError']) {
  document.addEventListener(kind, (event) => {
    const where = form(event.target);
    if (where) {
      fail(where);
    }
  });
}

const shown = (link, words) => {
  const dialog = document.createElement('dialog');
  dialog.className = 'mc-look';
  dialog.setAttribute('aria-label', link.dataset.name);
  const bar = document.createElement('p');
  const name = document.createElement('b');
  name.textContent = link.dataset.name;
  const tab = document.createElement('a');
  tab.href = link.href;
  tab.target = '_blank';
  tab.rel = 'noopener';
  tab.textContent = words.tab ?? '↗';
  const close = document.createElement('button');
  close.className = 'btn btn-sm btn-outline-secondary';
  close.textContent = words.close ?? '×';
  close.addEventListener('click', () => dialog.close());
  bar.append(name, tab, close);
  const view = document.createElement(link.dataset.show === 'image' ? 'img' : 'iframe');
  view.src = link.href;
  view[link.dataset.show === 'image' ? 'alt' : 'title'] = link.dataset.name;
  dialog.append(bar, view);
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) {
      dialog.close();
    }
  });
  dialog.addEventListener('close', () => {
    dialog.remove();
    link.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
};

document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a[data-show]');
  if (link && event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    const box = link.closest('.mc-files');
    const words = box?.dataset ?? {};
    shown(link, {tab: words.tab, close: words.close});
  }
});
