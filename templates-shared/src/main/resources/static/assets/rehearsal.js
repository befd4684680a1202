/* Entry for the page of a rehearsal: charts of its result. */
import { drawCharts, followWindow } from './board/charts.js';
import { guardForms } from './shared/network.js';

guardForms();
if (document.getElementById('charts')) {
  drawCharts();
  followWindow();
}
