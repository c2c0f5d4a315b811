// Has every text that a script writes into the page looked at, and put into other words where it should be.

const below = node => {
  const found = [];
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    found.push(text);
  }
  return node.nodeType === Node.TEXT_NODE ? [node] : found;
};

export const rewordTexts = reword => {
  const look = text => {
    const told = reword(text);
    if (told !== text.data) {
      text.data = told;
    }
  };
  new MutationObserver(changes => changes.forEach(change => {
    const nodes = change.type === 'characterData' ? [change.target] : [...change.addedNodes];
    nodes.flatMap(below).forEach(look);
  })).observe(document.documentElement, { childList: true, characterData: true, subtree: true });
};
