/* Seats came back: shows it in the page's title and alerts the fan, in line or not. htmx asks for #wish-state every 15 s. */
import { callFan } from './notifier.js';

const shownAlert = () => document.querySelector('#wish-state [data-told]');

export function followSeatAlert() {
  let known = shownAlert() !== null;
  document.addEventListener('htmx:afterSettle', () => {
    if (known || !shownAlert()) return;
    known = true;
    document.title = shownAlert().textContent;
    callFan(shownAlert().textContent);
  });
}
