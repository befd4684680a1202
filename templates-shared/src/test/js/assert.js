/** Assertions for the scripts' tests: they throw an Error that says what was expected. */

export function equal(actual, expected, what = '') {
  const [a, e] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== e) throw new Error(`${what ? what + ': ' : ''}expected ${e} but was ${a}`);
}

export function close(actual, expected, what = '') {
  if (Math.abs(actual - expected) > 1e-6) throw new Error(`${what ? what + ': ' : ''}expected about ${expected} but was ${actual}`);
}
