import { createProtocolParser } from '@ccs/agent';
import type { Benchmark, Measurement } from '../measure/measurement.ts';
import { median } from '../measure/statistics.ts';

const SIZES = { full: { megabytes: 32, rounds: 9 }, quick: { megabytes: 4, rounds: 3 } } as const;
const MEGABYTE = 1_000_000;
const TEXTS = [
  {
    name: 'English prose',
    target: { atLeast: 100 },
    text: `The platform keeps one stream of events for each task, and everything else follows from it.
A person reads the documents, comments on a line, and asks for changes.

## What comes next
- the list of habits shows a streak for every day
`,
  },
  {
    name: 'Korean prose',
    target: { atLeast: 100 },
    text: `플랫폼은 작업마다 하나의 이벤트 흐름을 유지하며, 나머지는 모두 그것에서 따라 나옵니다.
사람은 문서를 읽고 한 줄에 의견을 남기고 변경을 요청합니다.

`,
  },
  {
    name: 'notes full of names of variables',
    text: 'The function `create_task` reads DATABASE_URL and MAX_RETRIES in src/read_settings.ts.\n',
  },
  {
    name: 'questions, one after the other',
    text: '[USER_QUESTION]\nquestion: Which?\noptions:\n- a\n- b\nrequired: true\n[/USER_QUESTION]\n',
  },
] as const;

/** How fast the text of an agent is searched for signals, in pieces of 64 KiB and as small as deltas are. */
export const protocolParser: Benchmark = {
  name: 'protocol-parser',
  about: 'the search for signals in the text of an agent',
  run: async (size) => {
    const { megabytes, rounds } = SIZES[size];
    const found: Measurement[] = [];
    for (const { name, text, ...rest } of TEXTS) {
      const rates = Array.from({ length: rounds }, () => rate(text, 65_536, megabytes));
      found.push({ what: name, value: median(rates), unit: 'MB/s, median', samples: rounds, ...rest });
    }
    const deltas = Array.from({ length: rounds }, () => rate(TEXTS[0].text, 16, megabytes / 4));
    found.push({
      what: 'English prose in deltas of 16 characters',
      value: median(deltas),
      unit: 'MB/s, median',
      samples: rounds,
    });
    return found;
  },
};

/** Megabytes of UTF-8 a second, for so many of the text over and over, in pieces of so many characters. */
function rate(text: string, pieceLength: number, megabytes: number): number {
  const repeats = Math.ceil(65_536 / text.length);
  const whole = text.repeat(repeats);
  const pieces = Array.from({ length: Math.ceil(whole.length / pieceLength) }, (_, index) =>
    whole.slice(index * pieceLength, (index + 1) * pieceLength),
  );
  const rounds = Math.ceil((megabytes * MEGABYTE) / Buffer.byteLength(whole));
  const parser = createProtocolParser();
  const start = performance.now();
  for (let round = 0; round < rounds; round += 1) for (const piece of pieces) parser.feed(piece);
  parser.endOfTurn();
  const seconds = (performance.now() - start) / 1000;
  return (rounds * Buffer.byteLength(whole)) / MEGABYTE / seconds;
}
