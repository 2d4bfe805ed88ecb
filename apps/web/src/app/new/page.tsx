import { NewTaskPage } from '../../features/new-task/new-task-page.tsx';

export default function Page() {
  return <NewTaskPage />;
}
