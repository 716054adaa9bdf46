const units = ['B', 'kB', 'MB', 'GB', 'TB'];

/** An amount of memory or of a file, in powers of 1,000 and three figures: `850 B`, `12.3 kB`, `274 MB`, `3.4 GB`. */
export function bytesText(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit === 0 || value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
  const text = value.toFixed(digits);
  return `${digits === 0 ? text : text.replace(/\.?0+$/, '')} ${units[unit] ?? 'TB'}`;
}
