/* Buttons that close, print or copy; forms that are sent once; CSRF token and focus for htmx. */
import { csrfToken } from '../shared/csrf.js';

export function listenToForms() {
  document.addEventListener('click', pressed);
  document.addEventListener('submit', sendOnce);
  window.addEventListener('pageshow', () => {
    document.querySelectorAll('form[data-sent]').forEach((form) => delete form.dataset.sent);
  });
  document.addEventListener('htmx:configRequest', (e) => { e.detail.headers['X-XSRF-TOKEN'] = csrfToken(); });
  // an aborted request is no fault: a newer one has taken its place, or the page is left
  document.addEventListener('htmx:beforeRequest', ({ detail }) => {
    detail.xhr.addEventListener('abort', () => { detail.error = undefined; }, { capture: true }); // before htmx tells of it
  });
  document.addEventListener('htmx:afterSettle', (e) => {
    const target = e.detail.elt.matches('[data-focus]') ? e.detail.elt : e.detail.elt.querySelector('[data-focus]');
    if (target) target.focus();
  });
}

function pressed(e) {
  const close = e.target.closest('[data-close]');
  if (close) close.closest('dialog').close();
  const print = e.target.closest('[data-print]');
  if (print) printOnly(print.closest('.order'));
  const copy = e.target.closest('[data-copy]');
  if (copy && navigator.clipboard) navigator.clipboard.writeText(copy.dataset.copy);
}

/* The style sheet for print leaves out the other orders. */
function printOnly(order) {
  order.classList.add('printed');
  window.addEventListener('afterprint', () => order.classList.remove('printed'), { once: true });
  window.print();
}

/* A double click must not become two requests. */
function sendOnce(e) {
  const form = e.target;
  if (form.method !== 'post' || (form.hasAttribute('hx-post') && !form.matches('[data-keeps]'))) return;
  if (form.dataset.sent) { e.preventDefault(); return; }
  form.dataset.sent = '1';
  setTimeout(() => delete form.dataset.sent, 4000);
}
