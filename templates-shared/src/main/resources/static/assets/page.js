/* Entry for every page: countdowns, presence in the line, forms, focus. */
import { startCountdowns } from './page/countdowns.js';
import { startPresence } from './page/presence.js';
import { listenToForms } from './page/forms.js';

startCountdowns();
startPresence(document.querySelector('[data-alive]')?.dataset.alive);
listenToForms();
document.querySelector('[data-focus]')?.focus();
