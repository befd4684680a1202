/** SVG path data of a section's seats, one path for each grade. No DOM. */
import { circle, seat as square } from '../seats/shapes.js';
import { seatsOf, turnOf } from './geometry.js';

const kept = new WeakMap();

/** {grades: Map of grade ('' for unpainted) to path, accessible, companion, restricted}; kept per section. */
export function pathsOf(section, plain) {
  const before = kept.get(section);
  if (before?.plain === plain) return before;
  const paths = { plain, grades: new Map(), accessible: '', companion: '', restricted: '' };
  for (const { r, k, x: ax, y: ay } of seatsOf(section).seats) {
    const seat = section.rows[r].seats[k];
    const [x, y] = [Math.round(ax * 10) / 10, Math.round(ay * 10) / 10];
    const grade = seat.grade || '';
    paths.grades.set(grade, (paths.grades.get(grade) || '') + square(x, y, 4, plain ? 0 : 1.8, turnOf(section, seat)));
    if (seat.kind === 'ACCESSIBLE') paths.accessible += circle(x, y, 2);
    if (seat.kind === 'COMPANION') paths.companion += `M${x - 2} ${y + 1.4}l2-3 2 3z`;
    if (seat.view) paths.restricted += `M${x - 2.2} ${y}h4.4`;
  }
  kept.set(section, paths);
  return paths;
}
