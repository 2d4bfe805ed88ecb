import { Suspense } from 'react';
import { ReviewPage } from '../../features/review/review-page.tsx';

export default function Page() {
  return (
    <Suspense>
      <ReviewPage />
    </Suspense>
  );
}
