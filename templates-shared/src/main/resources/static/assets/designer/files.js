/* Saves the plan and reads files: every answer of the server ends in one of the callbacks. */
import { csrfToken } from '../shared/csrf.js';

/** {status, body} of a POST; status 0 when the server can't be reached. */
async function post(url, body, type) {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      body,
      headers: { 'Content-Type': type, Accept: 'application/json', 'X-XSRF-TOKEN': csrfToken() },
      signal: AbortSignal.timeout?.(45000),
    });
    const text = await answer.text();
    return { status: answer.status, body: text.startsWith('{') ? JSON.parse(text) : {} };
  } catch (error) {
    return { status: 0, body: {} };
  }
}

/** @param version that the plan was opened at */
export const savePlan = (url, plan, version) => post(url, JSON.stringify({ version, plan }), 'application/json');

export const readFile = (url, file) => post(url, file, 'application/octet-stream');

/** What a refusal says: its detail and its fields. */
export function wordsOf({ body }, unreachable) {
  const fields = (body.fields || []).map(({ field, message }) => field.replace(/^plan\./, '') + ': ' + message);
  return [body.detail || (fields.length ? '' : unreachable), ...fields].filter(Boolean);
}
