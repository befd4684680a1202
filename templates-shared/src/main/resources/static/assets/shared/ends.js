/** Whether nothing is sold any more, for fans inside too; a line that is closed or sold out lets them go on. */
export const isOver = (closedBecause) => closedBecause === 'EVENT_CANCELLED' || closedBecause === 'SALE_OVER';
