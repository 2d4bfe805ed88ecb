import type { PolicyPositions } from '@ccs/core/ports/policy-positions';
import { sql } from 'kysely';
import { fixedQuery } from '../dialects/fixed-query.ts';
import type { Database } from '../dialects/database.ts';

/** Where each policy has come to, in the table `policy_positions`. */
export function openPolicyPositions({ db }: Database): PolicyPositions {
  const select = fixedQuery(
    db,
    sql<{ position: number }>`select position from policy_positions where policy = ${''}`,
  );
  const upsert = fixedQuery(
    db,
    sql<never>`insert into policy_positions (policy, position) values (${''}, ${0})
      on conflict (policy) do update set position = excluded.position`,
  );
  return {
    async get(policy) {
      const [row] = await select(db, policy);
      return row?.position ?? 0;
    },
    async set(policy, position) {
      await upsert(db, policy, position);
    },
  };
}
