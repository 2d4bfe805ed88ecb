/** The scripted model of the demo, started when the first demo task needs it. */
export function openDemoModel(): { url(): Promise<string>; close(): Promise<void> } {
  let model: Promise<{ readonly url: string; close(): Promise<void> }> | null = null;
  const start = async () => {
    const { demoScenario, startScriptedModel } = await import('@ccs/scripted-model');
    return startScriptedModel({ scenario: demoScenario() });
  };
  return {
    async url() {
      model ??= start();
      try {
        return (await model).url;
      } catch (error) {
        model = null;
        throw error;
      }
    },
    async close() {
      const started = await model?.catch(() => null);
      await started?.close();
    },
  };
}
