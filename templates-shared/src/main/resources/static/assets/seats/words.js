/** What the page says about seats. The patterns are those of the map's data-t-… attributes. No DOM. */
import { fill, won } from '../shared/format.js';
import { gradeOf, priceOf } from './plan.js';

export class SeatWords {

  /** @param patterns the map's dataset */
  constructor(patterns, choice) {
    this.patterns = patterns;
    this.choice = choice;
    this.states = { a: patterns.tFree, h: patterns.tHeld, s: patterns.tSold, b: patterns.tBlocked, n: patterns.tNotYet };
  }

  /** "Floor · row 4 · seat 9" */
  name(i) {
    const { plan } = this.choice;
    const seat = plan.seats[i];
    return fill(this.patterns.tSeat, plan.sectionNames[seat.section], seat.row, seat.number);
  }

  names(list) {
    return list.map((i) => this.name(i)).join('; ');
  }

  /** Name, grade, price and state. */
  describe(i) {
    const { plan, letters } = this.choice;
    const state = this.choice.has(i) ? this.patterns.tMine : this.states[letters[i]];
    const accessible = plan.seats[i].accessible ? ', ' + this.patterns.tAccessible : '';
    const companion = plan.seats[i].companion ? ', ' + this.patterns.tCompanion : '';
    const view = plan.seats[i].view ? ', ' + fill(this.patterns.tView, plan.seats[i].view) : '';
    return this.name(i) + ', ' + gradeOf(plan, i).name + ' ' + won(priceOf(plan, i)) + ', ' + state + accessible + companion + view;
  }

  /** Name of the section, how many of its seats are free, and how many it has. */
  section(s) {
    const { plan } = this.choice;
    return fill(this.patterns.tSection, plan.sectionNames[s], this.choice.freeIn(s), plan.sections[s].seats.length);
  }
}
