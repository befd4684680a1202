/* Reads QR codes from the camera: by the browser's BarcodeDetector where there is one, else by our reader in a worker: the page stays quick. */

const SIZE = 480; // pixels of the square that our reader searches: enough for a ticket that fills half of the picture
const PAUSE = 80; // ms between two pictures
const TURN = Math.PI / 4; // of every second picture: our reader reads codes that are turned by up to 25 degrees, and a code looks the same to it after 90

export class Camera {
  /** @param found called with a code and the time (performance.now()) at which its picture was taken */
  constructor(video, workerUrl, found) {
    this.video = video;
    this.workerUrl = workerUrl;
    this.found = found;
    this.stream = null;
    this.timer = 0;
  }

  get isOn() {
    return this.stream !== null;
  }

  /** Throws what getUserMedia() throws, and a TypeError where pages may not ask for a camera. */
  async start() {
    this.stream = await navigator.mediaDevices.getUserMedia({ audio: false, video: { facingMode: 'environment', width: 1280, height: 720 } });
    this.read = this.read || await this.reader();
    this.video.srcObject = this.stream;
    await this.video.play();
    this.look();
  }

  stop() {
    clearTimeout(this.timer);
    if (this.stream) this.stream.getTracks().forEach((track) => track.stop());
    this.stream = null;
    this.video.srcObject = null;
  }

  get hasTorch() {
    const [track] = this.stream ? this.stream.getVideoTracks() : [];
    return Boolean(track && track.getCapabilities && track.getCapabilities().torch);
  }

  light(on) {
    return this.stream.getVideoTracks()[0].applyConstraints({ advanced: [{ torch: on }] });
  }

  async look() {
    if (!this.isOn) return;
    const taken = performance.now();
    const code = this.video.readyState >= 2 && document.visibilityState === 'visible' ? await this.read(this.video).catch(() => null) : null;
    if (code && this.isOn) this.found(code, taken);
    this.timer = setTimeout(() => this.look(), PAUSE);
  }

  async reader() {
    const formats = typeof BarcodeDetector === 'undefined' ? [] : await BarcodeDetector.getSupportedFormats().catch(() => []);
    if (!formats.includes('qr_code')) return this.workerReader();
    const detector = new BarcodeDetector({ formats: ['qr_code'] });
    return async (video) => ((await detector.detect(video))[0] || { rawValue: null }).rawValue;
  }

  workerReader() {
    const worker = new Worker(this.workerUrl, { type: 'module' });
    const canvas = document.createElement('canvas');
    canvas.width = SIZE;
    canvas.height = SIZE;
    const pen = canvas.getContext('2d', { willReadFrequently: true });
    pen.translate(SIZE / 2, SIZE / 2);
    let turned = true;
    return (video) => new Promise((resolve, reject) => {
      turned = !turned;
      const side = Math.min(video.videoWidth, video.videoHeight);
      pen.save();
      pen.fillRect(-SIZE / 2, -SIZE / 2, SIZE, SIZE);
      if (turned) pen.rotate(TURN);
      pen.drawImage(video, (video.videoWidth - side) / 2, (video.videoHeight - side) / 2, side, side, -SIZE / 2, -SIZE / 2, SIZE, SIZE);
      pen.restore();
      const { data } = pen.getImageData(0, 0, SIZE, SIZE);
      worker.onmessage = (e) => resolve(e.data);
      worker.onerror = reject;
      worker.postMessage({ pixels: data.buffer, size: SIZE }, [data.buffer]);
    });
  }
}
