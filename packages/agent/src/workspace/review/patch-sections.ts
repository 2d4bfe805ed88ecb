/** What git says about one file: how many lines came and went (null: binary), and its patch. */
export interface PatchSection {
  readonly counts: { readonly additions: number; readonly deletions: number } | null;
  /** From its first `@@` on, empty when only its name or mode changed; null when it is too large. */
  readonly patch: string | null;
}

const HEADER = Buffer.from('\ndiff --git ');
const HUNK = Buffer.from('\n@@ ');

/**
 * Takes the output of `git diff-tree --numstat -p` apart. A line of a file always has a character of the diff before it and odd
 * names are quoted, so `diff --git` at the beginning of a line is always the next section's.
 * @param sections how many sections each file has, in order
 * @param limit the bytes of a file's sections that are kept
 */
export async function* patchSections(
  stream: AsyncIterable<Buffer>,
  sections: readonly (1 | 2)[],
  limit: number,
): AsyncGenerator<PatchSection, void> {
  const counts: PatchSection['counts'][] = [];
  const texts = splitSections(stream, limit);
  const head = (await texts.next()).value;
  for (const line of (head?.toString() ?? '').split('\n').filter((text) => text !== '')) {
    const [, additions, deletions] = /^(\d+)\t(\d+)\t/.exec(line) ?? [];
    counts.push(
      additions === undefined ? null : { additions: Number(additions), deletions: Number(deletions) },
    );
  }
  if (counts.length !== sections.length) throw new Error('git counted other files than it listed');
  for (const [index, count] of sections.entries()) {
    let patch: string | null = '';
    for (let part = 0; part < count; part += 1) {
      const { value } = await texts.next();
      if (value === undefined) throw new Error('git showed fewer files than it listed');
      patch = value === null || patch === null ? null : patch + hunksOf(value);
    }
    yield { counts: counts[index] ?? null, patch };
  }
}

function hunksOf(section: Buffer): string {
  const start = section.indexOf(HUNK);
  return start === -1 ? '' : section.toString('utf8', start + 1);
}

/** What stands before the first section (whatever its length), then each section; null for one that is too large. */
async function* splitSections(
  stream: AsyncIterable<Buffer>,
  limit: number,
): AsyncGenerator<Buffer | null, void> {
  let kept: Buffer[] = [];
  let length = 0;
  let isFirst = true;
  let rest = Buffer.alloc(0);
  const keep = (bytes: Buffer) => {
    length += bytes.length;
    if (isFirst || length <= limit) kept.push(bytes);
    else kept = [];
  };
  const take = () => {
    const section = isFirst || length <= limit ? Buffer.concat(kept) : null;
    kept = [];
    length = 0;
    isFirst = false;
    return section;
  };
  for await (const chunk of stream) {
    rest = Buffer.concat([rest, chunk]);
    for (let at = rest.indexOf(HEADER); at !== -1; at = rest.indexOf(HEADER)) {
      keep(rest.subarray(0, at + 1));
      rest = rest.subarray(at + 1);
      yield take();
    }
    // The beginning of a header may be at the end of what came so far.
    const safe = Math.max(0, rest.length - HEADER.length);
    keep(rest.subarray(0, safe));
    rest = rest.subarray(safe);
  }
  keep(rest);
  yield take();
}
