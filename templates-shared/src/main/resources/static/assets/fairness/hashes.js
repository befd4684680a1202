/* The browser's hash functions; it has them in secure contexts only (https, localhost). */
import { utf8 } from './draw.js';

export const canHash = () => Boolean(window.crypto?.subtle);

export const hashes = {
  sha256: async (bytes) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)),
  hmac: async (bytes) => {
    const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
    return async (text) => new Uint8Array(await crypto.subtle.sign('HMAC', key, utf8(text)));
  },
};
