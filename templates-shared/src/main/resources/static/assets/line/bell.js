/* Three rising tones. */

const TONES = [880, 1175, 1568]; // hertz
const APART = 0.22; // seconds
let audio = null;

export const isAudioWaiting = () => audio?.state === 'suspended';

/**
 * @param onWaiting is called when the browser wants the page to be touched first
 * @param onReady is called when it plays
 */
export function startAudio(onWaiting, onReady) {
  audio = audio || new AudioContext();
  if (!isAudioWaiting()) return onReady();
  onWaiting();
  return void audio.resume().then(onReady, () => { /* it still waits */ });
}

/** Answers whether the browser can play. */
export function ringBell() {
  try {
    TONES.forEach((frequency, i) => play(frequency, audio.currentTime + i * APART));
    return true;
  } catch (e) {
    return false;
  }
}

function play(frequency, at) {
  const tone = audio.createOscillator();
  const level = audio.createGain();
  tone.frequency.value = frequency;
  level.gain.setValueAtTime(0.2, at);
  level.gain.exponentialRampToValueAtTime(0.001, at + 0.5);
  tone.connect(level).connect(audio.destination);
  tone.start(at);
  tone.stop(at + 0.5);
}
