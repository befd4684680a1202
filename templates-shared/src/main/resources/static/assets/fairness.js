/* Checks a published draw here, in the fan's own browser: seed, list, order, and one ticket's place in it. */
(function () {
  'use strict';
  const podo = window.podo, box = document.getElementById('check');
  if (!box || !window.crypto?.subtle) { if (box) box.hidden = true; return; }
  const t = box.dataset, bar = document.getElementById('checking'), said = document.getElementById('said'), proof = document.getElementById('proof');
  const text = new TextEncoder();
  const hex = (buffer) => Array.from(new Uint8Array(buffer), (b) => b.toString(16).padStart(2, '0')).join('');
  const bytes = (h) => Uint8Array.from(h.match(/../g) || [], (pair) => parseInt(pair, 16));
  const sha = (data) => crypto.subtle.digest('SHA-256', data);

  function say(words, kind) {
    const item = document.createElement('li');
    item.textContent = words;
    if (kind) item.classList.add(kind);
    proof.append(item);
  }
  const show = (fits, yes, no) => say(fits ? yes : no, fits ? '' : 'no');

  /* What line.js noted in the lobby, out of our reach. */
  function noted() {
    try { return localStorage.getItem('podo-seal-' + t.event); } catch (e) { return null; }
  }

  /* The drawn place of a ticket, and for the fan's own one whether it is the number that the line gave. */
  function mine(ticket, ids) {
    const drawn = ids.indexOf(ticket) + 1, own = ticket === t.ticket && t.number ? Number(t.number) : 0;
    if (drawn && own && drawn !== own) return say(podo.fill(t.tMineOther, podo.number(drawn), podo.number(own)), 'no');
    if (drawn) return say(podo.fill(t.tMine, podo.number(drawn)));
    if (own > ids.length) return say(podo.fill(t.tMineLate, podo.number(own), podo.number(ids.length)), 'so');
    // a drawn number without a place in the list is wrong; of a foreign ticket nobody can tell
    return say(t.tMineNo, own ? 'no' : 'so');
  }

  /* Published in ascending lots means published in drawn order: nothing has to be sorted. */
  async function ascending(seed, listHash, ids) {
    const secret = await sha(new Uint8Array([...bytes(seed), ...bytes(listHash)]));
    const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
    let last = '';
    for (let from = 0; from < ids.length; from += 1000) {
      const lots = await Promise.all(ids.slice(from, from + 1000).map((id) => crypto.subtle.sign('HMAC', key, text.encode(id))));
      for (let i = 0; i < lots.length; i++) {
        const lot = hex(lots[i]) + ids[from + i];
        if (lot <= last) return false;
        last = lot;
      }
      bar.value = (from + lots.length) / ids.length;
    }
    return true;
  }

  async function check(ticket) {
    const answer = await fetch(t.draw, { headers: { Accept: 'application/json' } });
    if (!answer.ok) throw new Error(answer.status);
    const draw = await answer.json(), ids = draw.ticketIds;
    const listHash = hex(await sha(text.encode([...ids].sort().join('\n'))));
    // the hashes are those of this page, as they were published, not those of the file that is checked
    show(hex(await sha(bytes(draw.seed))) === t.seedHash, t.tSeed, t.tSeedNo);
    show(listHash === t.listHash, podo.fill(t.tList, podo.number(ids.length)), t.tListNo);
    show(await ascending(draw.seed, listHash, ids), t.tOrder, t.tOrderNo);
    if (noted()) show(noted() === t.seedHash, t.tSeal, t.tSealNo);
    if (ticket) mine(ticket, ids);
  }

  box.querySelector('form').addEventListener('submit', async (e) => {
    e.preventDefault();
    const button = box.querySelector('button');
    if (button.disabled) return;
    button.disabled = true;
    proof.replaceChildren();
    bar.hidden = false;
    bar.value = 0;
    said.textContent = t.tWorking;
    try {
      await check(document.getElementById('ticket').value.trim());
      said.textContent = '';
    } catch (failure) {
      said.textContent = t.tFailed;
    }
    bar.hidden = true;
    button.disabled = false;
  });
})();
