// Trains a net with dropout in a process of its own and prints the sum of the weights' bytes. Argument: the seed.
import { randomNet, weightsHash } from './randomNet.ts';
import { trainSmall } from './trainSmall.ts';
import { openGraphStepper } from '#main/engine/graphMode/graphStepper.ts';
import { openNativeForTests } from '#main/engine/graphMode/nativeForTests.ts';

async function main(): Promise<void> {
  const open = openGraphStepper(await openNativeForTests());
  console.log(weightsHash(await trainSmall(randomNet, open, 40, Number(process.argv[2]))));
}

void main();
