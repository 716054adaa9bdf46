import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';

const run = promisify(execFile);
const cli = join(import.meta.dirname, '../../build/main/cli.cjs');

interface Done {
  readonly type: string;
  readonly epochs: number;
  readonly device: string;
  readonly test?: { readonly accuracy?: number } & Readonly<Record<string, unknown>>;
}

/** Trains a template on its whole data by the command line; gives the last line. */
async function train(template: string, epochs: number, device: string): Promise<Done> {
  const folder = await mkdtemp(join(tmpdir(), 'strata-accuracy-'));
  const env = { ...process.env, STRATA_HOME: join(folder, 'home') };
  const file = join(folder, `${template}.strata`);
  await run(process.execPath, [cli, 'new', '--template', template, '-o', file], { env });
  const { stdout } = await run(
    process.execPath,
    [cli, 'train', file, '--epochs', String(epochs), '--device', device, '--json'],
    { env, maxBuffer: 64 * 1024 * 1024 },
  );
  const lines = stdout.trim().split('\n');
  const parsed = lines.map((line) => JSON.parse(line) as Done);
  expect(parsed.filter(({ type }) => type === 'epoch')).toHaveLength(epochs);
  const last = parsed.at(-1);
  if (!last) throw new Error('The command printed nothing.');
  return last;
}

/** Accuracy on the test part, wherever the record holds it. */
function testAccuracy(done: Done): number {
  const metrics = (done.test?.metrics ?? done.test) as Readonly<Record<string, number>> | undefined;
  return metrics?.accuracy ?? Number.NaN;
}

describe('the complete MNIST, from the command line', () => {
  test.each(['wasm', 'native-cpu'])(
    'W3, the CNN, on %s: one epoch of 60,000 images reaches 0.97 on the test images',
    async (device) => {
      const done = await train('mnist-cnn', 1, device);
      expect(done).toMatchObject({ type: 'done', epochs: 1, device });
      expect(testAccuracy(done)).toBeGreaterThanOrEqual(0.97);
    },
    900_000,
  );

  test('W2, the MLP: five epochs reach 97 % on the test images', async () => {
    const done = await train('mnist-mlp', 5, 'auto');
    expect(testAccuracy(done)).toBeGreaterThanOrEqual(0.97);
  }, 600_000);
});
