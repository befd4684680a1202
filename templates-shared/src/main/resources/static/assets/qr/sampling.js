/* From three corner squares to the modules of a QR code. Nothing here needs a browser. */

const MOST_CORNERS = 8;
const LONGEST = 97; // modules: version 20

/** Three corners in the order top left, top right, bottom left; every likely choice, the likeliest first. */
export function trios(corners) {
  const found = [];
  const some = corners.slice(0, MOST_CORNERS);
  for (let i = 0; i < some.length; i++) {
    for (let j = i + 1; j < some.length; j++) {
      for (let k = j + 1; k < some.length; k++) found.push(orderOf([some[i], some[j], some[k]]));
    }
  }
  return found.filter(Boolean).sort((a, b) => a.doubt - b.doubt);
}

function orderOf(three) {
  const away = (a, b) => Math.hypot(a.x - b.x, a.y - b.y);
  const sides = [[1, 2, 0], [0, 2, 1], [0, 1, 2]].map(([a, b, corner]) => ({ length: away(three[a], three[b]), corner }))
    .sort((a, b) => b.length - a.length);
  const top = three[sides[0].corner];
  let [right, below] = three.filter((one) => one !== top);
  if ((right.x - top.x) * (below.y - top.y) - (right.y - top.y) * (below.x - top.x) < 0) [right, below] = [below, right];
  const modules = [top, right, below].map((one) => one.module);
  const legs = [away(top, right), away(top, below)];
  const doubt = Math.abs(legs[0] - legs[1]) / Math.max(...legs) + Math.abs(sides[0].length / Math.hypot(...legs) - 1)
    + (Math.max(...modules) - Math.min(...modules)) / Math.max(...modules);
  return doubt > 1.2 ? null : { top, right, below, doubt };
}

/** Modules on a side; 0 when there can't be such a code. */
export function dimensionOf({ top, right, below }) {
  const module = (top.module + right.module + below.module) / 3;
  const legs = (Math.hypot(right.x - top.x, right.y - top.y) + Math.hypot(below.x - top.x, below.y - top.y)) / 2;
  const version = Math.round((legs / module + 7 - 17) / 4);
  const dimension = 17 + 4 * version;
  return version < 1 || dimension > LONGEST ? 0 : dimension;
}

/** Bits of the code, row by row, read through the plane of its four corners. */
export function sample(dark, size, { top, right, below }, dimension) {
  const far = dimension - 7; // modules between the middles of two corner squares
  const affine = (u, v) => ({
    x: top.x + ((right.x - top.x) * u + (below.x - top.x) * v) / far,
    y: top.y + ((right.y - top.y) * u + (below.y - top.y) * v) / far,
  });
  const fourth = dimension < 25 ? null : alignment(dark, size, affine(far - 3, far - 3), (top.module + right.module + below.module) / 3);
  const map = fourth ? projection(top, right, below, fourth, far, far - 3) : affine;
  const bits = new Uint8Array(dimension * dimension);
  for (let row = 0; row < dimension; row++) {
    for (let column = 0; column < dimension; column++) {
      const { x, y } = map(column - 3, row - 3);
      const px = Math.round(x);
      const py = Math.round(y);
      if (px < 0 || py < 0 || px >= size || py >= size) return null;
      bits[row * dimension + column] = dark[py * size + px];
    }
  }
  return bits;
}

/** The middle of the small square near the fourth corner: dark, light around it, dark around that; null when none is near. */
function alignment(dark, size, guess, module) {
  let best = null;
  let least = 4; // of 24 points that may be wrong
  const reach = Math.ceil(module * 4);
  for (let dy = -reach; dy <= reach; dy++) {
    for (let dx = -reach; dx <= reach; dx++) {
      const wrong = wrongAt(dark, size, guess.x + dx, guess.y + dy, module) + Math.hypot(dx, dy) / reach / 2;
      if (wrong < least) [best, least] = [{ x: guess.x + dx, y: guess.y + dy }, wrong];
    }
  }
  return best;
}

function wrongAt(dark, size, x, y, module) {
  let wrong = 0;
  for (let v = -2; v <= 2; v++) {
    for (let u = -2; u <= 2; u++) {
      const px = Math.round(x + u * module);
      const py = Math.round(y + v * module);
      const expected = Math.max(Math.abs(u), Math.abs(v)) === 1 ? 0 : 1;
      if (px < 0 || py < 0 || px >= size || py >= size || dark[py * size + px] !== expected) wrong++;
    }
  }
  return wrong;
}

/** Maps modules, counted from the middle of the top left square, to pixels, by four pairs of points. */
function projection(top, right, below, fourth, far, near) {
  const from = [[0, 0], [far, 0], [0, far], [near, near]];
  const rows = [];
  [top, right, below, fourth].forEach(({ x, y }, i) => {
    const [u, v] = from[i];
    rows.push([u, v, 1, 0, 0, 0, -u * x, -v * x, x], [0, 0, 0, u, v, 1, -u * y, -v * y, y]);
  });
  const h = solve(rows);
  return (u, v) => {
    const w = h[6] * u + h[7] * v + 1;
    return { x: (h[0] * u + h[1] * v + h[2]) / w, y: (h[3] * u + h[4] * v + h[5]) / w };
  };
}

/** Gauss with pivots; the last column is the right side. */
function solve(rows) {
  const n = rows.length;
  for (let i = 0; i < n; i++) {
    let pivot = i;
    for (let j = i + 1; j < n; j++) if (Math.abs(rows[j][i]) > Math.abs(rows[pivot][i])) pivot = j;
    [rows[i], rows[pivot]] = [rows[pivot], rows[i]];
    for (let j = 0; j < n; j++) {
      const factor = j === i ? 0 : rows[j][i] / rows[i][i];
      if (factor !== 0) for (let k = i; k <= n; k++) rows[j][k] -= factor * rows[i][k];
    }
  }
  return rows.map((row, i) => row[n] / row[i]);
}
