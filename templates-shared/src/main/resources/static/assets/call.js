/* Calls the fan by sound and notification, as they wished; a wish outlives a reload, and nothing here may stop the line. */
(function () {
  'use strict';
  const podo = window.podo, slot = document.getElementById('calling');
  podo.call = () => {};
  if (!slot) return;
  const words = slot.dataset, sound = document.getElementById('sound'), notify = document.getElementById('notify');
  let audio = null;

  function wishes(box, now) {
    try {
      if (now === undefined) return sessionStorage.getItem('podo-' + box.id) === 'yes';
      sessionStorage.setItem('podo-' + box.id, now ? 'yes' : 'no');
    } catch (e) { /* a browser that remembers nothing */ }
    return Boolean(now);
  }

  // a browser plays nothing before the page was touched once
  function wake() {
    if (!sound.checked) return;
    audio = audio || new AudioContext();
    if (audio.state !== 'suspended') return hush();
    slot.textContent = words.tap;
    audio.resume().then(hush, () => {});
  }
  function hush() { if (slot.textContent === words.tap) slot.textContent = ''; }

  function bell() {
    wake();
    [880, 1175, 1568].forEach((hz, i) => {
      const tone = audio.createOscillator(), level = audio.createGain(), at = audio.currentTime + i * 0.22;
      tone.frequency.value = hz;
      level.gain.setValueAtTime(0.2, at);
      level.gain.exponentialRampToValueAtTime(0.001, at + 0.5);
      tone.connect(level).connect(audio.destination);
      tone.start(at);
      tone.stop(at + 0.5);
    });
  }

  // on some phones only a service worker may notify, and the constructor throws
  async function tell(text, body) {
    const worker = await navigator.serviceWorker?.getRegistration();
    if (worker) await worker.showNotification(text, { body }); else new Notification(text, { body });
  }

  async function allowed() {
    if (!window.Notification) return words.cannot;
    if (await Notification.requestPermission() !== 'granted') return words.refused;
    try { await tell(words.show, words.sample); } catch (e) { return words.cannot; }
    return '';
  }

  podo.call = async (text) => {
    try { if (sound.checked) bell(); } catch (e) { /* a page without sound */ }
    try {
      if (notify.checked && window.Notification?.permission === 'granted') await tell(text, words.show);
    } catch (e) { slot.textContent = words.cannot; }
  };

  sound.addEventListener('change', () => {
    wishes(sound, sound.checked);
    try { if (sound.checked) bell(); } catch (e) { sound.checked = wishes(sound, false); }
  });
  notify.addEventListener('change', async () => {
    slot.textContent = notify.checked ? await allowed() : '';
    if (slot.textContent) notify.checked = false;
    wishes(notify, notify.checked);
  });
  sound.checked = wishes(sound);
  notify.checked = wishes(notify);
  try { wake(); } catch (e) { /* a page without sound */ }
  for (const touch of ['pointerdown', 'keydown']) document.addEventListener(touch, () => { if (audio?.state === 'suspended') wake(); });
})();
