/* Seats came back: the title says so and the fan is called, whether or not the fan has a place in the line. */
(function () {
  'use strict';
  const told = () => document.querySelector('#wish-state [data-told]');
  let heard = Boolean(told());
  document.addEventListener('htmx:afterSettle', () => {
    if (heard || !told()) return;
    heard = true;
    document.title = told().textContent;
    window.podo.call(told().textContent);
  });
})();
