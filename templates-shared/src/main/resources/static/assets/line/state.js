/* What this page knows of the fan's place and of its contact with the server: one for all modules of the line. */
import { jitter } from '../shared/timing.js';
import { now } from '../shared/server-clock.js';
import { isLapsed } from './rules.js';

/**
 * state: LOBBY, WAITING, OFFERED, ENTERED, CLOSED or empty; number, ahead: of the place, or null; poll: milliseconds between two
 * questions; opens, offerEnds: server time or null; wait: {from, to} in seconds, true at the browser's time `at`; missed: the offer
 * ended without the fan.
 */
export const me = {
  state: '', number: null, ahead: null, poll: 5000, opens: null, offerEnds: null, wait: null, missed: false,
};

/** lastContactAt: when the server last answered; heartbeat: milliseconds between two questions that a stream does not replace. */
export const contact = { lastContactAt: Date.now(), heartbeat: 0, heartbeatAt: Infinity };

/** More than the longest pause between two pulses (5 s): a stream that is silent for longer is dead. The fan is told within 10 s. */
export const SILENCE = 8000;

export const hidden = () => document.visibilityState === 'hidden';

export const lapsed = () => isLapsed(me, now());

/** A hidden page stops asking once its offer has ended, because each request counts as a heartbeat of the fan. */
export const asleep = () => hidden() && lapsed();

export function heartbeatLater() {
  contact.heartbeatAt = Date.now() + (jitter(contact.heartbeat) || Infinity);
}
