// Reads the page again each second and fills in what has changed, so that focus and a reader's place stay where they are.
const SECOND = 1000;

function fill(fresh) {
  for (const now of document.querySelectorAll('[data-live]')) {
    const then = fresh.getElementById(now.id);
    if (!then) continue;
    if (now.textContent !== then.textContent) now.textContent = then.textContent;
    for (const name of ['class', 'value', 'data-disabled']) {
      const value = then.getAttribute(name);
      if (value !== null && now.getAttribute(name) !== value) now.setAttribute(name, value);
    }
    if (now.dataset.disabled) now.setAttribute('aria-disabled', now.dataset.disabled);
  }
}

async function read(address, options) {
  const answer = await fetch(address, options);
  if (answer.ok) fill(new DOMParser().parseFromString(await answer.text(), 'text/html'));
  // another panel has been started meanwhile, with another token
  else location.reload();
}

const page = `/?lang=${document.documentElement.lang}`;

document.addEventListener('submit', event => {
  event.preventDefault();
  const { target, submitter } = event;
  if (submitter.dataset.disabled === 'true') return;
  read(target.action, { method: 'POST', body: new URLSearchParams(new FormData(target, submitter)) }).catch(() => {});
});

async function live() {
  try {
    if (!document.hidden) await read(page, { headers: { Accept: 'text/html' } });
  } catch {
    document.getElementById('age').textContent = '…';
  }
  setTimeout(live, SECOND);
}

setTimeout(live, SECOND);
