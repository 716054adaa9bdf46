/**
 * tfjs's word as Keras writes it: `kernelInitializer` → `kernel_initializer`, `HeNormal` → `he_normal`,
 * `channelsLast` → `channels_last`. Every argument and choice of the catalogue follows this rule.
 */
export function snakeCase(word: string): string {
  return word.replace(/(?<=[a-z\d])[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
}
