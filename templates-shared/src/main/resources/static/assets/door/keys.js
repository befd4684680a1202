/* Signatures, checked on the phone by the browser itself. An old browser knows no Ed25519: then the phone needs the network. */
import { bytesOf } from './code.js';

/** The keys of a JWK set by their ids; null where the browser can't check signatures. */
export async function importKeys(set) {
  const keys = new Map();
  try {
    for (const { kid, x } of set.keys) {
      keys.set(kid, await crypto.subtle.importKey('raw', bytesOf(x), { name: 'Ed25519' }, false, ['verify']));
    }
    return keys;
  } catch (e) {
    return null;
  }
}

/** @param code of parseCode() */
export async function isSigned(code, keys) {
  const key = keys.get(code.key);
  return Boolean(key) && crypto.subtle.verify({ name: 'Ed25519' }, key, code.signature, new TextEncoder().encode(code.signed));
}

/** By which the list knows a typed code: the first 12 bytes of its SHA-256 in base64url. */
export async function digestOf(typed) {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(typed)));
  return btoa(String.fromCharCode(...hash.subarray(0, 12))).replaceAll('+', '-').replaceAll('/', '_');
}
