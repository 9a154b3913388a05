/** A decimal from its unscaled value (number, bigint or big-endian two's complement), exactly; null for others. */
export function decimalText(unscaled: unknown, scale: number): string | null {
  const value = wholeOf(unscaled);
  if (value === null) return null;
  const digits = (value < 0n ? -value : value).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, '');
  return `${value < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

function wholeOf(unscaled: unknown): bigint | null {
  if (typeof unscaled === 'bigint') return unscaled;
  if (typeof unscaled === 'number') return Number.isSafeInteger(unscaled) ? BigInt(unscaled) : null;
  if (!(unscaled instanceof Uint8Array)) return null;
  return unscaled.length === 0
    ? 0n
    : BigInt.asIntN(unscaled.length * 8, BigInt(`0x${Buffer.from(unscaled).toString('hex')}`));
}
