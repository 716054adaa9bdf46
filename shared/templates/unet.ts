import { unetDown, unetUp } from '#shared/blocks/unet.ts';
import type { Port } from '#shared/graph/graph.ts';
import { architecture, square } from '#shared/templates/architecture.ts';

/** Ronneberger and others 2015, padded so that the mask is as large as the picture: 31,030,593 parameters. */
export const unet = architecture({
  id: 'unet',
  title: { en: 'U-Net', 'zh-CN': 'U-Net' },
  doc: { en: 'Says of every pixel what it belongs to', 'zh-CN': '判断每个像素属于什么' },
  blocks: [unetDown.block, unetUp.block],
  losses: { mask: 'binaryCrossentropy' },
  metrics: ['accuracy'],
  draw(build) {
    let x = build.input([256, 256, 1], 'image');
    const skips: Port[] = [];
    for (const filters of [64, 128, 256, 512]) {
      const [skip, down = x] = build.block(unetDown.block, { filters }, x);
      skips.push(skip);
      x = down;
    }
    const deep = { filters: 1024, padding: 'same', activation: 'relu' };
    x = build.layer('conv2d', deep, build.layer('conv2d', deep, x));
    for (const filters of [512, 256, 128, 64]) {
      const skip = skips.pop();
      if (skip !== undefined) [x] = build.block(unetUp.block, { filters }, [x, skip]);
    }
    const mask = { filters: 1, kernelSize: square(1), activation: 'sigmoid' };
    build.output(build.layer('conv2d', mask, x), 'mask');
  },
});
