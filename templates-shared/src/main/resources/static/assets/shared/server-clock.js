/* The server wrote its time into the page; the browser received it at responseStart. */
const navigation = performance.getEntriesByType('navigation')[0];
const skew = Number(document.body.dataset.now) - (performance.timeOrigin + (navigation ? navigation.responseStart : 0));

/** Milliseconds of the server's clock. */
export const now = () => Date.now() + (Number.isFinite(skew) ? skew : 0);
