import { close } from '../assert.js';
import { jitter } from '../../../main/resources/static/assets/shared/timing.js';

export function aDelayVariesByAFifth() {
  close(jitter(1000, () => 0), 800);
  close(jitter(1000, () => 0.5), 1000);
  close(jitter(1000, () => 1), 1200);
}
