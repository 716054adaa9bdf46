/**
 * Who may edit which document. A session (one window, one tab) takes a document when it opens it, and gives it back
 * when it closes it or vanishes; meanwhile others may only look.
 */
export class DocumentLocks {
  readonly #holders = new Map<string, string>();

  /** Takes a document for a session; false where another one has it. */
  take(documentId: string, session: string): boolean {
    const holder = this.#holders.get(documentId);
    if (holder !== undefined && holder !== session) return false;
    this.#holders.set(documentId, session);
    return true;
  }

  /** Gives one document back. */
  release(documentId: string, session: string): void {
    if (this.#holders.get(documentId) === session) this.#holders.delete(documentId);
  }

  /** Gives back everything a session had. */
  releaseAll(session: string): void {
    for (const [documentId, holder] of this.#holders) {
      if (holder === session) this.#holders.delete(documentId);
    }
  }

  /** True where some session has it. */
  isHeld(documentId: string): boolean {
    return this.#holders.has(documentId);
  }
}
