import type { FileStamp } from '#main/workspace/documents.ts';

/** What each session last read from or wrote to a file, so that another program's changes are not overwritten unseen. */
export class SeenFiles {
  readonly #stamps = new Map<string, Map<string, FileStamp>>();

  /** Remembers a file as this session knows it. */
  remember(session: string, path: string, stamp: FileStamp): void {
    const stamps = this.#stamps.get(session) ?? new Map<string, FileStamp>();
    stamps.set(path, stamp);
    this.#stamps.set(session, stamps);
  }

  /** What the session knows of a file; null: it never saw it. */
  get(session: string, path: string): FileStamp | null {
    return this.#stamps.get(session)?.get(path) ?? null;
  }

  /** Forgets a session. */
  forget(session: string): void {
    this.#stamps.delete(session);
  }
}
