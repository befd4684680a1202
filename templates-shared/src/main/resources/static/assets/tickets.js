/* Entry for the ticket page: keeps it for when there is no network. */
import { keepPage } from './shared/offline.js';

if (document.querySelector('.ticket:not(.void)')) {
  keepPage('/tickets').then((kept) => { document.getElementById('kept').hidden = !kept; });
}
