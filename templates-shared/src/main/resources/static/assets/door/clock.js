/* The server's time on a phone whose clock may be wrong, and may be set while the gate is open. */

const STEADY = 5000; // ms by which the two clocks may drift before the phone's is taken to have been set

export class ServerClock {
  /** @param read the phone's clock, in ms */
  constructor(read = Date.now) {
    this.read = read;
    this.offset = 0; // the server's clock minus the phone's, in ms
  }

  now() {
    return this.read() + this.offset;
  }

  /** As an ISO instant. */
  text() {
    return new Date(this.now()).toISOString();
  }

  /** @param at what the server's clock says now; null when it did not say it */
  hear(at) {
    if (at && Math.abs(at - this.now()) > STEADY) this.set(at);
  }

  set(at) {
    this.offset = at - this.read();
  }
}
