/** Small plans for the tests. */

export const row = (name, ...xs) => ({ name, seats: xs.map((x, k) => ({ number: k + 1, x, y: 0 })) });

export const section = (name, rows, place = {}) => ({ name, x: 0, y: 0, rotation: 0, curve: 0, ...place, rows });

export const planOf = (...sections) => ({ sections, areas: [], shapes: [] });

/** Two sections of one row of three seats, 100 units apart. */
export const twoSections = () => planOf(section('Left', [row('A', -10, 0, 10)]), section('Right', [row('A', -10, 0, 10)], { x: 100 }));
