/* The door's calls. A call that gets no answer in time throws NoAnswer; a refused one Refused, with its status. */
import { csrfToken } from '../shared/csrf.js';

export class NoAnswer extends Error {}

export class Refused extends Error {
  constructor(status) {
    super('refused with ' + status);
    this.status = status;
  }
}

const PATIENCE = 20000;

async function call(url, options, patience) {
  let answer;
  try {
    answer = await fetch(url, { ...options, redirect: 'error', cache: 'no-store', signal: AbortSignal.timeout(patience) });
  } catch (e) {
    throw new NoAnswer(String(e));
  }
  if (answer.status >= 500) throw new NoAnswer('status ' + answer.status);
  if (!answer.ok) throw new Refused(answer.status);
  const date = Date.parse(answer.headers.get('Date') || '');
  const text = await answer.text().catch((e) => { throw new NoAnswer(String(e)); });
  return { body: text ? JSON.parse(text) : null, date };
}

export const get = (url) => call(url, { headers: { Accept: 'application/json' } }, PATIENCE);

export const post = (url, body, patience = PATIENCE) => call(url, {
  method: 'POST',
  headers: { Accept: 'application/json', 'Content-Type': 'application/json', 'X-XSRF-TOKEN': csrfToken() },
  body: JSON.stringify(body),
}, patience);
