import { encodeNpy } from '#main/engine/formats/encodeNpy.ts';
import type { OutputFile } from '#main/engine/formats/format.ts';
import type { Samples } from '#main/engine/formats/samples.ts';

/** The inputs of samples as .npy files, in order. */
export function inputFiles(samples: Samples, folder: string): OutputFile[] {
  return samples.inputs.map(({ values, shape }, index) => ({
    path: `${folder}/input-${index}.npy`,
    content: encodeNpy(values, shape),
  }));
}

/** Samples with what the model gives for them, for the test that an export carries. */
export function sampleFiles(samples: Samples, folder: string): OutputFile[] {
  const outputs = samples.outputs.map(({ name, shape, values }) => ({
    name,
    shape,
    values: Array.from(values),
  }));
  return [
    ...inputFiles(samples, folder),
    { path: `${folder}/outputs.json`, content: `${JSON.stringify({ outputs })}\n` },
  ];
}
