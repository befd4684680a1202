import { equal } from '../assert.js';
import { forgetHolders, TicketList, traitsText } from '../../../main/resources/static/assets/door/list.js';

const OPEN = Date.parse('2026-11-29T10:00:00Z');
const NOW = OPEN + 60000;

function list(...changes) {
  const tickets = changes.map((change, i) => ({
    id: i + 1, generation: 0, state: 'VALID', section: 'Floor ' + (i + 1), row: 'A', number: 10 + i, grade: 'R', typed: 'digest' + (i + 1), ...change,
  }));
  return new TicketList({ event: { id: 7, doorsOpenAt: '2026-11-29T10:00:00Z', cancelled: false }, at: '2026-11-29T09:00:00Z', tickets });
}

const claim = (ticket, generation = 0, event = 7) => ({ event, ticket, generation });

export function aGoodTicketLetsInOnce() {
  const gate = list({});
  const first = gate.decideClaim(claim(1), NOW);
  equal([first.result, first.ticketId, first.seat], ['VALID', 1, { section: 'Floor 1', row: 'A', number: 10, grade: 'R' }]);
  gate.markUsed(1, '2026-11-29T10:01:00Z', 'Gate A');
  gate.markUsed(1, '2026-11-29T10:09:00Z', 'Gate B');
  const second = gate.decideClaim(claim(1), NOW);
  equal([second.result, second.usedAt, second.gate], ['ALREADY_USED', '2026-11-29T10:01:00Z', 'Gate A']);
  gate.unmark(1);
  equal(gate.decideClaim(claim(1), NOW).result, 'VALID');
}

export function whatTheListKnowsIsRefused() {
  const gate = list({ state: 'USED', usedAt: '2026-11-29T09:30:00Z', gate: 'North' }, { state: 'REFUNDED', generation: 1 }, { generation: 2 });
  equal([gate.decideClaim(claim(1), NOW).result, gate.decideClaim(claim(1), NOW).gate], ['ALREADY_USED', 'North']);
  equal(gate.decideClaim(claim(2), NOW).result, 'REFUNDED');
  equal(gate.decideClaim(claim(3, 1), NOW).result, 'REISSUED');
  equal(gate.decideClaim(claim(3, 2), NOW).result, 'VALID');
  equal(gate.decideClaim(claim(3, 2, 8), NOW).result, 'WRONG_EVENT');
}

export function aTicketThatWasSoldAfterTheListIsGoodOnce() {
  const gate = list({});
  equal(gate.decideClaim(claim(99), NOW).result, 'VALID');
  gate.markUsed(99, '2026-11-29T10:01:00Z', 'Gate A');
  equal(gate.decideClaim(claim(99), NOW).result, 'ALREADY_USED');
  equal(gate.decideClaim(claim(1, 1), NOW).result, 'VALID', 'moved after the list was made');
}

export function aListSaysHowOldItIsAndWhetherThereIsANewerOne() {
  const gate = new TicketList({ event: { id: 7 }, at: '2026-11-29T09:00:00Z', version: '3.2.1', tickets: [] });
  equal(gate.ageAt(Date.parse('2026-11-29T09:00:59Z')), 0);
  equal(gate.ageAt(Date.parse('2026-11-29T09:12:30Z')), 12);
  equal(gate.ageAt(Date.parse('2026-11-29T08:59:00Z')), 0, 'made a moment later than the phone thinks');
  equal([gate.isOlderThan('3.2.1'), gate.isOlderThan('3.1.2'), gate.isOlderThan(undefined)], [false, true, false]);
}

export function beforeTheDoorsOpenNobodyIsIn() {
  equal(list({}).decideClaim(claim(1), OPEN - 1).result, 'NOT_YET');
  equal(list({}).decideClaim(claim(1), OPEN).result, 'VALID');
}

export function aTypedCodeIsKnownByItsDigest() {
  const gate = list({}, {});
  equal(gate.decideTyped('digest2', NOW).ticketId, 2);
  equal(gate.decideTyped('another', NOW).result, 'FORGED');
  equal(gate.decideChosen(1, NOW).result, 'VALID');
}

export function aSeatIsFoundByTheBeginningsOfItsParts() {
  const gate = list({}, {}, { row: 'B' });
  equal(gate.search('floor a 11').map((ticket) => ticket.id), [2]);
  equal(gate.search('b').map((ticket) => ticket.id), [3]);
  equal(gate.search('fl').length, 3);
  equal(gate.search(' ').length, 0);
  equal(gate.search('zz').length, 0);
  equal(new TicketList({ event: { id: 7 }, tickets: [...Array(5000).keys()].map((i) => ({ id: i, section: 'A', row: 'A', number: i })) })
    .search('a').length, 20);
}

function named() {
  const gate = list({ holder: 0 }, { holder: 1 }, { holder: 1, state: 'REFUNDED' }, {});
  return new TicketList({
    event: { ...gate.event, namesUntil: '2026-11-30T00:00:00Z' }, tickets: [...gate.byId.values()],
    holders: [{ order: 'podo-8f3a2b', name: '박지훈' }, { order: 'podo-77c0de', name: 'Anna van Dijk' }],
  });
}

export function aTicketIsFoundByNameOrOrder() {
  const gate = named();
  const found = (text) => gate.search(text).map((ticket) => ticket.id);
  equal(found('지훈'), [1]);
  equal(found('박지훈'.normalize('NFD')), [1], 'as some keyboards write it');
  equal(found('dijk ANNA'), [2, 3]);
  equal(found('anna 11'), [2], 'name and seat');
  equal(found('77c0'), [2, 3]);
  equal(found('podo-8f3a2b'), [1]);
  equal(found('podo'), [], 'all orders begin alike');
  equal(found('7c0'), [], 'too short');
  equal(found('홍길동'), []);
  equal(gate.holderOf(gate.byId.get(1)), { order: 'podo-8f3a2b', name: '박지훈' });
  equal(gate.holderOf(gate.byId.get(4)), null);
}

export function theNameOnATicketIsSaidAndFoundBesideItsHolders() {
  const gate = list({ holder: 0, name: '김미나' }, { holder: 0 });
  gate.holders = [{ order: 'podo-8f3a2b', name: '박지훈' }];
  equal(gate.search('미나').map((ticket) => ticket.id), [1]);
  equal(gate.search('지훈').map((ticket) => ticket.id), [1, 2]);
  equal([gate.decideChosen(1, NOW).name, gate.decideChosen(2, NOW).name], ['김미나', undefined]);
}

export function whatIsFoundSaysWhetherItIsGood() {
  const gate = named();
  gate.markUsed(2, '2026-11-29T10:01:00Z', 'Gate A');
  equal([1, 2, 3].map((id) => gate.stateOf(gate.byId.get(id))), ['VALID', 'ALREADY_USED', 'REFUNDED']);
}

export function namesAreForgottenWhenTheirTimeIsOver() {
  const kept = { event: { namesUntil: '2026-11-30T00:00:00Z' }, tickets: [{ id: 1, name: 'm' }], holders: [{ order: 'o', name: 'n' }] };
  equal(forgetHolders(kept, Date.parse('2026-11-29T23:59:59Z')) === kept, true);
  const later = forgetHolders(kept, Date.parse('2026-11-30T00:00:00Z'));
  equal([later.holders, later.tickets], [[], [{ id: 1 }]]);
}

export function aTicketWithoutANameIsItsHolders() {
  const gate = named();
  equal([gate.decideClaim(claim(1), NOW).name, gate.decideClaim(claim(1), NOW).holder], [undefined, '박지훈']);
  equal(gate.decideClaim(claim(4), NOW).holder, undefined, 'the list names nobody');
}

export function whatIsSpecialAboutASeatIsSaid() {
  const words = { accessible: 'Wheelchair place', companion: 'Companion seat', view: 'Restricted view: {0}' };
  const { seat } = list({ traits: { place: 'COMPANION', view: 'a $& pillar' } }).decideClaim(claim(1), NOW);
  equal(traitsText(seat, words), 'Companion seat · Restricted view: a $& pillar');
  equal(traitsText({ traits: { place: 'ACCESSIBLE', view: null } }, words), 'Wheelchair place');
  equal([traitsText({ section: 'A' }, words), traitsText(null, words)], ['', '']);
}
