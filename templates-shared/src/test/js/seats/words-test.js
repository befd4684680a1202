import { equal } from '../assert.js';
import { Choice } from '../../../main/resources/static/assets/seats/choice.js';
import { SeatWords } from '../../../main/resources/static/assets/seats/words.js';
import { twoSections } from './halls.js';

const PATTERNS = {
  tSeat: '{0} · row {1} · seat {2}', tFree: 'free', tHeld: 'held', tSold: 'sold', tBlocked: 'blocked', tMine: 'yours',
  tAccessible: 'wheelchair', tCompanion: 'companion', tSection: '{0}: {1} of {2} free',
};

function wordsFor(letters, ...chosen) {
  const choice = new Choice(4);
  choice.adopt(twoSections(), letters);
  choice.replace(chosen);
  return new SeatWords(PATTERNS, choice);
}

export function aSeatIsNamedByPlace() {
  equal(wordsFor('aaaa').names([0, 3]), 'Floor · row 1 · seat 1; Balcony · row 1 · seat 2');
}

export function aSeatIsDescribedByGradePriceAndState() {
  equal(wordsFor('ahaa').describe(1), 'Floor · row 1 · seat 2, VIP ₩165,000, held');
}

export function anOwnSeatIsYoursAndAnAccessibleOneSaysSo() {
  equal(wordsFor('aaaa', 3).describe(3), 'Balcony · row 1 · seat 2, R ₩132,000, yours, wheelchair');
}

export function aCompanionSeatSaysSo() {
  const words = wordsFor('aaaa');
  words.choice.plan.seats[2].companion = true;
  equal(words.describe(2), 'Balcony · row 1 · seat 1, R ₩132,000, free, companion');
}

export function aSectionCountsItsFreeSeats() {
  equal(wordsFor('aahs').section(0), 'Floor: 2 of 2 free');
  equal(wordsFor('aahs').section(1), 'Balcony: 0 of 2 free');
}
