/* A worker that looks for a QR code in a picture; the address of jsQR stands behind the # of its own. Answers the text, or null. */
importScripts(self.location.hash.slice(1));

self.onmessage = ({ data }) => {
  const found = self.jsQR(new Uint8ClampedArray(data.pixels), data.size, data.size, { inversionAttempts: 'dontInvert' });
  self.postMessage(found ? found.data : null);
};
