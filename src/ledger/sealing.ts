import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  scrypt,
  type KeyObject,
} from 'node:crypto';
import { LedgerProblem } from './problem';

/** Random bytes, handed in. */
export type RandomBytes = (size: number) => Buffer;

/** What the secret of the credential is turned into. The secret itself is not kept. */
export interface Keys {
  /** Keyed hash of an identifier: equal for equal input, tells nothing without the secret. Hexadecimal. */
  hash(purpose: string, text: string): string;
  /** AES-256-GCM; `bound` must be the same on opening, so that rows cannot be exchanged. Base64. */
  seal(text: string, bound: string): string;
  /** @throws LedgerProblem `ledger.secretChanged` when it was sealed under another secret, or altered. */
  open(sealed: string, bound: string): string;
}

/** A secret may be a phrase that somebody made up: stretched by scrypt, about 0.1 s, once for each opened file. */
const SCRYPT = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
const NONCE = 12;
const TAG = 16;

/** Derives the keys from the secret and the salt of the file. */
export async function deriveKeys(secret: string, salt: string, random: RandomBytes): Promise<Keys> {
  const root = await stretch(secret, salt);
  const hashKey = derive(root, 'identifiers');
  const sealKey = derive(root, 'bodies');
  const nonces = new Nonces(random);
  return {
    hash: (purpose, text) => createHmac('sha256', hashKey).update(`${purpose}\u0000${text}`).digest('hex'),
    seal: (text, bound) => {
      const nonce = nonces.next();
      const cipher = createCipheriv('aes-256-gcm', sealKey, nonce).setAAD(Buffer.from(bound));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
    },
    open: (sealed, bound) => {
      const text = decrypt(sealKey, Buffer.from(sealed, 'base64'), bound);
      if (text === undefined) throw new LedgerProblem('ledger.secretChanged');
      return text;
    },
  };
}

/** Nothing when the key, the bound or a byte is another: GCM does not tell them apart. */
function decrypt(key: KeyObject, bytes: Buffer, bound: string): string | undefined {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE))
      .setAAD(Buffer.from(bound))
      .setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
    return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}

function stretch(secret: string, salt: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(secret.normalize('NFC'), salt, 32, SCRYPT, (error, key) => (error ? reject(error) : resolve(key)));
  });
}

function derive(root: Buffer, purpose: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', root, '', `plie-france-travail ${purpose} v1`, 32)));
}

/** Nonces are drawn by the thousand: one at a time, the drawing costs more than the sealing. */
class Nonces {
  #drawn: Buffer = Buffer.alloc(0);

  constructor(private readonly random: RandomBytes) {}

  next(): Buffer {
    if (this.#drawn.length < NONCE) this.#drawn = this.random(NONCE * 1_000);
    const nonce = this.#drawn.subarray(0, NONCE);
    this.#drawn = this.#drawn.subarray(NONCE);
    return nonce;
  }
}
