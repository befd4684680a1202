/** The outline of stages, entrances and labels. No DOM. */

/** Path data, the attribute that turns it around its middle (if any), and the middle. */
export function outline({ x, y, width, height, rotation, round }) {
  const middle = { x: x + width / 2, y: y + height / 2 };
  const d = round
    ? `M${x} ${middle.y}a${width / 2} ${height / 2} 0 1 0 ${width} 0a${width / 2} ${height / 2} 0 1 0 ${-width} 0z`
    : `M${x} ${y}h${width}v${height}h${-width}z`;
  return { d, transform: rotation ? { transform: `rotate(${rotation} ${middle.x} ${middle.y})` } : {}, ...middle };
}
