import { loadMeasures } from '@zhiheng/office';
import type { Measurement, MeasureOrder } from './measurement.js';

/** One measure in a process of its own, so that its memory and its compiled code are its own. */
process.once('message', (order: MeasureOrder) => {
  void measure(order).then((measurement) => process.send?.(measurement, () => process.disconnect()));
});

async function measure({ measure: name, files }: MeasureOrder): Promise<Measurement> {
  const startedAt = performance.now();
  const before = process.cpuUsage();
  const measured = await loadMeasures[name](files);
  const { user, system } = process.cpuUsage(before);
  return {
    ...measured,
    seconds: (performance.now() - startedAt) / 1000,
    cpuSeconds: (user + system) / 1e6,
    peakBytes: process.resourceUsage().maxRSS * 1024,
  };
}
