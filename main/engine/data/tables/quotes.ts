import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Dialect } from '#main/engine/data/tables/dialect.ts';

/** A line that was left out. */
export interface BadLine {
  /** From 1. */
  readonly line: number;
  readonly text: string;
}

/** A value in quotes may go over so many lines; a quote that is open for longer was never closed. */
const linesOfAValue = 500;

type State = 'closed' | 'open' | 'bad';

/**
 * Copies a table of text without the lines in which a quote is opened and never closed: for a reader of CSV such a line
 * swallows all that follow. Other lines are copied as they are.
 */
export async function leaveOutOpenQuotes(
  path: string,
  target: string,
  dialect: Dialect,
  signal: AbortSignal,
): Promise<readonly BadLine[]> {
  const bad: BadLine[] = [];
  const output = await open(target, 'w');
  let written: string[] = [];
  const flush = async () => {
    await output.write(Buffer.from(written.join(''), 'latin1'));
    written = [];
  };
  try {
    /** Lines of a value that is still open; the first is the one to blame where it never closes. */
    let held: string[] = [];
    let number = 0;
    const take = (line: string): void => {
      const state = stateAfter(line, held.length > 0, dialect);
      if (held.length === 0) {
        if (state === 'open') held = [line];
        else written.push(line);
        return;
      }
      held.push(line);
      if (state === 'closed') {
        written.push(...held);
        held = [];
      } else if (state === 'bad' || held.length > linesOfAValue) blame();
    };
    const blame = (): void => {
      const [first = '', ...rest] = held;
      bad.push({ line: number - rest.length, text: utf8(first) });
      held = [];
      const end = number;
      number -= rest.length;
      for (const line of rest) {
        number += 1;
        take(line);
      }
      number = end;
    };
    for await (const line of linesOf(path, signal)) {
      number += 1;
      take(line);
      if (written.length > 20_000) await flush();
    }
    while (held.length > 0) blame();
    await flush();
  } finally {
    await output.close();
  }
  return bad;
}

/** Copies JSON Lines without the lines that are not objects. */
export async function leaveOutBadJson(
  path: string,
  target: string,
  signal: AbortSignal,
): Promise<readonly BadLine[]> {
  const bad: BadLine[] = [];
  const output = await open(target, 'w');
  try {
    let number = 0;
    let written: string[] = [];
    for await (const line of linesOf(path, signal)) {
      number += 1;
      if (isJsonObject(utf8(line))) written.push(line);
      else if (line.trim() !== '') bad.push({ line: number, text: utf8(line) });
      if (written.length > 20_000) {
        await output.write(Buffer.from(written.join(''), 'latin1'));
        written = [];
      }
    }
    await output.write(Buffer.from(written.join(''), 'latin1'));
  } finally {
    await output.close();
  }
  return bad;
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

/** Lines with their ends, bytes as characters. */
async function* linesOf(path: string, signal: AbortSignal): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 20, signal })) {
    const text = rest + (piece as Buffer).toString('latin1');
    let from = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      yield text.slice(from, end + 1);
      from = end + 1;
    }
    rest = text.slice(from);
  }
  if (rest !== '') yield rest;
}

function utf8(line: string): string {
  return Buffer.from(line.replace(/[\r\n]+$/, ''), 'latin1').toString('utf8');
}

/** Whether a quote is open at the end of a line; `bad`: something follows a closed one that is no delimiter. */
function stateAfter(line: string, isOpen: boolean, { delimiter, quote, escape }: Dialect): State {
  let isQuoted = isOpen;
  let isStart = !isOpen;
  for (let at = 0; at < line.length; at++) {
    const character = line[at] ?? '';
    if (isQuoted) {
      if (character === escape && line[at + 1] === quote) at += 1;
      else if (character === quote) {
        isQuoted = false;
        const next = /^ *(.)?/.exec(line.slice(at + 1))?.[1] ?? '';
        if (next !== '' && next !== '\r' && next !== '\n' && next !== delimiter) return 'bad';
        isStart = false;
      }
    } else if (character === delimiter) isStart = true;
    else if (character === quote && isStart) isQuoted = true;
    else if (character !== ' ') isStart = false;
  }
  return isQuoted ? 'open' : 'closed';
}
