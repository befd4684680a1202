import { equal } from '../assert.js';
import { Choice } from '../../../main/resources/static/assets/seats/choice.js';
import { nearby } from '../../../main/resources/static/assets/seats/nearby.js';
import { planOf } from '../../../main/resources/static/assets/seats/plan.js';

/* Two rows of four seats; the second is of a cheaper grade. */
function choiceIn(letters, accessible = []) {
  const seats = [0, 1, 2, 3, 4, 5, 6, 7].map((i) => {
    const row = Math.floor(i / 4);
    return [i + 1, 0, String(row + 1), i % 4 + 1, row, accessible.includes(i) ? 1 : 0, i % 4 * 10, row * 12];
  });
  const choice = new Choice(4);
  choice.adopt(planOf({ version: 1, grades: [{ name: 'R', price: 20 }, { name: 'S', price: 10 }], sections: ['A'], seats }), letters);
  return choice;
}

export function theSeatNextToTheKeptOneIsOffered() {
  equal(nearby(choiceIn('aahaaaaa'), [1], [2]), [0]);
  equal(nearby(choiceIn('hahaaaaa'), [1], [2]), [3]);
}

export function asManyAreOfferedAsWereLost() {
  equal(nearby(choiceIn('ahhaaaaa'), [0], [1, 2]).length, 2);
}

export function noneIsOfferedTwiceAndNoneThatIsKept() {
  equal(nearby(choiceIn('aahhhhhh'), [0], [2, 3]), [1]);
}

export function anotherGradeOnlyWhenItsOwnIsGone() {
  equal(nearby(choiceIn('ahhhaaaa'), [0], [1]), [4]);
  equal(nearby(choiceIn('ahhaahhh'), [4], [1]), [0]);
}

export function aWheelchairPlaceIsReplacedByAnother() {
  equal(nearby(choiceIn('aahaaaaa', [2, 7]), [1], [2]), [7]);
}
