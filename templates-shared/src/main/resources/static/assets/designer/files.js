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

/**
 * What a refusal says: its detail and its fields.
 *
 * @param plan that was sent, @param label of a member of the plan as the forms name it; empty for one that no form has
 */
export function wordsOf({ body }, unreachable, plan, label) {
  const fields = (body.fields || []).map(({ field, message }) => placeOf(field.replace(/^plan\./, ''), plan, label) + ': ' + message);
  return [body.detail || (fields.length ? '' : unreachable), ...fields].filter(Boolean);
}

/** A path such as sections[0].rows[2].curve in words: "Stalls · C · Curve". What has no name is left as the path says it. */
export function placeOf(path, plan, label) {
  const words = [];
  let at = plan;
  for (const step of path.split(/[.[\]]+/).filter(Boolean)) {
    const isIndex = /^\d+$/.test(step);
    at = at?.[isIndex ? Number(step) : step];
    if (isIndex) words.push(at?.name || at?.text || at?.number || Number(step) + 1);
    else if (!Array.isArray(at)) words.push(label(step) || step);
  }
  return words.join(' · ') || path;
}
