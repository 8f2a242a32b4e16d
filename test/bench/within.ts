/** Resolves as `work` does, and rejects when it takes longer than `ms`: a benchmark never hangs. `what` was waited for. */
export async function within<Result>(ms: number, what: string, work: Promise<Result>): Promise<Result> {
  const { promise: outOfTime, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`${what}: not within ${ms / 1000} s.`)), ms);
  try {
    return await Promise.race([work, outOfTime]);
  } finally {
    clearTimeout(timer);
  }
}
