/*
 * Entry for the page of a challenge. The work begins with the page; its form is sent when the button is pressed and the work is done, whichever comes last.
 * Where there is no hash function (no secure context) the button sends the form as it is, and the server says how long to wait.
 */
import { canHash } from './fairness/hashes.js';
import { solutionText } from './challenge/solver.js';

const form = document.getElementById('challenge');
const said = document.getElementById('said');
const done = document.getElementById('done');
const challenge = JSON.parse(form.dataset.challenge);
let working = false;
let pressed = false;

form.addEventListener('submit', (e) => {
  if (!working) return;
  // page/forms.js counts what is sent, and this is not sent yet
  e.preventDefault();
  e.stopPropagation();
  pressed = true;
  done.hidden = false;
  said.textContent = form.dataset.working;
});

// a page from the history has the solution of a form that was sent
window.addEventListener('pageshow', (e) => { if (e.persisted) location.reload(); });

if (canHash() && window.Worker) work();

function work() {
  working = true;
  const worker = new Worker(form.dataset.worker, { type: 'module' });
  worker.onmessage = ({ data }) => {
    if ('share' in data) done.value = data.share;
    else end(worker, data.number);
  };
  worker.onerror = () => end(worker, null);
  worker.postMessage(challenge);
}

function end(worker, number) {
  worker.terminate();
  working = false;
  done.hidden = true;
  said.textContent = number === null ? form.dataset.failed : form.dataset.solved;
  if (number === null) return;
  form.elements.altcha.value = btoa(solutionText(challenge, number));
  if (pressed) form.requestSubmit();
}
