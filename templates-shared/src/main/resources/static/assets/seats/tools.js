/* The tools above the map: best seats for a number of people, and grades that can be switched off. */
import { proposal } from './best.js';

const byId = (id) => document.getElementById(id);

/** Calls back with what the server proposes. The page is not left for it: that would lose the choice. */
export function followBest(address, onFound, onFailed) {
  const wide = matchMedia('(min-width: 56.26em)');
  const unfold = () => { byId('filters').open = wide.matches; };
  wide.addEventListener('change', unfold);
  unfold();
  byId('best').addEventListener('submit', async (e) => {
    e.preventDefault();
    try {
      onFound(await proposal(address, byId('best-count').value, byId('best-grade').value, byId('best-price').value));
    } catch (error) {
      onFailed();
    }
  });
}

/** Calls back with the set of grade indexes (as text) that are switched off. */
export function followGrades(onChange) {
  const switchedOff = new Set();
  byId('grades').addEventListener('change', (e) => {
    const { grade } = e.target.dataset;
    if (e.target.checked) switchedOff.delete(grade); else switchedOff.add(grade);
    onChange(switchedOff);
  });
}
