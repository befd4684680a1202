/* Draws the plan as SVG: a group for each section with one path per grade. What is moved lies in a layer of its own, which the browser moves
   without painting it anew. */
import { outline } from '../seats/scenery.js';
import { circle } from '../seats/shapes.js';
import { boundsOf, placeOf, seatsOf } from './geometry.js';
import { pathsOf } from './paths.js';
import { partsOf } from './selection.js';

const NAMESPACE = 'http://www.w3.org/2000/svg';
const COLOURS = 5; // classes m-0 to m-4 of the stylesheet
const PLAIN_ABOVE = 6000; // seats; a larger plan is drawn with plain squares and without names of rows

export function element(name, attributes, text) {
  const created = document.createElementNS(NAMESPACE, name);
  for (const key in attributes) created.setAttribute(key, attributes[key]);
  if (text !== undefined) created.textContent = text;
  return created;
}

export class Drawing {

  constructor(sheet, stageName) {
    this.stageName = stageName;
    this.base = sheet.appendChild(element('svg', { 'aria-hidden': 'true' }));
    this.layer = sheet.appendChild(element('svg', { 'aria-hidden': 'true', class: 'moving' }));
    this.groups = [];
    this.marks = element('path', { class: 'd-marks' });
    this.lassoPath = element('path', { class: 'd-lasso' });
    this.scenery = element('g', {});
    this.blocks = element('g', {});
    this.moving = [];
    this.box = null;
  }

  /** The part of the plane that is drawn: all of the plan, and room to put more. */
  frame(plan) {
    const bounds = boundsOf(plan) || { x0: -150, x1: 150, y0: -100, y1: 100 };
    const room = Math.max(60, (bounds.x1 - bounds.x0) * 0.12);
    this.box = { x: bounds.x0 - room, y: bounds.y0 - room, w: bounds.x1 - bounds.x0 + 2 * room, h: bounds.y1 - bounds.y0 + 2 * room };
    for (const svg of [this.base, this.layer]) svg.setAttribute('viewBox', `${this.box.x} ${this.box.y} ${this.box.w} ${this.box.h}`);
    this.labelSize = Math.min(16, Math.max(6.5, this.box.w / 60));
    return this.box;
  }

  /** Paints what differs from the time before. */
  show({ plan, selection, grades, seats }) {
    const plain = seats > PLAIN_ABOVE;
    const look = grades.join('\n') + plain + this.labelSize;
    this.groups = plan.sections.map((section, s) => {
      const before = this.groups[s];
      if (before?.section === section && before.look === look) return before;
      before?.group.remove();
      return { section, look, group: this.drawSection(section, grades, plain) };
    });
    this.drawScenery(plan, selection);
    this.place();
    const chosen = new Set(selection.kind === 'sections' ? selection.list : []);
    this.groups.forEach(({ group }, s) => group.classList.toggle('chosen', chosen.has(s)));
    this.marks.setAttribute('d', selection.kind === 'seats' ? marksOf(plan, selection.keys) : '');
  }

  /* Only what differs is put in: the browser lays out anew what is put in. */
  place() {
    if (this.moving.length) return;
    const { children } = this.blocks;
    this.groups.forEach(({ group }, s) => { if (children[s] !== group) this.blocks.insertBefore(group, children[s] || null); });
    while (children.length > this.groups.length) this.blocks.lastChild.remove();
    if (!this.blocks.isConnected || this.marks.parentNode !== this.base) this.base.replaceChildren(this.scenery, this.blocks, this.marks, this.lassoPath);
  }

  drawSection(section, grades, plain) {
    const group = element('g', { class: 'd-section' });
    const paths = pathsOf(section, plain);
    for (const [grade, d] of paths.grades) {
      const colour = grades.indexOf(grade);
      group.append(element('path', { class: colour < 0 ? 'd-plain' : 'm-free m-' + (colour % COLOURS), d }));
    }
    for (const layer of ['accessible', 'restricted', 'companion']) {
      if (paths[layer]) group.append(element('path', { class: layer === 'companion' ? 'd-companion' : 'm-acc', d: paths[layer] }));
    }
    const front = Math.min(...section.rows.map((row) => row.seats[0].y));
    const { x, y } = placeOf({ ...section, curve: 0 }, { x: 0, y: front - 9 });
    group.append(this.label(x, y, section.name));
    if (!plain) section.rows.forEach((row) => group.append(rowLabel(section, row)));
    return group;
  }

  label(x, y, text) {
    const label = element('text', { class: 'm-label', x, y }, text);
    label.style.fontSize = this.labelSize + 'px';
    return label;
  }

  drawScenery(plan, selection) {
    const isChosen = (of, i) => selection.kind === 'object' && selection.of === of && selection.index === i;
    const drawn = [
      ...plan.areas.map((area, i) => this.drawObject({ rotation: 0, round: false, ...area, text: `${area.name} · ${area.capacity}` }, 'd-area',
        isChosen('areas', i))),
      ...plan.shapes.map((shape, i) => this.drawObject({ ...shape, text: shape.text || (shape.kind === 'STAGE' ? this.stageName : '') },
        'm-' + shape.kind.toLowerCase(), isChosen('shapes', i))),
    ];
    this.objects = { areas: drawn.slice(0, plan.areas.length), shapes: drawn.slice(plan.areas.length) };
    this.scenery.replaceChildren(...drawn);
  }

  drawObject(object, style, chosen) {
    const { d, transform, x, y } = outline(object);
    const group = element('g', { class: chosen ? 'd-object chosen' : 'd-object' });
    group.append(element('path', { class: style, d, ...transform }), this.label(x, y + this.labelSize / 3, object.text));
    return group;
  }

  /** Puts what is chosen into the layer that moves. */
  startMove(selection) {
    if (selection.kind === 'sections') this.moving = selection.list.map((s) => this.groups[s].group);
    else if (selection.kind === 'object') this.moving = [this.objects[selection.of][selection.index]];
    else this.moving = [this.marks];
    this.layer.replaceChildren(...this.moving);
  }

  /** @param dx pixels before the sheet is zoomed */
  moveBy(dx, dy) {
    this.layer.style.transform = `translate(${dx}px,${dy}px)`;
  }

  endMove() {
    this.layer.replaceChildren();
    this.layer.style.transform = '';
    this.moving = [];
  }

  lasso(points) {
    this.lassoPath.setAttribute('d', points.length ? 'M' + points.map((p) => p.x + ' ' + p.y).join('L') + 'z' : '');
  }
}

function rowLabel(section, row) {
  const { x, y } = placeOf(section, { x: row.seats[0].x - 8, y: row.seats[0].y });
  return element('text', { class: 'm-row m-mid', x, y: y + 1.7 }, row.name);
}

function marksOf(plan, keys) {
  const chosen = new Map();
  for (const key of keys) {
    const [s] = partsOf(key);
    if (!chosen.has(s)) chosen.set(s, new Set());
    chosen.get(s).add(key);
  }
  let d = '';
  for (const [s, own] of chosen) {
    for (const { r, k, x, y } of seatsOf(plan.sections[s]).seats) if (own.has(`${s}/${r}/${k}`)) d += circle(x, y, 5.4);
  }
  return d;
}
