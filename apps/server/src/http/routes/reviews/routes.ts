import type { App, HttpDeps } from '../../http-deps.ts';
import { approveReview } from './approve-review.ts';
import { listReviews } from './list-reviews.ts';

export function reviewRoutes(app: App, deps: HttpDeps): void {
  listReviews(app, deps);
  approveReview(app, deps);
}
