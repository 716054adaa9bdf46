import type { Template } from '#shared/document/templates.ts';
import { alexnet } from '#shared/templates/alexnet.ts';
import { autoencoder } from '#shared/templates/autoencoder.ts';
import { densenet121 } from '#shared/templates/densenet121.ts';
import { efficientnetB0 } from '#shared/templates/efficientnetB0.ts';
import { lenet5 } from '#shared/templates/lenet5.ts';
import { mobilenetV1, mobilenetV2 } from '#shared/templates/mobilenet.ts';
import { resnet18, resnet50 } from '#shared/templates/resnet.ts';
import { siamese } from '#shared/templates/siamese.ts';
import { spamCnn } from '#shared/templates/spamCnn.ts';
import { textBilstm } from '#shared/templates/textBilstm.ts';
import { unet } from '#shared/templates/unet.ts';
import { vgg16 } from '#shared/templates/vgg16.ts';

/** Networks that are known by name, in the order of their age, after smaller ones of known kinds. */
export const architectures: readonly Template[] = [
  autoencoder,
  textBilstm,
  spamCnn,
  siamese,
  lenet5,
  alexnet,
  vgg16,
  unet,
  resnet18,
  resnet50,
  densenet121,
  mobilenetV1,
  mobilenetV2,
  efficientnetB0,
];
