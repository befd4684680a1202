/* Calls the fan by sound and notification, as far as the fan asked for it; the wish outlives a reload. Nothing here stops the line. */
import { remember, remembered } from '../shared/storage.js';
import { ringBell, startAudio, isAudioWaiting } from './bell.js';

const slot = document.getElementById('calling'); // says what the browser does not allow
const sound = document.getElementById('sound');
const notification = document.getElementById('notify');

/** Calls the fan with this text. Does nothing on a page that does not offer it. */
export async function callFan(text) {
  if (!slot) return;
  ring();
  try {
    if (notification.checked && window.Notification?.permission === 'granted') await notify(text, slot.dataset.show);
  } catch (e) {
    slot.textContent = slot.dataset.cannot;
  }
}

export function startNotifier() {
  if (!slot) return;
  sound.checked = wished(sound);
  notification.checked = wished(notification);
  sound.addEventListener('change', () => {
    if (sound.checked && !ring()) sound.checked = false;
    keep(sound);
  });
  notification.addEventListener('change', async () => {
    slot.textContent = notification.checked ? await askPermission() : '';
    if (slot.textContent) notification.checked = false;
    keep(notification);
  });
  if (sound.checked) wake();
  for (const touch of ['pointerdown', 'keydown']) {
    document.addEventListener(touch, () => { if (isAudioWaiting() && sound.checked) wake(); });
  }
}

const wished = (box) => remembered('sessionStorage', 'podo-' + box.id) === 'yes';

const keep = (box) => remember('sessionStorage', 'podo-' + box.id, box.checked ? 'yes' : 'no');

/* Answers false where the browser cannot play. */
function ring() {
  if (!sound.checked) return true;
  return wake() && ringBell();
}

/* A browser plays nothing before the page was touched once: until then the page asks for a touch. */
function wake() {
  const { tap } = slot.dataset;
  const clear = () => { if (slot.textContent === tap) slot.textContent = ''; };
  try {
    startAudio(() => { slot.textContent = tap; }, clear);
    return true;
  } catch (e) {
    return false;
  }
}

/* On some phones only a service worker may notify, and the constructor throws. */
async function notify(title, body) {
  const worker = await navigator.serviceWorker?.getRegistration();
  if (worker) await worker.showNotification(title, { body });
  else new Notification(title, { body });
}

/* Empty, or why there will be no notification. */
async function askPermission() {
  const words = slot.dataset;
  if (!window.Notification) return words.cannot;
  if (await Notification.requestPermission() !== 'granted') return words.refused;
  try {
    await notify(words.show, words.sample);
    return '';
  } catch (e) {
    return words.cannot;
  }
}
