/* A picture beneath the plan to trace. It stays in the browser: it is decoded here and drawn on a canvas. */

const LARGEST = 2000; // pixels of the canvas

export class Tracing {

  /**
   * @param controls {canvas, file, opacity, width, remove}
   * @param failed is called when the file is no picture
   */
  constructor(controls, viewport, failed) {
    this.controls = controls;
    this.viewport = viewport;
    this.at = null;
    controls.file.addEventListener('change', () => this.open().catch(failed));
    controls.opacity.addEventListener('input', () => { controls.canvas.style.opacity = controls.opacity.value / 100; });
    controls.width.addEventListener('change', () => this.widen(Number(controls.width.value)));
    controls.remove.addEventListener('click', () => { this.at = null; this.place(); });
  }

  /* As wide as what is seen of the plane now. */
  async open() {
    const { canvas, file, width } = this.controls;
    const [chosen] = file.files;
    file.value = '';
    if (!chosen) return;
    const picture = await createImageBitmap(chosen);
    const scale = Math.min(1, LARGEST / Math.max(picture.width, picture.height));
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const { x, y, w } = this.viewport.box;
    this.at = { x, y, w };
    width.value = Math.round(w);
    this.place();
  }

  widen(w) {
    if (this.at && w > 0) this.at = { ...this.at, w };
    this.place();
  }

  /** Puts the picture where it is in the plane; after each change of the part that is drawn. */
  place() {
    const { canvas } = this.controls;
    canvas.hidden = !this.at;
    if (!this.at) return;
    const { k, x, y } = this.viewport.fit();
    const { box } = this.viewport;
    canvas.style.left = (this.at.x - box.x) * k + x + 'px';
    canvas.style.top = (this.at.y - box.y) * k + y + 'px';
    canvas.style.width = this.at.w * k + 'px';
  }
}
