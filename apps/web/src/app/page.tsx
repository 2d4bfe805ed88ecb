import { HomePage } from '../features/tasks/home-page.tsx';

export default function Page() {
  return <HomePage />;
}
