/* Seats that were lost to somebody else: they flip at once, the rest of the choice stays, and free seats are offered in their place. */
import { fill } from '../shared/format.js';
import { seatsLike } from './best.js';
import { nearby } from './nearby.js';
import { addOffer, followHold, onTakeNext, showNote } from './refusals.js';

export class Losses {

  /** @param page {settings, choice, words, painting, show(), choose(list)} */
  constructor(page) {
    Object.assign(this, page);
    this.holding = false; // a hold was sent and is not answered
    this.missing = []; // lost, and nothing was taken in their place
    followHold({
      onSent: () => { this.holding = true; },
      onFailed: () => { this.holding = false; this.find(); },
      onRefused: (lost, next) => this.refused(lost, next),
    });
  }

  /** Chosen seats that are no longer free are lost, unless our own hold is on its way. */
  find() {
    const lost = this.holding ? [] : this.choice.lost();
    if (lost.length) this.lose(lost);
  }

  /** The fan chose anew: nothing is missing any more. */
  forget() {
    this.missing = [];
    this.painting.showBest([]);
  }

  async lose(list) {
    const { settings, choice, words } = this;
    this.remove(list);
    const kept = choice.seats;
    const box = showNote('bad', fill(settings.tLost, words.names(list)));
    try {
      const next = kept.length ? nearby(choice, kept, this.missing) : await seatsLike(settings.best, choice.plan, this.missing);
      if (!next.length || !box.isConnected) return;
      addOffer(box, (kept.length ? settings.tNear : settings.tNext) + ' ' + words.names(next), settings.tTake);
      this.offer(next);
    } catch (e) { /* the map shows what is free */ }
  }

  refused(lost, next) {
    lost.filter((i) => this.choice.isFree(i)).forEach((i) => this.choice.put(i, 'h'));
    this.remove(lost);
    if (next.length) this.offer(next);
  }

  remove(list) {
    this.missing = [...this.missing, ...list].slice(0, this.choice.limit - this.choice.seats.length + list.length);
    this.choice.remove(list);
    this.show();
    this.painting.flashLost(list);
  }

  /* What is taken joins what was kept. */
  offer(next) {
    this.painting.showBest(next);
    onTakeNext(() => this.choose([...this.choice.seats, ...next]));
  }
}
