import { equal } from '../assert.js';
import { answerText, creationOptions, requestOptions, toBytes, toText } from '../../../main/resources/static/assets/passkey/encoding.js';

const bytes = (...values) => Uint8Array.from(values).buffer;

export function bytesAndTextAreTheSameBothWays() {
  equal(toText(bytes()), '');
  equal(toText(bytes(0)), 'AA');
  equal(toText(bytes(251, 255)), '-_8');
  equal(toText(bytes(1, 2, 3, 4)), 'AQIDBA');
  for (let length = 0; length < 40; length += 1) {
    const value = Array.from({ length }, (_, n) => (n * 37 + length * 11) % 256);
    equal(Array.from(toBytes(toText(Uint8Array.from(value).buffer))).join(), value.join());
  }
}

export function paddingIsIgnored() {
  equal(Array.from(toBytes('AQ==')).join(), '1');
}

export function optionsGetTheirBuffersAndKeepTheRest() {
  const asked = requestOptions({ challenge: 'AQI', rpId: 'localhost', userVerification: 'required' });
  equal(Array.from(asked.challenge).join(), '1,2');
  equal(asked.rpId, 'localhost');
  equal(asked.allowCredentials.length, 0);
  const made = creationOptions({
    challenge: 'AQI', user: { id: 'Aw', name: 'fan' }, excludeCredentials: [{ id: 'BA', type: 'public-key' }],
  });
  equal(made.user.id[0], 3);
  equal(made.user.name, 'fan');
  equal(made.excludeCredentials[0].id[0], 4);
  equal(made.excludeCredentials[0].type, 'public-key');
}

export function anAnswerHasWhatTheAuthenticatorSaid() {
  const response = { clientDataJSON: bytes(1), authenticatorData: bytes(2), signature: bytes(3), userHandle: bytes(4) };
  const said = JSON.parse(answerText({ id: 'AQ', rawId: bytes(1), type: 'public-key', response }));
  equal(said.response.signature, 'Aw');
  equal(said.response.userHandle, 'BA');
  equal('attestationObject' in said.response, false);
}

export function aNewKeySaysHowItIsReached() {
  const response = { clientDataJSON: bytes(1), attestationObject: bytes(2), getTransports: () => ['internal'] };
  const said = JSON.parse(answerText({ id: 'AQ', rawId: bytes(1), type: 'public-key', response }));
  equal(said.response.transports.join(), 'internal');
}
