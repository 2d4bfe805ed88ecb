import { problemSchema } from '@ccs/contract';

/** The responses every route may give besides its own. */
export const problemResponses = { '4xx': problemSchema, '5xx': problemSchema };
