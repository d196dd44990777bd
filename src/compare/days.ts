const DAY = /^(\d{4})-(\d{2})-(\d{2})/;

/** Days between two times that name a day each, never negative; null where one names none. */
export function daysApart(a: string | null | undefined, b: string | null | undefined): number | null {
  const order = dayOrder(a, b);
  return order === null ? null : Math.abs(order);
}

/** Days from the first to the second, negative where it is earlier; null where one names no day. */
export function dayOrder(a: string | null | undefined, b: string | null | undefined): number | null {
  const [one, other] = [numberOf(a), numberOf(b)];
  return one === null || other === null ? null : other - one;
}

function numberOf(value: string | null | undefined): number | null {
  const found = DAY.exec(value ?? '');
  return found
    ? Math.round(Date.UTC(Number(found[1]), Number(found[2]) - 1, Number(found[3])) / 86_400_000)
    : null;
}
