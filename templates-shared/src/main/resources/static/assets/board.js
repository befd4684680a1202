/* Entry for an organiser's live board: charts, and figures that are read again by themselves. */
import { drawCharts, followWindow } from './board/charts.js';
import { follow } from './board/live.js';
import { guardForms } from './shared/network.js';

guardForms();
drawCharts();
followWindow();
follow(drawCharts);
