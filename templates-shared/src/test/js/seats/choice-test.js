import { equal } from '../assert.js';
import { Choice } from '../../../main/resources/static/assets/seats/choice.js';
import { hallOf, layoutOf, twoSections } from './halls.js';

function choiceIn(plan, letters, limit = 2) {
  const choice = new Choice(limit);
  choice.adopt(plan, letters);
  choice.takeChanges();
  return choice;
}

export function aFreeSeatIsChosenAndGivenBack() {
  const choice = choiceIn(hallOf([0, 10]), 'aa');
  equal(choice.toggle(1), 'changed');
  equal(choice.seats, [1]);
  equal(choice.toggle(1), 'changed');
  equal(choice.seats, []);
}

export function aSeatThatIsNotFreeIsNotChosen() {
  const choice = choiceIn(hallOf([0, 10, 20]), 'hsb');
  equal([0, 1, 2].map((i) => choice.toggle(i)), ['not-free', 'not-free', 'not-free']);
  equal(choice.seats, []);
}

export function noMoreThanTheLimitIsChosen() {
  const choice = choiceIn(hallOf([0, 10, 20]), 'aaa', 2);
  equal([0, 1, 2].map((i) => choice.toggle(i)), ['changed', 'changed', 'limit']);
  choice.replace([0, 1, 2]);
  equal(choice.seats, [0, 1]);
}

export function proposalsThatAreNotFreeOrNotThereAreLeftOut() {
  const choice = choiceIn(hallOf([0, 10, 20]), 'aha');
  choice.replace([-1, 1, 2, 99]);
  equal(choice.seats, [2]);
}

export function aChosenSeatThatSomebodyElseHoldsIsLost() {
  const choice = choiceIn(hallOf([0, 10, 20]), 'aaa');
  choice.replace([0, 1]);
  choice.put(1, 'h');
  equal(choice.lost(), [1]);
  choice.remove([1]);
  equal(choice.seats, [0]);
  equal(choice.lost(), []);
}

export function theSumIsThatOfTheGrades() {
  const choice = choiceIn(twoSections(), 'aaaa');
  choice.replace([0, 2]);
  equal(choice.sum(), 297000);
}

export function onlySectionsThatChangedArePainted() {
  const choice = choiceIn(twoSections(), 'aaaa');
  choice.put(3, 's');
  choice.put(0, 'a');
  equal([...choice.takeChanges()], [1]);
  equal([...choice.takeChanges()], []);
}

export function aDeltaForASeatThatThePlanDoesNotHaveIsIgnored() {
  const choice = choiceIn(hallOf([0]), 'a');
  choice.put(7, 'h');
  equal(choice.letters, ['a']);
}

export function theChoiceIsFoundAgainInAPlanOfAnotherOrder() {
  const choice = choiceIn(twoSections(), 'aaaa');
  choice.replace([1, 2]);
  const reordered = layoutOf(['Balcony', 'Floor'], [[0, 1, 1, 1, 0, 0, 200], [1, 1, 2, 0, 0, 10, 0]], 2);
  choice.adopt(reordered, 'ah');
  equal(choice.seats, [0, 1]);
  equal(choice.lost(), [1]);
  equal(choice.cursor, -1);
  equal([...choice.takeChanges()], [0, 1]);
}

export function aSeatThatTheNewPlanDoesNotHaveIsNoLongerChosen() {
  const choice = choiceIn(hallOf([0, 10]), 'aa');
  choice.replace([0, 1]);
  choice.adopt(hallOf([0]), 'a');
  equal(choice.seats, [0]);
}

export function freeSeatsOfASectionAreCounted() {
  equal(choiceIn(twoSections(), 'aaha').freeIn(1), 1);
}

export function placesInAreasCountAgainstTheLimitAndIntoTheSum() {
  const choice = choiceIn(hallOf([0, 10, 20]), 'aaa', 3);
  choice.places.count = 2;
  choice.places.sum = 88000;
  equal([0, 1].map((i) => choice.toggle(i)), ['changed', 'limit']);
  equal([choice.count(), choice.sum()], [3, 253000]);
  choice.replace([1, 2]);
  equal(choice.seats, [1]);
}

export function aSeatOfAGradeThatIsNotOnSaleYetIsNeitherFreeNorSold() {
  const choice = new Choice(3, false, [0]);
  choice.adopt(hallOf([0, 10, 20]), 'ahs');
  equal(choice.letters, ['n', 'h', 's']);
  choice.put(1, 'a');
  equal(choice.letters, ['n', 'n', 's']);
  equal([0, 1, 2].map((i) => choice.toggle(i)), ['not-free', 'not-free', 'not-free']);
}

export function theBoxOfficeChoosesBlockedSeatsToo() {
  const choice = new Choice(3, true);
  choice.adopt(hallOf([0, 10, 20]), 'bha');
  equal([0, 1, 2].map((i) => choice.toggle(i)), ['changed', 'not-free', 'changed']);
  equal(choice.lost(), []);
}
