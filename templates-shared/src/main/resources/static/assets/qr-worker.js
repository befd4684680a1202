/* A worker that looks for a QR code in a picture and answers its text, or null. */
import { readQr } from './qr/reader.js';

self.onmessage = ({ data }) => self.postMessage(readQr(new Uint8ClampedArray(data.pixels), data.size));
