/*
 * Entry for pages with passkeys. The forms [data-passkey] are shown where the browser knows passkeys; a press on their button asks the
 * authenticator, writes its answer into the field "credential", and sends the form.
 */
import { csrfToken } from './shared/csrf.js';
import { answerText, creationOptions, requestOptions } from './passkey/encoding.js';

class Refusal extends Error {
  constructor(status) {
    super('refused with ' + status);
    this.status = status;
  }
}

if (window.PublicKeyCredential && navigator.credentials) {
  document.querySelectorAll('[data-without-passkeys]').forEach((note) => { note.hidden = true; });
  document.querySelectorAll('form[data-passkey]').forEach((form) => {
    form.hidden = false;
    form.addEventListener('submit', begin);
  });
}

async function begin(e) {
  const form = e.currentTarget;
  if (form.elements.credential.value) return;
  // page/forms.js counts what is sent, and this is not sent yet
  e.preventDefault();
  e.stopPropagation();
  if (form.dataset.asking) return;
  form.dataset.asking = '1';
  say(form, '');
  try {
    form.elements.credential.value = await answer(form);
    form.requestSubmit();
    // a page from the history asks anew
    setTimeout(() => { form.elements.credential.value = ''; }, 0);
  } catch (error) {
    say(form, wordsFor(error, form.dataset));
  } finally {
    delete form.dataset.asking;
  }
}

async function answer(form) {
  const options = await ask(form);
  return answerText(form.dataset.passkey === 'create'
    ? await navigator.credentials.create({ publicKey: creationOptions(options) })
    : await navigator.credentials.get({ publicKey: requestOptions(options) }));
}

async function ask(form) {
  const password = form.querySelector('[data-password]')?.value;
  const asked = await fetch(form.dataset.options, {
    method: 'POST',
    headers: { Accept: 'application/json', 'X-XSRF-TOKEN': csrfToken() },
    body: new URLSearchParams(password ? { password } : {}),
    signal: AbortSignal.timeout?.(20000),
  });
  if (!asked.ok) throw new Refusal(asked.status);
  return asked.json();
}

function wordsFor(error, words) {
  if (error.status === 400) return words.wrong ?? words.failed;
  if (error.status === 409) return words.full ?? words.failed;
  if (error.status === 429) return words.busy;
  if (error.name === 'InvalidStateError') return words.known ?? words.failed;
  return error.name === 'NotAllowedError' ? words.cancelled : words.failed;
}

function say(form, text) {
  form.querySelector('[role=status]').textContent = text;
}
