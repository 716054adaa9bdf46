import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/**
 * Who may speak to the web host. It listens on 127.0.0.1 only, but every page of the user's browser can reach that
 * address: `Host` must name it (else a foreign name was pointed at it: DNS rebinding), `Origin` must be our own page's,
 * and the socket opens only with the token that stands in the address the user was given.
 */
export class Guard {
  /** 64 hexadecimal digits: 256 random bits. */
  readonly token = randomBytes(32).toString('hex');
  readonly #hosts: readonly string[];

  constructor(port: number) {
    const ending = port === 80 ? '' : `:${port}`;
    this.#hosts = [`127.0.0.1${ending}`, `localhost${ending}`];
  }

  /** True where the request was addressed to us by a name of ours. */
  hasOurHost(request: IncomingMessage): boolean {
    return this.#hosts.includes(request.headers.host ?? '');
  }

  /** True where the request comes from our own page. A browser always names the origin of a socket. */
  hasOurOrigin(request: IncomingMessage): boolean {
    return this.#hosts.some((host) => request.headers.origin === `http://${host}`);
  }

  /** Compares in constant time. */
  isToken(value: unknown): boolean {
    if (typeof value !== 'string') return false;
    const given = Buffer.from(value);
    const expected = Buffer.from(this.token);
    return given.length === expected.length && timingSafeEqual(given, expected);
  }
}
