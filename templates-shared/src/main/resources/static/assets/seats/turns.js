/** How seats are turned: along their row, where a section is turned or strongly curved. No DOM. */

const NEAR = 30; // plan units; seats of a row that are further apart do not say its direction
const LEANING = 0.42; // radians; a row that leans less is drawn upright, as rows before a stage are

/** Sets `turn` (radians, of a square: between -45 and 45 degrees) of the seats of turned sections; others keep 0. */
export function turnSeats(plan) {
  const angles = new Map();
  const turned = new Set();
  for (const row of plan.rows.values()) {
    row.forEach((i, at) => {
      const angle = angleAt(plan.seats, row, at);
      angles.set(i, angle);
      if (Math.abs(angle) > LEANING) turned.add(plan.seats[i].section);
    });
  }
  if (!turned.size) return;
  for (const [i, angle] of angles) {
    if (turned.has(plan.seats[i].section)) plan.seats[i].turn = ofSquare(angle);
  }
}

/** The direction of the row at one of its seats: 0 when it runs to the right. */
export function angleAt(seats, row, at) {
  const here = seats[row[at]];
  const ends = [row[at - 1], row[at + 1]].map((i) => (i === undefined ? here : seats[i]));
  const [from, to] = ends.map((seat) => (Math.hypot(seat.x - here.x, seat.y - here.y) > NEAR ? here : seat));
  return from === to ? 0 : Math.atan2(to.y - from.y, to.x - from.x);
}

const ofSquare = (angle) => {
  const quarter = Math.PI / 2;
  const turn = angle - quarter * Math.round(angle / quarter);
  return Math.abs(turn) < 0.05 ? 0 : turn;
};
