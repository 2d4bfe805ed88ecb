import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestDatabase } from './open-test-database.ts';

/** What every store of policy positions does. @param open a new, empty database */
export function policyPositionsContract(name: string, open: () => Promise<TestDatabase>): void {
  describe(`policy positions on ${name}`, () => {
    let test: TestDatabase;
    beforeAll(async () => {
      test = await open();
    });
    afterAll(() => test.dispose());

    it('begins at 0 and keeps one position for each policy', async () => {
      const { policyPositions } = test.database;
      expect(await policyPositions.get('a')).toBe(0);
      await policyPositions.set('a', 5);
      await policyPositions.set('b', 2 ** 40);
      await policyPositions.set('a', 6);
      expect(await policyPositions.get('a')).toBe(6);
      expect(await policyPositions.get('b')).toBe(2 ** 40);
    });
  });
}
