/* What pages remember in this browser belongs to one account: it is forgotten at the log-out, and before another account's page. */
import { forget, forgetKept, remember, remembered } from '../shared/storage.js';

const OWNER = 'podo-account';
const NOBODY = '0';

/** @param account the id of the account that this page is rendered for, '0' for nobody; loggedOut: the page says so */
export function keepStorageOf(account, loggedOut) {
  const owner = remembered('sessionStorage', OWNER) || NOBODY;
  if (loggedOut || (account !== NOBODY && owner !== NOBODY && owner !== account)) forgetAll();
  if (account !== NOBODY) remember('sessionStorage', OWNER, account);
}

/** A page that the browser kept in memory is loaded again when somebody has logged in or out since. */
export function reloadForAnother(token) {
  const shown = token();
  window.addEventListener('pageshow', (e) => {
    if (!e.persisted || token() === shown) return;
    document.documentElement.hidden = true;
    location.reload();
  });
}

/** The other tabs have storage of their own. */
export function tellOtherTabs(loggedOut) {
  if (typeof BroadcastChannel === 'undefined') return;
  const tabs = new BroadcastChannel('podo-account');
  tabs.onmessage = forgetAll;
  if (loggedOut) tabs.postMessage('logged out');
}

function forgetAll() {
  forget('sessionStorage');
  forget('localStorage');
  forgetKept();
}
