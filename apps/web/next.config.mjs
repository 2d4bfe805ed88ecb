import { fileURLToPath } from 'node:url';

/** A static export: apps/server serves `out/` on its own port, so there is no Next.js server at run time. */
const config = {
  output: 'export',
  trailingSlash: true,
  reactStrictMode: true,
  poweredByHeader: false,
  images: { unoptimized: true },
  turbopack: { root: fileURLToPath(new URL('../..', import.meta.url)) },
  experimental: { optimizePackageImports: ['radix-ui', 'lucide-react', 'date-fns'] },
};

export default config;
