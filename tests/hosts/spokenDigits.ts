import text2wav from 'text2wav';

const words = [
  ...['zero', 'one', 'two', 'three', 'four'],
  ...['five', 'six', 'seven', 'eight', 'nine'],
] as const;

/** Voices of eSpeak NG: several accents, men and women. */
const accents = ['en', 'en-us', 'en-gb-scotland', 'en-029'];
const speakers = ['m1', 'm3', 'f1', 'f2'];

/** A digit that is spoken, and how. */
export interface SpokenDigit {
  readonly word: string;
  /** Name of the file, without a folder. */
  readonly file: string;
  /** WAV, 22,050 Hz, one channel. */
  readonly bytes: Uint8Array;
}

/**
 * All digits by all voices, spoken by eSpeak NG in WebAssembly: the same bytes every time. In alphabetical order of words
 * and files.
 */
export async function spokenDigits(): Promise<readonly SpokenDigit[]> {
  const spoken: SpokenDigit[] = [];
  for (const word of words.toSorted()) {
    for (const voice of accents.flatMap((accent) => speakers.map((who) => `${accent}+${who}`))) {
      spoken.push({ word, file: `${voice}.wav`, bytes: await speak(word, voice) });
    }
  }
  return spoken;
}

/**
 * One word as a WAV. The package tries a way of loading that Node lacks, and says so on the error output, before it takes
 * the one that works; and it leaves listeners behind that would end this process.
 */
async function speak(text: string, voice: string): Promise<Uint8Array> {
  const { instantiateStreaming } = WebAssembly;
  const events = ['uncaughtException', 'unhandledRejection'] as const;
  const before = events.map((event) => process.listeners(event as 'uncaughtException'));
  Reflect.deleteProperty(WebAssembly, 'instantiateStreaming');
  try {
    return await text2wav(text, { voice });
  } finally {
    WebAssembly.instantiateStreaming = instantiateStreaming;
    events.forEach((event, at) => {
      for (const listener of process.listeners(event as 'uncaughtException')) {
        if (!before[at]?.includes(listener)) process.removeListener(event, listener);
      }
    });
  }
}
