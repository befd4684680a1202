/* Entry for the waiting line: sound and notification, alerts for seats that came back, and the live place. */
import { start } from './line/connection.js';
import { startNotifier } from './line/notifier.js';
import { lineQuery, lineUrl } from './line/refresh.js';
import { followSeatAlert } from './line/seat-alert.js';
import { me } from './line/state.js';
import { followTurns } from './line/turn.js';
import { ask, takePlace, takePulse } from './line/updates.js';
import { placeBox, readPage } from './line/view.js';
import { startWatch } from './line/watch.js';
import { guardForms } from './shared/network.js';
import { noteSeal } from './shared/seal.js';

guardForms(5000, 20000);
startNotifier();
followSeatAlert();
// a fan without a place sees the page as the server wrote it
if (placeBox()?.dataset.state) {
  readPage();
  setTimeout(() => { if (me.state === 'LOBBY') noteSeal(placeBox().dataset.event, lineQuery()); }, Math.random() * 15000);
  followTurns();
  start(lineUrl(), { onPlace: takePlace, onPulse: takePulse, ask, query: lineQuery });
  startWatch();
}
