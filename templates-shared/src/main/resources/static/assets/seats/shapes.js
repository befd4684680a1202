/** SVG path data of seats: the shape says the state. No DOM. */

/** A square around (x, y) with half side h and rounded by r. */
export function square(x, y, h, r) {
  if (!r) return `M${x - h} ${y - h}h${2 * h}v${2 * h}h${-2 * h}z`;
  const side = 2 * (h - r);
  return `M${x - h + r} ${y - h}h${side}a${r} ${r} 0 0 1 ${r} ${r}v${side}a${r} ${r} 0 0 1 ${-r} ${r}`
    + `h${-side}a${r} ${r} 0 0 1 ${-r} ${-r}v${-side}a${r} ${r} 0 0 1 ${r} ${-r}z`;
}

/** The same square turned by an angle in radians. */
function turned(x, y, h, r, angle) {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const step = (dx, dy) => `${short(dx * cos - dy * sin)} ${short(dx * sin + dy * cos)}`;
  const start = (dx, dy) => `${short(x + dx * cos - dy * sin)} ${short(y + dx * sin + dy * cos)}`;
  const side = 2 * (h - r);
  const corner = (dx, dy) => (r ? `a${r} ${r} 0 0 1 ${step(dx, dy)}` : '');
  return `M${start(-h + r, -h)}l${step(side, 0)}${corner(r, r)}l${step(0, side)}${corner(-r, r)}`
    + `l${step(-side, 0)}${corner(-r, -r)}l${step(0, -side)}${corner(r, -r)}z`;
}

const short = (value) => Math.round(value * 100) / 100;

export const circle = (x, y, r) => `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;

export const tick = (x, y) => `M${x - 2} ${y + .1}l1.5 1.6 2.7-3`;

const cross = (x, y) => `M${x - 2} ${y - 2}l4 4m0-4l-4 4`;

const bar = (x, y) => `M${x - 2.2} ${y}h4.4`;

/** A square on its tip: a companion's seat, where a wheelchair place has a ring. */
export const diamond = (x, y, r) => `M${x} ${y - r}l${r} ${r}l${-r} ${r}l${-r} ${-r}z`;

const dash = (x, y) => `M${x - 2} ${y}h4`;

/** A seat as a square that stands in its row. */
export const seat = (x, y, h, r, turn) => (turn ? turned(x, y, h, r, turn) : square(x, y, h, r));

/**
 * The paths of one section, by layer: 'free-0' … one for each grade, 'held', 'sold', 'later' (not on sale yet), 'blocked', 'accessible', 'companion',
 * 'restricted'. Seats that are kept say what they are for, too. Chosen seats are left out: they are drawn on top of all sections.
 */
export function sectionPaths(plan, section, letters, chosen) {
  const paths = { held: '', sold: '', later: '', blocked: '', accessible: '', companion: '', restricted: '' };
  plan.grades.forEach((_, k) => { paths['free-' + k] = ''; });
  for (const i of plan.sections[section].seats) {
    if (chosen.has(i)) continue;
    const { x, y, grade, accessible, companion, view, turn } = plan.seats[i];
    const rounded = (r) => (plan.merged ? 0 : r);
    if (letters[i] === 'a') {
      paths['free-' + grade] += seat(x, y, 4, rounded(1.8), turn);
      if (view) paths.restricted += bar(x, y);
      if (accessible) paths.accessible += circle(x, y, 2);
      if (companion) paths.companion += diamond(x, y, 2.4);
    } else if (letters[i] === 'h') paths.held += seat(x, y, 3.4, rounded(1.4), turn);
    else if (letters[i] === 's') paths.sold += cross(x, y);
    else if (letters[i] === 'n') paths.later += seat(x, y, 3, rounded(1.2), turn);
    else if (accessible) paths.blocked += circle(x, y, 2.6);
    else paths.blocked += companion ? diamond(x, y, 3) : dash(x, y);
  }
  return paths;
}
