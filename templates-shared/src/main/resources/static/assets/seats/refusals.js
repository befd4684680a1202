/* What the page says in #answer: seats that were lost to somebody else, with the next best ones to take instead. */

const byId = (id) => document.getElementById(id);

/** Shows a note ('warn' or 'bad') and answers its box. */
export function showNote(kind, text) {
  const box = document.createElement('div');
  const words = document.createElement('p');
  box.className = 'note ' + kind;
  words.textContent = text;
  box.append(words);
  byId('tip').textContent = text;
  byId('answer').replaceChildren(box);
  return box;
}

/** Adds a sentence and the button #take-next to a note. */
export function addOffer(box, text, action) {
  const words = document.createElement('p');
  const take = document.createElement('button');
  words.textContent = text;
  take.type = 'button';
  take.id = 'take-next';
  take.className = 'btn small';
  take.textContent = action;
  box.append(words, take);
}

/** The cross of the messages; what the server or the network says of itself stays. */
export function followShut() {
  byId('shut').addEventListener('click', () => {
    byId('answer').replaceChildren();
    byId('time-said').textContent = '';
    byId('map').focus();
  });
}

/** Calls back when the fan takes the offer, wherever it came from: this script, or the answer to a hold. */
export function onTakeNext(take) {
  byId('take-next')?.addEventListener('click', (click) => {
    click.preventDefault();
    byId('answer').replaceChildren();
    take();
    byId('go').focus();
  });
}

/**
 * Follows the hold form, which htmx sends.
 * @param onSent before the request; until it is answered the fan's own seats may already read as held
 * @param onFailed after an answer that is no success; one that is leads away from this page. Without any answer the hold may stand:
 *   the same seats sent again get the same hold
 * @param onRefused takes seats that were lost and seats that are offered instead, by index
 */
export function followHold({ onSent, onFailed, onRefused }) {
  const { body } = document;
  body.addEventListener('htmx:beforeRequest', (e) => { if (e.target.id === 'hold') onSent(); });
  body.addEventListener('htmx:afterRequest', (e) => {
    if (e.target.id === 'hold' && !e.detail.successful && e.detail.xhr.status) setTimeout(onFailed, 0);
  });
  body.addEventListener('htmx:afterSwap', (e) => {
    const refusal = byId('refusal');
    if (e.target.id !== 'answer' || !refusal) return;
    byId('attempt').value = refusal.dataset.attempt;
    onRefused(indexes(refusal.dataset.lost), indexes(refusal.dataset.next));
  });
}

const indexes = (list) => list.split(',').filter(Boolean).map((number) => number - 1);
