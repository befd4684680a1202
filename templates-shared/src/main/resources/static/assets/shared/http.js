/** The JSON that an address answers; an Error for any status but 2xx. */
export async function getJson(url) {
  const answer = await fetch(url, { headers: { Accept: 'application/json' } });
  if (!answer.ok) throw new Error(url + ' ' + answer.status);
  return answer.json();
}
