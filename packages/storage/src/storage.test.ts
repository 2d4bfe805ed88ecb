import { eventStoreContract } from './testing/event-store-contract.ts';
import { jobQueueContract } from './testing/job-queue-contract.ts';
import { availableDatabases, openTestDatabase } from './testing/open-test-database.ts';
import { peopleContract } from './testing/people-contract.ts';
import { policyPositionsContract } from './testing/policy-positions-contract.ts';
import { readModelsContract } from './testing/read-models-contract.ts';
import { secretVaultContract } from './testing/secret-vault-contract.ts';

for (const kind of availableDatabases()) {
  const open = () => openTestDatabase(kind);
  eventStoreContract(kind, open);
  readModelsContract(kind, open);
  peopleContract(kind, open);
  jobQueueContract(kind, open);
  policyPositionsContract(kind, open);
  secretVaultContract(kind, open);
}
