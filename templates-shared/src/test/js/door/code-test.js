import { equal } from '../assert.js';
import { bytesOf, parseCode, typedCode } from '../../../main/resources/static/assets/door/code.js';

const PAYLOAD = 'eyJrIjoiV3NhT2lQSkwiLCJlIjoxMiwicyI6MTIwMDAwNDIsInQiOjQ3MTEsImciOjN9';
const SIGNATURE = 'A'.repeat(86);

export function bytesAreReadFromBase64Url() {
  equal([...bytesOf('AQID')], [1, 2, 3]);
  equal([...bytesOf('_-8')], [255, 239]);
  equal([...bytesOf('')], []);
  equal(bytesOf('a+b'), null);
}

export function aSignedCodeSaysWhatItsPayloadSays() {
  const code = parseCode(' PODO1.' + PAYLOAD + '.' + SIGNATURE + '\n');
  equal([code.key, code.event, code.ticket, code.generation], ['WsaOiPJL', 12, 4711, 3]);
  equal(code.signed, 'PODO1.' + PAYLOAD);
  equal(code.signature.length, 64);
}

export function whatIsNoSignedCodeIsNone() {
  for (const text of ['', '.', '..', 'hello', 'PODO1.' + PAYLOAD, 'PODO2.' + PAYLOAD + '.' + SIGNATURE, 'PODO1.bnVsbA.' + SIGNATURE,
    'PODO1.W10.' + SIGNATURE, 'PODO1.!.' + SIGNATURE, 'PODO1.' + PAYLOAD + '.AA', 'PODO1.' + PAYLOAD + '.' + SIGNATURE + '.x',
    'PODO1.' + 'A'.repeat(300) + '.' + SIGNATURE]) equal(parseCode(text), null, text);
}

export function whatPeopleTypeIsOneCode() {
  for (const text of ['PODO-QT6N-A7N4-01EV-X793', 'podo-qt6n-a7n4-01ev-x793', ' QT6N A7N4 01EV X793 ', 'QT6NA7N4OIEVX793', 'p0d0 qt6n–a7n4–oLev–x793']) {
    equal(typedCode(text), 'PODO-QT6N-A7N4-01EV-X793', text);
  }
  for (const text of ['', 'PODO', 'QT6N-A7N4-01EV-X79', 'QT6N-A7N4-01EV-X7933', '포도']) equal(typedCode(text), null, text);
}
