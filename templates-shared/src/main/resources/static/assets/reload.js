/* Entry for a page whose order is not confirmed yet: asks again after about 1.5 s. */
import { jitter } from './shared/timing.js';

setTimeout(() => location.reload(), jitter(1500));
