/* A grey picture in black and white, and the three corner squares of a QR code in it. Nothing here needs a browser. */

const BLOCK = 24; // pixels: light differs over the picture, and a block compares with its neighbours
const FLAT = 20; // a block whose greys differ by less is paper

/** Bits (1: dark) of a picture in RGBA. */
export function darkOf(rgba, size) {
  const grey = new Uint8Array(size * size);
  for (let i = 0; i < grey.length; i++) grey[i] = (rgba[4 * i] * 77 + rgba[4 * i + 1] * 151 + rgba[4 * i + 2] * 28) >> 8;
  const blocks = Math.ceil(size / BLOCK);
  const middle = new Float32Array(blocks * blocks);
  for (let by = 0; by < blocks; by++) {
    for (let bx = 0; bx < blocks; bx++) middle[by * blocks + bx] = middleOf(grey, size, bx * BLOCK, by * BLOCK);
  }
  const dark = new Uint8Array(size * size);
  for (let by = 0; by < blocks; by++) {
    for (let bx = 0; bx < blocks; bx++) {
      const limit = around(middle, blocks, bx, by);
      for (let y = by * BLOCK; y < Math.min(size, (by + 1) * BLOCK); y++) {
        for (let x = bx * BLOCK; x < Math.min(size, (bx + 1) * BLOCK); x++) dark[y * size + x] = grey[y * size + x] < limit ? 1 : 0;
      }
    }
  }
  return dark;
}

function middleOf(grey, size, left, top) {
  let least = 255;
  let most = 0;
  let sum = 0;
  let count = 0;
  for (let y = top; y < Math.min(size, top + BLOCK); y++) {
    for (let x = left; x < Math.min(size, left + BLOCK); x++) {
      const value = grey[y * size + x];
      least = Math.min(least, value);
      most = Math.max(most, value);
      sum += value;
      count++;
    }
  }
  return most - least < FLAT ? (sum / count > 96 ? least * 0.7 : most + 1) : (least + most) / 2;
}

function around(middle, blocks, bx, by) {
  let sum = 0;
  let count = 0;
  for (let y = Math.max(0, by - 1); y <= Math.min(blocks - 1, by + 1); y++) {
    for (let x = Math.max(0, bx - 1); x <= Math.min(blocks - 1, bx + 1); x++) {
      sum += middle[y * blocks + x];
      count++;
    }
  }
  return sum / count;
}

/** Lengths of five runs in the ratio 1 : 1 : 3 : 1 : 1; the length of one module, 0 when they are none. */
function moduleOf(runs) {
  const whole = runs[0] + runs[1] + runs[2] + runs[3] + runs[4];
  const module = whole / 7;
  const near = (run, modules) => Math.abs(run - modules * module) <= modules * module * 0.6 + 0.5;
  return whole >= 7 && near(runs[0], 1) && near(runs[1], 1) && near(runs[2], 3) && near(runs[3], 1) && near(runs[4], 1) ? module : 0;
}

/** The runs through a dark point in one direction: the middle of the inner one, and the module; null when it is no corner square. */
function crossOf(dark, size, x, y, dx, dy) {
  const at = (i) => {
    const px = x + dx * i;
    const py = y + dy * i;
    return px < 0 || py < 0 || px >= size || py >= size ? -1 : dark[py * size + px];
  };
  if (at(0) !== 1) return null;
  const ends = [-1, 1].map((way) => {
    const runs = [0, 0, 0];
    let i = 0;
    for (let run = 0; run < 3; run++) {
      while (at(i) === (run + 1) % 2) { runs[run]++; i += way; }
      if (runs[run] === 0) return null;
    }
    return runs;
  });
  if (!ends[0] || !ends[1]) return null;
  const module = moduleOf([ends[0][2], ends[0][1], ends[0][0] + ends[1][0] - 1, ends[1][1], ends[1][2]]);
  return module === 0 ? null : { middle: (ends[1][0] - ends[0][0]) / 2, module };
}

/** Middles of what looks like a corner square: { x, y, module, seen }, those that were seen most first. */
export function cornersOf(dark, size) {
  const found = [];
  for (let y = 0; y < size; y += 2) {
    for (let x = 1, start = 0; x <= size; x++) {
      if (x < size && dark[y * size + x] === dark[y * size + x - 1]) continue;
      if (dark[y * size + x - 1] === 1 && x - start >= 3) look(dark, size, (start + x - 1) >> 1, y, found);
      start = x;
    }
  }
  return found.filter((corner) => corner.seen > 1).sort((a, b) => b.seen - a.seen);
}

function look(dark, size, x, y, found) {
  const across = crossOf(dark, size, x, y, 1, 0);
  if (!across) return;
  const cx = Math.round(x + across.middle);
  const down = crossOf(dark, size, cx, y, 0, 1);
  if (!down || Math.abs(down.module - across.module) > 0.5 * Math.max(down.module, across.module)) return;
  const middle = { x: x + across.middle, y: y + down.middle, module: (across.module + down.module) / 2 };
  const known = found.find((corner) => Math.hypot(corner.x - middle.x, corner.y - middle.y) < 3 * corner.module);
  if (!known) return void found.push({ ...middle, seen: 1 });
  for (const part of ['x', 'y', 'module']) known[part] = (known[part] * known.seen + middle[part]) / (known.seen + 1);
  known.seen++;
}
