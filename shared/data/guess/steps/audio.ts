import type { StepGuess } from '#shared/data/guess/steps/stepGuess.ts';
import type { Feature } from '#shared/data/feature.ts';

/** Values of a second: usual for speech. */
const rate = 16_000;
/** Values from one frame to the next: the step's own default. */
const frameStep = 256;

const isRecording = ({ role, kind }: Feature) => role === 'input' && kind === 'audio';

/** Recordings come to one rate and become pictures of what the ear tells apart, of one length. */
export const audioGuesses: readonly StepGuess[] = [
  { kind: 'resample', params: (feature) => (isRecording(feature) ? { rate } : null) },
  { kind: 'trimSilence', params: (feature) => (isRecording(feature) ? {} : null) },
  {
    kind: 'logMel',
    params: (feature, { numbers }) => {
      if (!isRecording(feature)) return null;
      // As long as three quarters of the recordings, 16 to 256 frames (0.3 to 4 seconds).
      const frames = ((numbers?.quartiles[2] ?? 1) * rate) / frameStep;
      return { frames: Math.min(256, Math.max(16, Math.ceil(frames / 8) * 8)) };
    },
  },
  {
    kind: 'standardize',
    params: (feature, { feature: before }) =>
      before.kind === 'audio' && feature.role === 'input' && feature.kind === 'image' ? {} : null,
  },
];
