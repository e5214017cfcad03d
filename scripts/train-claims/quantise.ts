/** Numbers as bytes: the value is byte × step. The few beyond the range are cut off at it. */
export function quantise(values: ArrayLike<number>, range: number): { bytes: Int8Array; step: number } {
  const step = range / 127
  return { bytes: Int8Array.from(values, (value) => Math.max(-127, Math.min(127, Math.round(value / step)))), step }
}

export function base64(values: ArrayBufferView): string {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString('base64')
}
