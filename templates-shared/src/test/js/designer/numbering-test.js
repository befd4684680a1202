import { equal } from '../assert.js';
import { leftOf, numbersOf, parseNumbers, rowName } from '../../../main/resources/static/assets/designer/numbering.js';

const rows = (count, clear) => Array.from({ length: count }, (_, i) => rowName('A', i, clear)).join(' ');

export function lettersGoOnWithTwoAfterZ() {
  equal(rowName('A', 25), 'Z');
  equal(rowName('A', 26), 'AA');
  equal(rowName('Y', 3), 'AB');
  equal(rowName('7', 3), '10');
}

export function lettersThatLookLikeDigitsAreSkipped() {
  equal(rows(14, true), 'A B C D E F G H J K L M N P');
  equal(rowName('A', 24, true), 'AA');
}

export function aRowIsNumberedAsTheHouseDoesIt() {
  const texts = (numbering, seats, left) => numbersOf(numbering, seats, left).join(' ');
  equal(texts('UP', 4), '1 2 3 4');
  equal(texts('DOWN', 4), '4 3 2 1');
  equal(texts('ODD', 3), '1 3 5');
  equal(texts('EVEN', 3), '2 4 6');
  equal(texts('ODD_LEFT', 6, 3), '5 3 1 2 4 6');
  equal(texts('ODD_RIGHT', 6, 3), '6 4 2 1 3 5');
  equal(texts('MIDDLE', 5), '5 3 1 2 4');
  equal(texts('MIDDLE', 6), '5 3 1 2 4 6');
}

export function aMiddleAisleIsTheMiddleOfARow() {
  const seats = (...xs) => xs.map((x) => ({ x }));
  equal(leftOf(seats(0, 26, 36, 46)), 1);
  equal(leftOf(seats(0, 10, 20, 30)), 2);
}

export function seatsAreChosenByNumbersAndRanges() {
  equal([...parseNumbers('1-3, 8')], [1, 2, 3, 8]);
  equal([...parseNumbers('x 5-')], []);
}
