import type { EventKind } from '@zhiheng/vocabulary';

/** Words for legal events that a code tells beyond doubt. */
export type LegalWord = Extract<
  EventKind,
  | 'grant'
  | 'lapse'
  | 'invalidation'
  | 'restoration'
  | 'transfer'
  | 'licence'
  | 'open_licence'
  | 'pledge'
  | 'pledge_release'
>;

/**
 * Codes of the EPO's list of legal events, by the authority that made them. Only those whose meaning leaves no choice:
 * codes for "transfer or change of name", for decisions that a grant only follows, and for changes of an entry are left
 * out and become `other`. Provisional, from the list of week 17 of 2024.
 */
const codes: Readonly<Record<string, Readonly<Partial<Record<LegalWord, readonly string[]>>>>> = {
  CN: {
    grant: ['GR01', 'C14', 'FG4A', 'FG1K'],
    lapse: ['CF01', 'CX01', 'AV01', 'AR01', 'C17', 'C19', 'C25', 'EXPY', 'MK1K', 'MK4A', 'MM1K', 'MM4A', 'RGAV'],
    invalidation: ['IW01', 'C28'],
    restoration: ['RR01', 'RA01', 'C49'],
    transfer: ['TR01', 'TA01', 'C41', 'ASS'],
    licence: ['EE01', 'LIC'],
    open_licence: ['OL01'],
    pledge: ['PE01'],
    pledge_release: ['PC01'],
  },
  EP: {
    lapse: ['PG25', 'VS25', 'BERE', 'BE20', 'GBPC', 'EUG', 'LTLA', 'NLV4', 'NLV7', 'U93'],
    invalidation: ['27W', 'RDAG', 'RDAH', 'GBPR', 'LTIE', 'NLV5'],
    restoration: ['28', 'BERR', 'PGRI', 'VSRI'],
    transfer: ['BECH', 'NLS', 'U1K'],
    licence: ['111L', 'NLUE', 'U76'],
    open_licence: ['U79'],
  },
  US: {
    lapse: ['FP', 'LAPS'],
    invalidation: ['FPB1', 'FPB2', 'FPB3'],
    restoration: ['PRDP', 'REIN'],
    open_licence: ['PA'],
  },
  JP: {
    grant: ['R150'],
    lapse: ['ABAN', 'EXPY', 'LAPF', 'LAPS'],
    invalidation: ['R92', 'RVOP', 'RVTR'],
    transfer: ['R350'],
  },
  KR: {
    grant: ['REGI'],
    lapse: ['EXPY', 'LAPS'],
    invalidation: ['EXTG'],
    restoration: ['R401'],
    transfer: ['N232', 'N233', 'N234', 'N235', 'N236', 'N237'],
  },
  TW: { lapse: ['MK4A', 'MK4K', 'MM4A', 'MM4K'], invalidation: ['MC4A', 'MC4K'] },
  HK: {
    grant: ['GR'],
    lapse: ['PC', 'PE', 'PEU', 'PS'],
    invalidation: ['PR', 'REV', 'REVC'],
    restoration: ['ARG', 'ARGS'],
    transfer: ['AS'],
  },
  CA: { lapse: ['MKEX', 'MKLA', 'MZSU'] },
  AU: {
    grant: ['FGA', 'FGF', 'FGI'],
    lapse: ['MK14', 'MK20', 'MK21', 'MK22'],
    invalidation: ['ROP'],
    transfer: ['PC', 'PC1'],
    licence: ['GD'],
    pledge: ['CHRG', 'GM'],
    pledge_release: ['GMD'],
  },
  CH: {
    lapse: ['PL', 'PLVZ'],
    invalidation: ['PLX'],
    transfer: ['PUE'],
    licence: ['PLI'],
    pledge: ['PVP'],
    pledge_release: ['PVPA'],
  },
};

const words = new Map(
  Object.entries(codes).flatMap(([authority, byWord]) =>
    Object.entries(byWord).flatMap(([word, list]) =>
      list.map((code) => [`${authority} ${code}`, word as LegalWord] as const),
    ),
  ),
);

/** The word for a code of an authority; null when it leaves a choice or is not listed. */
export function legalWord(authority: string, code: string): LegalWord | null {
  return words.get(`${authority} ${code}`) ?? null;
}
