/** Two notes: up for what went well, down for what did not. In hertz, with the moment in seconds at which each begins. */
const tunes = {
  success: {
    shape: 'sine',
    notes: [
      [659.3, 0],
      [987.8, 0.13],
    ],
  },
  failure: {
    shape: 'triangle',
    notes: [
      [440, 0],
      [311.1, 0.17],
    ],
  },
} as const;
export type SoundName = keyof typeof tunes;

const loudness = 0.12;
const noteSeconds = 0.22;

/** Plays a short sound, made on the spot: no file, nothing to load. Silence where the system has no sound. */
export function playSound(name: SoundName): void {
  if (typeof AudioContext === 'undefined') return;
  const context = new AudioContext();
  const { shape, notes } = tunes[name];
  for (const [frequency, startsAt] of notes) {
    const begin = context.currentTime + startsAt;
    const tone = context.createOscillator();
    const volume = context.createGain();
    tone.type = shape;
    tone.frequency.value = frequency;
    volume.gain.setValueAtTime(0, begin);
    volume.gain.linearRampToValueAtTime(loudness, begin + 0.015);
    volume.gain.exponentialRampToValueAtTime(0.001, begin + noteSeconds);
    tone.connect(volume).connect(context.destination);
    tone.start(begin);
    tone.stop(begin + noteSeconds);
  }
  setTimeout(() => void context.close(), 1000);
}
