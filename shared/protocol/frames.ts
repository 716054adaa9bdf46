/** Binary values that may travel inside a message. */
const binaryTypes = {
  ArrayBuffer: (buffer: ArrayBuffer) => buffer,
  Uint8Array: (buffer: ArrayBuffer) => new Uint8Array(buffer),
  Int32Array: (buffer: ArrayBuffer) => new Int32Array(buffer),
  Float32Array: (buffer: ArrayBuffer) => new Float32Array(buffer),
  Float64Array: (buffer: ArrayBuffer) => new Float64Array(buffer),
} as const;
type BinaryType = keyof typeof binaryTypes;
type Step = string | number;

/** Where a binary value was cut out of a message. */
interface Attachment {
  readonly path: readonly Step[];
  readonly type: BinaryType;
}

/** A text frame; `attachments` binary frames follow it, in that order, before the next text frame. */
interface Envelope {
  readonly message: unknown;
  readonly attachments?: readonly Attachment[];
}

/** One message as frames: a text frame, then its binary frames. */
export interface Frames {
  readonly text: string;
  readonly binaries: readonly ArrayBuffer[];
}

/** Writes a message as frames. Typed arrays and ArrayBuffers anywhere inside it become binary frames. */
export function writeFrames(message: unknown): Frames {
  const attachments: Attachment[] = [];
  const binaries: ArrayBuffer[] = [];
  const cut = (value: unknown, path: readonly Step[]): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    const type = binaryTypeOf(value);
    if (type !== null) {
      attachments.push({ path, type });
      binaries.push(bytesOf(value as ArrayBuffer | ArrayBufferView));
      return null;
    }
    if (Array.isArray(value)) return value.map((item, index) => cut(item, [...path, index]));
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, cut(item, [...path, key])]),
    );
  };
  const body = cut(message, []);
  const envelope: Envelope =
    attachments.length > 0 ? { message: body, attachments } : { message: body };
  return { text: JSON.stringify(envelope), binaries };
}

/**
 * Puts frames together again. Feed it every frame in order; it gives the message that became complete, or undefined
 * while binary frames are outstanding. Throws on frames that no `writeFrames` wrote.
 */
export class FrameReader {
  #envelope: Envelope | null = null;
  #binaries: ArrayBuffer[] = [];

  /** Takes one frame. */
  read(frame: string | ArrayBuffer): { readonly message: unknown } | undefined {
    if (typeof frame === 'string') {
      if (this.#envelope !== null) throw new Error('text frame instead of a binary one');
      this.#envelope = parseEnvelope(frame);
      this.#binaries = [];
    } else {
      if (this.#envelope === null) throw new Error('binary frame without a text frame');
      this.#binaries.push(frame);
    }
    const attachments = this.#envelope.attachments ?? [];
    if (this.#binaries.length < attachments.length) return undefined;
    let message = this.#envelope.message;
    attachments.forEach(({ path, type }, index) => {
      const buffer = this.#binaries[index];
      if (buffer !== undefined) message = replaceAt(message, path, binaryTypes[type](buffer));
    });
    this.#envelope = null;
    return { message };
  }
}

function binaryTypeOf(value: object): BinaryType | null {
  const tag = Object.prototype.toString.call(value).slice(8, -1);
  return tag in binaryTypes ? (tag as BinaryType) : null;
}

function bytesOf(value: ArrayBuffer | ArrayBufferView): ArrayBuffer {
  if (!ArrayBuffer.isView(value)) return value;
  const copy = new Uint8Array(value.byteLength);
  copy.set(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
  return copy.buffer;
}

function parseEnvelope(text: string): Envelope {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null || !('message' in value)) {
    throw new Error('not a message');
  }
  const envelope = value as { message: unknown; attachments?: unknown };
  if (envelope.attachments === undefined) return { message: envelope.message };
  if (!Array.isArray(envelope.attachments) || !envelope.attachments.every(isAttachment)) {
    throw new Error('not a list of attachments');
  }
  return { message: envelope.message, attachments: envelope.attachments };
}

function isAttachment(value: unknown): value is Attachment {
  if (typeof value !== 'object' || value === null) return false;
  const { path, type } = value as { path?: unknown; type?: unknown };
  return Array.isArray(path) && typeof type === 'string' && Object.hasOwn(binaryTypes, type);
}

function replaceAt(value: unknown, path: readonly Step[], replacement: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return replacement;
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return items.map((item, index) => (index === step ? replaceAt(item, rest, replacement) : item));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      key === step ? replaceAt(item, rest, replacement) : (item as unknown),
    ]),
  );
}
