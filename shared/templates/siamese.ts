import { defineBlock } from '#shared/blocks/readyBlock.ts';
import { architecture } from '#shared/templates/architecture.ts';

/** What both pictures go through: (batch, 28, 28, 1) → (batch, 128). */
const encoder = defineBlock({
  id: 'encoder',
  params: { units: { layer: 'dense', param: 'units', default: 128 } },
  inputs: [[28, 28, 1]],
  graph(build, [input], { units }) {
    let x = input;
    for (const filters of [16, 32]) {
      x = build.layer('conv2d', { filters, activation: 'relu' }, x);
      x = build.layer('maxPooling2d', {}, x);
    }
    return build.layer('dense', { units }, build.layer('flatten', {}, x));
  },
});

/** Bromley and others 1993, with convolutions: two pictures through the same layers, then how far apart they are. 107,457 parameters. */
export const siamese = architecture({
  id: 'siamese-pictures',
  title: { en: 'Siamese network', 'zh-CN': '孪生网络' },
  doc: {
    en: 'Tells whether two pictures show the same thing',
    'zh-CN': '判断两张图画的是否是同一种东西',
  },
  blocks: [encoder],
  losses: { same: 'binaryCrossentropy' },
  metrics: ['accuracy'],
  draw(build) {
    const left = build.input([28, 28, 1], 'left');
    const right = build.input([28, 28, 1], 'right');
    const [one] = build.block(encoder, {}, left, 'first');
    const both = [one, build.again(one, right, 'second')];
    // The larger less the smaller number: which picture is the left one does not matter.
    const opposite = build.layer('rescaling', { scale: -1 }, build.layer('minimum', {}, both));
    const distance = build.layer('add', {}, [build.layer('maximum', {}, both), opposite]);
    build.output(build.layer('dense', { units: 1, activation: 'sigmoid' }, distance), 'same');
  },
});
