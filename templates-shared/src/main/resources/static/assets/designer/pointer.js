/* Mouse, touch and keyboard on the drawing: choose, lasso, move, zoom. */
import { objectUnder, rowKeys, seatsInside, seatUnder, sectionUnder } from './finding.js';
import { keyOf, NOTHING, ofObject, ofSeats, ofSections } from './selection.js';

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const STILL = 4; // pixels that a press may move and still be a click

/**
 * @param board the element around the sheet
 * @param actions {mode, step, move, remove, turn, undo, redo}: what the page does
 */
export function followPointer({ board, store, drawing, viewport, actions }) {
  let press = null;
  const pointOf = (e) => {
    const box = board.getBoundingClientRect();
    return { x: e.clientX - box.left - board.clientLeft, y: e.clientY - box.top - board.clientTop };
  };

  board.addEventListener('pointerdown', (e) => {
    if (e.button > 1) return;
    const point = pointOf(e);
    const at = viewport.toPlan(point);
    board.setPointerCapture(e.pointerId);
    press = { point, at, last: point, moved: false, add: e.shiftKey, action: actionOf(e, at) };
  });

  /* What a press that moves does: everything that is chosen already moves along. */
  function actionOf(e, at) {
    if (e.button === 1 || e.altKey || actions.mode() === 'pan') return 'pan';
    const { plan, selection } = store;
    if (actions.mode() === 'seats') {
      const seat = seatUnder(plan, at);
      return seat && selection.kind === 'seats' && selection.keys.has(keyOf(seat.s, seat.r, seat.k)) ? 'move' : 'lasso';
    }
    const s = sectionUnder(plan, at);
    const object = s < 0 ? objectUnder(plan, at) : null;
    if (s < 0 && !object) return 'pan';
    if (object) store.select(ofObject(object.of, object.index));
    else if (!(selection.kind === 'sections' && selection.list.includes(s))) choose(s, e.shiftKey);
    return 'move';
  }

  function choose(s, add) {
    const before = add && store.selection.kind === 'sections' ? store.selection.list : [];
    store.select(ofSections([...before, s]));
  }

  board.addEventListener('pointermove', (e) => {
    if (!press) return;
    const point = pointOf(e);
    if (!press.moved && Math.hypot(point.x - press.point.x, point.y - press.point.y) < STILL) return;
    if (!press.moved) begin();
    if (press.action === 'pan') viewport.pan(point.x - press.last.x, point.y - press.last.y);
    else if (press.action === 'lasso') drawing.lasso((press.path = [...press.path, viewport.toPlan(point)]));
    else drag(point);
    press.last = point;
  });

  function begin() {
    press.moved = true;
    press.path = [press.at];
    if (press.action === 'move') drawing.startMove(store.selection);
  }

  function drag(point) {
    const at = viewport.toPlan(point);
    press.by = [actions.snapped(at.x - press.at.x), actions.snapped(at.y - press.at.y)];
    const { k } = viewport.fit();
    drawing.moveBy(press.by[0] * k, press.by[1] * k);
  }

  board.addEventListener('pointerup', () => {
    const done = press;
    press = null;
    if (!done) return;
    if (!done.moved) click(done);
    else if (done.action === 'move') {
      drawing.endMove();
      actions.move(...(done.by || [0, 0]));
    } else if (done.action === 'lasso') {
      drawing.lasso([]);
      const keys = seatsInside(store.plan, done.path);
      const before = done.add && store.selection.kind === 'seats' ? store.selection.keys : [];
      store.select(ofSeats(new Set([...before, ...keys])));
    }
  });

  board.addEventListener('pointercancel', () => {
    press = null;
    drawing.lasso([]);
    drawing.endMove();
    store.select(store.selection);
  });

  function click({ at, add }) {
    if (actions.mode() !== 'seats') {
      if (sectionUnder(store.plan, at) < 0 && !objectUnder(store.plan, at)) store.select(NOTHING);
      return;
    }
    const seat = seatUnder(store.plan, at);
    if (!seat) return void store.select(NOTHING);
    const key = keyOf(seat.s, seat.r, seat.k);
    const keys = new Set(add && store.selection.kind === 'seats' ? store.selection.keys : []);
    if (!keys.delete(key)) keys.add(key);
    store.select(ofSeats(keys));
  }

  board.addEventListener('dblclick', (e) => {
    const seat = seatUnder(store.plan, viewport.toPlan(pointOf(e)));
    if (seat && actions.mode() === 'seats') store.select(ofSeats(rowKeys(store.plan, seat.s, seat.r)));
  });

  board.addEventListener('wheel', (e) => {
    e.preventDefault();
    viewport.zoom(e.deltaY < 0 ? 1.2 : 1 / 1.2, pointOf(e));
  }, { passive: false });

  board.addEventListener('keydown', (e) => {
    if (e.target === board && pressed(e)) e.preventDefault();
  });

  function pressed(e) {
    const command = e.ctrlKey || e.metaKey;
    const key = e.key.toLowerCase();
    if (command && key === 'z') return e.shiftKey ? actions.redo() : actions.undo(), true;
    if (command && key === 'y') return actions.redo(), true;
    if (command) return false;
    if (ARROWS[e.key]) return actions.move(...ARROWS[e.key].map((d) => d * (e.shiftKey ? 10 : 1) * actions.step())), true;
    if (key === 'n') return nextSection(e.shiftKey ? -1 : 1), true;
    if (key === 'delete' || key === 'backspace') return actions.remove(), true;
    if (key === '[' || key === ']') return actions.turn(key === ']' ? 5 : -5), true;
    if (key === '+' || key === '=') return viewport.zoom(1.5), true;
    if (key === '-') return viewport.zoom(1 / 1.5), true;
    if (key === '0') return viewport.zoom(0), true;
    return false;
  }

  function nextSection(step) {
    const count = store.plan.sections.length;
    if (!count) return;
    const now = store.selection.kind === 'sections' ? store.selection.list[0] : -1;
    store.select(ofSections([(now + step + count) % count]));
  }
}
