import type { ReactNode } from 'react';

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** The functions whose curves are drawn; x runs from −3 to 3. Pictures only: training uses the library's own. */
const curves: Readonly<Record<string, (x: number) => number>> = {
  linear: (x) => x,
  relu: (x) => Math.max(0, x),
  relu6: (x) => Math.min(2, Math.max(0, x)),
  leakyReLU: (x) => (x < 0 ? 0.3 * x : x),
  elu: (x) => (x < 0 ? Math.exp(x) - 1 : x),
  selu: (x) => 1.0507 * (x < 0 ? 1.6733 * (Math.exp(x) - 1) : x),
  sigmoid: (x) => 4 * sigmoid(2 * x) - 2,
  hardSigmoid: (x) => 4 * Math.min(1, Math.max(0, 0.4 * x + 0.5)) - 2,
  tanh: (x) => 2 * Math.tanh(x),
  softplus: (x) => Math.log(1 + Math.exp(x)),
  softsign: (x) => (2.5 * x) / (1 + Math.abs(x)),
  swish: (x) => x * sigmoid(x),
  silu: (x) => x * sigmoid(x),
  mish: (x) => x * Math.tanh(Math.log(1 + Math.exp(x))),
  gelu: (x) => 0.5 * x * (1 + Math.tanh(0.7978845608 * (x + 0.044715 * x ** 3))),
  gelu_new: (x) => 0.5 * x * (1 + Math.tanh(0.7978845608 * (x + 0.044715 * x ** 3))),
};

/** Whether a curve is known for this activation function. */
export function hasActivationCurve(kind: string): boolean {
  return Object.hasOwn(curves, kind);
}

/** The curve of an activation function, 20×14 px. */
export function ActivationCurve({ kind }: { readonly kind: string }): ReactNode {
  const curve = curves[kind];
  if (curve === undefined) return null;
  const points: string[] = [];
  for (let step = 0; step <= 24; step += 1) {
    const x = -3 + step / 4;
    const y = Math.min(3, Math.max(-3, curve(x)));
    points.push(`${(((x + 3) / 6) * 18 + 1).toFixed(1)},${(7 - (y / 3) * 6).toFixed(1)}`);
  }
  return (
    <svg width="20" height="14" viewBox="0 0 20 14" aria-hidden="true">
      <polyline
        points={points.join(' ')}
        fill="none"
        stroke="var(--accent)"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
