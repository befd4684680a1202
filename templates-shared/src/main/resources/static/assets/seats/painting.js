/* Paints the hall as SVG: one path per section and state, so that a change repaints a few paths and no seat by itself. */
import { frontOf, startOf } from './labels.js';
import { outline } from './scenery.js';
import { circle, sectionPaths, square, tick } from './shapes.js';

const NAMESPACE = 'http://www.w3.org/2000/svg';
const COLOURS = 5; // classes m-0 to m-4 of the stylesheet

function element(name, attributes) {
  const created = document.createElementNS(NAMESPACE, name);
  for (const key in attributes) created.setAttribute(key, attributes[key]);
  return created;
}

export class Painting {

  constructor(map, choice, stageName) {
    this.map = map;
    this.choice = choice;
    this.stageName = stageName;
    this.svg = null;
    this.frame = 0;
    this.labelled = new Set();
  }

  /** Draws the plan anew, in the place of the one before. */
  draw() {
    const { plan } = this.choice;
    const { box } = plan;
    this.svg?.remove();
    this.svg = element('svg', {
      viewBox: `${box.x} ${box.y} ${box.w} ${box.h}`, preserveAspectRatio: 'xMidYMid meet', 'aria-hidden': 'true',
    });
    this.labelSize = Math.min(16, Math.max(6.5, box.w / 60));
    this.labelled.clear();
    this.scenery();
    this.layers = plan.sections.map((section, s) => this.drawSection(plan, section, s));
    if (!plan.merged) for (const row of plan.rows.values()) this.labelRow(row);
    this.top = {};
    for (const layer of ['mine', 'tick', 'best', 'lost', 'cursor']) {
      this.top[layer] = this.svg.appendChild(element('path', { class: 'm-' + layer }));
    }
    this.map.prepend(this.svg);
    this.map.style.setProperty('--plan', box.h / box.w);
    this.paint();
  }

  /* What is drawn and nobody buys. A plan that draws no stage has it in the middle of its front. */
  scenery() {
    const { shapes, box } = this.choice.plan;
    if (!shapes.some((shape) => shape.kind === 'STAGE')) this.drawStage(box);
    for (const shape of shapes) {
      const { d, transform, x, y } = outline(shape);
      if (shape.kind !== 'LABEL') this.svg.append(element('path', { class: 'm-' + shape.kind.toLowerCase(), d, ...transform }));
      const text = shape.text || (shape.kind === 'STAGE' ? this.stageName : '');
      if (text) this.label('m-label', x, y + this.labelSize / 3, text);
    }
  }

  drawStage(box) {
    const middle = box.x + box.w / 2;
    const width = Math.min(box.w * 0.42, 260);
    this.svg.append(element('path', {
      class: 'm-stage', d: `M${middle - width / 2} ${box.y + 4}h${width}l-9 17h${-(width - 18)}z`,
    }));
    this.label('m-label', middle, box.y + 12.5 + this.labelSize / 3, this.stageName);
  }

  drawSection(plan, section, s) {
    const group = element('g', {});
    const paths = {};
    const add = (layer, attributes) => { paths[layer] = group.appendChild(element('path', attributes)); };
    plan.grades.forEach((_, k) => add('free-' + k, { class: 'm-free m-' + k % COLOURS, 'data-grade': k }));
    add('held', { class: 'm-held' });
    add('sold', { class: 'm-sold' });
    add('later', { class: 'm-later' });
    add('blocked', { class: 'm-blocked' });
    add('accessible', { class: 'm-acc' });
    add('companion', { class: 'm-acc' });
    add('restricted', { class: 'm-acc' });
    this.svg.append(group);
    if (plan.sections.length > 1 && section.seats.length) {
      const { x, y } = frontOf(plan, section, plan.sectionNames[s], this.labelSize);
      this.label('m-label', x, y, plan.sectionNames[s]);
    }
    return paths;
  }

  label(kind, x, y, text) {
    const label = this.svg.appendChild(element('text', { class: kind, x, y }));
    if (kind === 'm-label') label.style.fontSize = this.labelSize + 'px';
    label.textContent = text;
  }

  labelRow(row) {
    const { x, y, anchor } = startOf(this.choice.plan, row);
    this.label(anchor ? 'm-row m-' + anchor : 'm-row', x, y, this.choice.plan.seats[row[0]].row);
  }

  /** Names the rows of a section; in a merged plan they have no names until the section is opened. */
  labelRowsOf(section) {
    const { plan } = this.choice;
    if (!plan.merged || this.labelled.has(section)) return;
    this.labelled.add(section);
    for (const row of plan.rows.values()) if (plan.seats[row[0]].section === section) this.labelRow(row);
  }

  /** Paints what changed, once per frame. */
  repaint() {
    if (!this.frame) this.frame = requestAnimationFrame(() => { this.frame = 0; this.paint(); });
  }

  paint() {
    const { plan, letters, seats, cursor } = this.choice;
    const chosen = new Set(seats);
    for (const s of this.choice.takeChanges()) {
      const paths = sectionPaths(plan, s, letters, chosen);
      for (const layer in paths) this.layers[s][layer].setAttribute('d', paths[layer]);
    }
    this.mark('mine', seats, (x, y) => circle(x, y, 4.6));
    this.mark('tick', seats, tick);
    this.mark('cursor', cursor < 0 ? [] : [cursor], (x, y) => square(x, y, 6, this.rounded(2.4)));
  }

  /** Rings around the seats that are offered in the place of lost ones; an empty list removes them. */
  showBest(list) {
    this.mark('best', list, (x, y) => square(x, y, 5.6, this.rounded(2)));
  }

  /** Rings around lost seats, for 6 s. */
  flashLost(list) {
    const { lost } = this.top;
    this.mark('lost', list, (x, y) => square(x, y, 5.6, this.rounded(2)));
    setTimeout(() => lost.setAttribute('d', ''), 6000);
  }

  /** Fades the free seats of the grades that are switched off. */
  fade(grades) {
    this.svg.querySelectorAll('[data-grade]').forEach((path) => path.classList.toggle('m-off', grades.has(path.dataset.grade)));
  }

  rounded(r) {
    return this.choice.plan.merged ? 0 : r;
  }

  mark(layer, list, shape) {
    const { seats } = this.choice.plan;
    this.top[layer].setAttribute('d', list.map((i) => shape(seats[i].x, seats[i].y)).join(''));
  }
}
