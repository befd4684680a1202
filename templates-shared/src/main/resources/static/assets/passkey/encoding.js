/* What authenticators are asked and what they answer: between JSON with Base64URL and the buffers of navigator.credentials. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The bytes of a text in Base64URL. */
export function toBytes(text) {
  const bytes = [];
  let bits = 0;
  let count = 0;
  for (const letter of text.replace(/=+$/, '')) {
    bits = (bits << 6) | LETTERS.indexOf(letter);
    count += 6;
    if (count >= 8) {
      count -= 8;
      bytes.push((bits >> count) & 255);
      bits &= (1 << count) - 1;
    }
  }
  return Uint8Array.from(bytes);
}

/** Base64URL of a buffer, without padding. */
export function toText(buffer) {
  let text = '';
  let bits = 0;
  let count = 0;
  for (const byte of new Uint8Array(buffer)) {
    bits = (bits << 8) | byte;
    count += 8;
    while (count >= 6) {
      count -= 6;
      text += LETTERS[(bits >> count) & 63];
      bits &= (1 << count) - 1;
    }
  }
  return count > 0 ? text + LETTERS[(bits << (6 - count)) & 63] : text;
}

export function requestOptions(json) {
  return { ...json, challenge: toBytes(json.challenge), allowCredentials: (json.allowCredentials ?? []).map(withBytes) };
}

export function creationOptions(json) {
  return {
    ...json,
    challenge: toBytes(json.challenge),
    user: withBytes(json.user),
    excludeCredentials: (json.excludeCredentials ?? []).map(withBytes),
  };
}

/** The JSON that the server reads, of an authenticator's answer to either question. */
export function answerText(credential) {
  const { response } = credential;
  const parts = {};
  for (const part of ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle']) {
    if (response[part]) parts[part] = toText(response[part]);
  }
  if (response.getTransports) parts.transports = response.getTransports();
  return JSON.stringify({
    id: credential.id,
    rawId: toText(credential.rawId),
    type: credential.type,
    response: parts,
    clientExtensionResults: {},
  });
}

function withBytes(named) {
  return { ...named, id: toBytes(named.id) };
}
