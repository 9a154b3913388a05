/** Where a holder stands for the comparison of names. */
export interface HolderPlace {
  /** City by GB/T 2260 (municipalities whole, counties under a province directly themselves), part of another country; the province or country itself where that is all that is known; `XX`. */
  readonly city: string;
  /** Province, country, or `XX`. */
  readonly province: string;
}

const whole = new Set(['11', '12', '31', '50', '71', '81', '82']);

/** The place of an area code; the country where the area is not known. */
export function placeOf(area: string | null, country: string | null): HolderPlace {
  if (area === null || area === '' || area === 'XX' || area === 'CN') {
    const known = country !== null && country !== 'CN' && /^[A-Z]{2}$/.test(country) ? country : 'XX';
    return { city: known, province: known };
  }
  if (!/^\d{6}$/.test(area)) return { city: area, province: area.slice(0, 2) };
  const province = `${area.slice(0, 2)}0000`;
  if (whole.has(area.slice(0, 2)) || area === province) return { city: province, province };
  return { city: area.slice(2, 4) === '90' ? area : `${area.slice(0, 4)}00`, province };
}
