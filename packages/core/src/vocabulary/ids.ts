/** Every id is `<prefix>_<sortable>`: the part after the prefix sorts by creation time (a lower-case ULID). */
export type IdPrefix =
  | 'task'
  | 'evt'
  | 'run'
  | 'review'
  | 'job'
  | 'user'
  | 'question'
  | 'dependency'
  | 'verification'
  | 'feedback'
  | 'message'
  | 'secret';
export type Id<P extends IdPrefix> = `${P}_${string}`;

export type TaskId = Id<'task'>;
export type EventId = Id<'evt'>;
export type RunId = Id<'run'>;
export type ReviewId = Id<'review'>;
export type JobId = Id<'job'>;
export type QuestionId = Id<'question'>;
export type DependencyId = Id<'dependency'>;
export type VerificationId = Id<'verification'>;
export type FeedbackId = Id<'feedback'>;
export type MessageId = Id<'message'>;
export type SecretId = Id<'secret'>;

/** The pattern of the part after the prefix: 26 characters of Crockford base 32, lower case. */
const ID_SUFFIX_PATTERN = '[0-9a-hjkmnp-tv-z]{26}';

/** Whether `text` is an id of kind `prefix`. */
export function isId<P extends IdPrefix>(prefix: P, text: string): text is Id<P> {
  return new RegExp(`^${prefix}_${ID_SUFFIX_PATTERN}$`).test(text);
}
