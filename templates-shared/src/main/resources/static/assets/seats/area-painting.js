/* Draws standing areas into the hall's SVG: a block in the colour of the grade with its name and what is left. */

const NAMESPACE = 'http://www.w3.org/2000/svg';
const COLOURS = 5; // classes m-0 to m-4 of the stylesheet

function element(name, attributes, text) {
  const created = document.createElementNS(NAMESPACE, name);
  for (const key in attributes) created.setAttribute(key, attributes[key]);
  if (text) created.textContent = text;
  return created;
}

/** Draws the areas of a painting that was just drawn; `left` is a map from area id to places. */
export function drawAreas({ svg, labelSize, choice: { plan } }, left) {
  for (const area of plan.areas) {
    const group = element('g', { class: 'm-area', 'data-area': area.id });
    const middle = { x: area.x + area.w / 2, y: area.y + area.h / 2 };
    const name = element('text', { class: 'm-label', x: middle.x, y: middle.y - 1 }, area.name);
    const count = element('text', { class: 'm-label m-left', x: middle.x, y: middle.y + labelSize * 1.1 });
    [name, count].forEach((text) => { text.style.fontSize = labelSize + 'px'; });
    group.append(
      element('rect', { class: 'm-free m-' + area.grade % COLOURS, x: area.x, y: area.y, width: area.w, height: area.h, rx: 3,
        'data-grade': area.grade }),
      name, count);
    svg.append(group);
  }
  paintAreas(svg, left);
}

/** Writes what is left; an area without places is drawn as taken. */
export function paintAreas(svg, left) {
  svg?.querySelectorAll('.m-area').forEach((group) => {
    const places = left.get(Number(group.dataset.area)) ?? 0;
    group.classList.toggle('m-full', places === 0);
    group.querySelector('.m-left').textContent = places.toLocaleString('en-US');
  });
}
