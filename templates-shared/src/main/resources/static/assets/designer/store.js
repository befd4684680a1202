/** The plan that is edited, what is chosen in it, and the steps that can be undone. No DOM. */
import { fitTo, NOTHING } from './selection.js';

const STEPS = 200;

export class Store {

  /** @param changed is called after every change with what changed: 'plan', 'selection' or both */
  constructor(plan, changed) {
    this.plan = plan;
    this.selection = NOTHING;
    this.past = [];
    this.future = [];
    this.saved = plan;
    this.changed = changed;
  }

  /** Makes it the plan; the one before can be brought back. */
  change(plan, selection = this.selection) {
    if (plan === this.plan) return;
    this.past = [...this.past.slice(1 - STEPS), this.plan];
    this.future = [];
    this.show(plan, selection);
  }

  select(selection) {
    this.selection = selection;
    this.changed({ plan: false });
  }

  undo() {
    if (!this.past.length) return false;
    this.future = [this.plan, ...this.future];
    const plan = this.past.at(-1);
    this.past = this.past.slice(0, -1);
    this.show(plan, this.selection);
    return true;
  }

  redo() {
    if (!this.future.length) return false;
    const [plan, ...rest] = this.future;
    this.past = [...this.past, this.plan];
    this.future = rest;
    this.show(plan, this.selection);
    return true;
  }

  isSaved() {
    return this.plan === this.saved;
  }

  markSaved(plan) {
    this.saved = plan;
    this.changed({ plan: false });
  }

  show(plan, selection) {
    this.plan = plan;
    this.selection = fitTo(plan, selection);
    this.changed({ plan: true });
  }
}
