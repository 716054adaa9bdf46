/** Formats that depend on whether the day or the month stands first, in the words of strptime. */
const slashed = (dayFirst: boolean): readonly string[] => {
  const order = dayFirst ? ['%d', '%m'] : ['%m', '%d'];
  return ['/', '.', '-'].flatMap((mark) => {
    const date = [...order, '%Y'].join(mark);
    return [date, `${date} %H:%M:%S`, `${date} %H:%M`, `${date} %I:%M:%S %p`, `${date} %I:%M %p`];
  });
};

/**
 * How dates in texts may be written besides ISO 8601, in the words of strptime, tried in this order. `dayFirst`: 03/04/2024
 * is the 3rd of April.
 */
export function dateFormats(dayFirst: boolean): readonly string[] {
  return [
    ...slashed(dayFirst),
    '%Y/%m/%d',
    '%Y/%m/%d %H:%M:%S',
    '%Y/%m/%d %H:%M',
    '%b %d %Y',
    '%b %d, %Y',
    '%B %d, %Y',
    '%B %d %Y',
    '%d %b %Y',
    '%d %B %Y',
    '%d-%b-%Y',
    '%Y年%m月%d日',
  ];
}
