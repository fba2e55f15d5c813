/** How much work a text makes: milliseconds of this thread's processor, so that a busy machine changes nothing about it. */

export function effort(work: () => void): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}
