import type { PersonHandle } from './gateway';

/** What a handle shows of itself, wherever it is printed. */
const HIDDEN = '[person]';

class Handle implements PersonHandle {
  constructor(readonly expiresAt: Date) {}
  toJSON(): string {
    return HIDDEN;
  }
  toString(): string {
    return HIDDEN;
  }
  get [Symbol.toStringTag](): string {
    return 'person';
  }
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return HIDDEN;
  }
}

/** Person tokens by handle: in memory, as long as somebody holds the handle and until they expire. */
export class PersonTokens {
  private readonly tokens = new WeakMap<PersonHandle, string>();

  /**
   * @param lifetimeSeconds how long such a token lives by the profile
   * @param expiryHint the name under which the token itself (base64 JSON) says when it expires, in epoch milliseconds
   */
  constructor(
    private readonly lifetimeSeconds: number,
    private readonly expiryHint: string | undefined,
  ) {}

  keep(token: string, now: Date): PersonHandle {
    const atMost = now.getTime() + this.lifetimeSeconds * 1000;
    const hinted = this.expiryHint === undefined ? undefined : hintIn(token, this.expiryHint);
    // Nobody hands out what is dead already: such a hint is in another unit, or by another clock.
    const livesFor = hinted !== undefined && hinted > now.getTime() ? Math.min(atMost, hinted) : atMost;
    const handle = new Handle(new Date(livesFor));
    this.tokens.set(handle, token);
    return handle;
  }

  /** The token, while it lives. */
  resolve(handle: PersonHandle, now: Date): string | undefined {
    return handle.expiresAt > now ? this.tokens.get(handle) : undefined;
  }
}

function hintIn(token: string, name: string): number | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(token, 'base64').toString('utf8'));
    const expiry = (value as Record<string, unknown> | null)?.[name];
    return typeof expiry === 'number' && Number.isFinite(expiry) && expiry > 0 && expiry < 8.64e15 ? expiry : undefined;
  } catch {
    return undefined;
  }
}
