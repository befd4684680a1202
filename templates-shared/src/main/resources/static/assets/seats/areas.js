/* Standing areas beside the map: how many places are left, and the choice of how many. Drawn on the map by area-painting.js. */
import { fill, won } from '../shared/format.js';

const grouped = (count) => count.toLocaleString('en-US');
const rows = () => [...document.querySelectorAll('#areas .area')];
const selectOf = (row) => row.querySelector('select');

/** [area id, places] of each area with chosen places. */
export function chosenPlaces() {
  return rows().map((row) => [row.dataset.area, Number(selectOf(row).value)]).filter(([, places]) => places > 0);
}

export class Areas {

  /**
   * @param choice gets the number of places and what they cost
   * @param onChange is called when the fan chooses another number
   */
  constructor(choice, onChange) {
    this.choice = choice;
    this.onChange = onChange;
    this.left = new Map(); // by area id
    document.getElementById('areas')?.addEventListener('change', () => { this.count(); onChange(); });
  }

  /** Takes the plan with what is left in its areas, in the plan's order. Other prices come with another plan. */
  adopt(plan, left) {
    plan.areas.forEach((area, k) => {
      this.left.set(area.id, left[k] ?? 0);
      const row = rows().find((one) => Number(one.dataset.area) === area.id);
      if (row) row.dataset.price = plan.grades[area.grade].price;
    });
    this.count();
  }

  /** @param changes [area id, places left] */
  take(changes) {
    changes.forEach(([id, left]) => this.left.set(id, left));
    if (changes.length) this.show();
  }

  /** Adds the choice up and shows what may still be chosen. */
  count() {
    const { places } = this.choice;
    places.count = 0;
    places.sum = 0;
    for (const row of rows()) {
      places.count += Number(selectOf(row).value);
      places.sum += Number(selectOf(row).value) * Number(row.dataset.price);
    }
    this.show();
  }

  /** What is chosen stays to be chosen, even if it is no longer left: the server answers with what is. */
  show() {
    for (const row of rows()) {
      const left = this.left.get(Number(row.dataset.area)) ?? 0;
      const select = selectOf(row);
      const words = row.querySelector('[data-left]');
      const text = fill(words.dataset.pattern, grouped(left));
      if (words.textContent !== text) words.textContent = text;
      const most = Math.min(left, this.choice.limit - this.choice.count() + Number(select.value));
      for (const option of select.options) option.disabled = Number(option.value) > most && !option.selected;
    }
  }

  /** @param wishes [{areaId, count}] */
  choose(wishes) {
    for (const { areaId, count } of wishes) {
      const select = document.getElementById('places-' + areaId);
      if (select) select.value = String(count);
    }
    this.count();
    this.onChange();
  }

  describe(area, grade, pattern) {
    return fill(pattern, area.name, grouped(this.left.get(area.id) ?? 0), won(grade.price));
  }

  /** Puts the focus on the choice of this area's places. */
  open(area) {
    document.getElementById('places-' + area.id)?.focus();
  }
}

/** The area at this point of the plan; undefined when there is none. */
export function areaAt(plan, { x, y }) {
  return plan.areas.find((area) => x >= area.x && x <= area.x + area.w && y >= area.y && y <= area.y + area.h);
}
