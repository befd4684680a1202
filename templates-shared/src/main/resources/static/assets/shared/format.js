/** Numbers, money, times and message patterns as text. No DOM. */

export const won = (amount) => '₩' + Number(amount).toLocaleString('en-US');

export const number = (value) => Number(value).toLocaleString('en-US');

/** {0}, or {0,choice,1#one form|1<another with {0}}: what the message files use of java.text.MessageFormat. */
const PLACEHOLDER = /\{(\d)(?:,choice,((?:[^{}]|\{\d\})*))?\}/g;

/** The pattern with its placeholders replaced by the arguments; a form is chosen by the number that the argument shows, commas ignored. */
export const fill = (pattern, ...args) => pattern.replace(PLACEHOLDER,
  (all, i, forms) => forms === undefined ? args[i] : fill(formFor(forms, Number(String(args[i]).replaceAll(',', ''))), ...args));

/** The last form whose limit the count reaches (#) or exceeds (<); the first one when it reaches none. */
function formFor(forms, count) {
  const choices = forms.split('|').map((form) => /^(\d+)([#<])(.*)$/s.exec(form));
  const [, , , text] = choices.filter(([, limit, sign]) => sign === '#' ? count >= limit : count > limit).pop() ?? choices[0];
  return text;
}

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
