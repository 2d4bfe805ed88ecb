import { type FileHandle, open } from 'node:fs/promises';
import type { LogLine, NewLogLine } from '@ccs/core/ports/task-log';
import type { LogKind } from '@ccs/core/vocabulary/stream';
import { LineIndex } from './line-index.ts';
import { decodeLine, encodeLine, type PreparedLine, prepareLine, scanHead } from './log-line.ts';
import { readLines } from './read-lines.ts';

interface Pending {
  readonly afterVersion: number;
  readonly lines: readonly PreparedLine[];
  resolve(lines: readonly LogLine[]): void;
  reject(error: unknown): void;
}

/** The log of one task, open. The file is created by the first append. */
export class LogFile {
  readonly #path: string;
  #file: FileHandle | null;
  #index = new LineIndex();
  /** Bytes of the file that hold whole lines. Nothing beyond is ever read. */
  #size = 0;
  #lastSeq = 0;
  /** A write failed half-way: what is beyond `#size` is cut off before the next one. */
  #torn = false;
  #pending: Pending[] = [];
  #writing: Promise<void> | null = null;

  private constructor(path: string, file: FileHandle | null) {
    this.#path = path;
    this.#file = file;
  }

  /** Opens the file if it is there and cuts off a last line that a dying process left unfinished. */
  static async open(path: string): Promise<LogFile> {
    const file = await open(path, 'r+').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    const log = new LogFile(path, file);
    try {
      await log.#recover();
    } catch (error) {
      await file?.close();
      throw error;
    }
    return log;
  }

  get lastSeq(): number {
    return this.#lastSeq;
  }

  /** Resolves when the lines are with the operating system. Calls that come while it writes go out together. */
  async append(afterVersion: number, lines: readonly NewLogLine[]): Promise<readonly LogLine[]> {
    const prepared = lines.map(prepareLine);
    return await new Promise((resolve, reject) => {
      this.#pending.push({ afterVersion, lines: prepared, resolve, reject });
      this.#writing ??= this.#writePending();
    });
  }

  /** Lines after `after`, at most `limit`; broken ones are passed over. */
  async read(after: number, limit: number, kinds?: readonly LogKind[]): Promise<readonly LogLine[]> {
    const found: LogLine[] = [];
    if (this.#file === null || limit <= 0 || after >= this.#lastSeq) return found;
    for await (const batch of readLines(this.#file, this.#index.offsetBefore(after + 1), this.#size)) {
      for (const { bytes } of batch) {
        const head = scanHead(bytes);
        if (head && (head.seq <= after || (kinds && !kinds.includes(head.kind)))) continue;
        const line = decodeLine(bytes.toString('utf8'));
        if (!line || line.seq <= after || (kinds && !kinds.includes(line.kind))) continue;
        found.push(line);
        if (found.length === limit) return found;
      }
    }
    return found;
  }

  /** Waits for what is being written. */
  async close(): Promise<void> {
    await this.#writing;
    await this.#file?.close();
    this.#file = null;
  }

  async #recover(): Promise<void> {
    if (this.#file === null) return;
    const { size } = await this.#file.stat();
    for await (const batch of readLines(this.#file, 0, size)) {
      for (const { bytes, offset } of batch) {
        this.#size = offset + bytes.length + 1;
        const seq = scanHead(bytes)?.seq;
        if (seq === undefined) continue;
        this.#index.add(seq, offset);
        this.#lastSeq = Math.max(this.#lastSeq, seq);
      }
    }
    if (this.#size < size) await this.#file.truncate(this.#size);
  }

  async #writePending(): Promise<void> {
    while (this.#pending.length > 0) {
      const batch = this.#pending;
      this.#pending = [];
      await this.#writeBatch(batch);
    }
    this.#writing = null;
  }

  async #writeBatch(batch: readonly Pending[]): Promise<void> {
    const numbered = batch.flatMap(({ afterVersion, lines }) =>
      lines.map((line) => ({ afterVersion, line })),
    );
    const encoded = numbered.map(({ afterVersion, line }, index) =>
      encodeLine(line.json, this.#lastSeq + 1 + index, afterVersion),
    );
    try {
      await this.#write(Buffer.concat(encoded));
    } catch (error) {
      for (const { reject } of batch) reject(error);
      return;
    }
    const written = numbered.map(({ afterVersion, line }, index): LogLine => {
      this.#lastSeq += 1;
      this.#index.add(this.#lastSeq, this.#size);
      this.#size += encoded[index]?.length ?? 0;
      return { seq: this.#lastSeq, afterVersion, ...line.kept };
    });
    let start = 0;
    for (const { lines, resolve } of batch) {
      resolve(written.slice(start, start + lines.length));
      start += lines.length;
    }
  }

  async #write(bytes: Buffer): Promise<void> {
    this.#file ??= await open(this.#path, 'wx+', 0o600);
    if (this.#torn) await this.#file.truncate(this.#size);
    this.#torn = true;
    for (let done = 0; done < bytes.length; ) {
      const at = this.#size + done;
      const { bytesWritten } = await this.#file.write(bytes, done, bytes.length - done, at);
      done += bytesWritten;
    }
    this.#torn = false;
  }
}
