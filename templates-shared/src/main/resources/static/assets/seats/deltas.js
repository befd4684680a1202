/**
 * Deltas of a hall's state. No DOM. A delta {from, v, d, a} leads from version from - 1 to v; d is a list such as "123h,124a": seat number
 * within the event and letter of its state; a, where areas changed, one such as "12:57": an area's id and the places that are left.
 */

/** [seat index, letter] of each change. */
export function changesOf(delta) {
  return delta.d.split(',').filter(Boolean).map((part) => [Number(part.slice(0, -1)) - 1, part.slice(-1)]);
}

/** [area id, places left] of each area that changed. */
export function areasOf(delta) {
  return (delta.a || '').split(',').filter(Boolean).map((part) => part.split(':').map(Number));
}

/** What a delta is to a page that shows this version: 'old', 'next' or 'gap' (something between them is missing). */
export function relationOf(delta, version) {
  if (delta.v <= version) return 'old';
  return delta.from > version + 1 ? 'gap' : 'next';
}

/** Whether a state of the version `read` leads on, through the deltas that wait, to no less than the page has shown or heard of. */
export function reaches(read, waiting, shown) {
  let version = read;
  return waiting.every((delta) => {
    if (delta.from > version + 1) return delta.v <= version;
    version = Math.max(version, delta.v);
    return true;
  }) && version >= shown;
}
