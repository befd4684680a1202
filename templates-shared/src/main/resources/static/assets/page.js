/* Entry for every page: countdowns, presence in the line, forms, focus. */
import { keepStorageOf, reloadForAnother, tellOtherTabs } from './page/account.js';
import { startCountdowns } from './page/countdowns.js';
import { startPresence } from './page/presence.js';
import { listenToForms } from './page/forms.js';
import { listenToKeeping } from './page/keeping.js';
import { csrfToken } from './shared/csrf.js';

const loggedOut = document.querySelector('[data-logged-out]') !== null;
keepStorageOf(document.body.dataset.account ?? '0', loggedOut);
tellOtherTabs(loggedOut);
reloadForAnother(csrfToken);

startCountdowns();
startPresence(document.querySelector('[data-alive]')?.dataset.alive);
listenToForms();
listenToKeeping();
document.querySelector('[data-focus]')?.focus();
