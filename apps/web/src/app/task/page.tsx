import { Suspense } from 'react';
import { TaskPage } from '../../features/task/task-page.tsx';

export default function Page() {
  return (
    <Suspense>
      <TaskPage />
    </Suspense>
  );
}
