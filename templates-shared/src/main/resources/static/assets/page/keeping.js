/*
 * A form that is kept on the server while it is typed. It is sent once the copy that is on its way has arrived, so that saving knows which copy
 * is done with, and no copy is sent after it.
 */

const WAIT = 3000; // ms; then the form goes without knowing its copy

export function listenToKeeping() {
  document.addEventListener('htmx:beforeRequest', (e) => {
    const form = keptForm(e);
    if (!form) return;
    if (form.dataset.leaving) e.preventDefault();
    else form.dataset.keeping = '1';
  });
  document.addEventListener('htmx:afterRequest', (e) => arrived(keptForm(e)));
  document.addEventListener('submit', (e) => { if (e.target.matches('form[data-keeps]')) send(e); }, true);
  window.addEventListener('pageshow', () => {
    document.querySelectorAll('form[data-leaving]').forEach((form) => delete form.dataset.leaving);
  });
}

const keptForm = (e) => (e.detail.elt?.matches?.('form[data-keeps]') ? e.detail.elt : null);

/* The answer is put into the form right after this event. */
function arrived(form) {
  if (!form) return;
  delete form.dataset.keeping;
  form.dispatchEvent(new CustomEvent('kept'));
}

function send(e) {
  const form = e.target;
  form.dataset.leaving = '1';
  if (!form.dataset.keeping) return;
  e.preventDefault();
  e.stopPropagation();
  const again = () => {
    clearTimeout(timer);
    form.removeEventListener('kept', later);
    delete form.dataset.keeping;
    form.requestSubmit(e.submitter);
  };
  const later = () => setTimeout(again, 50);
  const timer = setTimeout(again, WAIT);
  form.addEventListener('kept', later);
}
