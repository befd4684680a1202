/* Entry for a page whose order is not confirmed yet: asks again after about 1.5 s. */
import { watchNetwork, whenReachable } from './shared/network.js';
import { jitter } from './shared/timing.js';

watchNetwork();
setTimeout(() => whenReachable(() => location.reload()), jitter(1500));
