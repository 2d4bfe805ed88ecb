/** Between two collections: buffers whose objects the first one took away are given back in the background. */
const REST_MS = 1000;

/*
 * Loaded into a server before its own program (`--expose-gc --import`): at each SIGUSR2 it collects all garbage and
 * prints what is left of the JavaScript heap and of the memory behind it: `held 123 bytes`.
 */
process.on('SIGUSR2', () => {
  globalThis.gc?.();
  setTimeout(() => {
    globalThis.gc?.();
    const { heapUsed, external } = process.memoryUsage();
    console.log(`held ${heapUsed + external} bytes`);
  }, REST_MS);
});
