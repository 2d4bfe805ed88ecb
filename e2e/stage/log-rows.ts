import type { LogLineDto } from '@ccs/contract';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Scrolls through the whole log of the page and compares every row with the line it stands for. */
export async function expectLogAsStored(page: Page, lines: readonly LogLineDto[]): Promise<void> {
  const log = page.getByRole('log');
  await log.evaluate((element) => element.scrollTo(0, 0));
  const rows = new Map<number, string>();
  while (rows.size < lines.length) {
    const next = rows.size;
    await log.locator(`[data-index="${next}"]`).waitFor({ state: 'attached' });
    // A row without words is one that is still being read.
    await expect.poll(() => log.locator('[data-index] > [aria-hidden]').count()).toBe(0);
    const seen = await log
      .locator('[data-index]')
      .evaluateAll((elements) =>
        elements.map(
          (element) => [Number(element.getAttribute('data-index')), element.textContent ?? ''] as const,
        ),
      );
    for (const [index, text] of seen) rows.set(index, text);
    expect([...rows.keys()].toSorted((a, b) => a - b)).toEqual(Array.from(rows.keys(), (_, index) => index));
    await log.locator(`[data-index="${rows.size - 1}"]`).evaluate((element) => element.scrollIntoView());
  }
  expect(rows.size).toBe(lines.length);
  for (const [index, line] of lines.entries()) {
    expect(line.seq).toBe(index + 1);
    const shown = plain(rows.get(index) ?? '');
    // A result is part of its call's row.
    if (line.kind === 'tool_result') expect(shown).toBe('');
    else expect(shown).toContain(plain(firstWords(line)));
  }
}

/** Words without what markdown and the markers of the protocol turn into looks. */
const plain = (text: string) => text.replaceAll(/[\s*`#_>|=-]+/g, '').toLowerCase();

function firstWords({ kind, text, tool = '' }: LogLineDto): string {
  const line = text.split('\n').find((each) => each.trim() !== '') ?? '';
  const words = kind === 'tool_use' && line.startsWith(tool) ? line.slice(tool.length) : line;
  return words.slice(0, 60);
}
