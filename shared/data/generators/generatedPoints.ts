/** Generated points of the plane: `points` holds x and y of each, about −1 to 1; `labels` a 0 or 1. */
export interface GeneratedPoints {
  readonly points: Float32Array;
  readonly labels: Float32Array;
}

/** Figures of points in two classes. */
export type PointsFigure = 'spiral' | 'circles' | 'xor' | 'moons';

/**
 * Points of two classes that form a figure, the classes in turn. `noise` moves each point by up to this much in both
 * directions. `random` gives numbers from 0 to 1.
 */
export function generatedPoints(
  random: () => number,
  figure: PointsFigure,
  count: number,
  noise: number,
): GeneratedPoints {
  const points = new Float32Array(count * 2);
  const labels = new Float32Array(count);
  for (let index = 0; index < count; index += 1) {
    const label = index % 2;
    const [x, y] = figures[figure](random, label);
    points[index * 2] = x + noise * (2 * random() - 1);
    points[index * 2 + 1] = y + noise * (2 * random() - 1);
    labels[index] = label;
  }
  return { points, labels };
}

type Point = readonly [number, number];

const figures: Readonly<Record<PointsFigure, (random: () => number, label: number) => Point>> = {
  // Two arms, half a turn apart, each one and three quarters of a turn long.
  spiral: (random, label) => {
    const along = random();
    const angle = 1.75 * along * 2 * Math.PI + label * Math.PI;
    return [along * Math.sin(angle), along * Math.cos(angle)];
  },
  // A disc inside a ring.
  circles: (random, label) => {
    const radius = label === 1 ? 0.5 * random() : 0.7 + 0.3 * random();
    const angle = 2 * Math.PI * random();
    return [radius * Math.sin(angle), radius * Math.cos(angle)];
  },
  // Opposite quarters belong together; a narrow cross between them stays empty.
  xor: (random, label) => {
    const x = 0.05 + 0.95 * random();
    const y = 0.05 + 0.95 * random();
    const side = random() < 0.5 ? -1 : 1;
    return [side * x, side * y * (label === 1 ? 1 : -1)];
  },
  // Two half circles that reach into each other.
  moons: (random, label) => {
    const angle = Math.PI * random();
    return label === 1
      ? [0.6 * Math.cos(angle) - 0.3, 0.6 * Math.sin(angle) - 0.15]
      : [0.3 - 0.6 * Math.cos(angle), 0.15 - 0.6 * Math.sin(angle)];
  },
};
