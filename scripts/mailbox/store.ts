import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { KeptMail } from './mail';

const KEPT_AT_MOST = 2_000;
const KEY_LIFE_MS = 24 * 3_600_000;

/** Stores emails on disk, one file each, so that they survive a restart. */
export class MailStore {
  readonly #directory: string;
  readonly #mails = new Map<string, KeptMail>();
  readonly #byKey = new Map<string, KeptMail>();

  constructor(directory: string) {
    this.#directory = directory;
    mkdirSync(directory, { recursive: true });
    for (const name of readdirSync(directory).sort()) {
      if (name.endsWith('.json'))
        this.#remember(JSON.parse(readFileSync(join(directory, name), 'utf8')));
    }
  }

  /** Newest first. */
  list(): KeptMail[] {
    return [...this.#mails.values()].reverse();
  }

  find(id: string): KeptMail | undefined {
    return this.#mails.get(id);
  }

  /** The email accepted with this idempotency key in the last 24 hours. */
  findByKey(key: string, now: Date): KeptMail | undefined {
    const kept = this.#byKey.get(key);
    return kept && now.getTime() - Date.parse(kept.acceptedAt) < KEY_LIFE_MS ? kept : undefined;
  }

  keep(mail: KeptMail): void {
    const path = this.#pathOf(mail.id);
    // Rename is atomic, so a killed mailbox leaves no partial email.
    writeFileSync(`${path}.part`, JSON.stringify(mail, null, 2));
    renameSync(`${path}.part`, path);
    this.#remember(mail);
    const oldest = this.#mails.keys().next().value;
    if (this.#mails.size > KEPT_AT_MOST && oldest) this.#forget(oldest);
  }

  clear(): void {
    for (const id of [...this.#mails.keys()]) this.#forget(id);
  }

  #remember(mail: KeptMail): void {
    this.#mails.set(mail.id, mail);
    if (mail.idempotencyKey) this.#byKey.set(mail.idempotencyKey, mail);
  }

  #forget(id: string): void {
    const key = this.#mails.get(id)?.idempotencyKey;
    if (key && this.#byKey.get(key)?.id === id) this.#byKey.delete(key);
    this.#mails.delete(id);
    if (existsSync(this.#pathOf(id))) rmSync(this.#pathOf(id));
  }

  #pathOf(id: string): string {
    return join(this.#directory, `${id}.json`);
  }
}
