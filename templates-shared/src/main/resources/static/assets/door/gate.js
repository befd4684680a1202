/*
 * One gate: answers scans by the server while it can be reached, by the list on the phone otherwise, and tells the server later, in order,
 * whom it let in meanwhile.
 */
import { ServerClock } from './clock.js';
import { parseCode, typedCode } from './code.js';
import { digestOf, importKeys, isSigned } from './keys.js';
import { forgetHolders, TicketList } from './list.js';
import { get, NoAnswer, post, Refused } from './server.js';
import { changeEvents, dropUnsent, keepUnsent, listUnsent, loadEvent, loadUsed, saveEvent, saveUsed } from './store.js';

const ASK = 1500; // ms for the server's answer to a scan; then the phone answers
const BATCH = 100;
const SAVE = 500; // ms after which it is written who was let in; what the server has not heard is written at once

export class Gate {
  /** @param tell called with what changed: 'network', 'list', 'unsent' or 'login' */
  constructor(eventId, url, tell) {
    this.eventId = eventId;
    this.url = url;
    this.tell = tell;
    this.list = null;
    this.keys = null;
    this.clock = new ServerClock();
    this.reachable = true;
    this.unsent = 0;
    this.sending = null;
    this.saving = 0;
  }

  /** What was kept on this phone, at once. */
  async restore() {
    await changeEvents((event) => {
      const list = forgetHolders(event.list, Date.now() + event.offset);
      return list === event.list ? event : { ...event, list };
    });
    const kept = await loadEvent(this.eventId);
    this.unsent = (await listUnsent(this.eventId)).length;
    if (kept) await this.use(kept);
    this.tell('unsent');
  }

  /** The list and the keys from the server. */
  async load() {
    const [list, keys] = await this.ask(() => Promise.all([get(this.url + '/list'), get('/door/keys')])) || [];
    if (!list) return;
    const kept = { list: list.body, keys: keys.body, offset: Date.parse(list.body.at) - Date.now() };
    await saveEvent(this.eventId, kept);
    await this.use(kept);
  }

  async use({ list, keys, offset }) {
    this.list = new TicketList(list, this.list ? this.list.used : await loadUsed(this.eventId));
    this.keys = await importKeys(keys);
    this.clock.offset = offset;
    this.tell('list');
  }

  /** Counts and conflicts; null without network. */
  async summary() {
    const answer = await this.ask(() => get(this.url + '/summary'));
    return answer && answer.body;
  }

  /** @param input { code } or { ticketId } */
  async check(input, gate) {
    const scan = { ...input, scanId: randomId(), gate, eventId: this.eventId, scannedAt: this.clock.text() };
    const tried = this.reachable && this.unsent === 0;
    const asked = tried ? await this.ask(() => post(this.url + '/scans', scan, ASK)) : null;
    const answer = asked ? { ...asked.body, known: true } : await this.decideAlone(scan);
    if (answer.result === 'VALID') {
      await this.admit(answer, gate, asked ? null : { scan, tried });
    }
    return { ...answer, scanId: scan.scanId };
  }

  async decideAlone(scan) {
    if (!this.list) return { result: 'NO_LIST' };
    if (scan.ticketId) return this.list.decideChosen(scan.ticketId, this.clock.now());
    const typed = typedCode(scan.code);
    if (typed) return this.list.decideTyped(await digestOf(typed), this.clock.now());
    const code = parseCode(scan.code);
    if (!code) return { result: 'FORGED' };
    if (!this.keys) return { result: 'NO_CRYPTO' };
    return await isSigned(code, this.keys) ? this.list.decideClaim(code, this.clock.now()) : { result: 'FORGED' };
  }

  /** @param answer of check() that let somebody in */
  async undo(answer) {
    const waiting = (await listUnsent(this.eventId)).find(([, item]) => item.scan && item.scan.scanId === answer.scanId);
    if (waiting) {
      // the server may have heard the scan although its answer was lost
      if (waiting[1].tried) await this.keep({ undone: waiting[1].scan });
      await this.drop([waiting[0]]);
    } else if (!answer.id) throw new Error('not sent and not kept');
    else if (!await this.ask(() => post(this.url + '/undo/' + answer.id, {}))) await this.keep({ undo: answer.id });
    if (this.list) {
      this.list.unmark(answer.ticketId);
      await this.save();
    }
  }

  /** Sends what is kept, in order, once at a time; answers the results. */
  send() {
    this.sending = this.sending || this.sendAll().finally(() => { this.sending = null; });
    return this.sending;
  }

  async sendAll() {
    const results = [];
    for (;;) {
      const waiting = await listUnsent(this.eventId);
      if (waiting.length === 0) return results;
      const scans = waiting.findIndex(([, item]) => !item.scan);
      const next = waiting.slice(0, scans === 0 ? 1 : Math.min(BATCH, scans < 0 ? waiting.length : scans));
      const sent = await this.ask(() => (scans === 0 ? this.sendUndo(next[0][1]) : this.sendScans(next.map(([, item]) => item.scan))));
      if (!sent) return results;
      if (sent.body && sent.body.results) results.push(...sent.body.results);
      await this.save();
      await this.drop(next.map(([key]) => key));
    }
  }

  sendScans(scans) {
    return post(this.url + '/batch', { sentAt: this.clock.text(), scans });
  }

  /** @param item { undo: id } or { undone: scan }, whose id is asked for: a repeated scan gets its first answer */
  async sendUndo({ undo, undone }) {
    const id = undo || (await this.sendScans([undone])).body.results[0].id;
    return post(this.url + '/undo/' + id, {});
  }

  /** @param unsent what the server has to hear; null when it knows. Whoever is let in is on the disk before the gate says so. */
  async admit(answer, gate, unsent) {
    if (this.list) this.list.markUsed(answer.ticketId, answer.usedAt || this.clock.text(), gate);
    if (unsent) await this.keep({ ...unsent, ticketId: answer.ticketId });
    this.saveSoon();
  }

  /** In one go for several scans: it writes all that were let in. */
  saveSoon() {
    this.saving = this.saving || setTimeout(() => this.save(), SAVE);
  }

  async save() {
    clearTimeout(this.saving);
    this.saving = 0;
    if (this.list) await saveUsed(this.eventId, this.list.used);
  }

  async keep(item) {
    await keepUnsent({ ...item, eventId: this.eventId });
    this.unsent++;
    this.tell('unsent');
  }

  async drop(keys) {
    await dropUnsent(keys);
    this.unsent = Math.max(0, this.unsent - keys.length);
    this.tell('unsent');
  }

  /** The answer of a call; null when there is none, which every later call may change. */
  async ask(action) {
    try {
      const answer = await action();
      this.hear(true);
      this.clock.hear(answer.date);
      return answer;
    } catch (e) {
      if (e instanceof Refused && (e.status === 401 || e.status === 403)) this.tell('login');
      else if (e instanceof NoAnswer) this.hear(false);
      else if (!(e instanceof Refused)) throw e;
      return null;
    }
  }

  hear(reachable) {
    if (this.reachable === reachable) return;
    this.reachable = reachable;
    this.tell('network');
  }
}

function randomId() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
