/**
 * The state of every seat and the fan's choice. No DOM. A state is one letter: a free, h held, s sold, b blocked, n not on sale yet for this
 * fan. The sections that changed since the map was last painted are collected in `changedSections`.
 */
import { leavesOneAlone } from './lone-seats.js';
import { placeOf, priceOf } from './plan.js';

export class Choice {

  /**
   * @param limit how many seats may be chosen
   * @param withBlocked whether blocked seats can be chosen too, as at the box office
   * @param closed indexes of the grades that are not on sale yet for this fan
   */
  constructor(limit, withBlocked = false, closed = []) {
    this.closed = new Set(closed);
    this.limit = limit;
    this.withBlocked = withBlocked;
    this.plan = null;
    this.letters = [];
    this.seats = [];
    this.places = { count: 0, sum: 0 }; // in standing areas
    this.cursor = -1; // the seat that the keyboard is at
    this.changedSections = new Set();
  }

  /** Takes a plan with its state. Seats that were chosen on the plan before are found again by what is written on them. */
  adopt(plan, letters) {
    const kept = new Set(this.seats.map((i) => placeOf(this.plan, i)));
    this.plan = plan;
    this.letters = [...letters].map((letter, i) => this.letterFor(i, letter));
    this.seats = kept.size ? [...plan.seats.keys()].filter((i) => kept.has(placeOf(plan, i))) : [];
    this.cursor = -1;
    this.changedSections = new Set(plan.sections.keys());
  }

  /** Sets the state of one seat; a seat that the plan does not have is ignored. */
  put(i, told) {
    const letter = this.letterFor(i, told);
    if (!(i in this.letters) || this.letters[i] === letter) return;
    this.letters[i] = letter;
    this.changed(i);
  }

  letterFor(i, letter) {
    return letter === 'a' && this.closed.has(this.plan.seats[i]?.grade) ? 'n' : letter;
  }

  isFree(i) {
    return this.letters[i] === 'a' || (this.withBlocked && this.letters[i] === 'b');
  }

  has(i) {
    return this.seats.includes(i);
  }

  /** Adds or removes a seat. Answers whether the choice changed and, if not, why: 'changed', 'not-free' or 'limit'. */
  toggle(i) {
    if (this.has(i)) this.seats = this.seats.filter((seat) => seat !== i);
    else if (!this.isFree(i)) return 'not-free';
    else if (this.count() >= this.limit) return 'limit';
    else this.seats.push(i);
    this.changed(i);
    return 'changed';
  }

  /** Replaces the chosen seats by those of the list that are free, at most as many as the limit leaves beside the places. */
  replace(list) {
    this.seats.forEach((i) => this.changed(i));
    this.seats = list.filter((i) => i >= 0 && i < this.letters.length && this.isFree(i))
      .slice(0, Math.max(0, this.limit - this.places.count));
    this.seats.forEach((i) => this.changed(i));
  }

  remove(list) {
    this.seats = this.seats.filter((i) => !list.includes(i));
    list.forEach((i) => this.changed(i));
  }

  /** Chosen seats that are no longer free. */
  lost() {
    return this.seats.filter((i) => !this.isFree(i));
  }

  /** Seats and places. */
  count() {
    return this.seats.length + this.places.count;
  }

  sum() {
    return this.seats.reduce((sum, i) => sum + priceOf(this.plan, i), this.places.sum);
  }

  leavesOneAlone() {
    return leavesOneAlone(this.plan, this.letters, this.seats);
  }

  freeIn(section) {
    return this.plan.sections[section].seats.filter((i) => this.isFree(i)).length;
  }

  /** Sections to be painted, each named once. */
  takeChanges() {
    const sections = this.changedSections;
    this.changedSections = new Set();
    return sections;
  }

  changed(i) {
    this.changedSections.add(this.plan.seats[i].section);
  }
}
