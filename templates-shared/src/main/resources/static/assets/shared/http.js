/** The JSON that an address answers; an Error for any status but 2xx, and when the answer takes longer than 20 s. */
export async function getJson(url) {
  const answer = await fetch(url, { headers: { Accept: 'application/json' }, signal: AbortSignal.timeout?.(20000) });
  if (!answer.ok) throw new Error(url + ' ' + answer.status);
  return answer.json();
}
