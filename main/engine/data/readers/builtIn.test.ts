import { describe, expect, test } from 'vitest';
import { plainMail } from '#main/engine/data/mail/plainMail.ts';
import { openSource } from '#main/engine/data/source/openSource.ts';
import type { OpenedSource } from '#main/engine/data/readers/reader.ts';
import type { Feature } from '#shared/data/feature.ts';
import { writeDrawings } from '#shared/data/drawings.ts';

/** Opens a source that comes with the program. */
async function open(
  kind: string,
  params: Record<string, string | number> = {},
  features: readonly Feature[] = [],
): Promise<OpenedSource> {
  const opened = await openSource({ source: { kind, params }, features }, null);
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
  return opened.value;
}

/** Everything of a source at once. */
async function all(source: OpenedSource): Promise<Record<string, readonly unknown[]>> {
  const columns: Record<string, unknown[]> = {};
  for await (const { cells } of source.train.stream(source.features.map(({ name }) => name))) {
    for (const [name, { values }] of Object.entries(cells)) {
      (columns[name] ??= []).push(...values);
    }
  }
  return columns;
}

function missing(values: readonly unknown[] = []): number {
  return values.filter((value) => value === null || Number.isNaN(value)).length;
}

describe('tables', () => {
  test.each([
    ['penguins', 344, { Sex: 11, 'Body Mass (g)': 2, Species: 0 }],
    ['cars', 406, { Miles_per_Gallon: 8, Horsepower: 6, Year: 0 }],
    ['movies', 3201, { 'US DVD Sales': 2637, 'MPAA Rating': 605, 'Release Date': 0 }],
    ['weather', 2922, { date: 0, weather: 0, temp_max: 0 }],
    ['stocks', 560, { date: 0, price: 0 }],
  ])('%s has %d rows, with what is missing', async (kind, rows, gaps) => {
    const source = await open(kind);
    const columns = await all(source);
    expect(source.train.count).toBe(rows);
    expect(source.features.filter(({ role }) => role === 'target')).toHaveLength(1);
    for (const [name, count] of Object.entries(gaps)) {
      expect([name, columns[name]?.length, missing(columns[name])]).toEqual([name, rows, count]);
    }
  });

  test('kinds, classes and dates', async () => {
    const { features } = await open('penguins');
    expect(features.map(({ kind }) => kind)).toEqual([
      ...['category', 'category', 'number', 'number', 'number', 'number', 'category'],
    ]);
    expect(features[0]).toMatchObject({
      classes: 3,
      classNames: ['Adelie', 'Chinstrap', 'Gentoo'],
    });
    const { date, symbol } = await all(await open('stocks'));
    expect(new Date(Number(date?.[0])).toISOString()).toBe('2000-01-01T00:00:00.000Z');
    expect(symbol?.[0]).toBe('MSFT');
  });

  test('a document’s kinds and roles are taken', async () => {
    const found = await open('cars');
    const wanted = found.features.map((feature) =>
      feature.name === 'Cylinders'
        ? { ...feature, kind: 'category' as const, role: 'target' as const }
        : feature,
    );
    const { features } = await open('cars', {}, wanted);
    expect(features.find(({ name }) => name === 'Cylinders')).toMatchObject({
      kind: 'category',
      role: 'target',
      classNames: ['3', '4', '5', '6', '8'],
    });
  });
});

describe('spam mail', () => {
  test('is read a mail at a time', async () => {
    const source = await open('spamMail');
    const rows = Uint32Array.of(6000, 0);
    const { text, label } = (await source.train.gather?.(['text', 'label'], rows)) ?? {};
    expect(label?.values).toEqual(['spam', 'ham']);
    expect(text?.values[1]).toMatch(/^Re: New Sequences Window\n\nDate:/);
  });

  test('has 1,896 of 6,046 that are spam, nearly all with words', async () => {
    const { text = [], label = [] } = await all(await open('spamMail'));
    expect([label.length, label.filter((each) => each === 'spam').length]).toEqual([6046, 1896]);
    expect(text.filter((each) => String(each).length < 10).length).toBeLessThan(5);
    // One quotes a tag, a few are too broken.
    expect(text.filter((each) => /<(html|body|td)\b/i.test(String(each))).length).toBeLessThan(6);
  });

  test.each([
    ['a plain mail', 'Subject: Hi\nX-A: b\n\nHello.\n', 'Hi\n\nHello.'],
    [
      'quoted-printable HTML',
      'Subject: Hi\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<b>a=3Db</b>&nbsp;c=\nd',
      'Hi\n\na=b cd',
    ],
    ['base64', 'Content-Transfer-Encoding: base64\n\nSGVsbG8=\n', 'Hello'],
    [
      'parts, of which the picture is left out',
      'Subject: P\nContent-Type: multipart/mixed;\n boundary="x"\n\n--x\nContent-Type: text/plain\n\none\n--x\nContent-Type: image/png\n\nAAAA\n--x--\n',
      'P\n\none',
    ],
    ['a mail without a body', 'Subject: only', 'only'],
  ])('%s', (_, raw, plain) => {
    expect(plainMail(raw)).toBe(plain);
  });
});

describe('drawings', () => {
  const pixels = Uint8Array.from({ length: 784 }, (_, index) => (index % 16) * 17);
  const drawn = {
    ...writeDrawings([
      { label: 'cat', pixels },
      { label: '猫 头', pixels: new Uint8Array(784) },
    ]),
  };

  test('come out of the document', async () => {
    const source = await open('drawings', drawn);
    const { image, label } = await all(source);
    expect(source.features[1]).toMatchObject({ classes: 2, classNames: ['cat', '猫 头'] });
    expect(image?.slice(0, 784)).toEqual([...pixels]);
    expect(label).toEqual([0, 1]);
  });

  test('that were changed outside are refused', async () => {
    const source = { kind: 'drawings', params: { ...drawn, labels: 'cat' } };
    expect(await openSource({ source, features: [] }, null)).toMatchObject({
      problem: { code: 'data.drawingsUnreadable' },
    });
  });
});

test('generated numbers follow their rules and their seed', async () => {
  const wave = await all(await open('generatedSeries', { steps: 100, period: 20, noise: 0 }));
  expect(wave['value']?.[20]).toBeCloseTo(Number(wave['value']?.[0]), 5);
  expect(wave['value']?.[5]).toBeCloseTo(0.7, 5);
  const noise = await all(await open('generatedNoise', { rows: 4000 }));
  const ones = (noise['label'] ?? []).filter((label) => label === 1).length;
  expect(ones / 4000).toBeCloseTo(0.5, 1);
  const one = await all(await open('generatedRegression', { rows: 10, noise: 0 }));
  const [a = 0, b = 0, c = 0, d = 0, e = 0] = (one['columns'] ?? []).slice(0, 5).map(Number);
  expect(one['target']?.[0]).toBeCloseTo(
    10 * Math.sin(Math.PI * a * b) + 20 * (c - 0.5) ** 2 + 10 * d + 5 * e,
    4,
  );
  expect(await all(await open('generatedRegression', { rows: 10, seed: 2 }))).not.toEqual(one);
});
