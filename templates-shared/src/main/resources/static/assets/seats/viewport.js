/** What part of the plan is seen: zoom and pan as a CSS transform. No DOM: the size comes from a function, the result goes to one. */
import { CELL } from './plan.js';

const OPENED = 24; // pixels between two seats that are looked at
const EDGE = 20; // pixels; a seat nearer to the edge is brought to the middle

export class Viewport {

  /**
   * @param size answers {w, h} of the window in pixels
   * @param moved is called with the CSS transform
   */
  constructor(size, moved) {
    this.size = size;
    this.moved = moved;
    this.box = null;
    this.scale = 1;
    this.tx = 0;
    this.ty = 0;
  }

  show(box) {
    this.box = box;
    this.place();
  }

  /** Pixels per plan unit at scale 1, and where the plan begins in the window. */
  fit() {
    const { w, h } = this.size();
    const k = Math.min(w / this.box.w, h / this.box.h);
    return { k, x: (w - this.box.w * k) / 2, y: (h - this.box.h * k) / 2 };
  }

  /** The largest scale: a seat of the widest hall is as large as a finger. */
  nearest() {
    return Math.max(16, 4 / this.fit().k);
  }

  /** Pixels between two seats of a row. */
  pitch() {
    return CELL * this.fit().k * this.scale;
  }

  toPlan({ x, y }) {
    const f = this.fit();
    return {
      x: ((x - this.tx) / this.scale - f.x) / f.k + this.box.x,
      y: ((y - this.ty) / this.scale - f.y) / f.k + this.box.y,
    };
  }

  toWindow({ x, y }) {
    const f = this.fit();
    return {
      x: ((x - this.box.x) * f.k + f.x) * this.scale + this.tx,
      y: ((y - this.box.y) * f.k + f.y) * this.scale + this.ty,
    };
  }

  /** Zooms by the factor and keeps the point (of the window) where it is; factor 0 shows the whole plan. */
  zoom(factor, point = this.middle()) {
    const next = Math.min(this.nearest(), Math.max(1, this.scale * factor));
    if (factor === 0 || next === 1) {
      this.scale = 1;
      this.tx = 0;
      this.ty = 0;
    } else {
      this.tx = point.x - (point.x - this.tx) * (next / this.scale);
      this.ty = point.y - (point.y - this.ty) * (next / this.scale);
      this.scale = next;
    }
    this.place();
  }

  pan(dx, dy) {
    this.tx += dx;
    this.ty += dy;
    this.place();
  }

  /** Brings the points' middle to the middle, near enough to tell seats apart. */
  lookAt(points) {
    const mean = (of) => points.reduce((sum, point) => sum + of(point), 0) / points.length;
    this.scale = Math.max(this.scale, Math.min(this.nearest(), OPENED / (CELL * this.fit().k)), 1);
    this.centre({ x: mean((p) => p.x), y: mean((p) => p.y) });
  }

  /** As near as the section fits into the window. */
  open(section) {
    const { k } = this.fit();
    const { w, h } = this.size();
    const wide = (section.x1 - section.x0 + 40) * k;
    const high = (section.y1 - section.y0 + 40) * k;
    this.scale = Math.max(1, Math.min(this.nearest(), w / wide, h / high));
    this.centre({ x: (section.x0 + section.x1) / 2, y: (section.y0 + section.y1) / 2 });
  }

  isAtEdge(point) {
    const { x, y } = this.toWindow(point);
    const { w, h } = this.size();
    return x < EDGE || y < EDGE || x > w - EDGE || y > h - EDGE;
  }

  centre(point) {
    const middle = this.middle();
    const at = this.toWindow(point);
    this.pan(middle.x - at.x, middle.y - at.y);
  }

  middle() {
    const { w, h } = this.size();
    return { x: w / 2, y: h / 2 };
  }

  /* The plan may leave the window by half of it and no further. */
  place() {
    const { w, h } = this.size();
    this.tx = Math.min(w * 0.5, Math.max(w * 0.5 - w * this.scale, this.tx));
    this.ty = Math.min(h * 0.5, Math.max(h * 0.5 - h * this.scale, this.ty));
    this.moved(`translate(${this.tx}px,${this.ty}px) scale(${this.scale})`);
  }
}
