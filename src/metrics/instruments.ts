/** What is counted of the process, in the words of Prometheus. It says how the process is, never what its cases are. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Seconds, from a write to a small file to what a chat lets one wait for at most. */
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** A registry of its own for each process under measure; those of Node (memory, processor, event loop) come along. */
export function instruments() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    interactions: new Histogram({
      name: 'goodword_interaction_seconds',
      help: 'From a click, a command or a form to its answer, when all of it is durable.',
      labelNames: ['platform', 'does', 'reply'],
      buckets: SECONDS,
      registers,
    }),
    deliveries: new Histogram({
      name: 'goodword_delivery_seconds',
      help: 'One call to a chat: a message sent, edited or looked up. later and unknown are tried again.',
      labelNames: ['platform', 'does', 'outcome'],
      buckets: SECONDS,
      registers,
    }),
    waiting: new Gauge({
      name: 'goodword_deliveries_waiting',
      help: 'Messages that are owed and not delivered yet, or are being tried again.',
      labelNames: ['lane'],
      registers,
    }),
    appends: new Histogram({
      name: 'goodword_append_seconds',
      help: 'One durable write. conflict is decided anew by whoever made it.',
      labelNames: ['outcome'],
      buckets: SECONDS,
      registers,
    }),
    faults: new Counter({
      name: 'goodword_faults_total',
      help: 'What went wrong and stands in the log.',
      registers,
    }),
  };
}
