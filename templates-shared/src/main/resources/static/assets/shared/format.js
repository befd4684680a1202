/** Numbers, money, times and message patterns as text. No DOM. */

export const won = (amount) => '₩' + Number(amount).toLocaleString('en-US');

export const number = (value) => Number(value).toLocaleString('en-US');

/** The pattern with {0}, {1}, … replaced by the arguments. */
export const fill = (pattern, ...args) => pattern.replace(/\{(\d)\}/g, (all, i) => args[i]);

export const twoDigits = (value) => String(value).padStart(2, '0');

/** Minutes and seconds, "04:59", rounded up: 00:00 appears when the time is over and not before. */
export function clockText(ms) {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return twoDigits(Math.floor(seconds / 60)) + ':' + twoDigits(seconds % 60);
}

/** Days, hours, minutes and seconds of a countdown as text; all 0 once it is over. */
export function countdownParts(ms) {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return {
    d: String(Math.floor(seconds / 86400)),
    h: twoDigits(Math.floor(seconds / 3600) % 24),
    m: twoDigits(Math.floor(seconds / 60) % 60),
    s: twoDigits(seconds % 60),
  };
}
