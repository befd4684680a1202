/* Entry for a page whose forms must not be lost with the network. */
import { watchNetwork } from './shared/network.js';

watchNetwork();
