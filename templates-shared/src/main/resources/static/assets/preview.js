/* Entry for the builder of halls: draws the plan as fans will see it, all seats free. */
import { Choice } from './seats/choice.js';
import { Painting } from './seats/painting.js';
import { planOf } from './seats/plan.js';

function draw() {
  const drawing = document.getElementById('drawing');
  if (!drawing || drawing.firstChild) return;
  const plan = planOf(JSON.parse(document.getElementById('layout').textContent));
  const choice = new Choice(0);
  choice.adopt(plan, 'a'.repeat(plan.seats.length));
  new Painting(drawing, choice, drawing.dataset.stage).draw();
}

draw();
document.body.addEventListener('htmx:afterSwap', draw);
