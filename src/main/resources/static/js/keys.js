// Shortcuts: data-keys names the keys that press an element, data-row a row of a list, data-open the link that opens it.
{
  const SEQUENCE_MILLIS = 1500;
  const OFF = 'motcua.keys.off';
  // An input method at work: the key belongs to it.
  const COMPOSED = 229;
  // What Telex makes of a key that is pressed alone.
  const TELEX = { 'ư': 'w' };
  const NO_TEXT = ['checkbox', 'radio', 'button', 'submit', 'reset', 'file', 'image'];

  const help = document.getElementById('keys');
  const use = document.getElementById('keys-use');
  let begun = '';
  let begunAt = 0;
  let held = null;

  const isOff = () => localStorage.getItem(OFF) !== null;
  const rows = () => [...document.querySelectorAll('[data-row]')];
  const door = row => row.querySelector('a[data-open]') ?? row.querySelector('a[href]');
  const box = row => row.querySelector('input[type=checkbox]');
  const currentRow = () => rows().find(row => row.contains(document.activeElement));

  const takesText = at => at.isContentEditable || at.matches('textarea, select')
    || (at.matches('input') && !NO_TEXT.includes(at.type));

  const press = keys => {
    const target = document.querySelector(`[data-keys="${CSS.escape(keys)}"]`);
    target?.click();
    return target !== null;
  };

  const move = step => {
    const all = rows();
    const at = all.indexOf(currentRow());
    const next = at < 0 ? all.at(step > 0 ? 0 : -1) : all[at + step];
    (next && (door(next) ?? box(next)))?.focus();
    return all.length > 0;
  };

  const tick = () => {
    const row = currentRow();
    row && box(row)?.click();
    return row !== undefined;
  };

  const search = () => {
    const field = document.querySelector('[data-search]') ?? document.querySelector('main input[type=search]');
    field?.select();
    field?.focus();
    return field !== null;
  };

  // On a tick Enter would send the form of the list.
  const open = at => {
    const row = at.matches('input[type=checkbox]') ? currentRow() : undefined;
    row && door(row)?.click();
    return row !== undefined;
  };

  const act = (key, at) => {
    switch (key) {
      case 'j': return move(1);
      case 'k': return move(-1);
      case 'x': return tick();
      case '/': return search();
      case 'Enter': return open(at);
      default: return press(key);
    }
  };

  const pressed = event => {
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const first = event.timeStamp - begunAt < SEQUENCE_MILLIS ? begun : '';
    begun = '';
    if (first) {
      return press(`${first} ${TELEX[key] ?? key}`);
    }
    if (/^[a-z]$/.test(key) && document.querySelector(`[data-keys^="${key} "]`)) {
      begun = key;
      begunAt = event.timeStamp;
      return false;
    }
    return act(key, event.target);
  };

  const isShortcut = event => !event.defaultPrevented && !event.isComposing && event.keyCode !== COMPOSED
    && !event.ctrlKey && !event.altKey && !event.metaKey && !(event.shiftKey && /^\p{L}$/u.test(event.key))
    && !isOff() && !takesText(event.target) && !document.querySelector('dialog[open]');

  document.addEventListener('keydown', event => {
    if (isShortcut(event) && pressed(event)) {
      event.preventDefault();
    }
  });

  const button = document.querySelector('[data-keys="?"]');
  if (help && button) {
    button.hidden = false;
    button.addEventListener('click', () => help.showModal());
    use.checked = !isOff();
    use.addEventListener('change', () => use.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, ''));
  }

  // A list that renews itself leaves the reader where he was.
  document.addEventListener('htmx:beforeSwap', () => {
    const row = currentRow();
    held = row ? { address: door(row)?.href, ticked: document.activeElement === box(row) } : null;
  });
  document.addEventListener('htmx:afterSettle', () => {
    const row = held && document.activeElement === document.body && rows().find(now => door(now)?.href === held.address);
    row && (held.ticked ? box(row) : door(row))?.focus({ preventScroll: true });
    held = null;
  });
}
