/* Pointer, wheel, zoom buttons and keyboard of the map. Points are pixels from the map's upper left corner. */

const STILL = 6; // pixels that a pointer may move in a click
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/**
 * @param isReady whether there is a plan
 * @param actions hover(point), press(point, isTouch), move([dx, dy]), chooseAtCursor(), openList()
 */
export function listenTo(map, viewport, isReady, actions) {
  const pointers = new Map();
  let moved = 0;
  let apart = 0;

  const pointOf = (e) => {
    const bounds = map.getBoundingClientRect();
    return { x: e.clientX - bounds.left, y: e.clientY - bounds.top };
  };

  map.addEventListener('pointerdown', (e) => {
    if (!isReady()) return;
    pointers.set(e.pointerId, pointOf(e));
    moved = pointers.size > 1 ? 99 : 0;
    apart = 0;
  });

  map.addEventListener('pointermove', (e) => {
    if (!isReady()) return;
    const point = pointOf(e);
    const last = pointers.get(e.pointerId);
    if (last) drag(e.pointerId, last, point);
    else if (e.pointerType === 'mouse') actions.hover(point);
  });

  function drag(id, last, point) {
    moved += Math.abs(point.x - last.x) + Math.abs(point.y - last.y);
    if (moved > STILL && !map.hasPointerCapture(id)) map.setPointerCapture(id);
    pointers.set(id, point);
    if (pointers.size === 2) pinch(...pointers.values());
    else if (moved > STILL) {
      map.classList.add('drag');
      viewport.pan(point.x - last.x, point.y - last.y);
    }
  }

  function pinch(a, b) {
    const distance = Math.hypot(a.x - b.x, a.y - b.y);
    if (apart) viewport.zoom(distance / apart, { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
    apart = distance;
  }

  function released(e) {
    const point = pointers.get(e.pointerId);
    pointers.delete(e.pointerId);
    map.classList.remove('drag');
    if (point && moved <= STILL && e.type !== 'pointercancel') actions.press(point, e.pointerType === 'touch');
  }
  map.addEventListener('pointerup', released);
  map.addEventListener('pointercancel', released);

  map.addEventListener('wheel', (e) => {
    if (!isReady() || (!e.ctrlKey && viewport.scale === 1)) return;
    e.preventDefault();
    if (e.ctrlKey) viewport.zoom(e.deltaY < 0 ? 1.2 : 1 / 1.2, pointOf(e));
    else viewport.pan(-e.deltaX, -e.deltaY);
  }, { passive: false });

  document.querySelector('.zoom').addEventListener('click', (e) => {
    const button = e.target.closest('button');
    if (button && isReady()) viewport.zoom(Number(button.dataset.zoom));
  });

  map.addEventListener('keydown', (e) => {
    if (!isReady() || e.target !== map || e.ctrlKey || e.metaKey || e.altKey) return;
    if (pressed(e.key)) e.preventDefault();
  });

  function pressed(key) {
    if (ARROWS[key]) actions.move(ARROWS[key]);
    else if (key === ' ' || key === 'Enter') actions.chooseAtCursor();
    else if (key === '+' || key === '=') viewport.zoom(1.5);
    else if (key === '-') viewport.zoom(1 / 1.5);
    else if (key === '0') viewport.zoom(0);
    else if (key.toLowerCase() === 'l') actions.openList();
    else return false;
    return true;
  }

  window.addEventListener('resize', () => { if (isReady()) viewport.place(); });
}
