import { expect, it } from 'vitest';
import { availableDatabases, openTestDatabase } from './testing/open-test-database.ts';

it.each(availableDatabases())('opens %s twice', async (kind) => {
  const test = await openTestDatabase(kind);
  expect(test.database.kind).toBe(kind);
  expect(await test.database.eventStore.lastPosition()).toBe(0);
  const again = await test.reopen();
  expect(await again.eventStore.lastPosition()).toBe(0);
  await again.close();
  await test.dispose();
});
